# SPDX-License-Identifier: Apache-2.0
"""Where views, models and workers are joined."""
