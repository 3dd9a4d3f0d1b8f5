# SPDX-License-Identifier: Apache-2.0
"""What readers see: model cards, `docs/validation.md`, `docs/studies.md`, pictures."""
