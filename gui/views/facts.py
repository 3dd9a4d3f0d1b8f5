# SPDX-License-Identifier: Apache-2.0
"""Facts as label and value, two columns, under a heading."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.formatting import tool_tip

_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Fact:
    """One line; without a label the value takes the whole width.

    Attributes:
        is_long: The value stands below the label, across the whole width.
    """

    label: str
    value: str
    tooltip: str = ""
    is_long: bool = False


class FactsSection(QWidget):
    """A heading and its facts; hidden while there are none."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._labels: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        self._heading = heading_label(heading, self)
        layout.addWidget(self._heading)
        layout.addLayout(self._grid)
        self.hide()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is shown."""
        return self._facts

    def set_heading(self, text: str) -> None:
        """Change the heading."""
        self._heading.setText(text)

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts in place of the ones before."""
        if facts == self._facts:
            return
        self._facts = facts
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []
        for place, fact in enumerate(facts):
            self._add(2 * place, fact)
        self.setVisible(bool(facts))

    def _add(self, row: int, fact: Fact) -> None:
        """Put a fact into one row of the grid, or into two when it is long."""
        value = plain_label(fact.value, self)
        value.setToolTip(tool_tip(fact.tooltip))
        value.setAccessibleName(f"{fact.label}: {fact.value}" if fact.label else fact.value)
        self._labels.append(value)
        if fact.label:
            name = plain_label(fact.label, self)
            name.setObjectName("" if fact.is_long else "muted")
            name.setWordWrap(fact.is_long)
            self._labels.append(name)
            self._grid.addWidget(name, row, 0, 1, 2 if fact.is_long else 1, _TOP)
        if fact.is_long:
            value.setObjectName("muted")
            value.setContentsMargins(0, 0, 0, 6)
            self._grid.addWidget(value, row + 1, 0, 1, 2)
        elif fact.label:
            self._grid.addWidget(value, row, 1)
        else:
            self._grid.addWidget(value, row, 0, 1, 2)


def plain_label(text: str, parent: QWidget) -> QLabel:
    """Make a label that never takes its text for markup and lets it be copied."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def heading_label(text: str, parent: QWidget) -> QLabel:
    """Make the heading of a section."""
    label = QLabel(text, parent)
    label.setObjectName("heading")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
