# SPDX-License-Identifier: Apache-2.0
"""What makes a result checkable: time spans, key frames, custody."""
