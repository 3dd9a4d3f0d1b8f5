# SPDX-License-Identifier: Apache-2.0
"""JSON results: forged ones contradict themselves, hostile ones are refused in good time."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from core.report.integrity import KEY, with_integrity
from core.report.json_report import result_as_json
from core.verify.consistency import contradictions
from core.verify.findings import first_failure
from core.verify.repeat import compare
from core.verify.result import check_result
from core.verify.table import table_of
from tests.core.verify.exports import result_on

Change = Callable[[dict[str, Any]], object]


def document() -> dict[str, Any]:
    return json.loads(json.dumps(result_as_json(result_on())))  # type: ignore[no-any-return]


def sealed(changed: dict[str, Any]) -> bytes:
    """Do as a forger does who knows of the digest."""
    rest = {key: value for key, value in changed.items() if key != KEY}
    return json.dumps(with_integrity(rest), indent=2).encode("ascii") + b"\n"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda one: one.update(outcome="no_support_found"), "outcome"),
        (lambda one: one["file"].update(unchanged=False), "file.unchanged"),
        (lambda one: one["file"].update(sha256_after="f" * 64), "file.unchanged"),
        (lambda one: one["coverage"].update(frames_with_face=9), "frames_with_face"),
        (lambda one: one["coverage"].update(faces_rejected={}), "faces_rejected"),
        (lambda one: one["tracks"][0]["frames"].pop(), "coverage"),
        (lambda one: one["tracks"][0]["frames"].reverse(), "tracks[0]"),
        (lambda one: one["tracks"][0]["frames"][0]["scores"].update(xception=0.1), "tracks[0]"),
        (lambda one: one["tracks"][0]["scores"]["xception"].update(mean=0.1), "tracks[0]"),
        (lambda one: one["tracks"][1].update(log10_lr=2.0), "tracks[1]"),
        (lambda one: one["tracks"][1].update(pooled_score=0.5), "tracks[1]"),
        (lambda one: one["tracks"][1].update(strength=None), "tracks[1]"),
        (lambda one: one["tracks"][0].update(decided_by="nobody"), "tracks[0]"),
        (lambda one: one["run"].update(started_at="2027-01-01T00:00:00.000000+00:00"), "run"),
    ],
)
def test_forged_value_contradicts_another(change: Change, place: str) -> None:
    changed = document()
    change(changed)
    found, checks = check_result("x", sealed(changed))
    failure = first_failure(checks)
    assert found is None
    assert failure is not None
    assert place in failure.detail


def test_untouched_result_agrees_with_itself() -> None:
    assert list(contradictions(document())) == []
    for text in (sealed(document()), json.dumps(document(), separators=(",", ":")).encode()):
        found, checks = check_result("x", text)
        assert found == document()
        assert first_failure(checks) is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (b"", "is JSON"),
        (b"\xff\xfe", "is JSON"),
        (b"[" * 100_000, "is JSON"),
        (b'{"a":' * 100_000, "is JSON"),
        (b'{"a":1,"a":2}', "is JSON"),
        (b'{"a":NaN}', "is JSON"),
        (b'{"a":1e999}', "is JSON"),
        (b"9" * 10_000, "is JSON"),
        (b"[]", "is a result"),
        (b"{}", "schema"),
        (b'{"schema_version":"1.0"}', "schema"),
        (b'{"schema_version":"1.1"}', "schema"),
    ],
)
def test_hostile_json_is_refused(text: bytes, what: str) -> None:
    found, checks = check_result("x", text)
    failure = first_failure(checks)
    assert found is None
    assert failure is not None
    assert failure.what == what


def test_digest_is_what_the_documents_say() -> None:
    """The lines of docs/custody.md, so that another lab gets the same."""
    import hashlib

    changed = document()
    stated = changed.pop("integrity")["digest"]
    text = json.dumps(changed, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == stated


def test_table_of_a_result_is_the_exported_one() -> None:
    import io

    from core.dossier import Dossier
    from core.report.csv_report import write_csv

    stream = io.BytesIO()
    write_csv(Dossier(result_on()), stream)
    assert table_of(document()) == stream.getvalue()


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        (lambda one: None, True),
        (lambda one: _scores(one).update(xception=0.800009), True),
        (lambda one: _scores(one).update(xception=0.80002), False),
        (lambda one: _scores(one).update(xception=None), False),
        (lambda one: _scores(one).pop("xception"), False),
        (lambda one: one["tracks"][0]["windows"][0].update(score=0.7501), False),
        (lambda one: one["tracks"][0]["windows"].clear(), False),
        (lambda one: one["tracks"][0]["frames"][0].update(bbox=[10.3, 20.0, 110.0, 140.5]), False),
        (lambda one: one["tracks"][0]["frames"].pop(), False),
        (lambda one: one["file"].update(sha256_before="f" * 64), False),
    ],
)
def test_repetition_may_differ_within_the_stated_tolerance(change: Change, holds: bool) -> None:
    again = copy.deepcopy(document())
    change(again)
    assert (first_failure(compare(document(), again, "x")) is None) is holds


def test_another_outcome_of_a_repetition_does_not_hold() -> None:
    again = document()
    again["outcome"] = "not_applicable"
    failure = first_failure(compare(document(), again, "x"))
    assert failure is not None
    assert failure.what == "repeated outcome"


def _scores(one: dict[str, Any]) -> dict[str, Any]:
    return one["tracks"][0]["frames"][0]["scores"]  # type: ignore[no-any-return]
