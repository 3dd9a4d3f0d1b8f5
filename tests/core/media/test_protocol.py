# SPDX-License-Identifier: Apache-2.0
"""A child that talks nonsense, as one taken over by a hostile file might, is ended."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, Pipe
from pathlib import Path

import pytest

from core.errors import CorruptMediaError, DecoderCrashedError, LimitExceededError, MediaError
from core.media import protocol
from core.media.handles import FileIdentity
from core.media.isolation import _probe
from core.media.launch import Child
from core.media.link import Link
from core.media.protocol import NonsenseError
from core.media.reading import MediaFacts
from core.media.shared import SharedFile
from core.media.sniffing import PNG
from core.records import StreamInfo
from core.settings import MediaLimits


@pytest.fixture
def other_side() -> Iterator[tuple[Link, Connection]]:
    """A link, and the child's end of it in our own hands."""
    ours, theirs = Pipe()
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    link = Link(Child(process, ours), SharedFile(), MediaLimits(max_pixels=10_000))
    link.share(300, 2)
    theirs.recv_bytes()
    yield link, theirs
    link.close()
    theirs.close()


def test_facts_survive_the_journey() -> None:
    stream = StreamInfo(0, "video", "h264", "High", 4, 3, "yuv420p", 25.0, 9, 1.5, -0.1, 90)
    facts = MediaFacts("video", 3, 4, 9, 1.5, (stream,), 0, (("a", "b"),), ("note",))
    values = json.loads(json.dumps(protocol.facts_values(facts)))
    values["media_kind"] = values.pop("kind")
    assert protocol.facts_from(values) == facts


@pytest.mark.parametrize(
    "change",
    [
        {"media_kind": "program"},
        {"width": 0},
        {"height": "3"},
        {"duration_s": float("nan")},
        {"duration_s": 10**400},
        {"streams": [1]},
        {"metadata": [["only one"]]},
        {"metadata": None},
        {"streams": [{"index": -1}]},
        {"streams": 5},
        {"notes": [1]},
    ],
)
def test_facts_of_another_form_are_refused(change: dict[str, object]) -> None:
    values = protocol.facts_values(MediaFacts("image", 3, 4, 1, None))
    values["media_kind"] = values.pop("kind")
    with pytest.raises(NonsenseError):
        protocol.facts_from(json.loads(json.dumps({**values, **change})))


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[]", b'{"kind": 3}', b"\x80\x04pickle.", b"[" * 100_000]
)
def test_what_is_no_message_ends_the_child(
    data: bytes, other_side: tuple[Link, Connection]
) -> None:
    link, theirs = other_side
    theirs.send_bytes(data)
    with pytest.raises(DecoderCrashedError, match="makes no sense"):
        link.receive(5.0, "anything")
    with pytest.raises(DecoderCrashedError, match="no longer running"):
        link.send("frames")


def test_a_message_without_end_ends_the_child(other_side: tuple[Link, Connection]) -> None:
    link, theirs = other_side
    theirs._send((protocol.MAX_MESSAGE_BYTES + 1).to_bytes(4, "big"))  # type: ignore[attr-defined]
    with pytest.raises(DecoderCrashedError):
        link.receive(5.0, "anything")


@pytest.mark.parametrize(
    "values",
    [
        {"slot": 0, "height": 100, "width": 100},  # larger than the slot
        {"slot": 2, "height": 10, "width": 10},  # no such slot
        {"slot": -1, "height": 10, "width": 10},
        {"slot": 0, "height": 0, "width": 10},
        {"slot": 0, "height": 1 << 40, "width": 10},
        {"slot": None, "height": 1000, "width": 1000},  # above the limit on pixels
    ],
)
def test_frames_that_do_not_fit_end_the_child(
    values: dict[str, object], other_side: tuple[Link, Connection]
) -> None:
    link, _ = other_side
    with pytest.raises(DecoderCrashedError):
        link.pixels({"kind": "frame", **values})


def test_pixels_of_another_number_than_announced_end_the_child(
    other_side: tuple[Link, Connection],
) -> None:
    link, theirs = other_side
    theirs.send_bytes(bytes(5))
    with pytest.raises(DecoderCrashedError):
        link.pixels({"kind": "frame", "slot": None, "height": 2, "width": 2})


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"code": "corrupt_media"}, CorruptMediaError),
        ({"code": "system_exit"}, DecoderCrashedError),
        ({"code": "settings"}, DecoderCrashedError),
    ],
)
def test_only_media_errors_can_be_raised_from_the_child(
    values: dict[str, str], kind: type[MediaError], other_side: tuple[Link, Connection]
) -> None:
    link, theirs = other_side
    facts = {"x": 1, "message": "other", "advice": "other"}
    protocol.send(theirs, "error", message="m", advice="a", facts=facts, **values)
    with pytest.raises(kind) as caught:
        link.receive(5.0, "anything")
    assert type(caught.value) is kind
    assert (caught.value.message, caught.value.facts) == ("m", {"x": 1})


def test_a_child_that_only_shows_signs_of_life_is_ended(
    other_side: tuple[Link, Connection],
) -> None:
    link, theirs = other_side
    stop = threading.Event()

    def chatter() -> None:
        with contextlib.suppress(OSError):
            while not stop.is_set():
                protocol.send(theirs, "progress")

    thread = threading.Thread(target=chatter)
    thread.start()
    try:
        with pytest.raises(LimitExceededError, match=r"within 0\.3 s"):
            link.receive(0.3, "probing", progress_counts=False)
    finally:
        stop.set()
        thread.join()


def test_a_picture_larger_than_allowed_is_not_given_memory(
    tmp_path: Path, other_side: tuple[Link, Connection]
) -> None:
    """The child checks it too, but it is the child that is not trusted."""
    link, theirs = other_side
    values = protocol.facts_values(MediaFacts("image", 1 << 40, 1 << 40, 1, None))
    values["media_kind"] = values.pop("kind")
    protocol.send(theirs, "hash", sha256="0" * 64)
    protocol.send(theirs, "info", isolation=[], **values)
    identity, limits = FileIdentity(0, 0, 9, 0), MediaLimits(max_pixels=10_000)
    with pytest.raises(DecoderCrashedError, match="limit on pixels"):
        _probe(link, tmp_path / "x.png", identity, PNG, limits, None)


def test_text_from_the_file_cannot_drive_a_terminal() -> None:
    facts = MediaFacts("image", 3, 4, 1, None, metadata=(("Title", "\x1b]0;owned\x07\u202e"),))
    values = json.loads(json.dumps(protocol.facts_values(facts)))
    values["media_kind"] = values.pop("kind")
    assert protocol.facts_from(values).metadata == (("Title", "\\x1b]0;owned\\x07\\u202e"),)


@pytest.mark.parametrize("read", [protocol.whole, protocol.number, protocol.text, protocol.texts])
def test_a_missing_value_is_nonsense(read: Callable[[dict[str, object], str], object]) -> None:
    with pytest.raises(NonsenseError):
        read({"kind": "x"}, "name")
