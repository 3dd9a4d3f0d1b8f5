# SPDX-License-Identifier: Apache-2.0
"""Running a network on arrays; knows nothing of faces."""
