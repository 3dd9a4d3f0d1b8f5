# SPDX-License-Identifier: Apache-2.0
"""Finds detectors' folders, reads their cards, and checks a network's SHA-256 before it is parsed.

A folder holds `card.toml` and `network.onnx`, and nothing in it is ever executed: the card is
data, the network is a graph of ONNX's own operators. Pickles, `.keras` and `.h5` files, which
can carry code, are refused by content, whatever their name is.
"""

from __future__ import annotations

import hashlib
import logging
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

import resources
from core.cards import CARD_NAME, NETWORK_NAME, WeightsCard, read_card
from core.errors import WeightsMismatchError, WeightsMissingError

log = logging.getLogger(__name__)

FOLDER_VARIABLE = "FACEWITNESS_WEIGHTS_DIR"
MAX_NETWORK_BYTES = 2 * 1024**3 - 1  # what one protobuf message, hence one ONNX file, can hold

# Each ONNX file starts with its field 1, the version of the format, which is a varint.
_ONNX_START = b"\x08"
_FORBIDDEN_STARTS = {
    b"\x80": "a pickle",
    b"PK": "a ZIP archive, such as .keras or .pt",
    b"\x89HDF": "an HDF5 file, such as .h5",
}


@dataclass(frozen=True, slots=True)
class WeightsFolder:
    """A detector's folder and its card."""

    id: str
    path: Path
    card: WeightsCard


def weights_roots() -> tuple[Path, ...]:
    """Places that may hold detectors' folders: the program's, the user's, the environment's.

    Raises:
        WeightsMissingError: The environment names something that is no folder.
    """
    roots = [
        resources.path("weights"),
        platformdirs.user_data_path("facewitness", appauthor=False) / "weights",
    ]
    if named := os.environ.get(FOLDER_VARIABLE):
        if not Path(named).is_dir():
            # Going on would run other detectors than the user believes.
            raise WeightsMissingError(
                f"{FOLDER_VARIABLE} does not name a folder.", advice="Correct or unset it."
            )
        roots.append(Path(named))
    return tuple(roots)


def find_weights() -> tuple[WeightsFolder, ...]:
    """Read the card of each detector there is; no network file is touched.

    Of two folders with the same id the first found counts, so that a dropped-in folder never
    takes the place of a shipped detector; the other is logged.

    Returns:
        In order of place, then of folder name.

    Raises:
        WeightsCardError: A card cannot be used; the message names the file and the key.
        WeightsMissingError: A place cannot be listed, or the environment names none.
    """
    found: dict[str, WeightsFolder] = {}
    for path in (folder for root in weights_roots() for folder in _folders_with_card(root)):
        card = read_card(path / CARD_NAME)
        if card.id in found:
            log.warning("detector %s is there twice, the later folder is ignored", card.id)
            log.debug("ignored: %s, used: %s", path, found[card.id].path)
            continue
        found[card.id] = WeightsFolder(card.id, path, card)
    return tuple(found.values())


def read_network(folder: WeightsFolder) -> bytes:
    """Read a network file once and compare its hash with the card's before anything parses it.

    Returns:
        The file's bytes; the caller drops them once the engine has loaded them.

    Raises:
        WeightsMissingError: There is no such file, or it cannot be read.
        WeightsMismatchError: The hash is not the card's, or the content is not ONNX.
    """
    advice = f"Install the weights of {folder.id} again."
    path = folder.path / NETWORK_NAME
    try:
        # A named pipe or a device would block or never end.
        if not path.is_file():
            raise WeightsMissingError(f"{folder.id} has no {NETWORK_NAME}.", advice=advice)
        if path.stat().st_size > MAX_NETWORK_BYTES:
            raise WeightsMismatchError(f"{NETWORK_NAME} of {folder.id} is too big.", advice=advice)
        content = path.read_bytes()
    except OSError as error:
        raise WeightsMissingError(
            f"{NETWORK_NAME} of {folder.id} cannot be read: {error.strerror}.", advice=advice
        ) from error
    _check_content(folder, content, advice)
    return content


def _folders_with_card(root: Path) -> list[Path]:
    try:
        if not root.is_dir():
            return []
        return sorted(path for path in root.iterdir() if (path / CARD_NAME).is_file())
    except OSError as error:
        raise WeightsMissingError(
            f"A weights folder cannot be listed: {error.strerror}.",
            advice="Make it readable, or take it away.",
            path=str(root),
        ) from error


def _check_content(folder: WeightsFolder, content: bytes, advice: str) -> None:
    expected, actual = folder.card.network_sha256, hashlib.sha256(content).hexdigest()
    if actual != expected:
        raise WeightsMismatchError(
            f"{NETWORK_NAME} of {folder.id} is not the file its card describes: "
            f"SHA-256 {actual} instead of {expected}. It was not opened.",
            advice=advice,
            expected=expected,
            actual=actual,
        )
    if not content.startswith(_ONNX_START):
        kinds = [kind for start, kind in _FORBIDDEN_STARTS.items() if content.startswith(start)]
        raise WeightsMismatchError(
            f"{NETWORK_NAME} of {folder.id} is {kinds[0] if kinds else 'something else'}, "
            "not an ONNX file. It was not opened.",
            advice="Only ONNX files are loaded, since other formats can carry code.",
        )
