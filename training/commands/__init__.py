# SPDX-License-Identifier: Apache-2.0
"""What the sub-commands of `python -m training` do."""
