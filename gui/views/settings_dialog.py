# SPDX-License-Identifier: Apache-2.0
"""The settings, made of the fields of `gui.preferences.records`: a new one shows by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.cards import WeightsCard
from core.errors import SettingsError
from core.faces.catalog import FACE_DETECTORS
from core.report.pdf.languages import languages
from core.settings_text import SettingField, fields_of, value_of, with_values
from core.text import printable
from gui import theme
from gui.icons import icon
from gui.models.setting_catalog import SettingWords, choice_words, pages, words_of
from gui.preferences.records import Preferences
from gui.views.check_views import SpeedView, WeightsView
from gui.views.detector_editors import DetectorsEditor, ThresholdsEditor
from gui.views.facts import plain_label
from gui.views.setting_editors import ChoiceEditor, Editor, FileEditor, make_editor
from gui.words.languages import LANGUAGES, SYSTEM

# The window speaks these; the report's languages are those of its catalogues.
WINDOW_LANGUAGES = (SYSTEM, *(language.code for language in LANGUAGES))


class SettingsDialog(QDialog):
    """Shows preferences and gives them back.

    Signals:
        chosen: The Preferences that were accepted.

    Attributes:
        editors: Dotted name to editor.
        speed, weights: What looks at this machine.
    """

    chosen = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        cards: tuple[WeightsCard, ...],
        window_languages: tuple[str, ...] = WINDOW_LANGUAGES,
        parent: QWidget | None = None,
    ) -> None:
        """Build it.

        Args:
            preferences: What is set now.
            cards: Of the detectors that are installed.
            window_languages: ISO 639-1 codes, empty for the system's.
            parent: Owner.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(920, 640)
        self._given = preferences
        self._defaults = Preferences()
        self.editors: dict[str, Editor] = {}
        self._fields: dict[str, SettingField] = {}
        self._resets: dict[str, QToolButton] = {}
        self.speed, self.weights = SpeedView(self), WeightsView(self)
        self.pages = QListWidget(self)
        self.pages.setAccessibleName(self.tr("Pages of the settings"))
        self.pages.setObjectName("pageList")
        self.pages.setFixedWidth(190)
        self._stack = QStackedWidget(self)
        self.pages.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.problem = plain_label("", self)
        self.problem.setObjectName("warning")
        self.problem.hide()
        self._special: dict[str, Callable[[str], Editor]] = {
            "analysis.detectors": lambda name: DetectorsEditor(name, cards, self),
            "analysis.operating_points": lambda name: ThresholdsEditor(name, cards, self),
            "analysis.faces.detector_id": partial(
                self._choices, tuple((one.id, one.title) for one in FACE_DETECTORS)
            ),
            "report.language": partial(
                self._choices, tuple((one, choice_words("", one)) for one in languages())
            ),
            "report.logo": lambda name: FileEditor(name, self),
            "window.language": partial(
                self._choices,
                tuple((one, choice_words("window.", one)) for one in window_languages),
            ),
        }
        self._forms: dict[str, QFormLayout] = {}
        self._make_pages()
        for field in fields_of(self._defaults):
            self._add_row(field)
        self._lay_out()
        self.show_preferences(preferences)

    def _choices(self, offered: tuple[tuple[str, str], ...], name: str) -> Editor:
        return ChoiceEditor(name, offered, self)

    # Laying out ---------------------------------------------------------------------------

    def _make_pages(self) -> None:
        self._ids = tuple(pages())
        for key, title in pages().items():
            self.pages.addItem(title)
            body = QWidget(self)
            body.setObjectName("verdictBody")
            layout = QVBoxLayout(body)
            layout.setContentsMargins(18, 4, 18, 12)
            layout.setSpacing(14)
            form = QFormLayout()
            form.setHorizontalSpacing(18)
            form.setVerticalSpacing(12)
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
            form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            layout.addLayout(form)
            self._forms[key] = form
            check = {"engine": self.speed, "detectors": self.weights}.get(key)
            if check is not None:
                layout.addWidget(check, 1)
            else:
                layout.addStretch(1)
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(body)
            self._stack.addWidget(area)
        self.pages.setCurrentRow(0)

    def _add_row(self, field: SettingField) -> None:
        words = words_of(field)
        editor = make_editor(field, words, self._special, self)
        editor.changed.connect(self._on_changed)
        self.editors[field.path] = editor
        self._fields[field.path] = field
        reset = QToolButton(self)
        reset.setAutoRaise(True)
        reset.setIconSize(QSize(14, 14))
        reset.setIcon(icon("repeat", theme.of(self.palette()).muted))
        reset.setAccessibleName(self.tr("Default of: {0}").format(words.label))
        reset.setToolTip(self.tr("Back to the default"))
        reset.clicked.connect(partial(self._on_reset_clicked, field.path))
        policy = reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        reset.setSizePolicy(policy)
        self._resets[field.path] = reset
        row = QWidget(self)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(editor, 1)
        across.addWidget(reset, 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout(row)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(3)
        down.addLayout(across)
        if words.help:
            about = plain_label(words.help, row)
            about.setObjectName("muted")
            about.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            down.addWidget(about)
            editor.setAccessibleDescription(words.help)
        self._place(words, editor, row)

    def _place(self, words: SettingWords, editor: Editor, row: QWidget) -> None:
        form = self._forms[words.page]
        if isinstance(editor, ThresholdsEditor):
            form.addRow(row)
            return
        label = QLabel(words.label, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(editor)
        label.setMinimumWidth(150)
        label.setContentsMargins(0, 5, 0, 0)
        form.addRow(label, row)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setObjectName("primary")
        save.style().unpolish(save)
        save.style().polish(save)
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        restore = QPushButton(self.tr("Defaults of this page"), self)
        restore.setAutoDefault(False)
        cancel.setAutoDefault(False)
        restore.clicked.connect(self.restore_page)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(restore)
        foot.addStretch(1)
        foot.addWidget(buttons)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.pages)
        body.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(body, 1)
        layout.addWidget(self.problem)
        layout.addLayout(foot)

    # Values -------------------------------------------------------------------------------

    def show_page(self, page: str) -> None:
        """Turn to a page by its id."""
        self.pages.setCurrentRow(self._ids.index(page))

    def show_preferences(self, preferences: Preferences) -> None:
        """Put values into all editors."""
        for path, editor in self.editors.items():
            editor.value = value_of(preferences, path)
        self._on_changed()

    def preferences(self) -> Preferences:
        """Give what is entered.

        Raises:
            SettingsError: Something has no meaning.
        """
        return with_values(
            self._given, {path: editor.value for path, editor in self.editors.items()}
        )

    def restore_page(self) -> None:
        """Put the defaults into the editors of the page that is seen."""
        page = self._ids[self.pages.currentRow()]
        for path, editor in self.editors.items():
            if words_of(self._fields[path]).page == page:
                editor.value = self._fields[path].default
        self._on_changed()

    def accept(self) -> None:
        """Override QDialog::accept: stay open while something has no meaning."""
        try:
            preferences = self.preferences()
        except SettingsError as error:
            self._show_problem(error)
            return
        self.chosen.emit(preferences)
        super().accept()

    def _on_reset_clicked(self, path: str) -> None:
        self.editors[path].value = self._fields[path].default
        self._on_changed()
        self.editors[path].setFocus()

    def _on_changed(self) -> None:
        """Show what differs from the defaults, and what has no meaning."""
        self.problem.hide()
        for path, button in self._resets.items():
            try:
                is_changed = self.editors[path].value != self._fields[path].default
            except SettingsError as error:
                is_changed = True
                self._show_problem(error)
            button.setVisible(is_changed)

    def _show_problem(self, error: SettingsError) -> None:
        self.problem.setText(printable(" ".join(filter(None, (error.message, error.advice)))))
        self.problem.show()
