# SPDX-License-Identifier: Apache-2.0
"""What the program is made of: installed packages with their licences, and FFmpeg's build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions

from core.evidence.custody import library_versions
from core.text import printable

_NAMES = ("licen", "copying", "notice", "authors")
_MAX_BYTES = 400_000
_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Component:
    """One package.

    Attributes:
        licence: In a few words, as the package says itself.
    """

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class AboutFacts:
    """All of it, since finding it out takes a second.

    Attributes:
        versions: Of the libraries that decide over scores, and of the machine.
        ffmpeg: Name and text.
    """

    versions: Mapping[str, str]
    ffmpeg: tuple[tuple[str, str], ...]
    components: tuple[Component, ...]


def about_facts() -> AboutFacts:
    """Find out what the program is made of; not for the window's thread."""
    return AboutFacts(library_versions("onnx"), ffmpeg_facts(), components())


def components() -> tuple[Component, ...]:
    """List what is installed beside the program, by name."""
    found = {one.name.casefold(): one for one in _components()}
    return tuple(found[key] for key in sorted(found))


def _components() -> Iterator[Component]:
    for one in distributions():
        name = one.metadata["Name"]
        if name:
            yield Component(printable(name), printable(one.version), _licence_of(one))


def _licence_of(one: Distribution) -> str:
    meta = one.metadata
    expressions = meta.get_all("License-Expression") or []
    if expressions:
        return printable(str(expressions[0]))
    classifiers = meta.get_all("Classifier") or []
    named = [text.rpartition(" :: ")[2] for text in classifiers if text.startswith("License :: ")]
    named = [text for text in named if text != "OSI Approved"]
    if named:
        return printable(", ".join(named))
    words = _own_words(one).strip().splitlines()
    return printable(words[0][:_MOST_WORDS]) if words else "–"


def _own_words(one: Distribution) -> str:
    return "\n".join(map(str, one.metadata.get_all("License") or ()))


def licence_text(name: str) -> str:
    """Read the licence files that a package brings; its own words where it brings none."""
    for one in distributions():
        if (one.metadata["Name"] or "").casefold() == name.casefold():
            return "\n\n".join(_texts(one)) or _own_words(one)
    return ""


def _texts(one: Distribution) -> Iterator[str]:
    for path in one.files or ():
        lower = path.name.lower()
        if not any(word in lower for word in _NAMES) or lower.endswith((".py", ".pyc", ".pyi")):
            continue
        try:
            content = path.locate().read_bytes()[:_MAX_BYTES]  # type: ignore[attr-defined]
        except OSError:
            continue
        yield f"{path}\n{'=' * len(str(path))}\n{content.decode('utf-8', errors='replace')}"


def ffmpeg_facts() -> tuple[tuple[str, str], ...]:
    """Say which FFmpeg decodes, how it was built, and under which licence."""
    import av  # noqa: PLC0415 - slow to load
    from av import _core  # noqa: PLC0415 - the library's own --version reads it too

    facts = [("FFmpeg", str(av.ffmpeg_version_info))]
    facts += [(name, ".".join(map(str, number))) for name, number in av.library_versions.items()]
    meta = getattr(_core, "library_meta", {}).get("libavcodec", {})
    facts += [(key, str(meta[key])) for key in ("license", "configuration") if key in meta]
    return tuple((printable(name), printable(text)) for name, text in facts)
