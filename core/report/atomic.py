# SPDX-License-Identifier: Apache-2.0
"""Files that are there whole or not at all, alone or several together."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def new_files(targets: Sequence[Path], *, durable: bool = True) -> Iterator[tuple[BinaryIO, ...]]:
    """Open files that get their names only when the block ends well.

    They are written under temporary names in the same folder, made durable where wanted, and
    renamed one after the other; what had a name before is replaced. Where one of them cannot get
    its name, as when another program has the older file open, all names are put back as they
    were. However the block ends, by Ctrl-C too, no temporary file stays.

    Args:
        targets: Where the files shall be, all in one folder that exists.
        durable: Wait until they are on the disk; not needed of a private copy.

    Yields:
        A stream for each target, in order, for writing and reading back.

    Raises:
        OSError: A file cannot be made, written or renamed.
    """
    partial = [_hidden_beside(target, "part") for target in targets]
    try:
        with ExitStack() as stack:
            streams = tuple(stack.enter_context(path.open("x+b")) for path in partial)
            yield streams
            for stream in streams:
                stream.flush()
                if durable:
                    os.fsync(stream.fileno())
        _rename_all(list(zip(partial, targets, strict=True)))
        if targets and durable:
            _sync_folder(targets[0].parent)
    finally:
        for path in partial:
            path.unlink(missing_ok=True)


def _rename_all(pairs: Sequence[tuple[Path, Path]]) -> None:
    """Rename all or none; a power cut in between may leave some of each."""
    spares: list[Path] = []
    try:
        with ExitStack() as undo:
            for path, target in pairs:
                spare = _spare(target)
                if spare is not None:
                    spares.append(spare)
                path.replace(target)
                undo.callback(_put_back, target, spare)
            undo.pop_all()
    finally:
        for spare in spares:
            spare.unlink(missing_ok=True)


def _spare(target: Path) -> Path | None:
    """Keep what is there under a second name; the file keeps its own meanwhile."""
    if not target.is_file():
        return None
    spare = _hidden_beside(target, "old")
    try:
        os.link(target, spare)
    except OSError:  # a file system without links, as on memory sticks
        shutil.copy2(target, spare)
    return spare


def _put_back(target: Path, spare: Path | None) -> None:
    if spare is None:
        target.unlink(missing_ok=True)
    else:
        spare.replace(target)


def _hidden_beside(target: Path, suffix: str) -> Path:
    return target.with_name(f".{secrets.token_hex(8)}.{suffix}")


def _sync_folder(folder: Path) -> None:
    """Make the new names durable; Windows does so by itself and cannot open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
