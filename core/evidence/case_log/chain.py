# SPDX-License-Identifier: Apache-2.0
r"""The lines of a case log and how they hang together.

A line is one JSON object in ASCII and a line feed. Its last key is `sha256`: the SHA-256 of the
line's bytes before `,"sha256":`. Its key `prev` is the `sha256` of the line before, 64 zeros in
the first one. A changed byte therefore breaks its own line, and a line that is taken out, put in
or moved breaks the one after it; what was cut off at the end shows where the last `sha256` is
known from elsewhere (a report, a manifest).
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO

from core.canonical import as_mapping, parse_strict
from core.text import printable

FORMAT = "facewitness-case-log"
FORMAT_VERSION = 1
NO_LINE = "0" * 64
CREATED = "log_created"
CLOCK_STEPPED_BACK = "clock_stepped_back"
# Facts are few and short; a longer line is none of ours.
MAX_LINE_BYTES = 1024 * 1024
KEYS = (
    "seq",
    "prev",
    "time",
    "offset",
    "elapsed_us",
    "session",
    "operator",
    "host",
    "tool",
    "event",
    "facts",
    "sha256",
)
_SEAL = re.compile(rb',"sha256":"([0-9a-f]{64})"\}\n')
_SEAL_BYTES = len(b',"sha256":"') + 64 + len(b'"}\n')


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line that fits its own hash.

    Attributes:
        seq: Number of the line, from 0.
        time: UTC, as the computer's clock stood.
        facts: JSON values.
        sha256: Of this line; the head hash while it is the last one.
    """

    seq: int
    prev: str
    time: datetime
    session: str
    event: str
    facts: Mapping[str, object]
    sha256: str


@dataclass(frozen=True, slots=True)
class ChainState:
    """How far a log holds.

    Attributes:
        lines: Lines from the beginning that hold.
        head: The `sha256` of the last of them, or zeros.
        valid_bytes: Their length.
        last_time: Time of the last of them.
        problem: What does not hold, or None; then `lines` is all there are.
        is_torn: Whether the problem is only a last line that was never finished.
    """

    lines: int
    head: str
    valid_bytes: int
    last_time: datetime | None
    problem: str | None = None
    is_torn: bool = False


def seal_line(body: Mapping[str, object]) -> tuple[bytes, str]:
    """Write a line.

    Args:
        body: All keys but `sha256`, in the order of `KEYS`.

    Returns:
        The bytes with their line feed, and their `sha256`.
    """
    text = json.dumps(body, separators=(",", ":"), allow_nan=False).encode("ascii")
    head = text.removesuffix(b"}")
    digest = hashlib.sha256(head).hexdigest()
    return head + b',"sha256":"' + digest.encode("ascii") + b'"}\n', digest


def safe_facts(value: object) -> object:
    """Bring facts to JSON: sorted keys, visible characters, numbers with six decimals.

    Raises:
        TypeError: JSON has no such value.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, float):
        return round(value, 6) + 0.0 if math.isfinite(value) else None
    if isinstance(value, Mapping):
        plain = {printable(str(key)): safe_facts(item) for key, item in value.items()}
        return dict(sorted(plain.items()))
    if isinstance(value, list | tuple):
        return [safe_facts(item) for item in value]
    raise TypeError(f"expected a value that JSON has, got {type(value).__name__}")


def read_chain(stream: BinaryIO, on_line: Callable[[LogLine], None] | None = None) -> ChainState:
    """Check a log from its beginning up to its end or the first line that does not hold.

    Args:
        stream: At its beginning; anything may be in it.
        on_line: Called with each line that holds.
    """
    state = ChainState(0, NO_LINE, 0, None)
    while raw := stream.readline(MAX_LINE_BYTES + 1):
        try:
            line = _checked(raw, state)
        except ValueError as error:
            # A line feed is the last byte that is written: without it nobody claims the line.
            is_torn = not raw.endswith(b"\n") and len(raw) <= MAX_LINE_BYTES
            why = "the last line was never finished" if is_torn else str(error)
            return ChainState(
                state.lines, state.head, state.valid_bytes, state.last_time, why, is_torn
            )
        state = ChainState(state.lines + 1, line.sha256, state.valid_bytes + len(raw), line.time)
        if on_line is not None:
            on_line(line)
    return state


def _checked(raw: bytes, before: ChainState) -> LogLine:
    """Read a line and hold it against what stands before it.

    Raises:
        ValueError: It does not hold; says why.
    """
    seal = _SEAL.fullmatch(raw, max(0, len(raw) - _SEAL_BYTES))
    if seal is None:
        raise ValueError("it does not end in its SHA-256")
    digest = seal[1].decode("ascii")
    if hashlib.sha256(raw[: seal.start()]).hexdigest() != digest:
        raise ValueError("its SHA-256 is not that of its content")
    line = _parsed(raw, digest)
    if line.seq != before.lines:
        raise ValueError(f"its number is {line.seq}, not {before.lines}")
    if line.prev != before.head:
        raise ValueError("its prev is not the SHA-256 of the line before it")
    _check_order(line, before.last_time)
    return line


def _parsed(raw: bytes, digest: str) -> LogLine:
    found = as_mapping(parse_strict(raw))
    if tuple(found) != KEYS:
        raise ValueError("its keys are not those of a case log")
    seq, prev, session, event, facts = (
        found[key] for key in ("seq", "prev", "session", "event", "facts")
    )
    if (
        not isinstance(seq, int)
        or not isinstance(prev, str)
        or not isinstance(session, str)
        or not isinstance(event, str)
        or not isinstance(facts, dict)
    ):
        raise ValueError("a key has a value of another type")  # noqa: TRY004 - one kind for all
    return LogLine(seq, prev, _utc(found["time"]), session, event, facts, digest)


def _utc(value: object) -> datetime:
    time = datetime.fromisoformat(value) if isinstance(value, str) else None
    if time is None or time.utcoffset() != timedelta(0):
        raise ValueError("its time is not in UTC")
    return time


def _check_order(line: LogLine, last_time: datetime | None) -> None:
    """Hold a line against the rules that the writer keeps."""
    if last_time is None:
        if line.event != CREATED or line.facts.get("format") != FORMAT:
            raise ValueError("it does not begin a case log")
        if line.facts.get("version") != FORMAT_VERSION:
            raise ValueError("its format has another version")
    elif line.event == CREATED:
        raise ValueError("a log begins once only")
    elif line.time < last_time and line.event != CLOCK_STEPPED_BACK:
        raise ValueError("its time is before the line above, and no step of the clock is noted")
