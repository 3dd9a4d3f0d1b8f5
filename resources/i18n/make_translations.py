# SPDX-License-Identifier: Apache-2.0
"""Extracts the window's texts and compiles their translations.

    python resources/i18n/make_translations.py          after texts were changed or translated
    python resources/i18n/make_translations.py --check  says what is missing, and changes nothing

`facewitness_<language>.ts` is for translators (Qt Linguist opens it); `.qm` is what the window
reads. Both tools come with PySide6. A test runs the check.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LANGUAGES = ("de", "es", "fr")

Key = tuple[str, str]


def run_tool(name: str, *arguments: str) -> None:
    """Run one of Qt's tools from the installed PySide6.

    Raises:
        FileNotFoundError: There is none.
        subprocess.CalledProcessError: It failed; what it said is in `stderr`.
    """
    package = importlib.util.find_spec("PySide6")
    if package is None or package.origin is None:
        raise FileNotFoundError("PySide6 is not installed; set up with `bootstrap.py setup`")
    tool = Path(package.origin).with_name(name + (".exe" if sys.platform == "win32" else ""))
    subprocess.run([str(tool), *arguments], check=True, capture_output=True, text=True, cwd=ROOT)


def extract(catalog: Path) -> None:
    """Bring the texts of the code into a catalogue; translations stay, texts that went go."""
    sources = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "gui").rglob("*.py"))
    options = ("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en")
    run_tool("lupdate", *options, *sources, "-ts", str(catalog))


def compile_catalog(catalog: Path, compiled: Path) -> None:
    """Write what the window reads."""
    run_tool("lrelease", "-silent", str(catalog), "-qm", str(compiled))


def messages(catalog: Path) -> Iterator[tuple[Key, str]]:
    """Give context and text of each message with its translation; empty where there is none."""
    for context in ET.parse(catalog).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            is_done = translation is not None and translation.get("type") is None
            text = (translation.text or "") if translation is not None and is_done else ""
            yield (name, message.findtext("source", "")), text


def texts_of_code() -> set[Key]:
    """Give context and text of all that the code can say."""
    with tempfile.TemporaryDirectory() as folder:
        catalog = Path(folder, "facewitness_en.ts")
        extract(catalog)
        return {key for key, _ in messages(catalog)}


def texts_of_syntax() -> tuple[set[str], list[str]]:
    """Find each `tr` and `translate` in the code, as Python reads it.

    lupdate passes over a context or a text that is held in a variable, and over texts inside an
    f-string, without a word; such a text would stay English.

    Returns:
        The texts, and the places of calls that cannot be extracted.
    """
    texts, unreadable = set(), []
    for path in sorted((ROOT / "gui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            # `painter.translate` moves the origin.
            name = ast.unparse(node.func).rpartition("self.")[2]
            count = {"tr": 1, "translate": 2, "QCoreApplication.translate": 2}.get(name)
            if count is None:
                continue
            values = [one.value for one in node.args if isinstance(one, ast.Constant)]
            given = [value for value in values[:count] if isinstance(value, str)]
            if len(given) < count:
                place = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                unreadable.append(f"{place}: a context or text is no literal")
            else:
                texts.add(given[-1])
    return texts, unreadable


def problems() -> list[str]:
    """Say what is missing, left over, or not compiled; a line each."""
    wanted = texts_of_code()
    said, found = texts_of_syntax()
    found += [f"not extracted: {text!r}" for text in sorted(said - {text for _, text in wanted})]
    for language in LANGUAGES:
        catalog = HERE / f"facewitness_{language}.ts"
        there = dict(messages(catalog)) if catalog.exists() else {}
        missing = sorted(key for key in wanted if not there.get(key))
        found += [f"{language}: not translated: {key}" for key in missing]
        found += [f"{language}: no longer said: {key}" for key in sorted(there.keys() - wanted)]
        if catalog.exists() and not _is_compiled(catalog):
            found.append(f"{language}: {catalog.stem}.qm is not what the catalogue gives")
    return found


def _is_compiled(catalog: Path) -> bool:
    compiled = catalog.with_suffix(".qm")
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, compiled.name)
        compile_catalog(catalog, fresh)
        return compiled.exists() and compiled.read_bytes() == fresh.read_bytes()


def update() -> None:
    """Extract and compile for each language."""
    for language in LANGUAGES:
        catalog = HERE / f"facewitness_{language}.ts"
        extract(catalog)
        compile_catalog(catalog, catalog.with_suffix(".qm"))


def main() -> int:
    """Do as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; 1 where it lacks")
    if not parser.parse_args().check:
        update()
    found = problems()
    sys.stdout.writelines(f"{line}\n" for line in found)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
