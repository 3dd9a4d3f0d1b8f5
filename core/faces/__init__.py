# SPDX-License-Identifier: Apache-2.0
"""Frames to faces, and faces over time to tracks: one per person and shot."""
