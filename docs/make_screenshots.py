# SPDX-License-Identifier: Apache-2.0
"""Takes the pictures of the README: the real window and report, real weights, the demo clip.

    python docs/make_screenshots.py [FOLDER]

Needs no screen. It makes the demo clip, analyses it, and saves PNGs into `docs/screenshots/`.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402
from PySide6.QtCore import QEventLoop, QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.demo import make_demo_clip  # noqa: E402
from core.dossier import Dossier  # noqa: E402
from core.explaining import explain_key_frames  # noqa: E402
from core.gathering import gather  # noqa: E402
from core.records import AnalysisResult  # noqa: E402
from core.report.pdf_report import write_pdf  # noqa: E402
from gui.app import Desk, make_application, prepare_process  # noqa: E402
from gui.services import core_services  # noqa: E402
from gui.settings_store import SettingsStore  # noqa: E402
from gui.views.plot_picture import draw_image  # noqa: E402

SIZE = (1280, 760)
LIMIT_MS = 110_000


def wait_until(is_so: Callable[[], bool], limit_ms: int = LIMIT_MS) -> None:
    """Let the window live until something is so.

    Raises:
        TimeoutError: It did not come about within the limit.
    """
    loop, poll, limit = QEventLoop(), QTimer(), QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    poll.timeout.connect(lambda: loop.quit() if is_so() else None)
    poll.start(20)
    limit.start(limit_ms)
    loop.exec()
    poll.stop()
    if not is_so():
        raise TimeoutError(f"expected it within {limit_ms / 1000:.0f} s")


def settle(for_ms: int = 300) -> None:
    """Let the window draw what it has been told."""
    loop = QEventLoop()
    QTimer.singleShot(for_ms, loop.quit)
    loop.exec()


def take(desk: Desk, folder: Path, name: str) -> None:
    """Save the window as it looks now."""
    settle()
    path = folder / f"{name}.png"
    if not desk.window.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    sys.stdout.write(f"{path}\n")


def take_all(desk: Desk, clip: Path, middle_s: float, folder: Path) -> None:
    """Drive the window from empty to finished, light and dark."""
    take_first_views(desk, folder)
    desk.intents.files_dropped.emit((clip,))
    (item,) = desk.session
    wait_until(lambda: item.frames_done >= 12 or item.state.is_over)
    take(desk, folder, "running")
    wait_until(lambda: item.state.is_over)
    if item.result is None:
        raise RuntimeError(f"the analysis did not end well: {item.error}")
    desk.intents.sighting_wanted.emit(middle_s)
    wait_until(lambda: desk.session.frame is not None and desk.session.frame.time_s > 1)
    rows = desk.session.key_frames.rows
    wait_until(lambda: all(row.image is not None for row in rows))
    for scheme in ("light", "dark"):
        desk.window.schemes[scheme].trigger()
        take(desk, folder, f"finished-{scheme}")
    for scheme in ("dark", "light"):
        desk.window.schemes[scheme].trigger()
        take_close_up(desk, folder, scheme)
    take_plot(desk, folder)
    take_report(item.result, clip, folder)


def take_first_views(desk: Desk, folder: Path) -> None:
    """Save the first view, light and dark, and as it is while the demo clip is made."""
    take(desk, folder, "empty")
    desk.window.schemes["dark"].trigger()
    take(desk, folder, "empty-dark")
    desk.window.schemes["light"].trigger()
    desk.window.welcome.on_demo_busy(True)
    take(desk, folder, "making-the-demo")
    desk.window.welcome.on_demo_busy(False)


def take_close_up(desk: Desk, folder: Path, scheme: str) -> None:
    """Save the heat map over a face, zoomed in, with the figures of a span below."""
    face, panel = desk.session.face, desk.window.scores
    desk.intents.map_wanted.emit(True)
    wait_until(lambda: face.look.shown is not None and face.look.shown.heat is not None)
    desk.window.media.zoom_to_face()
    panel.plot.select(panel.plot.span_to_begin_with())
    take(desk, folder, f"heat-map-and-span-{scheme}")
    panel.select_no_span()
    desk.intents.map_wanted.emit(False)
    desk.window.media.view.fit()


def take_plot(desk: Desk, folder: Path) -> None:
    """Save the plot as its export does."""
    path = folder / "plot.png"
    if not draw_image(desk.picture.plots.drawing()).save(str(path)):
        raise OSError(f"cannot write {path}")
    sys.stdout.write(f"{path}\n")


def take_report(result: AnalysisResult, clip: Path, folder: Path) -> None:
    """Save the first page of the PDF report."""
    dossier = explain_key_frames(gather(Dossier(result), clip))
    stream = io.BytesIO()
    write_pdf(dossier, stream)
    path = folder / "report-first-page.png"
    with pypdfium2.PdfDocument(stream.getvalue()) as document:
        document[0].render(scale=1.3).to_pil().quantize(64).save(path, optimize=True)
    sys.stdout.write(f"{path}\n")


def main() -> None:
    """Take all screenshots."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    prepare_process()
    make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        clip = make_demo_clip(Path(scratch) / "interview.mp4", seconds=12)
        ini = QSettings(str(Path(scratch) / "window.ini"), QSettings.Format.IniFormat)
        store = SettingsStore(ini)
        store.scheme = "light"
        desk = Desk(core_services(), store)
        desk.window.resize(*SIZE)
        desk.window.show()
        try:
            middle_s = (clip.manipulated_start_s + clip.manipulated_end_s) / 2
            take_all(desk, clip.path, middle_s, folder)
        finally:
            desk.analysis.cancel_all()
            desk.shutdown.wait()
            desk.window.leave()
    QApplication.processEvents()


if __name__ == "__main__":
    main()
