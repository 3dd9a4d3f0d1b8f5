# SPDX-License-Identifier: Apache-2.0
"""The licence of everything in the package, with its text; the build stops where one is missing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePath
from typing import Any

from installer.owners import BundledFile, Owners
from installer.places import Places
from installer.talk import stop

INDEX = "index.json"
_TEXT_NAME = re.compile(r"licen[cs]e|copying|notice|copyright|authors|thirdparty", re.IGNORECASE)
_PURL = {"wheel": "pkg:pypi/{name}@{version}", "debian": "pkg:deb/debian/{name}@{version}"}


@dataclass(frozen=True, slots=True)
class Component:
    """Something in the package that others made.

    Attributes:
        kind: "wheel", "library" (inside a wheel), "debian" (a library of the building system),
            "python", or "data".
        licence: SPDX expression, or the words of its author.
        texts: Files with its licence.
        source: Where its source code is.
    """

    name: str
    version: str
    kind: str
    licence: str
    texts: tuple[Path, ...] = field(default=())
    source: str = ""

    @property
    def purl(self) -> str | None:
        """Package URL, where it has one."""
        pattern = _PURL.get(self.kind)
        return pattern and pattern.format(name=self.name, version=self.version)


def collect_notices(files: Iterable[BundledFile], places: Places) -> list[Component]:
    """Write every licence text and an index of them into the build's LICENSES folder.

    Args:
        files: What is bundled.
        places: Of the build.

    Returns:
        What the package is made of.
    """
    components = sorted(find_components(list(files), places.root), key=lambda one: one.name.lower())
    bare = [one.name for one in components if not one.texts]
    if bare:
        stop(f"no licence text for {', '.join(bare)}; see packaging/licences/native.toml")
    write_notices(components, places)
    return components


def find_components(files: list[BundledFile], root: Path) -> Iterator[Component]:
    """Tell what the bundled files belong to."""
    known = tomllib.loads((root / "packaging/licences/native.toml").read_text(encoding="utf-8"))
    folder, owners = root / "packaging/licences", Owners(root)
    names = {one.owner for one in files if one.owner}
    for name in sorted({*names, "pyinstaller"}):  # its loader starts the program
        yield _wheel(owners, name, known, folder)
    yield from _libraries(files, known, folder)
    yield _python()
    yield from _system(files)
    fonts = root / "resources/fonts"
    texts = (fonts / "OFL-1.1.txt", fonts / "README.md")
    yield Component("fonts of the reports", "", "data", "OFL-1.1 and others, see README", texts)


def _wheel(owners: Owners, name: str, known: dict[str, Any], folder: Path) -> Component:
    one = owners.distributions[name]
    given = next((entry for entry in known["wheel"] if entry["name"] == name), None)
    texts = [Path(str(one.locate_file(file))) for file in one.files or () if _is_text(file)]
    facts: Any = one.metadata
    licence = facts.get("License-Expression") or _classified(facts) or facts.get("License") or ""
    if given is not None:
        texts += [folder / text for text in given["texts"]]
        licence = given["licence"]
    found = tuple(path for path in texts if path.is_file())
    address = f"https://pypi.org/project/{name}/{one.version}/"
    return Component(name, one.version, "wheel", licence.strip().splitlines()[0], found, address)


def _is_text(file: PurePath) -> bool:
    """Tell by the name, or by the folder that PEP 639 sets aside for such texts."""
    is_named = _TEXT_NAME.search(file.name) or ".dist-info/licenses/" in file.as_posix()
    return bool(is_named) and file.suffix not in {".py", ".pyc", ".pyi", ".json"}


def _classified(facts: Any) -> str:
    marks = [text for text in facts.get_all("Classifier") or () if text.startswith("License ::")]
    return " / ".join(mark.rpartition(" :: ")[2] for mark in marks)


def _libraries(
    files: list[BundledFile], known: dict[str, Any], folder: Path
) -> Iterator[Component]:
    """Name the libraries inside wheels whose own licence files do not cover them."""
    seen = set()
    for file in files:
        path = Path(file.source)
        is_library = re.search(r"\.libs$|\.dylibs$", path.parent.name) or path.suffix == ".dll"
        if file.owner not in known["wheels"] or not is_library:
            continue
        entry = next((e for e in known["library"] if re.search(e["pattern"], path.name)), None)
        if entry is None:
            stop(f"no licence is known for {path.name} of {file.owner}; add it to native.toml")
        if entry["name"] not in seen:
            seen.add(entry["name"])
            licence = entry["licence"] + (f" ({entry['note']})" if "note" in entry else "")
            texts = [folder / entry["text"]]
            texts += [folder / f"texts/{name}.txt" for name in gnu_texts(licence)]
            yield Component(
                entry["name"], f"in {file.owner}", "library", licence, tuple(texts), entry["source"]
            )


def gnu_texts(licence: str) -> list[str]:
    """Name the GNU licences of an expression; version 3 of the LGPL is an addition to the GPL."""
    needed = {
        "GPL-2.0": re.search(r"(?<!L)GPL-2", licence),
        "GPL-3.0": re.search(r"GPL-3", licence),
        "LGPL-2.1": re.search(r"LGPL-2", licence),
        "LGPL-3.0": re.search(r"LGPL-3", licence),
    }
    return [name for name, found in needed.items() if found]


def _python() -> Component:
    library = Path(sysconfig.get_paths()["stdlib"])
    places = (library, Path(sys.base_prefix), Path("/usr/share/doc/python3"))
    names = ("LICENSE.txt", "LICENSE", "copyright")
    texts = [place / name for place in places for name in names if (place / name).is_file()]
    version = sys.version.split()[0]
    return Component(
        "python",
        version,
        "python",
        "PSF-2.0",
        tuple(texts[:1]),
        "https://www.python.org/downloads/",
    )


def _system(files: list[BundledFile]) -> Iterator[Component]:
    """Name the Debian packages that libraries were taken from; elsewhere they are Python's."""
    if sys.platform != "linux":
        return
    library = sysconfig.get_paths()["stdlib"]
    sources = {one.source for one in files if one.owner is None}
    packages = {
        package
        for source in sorted(sources)
        if not source.startswith(library)
        and Path(source).is_absolute()
        and (package := _debian_package(source))
    }
    for package in sorted(packages):
        text = Path("/usr/share/doc") / package / "copyright"
        version = _said("dpkg-query", "-W", "-f", "${Version}", package)
        address = f"https://packages.debian.org/{package}"
        yield Component(
            package, version, "debian", "see its text", (text,) if text.is_file() else (), address
        )


def _debian_package(source: str) -> str | None:
    """Name the package of a file; libraries moved from /lib to /usr/lib are known by either."""
    real = str(Path(source).resolve())
    for path in (source, real, real.removeprefix("/usr"), f"/usr{real}"):
        found = _said("dpkg-query", "-S", path)
        if found:
            return found.partition(":")[0]
    return None


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def write_notices(components: Iterable[Component], places: Places) -> None:
    """Write the texts, a list for people and one for the program."""
    shutil.rmtree(places.notices, ignore_errors=True)
    places.notices.mkdir(parents=True)
    lines = [(places.root / "packaging/licences/head.txt").read_text(encoding="utf-8")]
    index = []
    for one in components:
        folder = re.sub(r"[^\w.+-]+", "-", one.name)
        names = _copy(one.texts, places.notices / folder)
        named = ", ".join(f"{folder}/{name}" for name in names)
        lines.append(
            f"{one.name} {one.version}\n    {one.licence}\n    {one.source}\n    {named}\n"
        )
        facts = {key: value for key, value in asdict(one).items() if key != "texts"}
        index.append({**facts, "purl": one.purl, "texts": [f"{folder}/{name}" for name in names]})
    (places.notices / "THIRD-PARTY.txt").write_text("\n".join(lines), encoding="utf-8")
    (places.notices / INDEX).write_text(json.dumps(index, indent=1) + "\n", encoding="utf-8")


def _copy(texts: Iterable[Path], folder: Path) -> list[str]:
    """Copy texts into a folder, each under a name of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    for text in texts:
        name = text.name if text.name not in names else f"{len(names)}-{text.name}"
        shutil.copyfile(text, folder / name)
        names.append(name)
    return names


def read_components(places: Places) -> list[dict[str, Any]]:
    """Read the index that `write_notices` wrote."""
    found: list[dict[str, Any]] = json.loads((places.notices / INDEX).read_text(encoding="utf-8"))
    return found
