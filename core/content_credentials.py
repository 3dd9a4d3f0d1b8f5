# SPDX-License-Identifier: Apache-2.0
"""The record of a file's content credentials (C2PA): who states what about its making."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CredentialStatus = Literal["absent", "remote", "valid", "invalid", "unreadable"]


@dataclass(frozen=True, slots=True)
class ContentCredentials:
    """Content credentials as found in the file; valid ones do not show that the content is true.

    Attributes:
        status: "absent"; "remote", they lie at an address, which is not visited; "valid", what
            was signed is unchanged; "invalid", it is not, or the signature does not hold;
            "unreadable", they could not be examined, `problems` says why.
        issuer, signer: Names in the signing certificate. No list of trusted signers is applied:
            anyone can make a certificate with any name.
        signed_at: Time of the signature by its time stamp, ISO 8601, or None without one.
        generator: Program that states to have made the file.
        actions: What it states to have done, by the names of the specification.
        problems: What is wrong, by the codes of the specification, or why nothing could be read.
    """

    status: CredentialStatus
    issuer: str | None = None
    signer: str | None = None
    signed_at: str | None = None
    generator: str | None = None
    actions: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
