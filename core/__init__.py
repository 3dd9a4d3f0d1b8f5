# SPDX-License-Identifier: Apache-2.0
"""The analysis itself: usable without a window, never imports Qt."""
