# SPDX-License-Identifier: Apache-2.0
"""Asks a child process of its own for a file's content credentials.

A process apart from the decoder's: whatever this parser does with a hostile file, the frames and
their scores are not touched by it.
"""

from __future__ import annotations

import dataclasses
import logging
import os
from concurrent.futures import CancelledError
from pathlib import Path

from core.cancel import CancelToken
from core.content_credentials import ContentCredentials, CredentialStatus
from core.errors import MediaError
from core.media import protocol
from core.media.credentials import FORMATS
from core.media.handles import FileIdentity, open_evidence
from core.media.link import start_link
from core.media.protocol import Message, NonsenseError
from core.settings import MediaLimits

log = logging.getLogger(__name__)


def read_credentials(
    path: Path, identity: FileIdentity, container: str, limits: MediaLimits, cancel: CancelToken
) -> ContentCredentials:
    """Read the content credentials of a file that shows signs of having some.

    Args:
        path: The evidence.
        identity: Of the file that was opened; another one under this name is not read.
        container: `MediaInfo.container`.
        limits: Bounds on time and memory; going over one is a fact about the credentials only.
        cancel: Looked at while waiting; the answer is then of no use.

    Returns:
        Never raises for a hostile file: what cannot be read is `unreadable`, with the reason.
    """
    media_format = FORMATS.get(container)
    if media_format is None:
        return ContentCredentials("absent")
    try:
        return _ask(path, identity, media_format, limits, cancel)
    except CancelledError:
        return ContentCredentials("unreadable", problems=("cancelled",))
    except MediaError as error:
        log.info("content credentials not readable: %s", error)
        return ContentCredentials("unreadable", problems=(error.message,))


def _ask(
    path: Path, identity: FileIdentity, media_format: str, limits: MediaLimits, cancel: CancelToken
) -> ContentCredentials:
    handle = open_evidence(path)
    try:
        if FileIdentity.of(handle) != identity:
            return ContentCredentials("unreadable", problems=("the file changed meanwhile",))
        link = start_link(handle, limits)
    finally:
        os.close(handle)
    try:
        asked = {"limits": dataclasses.asdict(limits), "parent": os.getpid()}
        link.send("credentials", format=media_format, **asked)
        message = link.receive(limits.probe_timeout_s, "reading content credentials", cancel)
        with link.refusing_nonsense():
            return _from(message)
    finally:
        link.close()


def _from(message: Message) -> ContentCredentials:
    status = protocol.text(message, "status")
    known: dict[str, CredentialStatus] = {
        "absent": "absent",
        "remote": "remote",
        "valid": "valid",
        "invalid": "invalid",
        "unreadable": "unreadable",
    }
    if status not in known:
        raise NonsenseError("status of content credentials")
    return ContentCredentials(
        known[status],
        issuer=protocol.text_or_none(message, "issuer"),
        signer=protocol.text_or_none(message, "signer"),
        signed_at=protocol.text_or_none(message, "signed_at"),
        generator=protocol.text_or_none(message, "generator"),
        actions=protocol.texts(message, "actions") if "actions" in message else (),
        problems=protocol.texts(message, "problems") if "problems" in message else (),
    )
