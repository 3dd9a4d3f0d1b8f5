# SPDX-License-Identifier: Apache-2.0
"""Untrusted files, read under limits: regular files only, never more than expected."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

MIB = 1024 * 1024
# A two-hour video with every frame scored makes some 200 MiB of JSON.
MAX_RESULT_BYTES = 512 * MIB
MAX_PDF_BYTES = 256 * MIB


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading; a pipe or a device is refused, not waited for.

    Raises:
        OSError: It cannot be read, or is no regular file.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError("not a regular file")
    return os.fdopen(handle, "rb")


def read_bounded(path: Path, limit: int) -> bytes:
    """Read a whole file.

    Raises:
        OSError: It cannot be read, or is larger than the limit.
    """
    with open_regular(path) as stream:
        too_large = os.fstat(stream.fileno()).st_size > limit
        content = b"" if too_large else stream.read(limit + 1)
    # It may grow while it is read.
    if too_large or len(content) > limit:
        raise OSError(f"larger than the limit of {limit // MIB} MiB")
    return content


def why(error: OSError) -> str:
    """Say in a phrase what the system said."""
    return error.strerror or str(error)
