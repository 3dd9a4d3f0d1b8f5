# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import dataclasses
import enum
import json
import math
from collections.abc import Mapping
from typing import Any, Literal

import pytest

from core.dossier import CaseFacts
from core.rebuilding import rebuild
from core.settings import AnalysisSettings, FaceSettings, Sampling


class Kind(enum.StrEnum):
    ONE = "one"


@dataclasses.dataclass(frozen=True)
class Part:
    name: str
    size: float
    count: int = 0
    is_good: bool = False
    kind: Kind | None = None
    way: Literal["up", "down"] = "up"
    box: tuple[float, float] = (0.0, 1.0)
    open: tuple[str, ...] = ()
    scores: Mapping[str, float] = dataclasses.field(default_factory=dict)


FULL: dict[str, Any] = {
    "name": "a",
    "size": 2,
    "count": 3,
    "is_good": True,
    "kind": "one",
    "way": "down",
    "box": [1, 2.5],
    "open": ["x"],
    "scores": {"k": 0.5},
}


def test_every_kind_of_field_comes_back() -> None:
    made = rebuild(Part, FULL)
    assert made == Part("a", 2.0, 3, True, Kind.ONE, "down", (1.0, 2.5), ("x",), {"k": 0.5})
    assert type(made.size) is float


def test_a_gap_among_numbers_is_nan() -> None:
    assert math.isnan(rebuild(Part, {"name": "a", "size": None}).size)


@pytest.mark.parametrize(
    "change",
    [
        {"name": 1},
        {"size": True},
        {"size": "1"},
        {"count": 1.5},
        {"count": False},
        {"is_good": 1},
        {"kind": "two"},
        {"way": "left"},
        {"box": [1.0]},
        {"open": "x"},
        {"scores": []},
        {"other": 1},
    ],
)
def test_values_of_another_type_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        rebuild(Part, FULL | change)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(ValueError, match="size"):
        rebuild(Part, {"name": "a"})


@pytest.mark.parametrize(
    "record",
    [
        CaseFacts(case_id="2026-114", operator="A. Example"),
        AnalysisSettings(),
        AnalysisSettings(
            Sampling("every", 3), "onnx", "cpu", ("xception",), FaceSettings(min_size_px=30.0)
        ),
    ],
)
def test_settings_and_case_facts_survive_json(record: Any) -> None:
    plain = json.loads(json.dumps(dataclasses.asdict(record)))
    assert rebuild(type(record), plain) == record
