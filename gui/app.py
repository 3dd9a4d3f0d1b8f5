# SPDX-License-Identifier: Apache-2.0
"""The program's window from start to end: application, logging, last resorts, shutdown."""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gui.desk.desk import Desk
from gui.icons import app_icon
from gui.lifecycle.crash import CrashGuard, find_crashed, log_to_file
from gui.lifecycle.garbage import GarbageCollector
from gui.lifecycle.preloading import Preloader
from gui.preferences.store import SettingsStore
from gui.services import core_services
from gui.views.main_window import MainWindow
from gui.words.languages import language_for, speak

log = logging.getLogger(__name__)

SWITCH_INTERVAL_S = 0.001
SLOW_LIBRARIES = ("onnxruntime", "av", "scipy.optimize")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def prepare_process() -> None:
    """Make the process fit for a window beside an analysis, all at once.

    A worker that computes in Python keeps Python's lock for one switch interval each time the
    window wants it: 5 ms unless it is told otherwise. The program itself loads the libraries when
    its window is painted, see `gui.lifecycle.preloading`.
    """
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    for library in SLOW_LIBRARIES:
        with contextlib.suppress(ImportError):  # whoever needs it says so better
            importlib.import_module(library)


def make_application(arguments: Sequence[str]) -> QApplication:
    """Make the QApplication, or give the one there is."""
    there_is = QApplication.instance()
    app = there_is if isinstance(there_is, QApplication) else QApplication([*arguments])
    app.setApplicationName("FaceWitness")
    app.setApplicationDisplayName("FaceWitness")
    app.setDesktopFileName("facewitness")
    app.setStyle("Fusion")
    app.setWindowIcon(app_icon())
    return app


def set_up_logging() -> None:
    """Log warnings, or what FACEWITNESS_LOG names, to stderr."""
    level = os.environ.get("FACEWITNESS_LOG", "WARNING").upper()
    known = level if level in logging.getLevelNamesMapping() else "WARNING"
    logging.basicConfig(level=known, format="%(asctime)s %(levelname)s %(name)s: %(message)s")


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Bring Qt's own messages into the log."""
    logging.getLogger(context.category or "qt").log(_LEVELS.get(kind, logging.WARNING), text)


def make_excepthook(
    tell: Callable[[BaseException], None],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Make what is called for exceptions that nobody caught, such as those in a slot."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("unexpected error", exc_info=(kind, error, trace))
        if not isinstance(error, KeyboardInterrupt):
            tell(error)

    return hook


def main(paths: Sequence[Path] = (), on_shown: Callable[[MainWindow], object] | None = None) -> int:
    """Show the window until it is closed.

    Args:
        paths: Files to open at once.
        on_shown: Called with the window when it was asked to show itself.

    Returns:
        The program's exit code.
    """
    set_up_logging()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    qInstallMessageHandler(log_qt_message)
    app = make_application(sys.argv[:1])
    services = core_services()
    handler = log_to_file(services.log_folder)
    crashed, guard = find_crashed(services.log_folder), CrashGuard(services.log_folder)
    store = SettingsStore()
    speak(app, language_for(store.preferences.window.language))
    desk = Desk(services, store)
    desk.guard(guard, crashed)
    sys.excepthook = make_excepthook(desk.error_caught.emit)
    Preloader(desk.window, SLOW_LIBRARIES)
    desk.window.show()
    if on_shown is not None:
        on_shown(desk.window)
    garbage = GarbageCollector(lambda: not desk.analysis.is_busy, desk)
    desk.open(paths)
    code = app.exec()
    garbage.stop()
    if not desk.shutdown.wait():
        # A thread that still runs would take the process down when Qt is torn down; evidence is
        # read-only and reports are renamed into place, so that nothing is lost by leaving now.
        log.error("left without waiting for: %s", ", ".join(desk.shutdown.busy))
        desk.tools.stop()
        os._exit(code or 1)
    desk.tools.stop()
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()
    sys.excepthook = sys.__excepthook__
    qInstallMessageHandler(None)
    return code
