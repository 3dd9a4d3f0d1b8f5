# SPDX-License-Identifier: Apache-2.0
"""Questions beside the figures: fusion, persons, leakage, what each step gained."""
