# SPDX-License-Identifier: Apache-2.0
"""A batch as one looks through it: what is done, what was found, and each file's reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.records import Outcome
from core.text import printable
from gui.models.batch import BatchModel
from gui.models.batch_order import BatchOrder
from gui.models.batch_row import (
    CODEC,
    DURATION,
    FACES,
    FILE,
    MESSAGE,
    OUTCOME,
    PLACE,
    PROGRESS,
    STATE,
    STRENGTH,
    BatchRow,
)
from gui.models.intents import Intents
from gui.states import ItemState
from gui.views.batch_chips import BatchChips
from gui.views.batch_delegate import BatchDelegate
from gui.views.batch_head import BatchHead
from gui.words.messages import absence_caveat, outcome_words

_WIDTHS = {
    FILE: 190,
    STATE: 120,
    PROGRESS: 80,
    OUTCOME: 190,
    STRENGTH: 82,
    FACES: 62,
    DURATION: 82,
    CODEC: 70,
    MESSAGE: 210,
    PLACE: 120,
}


class BatchTableView(QTableView):
    """A table whose keys do what the context menu does."""

    def __init__(self, parent: QWidget) -> None:
        """Start without wishes."""
        super().__init__(parent)
        self.keys: dict[Qt.Key, Callable[[], None]] = {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Return opens, Delete removes, F5 does again."""
        wish = self.keys.get(Qt.Key(event.key()))
        if wish is None:
            super().keyPressEvent(event)
        else:
            wish()


class BatchPanel(QWidget):
    """Head, chips, table and the reason of the selected row.

    Attributes:
        head, chips, table, reason: Its parts.
        order: What the table shows.
    """

    def __init__(self, batch: BatchModel, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it and follow the batch."""
        super().__init__(parent)
        self._batch = batch
        self._intents = intents
        self.order = BatchOrder(batch.table, self)
        self.head = BatchHead(batch, intents, self)
        self.chips = BatchChips(batch.table, self)
        self.chips.filter_changed.connect(self.order.filter)
        self.table = self._make_table()
        self.reason = QLabel(self)
        self.reason.setObjectName("batchReason")
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.reason.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 18)
        self.reason.setAccessibleName(self.tr("Reason of the selected file"))
        self.empty = self._make_empty()
        self._pages = QStackedWidget(self)
        self._lay_out()
        self.order.filtered.connect(self._show_reason)
        batch.changed.connect(self._on_changed)
        batch.table.tallied.connect(self._show_reason)
        self._on_changed()

    # Assembling ---------------------------------------------------------------------------

    def _make_table(self) -> BatchTableView:
        table = BatchTableView(self)
        table.setObjectName("batchTable")
        table.setAccessibleName(self.tr("Files of the batch"))
        table.setModel(self.order)
        table.setItemDelegate(BatchDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setAlternatingRowColors(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setStretchLastSection(True)
        header.setSortIndicator(FILE, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_menu_requested)
        table.doubleClicked.connect(lambda _index: self.open_selected())
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_reason())
        table.selectionModel().currentChanged.connect(lambda *_: self._show_reason())
        table.keys = {
            Qt.Key.Key_Return: self.open_selected,
            Qt.Key.Key_Enter: self.open_selected,
            Qt.Key.Key_Delete: partial(self._wish, self._intents.rows_removed),
            Qt.Key.Key_F5: partial(self._wish, self._intents.rows_repeated),
        }
        return table

    def _make_empty(self) -> QWidget:
        page = QWidget(self)
        zone = QFrame(page)
        zone.setObjectName("dropZone")
        zone.setMinimumSize(420, 230)
        zone.setMaximumSize(680, 340)
        title = QLabel(self.tr("Drop a folder here"), zone)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        title.setFont(font)
        title.setObjectName("welcomeTitle")
        text = QLabel(
            self.tr(
                "All images and videos in it, and in the folders inside, are analysed one after\n"
                "the other. You can pause at any time; after a crash it goes on where it was."
            ),
            zone,
        )
        text.setObjectName("muted")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(self.tr("Add folder…"), zone)
        button.setObjectName("primary")
        button.clicked.connect(self._intents.batch_folder_requested)
        inside = QVBoxLayout(zone)
        inside.setContentsMargins(32, 26, 32, 26)
        inside.setSpacing(14)
        inside.addStretch(1)
        for widget in (title, text, button):
            inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        layout.addWidget(zone, 6, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        return page

    def _lay_out(self) -> None:
        frame = QFrame(self)
        frame.setObjectName("panel")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.table, 1)
        rule = QFrame(frame)
        rule.setObjectName("rule")
        inside.addWidget(rule)
        inside.addWidget(self.reason)
        work = QWidget(self)
        parts = QVBoxLayout(work)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(10)
        parts.addWidget(self.head)
        parts.addWidget(self.chips)
        parts.addWidget(frame, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(work)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(self._pages)

    # Selecting ----------------------------------------------------------------------------

    def selected(self) -> tuple[BatchRow, ...]:
        """Give the selected rows, in the order in which they are shown."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.order.row_at(row) for row in rows)

    def select(self, *item_ids: int) -> None:
        """Select rows by their items."""
        flags = QItemSelectionModel.SelectionFlag
        model = self.table.selectionModel()
        model.clearSelection()
        for item_id in item_ids:
            index = self.order.index(self.order.place_of(item_id), 0)
            if index.isValid():
                model.setCurrentIndex(index, flags.Select | flags.Rows)

    def open_selected(self) -> None:
        """Open the row that the keys are on."""
        index = self.table.currentIndex()
        if index.isValid():
            self._intents.row_opened.emit(self.order.row_at(index.row()).item.item_id)

    def _wish(self, wish: object) -> None:
        ids = tuple(row.item.item_id for row in self.selected())
        if ids:
            wish.emit(ids)  # type: ignore[attr-defined]

    def make_menu(self) -> QMenu:
        """Make the context menu of the selected rows."""
        rows = self.selected()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wishes = self._intents
        can_open = len(rows) == 1 and rows[0].state is ItemState.DONE
        open_ = menu.addAction(self.tr("&Open"), self.open_selected)
        open_.setEnabled(can_open)
        reason = menu.addAction(self.tr("Show the &reason"), self._show_reason)
        reason.setEnabled(bool(rows))
        menu.addSeparator()
        retry = menu.addAction(self.tr("&Analyse again"), partial(self._wish, wishes.rows_repeated))
        over = {ItemState.DONE, ItemState.CANCELLED}
        retry.setEnabled(any(row.state in over for row in rows))
        cancel = menu.addAction(self.tr("&Cancel"), partial(self._wish, wishes.rows_cancelled))
        cancel.setEnabled(any(row.state not in over for row in rows))
        remove = menu.addAction(
            self.tr("Remove &from the list"), partial(self._wish, wishes.rows_removed)
        )
        remove.setEnabled(bool(rows))
        return menu

    def _on_menu_requested(self, place: QPoint) -> None:
        if self.selected():
            self.make_menu().popup(self.table.viewport().mapToGlobal(place))

    # Telling ------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._pages.setCurrentIndex(0 if self._batch.place is None else 1)

    def _show_reason(self) -> None:
        rows = self.selected()
        if len(rows) == 1:
            self.reason.setText(self._reason_of(rows[0]))
            return
        shown, known = self.order.rowCount(), len(self._batch.table.rows)
        text = self.tr("{0} of {1} files are shown").format(shown, known) if known else ""
        if rows:
            text = self.tr("{0} files are selected").format(len(rows))
        self.reason.setText(text)

    def _reason_of(self, row: BatchRow) -> str:
        outcome = row.item.outcome
        head = f"{printable(row.item.path)} – {row.state_text}"
        if outcome is None:
            return head
        parts = [outcome_words(outcome), row.reason, printable(row.item.message)]
        if outcome is Outcome.NO_SUPPORT_FOUND:
            parts.append(absence_caveat())
        told = dict.fromkeys(part.rstrip(".") for part in parts if part)
        return f"{printable(row.item.path)}\n{'. '.join(told)}."
