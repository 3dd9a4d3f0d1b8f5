# SPDX-License-Identifier: Apache-2.0
"""What the program is, what it is not, and what it is made of, with every licence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.icons import app_icon
from gui.models.columns import Column, ColumnTableModel
from gui.models.licences import AboutFacts, Component, licence_text
from gui.views.facts import Fact, FactsSection, plain_label
from gui.views.text_dialog import text_view
from gui.words.messages import absence_caveat, translate

_LOGO_PX = 64


class AboutDialog(QDialog):
    """Three tabs: the program, FFmpeg, licences.

    Attributes:
        tabs: The tabs.
        licences: The table of packages.
        licence: The text of the chosen one.
    """

    def __init__(self, version: str, parent: QWidget) -> None:
        """Show the version at once; `show_facts` brings what takes longer to find out."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About FaceWitness"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 620)
        self._versions = {"FaceWitness": version}
        self._program_facts = FactsSection(self.tr("Versions"), self)
        self._ffmpeg_facts = FactsSection(self.tr("The FFmpeg that decodes"), self)
        self._components = ComponentTable(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Parts"))
        self.tabs.addTab(_scrolling(self._program_facts, self), self.tr("Program"))
        self.tabs.addTab(_scrolling(self._ffmpeg_facts, self), "FFmpeg")
        self.tabs.addTab(self._licences(), self.tr("Licences"))
        copy = QPushButton(self.tr("Copy the versions"), self)
        copy.clicked.connect(self.copy_versions)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(copy)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(self._head(version))
        layout.addWidget(self.tabs, 1)
        layout.addLayout(foot)

    def show_facts(self, facts: AboutFacts) -> None:
        """Show what was found out."""
        self._versions |= facts.versions
        self._program_facts.set_facts(
            tuple(Fact(name, text) for name, text in self._versions.items())
        )
        words = {"license": self.tr("Licence"), "configuration": self.tr("Built with")}
        self._ffmpeg_facts.set_facts(
            tuple(
                Fact(words.get(name, name), text, is_long=len(text) > 60, copy=text[60:] and text)
                for name, text in facts.ffmpeg
            )
        )
        self._components.show_rows(facts.components)

    @property
    def has_facts(self) -> bool:
        """Whether `show_facts` has brought them."""
        return bool(self._components.rows)

    def copy_versions(self) -> None:
        """Put the versions on the clipboard, for a question to whoever helps."""
        lines = (f"{name}: {number}" for name, number in self._versions.items())
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _head(self, version: str) -> QHBoxLayout:
        sign = QLabel(self)
        sign.setPixmap(app_icon().pixmap(_LOGO_PX, _LOGO_PX))
        title = plain_label(self.tr("FaceWitness {0}").format(version), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        title.setFont(font)
        about = plain_label(
            self.tr(
                "Face-manipulation screening for investigators. It works offline and opens "
                "evidence read-only. An outcome is the output of a tool, to be weighed by a "
                "person, never a proof by itself."
            ),
            self,
        )
        words = QVBoxLayout()
        words.addWidget(title)
        words.addWidget(about)
        words.addWidget(plain_label(absence_caveat(), self))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.setContentsMargins(6, 6, 6, 10)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _licences(self) -> QWidget:
        self.licences = QTableView(self)
        self.licences.setAccessibleName(self.tr("Packages and their licences"))
        self.licences.setModel(self._components)
        self.licences.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.licences.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.licences.setShowGrid(False)
        self.licences.setTabKeyNavigation(False)
        self.licences.verticalHeader().hide()
        self.licences.verticalHeader().setDefaultSectionSize(
            self.licences.fontMetrics().height() + 10
        )
        header = self.licences.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.licences.setColumnWidth(0, 210)
        self.licences.setColumnWidth(1, 120)
        self.licence = text_view(self.tr("Text of the licence"), self)
        self.licence.setPlaceholderText(self.tr("Choose a package to read its licence."))
        self.licences.selectionModel().selectionChanged.connect(self._on_selection_changed)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.licences)
        split.addWidget(self.licence)
        split.setChildrenCollapsible(False)
        return split

    def _on_selection_changed(self) -> None:
        indexes = self.licences.selectedIndexes()
        if indexes:
            name = str(indexes[0].siblingAtColumn(0).data())
            text = licence_text(name)
            self.licence.setPlainText(text or self.tr("The package brings no licence text."))


class ComponentTable(ColumnTableModel[Component]):
    """Packages by name."""

    def __init__(self, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(
            (
                Column(lambda: translate("About", "Package"), lambda row: row.name),
                Column(lambda: translate("About", "Version"), lambda row: row.version),
                Column(lambda: translate("About", "Licence"), lambda row: row.licence),
            ),
            parent,
        )

    def show_rows(self, rows: tuple[Component, ...]) -> None:
        """Add the rows."""
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self.rows.extend(rows)
        self.endInsertRows()


def _scrolling(widget: QWidget, parent: QWidget) -> QScrollArea:
    body = QWidget(parent)
    body.setObjectName("verdictBody")
    layout = QVBoxLayout(body)
    layout.addWidget(widget)
    layout.addStretch(1)
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area
