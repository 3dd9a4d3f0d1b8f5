# SPDX-License-Identifier: Apache-2.0
"""What is known of a file: content, streams, metadata, content credentials, hashes, the run."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.content_credentials import ContentCredentials
from core.records import AnalysisResult, MediaInfo, StreamInfo
from core.text import printable
from gui.models.evidence import EvidenceItem
from gui.views.facts import Fact
from gui.words.formatting import format_bytes, format_time
from gui.words.wording import credentials_caveat

translate = QCoreApplication.translate
_MOST_TAGS = 80


def file_facts(item: EvidenceItem) -> tuple[Fact, ...]:
    """Say which file it is, and that it did not change."""
    path = printable(str(item.path))
    facts = [
        Fact(translate("MediaFacts", "Name"), item.name),
        Fact(translate("MediaFacts", "Path"), path, copy=str(item.path)),
    ]
    media = item.media
    if media is not None:
        facts.append(Fact(translate("MediaFacts", "Size"), _size_words(media.size_bytes)))
        kind = (
            translate("MediaFacts", "still image")
            if media.kind == "image"
            else translate("MediaFacts", "video")
        )
        facts.append(Fact(translate("MediaFacts", "Content"), f"{media.container}, {kind}"))
        if not media.extension_matches:
            warning = translate("MediaFacts", "The name's ending does not fit the content.")
            facts.append(Fact("", warning))
        facts.extend(Fact("", printable(note)) for note in media.notes)
    return tuple(facts) + hash_facts(item)


def hash_facts(item: EvidenceItem) -> tuple[Fact, ...]:
    """Give the file's hashes before and after the analysis."""
    before = item.media.sha256 if item.media is not None else None
    if item.result is not None:
        before = item.result.file.sha256_before or before
    if before is None:
        return ()
    facts = [
        Fact("SHA-256", before, is_long=True, is_code=True, copy=before, term="sha256"),
    ]
    if item.result is None:
        return tuple(facts)
    after = item.result.file.sha256_after
    unchanged = translate("MediaFacts", "not hashed again")
    if after is not None:
        is_same = after == before
        unchanged = translate("MediaFacts", "yes") if is_same else translate("MediaFacts", "NO")
        if not is_same:
            label = translate("MediaFacts", "SHA-256 after the analysis")
            facts.append(Fact(label, after, is_long=True, is_code=True, copy=after))
    facts.append(Fact(translate("MediaFacts", "Same after analysis"), unchanged))
    return tuple(facts)


def stream_facts(media: MediaInfo | None) -> tuple[Fact, ...]:
    """Say what the container holds; one entry a stream, or the picture's size."""
    if media is None:
        return ()
    picture = translate("MediaFacts", "{0} x {1} pixels").format(media.width, media.height)
    facts = [Fact(translate("MediaFacts", "Picture"), picture)]
    if media.duration_s is not None:
        facts.append(Fact(translate("MediaFacts", "Duration"), format_time(media.duration_s)))
    if media.frames_declared is not None:
        facts.append(Fact(translate("MediaFacts", "Frames declared"), f"{media.frames_declared:,}"))
    for stream in media.streams:
        label = translate("MediaFacts", "Stream {0}: {1}").format(
            stream.index, printable(stream.kind)
        )
        if stream.index == media.video_stream:
            label = translate("MediaFacts", "Stream {0}: {1}, analysed").format(
                stream.index, printable(stream.kind)
            )
        facts.append(Fact(label, _stream_words(stream), is_long=True))
    return tuple(facts)


def _stream_words(stream: StreamInfo) -> str:
    words = [printable(stream.codec)]
    if stream.profile:
        words.append(printable(stream.profile))
    if stream.width and stream.height:
        words.append(f"{stream.width} x {stream.height}")
    if stream.pixel_format:
        words.append(printable(stream.pixel_format))
    if stream.average_fps:
        rate = translate("MediaFacts", "{0} frames a second").format(f"{stream.average_fps:g}")
        words.append(rate)
    if stream.frames_declared is not None:
        declared = translate("MediaFacts", "{0} frames declared").format(
            f"{stream.frames_declared:,}"
        )
        words.append(declared)
    if stream.duration_s is not None:
        words.append(format_time(stream.duration_s))
    if stream.start_s:
        words.append(translate("MediaFacts", "starts at {0}").format(format_time(stream.start_s)))
    if stream.rotation_degrees:
        words.append(translate("MediaFacts", "turned by {0}°").format(stream.rotation_degrees))
    return ", ".join(words)


def metadata_facts(media: MediaInfo | None) -> tuple[Fact, ...]:
    """List what was written into the file: dates, camera, program, place."""
    if media is None:
        return ()
    if not media.metadata:
        return (Fact("", translate("MediaFacts", "The file carries no metadata.")),)
    facts = [Fact("", translate("MediaFacts", "Easily changed; it never decides an outcome."))]
    facts += [
        Fact(printable(name), printable(value)) for name, value in media.metadata[:_MOST_TAGS]
    ]
    n_more = len(media.metadata) - _MOST_TAGS
    if n_more > 0:
        facts.append(
            Fact("", translate("MediaFacts", "{0} more are in the JSON report.").format(n_more))
        )
    return tuple(facts)


def credentials_heading(found: ContentCredentials | None) -> str:
    """Say in the heading what became of the content credentials."""
    match found.status if found is not None else "":
        case "absent":
            return translate("MediaFacts", "Content credentials: absent")
        case "remote":
            return translate("MediaFacts", "Content credentials: elsewhere, not visited")
        case "valid":
            return translate("MediaFacts", "Content credentials: valid")
        case "invalid":
            return translate("MediaFacts", "Content credentials: INVALID")
        case "unreadable":
            return translate("MediaFacts", "Content credentials: could not be examined")
        case _:
            return translate("MediaFacts", "Content credentials: not examined")


def credentials_facts(found: ContentCredentials | None) -> tuple[Fact, ...]:
    """Say who states what of the file's making."""
    if found is None:
        return (Fact("", translate("MediaFacts", "They are examined when the file is analysed.")),)
    if found.status == "absent":
        text = translate("MediaFacts", "There are none in the file. Most files have none.")
        return (Fact("", text, term="content_credentials"),)
    if found.status == "remote":
        text = translate(
            "MediaFacts", "The file refers to an address for them. It was not visited: no network."
        )
        return (Fact("", text),)
    facts = [
        Fact(label, printable(value))
        for label, value in (
            (translate("MediaFacts", "Signed by"), found.signer),
            (translate("MediaFacts", "Issuer"), found.issuer),
            (translate("MediaFacts", "Signed at"), found.signed_at),
            (translate("MediaFacts", "Made by"), found.generator),
        )
        if value
    ]
    if found.actions:
        actions = "\n".join(printable(one) for one in found.actions)
        facts.append(Fact(translate("MediaFacts", "Stated actions"), actions))
    if found.problems:
        problems = "\n".join(printable(one) for one in found.problems)
        facts.append(Fact(translate("MediaFacts", "Problems"), problems))
    if found.status == "valid":
        facts.append(Fact("", credentials_caveat()))
        trust = translate(
            "MediaFacts", "No list of trusted signers is applied: anyone can sign with any name."
        )
        facts.append(Fact("", trust))
    return tuple(facts)


def run_facts(result: AnalysisResult | None) -> tuple[Fact, ...]:
    """Say how it was analysed, and how to do it again."""
    if result is None:
        return ()
    run = result.run
    facts = [
        Fact(translate("MediaFacts", "Program"), printable(f"{run.tool} {run.version}")),
        Fact(translate("MediaFacts", "Engine"), f"{run.engine}, {run.device}", run.engine_note),
    ]
    if run.engine_note:
        facts.append(Fact("", printable(run.engine_note)))
    facts += [
        Fact(translate("MediaFacts", "Face detector"), printable(run.face_detector), is_long=True),
        Fact(translate("MediaFacts", "Started"), run.started_at),
        Fact(translate("MediaFacts", "Finished"), run.finished_at),
        Fact(
            translate("MediaFacts", "Command that repeats it"),
            printable(run.command),
            is_long=True,
            is_code=True,
            copy=run.command,
        ),
    ]
    return tuple(facts)


def _size_words(size_bytes: int) -> str:
    exact = translate("MediaFacts", "{0} bytes").format(f"{size_bytes:,}")
    short = format_bytes(size_bytes)
    return exact if size_bytes < 1000 else f"{short} ({exact})"
