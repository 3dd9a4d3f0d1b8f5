# SPDX-License-Identifier: Apache-2.0
"""Facts as label and value, two columns, under a heading."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from gui import theme
from gui.icons import icon
from gui.views.section import Section
from gui.views.wrapped_text import WrappedText
from gui.words.formatting import tool_tip
from gui.words.glossary import explain

_TOP = Qt.AlignmentFlag.AlignTop
# A longer word would make the panel wider than it is: it is broken anywhere.
_LONGEST_WORD = 30


@dataclass(frozen=True, slots=True)
class Fact:
    """One line; without a label the value takes the whole width.

    Attributes:
        is_long: The value stands below the label, across the whole width.
        is_code: It is shown in a font of fixed width: hashes, commands.
        copy: What a button beside it copies; empty for no button.
        term: A term of `gui.words.glossary` that the label's tool tip explains.
    """

    label: str
    value: str
    tooltip: str = ""
    is_long: bool = False
    is_code: bool = False
    copy: str = ""
    term: str = ""


class FactsSection(Section):
    """A heading and its facts; hidden while there are none."""

    def __init__(
        self, heading: str, parent: QWidget | None = None, *, is_open: bool = True
    ) -> None:
        """Start hidden."""
        super().__init__(heading, parent, is_open=is_open)
        self._facts: tuple[Fact, ...] = ()
        self._built: tuple[Fact, ...] = ()
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self.body)
        self._grid.setContentsMargins(4, 0, 0, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is shown."""
        return self._facts

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts in place of the ones before."""
        if facts == self._facts:
            return
        self._facts = facts
        self.setVisible(bool(facts))
        if self.is_open:
            self.fill()

    def fill(self) -> None:
        """Override Section.fill: a folded section costs nothing."""
        if self._built == self._facts:
            return
        self._built = self._facts
        for widget in self._widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        for place, fact in enumerate(self._facts):
            self._add(2 * place, fact)

    def _add(self, row: int, fact: Fact) -> None:
        """Put a fact into one row of the grid, or into two when it is long."""
        longest = max(map(len, fact.value.split()), default=0)
        value: QLabel | WrappedText
        if longest > _LONGEST_WORD:
            value = WrappedText(fact.value, self.body, is_code=fact.is_code)
        else:
            value = plain_label(fact.value, self.body)
        value.setToolTip(tool_tip(fact.tooltip))
        value.setAccessibleName(f"{fact.label}: {fact.value}" if fact.label else fact.value)
        self._widgets.append(value)
        if fact.label:
            name = plain_label(fact.label, self.body)
            name.setObjectName("" if fact.is_long else "muted")
            name.setWordWrap(fact.is_long)
            name.setToolTip(tool_tip(explain(fact.term)))
            self._widgets.append(name)
            self._grid.addWidget(name, row, 0, 1, 2 if fact.is_long else 1, _TOP)
        if fact.is_long:
            if isinstance(value, QLabel):
                value.setObjectName("muted")
            value.setContentsMargins(0, 0, 0, 6)
            self._grid.addWidget(value, row + 1, 0, 1, 2)
        elif fact.label:
            self._grid.addWidget(value, row, 1)
        else:
            self._grid.addWidget(value, row, 0, 1, 2)
        if fact.copy:
            button = CopyButton(fact.label, fact.copy, self.body)
            self._widgets.append(button)
            place = row + 1 if fact.is_long else row
            self._grid.addWidget(button, place, 2, _TOP)


class CopyButton(QToolButton):
    """Puts a text on the clipboard."""

    def __init__(self, name: str, text: str, parent: QWidget) -> None:
        """Keep the text."""
        super().__init__(parent)
        self._text = text
        self.setAutoRaise(True)
        self.setObjectName("copy")
        self.setIconSize(QSize(14, 14))
        self.setAccessibleName(self.tr("Copy: {0}").format(name))
        self.clicked.connect(self._on_clicked)
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: another colour after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _paint(self) -> None:
        self.setIcon(icon("copy", theme.of(self.palette()).muted))
        self.setToolTip(self.tr("Copy"))

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.setIcon(icon("check", theme.of(self.palette()).accent))
        self.setToolTip(self.tr("Copied"))

    def leaveEvent(self, event: QEvent) -> None:
        """Override QWidget::leaveEvent: another click copies again."""
        super().leaveEvent(event)
        self._paint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusOutEvent: as `leaveEvent`, for those who use the keys."""
        super().focusOutEvent(event)
        self._paint()


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
