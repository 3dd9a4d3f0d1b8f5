# SPDX-License-Identifier: Apache-2.0
"""A 20 s 720p clip with one face, every fifth frame: FaceWitness and the peer in turn.

Prints seconds of each run, the medians and the ratio of each pair; both are whole processes.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from core.demo import make_demo_clip

ROOT = Path(__file__).resolve().parent.parent


def timed(command: list[str]) -> tuple[float, str]:
    """Run a command; give its seconds and what it printed."""
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return time.perf_counter() - start, done.stdout.strip().splitlines()[-1]


def summaries(line: str) -> str:
    """Pick the same figures from our line of JSON, to show that both did the same job."""
    tracks = json.loads(line)["tracks"]
    figures = {name: (s["n"], round(s["mean"], 3)) for name, s in tracks[0]["scores"].items()}
    return f"{len(tracks)} person, {figures}"


def main() -> None:
    """Run both programs in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--detectors", default="xception,xception_gru,image_cnn")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        clip = Path(folder) / "clip.mp4"
        make_demo_clip(clip, seconds=20, fps=30, size=(1280, 720))
        chosen = [w for name in options.detectors.split(",") for w in ("--detector", name)]
        ours = [sys.executable, "-m", "core.cli", "analyze", str(clip), "--out", f"{folder}/out"]
        ours += ["--sample", "every:5", "--json", "--quiet", "--format", "json", *chosen]
        peer = [sys.executable, "benchmarks/peer.py", str(clip), "--detectors", options.detectors]
        pairs = []
        for _ in range(options.runs):
            our_s, our_line = timed(ours)
            peer_s, peer_scores = timed(peer)
            pairs.append((our_s, peer_s))
            print(
                f"FaceWitness {our_s:6.1f} s   peer {peer_s:6.1f} s   ratio {peer_s / our_s:4.1f}"
            )
        print(f"peer scored: {peer_scores}")
        print(f"FaceWitness scored: {summaries(our_line)}")
        print(
            f"median: FaceWitness {statistics.median(a for a, _ in pairs):.1f} s, "
            f"peer {statistics.median(b for _, b in pairs):.1f} s, "
            f"ratio {statistics.median(b / a for a, b in pairs):.1f}"
        )


if __name__ == "__main__":
    main()
