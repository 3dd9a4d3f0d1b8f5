# SPDX-License-Identifier: Apache-2.0
"""What the decoder's process and its parent say to each other: JSON, never pickles.

The parent does not trust the child: a message that makes no sense is a crash of the decoder, and
no message can make the parent do anything but take in numbers and text.

Parent to child: `open` or `credentials`; `share`, `frames`, `stop`, `free`, `frame_at`, `index_at`.
Child to parent: `progress`, `hash`, `info` or `credentials`; `frame`, `failure`, `end`, `index`,
`error`.
"""

from __future__ import annotations

import dataclasses
import json
import math
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from core import errors
from core.media.reading import MediaFacts
from core.records import Pixels, StreamInfo
from core.text import printable

Message = dict[str, Any]
MAX_MESSAGE_BYTES = 4 << 20
_MAX_TEXT = 4000

_ERRORS: dict[str, type[errors.MediaError]] = {
    kind.code: kind
    for kind in (
        errors.UnsupportedMediaError,
        errors.CorruptMediaError,
        errors.MediaAccessError,
        errors.LimitExceededError,
        errors.DecoderCrashedError,
    )
}


class NonsenseError(ValueError):
    """A message that does not have the agreed form."""


def send(connection: Connection, kind: str, **values: object) -> None:
    """Send one message.

    Raises:
        OSError: The other side is gone.
    """
    connection.send_bytes(json.dumps({"kind": kind, **values}).encode("ascii"))


def receive(connection: Connection) -> Message:
    """Wait for one message.

    Raises:
        EOFError, OSError: The other side is gone.
        NonsenseError: It is no message.
    """
    data = connection.recv_bytes(MAX_MESSAGE_BYTES)
    try:
        message = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NonsenseError("not JSON") from error
    if not isinstance(message, dict) or not isinstance(message.get("kind"), str):
        raise NonsenseError("no kind")
    return message


def error_values(error: errors.MediaError) -> dict[str, object]:
    """Values of an `error` message."""
    facts = {k: v for k, v in error.facts.items() if isinstance(v, int | float | str)}
    return {"code": error.code, "message": error.message, "advice": error.advice, "facts": facts}


def error_from(message: Message) -> errors.MediaError:
    """The exception that an `error` message stands for."""
    kind = _ERRORS.get(text(message, "code"), errors.DecoderCrashedError)
    facts = message.get("facts")
    known = facts if isinstance(facts, dict) else {}
    shown = {
        name: printable(value) if isinstance(value, str) else value
        for name, value in known.items()
        if name not in {"message", "advice"}  # said already; an error takes them once
    }
    return kind(text(message, "message"), advice=text(message, "advice"), **shown)


def whole(message: Message, name: str, low: int = 0, high: int = 2**62) -> int:
    """A whole number within bounds.

    Raises:
        NonsenseError: It is none.
    """
    value = message.get(name)
    if not isinstance(value, int) or not low <= value <= high:
        raise NonsenseError(f"{name}: expected {low} to {high}")
    return int(value)


def number_or_none(message: Message, name: str) -> float | None:
    """A finite number, or None where it is missing.

    Raises:
        NonsenseError: It is something else.
    """
    value = message.get(name)
    if value is None:
        return None
    try:
        number = float(value) if isinstance(value, int | float) else math.nan
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise NonsenseError(f"{name}: expected a finite number")
    return number


def number(message: Message, name: str) -> float:
    """A finite number.

    Raises:
        NonsenseError: It is none.
    """
    value = number_or_none(message, name)
    if value is None:
        raise NonsenseError(f"{name} is missing")
    return value


def text(message: Message, name: str) -> str:
    """Text of bounded length; it may come from the file, so nothing in it stays invisible.

    Raises:
        NonsenseError: It is none.
    """
    value = message.get(name)
    if not isinstance(value, str):
        raise NonsenseError(f"{name}: expected text")
    return printable(value[:_MAX_TEXT])


def texts(message: Message, name: str) -> tuple[str, ...]:
    """Several texts.

    Raises:
        NonsenseError: They are none.
    """
    values = message.get(name)
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise NonsenseError(f"{name}: expected texts")
    return tuple(printable(v[:_MAX_TEXT]) for v in values)


def facts_values(facts: MediaFacts) -> dict[str, object]:
    """Values of an `info` message."""
    return dataclasses.asdict(facts)


def facts_from(message: Message) -> MediaFacts:
    """The facts in an `info` message.

    Raises:
        NonsenseError: They do not have the agreed form.
    """
    kind = text(message, "media_kind")
    video_stream = message.get("video_stream")
    pairs, streams = message.get("metadata"), message.get("streams")
    if (
        kind not in {"image", "video"}
        or not isinstance(pairs, list)
        or not isinstance(streams, list)
    ):
        raise NonsenseError("info")
    try:
        metadata = tuple(
            (printable(str(name)), printable(str(value)[:_MAX_TEXT]))
            for name, value in message["metadata"]
        )
        return MediaFacts(
            kind="image" if kind == "image" else "video",
            width=whole(message, "width", 1),
            height=whole(message, "height", 1),
            frames_declared=_whole_or_none(message, "frames_declared"),
            duration_s=number_or_none(message, "duration_s"),
            streams=tuple(_stream_from(stream) for stream in message["streams"]),
            video_stream=None if video_stream is None else whole(message, "video_stream"),
            metadata=metadata,
            notes=texts(message, "notes"),
        )
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise NonsenseError("info") from error


def _stream_from(values: Message) -> StreamInfo:
    return StreamInfo(
        index=whole(values, "index"),
        kind=text(values, "kind"),
        codec=text(values, "codec"),
        profile=text_or_none(values, "profile"),
        width=_whole_or_none(values, "width"),
        height=_whole_or_none(values, "height"),
        pixel_format=text_or_none(values, "pixel_format"),
        average_fps=number_or_none(values, "average_fps"),
        frames_declared=_whole_or_none(values, "frames_declared"),
        duration_s=number_or_none(values, "duration_s"),
        start_s=number_or_none(values, "start_s"),
        rotation_degrees=whole(values, "rotation_degrees", 0, 359),
    )


def _whole_or_none(message: Message, name: str) -> int | None:
    return None if message.get(name) is None else whole(message, name)


def text_or_none(message: Message, name: str) -> str | None:
    """Text, or None where it is missing.

    Raises:
        NonsenseError: It is something else.
    """
    return None if message.get(name) is None else text(message, name)


def pixels_from(data: bytes, height: int, width: int) -> Pixels:
    """Pixels that came by message.

    Raises:
        NonsenseError: Their number is not what was announced.
    """
    if len(data) != height * width * 3:
        raise NonsenseError("pixels")
    return np.frombuffer(data, np.uint8).reshape(height, width, 3).copy()
