# SPDX-License-Identifier: Apache-2.0
"""SHA-256 of what is read, a piece at a time."""

from __future__ import annotations

import hashlib
from typing import BinaryIO

_PIECE_BYTES = 1024 * 1024


def sha256_of(stream: BinaryIO) -> str:
    """Hash a stream from where it stands to its end, as lower-case hex."""
    digest = hashlib.sha256()
    while piece := stream.read(_PIECE_BYTES):
        digest.update(piece)
    return digest.hexdigest()
