# SPDX-License-Identifier: Apache-2.0
"""Peak memory of a 1-minute and a 10-minute clip, decoder child included.

Each analysis is a process of its own; the peak is the largest sum of resident memory over the
process and its children, read every 0.1 s (shared pages count for each process that maps them).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import av
import psutil

from core.demo import make_demo_clip

ROOT = Path(__file__).resolve().parent.parent
MIB = 1024 * 1024


def lengthen(clip: Path, target: Path, times: int) -> None:
    """Join a clip to itself without encoding again."""
    with av.open(str(target), "w") as out:
        stream = None
        offset = 0
        for _ in range(times):
            with av.open(str(clip)) as source:
                video = source.streams.video[0]
                stream = stream or out.add_stream_from_template(video)
                end = offset
                for packet in source.demux(video):
                    if packet.dts is None:
                        continue
                    packet.pts += offset
                    packet.dts += offset
                    end = max(end, packet.pts + packet.duration)
                    packet.stream = stream
                    out.mux(packet)
                offset = end


def peak_mib(clip: Path, out: Path) -> float:
    """Analyse a clip and give the peak of its processes' memory in MiB."""
    command = [sys.executable, "-m", "core.cli", "analyze", str(clip), "--out", str(out)]
    command += ["--quiet", "--sample", "fps:5"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    watched = psutil.Process(process.pid)
    peak = 0
    while process.poll() is None:
        try:
            family = [watched, *watched.children(recursive=True)]
            peak = max(peak, sum(one.memory_info().rss for one in family))
        except psutil.NoSuchProcess:
            pass
        time.sleep(0.1)
    if process.returncode != 0:
        raise SystemExit(f"the analysis ended with {process.returncode}")
    return peak / MIB


def main() -> None:
    """Measure both lengths and print the ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_demo_clip(folder / "part.mp4", seconds=20, fps=30)
        lengthen(folder / "part.mp4", folder / "1min.mp4", 3)
        lengthen(folder / "part.mp4", folder / "10min.mp4", 30)
        short = peak_mib(folder / "1min.mp4", folder / "a")
        long = peak_mib(folder / "10min.mp4", folder / "b")
        shutil.rmtree(folder / "a")
        print(f"1 min {short:.0f} MiB, 10 min {long:.0f} MiB, ratio {long / short:.3f}")


if __name__ == "__main__":
    main()
