# SPDX-License-Identifier: Apache-2.0
"""The card of a detector: what `card.toml` says of its weights, checked key by key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from core.card_fields import CardFields, plain
from core.errors import WeightsCardError
from core.records import Calibration, InputSpec
from core.text import printable

CARD_NAME = "card.toml"
NETWORK_NAME = "network.onnx"
MAX_CARD_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class SequenceSpec:
    """What a sequence network was trained on.

    Attributes:
        window: Observations in one window.
        feature_size: Values in one observation's feature.
        trunk: Id of the image detector that the features come from.
        trunk_sha256: Hash of that detector's network; empty if the card does not pin it.
    """

    window: int
    feature_size: int
    trunk: str
    trunk_sha256: str = ""


@dataclass(frozen=True, slots=True)
class WeightsCard:
    """What `card.toml` says of a detector.

    Attributes:
        id: Lower-case letters, digits and underscores; names the detector's column in a CSV.
        input: InputSpec of an image detector, SequenceSpec of a sequence detector.
        files: File name to SHA-256, lower-case hex.
        validation_auc: Area under the ROC curve on validation data, or None.
        calibration: None where the detector is not calibrated.
        support_threshold, no_support_threshold: Operating points, scores in [0, 1].
        limits: Plain sentences.
        raw: The whole card as plain JSON values, for reports.
    """

    id: str
    title: str
    kind: Literal["image", "sequence"]
    version: str
    date: str
    license: str
    paper: str
    input: InputSpec | SequenceSpec
    files: Mapping[str, str]
    support_threshold: float
    no_support_threshold: float
    validation_auc: float | None
    calibration: Calibration | None
    limits: tuple[str, ...]
    raw: Mapping[str, Any]

    @property
    def network_sha256(self) -> str:
        """Hash that the network file must have."""
        return self.files[NETWORK_NAME]


def read_card(path: Path) -> WeightsCard:
    """Read and check one card.

    Args:
        path: A `card.toml`.

    Raises:
        WeightsCardError: It cannot be read, is not TOML, or a key is missing or has no meaning.
    """
    label = printable(f"{path.parent.name}/{path.name}")
    advice = "Correct the card, or take the detector's folder away."
    try:
        with path.open("rb") as file:
            content = file.read(MAX_CARD_BYTES + 1)
        if len(content) > MAX_CARD_BYTES:
            raise WeightsCardError(f"{label} is over {MAX_CARD_BYTES} bytes.", advice=advice)
        table = tomllib.loads(content.decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WeightsCardError(f"{label} cannot be read: {error}.", advice=advice) from error
    return _card_from(CardFields(label, table))


def _card_from(fields: CardFields) -> WeightsCard:
    kind = fields.one_of("kind", "image", "sequence")
    points = fields.table("operating_points")
    support = points.number("support_threshold", 0, 1)
    is_image = kind == "image"
    return WeightsCard(
        id=fields.identifier("id"),
        title=fields.text("title"),
        kind="image" if is_image else "sequence",
        version=fields.text("version"),
        date=fields.text("date"),
        license=fields.text("license"),
        paper=fields.text("paper", default=""),
        input=(_image_input if is_image else _sequence_input)(fields.table("input")),
        files=_files(fields.table("files")),
        support_threshold=support,
        no_support_threshold=points.number("no_support_threshold", 0, support),
        validation_auc=_validation_auc(fields),
        calibration=_calibration(fields),
        limits=fields.table("limits").texts("text") if fields.has("limits") else (),
        raw=plain(fields.values),
    )


def _image_input(fields: CardFields) -> InputSpec:
    low = fields.number("low", -1e4, 1e4)
    fields.one_of("color_order", "RGB", default="RGB")
    fields.one_of("interpolation", "area", default="area")
    return InputSpec(
        height=fields.whole("height", 8, 4096),
        width=fields.whole("width", 8, 4096),
        low=low,
        high=fields.number("high", low, 1e4),
        crop_scale=fields.number("crop_scale", 0.1, 10, default=1.0),
        crop_shift_x=fields.number("crop_shift_x", -5, 5, default=0.0),
        crop_shift_y=fields.number("crop_shift_y", -5, 5, default=0.0),
    )


def _sequence_input(fields: CardFields) -> SequenceSpec:
    return SequenceSpec(
        window=fields.whole("window", 1, 1000),
        feature_size=fields.whole("feature_size", 1, 65536),
        trunk=fields.identifier("trunk"),
        trunk_sha256=fields.sha256("trunk_sha256") if fields.has("trunk_sha256") else "",
    )


def _files(fields: CardFields) -> dict[str, str]:
    for name in fields.values:
        if not name.endswith((".onnx", ".safetensors")) or "/" in name or "\\" in name:
            raise fields.error(name, "is not an .onnx or .safetensors file of this folder")
    if not fields.has(NETWORK_NAME):
        raise fields.error(NETWORK_NAME, "is missing")
    return {name: fields.sha256(name) for name in fields.values}


def _validation_auc(fields: CardFields) -> float | None:
    if not fields.has("validation") or not fields.table("validation").has("auc"):
        return None
    return fields.table("validation").number("auc", 0, 1)


def _calibration(fields: CardFields) -> Calibration | None:
    if not fields.has("calibration"):
        return None
    table = fields.table("calibration")
    lowest = table.number("log10_lr_min", -10, 0)
    return Calibration(
        slope=table.number("slope", 0, 1e3),
        intercept=table.number("intercept", -1e3, 1e3),
        log10_lr_min=lowest,
        log10_lr_max=table.number("log10_lr_max", 0, 10),
    )
