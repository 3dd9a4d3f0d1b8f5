# SPDX-License-Identifier: Apache-2.0
"""What the window shows: open evidence, tables, score curves; no widgets."""
