# SPDX-License-Identifier: Apache-2.0
"""What the process needs from its first painting to its end, and after a crash."""
