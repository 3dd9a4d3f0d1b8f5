# SPDX-License-Identifier: Apache-2.0
"""Content credentials, on files that are signed here with certificates made here."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PIL import Image

from core.cancel import CancelToken
from core.content_credentials import ContentCredentials
from core.media.credentials import MARKS, MarkFinder
from core.media.isolation import open_media
from core.settings import MediaLimits
from core.wording import CREDENTIALS_CAVEAT, credentials_words
from tests.core.media.conftest import ClipMaker
from tests.core.media.credentials import Signer


@pytest.fixture(scope="module")
def signer() -> Signer:
    return Signer.make("Test laboratory", "camera 7")


def picture() -> bytes:
    stream = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(stream, "JPEG")
    return stream.getvalue()


def examine(path: Path) -> ContentCredentials:
    with open_media(path, MediaLimits()) as session:
        session.examine_credentials(CancelToken())
        assert session.info.credentials is not None
        return session.info.credentials


def save(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_signed_picture_is_valid_and_names_who_states_what(
    signer: Signer, tmp_path: Path
) -> None:
    found = examine(save(tmp_path / "signed.jpg", signer.sign(picture(), "image/jpeg")))
    assert (found.status, found.issuer, found.signer) == ("valid", "Test laboratory", "camera 7")
    assert found.generator == "maker 1.2"
    assert found.problems == ()
    assert CREDENTIALS_CAVEAT in credentials_words(found)


def test_a_signed_video_is_valid(signer: Signer, make_clip: ClipMaker, tmp_path: Path) -> None:
    data = signer.sign(make_clip("bframes.mp4").read_bytes(), "video/mp4")
    assert examine(save(tmp_path / "signed.mp4", data)).status == "valid"


def test_a_changed_picture_is_invalid_and_says_what_does_not_hold(
    signer: Signer, tmp_path: Path
) -> None:
    data = bytearray(signer.sign(picture(), "image/jpeg"))
    data[-30] ^= 1
    found = examine(save(tmp_path / "changed.jpg", bytes(data)))
    assert found.status == "invalid"
    assert any("assertion.dataHash.mismatch" in problem for problem in found.problems)


def test_a_file_without_signs_starts_no_second_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "plain.jpg", picture())
    with open_media(path, MediaLimits()) as session:
        monkeypatch.setattr("core.media.isolation.read_credentials", None)
        session.examine_credentials(CancelToken())
        assert session.info.credentials == ContentCredentials("absent")


def test_a_remote_manifest_is_not_visited(tmp_path: Path) -> None:
    xmp = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf'
        b'-syntax-ns#"><rdf:Description rdf:about="" xmlns:dcterms="http://purl.org/dc/terms/" '
        b'dcterms:provenance="http://127.0.0.1:9/manifest.c2pa"/></rdf:RDF></x:xmpmeta>'
    )
    stream = io.BytesIO()
    Image.new("RGB", (64, 64)).save(stream, "JPEG", xmp=xmp)
    found = examine(save(tmp_path / "remote.jpg", stream.getvalue()))
    assert found.status == "remote"


def test_a_mark_without_a_manifest_is_absent(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (64, 64)).save(stream, "JPEG", comment=MARKS[0])
    assert examine(save(tmp_path / "mark.jpg", stream.getvalue())).status == "absent"


def test_a_file_that_changes_meanwhile_is_not_read(signer: Signer, tmp_path: Path) -> None:
    path = save(tmp_path / "swap.jpg", signer.sign(picture(), "image/jpeg"))
    with open_media(path, MediaLimits()) as session:
        save(path, picture())
        session.examine_credentials(CancelToken())
        assert session.info.credentials is not None
        assert session.info.credentials.status == "unreadable"


@pytest.mark.slow
def test_damage_anywhere_costs_no_more_than_the_credentials(signer: Signer, tmp_path: Path) -> None:
    good, chance = signer.sign(picture(), "image/jpeg"), random.Random(5)
    start = good.index(MARKS[0])
    for attempt in range(5):
        data = bytearray(good)
        for _ in range(1 + attempt):
            data[start + 16 + chance.randrange(4000)] ^= 1 << chance.randrange(8)
        found = examine(save(tmp_path / f"{attempt}.jpg", bytes(data)))
        assert found.status in {"invalid", "unreadable", "absent"}


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("cut", [1, 7, 15])
def test_a_mark_across_two_chunks_is_found(mark: bytes, cut: int) -> None:
    finder = MarkFinder()
    for chunk in (b"x" * 100 + mark[:cut], mark[cut:] + b"y" * 100):
        finder.look(chunk)
    assert finder.is_found


def test_no_mark_is_found_where_there_is_none() -> None:
    finder = MarkFinder()
    for _ in range(3):
        finder.look(MARKS[0][:-1])
    assert not finder.is_found
