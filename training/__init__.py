# SPDX-License-Identifier: Apache-2.0
"""Training, evaluation, calibration and export of the networks in `core.networks`."""
