# SPDX-License-Identifier: Apache-2.0
"""Where the commands keep what they make: one folder for a data set, one in it for a network."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.datasets.manifest import ManifestRow, read_manifest
from training.errors import CheckpointError, ManifestError
from training.releasing.release import Chain, chain_before

_USED_NAME = "used.txt"
_START_CARD = "started_from.toml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A working folder.

    Attributes:
        root: The folder. It holds `manifest.csv`, `data.json` and a folder for each network.
    """

    root: Path

    @property
    def manifest(self) -> Path:
        """The list of images."""
        return self.root / "manifest.csv"

    def rows(self) -> Sequence[ManifestRow]:
        """Read the manifest."""
        return read_manifest(self.manifest)

    def run(self, network_id: str) -> Path:
        """Folder of a network's run."""
        return self.root / network_id

    @property
    def clips(self) -> Path:
        """Folder of the crops of labelled clips that training may use."""
        return self.root / "clips_train"

    @property
    def validation_clips(self) -> Path:
        """Folder of the crops of labelled clips of generators that training never sees."""
        return self.root / "clips_val"

    @property
    def noted(self) -> Path:
        """List of the crops that earlier releases were trained on."""
        return self.root / _USED_NAME

    def used(self) -> frozenset[str]:
        """Names of crops that earlier releases were trained on; none where nothing is known."""
        if not self.noted.is_file():
            return frozenset()
        return frozenset(self.noted.read_text("utf-8").split())

    def images(self) -> Path:
        """Folder of the images that the manifest lists."""
        path = self.root / "data.json"
        try:
            return Path(json.loads(path.read_text("utf-8"))["images"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ManifestError("is missing or damaged; run `prepare` first", path) from error

    def remember_images(self, images: Path) -> None:
        """Keep where the images are."""
        text = json.dumps({"images": str(images.resolve())})
        (self.root / "data.json").write_text(text, "utf-8")

    def remember_start(self, network_id: str, card: Path) -> None:
        """Keep the card of the weights that a run goes on from, beside the run."""
        run = self.run(network_id)
        run.mkdir(parents=True, exist_ok=True)
        (run / _START_CARD).write_bytes(card.read_bytes())

    def chain(self, network_id: str) -> Chain:
        """What the weights that a run went on from have behind them; empty for none."""
        path = self.run(network_id) / _START_CARD
        if not path.is_file():
            return Chain()
        try:
            return chain_before(tomllib.loads(path.read_text("utf-8")))
        except (ValueError, KeyError, TypeError) as error:
            raise CheckpointError(f"{path}: no card of weights ({error})") from error

    def results(self, network_id: str) -> dict[str, Any]:
        """Read what was measured of a network so far; empty if nothing was."""
        path = self.run(network_id) / "results.json"
        if not path.is_file():
            return {}
        try:
            found: dict[str, Any] = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise CheckpointError(f"{path}: damaged ({error})") from error
        return found

    def add_results(self, network_id: str, **sections: Any) -> None:
        """Add or replace sections of what was measured."""
        path = self.run(network_id) / "results.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        merged = self.results(network_id) | sections
        path.write_text(json.dumps(merged, indent=1), "utf-8")
