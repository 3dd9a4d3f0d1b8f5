# SPDX-License-Identifier: Apache-2.0
"""The names of the sub-commands, for whoever must tell them from files without loading anything."""

from __future__ import annotations

COMMANDS = ("analyze", "batch", "watch", "verify", "models", "demo", "self-test")
