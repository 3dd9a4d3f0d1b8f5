# SPDX-License-Identifier: Apache-2.0
"""Editors of the settings that depend on which detectors are installed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from core.cards import WeightsCard
from core.settings import OperatingPoint
from gui.views.facts import plain_label
from gui.views.setting_editors import Editor

Cards = tuple[WeightsCard, ...]
_DECIMALS = 3


class DetectorsEditor(Editor):
    """Which detectors run; all of them is told as none, so that new ones run too."""

    def __init__(self, name: str, cards: Cards, parent: QWidget | None = None) -> None:
        """Offer a box for each."""
        super().__init__(name, parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._absent: tuple[str, ...] = ()
        column = QVBoxLayout()
        column.setSpacing(8)
        for card in cards:
            box = QCheckBox(f"{card.title} ({card.id})", self)
            box.setAccessibleName(f"{name}: {card.title}")
            box.clicked.connect(self._on_clicked)
            self.boxes[card.id] = box
            column.addWidget(box)
        self.row.addLayout(column, 1)
        self.setFocusProxy(next(iter(self.boxes.values()), None))  # type: ignore[arg-type]

    @property
    def value(self) -> object:
        """The ids; empty for all."""
        chosen = tuple(key for key, box in self.boxes.items() if box.isChecked())
        if len(chosen) == len(self.boxes) and not self._absent:
            return ()
        return chosen + self._absent

    @value.setter
    def value(self, value: object) -> None:
        ids = tuple(map(str, value)) if isinstance(value, Iterable) else ()
        self._absent = tuple(one for one in ids if one not in self.boxes)
        for key, box in self.boxes.items():
            box.setChecked(not ids or key in ids)

    def _on_clicked(self) -> None:
        """Keep the last box checked: an analysis without a detector says nothing."""
        if not any(box.isChecked() for box in self.boxes.values()):
            sender = self.sender()
            if isinstance(sender, QCheckBox):
                sender.setChecked(True)
        self.changed.emit()


class ThresholdsEditor(Editor):
    """The operating points of each detector: the card's, or others, with a warning."""

    def __init__(self, name: str, cards: Cards, parent: QWidget | None = None) -> None:
        """Offer a row for each detector."""
        super().__init__(name, parent)
        self._cards = {card.id: card for card in cards}
        self._exact: dict[str, OperatingPoint] = {}
        self.switches: dict[str, QCheckBox] = {}
        self.supports: dict[str, QDoubleSpinBox] = {}
        self.no_supports: dict[str, QDoubleSpinBox] = {}
        self.warning = plain_label(
            self.tr(
                "Thresholds were changed. Reports print the changed ones beside those of the card, "
                "with a warning on the first page: the measured error rates hold for the card's "
                "thresholds only."
            ),
            self,
        )
        self.warning.setObjectName("warning")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        for place, card in enumerate(cards):
            self._add_row(3 * place, card)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addLayout(self._grid)
        column.addWidget(self.warning)
        self.row.addLayout(column, 1)
        self._refresh()

    def _add_row(self, row: int, card: WeightsCard) -> None:
        title = QLabel(f"{card.title} ({card.id})", self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("strong")
        switch = QCheckBox(self.tr("Other thresholds than the card's"), self)
        switch.setAccessibleName(f"{card.title}: {switch.text()}")
        switch.clicked.connect(self._on_changed)
        self.switches[card.id] = switch
        self._grid.addWidget(title, row, 0, 1, 2)
        self._grid.addWidget(switch, row, 2, 1, 2)
        for column, words, stated, boxes in (
            (0, self.tr("Support from"), card.support_threshold, self.supports),
            (2, self.tr("No support below"), card.no_support_threshold, self.no_supports),
        ):
            label = QLabel(words, self)
            label.setObjectName("muted")
            box = QDoubleSpinBox(self)
            box.setDecimals(_DECIMALS)
            box.setRange(0, 1)
            box.setSingleStep(0.01)
            box.setValue(stated)
            box.setAccessibleName(f"{card.title}: {words}")
            box.setToolTip(self.tr("The card says {0}.").format(f"{stated:.{_DECIMALS}f}"))
            box.valueChanged.connect(self._on_changed)
            boxes[card.id] = box
            self._grid.addWidget(label, row + 1, column)
            self._grid.addWidget(box, row + 1, column + 1)
        self._grid.setRowMinimumHeight(row + 2, 10)

    @property
    def value(self) -> object:
        """The operating points that were changed (tuple of OperatingPoint).

        Raises:
            SettingsError: They are the wrong way round.
        """
        points = []
        for key, switch in self.switches.items():
            if not switch.isChecked():
                continue
            support, no_support = self.supports[key].value(), self.no_supports[key].value()
            kept = self._exact.get(key)
            if kept is not None and _is_shown_as(kept, support, no_support):
                points.append(kept)
            else:
                points.append(OperatingPoint(key, support, no_support))
        absent = (one for key, one in self._exact.items() if key not in self.switches)
        return (*points, *absent)

    @value.setter
    def value(self, value: object) -> None:
        points = value if isinstance(value, tuple) else ()
        self._exact = {one.detector_id: one for one in points}
        for key, card in self._cards.items():
            kept = self._exact.get(key)
            self.switches[key].setChecked(kept is not None)
            for box, number in (
                (self.supports[key], (kept or card).support_threshold),
                (self.no_supports[key], (kept or card).no_support_threshold),
            ):
                box.blockSignals(True)
                box.setValue(number)
                box.blockSignals(False)
        self._refresh()

    def _on_changed(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        for key, switch in self.switches.items():
            for box in (self.supports[key], self.no_supports[key]):
                box.setEnabled(switch.isChecked())
        is_any = any(switch.isChecked() for switch in self.switches.values())
        self.warning.setVisible(is_any)


def _is_shown_as(point: OperatingPoint, support: float, no_support: float) -> bool:
    half: float = 0.5 * 10**-_DECIMALS
    return (
        abs(point.support_threshold - support) <= half
        and abs(point.no_support_threshold - no_support) <= half
    )
