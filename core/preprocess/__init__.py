# SPDX-License-Identifier: Apache-2.0
"""Face boxes to the crops and batches that a network was trained on."""
