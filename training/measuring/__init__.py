# SPDX-License-Identifier: Apache-2.0
"""Scores of crops and clips, and what they are worth: figures, intervals, calibration."""
