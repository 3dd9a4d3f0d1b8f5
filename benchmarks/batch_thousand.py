# SPDX-License-Identifier: Apache-2.0
"""A thousand small files of mixed kinds, one in twenty broken: accounting, memory, resume.

Runs the command line twice: once to the end, with the memory of its processes read all along,
and once killed with signal 9 several times and gone on with. Prints what was found, the memory
in the first and in the last quarter, and whether both results are the same.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import av
import numpy as np
import psutil
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
IMAGE_KINDS = ("png", "jpeg", "webp", "bmp", "gif", "tiff")
MIB = 1 << 20


def picture(number: int) -> Image.Image:
    """A small picture of noise."""
    pixels = np.random.default_rng(number).integers(0, 255, (60, 80, 3), dtype=np.uint8)
    return Image.fromarray(pixels)


def clip(number: int) -> bytes:
    """A clip of five frames of noise."""
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        video = container.add_stream("mpeg4", rate=5)
        video.width, video.height, video.pix_fmt = 80, 64, "yuv420p"
        for index in range(5):
            noise = np.random.default_rng(number * 5 + index).integers(0, 255, (64, 80, 3))
            frame = av.VideoFrame.from_ndarray(noise.astype(np.uint8), format="rgb24")
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
    return stream.getvalue()


def break_it(content: bytes, how: int) -> bytes:
    """Break a file in one of several ways."""
    ways = (
        lambda: b"",
        lambda: content[: len(content) // 2],
        lambda: content[:20],
        lambda: content[:8] + os.urandom(len(content) - 8),
        lambda: b"#EXTM3U\nfile:///etc/passwd\n",
        lambda: os.urandom(len(content)),
    )
    return ways[how % len(ways)]()


def make_evidence(folder: Path, files: int) -> dict[str, int]:
    """Make the files; a few are copies of others."""
    folder.mkdir()
    made: Counter[str] = Counter()
    for number in range(files):
        kind = "mp4" if number % 10 == 0 else IMAGE_KINDS[number % len(IMAGE_KINDS)]
        stream = io.BytesIO()
        source = number - 30 if number % 50 == 33 else number  # a copy of an earlier one
        if kind == "mp4":
            content = clip(source)
        else:
            picture(source).save(stream, kind)
            content = stream.getvalue()
        if number % 20 == 11:
            content, made["broken"] = break_it(content, number // 20), made["broken"] + 1
        (folder / f"{number % 10}").mkdir(exist_ok=True)
        (folder / f"{number % 10}" / f"{number:05}.{kind}").write_bytes(content)
        made[kind] += 1
    return dict(made)


def command(folder: Path, out: Path, *workers: str) -> list[str]:
    """The command line of a run."""
    words = [sys.executable, "-m", "core.cli", "batch", str(folder), "--out", str(out)]
    return [*words, "--recursive", "--resume", "--quiet", "--format", "json,csv", *workers]


def run_and_watch(words: list[str]) -> tuple[float, list[float]]:
    """Run to the end; give the seconds and the memory of client and workers over time in MiB."""
    started = time.perf_counter()
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL)
    family: list[float] = []
    client = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            # Decoders live for one file each: they come and go.
            long_lived = [client, *(one for one in client.children() if one.num_threads() > 1)]
            family.append(sum(one.memory_info().rss for one in long_lived) / MIB)
        except psutil.Error:
            pass
        time.sleep(0.25)
    return time.perf_counter() - started, family


def run_and_kill(words: list[str], kills: int, seconds: float) -> None:
    """Run, kill with signal 9 now and then, and go on to the end."""
    moments = random.Random(11)
    for _ in range(kills):
        process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL)
        try:
            process.wait(timeout=moments.uniform(0.3, 1.0) * seconds / kills + 5)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
    subprocess.run(words, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)


def results(out: Path) -> dict[str, tuple[str, ...]]:
    """Path to what was found, without times."""
    with (out / "summary.csv").open(encoding="utf-8", newline="") as stream:
        return {
            row["path"]: tuple(
                row[key] for key in ("sha256", "status", "outcome", "reason", "same_as", "results")
            )
            for row in csv.DictReader(stream)
        }


def main() -> None:
    """Run both and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kills", type=int, default=5)
    options = parser.parse_args()
    workers = ("--workers", str(options.workers))
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        made = make_evidence(root / "in", options.files)
        print(f"made {options.files} files: {made}")
        seconds, memory = run_and_watch(command(root / "in", root / "whole", *workers))
        whole = results(root / "whole")
        print(f"{len(whole)} listed in {seconds:.0f} s, {seconds / len(whole):.2f} s a file")
        print(dict(Counter(f"{row[1]}: {row[2]} {row[3]}" for row in whole.values())))
        working = memory[len(memory) // 10 :]
        quarter = max(1, len(working) // 4)
        first, last = (statistics.median(part) for part in (working[:quarter], working[-quarter:]))
        print(f"memory: first quarter {first:.0f} MiB, last quarter {last:.0f} MiB")
        print(f"memory: last against first {last / first:.3f}")
        state_bytes = (root / "whole" / "state.sqlite").stat().st_size
        print(f"state: {state_bytes / len(whole):.0f} bytes a file")
        words = command(root / "in", root / "killed", *workers)
        run_and_kill(words, options.kills, seconds)
        is_same = results(root / "killed") == whole
        print(f"after {options.kills} kills and resumes: {'equal' if is_same else 'DIFFERENT'}")


if __name__ == "__main__":
    main()
