# SPDX-License-Identifier: Apache-2.0
"""The detectors that ran: card, weights, thresholds, limits, and how often they err."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.records import DetectorRun
from core.settings import AnalysisSettings
from core.text import printable
from gui.models.card_shelf import Card, CardShelf, rate_rows
from gui.models.rate_table import RateTable
from gui.views.facts import Fact, FactsSection, heading_label, plain_label
from gui.views.section import Section
from gui.words.formatting import format_score, tool_tip
from gui.words.glossary import explain

translate = QCoreApplication.translate
# Detectors that ran, and the ids of those whose thresholds are not the card's.
Wanted = tuple[tuple[DetectorRun, ...], frozenset[str]]


_ROW_PADDING_PX = 8


class DetectorsView(QWidget):
    """A section for each detector; built only while it is seen, one in each turn of the loop.

    A section with its table takes tens of milliseconds, which nobody shall wait for in vain.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._shelf = CardShelf()
        self._wanted: Wanted = ((), frozenset())
        self._shown: Wanted | None = None
        self._waiting: list[DetectorRun] = []
        self.sections: dict[str, DetectorSection] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._none = plain_label(
            self.tr("The detectors are named here once they are loaded."), self
        )
        self._none.setObjectName("muted")
        self._layout.addWidget(self._none)

    def use_shelf(self, shelf: CardShelf) -> None:
        """Take the cards from elsewhere."""
        self._shelf, self._shown = shelf, None

    def show_detectors(self, runs: tuple[DetectorRun, ...], settings: AnalysisSettings) -> None:
        """Show the detectors of an item, now or when it is seen."""
        changed = frozenset(one.detector_id for one in settings.operating_points)
        self._wanted = (runs, changed)
        if self.isVisible():
            self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent: build what is due."""
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        if self._wanted == self._shown:
            return
        self._shown = self._wanted
        for section in self.sections.values():
            self._layout.removeWidget(section)
            section.hide()
            section.deleteLater()
        self.sections = {}
        is_idle = not self._waiting
        self._waiting = list(self._wanted[0])
        self._none.setVisible(not self._waiting)
        if self._waiting and is_idle:
            QTimer.singleShot(0, self._build_next)

    def _build_next(self) -> None:
        if not self._waiting:
            return
        run = self._waiting.pop(0)
        is_changed = run.detector_id in self._wanted[1]
        section = DetectorSection(run, self._shelf.card(run), is_changed=is_changed, parent=self)
        self.sections[run.detector_id] = section
        self._layout.addWidget(section)
        if self._waiting:
            QTimer.singleShot(0, self._build_next)


class DetectorSection(Section):
    """All of one detector."""

    def __init__(
        self, run: DetectorRun, card: Card | None, *, is_changed: bool, parent: QWidget
    ) -> None:
        """Build it once.

        Args:
            run: What ran.
            card: Of the same weights, or None where it is not at hand.
            is_changed: Whether its thresholds are not the card's.
            parent: Owner.
        """
        super().__init__(printable(run.title), parent)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        if is_changed:
            warning = plain_label(changed_warning(), self.body)
            warning.setObjectName("warning")
            layout.addWidget(warning)
        self.facts = FactsSection(self.tr("Card"), self.body)
        self.facts.set_facts(detector_facts(run, card))
        layout.addWidget(self.facts)
        self.rates = self._rates(card)
        if self.rates is None:
            layout.addWidget(
                plain_label(
                    self.tr(
                        "No error rates are at hand: the card of these weights is not installed."
                    ),
                    self.body,
                )
            )
        else:
            heading = heading_label(self.tr("Error rates, each above its interval"), self.body)
            heading.setToolTip(tool_tip(explain("interval")))
            layout.addWidget(heading)
            layout.addWidget(self.rates)
        self.limits = FactsSection(self.tr("Limits stated by the card"), self.body, is_open=False)
        self.limits.set_facts(tuple(Fact("", f"•  {printable(one)}") for one in run.limits))
        layout.addWidget(self.limits)

    def _rates(self, card: Card | None) -> RatesView | None:
        rows = rate_rows(card) if card is not None else ()
        if not rows:
            return None
        return RatesView(RateTable(rows, self), self.heading.text(), self.body)


class RatesView(QTableView):
    """A table as high as its rows; the chosen rows can be copied."""

    def __init__(self, table: RateTable, name: str, parent: QWidget) -> None:
        """Show a table."""
        super().__init__(parent)
        self.setModel(table)
        self.setAccessibleName(self.tr("Error rates of {0}").format(name))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        advance = header.fontMetrics().horizontalAdvance
        for column in range(1, table.columnCount()):
            name = str(table.headerData(column, Qt.Orientation.Horizontal))
            self.setColumnWidth(column, max(advance(name), advance("0.00–0.00")) + 26)
        header.sectionResized.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: long conditions take other lines."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent: its width may have changed unseen."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, self.sizeHintForRow(row) + _ROW_PADDING_PX)
        height = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height() + 6
        if height != self.height():
            self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: copy the chosen rows as a table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            model = self.model()
            lines = [
                "\t".join(
                    str(model.index(row, column).data()).replace("\n", " ")
                    for column in range(model.columnCount())
                )
                for row in rows
            ]
            QGuiApplication.clipboard().setText("\n".join(lines))
            return
        super().keyPressEvent(event)


def changed_warning() -> str:
    """Say what changed thresholds mean."""
    return translate(
        "DetectorFacts",
        "The thresholds were changed in the settings. The error rates below hold for the card's "
        "thresholds only.",
    )


def detector_facts(run: DetectorRun, card: Card | None) -> tuple[Fact, ...]:
    """Name a detector with what is needed to repeat and to judge it."""
    facts = [
        Fact(translate("DetectorFacts", "Name"), printable(run.detector_id)),
        Fact(translate("DetectorFacts", "Version"), _joined(run.version, _text(card, "date"))),
        Fact(
            translate("DetectorFacts", "Weights SHA-256"),
            run.weights_sha256,
            is_long=True,
            is_code=True,
            copy=run.weights_sha256,
            term="sha256",
        ),
        Fact(
            translate("DetectorFacts", "Thresholds"),
            translate("DetectorFacts", "support from {0}, no support below {1}").format(
                format_score(run.support_threshold), format_score(run.no_support_threshold)
            ),
            term="threshold",
        ),
    ]
    points = _table(card, "operating_points")
    stated = [points.get(f"{one}_threshold") for one in ("support", "no_support")]
    if all(isinstance(one, float) for one in stated) and stated != [
        run.support_threshold,
        run.no_support_threshold,
    ]:
        words = translate("DetectorFacts", "support from {0}, no support below {1}").format(
            *(format_score(float(str(one))) for one in stated)
        )
        facts.append(Fact(translate("DetectorFacts", "Thresholds of the card"), words))
    facts += _calibration_facts(run)
    if run.validation_auc is not None and card is None:
        auc = translate("DetectorFacts", "{0} in validation").format(f"{run.validation_auc:.3f}")
        facts.append(Fact("AUC", auc, term="auc"))
    training = _table(card, "training")
    for label, value in (
        (translate("DetectorFacts", "Training data"), training.get("data")),
        (translate("DetectorFacts", "Split"), training.get("split_rule")),
        (translate("DetectorFacts", "Paper"), (card or {}).get("paper")),
        (translate("DetectorFacts", "Licence"), (card or {}).get("license")),
    ):
        if isinstance(value, str) and value:
            facts.append(Fact(label, printable(value), is_long=len(value) > 40))
    return tuple(facts)


def _calibration_facts(run: DetectorRun) -> list[Fact]:
    label = translate("DetectorFacts", "Calibration")
    if run.calibration is None:
        words = translate("DetectorFacts", "not calibrated: no strength is stated by it")
        return [Fact(label, words, term="log10_lr")]
    words = translate("DetectorFacts", "log10 likelihood ratio from {0} to {1}").format(
        f"{run.calibration.log10_lr_min:+.2f}", f"{run.calibration.log10_lr_max:+.2f}"
    )
    return [Fact(label, words, term="log10_lr")]


def _joined(*words: str) -> str:
    return ", ".join(printable(word) for word in words if word)


def _text(card: Card | None, name: str) -> str:
    value = (card or {}).get(name, "")
    return value if isinstance(value, str) else ""


def _table(card: Card | None, name: str) -> Mapping[str, object]:
    value = (card or {}).get(name)
    return value if isinstance(value, Mapping) else {}
