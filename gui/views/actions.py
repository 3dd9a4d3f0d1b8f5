# SPDX-License-Identifier: Apache-2.0
"""All actions of the window, with their keys; menus and tool bar are made of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gui.icons import icon
from gui.models.intents import Intents
from gui.models.session import Session
from gui.theme import Theme

Keys = QKeySequence.StandardKey
Wish = Callable[[], object]


class Actions(QObject):
    """Holds the actions by name and keeps them enabled as the session allows.

    Attributes:
        named: Name to action.
        exports: Report format's id to the action that writes it.
    """

    def __init__(
        self,
        session: Session,
        intents: Intents,
        formats: tuple[tuple[str, str], ...],
        window: QWidget,
    ) -> None:
        """Make the actions.

        Args:
            session: Decides what can be done.
            intents: Told when an action is triggered.
            formats: Id and label of each report format.
            window: Owns the actions, so that their keys work everywhere in it.
        """
        super().__init__(window)
        self._session = session
        self._intents = intents
        self._window = window
        self._icons: dict[QAction, str] = {}
        self.named: dict[str, QAction] = {}
        self.exports: dict[str, QAction] = {}
        self._make_file_actions(formats)
        self._make_way_actions()
        self._make_map_actions()
        session.current_changed.connect(self.refresh)
        session.item_changed.connect(self._on_item_changed)
        session.frame_changed.connect(self.refresh)
        self.refresh()

    @property
    def intents(self) -> Intents:
        """What menus made of these actions tell."""
        return self._intents

    def add(
        self,
        name: str,
        text: str,
        wish: Wish,
        keys: QKeySequence | Keys | Qt.Key | str | None = None,
        icon_name: str = "",
    ) -> QAction:
        """Make one action.

        Args:
            name: Under which it is found.
            text: In menus; the tool tip says the same and the keys.
            wish: Called when it is triggered.
            keys: Shortcut.
            icon_name: File in `resources/icons`.
        """
        action = QAction(text, self._window)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text.replace('&', '').rstrip('…')} ({shown})")
        action.triggered.connect(lambda _checked=False: wish())
        self._window.addAction(action)
        self.named[name] = action
        if icon_name:
            self._icons[action] = icon_name
        return action

    def _make_file_actions(self, formats: tuple[tuple[str, str], ...]) -> None:
        wishes = self._intents
        self.add("open", self.tr("&Open files…"), wishes.open_requested.emit, Keys.Open, "open")
        self.add(
            "folder",
            self.tr("Open a f&older…"),
            wishes.folder_requested.emit,
            "Ctrl+Shift+O",
            "folder",
        )
        self.add("demo", self.tr("Try the &demo"), wishes.demo_requested.emit, None, "demo")
        self.add(
            "demo-folder", self.tr("Try the demo in a &folder…"), wishes.demo_folder_requested.emit
        )
        for format_id, label in formats:
            keys = QKeySequence(Keys.Save) if not self.exports else None
            self.exports[format_id] = self.add(
                f"export-{format_id}",
                self.tr("{0}…").format(label),
                partial(wishes.export_requested.emit, format_id),
                keys,
            )
        self.add("cancel", self.tr("&Cancel the analysis"), self._cancel, "Esc", "stop")
        self.add(
            "cancel-all", self.tr("Cancel &all"), wishes.cancel_all_requested.emit, "Shift+Esc"
        )
        self.add("repeat", self.tr("Analyse &again"), self._repeat, "F5", "repeat")
        self.add("remove", self.tr("&Remove from the list"), self._remove, "Ctrl+W")

    def _make_way_actions(self) -> None:
        wishes = self._intents
        for name, text, wish, keys in (
            ("play", self.tr("&Play or pause"), wishes.play_toggled.emit, "K"),
            (
                "previous",
                self.tr("P&revious frame"),
                lambda: wishes.frames_stepped.emit(-1),
                "Left",
            ),
            ("next", self.tr("&Next frame"), lambda: wishes.frames_stepped.emit(1), "Right"),
            (
                "back",
                self.tr("Ten frames back"),
                lambda: wishes.frames_stepped.emit(-10),
                "Shift+Left",
            ),
            ("on", self.tr("Ten frames on"), lambda: wishes.frames_stepped.emit(10), "Shift+Right"),
            (
                "previous-face",
                self.tr("Previous analysed face"),
                lambda: wishes.sightings_stepped.emit(-1),
                "Ctrl+Left",
            ),
            (
                "next-face",
                self.tr("Next analysed face"),
                lambda: wishes.sightings_stepped.emit(1),
                "Ctrl+Right",
            ),
            ("first", self.tr("&First frame"), lambda: wishes.ends_wanted.emit(-1), "Home"),
            ("last", self.tr("&Last frame"), lambda: wishes.ends_wanted.emit(1), "End"),
        ):
            self.add(name, text, wish, keys)
        for name, text, wish, keys in (
            ("slower", self.tr("Play &slower"), lambda: wishes.speed_stepped.emit(-1), "["),
            ("faster", self.tr("Play &faster"), lambda: wishes.speed_stepped.emit(1), "]"),
            ("normal-speed", self.tr("Normal spee&d"), lambda: wishes.speed_wanted.emit(1.0), "\\"),
        ):
            self.add(name, text, wish, keys)

    def _make_map_actions(self) -> None:
        self.add("map", self.tr("&Heat map"), self._toggle_map, "H", "heat").setCheckable(True)
        for name, text, step, keys in (
            ("map-less", self.tr("Heat map: &less opaque"), -0.1, "Shift+H"),
            ("map-more", self.tr("Heat map: &more opaque"), 0.1, "Ctrl+Shift+H"),
        ):
            self.add(name, text, partial(self._step_opacity, step), keys)
        self._session.face.changed.connect(self._on_face_changed)
        self._on_face_changed()

    def _toggle_map(self) -> None:
        self._intents.map_wanted.emit(not self._session.face.wants_map)

    def _step_opacity(self, step: float) -> None:
        self._intents.map_opacity_wanted.emit(self._session.face.opacity + step)

    def _on_face_changed(self) -> None:
        face = self._session.face
        self.named["map"].setChecked(face.wants_map)
        for name in ("map-less", "map-more"):
            self.named[name].setEnabled(face.wants_map)

    def recolor(self, theme: Theme) -> None:
        """Draw the icons in the colours of a theme."""
        for action, name in self._icons.items():
            action.setIcon(icon(name, theme.text, theme.border))

    def refresh(self) -> None:
        """Enable what can be done now."""
        item = self._session.current
        is_over = item is not None and item.state.is_over
        for action in self.exports.values():
            action.setEnabled(item is not None and item.result is not None)
        self.named["cancel"].setEnabled(item is not None and not is_over)
        self.named["cancel-all"].setEnabled(any(not one.state.is_over for one in self._session))
        self.named["repeat"].setEnabled(is_over)
        self.named["remove"].setEnabled(item is not None)
        is_video = self._session.frame is not None and item is not None and not item.is_image
        for name in ("play", "previous", "next", "back", "on", "first", "last"):
            self.named[name].setEnabled(is_video)
        for name in ("previous-face", "next-face"):
            self.named[name].setEnabled(is_video and item is not None and len(item.faces) > 0)

    def _on_item_changed(self, _job_id: int) -> None:
        self.refresh()

    def _cancel(self) -> None:
        if self._session.current is not None:
            self._intents.item_cancelled.emit(self._session.current.job_id)

    def _repeat(self) -> None:
        if self._session.current is not None:
            self._intents.item_repeated.emit(self._session.current.job_id)

    def _remove(self) -> None:
        current = self._session.current
        marked = self._session.selected
        if current is not None:
            several = marked if current.job_id in marked else (current.job_id,)
            self._intents.items_removed.emit(several)
