# SPDX-License-Identifier: Apache-2.0
"""Batches of crops and sequences of features to scores."""
