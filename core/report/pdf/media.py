# SPDX-License-Identifier: Apache-2.0
"""The section on what the file contains: type, streams, tags, how it was decoded."""

from __future__ import annotations

from collections.abc import Iterator

from core.content_credentials import ContentCredentials
from core.dossier import Dossier
from core.records import MediaInfo, StreamInfo
from core.report.pdf.blocks import Block, Value, Writer, boxed, bullets, facts, section, table

_MOST_TAGS = 80


def media_section(dossier: Dossier, writer: Writer) -> dict[str, object]:
    """Facts of the content; tags are never decisive."""
    return section(writer.say("section.media"), _blocks(dossier, writer))


def _blocks(dossier: Dossier, writer: Writer) -> Iterator[Block]:
    say, media = writer.say, dossier.result.media
    if media is None:
        yield writer.paragraph("media.not_read")
        return
    yield facts(_rows(dossier, media, writer))
    if not media.extension_matches:
        yield boxed(say("media.extension_differs"))
    if media.streams:
        yield writer.heading("media.streams")
        yield _streams(media, writer)
    yield {"k": "note", "text": say("media.no_stream_hash")}
    yield writer.heading("media.metadata")
    yield writer.paragraph("media.metadata_caveat")
    if media.metadata:
        yield facts((writer.text(n), writer.long(v)) for n, v in media.metadata[:_MOST_TAGS])
    else:
        yield writer.paragraph("media.no_metadata")
    yield writer.heading("media.credentials")
    yield facts(_credentials(media.credentials, writer))
    yield {"k": "note", "text": say("media.credentials_caveat")}
    if media.notes:
        yield writer.heading("media.notes")
        yield bullets(writer.text(note) for note in media.notes)
    yield writer.heading("media.isolation")
    yield bullets(writer.text(wall) for wall in media.isolation)


def _rows(dossier: Dossier, media: MediaInfo, writer: Writer) -> Iterator[tuple[str, Value]]:
    say = writer.say
    yield say("media.kind"), say(f"word.{media.kind}")
    yield say("media.container"), writer.text(media.container)
    yield say("media.extension"), say.yes(media.extension_matches)
    yield say("media.size"), f"{say.number(media.width)} × {say.number(media.height)} px"
    if media.kind == "video":
        yield say("media.duration"), say.seconds(media.duration_s)
        yield say("coverage.frames_declared"), say.number(media.frames_declared)
        yield say("coverage.frames_decoded"), say.number(dossier.result.coverage.frames_decoded)
        shots = ", ".join(say.seconds(time) for time in dossier.result.shots)
        yield say("media.shots"), shots or say("media.one_shot")


def _credentials(found: ContentCredentials | None, writer: Writer) -> Iterator[tuple[str, Value]]:
    """What the file states about its making; names in a certificate are nobody's guarantee."""
    say = writer.say
    status = found.status if found is not None else "not_examined"
    yield say("media.credentials_status"), say(f"media.credentials_{status}")
    if found is None:
        return
    named = (
        ("signer", found.signer),
        ("issuer", found.issuer),
        ("signed_at", found.signed_at),
        ("generator", found.generator),
        ("actions", ", ".join(found.actions)),
        ("problems", "; ".join(found.problems)),
    )
    for name, text in named:
        if text:
            yield say(f"media.credentials_{name}"), writer.long(text)


def _streams(media: MediaInfo, writer: Writer) -> Block:
    say = writer.say
    head = [say(f"media.{n}") for n in ("stream", "kind", "codec", "size", "fps", "frames")]
    head.append(say("word.duration"))
    rows = [_stream(stream, stream.index == media.video_stream, writer) for stream in media.streams]
    return table(head, rows, "nnlrrrr")


def _stream(stream: StreamInfo, is_analyzed: bool, writer: Writer) -> list[Value]:
    say = writer.say
    names = [stream.codec, stream.profile, stream.pixel_format]
    if stream.rotation_degrees:
        names.append(f"{stream.rotation_degrees}°")
    size = f"{stream.width} × {stream.height}" if stream.width and stream.height else "–"
    mark = f" ({say('media.analyzed')})" if is_analyzed else ""
    return [
        f"{stream.index}{mark}",
        writer.text(stream.kind),
        writer.text(", ".join(name for name in names if name)),
        size,
        say.number(stream.average_fps, 3),
        say.number(stream.frames_declared),
        say.seconds(stream.duration_s),
    ]
