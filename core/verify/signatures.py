# SPDX-License-Identifier: Apache-2.0
"""What was found out about a signature, as checks."""

from __future__ import annotations

from collections.abc import Iterator

from core.signing.validation import SignatureFacts
from core.verify.findings import Check, fails, holds, unknown

WHAT = "signature"


def signature_checks(subject: str, facts: SignatureFacts) -> Iterator[Check]:
    """Say whose signature it is, whether it holds, and what is not known."""
    if facts.problem is not None:
        yield fails(subject, WHAT, facts.problem)
        return
    said = [
        f"by {facts.subject}",
        f"certificate of {facts.issuer}",
        f"certificate's SHA-256 {facts.certificate_sha256}",
    ]
    if facts.signed_at:
        said.append(f"signed at {facts.signed_at}")
    if facts.timestamp:
        said.append(f"time stamp {facts.timestamp} by {facts.timestamp_by}")
    yield holds(subject, WHAT, ", ".join(said))
    for sentence in facts.unknown:
        yield unknown(subject, WHAT, sentence)
