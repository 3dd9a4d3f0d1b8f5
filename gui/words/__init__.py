# SPDX-License-Identifier: Apache-2.0
"""What people read: sentences, terms, numbers and names, in the language of the window."""
