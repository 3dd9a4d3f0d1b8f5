# SPDX-License-Identifier: Apache-2.0
"""Folders with small media, and running batches over them."""

from __future__ import annotations

import difflib
import json
import re
from pathlib import Path

import numpy as np
from PIL import Image

from core.batch.discovery import Scope
from core.batch.options import BatchOptions
from core.batch.reader import BatchReader
from core.batch.records import BatchEvent, Item, ItemFinished
from core.batch.run import run_batch
from core.batch.runner import InlineRunner, Runner
from core.cancel import CancelToken
from core.settings import AnalysisSettings

# What differs from run to run though nothing else does.
# Times, and the digest that covers them.
_TIMES = re.compile(r'"(started_at|finished_at|seconds|created_at|digest)": ("[^"]*"|[\d.]+)')


def make_image(path: Path, seed: int = 0, size: tuple[int, int] = (48, 64)) -> Path:
    """A picture of noise, without a face."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(0, 255, (*size, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def make_folder(root: Path, images: int = 4) -> Path:
    """Pictures, a copy of one in a subfolder, two broken files, and a text."""
    for number in range(images):
        make_image(root / f"image{number}.png", number)
    (root / "sub").mkdir()
    (root / "sub" / "copy.png").write_bytes((root / "image1.png").read_bytes())
    (root / "broken.mp4").write_bytes(b"no video at all")
    (root / "empty.jpg").write_bytes(b"")
    (root / "notes.txt").write_text("not media")
    return root


def make_options(folder: Path, out: Path, **changes: object) -> BatchOptions:
    """A recursive batch with JSON reports."""
    values: dict[str, object] = {
        "settings": AnalysisSettings(),
        "formats": ("json",),
        "scope": Scope(recursive=True),
        "threads": 1,
    }
    return BatchOptions(folder, out, **(values | changes))  # type: ignore[arg-type]


def run(options: BatchOptions, runner: Runner | None = None) -> list[BatchEvent]:
    """Run a batch to its end."""
    return list(run_batch(options, runner or InlineRunner(), CancelToken()))


def analysed(events: list[BatchEvent]) -> list[str]:
    """Paths of the items that were finished, in order."""
    return [event.item.path for event in events if isinstance(event, ItemFinished)]


def items(out: Path) -> dict[str, Item]:
    """The state's items by path."""
    reader = BatchReader.open(out)
    try:
        return {item.path: item for item in reader.items()}
    finally:
        reader.close()


def snapshot(out: Path) -> dict[str, str]:
    """What a batch wrote, without times: file name to content."""
    found = {}
    for path in sorted(out.rglob("*")):
        if path.suffix == ".json":
            text = path.read_text("utf-8")
            found[str(path.relative_to(out))] = _TIMES.sub(r'"\1": null', text)
        elif path.is_dir():
            found[str(path.relative_to(out))] = ""
    return found


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Lines that differ between two snapshots, for a failure that can be understood."""
    found = sorted(set(one) ^ set(other))
    for name in sorted(set(one) & set(other)):
        lines = difflib.unified_diff(one[name].split("\n"), other[name].split("\n"), n=0)
        found += [f"{name}: {line}" for line in lines if line[0] in "+-"]
    return found


def outcomes(out: Path) -> dict[str, str]:
    """Path to outcome and reason, from the summary that people read."""
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    return {one["path"]: f"{one['outcome']} {one['reason']}" for one in summary["items"]}
