# SPDX-License-Identifier: Apache-2.0
"""The training loop: batches, schedule, checkpoints, running average, provenance."""
