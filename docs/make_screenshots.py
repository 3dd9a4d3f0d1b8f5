# SPDX-License-Identifier: Apache-2.0
"""Takes the pictures of the README and the user guide: the real window, weights, clip and batch.

    python docs/make_screenshots.py [FOLDER]

Needs no screen. It makes its evidence, works through an afternoon with it, and saves each state,
light and dark, as PNG into `docs/user-guide/screenshots/`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402
from PIL import Image  # noqa: E402
from PySide6.QtCore import QEventLoop, QLocale, QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from core.demo import DemoClip, make_demo_clip, read_portrait  # noqa: E402
from core.dossier import CaseFacts  # noqa: E402
from core.evidence.annotations import Annotations, Bookmark, Note  # noqa: E402
from gui.app import make_application, prepare_process  # noqa: E402
from gui.desk.desk import Desk  # noqa: E402
from gui.models.evidence import EvidenceItem  # noqa: E402
from gui.models.setting_catalog import pages  # noqa: E402
from gui.preferences.store import SettingsStore  # noqa: E402
from gui.services import core_services  # noqa: E402
from gui.states import BatchPhase  # noqa: E402
from gui.views.plot_picture import draw_image  # noqa: E402
from gui.views.verdict_panel import VerdictPanel  # noqa: E402
from gui.words.languages import speak  # noqa: E402

SIZE = (1280, 760)
LARGE = (1920, 1080)
LIMIT_MS = 240_000
SCHEMES = ("dark", "light")


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


class Photographer:
    """Saves the window, or a part of it, as it looks now."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self._folder = folder

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Save one picture in the colours that are set."""
        settle()
        shot = (widget or self.desk.window).grab().toImage()
        path = self._folder / f"{name}.png"
        if not shot.save(str(path)):
            raise OSError(f"cannot write {path}")
        # A third of the bytes, and no difference to be seen.
        with Image.open(path) as image:
            image.convert("RGB").quantize(256).save(path, optimize=True)
        sys.stdout.write(f"{path}\n")

    def take_both(self, name: str, widget: QWidget | None = None) -> None:
        """Save one picture dark and one light; light stays."""
        for scheme in SCHEMES:
            self.desk.window.schemes[scheme].trigger()
            self.take(f"{name}-{scheme}", widget)

    def save_pdf_page(self, name: str, content: bytes, page: int) -> None:
        """Save one page of a PDF."""
        path = self._folder / f"{name}.png"
        with pypdfium2.PdfDocument(content) as document:
            picture = document[page].render(scale=1.3).to_pil()
        picture.quantize(64).save(path, optimize=True)
        sys.stdout.write(f"{path}\n")


# One file ------------------------------------------------------------------------------------


def open_and_analyse(camera: Photographer, clip: DemoClip) -> EvidenceItem:
    """From the empty window to the outcome."""
    desk = camera.desk
    camera.take_both("empty")
    desk.intents.files_dropped.emit((clip.path,))
    (item,) = desk.session
    wait_until(lambda: item.frames_done >= 12 or item.state.is_over)
    camera.take("running-light")
    wait_until(lambda: item.state.is_over)
    if item.result is None:
        raise RuntimeError(f"the analysis did not end well: {item.error}")
    middle_s = (clip.manipulated_start_s + clip.manipulated_end_s) / 2
    desk.intents.sighting_wanted.emit(middle_s)
    wait_until(lambda: desk.session.frame is not None and desk.session.frame.time_s > 1)
    rows = desk.session.key_frames.rows
    wait_until(lambda: all(row.image is not None for row in rows))
    camera.take_both("finished")
    return item


def look_closer(camera: Photographer) -> None:
    """The heat map of a face, a span with its figures, the plot that is saved."""
    desk, panel = camera.desk, camera.desk.window.scores
    desk.intents.map_wanted.emit(True)
    face = desk.session.face
    wait_until(lambda: face.look.shown is not None and face.look.shown.heat is not None)
    desk.window.media.zoom_to_face()
    panel.plot.select(panel.plot.span_to_begin_with())
    camera.take_both("heat-map-and-span")
    panel.select_no_span()
    desk.intents.map_wanted.emit(False)
    desk.window.media.view.fit()
    desk.window.resize(*LARGE)
    camera.take("large-light")
    desk.window.resize(*SIZE)


def inspect(camera: Photographer, item: EvidenceItem) -> None:
    """The inspector's other pages: notes, media facts, detectors."""
    desk = camera.desk
    frame = desk.session.frame
    marks = (Bookmark(frame.frame_index, frame.time_s, "the cheek flickers"),) if frame else ()
    words = "The cheek flickers from 0:04 on, where the scores rise."
    desk.session.annotate(
        item.job_id, Annotations((Note(words, "A. Example", "2026-11-24T10:00:00Z"),), marks)
    )
    (inspector,) = desk.window.findChildren(VerdictPanel)
    for number, name in ((1, "notes"), (2, "file"), (3, "detectors")):
        inspector.setCurrentIndex(number)
        camera.take_both(name)
    inspector.setCurrentIndex(0)


def ask_for_help(camera: Photographer) -> None:
    """Settings, keys, terms, about."""
    tools = camera.desk.tools
    tools.settings.show()
    settings = tools.settings.dialog
    if settings is None:
        raise RuntimeError("the settings did not open")
    for page in pages():
        settings.show_page(page)
        camera.take(f"settings-{page}-light", settings)
    settings.show_page("detectors")
    camera.take_both("settings", settings)
    settings.close()
    for name, show in (
        ("keys", tools.show_shortcuts),
        ("terms", tools.show_glossary),
        ("about", tools.show_about),
    ):
        dialog = show()
        camera.take_both(name, dialog)
        dialog.close()


def report(camera: Photographer) -> None:
    """The preview, the first page of the PDF, the plot."""
    desk = camera.desk
    made: list[bytes] = []
    desk.export.previews_made.connect(lambda documents: made.append(documents[0].content))
    desk.intents.preview_requested.emit("current")
    previews = desk.tools.previews
    wait_until(lambda: previews.dialog is not None)
    settle(3000)
    camera.take_both("preview", previews.dialog)
    if previews.dialog is not None:
        previews.dialog.close()
    camera.save_pdf_page("report-first-page", made[0], 0)
    drawing = draw_image(desk.picture.plots.drawing())
    drawing.save(str(camera._folder / "plot.png"))  # noqa: SLF001


# Many files ----------------------------------------------------------------------------------


def meet_trouble(camera: Photographer, folder: Path) -> None:
    """A broken file, a long name, a picture; the list of problems."""
    desk = camera.desk
    broken = folder / "broken.mp4"
    broken.write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(500))
    long_name = folder / ("interview of the second witness, camera 3, part 1 of 2 " * 3 + ".png")
    make_picture(long_name)
    desk.intents.files_dropped.emit((broken, long_name))
    wait_until(lambda: all(one.state.is_over for one in desk.session))
    camera.take_both("several-files")
    desk.intents.item_selected.emit(next(iter(desk.session)).job_id + 1)
    desk.intents.problems_toggled.emit()
    camera.take_both("problems")
    desk.intents.problems_toggled.emit()


def run_batch(camera: Photographer, folder: Path, out: Path) -> None:
    """A folder from empty to finished."""
    desk = camera.desk
    batches, window = desk.cases.batches, desk.cases.batch_window
    window.resize(*SIZE)
    window.bring_up()
    camera.take_both("batch-empty", window)
    batches.choose_out = lambda _folder: out
    desk.intents.batch_folder_dropped.emit(folder)
    wait_until(lambda: batches.model.counts.finished >= 4)
    camera.take_both("batch-running", window)
    wait_until(lambda: batches.model.phase is BatchPhase.FINISHED)
    window.panel.table.selectRow(0)
    camera.take_both("batch-finished", window)
    window.hide()


def make_picture(path: Path, number: int = 0) -> None:
    """Save the portrait, each time a little closer."""
    with Image.fromarray(read_portrait()) as portrait:
        edge = 4 * number
        portrait.crop((edge, edge, portrait.width - edge, portrait.height - edge)).save(path)


def make_batch(folder: Path, clip: Path) -> None:
    """A small folder of the kinds that come: clips, pictures, a copy, damaged and foreign files."""
    (folder / "phone").mkdir(parents=True)
    make_demo_clip(folder / "phone" / "meeting.mp4", seconds=4)
    (folder / "copy of the interview.mp4").write_bytes(clip.read_bytes())
    (folder / "interview.mp4").write_bytes(clip.read_bytes())
    for number in range(6):
        make_picture(folder / "phone" / f"IMG_{number + 1:04}.png", number)
    Image.new("RGB", (800, 600), (90, 120, 90)).save(folder / "meadow.jpg")
    (folder / "cut off.mp4").write_bytes(clip.read_bytes()[:20_000])
    (folder / "readme.txt").write_text("not media")


def keep_a_case(camera: Photographer, path: Path) -> None:
    """The session becomes a case; leaving without one is asked about first."""
    desk = camera.desk
    desk.window.close()
    camera.take_both("unsaved")
    desk.cases.question.hide()
    desk.cases.cases.create(path)
    wait_until(lambda: desk.cases.cases.path == path)
    desk.cases.cases.set_facts(CaseFacts(case_id="2026-114", operator="A. Example"))
    camera.take_both("case")


def speak_german(camera: Photographer, store: SettingsStore, clip: DemoClip) -> None:
    """The same window in another language."""
    translators = speak(QApplication.instance() or QApplication([]), "de")
    desk = Desk(core_services(), store)
    desk.window.resize(*SIZE)
    desk.window.show()
    try:
        desk.intents.files_dropped.emit((clip.path,))
        (item,) = desk.session
        wait_until(lambda: item.state.is_over)
        settle(1000)
        Photographer(desk, camera._folder).take("german-light")  # noqa: SLF001
    finally:
        end(desk)
        for translator in translators:
            QApplication.removeTranslator(translator)


def end(desk: Desk) -> None:
    """Stop everything, as leaving does."""
    desk.analysis.cancel_all()
    desk.shutdown.wait()
    desk.tools.stop()
    desk.window.leave()
    QApplication.processEvents()


def main() -> None:
    """Take all screenshots."""
    default = ROOT / "docs" / "user-guide" / "screenshots"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    folder.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale.c())
    prepare_process()
    make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        evidence = root / "evidence"
        evidence.mkdir()
        clip = make_demo_clip(evidence / "interview.mp4", seconds=12)
        make_batch(root / "seized disk", clip.path)
        store = SettingsStore(QSettings(str(root / "window.ini"), QSettings.Format.IniFormat))
        store.scheme = "light"
        desk = Desk(core_services(), store)
        desk.window.resize(*SIZE)
        desk.window.show()
        camera = Photographer(desk, folder)
        try:
            item = open_and_analyse(camera, clip)
            look_closer(camera)
            inspect(camera, item)
            report(camera)
            ask_for_help(camera)
            meet_trouble(camera, evidence)
            run_batch(camera, root / "seized disk", root / "results")
            keep_a_case(camera, root / "cases" / "2026-114")
        finally:
            end(desk)
        speak_german(camera, store, clip)


if __name__ == "__main__":
    main()
