# SPDX-License-Identifier: Apache-2.0
"""The desk: makes the window, its controllers and workers, and joins them."""
