# SPDX-License-Identifier: Apache-2.0
"""Frame scores to track and file outcomes."""
