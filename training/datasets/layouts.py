# SPDX-License-Identifier: Apache-2.0
"""Data sets of whole files by their published layouts: what each file is and what belongs together.

| layout | what lies in the folder |
|---|---|
| `dfdc` | `dfdc_train_part_*/metadata.json` beside the part's videos |
| `ffpp` | `original_sequences/youtube/*/videos`, `manipulated_sequences/<method>/*/videos` |
| `celeb-df` | `Celeb-real`, `YouTube-real`, `Celeb-synthesis`, `List_of_testing_videos.txt` |
| `tree` | `real` and `fake`, with any folders below |

A group never falls into two splits. It joins a fake with the video it was made from and, where the
layout tells, with the one that gave the face.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from training.datasets.manifest import FAKE, LABELS, REAL
from training.datasets.splits import HELD_OUT_CLIPS, Split, fold_of, split_of
from training.errors import ManifestError

SUFFIXES = frozenset(
    {".mp4", ".avi", ".mov", ".mkv", ".webm", ".mpg", ".jpg", ".jpeg", ".png", ".webp", ".bmp"}
)
_FFPP_NAME = re.compile(r"(\d{3})(?:_(\d{3}))?\.\w+")
_CELEB_NAME = re.compile(r"(id\d+)_(?:(id\d+)_)?\d{4}\.\w+")
_CELEB_LINE = re.compile(r"([01])\s+(\S+)")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One video or image of a data set.

    Attributes:
        file: Path below the data set's folder, with forward slashes.
        label: 0 real, 1 fake.
        group: What must stay together.
        split: What it is used for.
    """

    file: str
    label: int
    group: str
    split: Split


def list_files(layout: str, folder: Path) -> list[SourceFile]:
    """List a data set.

    Args:
        layout: A key of `LAYOUTS`.
        folder: Of the data set.

    Returns:
        Its files, sorted by path.

    Raises:
        ManifestError: A table or file is missing or not what the layout says, or there are only
            real or only fake files; names the file.
    """
    files = sorted(LAYOUTS[layout](folder), key=lambda one: one.file)
    labels = {one.label for one in files}
    if labels != {REAL, FAKE}:
        found = {frozenset(): "no files", frozenset({REAL}): "only real files"}
        what = found.get(frozenset(labels), "only fake files")
        raise ManifestError(f"holds {what} by the layout {layout}", folder)
    missing = next((one.file for one in files if not (folder / one.file).is_file()), None)
    if missing is not None:
        raise ManifestError("is listed but missing", folder / missing)
    return files


def _dfdc(folder: Path) -> Iterator[SourceFile]:
    tables = sorted(folder.glob("*/metadata.json")) or sorted(folder.glob("metadata.json"))
    if not tables:
        raise ManifestError("no part with a metadata.json", folder)
    for table in tables:
        part = table.parent.relative_to(folder)
        for name, facts in _json_table(table).items():
            if not isinstance(facts, dict) or facts.get("label") not in LABELS:
                raise ManifestError(f"{name!r} has no label REAL or FAKE", table)
            if PurePosixPath(name).name != name:
                raise ManifestError(f"{name!r} is not a file name", table)
            original = str(facts.get("original") or "")
            file = (PurePosixPath(part.as_posix()) / name).as_posix()
            group = original or name
            yield SourceFile(file, LABELS[facts["label"]], group, split_of(name, original))


def _json_table(path: Path) -> Mapping[str, object]:
    try:
        table = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ManifestError(f"cannot be read ({error.strerror})", path) from error
    except ValueError as error:
        raise ManifestError(f"is not JSON ({error})", path) from error
    if not isinstance(table, dict):
        raise ManifestError("is not a table of file names", path)
    return table


def _ffpp(folder: Path) -> Iterator[SourceFile]:
    """FaceForensics++: fake `000_003` is video 000 with the face of 003, and `003_000` exists."""
    found = [
        (path, REAL) for path in sorted(folder.glob("original_sequences/youtube/*/videos/*.*"))
    ] + [(path, FAKE) for path in sorted(folder.glob("manipulated_sequences/*/*/videos/*.*"))]
    joined = _Joined()
    names: list[tuple[str, int, str]] = []
    for path, label in found:
        match = _FFPP_NAME.fullmatch(path.name)
        if match is None or (label == FAKE) != bool(match[2]):
            if "DeepFakeDetection" in path.parts:
                continue  # its 28 actors all play with each other: one group, of no use here
            raise ManifestError("is not named as in FaceForensics++", path)
        joined.join(match[1], match[2] or match[1])
        names.append((path.relative_to(folder).as_posix(), label, match[1]))
    for file, label, name in names:
        group = f"ffpp-{joined.first(name)}"
        yield SourceFile(file, label, group, _by_fold(group))


def _celeb_df(folder: Path) -> Iterator[SourceFile]:
    """Celeb-DF v2: the published list is the test, identities of the rest stay together.

    All identities are swapped with each other, so grouping both would leave one group. A group is
    the person seen; whose face was put on him may be on another side.
    """
    tested = _celeb_tests(folder / "List_of_testing_videos.txt")
    for place, label in (("Celeb-real", REAL), ("YouTube-real", REAL), ("Celeb-synthesis", FAKE)):
        for path in sorted((folder / place).glob("*.*")):
            file = path.relative_to(folder).as_posix()
            match = _CELEB_NAME.fullmatch(path.name)
            if match is None and place != "YouTube-real":
                raise ManifestError("is not named as in Celeb-DF", path)
            group = f"celeb-{match[1] if match else path.stem}"
            split = Split.TEST if file in tested else _by_fold(group, holds_test=False)
            yield SourceFile(file, label, group, split)


def _celeb_tests(table: Path) -> set[str]:
    try:
        lines = table.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ManifestError(f"cannot be read ({error})", table) from error
    tested = set()
    for number, line in enumerate(lines, 1):
        match = _CELEB_LINE.fullmatch(line.strip())
        if line.strip() and match is None:
            raise ManifestError(f"{line!r} is not a label and a file", table, number)
        if match:
            tested.add(match[2])
    return tested


def _tree(folder: Path) -> Iterator[SourceFile]:
    """A plain tree: nothing tells what belongs together but the folder right below the label's."""
    for place, label in (("real", REAL), ("fake", FAKE)):
        if not (folder / place).is_dir():
            raise ManifestError(f"has no folder {place}", folder)
        for path in sorted((folder / place).rglob("*")):
            if path.suffix.lower() in SUFFIXES and path.is_file():
                file = path.relative_to(folder)
                group = file.parts[1] if len(file.parts) > 2 else file.stem
                yield SourceFile(file.as_posix(), label, group, _by_fold(group))


def _by_fold(group: str, *, holds_test: bool = True) -> Split:
    if group in HELD_OUT_CLIPS:
        return Split.HELD_OUT
    split = split_of(f"{group}.mp4", "")
    is_spare = split is Split.TEST and not holds_test
    return (Split.VALIDATION if fold_of(group) % 2 else Split.TRAIN) if is_spare else split


class _Joined:
    """Names that belong together, told pair by pair."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.first(one), self.first(other)))
        self._above[high] = low

    def first(self, name: str) -> str:
        """The smallest name of those that belong together."""
        while (above := self._above.get(name, name)) != name:
            name = above
        return name


LAYOUTS: Mapping[str, Callable[[Path], Iterator[SourceFile]]] = {
    "dfdc": _dfdc,
    "ffpp": _ffpp,
    "celeb-df": _celeb_df,
    "tree": _tree,
}
