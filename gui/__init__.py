# SPDX-License-Identifier: Apache-2.0
"""The window. All Qt code is here; nothing here decides anything about faces or scores."""
