# SPDX-License-Identifier: Apache-2.0
"""From a finished run to a folder of weights with its card."""
