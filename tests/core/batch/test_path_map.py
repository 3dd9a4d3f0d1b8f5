# SPDX-License-Identifier: Apache-2.0
"""What a worker calls a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.batch.path_map import PathMap
from core.errors import SettingsError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX paths on this side")


@pytest.mark.parametrize(
    ("maps", "here", "there"),
    [
        ([], "/mnt/a/x.mp4", "/mnt/a/x.mp4"),
        (["/mnt/a=/srv/b"], "/mnt/a/deep/x.mp4", "/srv/b/deep/x.mp4"),
        (["/mnt/a=/srv/b"], "/mnt/ab/x.mp4", "/mnt/ab/x.mp4"),
        (["/mnt=/m", "/mnt/a=/srv/b"], "/mnt/a/x.mp4", "/srv/b/x.mp4"),
        ([r"/mnt/a=E:\case"], "/mnt/a/deep/x.mp4", r"E:\case\deep\x.mp4"),
    ],
)
def test_the_longest_folder_that_fits_is_replaced(maps: list[str], here: str, there: str) -> None:
    assert PathMap.parse(maps).there(Path(here)) == there


@pytest.mark.parametrize("text", ["", "/a", "a=/b", "/a=b", "=", "/a="])
def test_what_is_no_pair_of_folders_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="expected"):
        PathMap.parse([text])
