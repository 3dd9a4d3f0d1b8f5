# SPDX-License-Identifier: Apache-2.0
"""Untrusted file to frames with exact time stamps; decoding runs in a child process.

Start at `isolation.open_media`. Only the child imports `images`, `video` and what they use.
"""
