# SPDX-License-Identifier: Apache-2.0
"""Translations of the window, and the script that extracts and compiles them."""
