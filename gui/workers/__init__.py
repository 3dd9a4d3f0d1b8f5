# SPDX-License-Identifier: Apache-2.0
"""What runs on other threads, behind one signal contract."""
