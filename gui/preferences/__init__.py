# SPDX-License-Identifier: Apache-2.0
"""What a person set once: its records, its file, and what of it holds now."""
