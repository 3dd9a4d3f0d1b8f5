# SPDX-License-Identifier: Apache-2.0
"""The cards of the detectors, read once: what they were trained on, how often they err."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.errors import AnalysisError
from core.records import DetectorRun
from core.report.pdf.rates import conditions
from core.weights import WeightsFolder, find_weights

log = logging.getLogger(__name__)
Card = Mapping[str, object]
# In the card: figures on data like the training data, and on other data.
IN_DOMAIN, OUT_OF_DOMAIN = ("test", "validation"), ("cross_dataset", "self_blended")


@dataclass(frozen=True, slots=True)
class RateRow:
    """Figures of one condition; None where they were not measured.

    Attributes:
        condition: Parts of its name in the card, outermost first.
        domain: "in", "out" or "" for a condition within the domain.
        n_real, n_fake: How many faces; with only a total, `n_real` is it and `n_fake` is None.
        auc, false_alarms, misses: The figure and its 95 % interval.
    """

    condition: tuple[str, ...]
    domain: str
    n_real: int | None
    n_fake: int | None
    auc: Figure
    false_alarms: Figure
    misses: Figure


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure with its interval; all None where it was not measured."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


class CardShelf:
    """Finds the card that belongs to a detector that ran."""

    def __init__(self, find: Callable[[], tuple[WeightsFolder, ...]] = find_weights) -> None:
        """Keep how cards are found; none is read yet."""
        self._find = find
        self._cards: dict[tuple[str, str], Card] | None = None

    def card(self, run: DetectorRun) -> Card | None:
        """Give the card, if it is still about the weights that ran."""
        if self._cards is None:
            try:
                found = self._find()
            except AnalysisError as error:
                log.warning("no cards: %s", error)
                found = ()
            self._cards = {(one.id, one.card.network_sha256): one.card.raw for one in found}
        return self._cards.get((run.detector_id, run.weights_sha256))


def rate_rows(card: Card) -> tuple[RateRow, ...]:
    """List a card's error rates: in-domain, out-of-domain, then by condition."""
    rows = [_row(name, figures) for name, figures in conditions(card)]
    rank = {"in": 0, "out": 1, "": 2}
    return tuple(sorted(rows, key=lambda row: rank[row.domain]))


def _row(name: str, figures: Card) -> RateRow:
    parts = tuple(part for part in name.split(": ") if part != "by_condition")
    domain = ""
    if parts[0] in IN_DOMAIN and len(parts) == 1:
        domain = "in"
    elif parts[0] in OUT_OF_DOMAIN:
        domain = "out"
    misses = _figure(figures, "sensitivity_at_support")
    n_real, n_fake, both = (_whole(figures.get(key)) for key in ("n_real", "n_fake", "n"))
    return RateRow(
        parts,
        domain,
        n_real if n_real is not None else both,
        n_fake,
        _figure(figures, "auc"),
        _figure(figures, "false_alarm_rate_at_support"),
        Figure(_rest(misses.value), _rest(misses.high), _rest(misses.low)),
    )


def _figure(figures: Card, name: str) -> Figure:
    value, interval = figures.get(name), figures.get(f"{name}_ci95")
    if not isinstance(value, int | float):
        return Figure()
    if isinstance(interval, list | tuple) and len(interval) == 2:
        return Figure(float(value), float(interval[0]), float(interval[1]))
    return Figure(float(value))


def _rest(value: float | None) -> float | None:
    return None if value is None else 1 - value


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None
