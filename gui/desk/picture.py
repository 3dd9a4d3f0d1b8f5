# SPDX-License-Identifier: Apache-2.0
"""The part of the desk around picture, time line and first view: controllers and their dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from gui.controllers.demo import DemoController
from gui.controllers.faces import FaceController
from gui.controllers.folders import FolderController
from gui.controllers.key_frames import KeyFrameController
from gui.controllers.playback import PlaybackController
from gui.controllers.plots import PlotController
from gui.models.intents import Intents
from gui.models.session import Session
from gui.preferences.store import SettingsStore
from gui.services import Services
from gui.views.main_window import MainWindow
from gui.workers.base import WorkerThread


class PictureDesk(QObject):
    """Joins what is looked at with what brings it.

    Attributes:
        playback, faces, key_frames, plots, folders, demo: The controllers.
    """

    def __init__(
        self,
        services: Services,
        store: SettingsStore,
        session: Session,
        intents: Intents,
        window: MainWindow,
        parent: QObject | None = None,
    ) -> None:
        """Start the workers and join all with the window."""
        super().__init__(parent)
        self._store = store
        self._window = window
        self.playback = PlaybackController(session, intents, services.open_session, self)
        self.faces = FaceController(session, intents, services.make_explainer, self)
        self.key_frames = KeyFrameController(session, services.open_session, self)
        self.plots = PlotController(session, intents, window.scores, self.ask_plot_file, self)
        self.folders = FolderController(intents, self.ask_folder_to_open, self)
        self.demo = DemoController(
            intents, services.make_demo, services.demo_folder, self.ask_demo_folder, self
        )
        transport = window.media.transport
        self.playback.playing_changed.connect(transport.on_playing_changed)
        self.playback.playing_changed.connect(window.media.on_playing_changed)
        self.playback.speed_changed.connect(transport.on_speed_changed)
        self.demo.busy_changed.connect(window.welcome.on_demo_busy)

    @property
    def tellers(self) -> tuple[PlotController | FolderController | DemoController, ...]:
        """Those whose `told` has something for the person."""
        return (self.plots, self.folders, self.demo)

    @property
    def threads(self) -> tuple[WorkerThread, ...]:
        """All workers' threads, to be stopped at the end."""
        controllers = (
            self.playback,
            self.faces,
            self.key_frames,
            self.plots,
            self.folders,
            self.demo,
        )
        return tuple(one.thread_of_worker for one in controllers)

    def ask_folder_to_open(self) -> Path | None:
        """Show the dialog for a folder whose files to open."""
        folder = self._ask_folder(self.tr("Open the images and videos of a folder"))
        if folder is not None:
            self._store.set_folder("open", folder)
        return folder

    def ask_demo_folder(self) -> Path | None:
        """Show the dialog for the folder of the demo clip."""
        return self._ask_folder(self.tr("Folder for the demo clip"))

    def _ask_folder(self, title: str) -> Path | None:
        start = str(self._store.folder("open") or Path.home())
        name = QFileDialog.getExistingDirectory(self._window, title, start)
        return Path(name) if name else None

    def ask_plot_file(self, kind: str, name: str) -> Path | None:
        """Show the dialog for the file of a plot.

        Args:
            kind: "png" or "svg".
            name: To begin with.
        """
        folder = self._store.folder("export") or Path.home()
        pattern = self.tr("{0} picture").format(kind.upper())
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the plot (not beside the evidence)"),
            str(folder / name),
            f"{pattern} (*.{kind})",
        )
        if chosen:
            self._store.set_folder("export", Path(chosen).parent)
        return Path(chosen) if chosen else None
