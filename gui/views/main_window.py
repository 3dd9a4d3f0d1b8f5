# SPDX-License-Identifier: Apache-2.0
"""The window: picture in the middle, panels around it, menus, status; no logic."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import (
    QDockWidget,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.models.intents import Intents
from gui.models.session import Session
from gui.views.actions import Actions
from gui.views.media_panel import MediaPanel
from gui.views.menus import MenuParts, fill_menu_bar
from gui.views.notice_bar import NoticeBar
from gui.views.panel_title import PanelTitle
from gui.views.panels import PANELS
from gui.views.scores_panel import ScoresPanel
from gui.views.tool_bar import MainToolBar
from gui.views.welcome import Welcome
from gui.words.messages import Message

LAYOUT_VERSION = 2
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


class MainWindow(QMainWindow):
    """Assembles the views.

    Signals:
        close_wanted: The person wants to leave; `leave` closes the window.
        scheme_chosen: One of `menus.SCHEMES`.

    Attributes:
        media: The picture in the middle.
        panels: Panel id to its dock.
        contents: Panel id to the widget in it.
        actions_: All actions.
        notice: Messages.
    """

    close_wanted = Signal()
    scheme_chosen = Signal(str)

    def __init__(
        self, session: Session, intents: Intents, formats: tuple[tuple[str, str], ...]
    ) -> None:
        """Build it; nothing is open yet."""
        super().__init__()
        self._session = session
        self._intents = intents
        self._may_close = False
        self._layout_to_restore: QByteArray | None = None
        self._has_workspace = False
        self.setObjectName("main")
        self.setWindowTitle("FaceWitness")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.resize(1280, 760)
        self.media = MediaPanel(session, intents)
        self.notice = NoticeBar()
        self.welcome = Welcome(intents)
        self.panels: dict[str, QDockWidget] = {}
        self.contents: dict[str, QWidget] = {}
        self._place_center()
        self._place_panels()
        self.actions_ = Actions(session, intents, formats, self)
        parts = self._place_menus()
        self.schemes, self.export_menu = parts.schemes, parts.kept["export"]
        self._panels_menu = parts.kept["panels"]
        self._toolbar = MainToolBar(self.actions_, self.export_menu, self)
        self.addToolBar(self._toolbar)
        self._status = QLabel(self)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self.statusBar().addWidget(self._status, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._recolor()
        session.current_changed.connect(self._on_current_changed)
        session.item_changed.connect(self._on_item_changed)
        self._on_current_changed()

    # Assembling ---------------------------------------------------------------------------

    def _place_center(self) -> None:
        self._workspace = workspace = QWidget(self)
        layout = QVBoxLayout(workspace)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.media, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(workspace)
        center = QWidget(self)
        outer = QVBoxLayout(center)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._bars = QVBoxLayout()
        outer.addLayout(self._bars)
        outer.addWidget(self.notice)
        outer.addWidget(self._pages, 1)
        self.setCentralWidget(center)

    def add_bar(self, bar: QWidget) -> None:
        """Put a line above the picture and above what is said there."""
        self._bars.addWidget(bar)

    def _place_panels(self) -> None:
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self.setCorner(Qt.Corner.BottomLeftCorner, left)
        self.setCorner(Qt.Corner.BottomRightCorner, right)
        for spec in PANELS:
            dock = QDockWidget(spec.title(), self)
            dock.setObjectName(spec.id)
            dock.setTitleBarWidget(PanelTitle(dock))
            frame = QWidget(dock)
            frame.setObjectName("panel")
            frame.setMinimumWidth(spec.min_size)
            frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            layout = QVBoxLayout(frame)
            layout.setContentsMargins(1, 1, 1, 1)
            content = spec.factory(self._session, self._intents)
            frame.setFocusProxy(content)
            layout.addWidget(content)
            dock.setWidget(frame)
            self.panels[spec.id], self.contents[spec.id] = dock, content
            dock.hide()
            self.addDockWidget(spec.area, dock)

    @property
    def scores(self) -> ScoresPanel:
        """The time line."""
        content = self.contents["scores"]
        if not isinstance(content, ScoresPanel):
            raise TypeError(f"expected the time line, got {type(content).__name__}")
        return content

    def _place_menus(self) -> MenuParts:
        parts = MenuParts(
            window=self,
            actions=self.actions_,
            media=self.media,
            scores=self.scores,
            panels=self.panels,
            session=self._session,
            intents=self._intents,
            reset_layout=self.reset_layout,
        )
        fill_menu_bar(self.menuBar(), parts)
        if parts.scheme_group is not None:
            parts.scheme_group.triggered.connect(self._on_scheme_triggered)
        return parts

    def _recolor(self) -> None:
        self.actions_.recolor(theme.of(self.palette()))

    # Following the session ----------------------------------------------------------------

    def _on_current_changed(self) -> None:
        has_files = len(self._session) > 0
        self._show_page(1 if has_files else 0)
        self._panels_menu.setEnabled(has_files)
        self._toolbar.setVisible(has_files)
        if has_files != self._has_workspace:
            self._has_workspace = has_files
            self._show_panels(has_files=has_files)
        item = self._session.current
        self.setWindowTitle(f"{item.name} – FaceWitness" if item else "FaceWitness")
        self._show_status()

    def _show_page(self, place: int) -> None:
        """Show the first view or the workspace; the one not seen makes no demand on the size."""
        for one, page in enumerate((self.welcome, self._workspace)):
            policy = QSizePolicy.Policy.Preferred if one == place else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)
        self._pages.setCurrentIndex(place)

    def _show_panels(self, *, has_files: bool) -> None:
        """Show the panels as they were left, or hide them while nothing is open."""
        if not has_files:
            self._layout_to_restore = self.saveState(LAYOUT_VERSION)
        for dock in self.panels.values():
            dock.setVisible(has_files)
        if not has_files:
            self.welcome.setFocus()
            return
        layout = self._layout_to_restore
        if layout is None or not self.restoreState(layout, LAYOUT_VERSION):
            self.reset_layout()
        next(iter(self.contents.values())).setFocus()

    def reset_layout(self) -> None:
        """Put all panels where they stand at first."""
        for spec in PANELS:
            dock = self.panels[spec.id]
            dock.setFloating(False)
            self.removeDockWidget(dock)
            self.addDockWidget(spec.area, dock)
            dock.show()
        for spec in PANELS:
            if spec.tab_with:
                self.tabifyDockWidget(self.panels[spec.tab_with], self.panels[spec.id])
                self.panels[spec.tab_with].raise_()
        wider = min(max(self.width() / 1280, 1.0), 1.4)
        taller = min(max(self.height() / 720, 1.0), 1.8)
        for spec in PANELS:
            dock, is_bottom = self.panels[spec.id], spec.area == BOTTOM
            way = Qt.Orientation.Vertical if is_bottom else Qt.Orientation.Horizontal
            self.resizeDocks([dock], [round(spec.size * (taller if is_bottom else wider))], way)
            if spec.height:
                self.resizeDocks([dock], [round(spec.height * taller)], Qt.Orientation.Vertical)

    def _on_item_changed(self, _job_id: int) -> None:
        self._toolbar.export_button.setEnabled(
            self._session.current is not None and self._session.current.result is not None
        )
        self._show_status()

    def _show_status(self) -> None:
        items = tuple(self._session)
        n_open = sum(not item.state.is_over for item in items)
        files = self.tr("1 file") if len(items) == 1 else self.tr("{0} files").format(len(items))
        todo = self.tr("{0} to go").format(n_open) if n_open else self.tr("all done")
        self._status.setText(f"{files}, {todo}" if items else "")

    def show_message(self, message: Message, is_good: bool = False) -> None:
        """Say something above the picture."""
        self.notice.show_message(message, is_good=is_good)

    # The desktop --------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_toolbar"):
            self._recolor()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget::dragEnterEvent: take local files."""
        if _local_paths(event):
            event.acceptProposedAction()
            self.welcome.set_active(is_active=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Override QWidget::dragLeaveEvent."""
        self.welcome.set_active(is_active=False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget::dropEvent."""
        self.welcome.set_active(is_active=False)
        paths = _local_paths(event)
        if paths:
            event.acceptProposedAction()
        folders = tuple(path for path in paths if path.is_dir())
        files = tuple(path for path in paths if path not in folders)
        if files:
            self._intents.files_dropped.emit(files)
        if folders:
            self._intents.folders_dropped.emit(folders)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QWidget::closeEvent: workers are stopped first, without a frozen window."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_wanted.emit()

    def leave(self) -> None:
        """Close for good."""
        self._may_close = True
        self.close()

    def save_layout(self) -> QByteArray | None:
        """Give the places of the panels."""
        return self.saveState(LAYOUT_VERSION) if self._has_workspace else self._layout_to_restore

    def restore_layout(self, layout: QByteArray) -> None:
        """Keep the places of the panels for when a file is open."""
        self._layout_to_restore = layout

    def _on_scheme_triggered(self, action: QAction) -> None:
        self.scheme_chosen.emit(action.data())


def _local_paths(event: QDropEvent) -> tuple[Path, ...]:
    urls = event.mimeData().urls()
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
