# SPDX-License-Identifier: Apache-2.0
"""A trial of everything that an installation needs, on media that it makes itself."""
