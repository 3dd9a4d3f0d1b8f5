# SPDX-License-Identifier: Apache-2.0
"""Tells the kinds of files apart and goes through a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import SettingsError
from core.report.manifest import SIGNATURE_SUFFIX, SUFFIX
from core.text import printable
from core.verify.evidence import check_evidence, find_evidence
from core.verify.findings import Check, Status, fails, holds, judged, unknown
from core.verify.log import LogFacts, check_log
from core.verify.manifests import Anchors, anchored, check_manifest, read_anchors
from core.verify.pdf import check_report
from core.verify.reading import MAX_PDF_BYTES, MAX_RESULT_BYTES, read_bounded, why
from core.verify.repeat import Repeat, repeat_checks
from core.verify.result import Document, check_result, is_other_json
from core.verify.table import is_score_table, table_problem

if TYPE_CHECKING:
    from asn1crypto import x509

LOG_SUFFIX = ".jsonl"
MAX_FILES = 100_000
# The order in which a folder is gone through: what vouches for others first.
_ORDER = (LOG_SUFFIX, SUFFIX, ".json", ".csv", ".pdf")


@dataclass(frozen=True, slots=True)
class VerifyOptions:
    """What may be asked for beyond the files themselves.

    Attributes:
        evidence: The analysed file, or None to look for it at hand.
        roots: Certificates that are trusted.
        repeat: Runs an analysis again, or None.
    """

    evidence: Path | None = None
    roots: Sequence[x509.Certificate] = ()
    repeat: Repeat | None = None


def verify_path(path: Path, options: VerifyOptions) -> Iterator[Check]:
    """Check a file or a folder.

    Args:
        path: A PDF report, a JSON result, a table, a manifest, a case log, or a folder of these.
        options: Evidence, trust, repetition.

    Yields:
        What was looked at, in order; the first that fails is the first thing that does not hold.

    Raises:
        SettingsError: There is nothing at the path, or nothing of ours.
        AnalysisError: The repetition cannot start.
    """
    if not path.exists():
        raise SettingsError(f"there is nothing at {printable(str(path))}")
    if path.is_dir():
        yield from _verify_folder(path, options)
        return
    if path.name.endswith(SIGNATURE_SUFFIX):
        path = path.with_name(path.name.removesuffix(".p7s"))
    folder = _Folder(path.parent, options)
    yield from folder.check(path, path.name)
    if path.name.endswith(SUFFIX):
        yield from folder.check_listed(path.name)


def _verify_folder(path: Path, options: VerifyOptions) -> Iterator[Check]:
    count = 0
    for place in (path, *sorted(_folders(path))):
        folder = _Folder(place, options, is_whole=True)
        files = sorted(folder.files(), key=lambda one: (_rank(one), one.name))
        for file in files:
            count += 1
            if count > MAX_FILES:
                raise SettingsError(f"expected at most {MAX_FILES} files, there are more")
            yield from folder.check(file, str(file.relative_to(path)))
        for name in sorted(set(folder.anchors.entries) - {file.name for file in files}):
            subject = str((place / name).relative_to(path))
            yield from folder.missing(name, subject)
    if not count:
        raise SettingsError(f"no report, result or case log in {printable(str(path))}")


def _folders(path: Path) -> Iterator[Path]:
    """Give the folders inside, without hidden ones and without following links."""
    for found in path.rglob("*"):
        inside = found.relative_to(path)
        if found.is_dir() and not found.is_symlink() and not _is_hidden(inside):
            yield found


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _rank(path: Path) -> int:
    return next((rank for rank, suffix in enumerate(_ORDER) if path.name.endswith(suffix)), 9)


class _Folder:
    """One folder while it is checked: its manifests, logs and results.

    Other programs' tables and JSON files may lie in a folder; where the user named the file, it is
    expected to be ours.
    """

    def __init__(self, path: Path, options: VerifyOptions, *, is_whole: bool = False) -> None:
        self._path = path
        self._is_whole = is_whole
        self._options = options
        self._logs: dict[str, LogFacts] = {}
        self._documents: dict[str, Document] = {}
        self._seen: set[str] = set()
        try:
            self.anchors: Anchors = read_anchors(path)
        except OSError as error:
            raise SettingsError(f"{printable(str(path))} cannot be read: {why(error)}") from error

    def files(self) -> list[Path]:
        """Give the files that are ours by their names."""
        return [
            path
            for path in self._path.iterdir()
            if path.is_file() and not path.name.startswith(".") and _rank(path) < len(_ORDER)
        ]

    def check(self, path: Path, untrusted_subject: str) -> Iterator[Check]:
        """Check one file as what its name says it is."""
        subject = printable(untrusted_subject)
        self._seen.add(path.name)
        suffix = next((one for one in _ORDER if path.name.endswith(one)), None)
        if suffix is None:
            raise SettingsError(
                f"{subject} is no report, result, table, manifest or case log",
                advice=f"Their names end in one of {', '.join(_ORDER)}.",
            )
        if suffix == LOG_SUFFIX:
            self._logs[path.name], checks = check_log(path, subject)
            yield from checks
        elif suffix == SUFFIX:
            yield from check_manifest(path, subject, self.anchors, self._options.roots)
            yield from self._log_head(path.name, subject)
        else:
            found = list(anchored(path, subject, self.anchors))
            yield from found
            try:
                yield from self._content(path, subject, suffix, is_anchored=bool(found))
            except OSError as error:
                yield fails(subject, "can be read", why(error))

    def check_listed(self, manifest: str) -> Iterator[Check]:
        """Check the files that a manifest lists."""
        listed = self.anchors.manifests.get(manifest)
        for entry in listed.files if listed else ():
            path = self._path / entry.name
            if not path.is_file():
                yield fails(printable(entry.name), "is there", "the file is missing")
            elif _rank(path) < len(_ORDER) and entry.name not in self._seen:
                yield from self.check(path, entry.name)
            else:
                yield from anchored(path, printable(entry.name), self.anchors)

    def missing(self, name: str, subject: str) -> Iterator[Check]:
        """Check a file that a manifest lists and that is not one of ours by its name."""
        path = self._path / name
        if path.is_file():
            yield from anchored(path, printable(subject), self.anchors)
        else:
            yield fails(printable(subject), "is there", "the file is missing")

    def _content(
        self, path: Path, subject: str, suffix: str, *, is_anchored: bool
    ) -> Iterator[Check]:
        if suffix == ".csv":
            yield from self._table(path, subject, is_anchored=is_anchored)
            return
        if suffix == ".pdf":
            content = read_bounded(path, MAX_PDF_BYTES)
            listed = {name: found[-1].entry.sha256 for name, found in self.anchors.entries.items()}
            document, is_signed, checks = check_report(
                subject, content, self._options.roots, listed
            )
            if not is_anchored and not is_signed:
                told = "neither a signature nor a manifest vouches for its pages"
                checks.append(fails(subject, "pages", told))
            elif not is_signed:
                checks.append(unknown(subject, "signature", "it is not signed"))
        else:
            content = read_bounded(path, MAX_RESULT_BYTES)
            if self._is_whole and is_other_json(content):
                if not is_anchored:
                    yield unknown(subject, "content", "it is no result, and nothing vouches for it")
                return
            document, checks = check_result(subject, content)
            if not is_anchored:
                told = "no manifest beside it lists it; its own SHA-256 only"
                checks.append(unknown(subject, "manifest", told))
        yield from checks
        if document is not None:
            yield from self._evidence(document, subject, is_result=suffix == ".json")

    def _table(self, path: Path, subject: str, *, is_anchored: bool) -> Iterator[Check]:
        name = path.name.removesuffix(".csv") + ".json"
        document = self._documents.get(name)
        if document is None and (path.with_name(name)).is_file():
            document, _ = check_result(name, read_bounded(path.with_name(name), MAX_RESULT_BYTES))
        if document is not None:
            problem = table_problem(read_bounded(path, MAX_RESULT_BYTES), document)
            yield judged(subject, f"agrees with {printable(name)}", problem)
        elif not is_anchored:
            told = "neither a manifest nor a JSON result vouches for it"
            is_ours = not self._is_whole or is_score_table(read_bounded(path, MAX_RESULT_BYTES))
            yield (fails if is_ours else unknown)(subject, "content", told)

    def _evidence(self, document: Document, subject: str, *, is_result: bool) -> Iterator[Check]:
        """Check the evidence once for each hash, and repeat the analysis where that is asked."""
        key = str(document["file"]["sha256_before"])
        if is_result:
            self._documents[Path(subject).name] = document
        if key in self._seen:
            return
        self._seen.add(key)
        path = find_evidence(document, self._path, self._options.evidence)
        checks = list(check_evidence(document, subject, path))
        yield from checks
        if self._options.repeat is None:
            return
        if path is None or any(check.status is not Status.HOLDS for check in checks):
            yield fails(subject, "repeated analysis", "the evidence is not at hand unchanged")
            return
        yield from repeat_checks(document, subject, path, self._options.repeat)

    def _log_head(self, manifest: str, subject: str) -> Iterator[Check]:
        known = self.anchors.manifests.get(manifest)
        if known is None:
            return
        if known.log_head is None:
            yield unknown(subject, "case log", "it names none")
            return
        for path in sorted(self._path.glob(f"*{LOG_SUFFIX}")):
            if path.name not in self._logs:
                self._logs[path.name], _ = check_log(path, path.name)
            if known.log_head in self._logs[path.name].hashes:
                yield holds(subject, "case log", f"its head stands in {printable(path.name)}")
                return
        if self._logs:
            yield fails(subject, "case log", f"no line here has the head {known.log_head}")
        else:
            yield unknown(subject, "case log", f"not at hand; its head was {known.log_head}")
