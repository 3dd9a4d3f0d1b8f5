# SPDX-License-Identifier: Apache-2.0
"""One editor for each kind of setting; the dialog asks for one by the setting's type."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from core.settings import Sampling
from core.settings_text import SettingField, read_value, setting_text
from gui.models.setting_catalog import SettingWords, choice_words

INT_MAX = 2_147_483_647


class Editor(QWidget):
    """Shows a value and gives it back.

    Signals:
        changed: A person changed it.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Lay out one row.

        Args:
            name: For screen readers.
            parent: Owner.
        """
        super().__init__(parent)
        self.name = name
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)

    @property
    @abstractmethod
    def value(self) -> object:
        """What is entered."""

    @value.setter
    def value(self, value: object) -> None:
        """Show a value without telling."""

    def add(self, widget: QWidget, name: str = "", stretch: int = 0) -> None:
        """Put a control into the row."""
        spoken = f"{self.name}: {name}" if name else self.name
        widget.setAccessibleName(spoken)
        if isinstance(widget, QComboBox):
            widget.view().setAccessibleName(spoken)
        self.row.addWidget(widget, stretch)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)


class TextEditor(Editor):
    """A line of text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(name, parent)
        self._line = QLineEdit(self)
        self._line.textEdited.connect(self.changed)
        self.add(self._line, stretch=1)

    @property
    def value(self) -> object:
        """What is entered."""
        return self._line.text().strip()

    @value.setter
    def value(self, value: object) -> None:
        self._line.setText(str(value))


class FileEditor(TextEditor):
    """A path with a button to look for it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(name, parent)
        self.button = QPushButton(self.tr("Choose…"), self)
        self.button.clicked.connect(self._on_button_clicked)
        self.add(self.button, self.tr("choose a file"))

    def _on_button_clicked(self) -> None:
        filters = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)"
        name, _ = QFileDialog.getOpenFileName(self, self.name, str(self.value), filters)
        if name:
            self.value = name
            self.changed.emit()


class ChoiceEditor(Editor):
    """One of several."""

    def __init__(
        self, name: str, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        """Offer choices: value and words."""
        super().__init__(name, parent)
        self._box = QComboBox(self)
        for value, words in choices:
            self._box.addItem(words, value)
        self._box.activated.connect(self.changed)
        self.add(self._box)
        self.row.addStretch(1)

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._box.currentData()

    @value.setter
    def value(self, value: object) -> None:
        place = self._box.findData(value)
        if place < 0:  # from a file, and not offered here: shown as it is
            self._box.addItem(str(value), value)
            place = self._box.count() - 1
        self._box.setCurrentIndex(place)


class SwitchEditor(Editor):
    """Yes or no."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start with no."""
        super().__init__(name, parent)
        self._box = QCheckBox(self)
        self._box.clicked.connect(self.changed)
        self.add(self._box)
        self.row.addStretch(1)

    @property
    def value(self) -> object:
        """Whether it is on."""
        return self._box.isChecked()

    @value.setter
    def value(self, value: object) -> None:
        self._box.setChecked(bool(value))


class NumberEditor(Editor):
    """A number, whole or not; a value outside of the usual range is shown all the same."""

    def __init__(
        self, name: str, words: SettingWords, *, is_whole: bool, parent: QWidget | None = None
    ) -> None:
        """Take range and unit from the catalogue."""
        super().__init__(name, parent)
        self._scale = words.scale
        self._is_whole = is_whole
        self._exact: object = None
        box: QSpinBox | QDoubleSpinBox
        if is_whole:
            whole = QSpinBox(self)
            whole.setRange(round(words.low), min(round(words.high), INT_MAX))
            whole.setSingleStep(max(round(words.step), 1))
            whole.valueChanged.connect(self._on_changed)
            box = whole
        else:
            real = QDoubleSpinBox(self)
            real.setDecimals(words.decimals)
            real.setRange(words.low, words.high)
            real.setSingleStep(words.step)
            real.valueChanged.connect(self._on_changed)
            box = real
        box.setSuffix(words.unit)
        box.setGroupSeparatorShown(True)
        box.setMinimumWidth(150)
        self._box = box
        self.add(box)
        self.row.addStretch(1)

    @property
    def value(self) -> object:
        """The number; to the last digit the one that was given, until it is changed here."""
        if self._exact is not None:
            return self._exact
        shown = self._box.value() * self._scale
        return round(shown) if self._is_whole else float(shown)

    @value.setter
    def value(self, value: object) -> None:
        number = value if isinstance(value, int | float) else 0
        shown = number / self._scale
        self._box.blockSignals(True)
        if isinstance(self._box, QSpinBox):
            self._box.setRange(
                min(self._box.minimum(), int(shown)), max(self._box.maximum(), int(shown))
            )
            self._box.setValue(int(shown))
        else:
            self._box.setRange(min(self._box.minimum(), shown), max(self._box.maximum(), shown))
            self._box.setValue(shown)
        self._box.blockSignals(False)
        self._exact = value

    def _on_changed(self) -> None:
        self._exact = None
        self.changed.emit()


class SamplingEditor(Editor):
    """All frames, every n-th, or so many a second."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Offer the three ways."""
        super().__init__(name, parent)
        self._mode = QComboBox(self)
        for mode, words in (
            ("fps", self.tr("so many a second")),
            ("every", self.tr("every n-th")),
            ("all", self.tr("all of them")),
        ):
            self._mode.addItem(words, mode)
        self._value = QDoubleSpinBox(self)
        self._value.setMinimumWidth(110)
        self._mode.currentIndexChanged.connect(self._on_mode_changed)
        self._value.valueChanged.connect(self.changed)
        self.add(self._mode)
        self.add(self._value, self.tr("number"))
        self.row.addStretch(1)
        self._on_mode_changed()

    @property
    def value(self) -> object:
        """The sampling."""
        match self._mode.currentData():
            case "all":
                return Sampling("all", 1)
            case "every":
                return Sampling("every", float(round(self._value.value())))
            case _:
                return Sampling("fps", self._value.value())

    @value.setter
    def value(self, value: object) -> None:
        if isinstance(value, Sampling):
            self._mode.setCurrentIndex(self._mode.findData(value.mode))
            self._value.setValue(value.value)

    def _on_mode_changed(self) -> None:
        mode = self._mode.currentData()
        self._value.setVisible(mode != "all")
        self._value.setDecimals(0 if mode == "every" else 2)
        self._value.setRange(*((1, 100_000) if mode == "every" else (0.01, 1000)))
        self._value.setSuffix(self.tr(" a second") if mode == "fps" else "")
        self.changed.emit()


def make_editor(
    field: SettingField,
    words: SettingWords,
    special: dict[str, Callable[[str], Editor]],
    parent: QWidget,
) -> Editor:
    """Make the editor of a setting: its own if it has one, else that of its type."""
    name = words.label
    if field.path in special:
        return special[field.path](name)
    if field.choices:
        offered = tuple((one, choice_words(field.path, one)) for one in field.choices)
        return ChoiceEditor(name, offered, parent)
    if field.kind is bool:
        return SwitchEditor(name, parent)
    if field.kind in {int, float}:
        return NumberEditor(name, words, is_whole=field.kind is int, parent=parent)
    plain = {Sampling: SamplingEditor, str: TextEditor}.get(field.kind)
    return plain(name, parent) if plain else WrittenEditor(name, field, parent)


class WrittenEditor(TextEditor):
    """Any other kind, in the form that the command line takes; what has no meaning is refused."""

    def __init__(self, name: str, field: SettingField, parent: QWidget | None = None) -> None:
        """Keep how it is read."""
        super().__init__(name, parent)
        self._field = field

    @property
    def value(self) -> object:
        """The value.

        Raises:
            SettingsError: The text has no meaning.
        """
        return read_value(self._field, self._line.text())

    @value.setter
    def value(self, value: object) -> None:
        self._line.setText(setting_text(value))
