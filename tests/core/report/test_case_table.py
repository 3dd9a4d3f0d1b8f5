# SPDX-License-Identifier: Apache-2.0
"""The table of all items of an export."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from core.dossier import Dossier
from core.report.case_table import COLUMNS, CaseItem, write_case_table
from core.report.catalog import export_reports
from core.report.manifest import read_manifest
from tests.core.report.results import RESULTS, SHA, unreadable_result, video_result


def test_a_row_an_item_and_a_manifest_of_all(tmp_path: Path) -> None:
    items = []
    for number, make in enumerate(RESULTS):
        result = make()
        name = f"{number} {result.file.name}"
        result = replace(result, file=replace(result.file, name=name))
        items.append(CaseItem(result, export_reports(Dossier(result), tmp_path, ["json", "csv"])))
    table, manifest = write_case_table(items, tmp_path, log_head="a" * 64)
    assert (table.path.name, manifest.path.name) == ("summary.csv", "summary.sha256")
    rows = list(csv.DictReader(table.path.read_text("utf-8").splitlines()))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(RESULTS)
    assert rows[0]["sha256"] == SHA
    assert rows[0]["unchanged"] == "true"
    assert rows[3]["sha256"] == rows[3]["unchanged"] == rows[3]["log10_lr"] == ""
    assert rows[3]["outcome"] == "could_not_evaluate"
    known = read_manifest(manifest.path.read_bytes())
    written = {file.path.name for item in items for file in item.files}
    assert {one.name for one in known.files} == written | {"summary.csv"}
    assert known.log_head == "a" * 64


def test_formula_in_a_name_stays_text(tmp_path: Path) -> None:
    result = replace(unreadable_result(), message="=1+1")
    result = replace(result, file=replace(result.file, name='=cmd|" /C calc"!A0.mp4'))
    write_case_table([CaseItem(result, ())], tmp_path)
    (row,) = csv.DictReader((tmp_path / "summary.csv").read_text("utf-8").splitlines())
    assert row["name"].startswith("'=")
    assert row["message"] == "'=1+1"


def test_an_older_table_is_left_alone(tmp_path: Path) -> None:
    items = [CaseItem(video_result(), ())]
    (tmp_path / "summary.csv").write_text("mine")
    names = [write_case_table(items, tmp_path)[0].path.name for _ in range(2)]
    assert names == ["summary-2.csv", "summary-3.csv"]
    assert (tmp_path / "summary.csv").read_text() == "mine"
