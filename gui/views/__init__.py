# SPDX-License-Identifier: Apache-2.0
"""Widgets: layout and intents, no decisions."""
