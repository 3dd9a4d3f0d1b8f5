# SPDX-License-Identifier: Apache-2.0
"""A card's error rates as a table: each figure above its interval."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.text import printable
from gui.glossary import explain
from gui.messages import translate
from gui.models.card_shelf import Figure, RateRow
from gui.models.columns import RIGHT, Column, ColumnTableModel


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
    say = "RateTable"
    known = {
        "validation": translate(say, "validation data"),
        "test": translate(say, "test data, unseen originals"),
        "cross_dataset": translate(say, "whole clips, generators and sources never seen"),
        "self_blended": translate(say, "self-made blends, a method not trained on"),
        "robustness": translate(say, "altered validation crops"),
        "none": translate(say, "unaltered"),
        "face_below_100_px": translate(say, "face below 100 px"),
        "face_100_to_200_px": translate(say, "face 100 to 200 px"),
        "face_200_px_or_more": translate(say, "face of 200 px or more"),
        "dark_mean_below_70": translate(say, "dark"),
        "medium_70_to_110": translate(say, "medium brightness"),
        "bright_110_or_more": translate(say, "bright"),
        "soft_sharpness_below_120": translate(say, "soft"),
        "sharpness_120_to_350": translate(say, "medium sharpness"),
        "sharp_350_or_more": translate(say, "sharp"),
        "frontal_turn_below_0_1": translate(say, "seen from the front"),
        "turned_0_1_to_0_25": translate(say, "turned"),
        "far_turned_0_25_or_more": translate(say, "far turned"),
        "jpeg_70": translate(say, "JPEG, quality 70"),
        "jpeg_40": translate(say, "JPEG, quality 40"),
        "half_size": translate(say, "half the size"),
        "quarter_size": translate(say, "a quarter of the size"),
        "half_size_jpeg_40": translate(say, "half the size, JPEG 40"),
        "blur_1_5_px": translate(say, "blurred, 1.5 px"),
        "darker": translate(say, "darkened"),
        "mean_frame_score_baseline": translate(say, "mean of the frame scores, for comparison"),
    }
    return known.get(part, printable(part.replace("_", " ")))


def _name(row: RateRow) -> str:
    domain = domain_words(row)
    return f"{condition_words(row)}\n{domain}" if domain else condition_words(row)


def _sizes(row: RateRow) -> str:
    if row.n_real is None:
        return "–"
    return f"{row.n_real:,}" if row.n_fake is None else f"{row.n_real:,} + {row.n_fake:,}"


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
    Column(lambda: translate("RateTable", "Condition"), _name, lambda row: explain("in_domain")),
    Column(
        lambda: translate("RateTable", "Real + fake"),
        _sizes,
        lambda _row: translate("RateTable", "How many faces or clips were measured."),
        RIGHT,
    ),
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
