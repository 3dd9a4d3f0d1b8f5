# SPDX-License-Identifier: Apache-2.0
"""Known data sets, their file lists and the rule that splits them."""
