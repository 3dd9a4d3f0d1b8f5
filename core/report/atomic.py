# SPDX-License-Identifier: Apache-2.0
"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def new_files(targets: Sequence[Path]) -> Iterator[tuple[BinaryIO, ...]]:
    """Open files that get their names only when the block ends well.

    They are written under temporary names in the same folder, made durable, and renamed one
    after the other; what had a name before is replaced. However the block ends, by Ctrl-C too,
    no temporary file stays.

    Args:
        targets: Where the files shall be, all in one folder that exists.

    Yields:
        A stream for each target, in order.

    Raises:
        OSError: A file cannot be made, written or renamed.
    """
    partial = [target.with_name(f".{secrets.token_hex(8)}.part") for target in targets]
    try:
        with ExitStack() as stack:
            streams = tuple(stack.enter_context(path.open("xb")) for path in partial)
            yield streams
            for stream in streams:
                stream.flush()
                os.fsync(stream.fileno())
        for path, target in zip(partial, targets, strict=True):
            path.replace(target)
        if targets:
            _sync_folder(targets[0].parent)
    finally:
        for path in partial:
            path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new names durable; Windows does so by itself and cannot open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
