# SPDX-License-Identifier: Apache-2.0
"""How each of the three networks is trained."""
