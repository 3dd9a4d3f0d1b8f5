# SPDX-License-Identifier: Apache-2.0
"""What the settings dialog says of each setting; one that is not named here is shown all the same.

The dialog is made of the fields of `gui.preferences.records.Preferences`. This catalogue adds
words, units and sensible ranges; the records themselves refuse what has no meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.settings_text import SettingField
from gui.words.languages import LANGUAGES

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
    return {
        "analysis.detectors": SettingWords(
            "detectors",
            translate("SettingCatalog", "Detectors to run"),
            translate(
                "SettingCatalog",
                "Each detector scores every face by itself. The sequence detector reads what "
                "another one sees, which is loaded for it when it is not chosen.",
            ),
        ),
        "analysis.engine": SettingWords(
            "engine",
            translate("SettingCatalog", "Engine"),
            translate(
                "SettingCatalog",
                "The program that computes the networks. Automatic takes the first "
                "that is installed; both give the same scores within 0.00001.",
            ),
        ),
        "analysis.device": SettingWords(
            "engine",
            translate("SettingCatalog", "Device"),
            translate(
                "SettingCatalog",
                "Automatic takes a graphics card where one really works, and says in "
                "the report why it did not.",
            ),
        ),
        "analysis.batch_size": SettingWords(
            "engine",
            translate("SettingCatalog", "Crops at once"),
            translate(
                "SettingCatalog",
                "How many face crops a network gets at once. More need more memory and "
                "make stopping slower.",
            ),
            low=1,
            high=256,
        ),
        "analysis.sampling": SettingWords(
            "sampling",
            translate("SettingCatalog", "Frames to analyse"),
            translate(
                "SettingCatalog",
                "Frames between those analysed are not looked at. Five a second give "
                "the sequence detector a window of four seconds.",
            ),
        ),
        "analysis.window_stride": SettingWords(
            "sampling",
            translate("SettingCatalog", "Window step"),
            translate(
                "SettingCatalog",
                "Analysed faces between the starts of two windows of the sequence detector.",
            ),
            translate("SettingCatalog", " faces"),
            1,
            100,
        ),
        "analysis.min_track_frames": SettingWords(
            "sampling",
            translate("SettingCatalog", "Fewest usable faces"),
            translate(
                "SettingCatalog", "A person in a video with fewer usable faces gets no outcome."
            ),
            translate("SettingCatalog", " faces"),
            1,
            1000,
        ),
        "analysis.operating_points": SettingWords(
            "thresholds",
            translate("SettingCatalog", "Thresholds"),
            translate("SettingCatalog", "From which score on an outcome is stated."),
        ),
    }


def _face_words() -> dict[str, SettingWords]:
    return {
        "analysis.faces.detector_id": SettingWords(
            "sampling",
            translate("SettingCatalog", "Face detector"),
            translate(
                "SettingCatalog",
                "Finds the faces. The detectors were measured on crops of CenterFace; "
                "the other is quicker and misses small faces.",
            ),
        ),
        "analysis.faces.min_size_px": SettingWords(
            "sampling",
            translate("SettingCatalog", "Smallest face"),
            translate(
                "SettingCatalog",
                "A face whose shorter side is below this is found and followed, but not scored.",
            ),
            translate("SettingCatalog", " px"),
            0,
            2000,
            5,
            0,
        ),
        "analysis.faces.min_sharpness": SettingWords(
            "sampling",
            translate("SettingCatalog", "Least sharpness"),
            translate(
                "SettingCatalog",
                "Variance of the Laplacian of the face below which it is not scored: "
                "blurred faces mislead the detectors.",
            ),
            "",
            0,
            10_000,
            1,
            1,
        ),
        "analysis.faces.full_scan_s": SettingWords(
            "sampling",
            translate("SettingCatalog", "Search of the whole frame"),
            translate(
                "SettingCatalog",
                "Longest time between two searches at full size. A small face that "
                "shows for less may be missed; 0 searches every frame so.",
            ),
            translate("SettingCatalog", " s"),
            0,
            60,
            0.1,
            1,
        ),
        "analysis.faces.max_gap_s": SettingWords(
            "sampling",
            translate("SettingCatalog", "Longest gap"),
            translate("SettingCatalog", "A person who is not seen for longer becomes a new one."),
            translate("SettingCatalog", " s"),
            0,
            60,
            0.1,
            1,
        ),
    }


def _limit_words() -> dict[str, SettingWords]:
    return {
        "analysis.limits.max_pixels": SettingWords(
            "limits",
            translate("SettingCatalog", "Largest picture"),
            translate(
                "SettingCatalog",
                "A larger picture is refused before it is decoded: it could not be evaluated.",
            ),
            translate("SettingCatalog", " megapixels"),
            1,
            2000,
            10,
            scale=1_000_000,
        ),
        "analysis.limits.max_memory_bytes": SettingWords(
            "limits",
            translate("SettingCatalog", "Memory of the decoder"),
            translate(
                "SettingCatalog",
                "What the decoder may take; a file that needs more could not be evaluated.",
            ),
            translate("SettingCatalog", " MiB"),
            512,
            65_536,
            256,
            scale=MIB,
        ),
        "analysis.limits.frame_timeout_s": SettingWords(
            "limits",
            translate("SettingCatalog", "Longest wait for a frame"),
            translate(
                "SettingCatalog",
                "A frame that takes longer ends the analysis of that file, not of the others.",
            ),
            translate("SettingCatalog", " s"),
            1,
            3600,
            5,
            0,
        ),
        "analysis.limits.probe_timeout_s": SettingWords(
            "limits",
            translate("SettingCatalog", "Longest wait for opening"),
            translate(
                "SettingCatalog",
                "A file that takes longer to open could not be evaluated. Hashing does not count.",
            ),
            translate("SettingCatalog", " s"),
            1,
            3600,
            5,
            0,
        ),
        "analysis.limits.max_frames": SettingWords(
            "limits",
            translate("SettingCatalog", "Most frames of a file"),
            translate(
                "SettingCatalog",
                "Frames beyond this are not decoded, and the file could not be evaluated.",
            ),
            "",
            1,
            1_000_000_000,
            10_000,
        ),
    }


def _case_words() -> dict[str, SettingWords]:
    head = "report.case."
    return {
        f"{head}organization": SettingWords("report", translate("SettingCatalog", "Laboratory")),
        f"{head}address": SettingWords("report", translate("SettingCatalog", "Address")),
        f"{head}operator": SettingWords(
            "report",
            translate("SettingCatalog", "Examiner"),
            translate("SettingCatalog", "Who runs the analysis; your notes carry this name."),
        ),
        f"{head}reviewer": SettingWords(
            "report",
            translate("SettingCatalog", "Reviewer"),
            translate("SettingCatalog", "Who reads the report before it leaves."),
        ),
        f"{head}case_id": SettingWords("report", translate("SettingCatalog", "Case number")),
        f"{head}item_id": SettingWords(
            "report",
            translate("SettingCatalog", "Item number"),
            translate("SettingCatalog", "Printed on the report of a single file only."),
        ),
        f"{head}requester": SettingWords("report", translate("SettingCatalog", "Requested by")),
        f"{head}authority": SettingWords(
            "report",
            translate("SettingCatalog", "Authority"),
            translate("SettingCatalog", "By what right it was asked for."),
        ),
        f"{head}scope": SettingWords(
            "report",
            translate("SettingCatalog", "Scope"),
            translate("SettingCatalog", "What was asked for."),
        ),
        f"{head}requested_on": SettingWords("report", translate("SettingCatalog", "Requested on")),
        f"{head}received_when": SettingWords(
            "report", translate("SettingCatalog", "Received when")
        ),
        f"{head}received_how": SettingWords("report", translate("SettingCatalog", "Received how")),
        f"{head}received_by": SettingWords("report", translate("SettingCatalog", "Received by")),
        f"{head}copy_kind": SettingWords("report", translate("SettingCatalog", "Original or copy")),
        "report.paper": SettingWords("report", translate("SettingCatalog", "Paper")),
        "report.language": SettingWords(
            "report", translate("SettingCatalog", "Language of the report")
        ),
        "report.logo": SettingWords(
            "report",
            translate("SettingCatalog", "Logo"),
            translate("SettingCatalog", "A picture for the head of the first page, PNG or JPEG."),
        ),
    }


def _window_words() -> dict[str, SettingWords]:
    return {
        "window.language": SettingWords(
            "window",
            translate("SettingCatalog", "Language of the window"),
            translate("SettingCatalog", "Takes effect at the next start."),
        ),
        "window.scheme": SettingWords(
            "window",
            translate("SettingCatalog", "Appearance"),
            translate("SettingCatalog", "Light, dark, or as the system is set."),
        ),
    }


def choice_words(path: str, choice: str) -> str:
    """Name a choice; one that is not known keeps its own name."""
    known = {
        "auto": translate("SettingCatalog", "Automatic"),
        "onnx": "ONNX Runtime",
        "keras": "Keras",
        "cpu": translate("SettingCatalog", "Processor (CPU)"),
        "gpu": translate("SettingCatalog", "Graphics card (GPU)"),
        "a4": "A4",
        "letter": "US Letter",
        "system": translate("SettingCatalog", "As the system"),
        "light": translate("SettingCatalog", "Light"),
        "dark": translate("SettingCatalog", "Dark"),
        **{language.code: language.name for language in LANGUAGES},
        "": translate("SettingCatalog", "As the system"),
    }
    return known.get(choice, choice) if choice or path.startswith("window.") else choice
