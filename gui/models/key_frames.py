# SPDX-License-Identifier: Apache-2.0
"""The key frames of the selected file as a list for the strip of thumbnails."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.dossier import KeyFrameReason
from gui.pictures import Thumbnail
from gui.words.formatting import format_score, format_time, tool_tip
from gui.words.messages import person_name, translate

Index = QModelIndex | QPersistentModelIndex
_ORDER = tuple(KeyFrameReason)


class KeyFrameRole(enum.IntEnum):
    """What the delegate asks of a row besides its text."""

    THUMBNAIL = Qt.ItemDataRole.UserRole + 1


def key_reason_words(reason: KeyFrameReason) -> str:
    """Say in a word or two why a frame is a key frame."""
    match reason:
        case KeyFrameReason.HIGHEST_SCORE:
            return translate("KeyFrames", "highest")
        case KeyFrameReason.LOWEST_SCORE:
            return translate("KeyFrames", "lowest")
        case KeyFrameReason.EVENLY_SPACED:
            return translate("KeyFrames", "spaced")
        case KeyFrameReason.STILL_IMAGE:
            return translate("KeyFrames", "still image")


def key_frame_title(one: Thumbnail) -> str:
    """Describe a key frame in one line, for the tool tip and for a screen reader."""
    person, moment = person_name(one.track_id), format_time(one.time_s)
    match one.reason:
        case KeyFrameReason.HIGHEST_SCORE:
            text = translate("KeyFrames", "{0} at {1}: among the highest scores ({2})")
        case KeyFrameReason.LOWEST_SCORE:
            text = translate("KeyFrames", "{0} at {1}: the lowest score ({2})")
        case _:
            text = translate("KeyFrames", "{0} at {1}: chosen evenly over time (score {2})")
    return text.format(person, moment, format_score(one.score))


class KeyFrameModel(QAbstractListModel):
    """Thumbnails as they come, in order of person, then reason, then time.

    Attributes:
        rows: The thumbnails.
        words: Why there are none, or not all; empty otherwise.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: list[Thumbnail] = []
        self.words = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractItemModel::data."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        one = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return key_frame_title(one)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(key_frame_title(one))
            case Qt.ItemDataRole.DecorationRole:
                return one.image
            case KeyFrameRole.THUMBNAIL:
                return one
            case _:
                return None

    def begin(self, rows: Iterable[Thumbnail] = (), words: str = "") -> None:
        """Put other key frames in the place of those there are; pictures may follow."""
        self.beginResetModel()
        self.rows = sorted(rows, key=_sort_key)
        self.words = words
        self.endResetModel()

    def fill(self, one: Thumbnail) -> None:
        """Put a picture in the place of the row that waits for it."""
        for place, row in enumerate(self.rows):
            if (row.track_id, row.frame_index) == (one.track_id, one.frame_index):
                self.rows[place] = one
                index = self.index(place)
                self.dataChanged.emit(index, index)


def _sort_key(one: Thumbnail) -> tuple[int, int, float]:
    return one.track_id, _ORDER.index(one.reason), one.time_s
