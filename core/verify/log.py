# SPDX-License-Identifier: Apache-2.0
"""A case log: its chain, and the files that it says were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

from core.digests import sha256_of
from core.evidence.case_log.chain import CLOCK_STEPPED_BACK, LogLine, read_chain
from core.evidence.case_log.entries import LogEvent
from core.text import printable
from core.verify.findings import Check, fails, holds, unknown
from core.verify.reading import open_regular, why


class LogFacts:
    """What a log holds that other files are held against.

    Attributes:
        hashes: The `sha256` of each line.
        exports: File name, or place below the log's folder where the log says it that way, to
            the last hash that was noted for it, and the number of that line.
    """

    def __init__(self) -> None:
        """Start with nothing."""
        self.hashes: set[str] = set()
        self.exports: dict[str, tuple[str, int]] = {}
        self.clock_steps = 0

    def take(self, line: LogLine) -> None:
        """Take in one line that holds."""
        self.hashes.add(line.sha256)
        self.clock_steps += line.event == CLOCK_STEPPED_BACK
        path, sha256 = line.facts.get("path"), line.facts.get("sha256")
        if line.event == LogEvent.EXPORTED and isinstance(path, str) and isinstance(sha256, str):
            self.exports[_inside(path) or _name(path)] = (sha256, line.seq + 1)


def check_log(path: Path, subject: str) -> tuple[LogFacts, list[Check]]:
    """Check the chain of a case log, then the files beside it that it names."""
    facts = LogFacts()
    try:
        with open_regular(path) as stream:
            state = read_chain(stream, facts.take)
    except OSError as error:
        return facts, [fails(subject, "chain", f"it cannot be read: {why(error)}")]
    if state.problem is not None:
        place = f"{subject}, line {state.lines + 1}"
        return facts, [fails(place, "chain", state.problem)]
    if not state.lines:
        return facts, [fails(subject, "chain", "it is empty")]
    checks = [holds(subject, "chain", f"{state.lines} lines, head {state.head}")]
    if facts.clock_steps:
        told = f"the clock was set back {facts.clock_steps} times; the order of lines is sure"
        checks.append(unknown(subject, "times", told))
    checks += _exports(path.parent, subject, facts.exports)
    return facts, checks


def _exports(folder: Path, subject: str, exports: Mapping[str, tuple[str, int]]) -> Iterator[Check]:
    """Hold the files of the log's folder against the last hash noted for each."""
    for name, (sha256, number) in sorted(exports.items()):
        path = folder / name
        if not path.is_file():
            continue  # written elsewhere, or moved; a manifest tells what belongs together
        place = f"{subject}, line {number}"
        what = f"SHA-256 of {printable(name)}"
        try:
            with open_regular(path) as stream:
                found = sha256_of(stream)
        except OSError as error:
            yield fails(place, what, f"the file cannot be read: {why(error)}")
            continue
        if found == sha256:
            yield holds(place, what)
        else:
            yield fails(place, what, f"the file's SHA-256 is {found}, the log says {sha256}")


def _inside(untrusted_path: str) -> str | None:
    """Give a relative path that leads into the log's folder, as a case's log has them."""
    path = PurePosixPath(untrusted_path)
    is_plain = not path.is_absolute() and ".." not in path.parts and "\\" not in untrusted_path
    return str(path) if is_plain and len(path.parts) > 1 and ":" not in path.parts[0] else None


def _name(untrusted_path: str) -> str:
    """Give the last part of a path of any system."""
    return PurePosixPath(PureWindowsPath(untrusted_path).as_posix()).name
