# SPDX-License-Identifier: Apache-2.0
"""Cards: what is read from them, and that a broken one is refused by file and key."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from core.cards import MAX_CARD_BYTES, SequenceSpec, read_card
from core.errors import WeightsCardError
from core.records import Calibration, InputSpec
from tests.core.folders import Card, image_card, sequence_card, write_card, write_folder

CONTENT = b"not looked at in these tests"


def without(card: Card, dotted_key: str) -> Card:
    """Copy a card with one key taken out."""
    table, _, key = dotted_key.partition(".")
    copy: Card = {name: dict(v) if isinstance(v, dict) else v for name, v in card.items()}
    del (copy[table] if key else copy)[key or table]
    return copy


def error_of(tmp_path: Path, card: Card) -> WeightsCardError:
    folder = tmp_path / "broken"
    folder.mkdir()
    write_card(folder, card)
    with pytest.raises(WeightsCardError) as caught:
        read_card(folder / "card.toml")
    return caught.value


FULL_CARD: Card = {**image_card(), "files": {"network.onnx": "0" * 64}}
FULL_SEQUENCE_CARD: Card = {**sequence_card(), "files": {"network.onnx": "0" * 64}}


def test_image_card_is_read_in_full(tmp_path: Path) -> None:
    card = read_card(write_folder(tmp_path, image_card(), CONTENT) / "card.toml")
    assert card.input == InputSpec(8, 8, -1.0, 1.0, crop_scale=1.3, crop_shift_y=-0.05)
    assert card.calibration == Calibration(0.8, -0.2, -1.5, 1.5)
    assert (card.no_support_threshold, card.support_threshold) == (0.3, 0.8)
    assert card.validation_auc == 0.75
    assert card.limits == ("Made for a test.",)
    assert card.network_sha256 == hashlib.sha256(CONTENT).hexdigest()


def test_sequence_card_is_read_in_full(tmp_path: Path) -> None:
    path = write_folder(tmp_path, sequence_card(), CONTENT)
    assert read_card(path / "card.toml").input == SequenceSpec(20, 4, "xception")


def test_card_may_leave_out_what_was_not_measured(tmp_path: Path) -> None:
    bare = {k: v for k, v in image_card().items() if k not in {"validation", "calibration"}}
    path = write_folder(tmp_path, bare, CONTENT)
    card = read_card(path / "card.toml")
    assert (card.validation_auc, card.calibration) == (None, None)


def test_raw_card_can_be_written_as_json_when_it_holds_dates_and_nan(tmp_path: Path) -> None:
    path = write_folder(tmp_path, image_card(), CONTENT)
    toml = (path / "card.toml").read_text().replace('"2026-11-23"', "2026-11-23")
    (path / "card.toml").write_text(
        toml + "\n[training]\nruns = [{at = 2026-11-23T05:40:00, loss = nan}]\n"
    )
    card = read_card(path / "card.toml")
    assert card.date == "2026-11-23"
    training = json.loads(json.dumps(card.raw, allow_nan=False))["training"]
    assert training == {"runs": [{"at": "2026-11-23T05:40:00", "loss": None}]}


@pytest.mark.parametrize(
    "key",
    [
        *("id", "title", "kind", "version", "date", "license", "input", "files"),
        *("input.height", "input.width", "input.low", "input.high", "files.network.onnx"),
        *("operating_points.support_threshold", "operating_points.no_support_threshold"),
        *("calibration.slope", "calibration.intercept"),
        *("calibration.log10_lr_min", "calibration.log10_lr_max"),
    ],
)
def test_card_is_refused_by_name_when_a_key_is_missing(tmp_path: Path, key: str) -> None:
    error = error_of(tmp_path, without(FULL_CARD, key))
    assert f"broken/card.toml: {key} is missing" in error.message
    assert error.facts["key"] == key
    assert error.advice


@pytest.mark.parametrize("key", ["window", "feature_size", "trunk"])
def test_sequence_card_is_refused_when_a_key_is_missing(tmp_path: Path, key: str) -> None:
    error = error_of(tmp_path, without(FULL_SEQUENCE_CARD, f"input.{key}"))
    assert error.facts["key"] == f"input.{key}"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "Xception"),
        ("id", "../xception"),
        ("id", ""),
        ("id", 7),
        ("title", "two\x1b[31m"),
        ("title", ["a"]),
        ("kind", "audio"),
        ("input", "224x224"),
        ("input.height", 0),
        ("input.height", 160.5),
        ("input.height", 100_000),
        ("input.height", True),
        ("input.height", "160"),
        ("input.high", -2.0),
        ("input.color_order", "BGR"),
        ("input.interpolation", "nearest"),
        ("input.crop_scale", 0),
        ("operating_points.support_threshold", 1.5),
        ("operating_points.no_support_threshold", 0.9),
        ("calibration.slope", -1.0),
        ("validation.auc", 75),
        ("limits.text", "one sentence"),
        ("limits.text", [1]),
        ("files.network.onnx", "0" * 63),
        ("files.network.onnx", "G" * 64),
    ],
)
def test_card_is_refused_by_name_when_a_value_has_no_meaning(
    tmp_path: Path, key: str, value: object
) -> None:
    table, _, last = key.partition(".")
    card = {k: dict(v) if isinstance(v, dict) else v for k, v in FULL_CARD.items()}
    (card[table] if last else card)[last or table] = value
    error = error_of(tmp_path, card)
    assert error.facts["key"] == key
    assert error.message.isprintable()


@pytest.mark.parametrize(
    "name", ["network.keras", "network.h5", "weights.pkl", "../network.onnx", "a\\b.onnx", "x.py"]
)
def test_card_is_refused_when_it_names_another_kind_of_file(tmp_path: Path, name: str) -> None:
    files = {"network.onnx": "0" * 64, name: "0" * 64}
    assert error_of(tmp_path, {**FULL_CARD, "files": files}).facts["key"] == f"files.{name}"


@pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
def test_card_is_refused_when_a_number_is_not_finite(tmp_path: Path, value: str) -> None:
    path = write_folder(tmp_path, image_card(), CONTENT)
    toml = (path / "card.toml").read_text().replace('"slope" = 0.8', f'"slope" = {value}')
    (path / "card.toml").write_text(toml)
    with pytest.raises(WeightsCardError, match=r"calibration\.slope"):
        read_card(path / "card.toml")


@pytest.mark.parametrize(
    "content", [b"id = ", b"\xff\xfe", b"# " + b"x" * MAX_CARD_BYTES, b"id = 1\nid = 2"]
)
def test_card_is_refused_when_it_is_not_toml_of_sane_size(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "card.toml").write_bytes(content)
    with pytest.raises(WeightsCardError, match=r"card\.toml"):
        read_card(tmp_path / "card.toml")
