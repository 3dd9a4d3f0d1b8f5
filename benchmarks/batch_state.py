# SPDX-License-Identifier: Apache-2.0
"""What a file costs the client of a batch, without its analysis: walk, state, results, summary.

Makes so many tiny pictures, then does all that a run does but analysing them. Prints the cost for
a file, the growth of memory, and what a million files would take by the same measure.
"""

from __future__ import annotations

import argparse
import io
import os
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
from PIL import Image

from core.batch.discovery import Scope, discover
from core.batch.records import Finding
from core.batch.results import ResultStore
from core.batch.state import BatchState
from core.batch.summary import write_tables
from core.records import Outcome

MILLION = 1_000_000
MIB = 1 << 20


def make_evidence(folder: Path, files: int) -> None:
    """Make pictures that differ in their last bytes, a thousand in each subfolder."""
    stream = io.BytesIO()
    pixels = np.random.default_rng(1).integers(0, 255, (24, 32, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(stream, "png")
    for number in range(files):
        below = folder / f"{number // 1000:04}"
        below.mkdir(parents=True, exist_ok=True)
        # Another size each: equal ones would be hashed to find copies, which costs reading them.
        (below / f"{number:07}.png").write_bytes(stream.getvalue() + bytes(number))


def finding(number: int) -> Finding:
    """What an analysis gives back, with a report of a usual size."""
    return Finding(
        sha256=f"{number:064x}",
        size_bytes=None,
        outcome=Outcome.NOT_APPLICABLE,
        reason="no_face",
        message="",
        kind="image",
        files=(("report.json", os.urandom(4500).hex().encode()),),
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=3000)
    options = parser.parse_args()
    process = psutil.Process()
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "in"), Path(name, "out")
        out.mkdir()
        make_evidence(folder, options.files)
        state, store = BatchState(out), ResultStore(out)
        costs: dict[str, float] = {}
        started = time.perf_counter()
        found = discover(folder, Scope(recursive=True))
        for _ in state.take_scan(found, lambda: False):
            pass
        costs["walk and sniff"] = time.perf_counter() - started
        memory, done = [process.memory_info().rss], 0
        started = time.perf_counter()
        while (item := state.next_waiting()) is not None:
            state.has_peer_of_size(item)
            state.start(item, None)
            given = finding(done)
            state.finish(item.item_id, given, store.put(item, given.files), "f" * 64)
            done += 1
            memory.append(process.memory_info().rss)
        costs["results and state"] = time.perf_counter() - started
        started = time.perf_counter()
        write_tables(state.reader, out)
        costs["summary, once"] = time.perf_counter() - started
        state.close()
        for what, seconds in costs.items():
            each = seconds / options.files
            print(
                f"{what:18} {each * 1e3:7.3f} ms a file, {each * MILLION / 3600:6.2f} h a million"
            )
        size_bytes = (out / "state.sqlite").stat().st_size / options.files
        print(
            f"state: {size_bytes:.0f} bytes a file, {size_bytes * MILLION / 1e9:.2f} GB a million"
        )
        tenth = len(memory) // 10
        grown = (memory[-1] - memory[tenth]) / MIB
        print(f"memory: grown by {grown:.1f} MiB over the last nine tenths of {done} files")


if __name__ == "__main__":
    main()
