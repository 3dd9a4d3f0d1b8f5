# SPDX-License-Identifier: Apache-2.0
"""Walks a folder and tells media from all else by content; opens regular files only, reads only.

Whatever cannot be an item is told with the reason and passed. Files of one folder come in the
order of the file system, since sorting would hold them all; the state gives them their order.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from core.batch.records import FoundFile, Passed, PassedPlace
from core.errors import MediaAccessError, SettingsError, UnsupportedMediaError
from core.media.handles import HandleFile, open_evidence
from core.media.sniffing import CONTENT_TYPES, HEAD_BYTES, sniff
from core.text import printable

MAX_DEPTH = 64
MAX_FILES = 10_000_000
_SUFFIXES = frozenset(suffix for content in CONTENT_TYPES for suffix in content.suffixes)
_REPARSE_POINT: int = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)
_SPECIAL = (
    (stat.S_ISFIFO, Passed.FIFO),
    (stat.S_ISSOCK, Passed.SOCKET),
    (stat.S_ISCHR, Passed.DEVICE),
    (stat.S_ISBLK, Passed.DEVICE),
)

Found = FoundFile | PassedPlace
Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of a folder is looked at.

    Attributes:
        include: Patterns; empty takes all files. `*` matches slashes too, case does not count.
        exclude: Patterns of files and of folders that are not entered.
        follow_links: Whether symbolic links and junctions are followed; each folder once.
    """

    recursive: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    follow_links: bool = False
    max_depth: int = MAX_DEPTH
    max_files: int = MAX_FILES

    def excludes(self, path: str) -> bool:
        """Whether a file or a folder is left out by a pattern."""
        return _matches(path, self.exclude)

    def includes(self, path: str) -> bool:
        """Whether a file is asked for."""
        return not self.include or _matches(path, self.include)


def _matches(path: str, patterns: tuple[str, ...]) -> bool:
    lower = path.lower()
    name = lower.rpartition("/")[2]
    return any(
        fnmatchcase(lower, pattern.lower()) or fnmatchcase(name, pattern.lower())
        for pattern in patterns
    )


def require_folder(folder: Path) -> Path:
    """Resolve the folder of a batch.

    Raises:
        SettingsError: There is none, or it cannot be listed.
    """
    real = Path(os.path.realpath(folder))
    try:
        with os.scandir(real):
            return real
    except OSError as error:
        raise SettingsError(
            f"{printable(str(folder))} is not a folder that can be read: {error.strerror}."
        ) from error


def discover(folder: Path, scope: Scope, *, output: Path | None = None) -> Iterator[Found]:
    """Walk a folder.

    Args:
        folder: As `require_folder` gives it.
        scope: What to look at.
        output: The output folder, in case a link leads there.

    Yields:
        Each file that is media by content or, where the content is unknown, by extension; and
        each place that was passed, with the reason.
    """
    walk = _Walk(folder, scope, _identity_of(output) if output else None)
    files = 0
    for found in walk.folder("", 0):
        if isinstance(found, FoundFile):
            files += 1
            if files > scope.max_files:
                yield PassedPlace(found.path, Passed.TOO_MANY)
                return
        yield found


def _identity_of(path: Path) -> Identity | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


class _Walk:
    """One walk; open folders are as many as it is deep."""

    def __init__(self, root: Path, scope: Scope, output: Identity | None) -> None:
        self._root = root
        self._scope = scope
        self._output = output
        # Only where links are followed can a folder be reached twice.
        self._entered: set[Identity] = set()

    def folder(self, path: str, depth: int) -> Iterator[Found]:
        """Walk a folder: its files first, then its subfolders by name."""
        if self._scope.follow_links:
            identity = _identity_of(self._root / path)
            if identity is not None:
                self._entered.add(identity)
        subfolders: list[str] = []
        try:
            with os.scandir(self._root / path) as entries:
                for entry in entries:
                    below = f"{path}/{entry.name}" if path else entry.name
                    for found in self._entry(entry, below, depth):
                        if isinstance(found, str):
                            subfolders.append(found)
                        else:
                            yield found
        except OSError:
            yield PassedPlace(path or ".", Passed.UNREADABLE)
        for below in sorted(subfolders):
            yield from self._enter(below, depth + 1)

    def _entry(self, entry: os.DirEntry[str], path: str, depth: int) -> Iterator[Found | str]:
        """Tell what an entry is; a folder to enter is given as its path."""
        if self._scope.excludes(path):
            yield PassedPlace(path, Passed.EXCLUDED)
            return
        try:
            status = entry.stat(follow_symlinks=False)
            is_link = stat.S_ISLNK(status.st_mode) or _is_reparse_point(status)
            if is_link and not self._scope.follow_links:
                yield PassedPlace(path, Passed.LINK)
                return
            if is_link:
                status = (self._root / path).stat()
        except FileNotFoundError:
            # A link is still there, what it names is not.
            kept = os.path.lexists(self._root / path)
            yield PassedPlace(path, Passed.BROKEN_LINK if kept else Passed.VANISHED)
        except OSError:
            # Too many links in a row is a loop of links.
            kept = (self._root / path).is_symlink()
            yield PassedPlace(path, Passed.LINK_LOOP if kept else Passed.UNREADABLE)
        else:
            yield from self._by_kind(path, status, depth)

    def _by_kind(self, path: str, status: os.stat_result, depth: int) -> Iterator[Found | str]:
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            if (status.st_dev, status.st_ino) == self._output:
                yield PassedPlace(path, Passed.OUTPUT_FOLDER)
            elif not self._scope.recursive:
                yield PassedPlace(path, Passed.SUBFOLDER)
            elif depth >= self._scope.max_depth:
                yield PassedPlace(path, Passed.TOO_DEEP)
            else:
                yield path
        elif stat.S_ISREG(mode):
            if self._scope.includes(path):
                yield self._file(path, status)
            else:
                yield PassedPlace(path, Passed.EXCLUDED)
        else:
            why = next((why for is_kind, why in _SPECIAL if is_kind(mode)), Passed.UNREADABLE)
            yield PassedPlace(path, why)

    def _enter(self, path: str, depth: int) -> Iterator[Found]:
        if self._scope.follow_links and _identity_of(self._root / path) in self._entered:
            yield PassedPlace(path, Passed.LINK_LOOP)
        else:
            yield from self.folder(path, depth)

    def _file(self, path: str, status: os.stat_result) -> Found:
        """Read the first bytes; only a name that claims media makes an item of unknown content."""
        found = FoundFile(path, status.st_size, status.st_mtime_ns)
        full = self._root / path
        claims_media = full.suffix.lower() in _SUFFIXES
        try:
            handle = open_evidence(full)
        except MediaAccessError:
            if not os.path.lexists(full):
                return PassedPlace(path, Passed.VANISHED)
            return found if claims_media else PassedPlace(path, Passed.UNREADABLE)
        try:
            sniff(HandleFile(handle).read(HEAD_BYTES))
        except UnsupportedMediaError:
            return found if claims_media else PassedPlace(path, Passed.NOT_MEDIA)
        except OSError:
            return found if claims_media else PassedPlace(path, Passed.UNREADABLE)
        finally:
            os.close(handle)
        return found


def _is_reparse_point(status: os.stat_result) -> bool:
    """Whether Windows would lead elsewhere: a junction or a mounted folder."""
    attributes: int = getattr(status, "st_file_attributes", 0)
    return bool(attributes & _REPARSE_POINT)
