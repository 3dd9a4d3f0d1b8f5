# SPDX-License-Identifier: Apache-2.0
"""What training does to crops: losses of the field, and fakes made from real faces."""
