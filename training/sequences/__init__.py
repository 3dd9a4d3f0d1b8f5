# SPDX-License-Identifier: Apache-2.0
"""Sequences for `xception_gru`: views of crops, clips, swapped faces."""
