# SPDX-License-Identifier: Apache-2.0
"""The languages of the window: which there are, and how one is put in place.

Translations lie in `resources/i18n`; `make_translations.py` there extracts the texts from the code
and compiles the files. Reports have their own languages, chosen beside this one.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

SYSTEM = ""
SOURCE = "en"


@dataclass(frozen=True, slots=True)
class WindowLanguage:
    """A language that the window speaks.

    Attributes:
        code: ISO 639-1.
        name: What its speakers call it.
    """

    code: str
    name: str


LANGUAGES: tuple[WindowLanguage, ...] = (
    WindowLanguage("en", "English"),
    WindowLanguage("de", "Deutsch"),
    WindowLanguage("fr", "Français"),
    WindowLanguage("es", "Español"),
)


def language_for(choice: str, preferred: list[str] | None = None) -> str:
    """Say which language a choice means.

    Args:
        choice: A code, or SYSTEM for the first of the system's languages that there is.
        preferred: The system's languages, such as "fr-CA"; None asks the system.

    Returns:
        A code of LANGUAGES; English where nothing fits.
    """
    codes = {language.code for language in LANGUAGES}
    if choice in codes:
        return choice
    wanted = QLocale.system().uiLanguages() if preferred is None else preferred
    return next((name[:2] for name in wanted if name[:2] in codes), SOURCE)


def speak(app: QCoreApplication, code: str) -> tuple[QTranslator, ...]:
    """Make the program speak a language, before its first window is made.

    Qt's own texts (the buttons of its dialogs) follow where Qt has them. Numbers and dates keep the
    form they have in reports as data: a score is written with a point in each language.

    Args:
        app: The application; it keeps the translators.
        code: Of LANGUAGES.

    Returns:
        What was put in place, the last first asked; none for English.
    """
    if code == SOURCE:
        return ()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resources.path("i18n"))
    placed = []
    for name, folder in ((f"qtbase_{code}", qt_folder), (f"facewitness_{code}", ours)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            placed.append(translator)
    return tuple(placed)
