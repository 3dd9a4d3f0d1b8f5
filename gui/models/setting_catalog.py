# SPDX-License-Identifier: Apache-2.0
"""What the settings dialog says of each setting; one that is not named here is shown all the same.

The dialog is made of the fields of `gui.preferences.Preferences`. This catalogue adds words, units
and sensible ranges; the records themselves refuse what has no meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.settings_text import SettingField

translate = QCoreApplication.translate
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class SettingWords:
    """How one setting is shown.

    Attributes:
        page: Id of the page it stands on.
        help: What it means and what changing it does.
        unit: After the number, with a blank before it.
        low, high, step, decimals: Of a number's field.
        scale: The field shows the value divided by this.
    """

    page: str
    label: str
    help: str = ""
    unit: str = ""
    low: float = 0.0
    high: float = 1_000_000_000.0
    step: float = 1.0
    decimals: int = 2
    scale: int = 1


def pages() -> dict[str, str]:
    """Give the dialog's pages in their order: id to title."""
    return {
        "detectors": translate("SettingCatalog", "Detectors"),
        "engine": translate("SettingCatalog", "Engine and device"),
        "sampling": translate("SettingCatalog", "Frames and faces"),
        "thresholds": translate("SettingCatalog", "Thresholds"),
        "limits": translate("SettingCatalog", "Limits"),
        "report": translate("SettingCatalog", "Report header"),
        "window": translate("SettingCatalog", "Window"),
    }


def words_of(field: SettingField) -> SettingWords:
    """Say how a setting is shown; its own name stands for words that nobody wrote yet."""
    known = {**_analysis_words(), **_face_words(), **_limit_words(), **_case_words()}
    known |= _window_words()
    found = known.get(field.path)
    if found is not None:
        return found
    return SettingWords(_page_of(field), field.name.replace("_", " ").capitalize())


def _page_of(field: SettingField) -> str:
    """Choose the page of a setting that the catalogue lacks, by the record it stands in."""
    by_record = {
        "FaceSettings": "sampling",
        "MediaLimits": "limits",
        "CaseFacts": "report",
        "ReportHeader": "report",
        "WindowPreferences": "window",
    }
    return by_record.get(field.group.__name__, "engine")


def _analysis_words() -> dict[str, SettingWords]:
    say = "SettingCatalog"
    return {
        "analysis.detectors": SettingWords(
            "detectors",
            translate(say, "Detectors to run"),
            translate(
                say,
                "Each detector scores every face by itself. The sequence detector reads what "
                "another one sees, which is loaded for it when it is not chosen.",
            ),
        ),
        "analysis.engine": SettingWords(
            "engine",
            translate(say, "Engine"),
            translate(say, "The program that computes the networks. Automatic takes the first "
                           "that is installed; both give the same scores within 0.00001."),
        ),
        "analysis.device": SettingWords(
            "engine",
            translate(say, "Device"),
            translate(say, "Automatic takes a graphics card where one really works, and says in "
                           "the report why it did not."),
        ),
        "analysis.batch_size": SettingWords(
            "engine",
            translate(say, "Crops at once"),
            translate(say, "How many face crops a network gets at once. More need more memory and "
                           "make stopping slower."),
            low=1, high=256,
        ),
        "analysis.sampling": SettingWords(
            "sampling",
            translate(say, "Frames to analyse"),
            translate(say, "Frames between those analysed are not looked at. Five a second give "
                           "the sequence detector a window of four seconds."),
        ),
        "analysis.window_stride": SettingWords(
            "sampling",
            translate(say, "Window step"),
            translate(say, "Analysed faces between the starts of two windows of the sequence "
                           "detector."),
            translate(say, " faces"), 1, 100,
        ),
        "analysis.min_track_frames": SettingWords(
            "sampling",
            translate(say, "Fewest usable faces"),
            translate(say, "A person in a video with fewer usable faces gets no outcome."),
            translate(say, " faces"), 1, 1000,
        ),
        "analysis.operating_points": SettingWords(
            "thresholds",
            translate(say, "Thresholds"),
            translate(say, "From which score on an outcome is stated."),
        ),
    }  # fmt: skip


def _face_words() -> dict[str, SettingWords]:
    say = "SettingCatalog"
    return {
        "analysis.faces.detector_id": SettingWords(
            "sampling",
            translate(say, "Face detector"),
            translate(say, "Finds the faces. The detectors were measured on crops of CenterFace; "
                           "the other is quicker and misses small faces."),
        ),
        "analysis.faces.min_size_px": SettingWords(
            "sampling",
            translate(say, "Smallest face"),
            translate(say, "A face whose shorter side is below this is found and followed, but not "
                           "scored."),
            translate(say, " px"), 0, 2000, 5, 0,
        ),
        "analysis.faces.min_sharpness": SettingWords(
            "sampling",
            translate(say, "Least sharpness"),
            translate(say, "Variance of the Laplacian of the face below which it is not scored: "
                           "blurred faces mislead the detectors."),
            "", 0, 10_000, 1, 1,
        ),
        "analysis.faces.full_scan_s": SettingWords(
            "sampling",
            translate(say, "Search of the whole frame"),
            translate(say, "Longest time between two searches at full size. A small face that "
                           "shows for less may be missed; 0 searches every frame so."),
            translate(say, " s"), 0, 60, 0.1, 1,
        ),
        "analysis.faces.max_gap_s": SettingWords(
            "sampling",
            translate(say, "Longest gap"),
            translate(say, "A person who is not seen for longer becomes a new one."),
            translate(say, " s"), 0, 60, 0.1, 1,
        ),
    }  # fmt: skip


def _limit_words() -> dict[str, SettingWords]:
    say, help_ = (
        "SettingCatalog",
        translate(
            "SettingCatalog",
            "Guards against files that would take all memory or time; a file that goes over it could "
            "not be evaluated.",
        ),
    )
    return {
        "analysis.limits.max_pixels": SettingWords(
            "limits", translate(say, "Largest picture"), help_, translate(say, " megapixels"),
            1, 2000, 10, scale=1_000_000,
        ),
        "analysis.limits.max_memory_bytes": SettingWords(
            "limits", translate(say, "Memory of the decoder"), help_, translate(say, " MiB"),
            512, 65_536, 256, scale=MIB,
        ),
        "analysis.limits.frame_timeout_s": SettingWords(
            "limits", translate(say, "Longest wait for a frame"), help_, translate(say, " s"),
            1, 3600, 5, 0,
        ),
        "analysis.limits.probe_timeout_s": SettingWords(
            "limits", translate(say, "Longest wait for opening"), help_, translate(say, " s"),
            1, 3600, 5, 0,
        ),
        "analysis.limits.max_frames": SettingWords(
            "limits", translate(say, "Most frames of a file"), help_, "", 1, 1_000_000_000, 10_000
        ),
    }  # fmt: skip


def _case_words() -> dict[str, SettingWords]:
    say = "SettingCatalog"
    head = "report.case."
    return {
        f"{head}organization": SettingWords("report", translate(say, "Laboratory")),
        f"{head}address": SettingWords("report", translate(say, "Address")),
        f"{head}operator": SettingWords(
            "report",
            translate(say, "Examiner"),
            translate(say, "Who runs the analysis; your notes carry this name."),
        ),
        f"{head}reviewer": SettingWords(
            "report",
            translate(say, "Reviewer"),
            translate(say, "Who reads the report before it leaves."),
        ),
        f"{head}case_id": SettingWords("report", translate(say, "Case number")),
        f"{head}item_id": SettingWords(
            "report",
            translate(say, "Item number"),
            translate(say, "Printed on the report of a single file only."),
        ),
        f"{head}requester": SettingWords("report", translate(say, "Requested by")),
        f"{head}authority": SettingWords(
            "report", translate(say, "Authority"), translate(say, "By what right it was asked for.")
        ),
        f"{head}scope": SettingWords(
            "report", translate(say, "Scope"), translate(say, "What was asked for.")
        ),
        f"{head}requested_on": SettingWords("report", translate(say, "Requested on")),
        f"{head}received_when": SettingWords("report", translate(say, "Received when")),
        f"{head}received_how": SettingWords("report", translate(say, "Received how")),
        f"{head}received_by": SettingWords("report", translate(say, "Received by")),
        f"{head}copy_kind": SettingWords("report", translate(say, "Original or copy")),
        "report.paper": SettingWords("report", translate(say, "Paper")),
        "report.language": SettingWords("report", translate(say, "Language of the report")),
        "report.logo": SettingWords(
            "report",
            translate(say, "Logo"),
            translate(say, "A picture for the head of the first page, PNG or JPEG."),
        ),
    }


def _window_words() -> dict[str, SettingWords]:
    say = "SettingCatalog"
    return {
        "window.language": SettingWords(
            "window",
            translate(say, "Language of the window"),
            translate(say, "Takes effect at the next start."),
        ),
        "window.scheme": SettingWords(
            "window",
            translate(say, "Appearance"),
            translate(say, "Light, dark, or as the system is set."),
        ),
    }


def choice_words(path: str, choice: str) -> str:
    """Name a choice; one that is not known keeps its own name."""
    say = "SettingCatalog"
    known = {
        "auto": translate(say, "Automatic"),
        "onnx": "ONNX Runtime",
        "keras": "Keras",
        "cpu": translate(say, "Processor (CPU)"),
        "gpu": translate(say, "Graphics card (GPU)"),
        "a4": "A4",
        "letter": "US Letter",
        "system": translate(say, "As the system"),
        "light": translate(say, "Light"),
        "dark": translate(say, "Dark"),
        "en": "English",
        "de": "Deutsch",
        "fr": "Français",
        "es": "Español",
        "": translate(say, "As the system"),
    }
    return known.get(choice, choice) if choice or path.startswith("window.") else choice
