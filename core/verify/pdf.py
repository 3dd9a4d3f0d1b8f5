# SPDX-License-Identifier: Apache-2.0
"""A PDF report: its signature, and the results attached to it.

It is read by pyHanko under its limits on what a stream may grow to; nothing in it is shown or run.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from core.signing.validation import check_pdf, foreign_errors
from core.text import printable
from core.verify.findings import Check, fails, holds, judged, unknown
from core.verify.reading import MAX_PDF_BYTES
from core.verify.result import Document, check_result
from core.verify.signatures import signature_checks
from core.verify.table import table_problem

if TYPE_CHECKING:
    from asn1crypto import x509

MAX_ATTACHMENTS = 100
_MAX_TREE_DEPTH = 20


def check_report(
    subject: str,
    untrusted_pdf: bytes,
    roots: Sequence[x509.Certificate],
    listed: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Document | None, bool, list[Check]]:
    """Check the bytes of a PDF report.

    Args:
        subject: What the file is called in the checks.
        untrusted_pdf: Bounded by the caller.
        roots: Trusted certificates.
        listed: Names of files in the manifests beside it to their SHA-256.

    Returns:
        The attached result where it holds; whether the PDF is signed; the checks.
    """
    try:
        signatures = check_pdf(untrusted_pdf, roots)
        files = attached_files(untrusted_pdf)
    except ValueError as error:
        return None, False, [fails(subject, "is a PDF that can be read", str(error))]
    checks = [holds(subject, "is a PDF that can be read")]
    for facts in signatures:
        checks += signature_checks(subject, facts)
    document: Document | None = None
    for name, content in sorted(files.items(), key=lambda one: not one[0].endswith(".json")):
        place = f"{subject}, attached {printable(name)}"
        if name.endswith(".json"):
            document, found = check_result(place, content)
            checks += found
        if name in listed:
            checks.append(_beside(place, content, listed[name]))
        if name.endswith(".csv") and document is not None:
            problem = table_problem(content, document)
            checks.append(judged(place, "agrees with the attached JSON result", problem))
    if not files:
        told = "nothing is attached, as in the summary of a batch"
        checks.append(unknown(subject, "attached JSON result", told))
    elif not any(name.endswith(".json") for name in files):
        checks.append(fails(subject, "attached JSON result", "there is none"))
    return document, bool(signatures), checks


def _beside(place: str, content: bytes, sha256: str) -> Check:
    """Compare an attachment with the file of its name that was exported on its own."""
    what = "is the file that the manifest lists"
    if hashlib.sha256(content).hexdigest() == sha256:
        return holds(place, what)
    # Not wrong: a later export may have replaced the file and left this report.
    return unknown(place, what, "its bytes differ: of another run, or with a byte order mark")


def attached_files(untrusted_pdf: bytes) -> dict[str, bytes]:
    """Take out what is attached to a PDF.

    Raises:
        ValueError: It cannot be read, or goes over a limit.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        reader = PdfFileReader(io.BytesIO(untrusted_pdf), strict=True)
        names = reader.root.get("/Names", {})
        tree = names.get("/EmbeddedFiles", {}) if names else {}
        found: dict[str, bytes] = {}
        for specification in _leaves(tree, 0):
            name = str(specification.get("/UF") or specification["/F"])
            content = bytes(specification["/EF"]["/F"].data)
            if name in found or len(found) >= MAX_ATTACHMENTS:
                raise ValueError("an attachment stands twice, or there are too many")
            found[name] = content
            if sum(map(len, found.values())) > MAX_PDF_BYTES:
                raise ValueError("the attachments are larger than the limit")
    except foreign_errors() as error:
        raise ValueError(printable(str(error))[:300] or type(error).__name__) from error
    return found


def _leaves(node: Any, depth: int) -> Iterator[Any]:
    """Walk a name tree; a PDF may hold one that leads back to itself."""
    if depth > _MAX_TREE_DEPTH:
        raise ValueError("the list of attachments is nested too deeply")
    pairs = list(node.get("/Names", ()))
    for specification in pairs[1::2]:
        yield specification.get_object() if hasattr(specification, "get_object") else specification
    for kid in list(node.get("/Kids", ()))[:MAX_ATTACHMENTS]:
        yield from _leaves(kid.get_object() if hasattr(kid, "get_object") else kid, depth + 1)
