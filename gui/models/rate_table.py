# SPDX-License-Identifier: Apache-2.0
"""A card's error rates as a table: each figure above its interval."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.text import printable
from gui.models.card_shelf import Figure, RateRow
from gui.models.columns import RIGHT, Column, ColumnTableModel
from gui.words.glossary import explain
from gui.words.messages import translate


def condition_words(row: RateRow) -> str:
    """Name a condition; one that is not known keeps the card's own name."""
    return ": ".join(_part_words(part) for part in row.condition)


def domain_words(row: RateRow) -> str:
    """Say how far the data is from what the detector was trained on."""
    match row.domain:
        case "in":
            return translate("RateTable", "in-domain")
        case "out":
            return translate("RateTable", "out-of-domain")
        case _:
            return ""


def _part_words(part: str) -> str:
    known = {
        "validation": translate("RateTable", "validation data"),
        "test": translate("RateTable", "test data, unseen originals"),
        "cross_dataset": translate("RateTable", "whole clips, generators and sources never seen"),
        "self_blended": translate("RateTable", "self-made blends, a method not trained on"),
        "robustness": translate("RateTable", "altered validation crops"),
        "none": translate("RateTable", "unaltered"),
        "face_below_100_px": translate("RateTable", "face below 100 px"),
        "face_100_to_200_px": translate("RateTable", "face 100 to 200 px"),
        "face_200_px_or_more": translate("RateTable", "face of 200 px or more"),
        "dark_mean_below_70": translate("RateTable", "dark"),
        "medium_70_to_110": translate("RateTable", "medium brightness"),
        "bright_110_or_more": translate("RateTable", "bright"),
        "soft_sharpness_below_120": translate("RateTable", "soft"),
        "sharpness_120_to_350": translate("RateTable", "medium sharpness"),
        "sharp_350_or_more": translate("RateTable", "sharp"),
        "frontal_turn_below_0_1": translate("RateTable", "seen from the front"),
        "turned_0_1_to_0_25": translate("RateTable", "turned"),
        "far_turned_0_25_or_more": translate("RateTable", "far turned"),
        "jpeg_70": translate("RateTable", "JPEG, quality 70"),
        "jpeg_40": translate("RateTable", "JPEG, quality 40"),
        "half_size": translate("RateTable", "half the size"),
        "quarter_size": translate("RateTable", "a quarter of the size"),
        "half_size_jpeg_40": translate("RateTable", "half the size, JPEG 40"),
        "blur_1_5_px": translate("RateTable", "blurred, 1.5 px"),
        "darker": translate("RateTable", "darkened"),
        "mean_frame_score_baseline": translate(
            "RateTable", "mean of the frame scores, for comparison"
        ),
    }
    return known.get(part, printable(part.replace("_", " ")))


def _name(row: RateRow) -> str:
    return "\n".join(filter(None, (condition_words(row), domain_words(row), _sizes(row))))


def _sizes(row: RateRow) -> str:
    if row.n_real is None:
        return "–"
    if row.n_fake is None:
        return translate("RateTable", "{0} measured").format(f"{row.n_real:,}")
    return translate("RateTable", "{0} real, {1} fake").format(f"{row.n_real:,}", f"{row.n_fake:,}")


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.2f}"
    return f"{figure.value:.2f}\n{figure.low:.2f}–{figure.high:.2f}"


def _tip(term: str, figure: Figure) -> str:
    value = translate("RateTable", "not measured") if figure.value is None else _figure(figure)
    return f"{value}\n{explain(term)}"


RATE_COLUMNS: tuple[Column[RateRow], ...] = (
    Column(lambda: translate("RateTable", "Condition"), _name, lambda _row: explain("in_domain")),
    Column(lambda: "AUC", lambda row: _figure(row.auc), lambda row: _tip("auc", row.auc), RIGHT),
    Column(
        lambda: translate("RateTable", "False alarms"),
        lambda row: _figure(row.false_alarms),
        lambda row: _tip("false_alarms", row.false_alarms),
        RIGHT,
    ),
    Column(
        lambda: translate("RateTable", "Misses"),
        lambda row: _figure(row.misses),
        lambda row: _tip("misses", row.misses),
        RIGHT,
    ),
)


class RateTable(ColumnTableModel[RateRow]):
    """One row for each condition; the rows never change."""

    def __init__(self, rows: tuple[RateRow, ...], parent: QObject | None = None) -> None:
        """Take the rows."""
        super().__init__(RATE_COLUMNS, parent)
        self.rows = list(rows)
