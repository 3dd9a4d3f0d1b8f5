# SPDX-License-Identifier: Apache-2.0
"""A result to files that another lab can read."""
