# SPDX-License-Identifier: Apache-2.0
"""Sheets to look something up: the keys of the window, the terms of the trade."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.views.facts import Fact, FactsSection, plain_label
from gui.words.glossary import glossary

translate = QCoreApplication.translate
Group = tuple[str, tuple[Fact, ...]]


class Sheet(QDialog):
    """Facts in groups with a field that narrows them down.

    Attributes:
        sections: One for each group.
        search: The field.
    """

    def __init__(
        self, title: str, groups: tuple[Group, ...], parent: QWidget | None = None
    ) -> None:
        """Show the groups."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 640)
        self._groups = groups
        self.search = QLineEdit(self)
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.narrow)
        self._nothing = plain_label(self.tr("Nothing fits."), self)
        self._nothing.setObjectName("muted")
        body = QWidget(self)
        body.setObjectName("verdictBody")
        inside = QVBoxLayout(body)
        inside.setSpacing(12)
        inside.addWidget(self._nothing)
        self.sections = tuple(FactsSection(heading, body) for heading, _ in groups)
        for section in self.sections:
            inside.addWidget(section)
        inside.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(area, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.narrow("")

    def narrow(self, text: str) -> None:
        """Show what holds a text, whatever its case."""
        wanted = text.casefold().strip()
        is_any = False
        for section, (_, facts) in zip(self.sections, self._groups, strict=True):
            left = tuple(
                fact for fact in facts if wanted in f"{fact.label} {fact.value}".casefold()
            )
            section.set_facts(left)
            is_any = is_any or bool(left)
        self._nothing.setVisible(not is_any)


class ShortcutSheet(Sheet):
    """All keys of the window, read from its actions: a new action is on it by itself."""

    def __init__(self, window: QMainWindow) -> None:
        """Read the actions."""
        super().__init__(translate("Sheets", "Keyboard shortcuts"), shortcut_groups(window), window)


class GlossarySheet(Sheet):
    """All terms."""

    def __init__(self, parent: QWidget) -> None:
        """Read the glossary."""
        terms = sorted(glossary().values(), key=lambda term: term.name.casefold())
        facts = tuple(Fact(term.name, term.meaning, is_long=True) for term in terms)
        title = translate("Sheets", "Terms explained")
        super().__init__(title, ((title, facts),), parent)


def shortcut_groups(window: QMainWindow) -> tuple[Group, ...]:
    """Group the actions that have keys by the menu they stand in; those in none come last."""
    seen: set[QAction] = set()
    groups = []
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            found = tuple(action for action in _actions_of(menu) if action not in seen)
            seen.update(found)
            groups.append((_plain(menu.title()), tuple(map(_fact, found))))
    others = [
        action
        for action in window.findChildren(QAction)
        if action.shortcuts() and action.text() and action not in seen
    ]
    groups.append((translate("Sheets", "Elsewhere"), tuple(map(_fact, others))))
    return tuple((title, facts) for title, facts in groups if facts)


def _actions_of(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _actions_of(inner)
        elif action.shortcuts():
            yield action


def _fact(action: QAction) -> Fact:
    native = QKeySequence.SequenceFormat.NativeText
    keys = "  ".join(keys.toString(native) for keys in action.shortcuts())
    return Fact(action.iconText(), keys)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")
