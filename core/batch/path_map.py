# SPDX-License-Identifier: Apache-2.0
"""Where a worker on another machine sees the files that this machine sees."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from core.errors import SettingsError


@dataclass(frozen=True, slots=True)
class PathMap:
    r"""Folders here and what they are called on the workers, the longest match first.

    Attributes:
        pairs: Folder here, folder there; `/mnt/a` and `/srv/b`, or `/mnt/a` and `E:\b`.
    """

    pairs: tuple[tuple[PurePath, PurePath], ...] = ()

    @classmethod
    def parse(cls, texts: list[str]) -> PathMap:
        """Read `HERE=THERE`, any number of times.

        Raises:
            SettingsError: One of them has another form, or a folder is not absolute.
        """
        pairs = []
        for text in texts:
            here, equals, there = text.partition("=")
            if not equals or not Path(here).is_absolute() or not _there(there).is_absolute():
                raise SettingsError(f"expected /folder/here=/folder/there, got {text!r}")
            # The batch's folder is known without links.
            pairs.append((PurePath(os.path.realpath(here)), _there(there)))
        return cls(tuple(sorted(pairs, key=lambda pair: len(pair[0].parts), reverse=True)))

    def there(self, path: Path) -> str:
        """Give a path as the workers see it; one in no mapped folder stays as it is."""
        for here, there in self.pairs:
            if path.is_relative_to(here):
                return str(there.joinpath(*path.relative_to(here).parts))
        return str(path)


def _there(text: str) -> PurePath:
    windows = PureWindowsPath(text)
    return windows if windows.drive else PurePosixPath(text)
