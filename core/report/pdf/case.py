# SPDX-License-Identifier: Apache-2.0
"""Sections on the case and the item, and on what goes with the report at its end."""

from __future__ import annotations

from collections.abc import Iterator

from core.dossier import CaseFacts, Dossier
from core.report.pdf.blocks import Block, Value, Writer, bullets, facts, section, table
from core.report.pdf.pictures import Picture

REFERENCES = (
    "ENFSI (2015), Guideline for evaluative reporting in forensic science, STEOFRAE.",
    "ENFSI (2021), Best practice manual for digital image authentication, ENFSI-BPM-DI-03.",
    (
        "ISO/IEC 27037:2012, Guidelines for identification, collection, acquisition and "
        "preservation of digital evidence."
    ),
    (
        "Vergeer, P. et al. (2016), Numerical likelihood ratios outputted by LR systems are often "
        "based on extrapolation: when to stop extrapolating? Science & Justice 56(6)."
    ),
    (
        "Brümmer, N. and du Preez, J. (2006), Application-independent evaluation of speaker "
        "detection, Computer Speech and Language 20(2-3)."
    ),
)
GLOSSARY = (
    "crop",
    "detector",
    "score",
    "operating_point",
    "lr",
    "cllr",
    "eer",
    "auc",
    "interval",
    "track",
    "segment",
    "sha256",
    "heat_map",
    "face_swap",
)


def case_section(dossier: Dossier, writer: Writer) -> dict[str, object]:
    """Who asked whom for what, and what came in."""
    return section(writer.say("section.case"), _case_blocks(dossier, writer))


def _case_blocks(dossier: Dossier, writer: Writer) -> Iterator[Block]:
    say, case = writer.say, dossier.case
    names = ["case_id", "item_id", "organization", "address", "operator", "requester"]
    names += ["authority", "scope", "requested_on", "reviewer"]
    yield facts(_case_row(case, name, writer) for name in names)
    yield writer.heading("item.heading")
    yield facts(_item_rows(dossier, writer))
    yield {"k": "note", "text": say("item.times_caveat")}


def _case_row(case: CaseFacts, name: str, writer: Writer) -> tuple[str, Value]:
    return writer.say(f"case.{name}"), writer.long(getattr(case, name))


def _item_rows(dossier: Dossier, writer: Writer) -> Iterator[tuple[str, Value]]:
    say, file, case = writer.say, dossier.result.file, dossier.case
    known = file.sha256_before is not None and file.sha256_after is not None
    yield say("item.name"), writer.long(file.name)
    yield say("item.path"), writer.long(dossier.path_given)
    size = file.size_bytes
    yield say("item.size"), say("item.bytes", count=say.number(size)) if size is not None else "–"
    yield say("item.sha256_before"), writer.mono(file.sha256_before or say("item.not_hashed"))
    yield say("item.sha256_after"), writer.mono(file.sha256_after or say("item.not_hashed"))
    same = file.sha256_before == file.sha256_after
    yield say("item.unchanged"), say.yes(same) if known else say("item.not_compared")
    yield say("item.modified_at"), writer.text(say.moment(dossier.file_times.modified_at))
    yield say("item.changed_at"), writer.text(say.moment(dossier.file_times.changed_at))
    yield say("item.copy_kind"), writer.long(case.copy_kind)
    yield say("item.opened"), say("item.read_only")
    for name in ("received_when", "received_how", "received_by"):
        yield _case_row(case, name, writer)


def closing_section(
    dossier: Dossier, pictures: list[Picture], attached: list[dict[str, str]], writer: Writer
) -> dict[str, object]:
    """Opinions apart from tool results, derivatives, amendments, log, signatures."""
    return section(
        writer.say("section.closing"), _closing_blocks(dossier, pictures, attached, writer)
    )


def _closing_blocks(
    dossier: Dossier, pictures: list[Picture], attached: list[dict[str, str]], writer: Writer
) -> Iterator[Block]:
    say = writer.say
    yield writer.heading("closing.opinions")
    yield writer.paragraph("closing.opinions_apart")
    for note in dossier.notes:
        who = f"{writer.text(note.author)}, {writer.text(say.moment(note.written_at))}"
        yield {"k": "quote", "text": writer.text(note.text), "who": who}
    if not dossier.notes:
        yield {"k": "note", "text": say("closing.no_opinions")}
    if dossier.marked_frames:
        yield writer.heading("closing.marked")
        yield writer.paragraph("closing.marked_note")
        rows: list[list[Value]] = [
            [say.number(one.frame_index), say.seconds(one.time_s), writer.stated(one.label)]
            for one in dossier.marked_frames
        ]
        yield table([say("word.frame"), say("word.time"), say("closing.mark")], rows, "nnl")
    yield writer.heading("closing.derivatives")
    made = [(one["name"], say(f"closing.{one['kind']}"), one["sha256"]) for one in attached]
    made += [(one.name, say("closing.key_frame"), one.sha256) for one in pictures]
    yield facts(
        (writer.long(name), {"k": "stack", "lines": [kind, writer.mono(sha256)]})
        for name, kind, sha256 in made
    )
    yield writer.paragraph("closing.derivatives_note")
    yield writer.heading("closing.amendments")
    if dossier.amendments:
        head = [say("closing.version"), say("closing.date"), say("closing.change")]
        yield table(
            head,
            [[writer.text(v) for v in (a.version, a.date, a.change)] for a in dossier.amendments],
            "nnl",
        )
    else:
        yield writer.paragraph("closing.no_amendments")
    yield writer.heading("closing.log")
    if dossier.log_head:
        yield facts([(say("closing.log_head"), writer.mono(dossier.log_head))])
    else:
        yield writer.paragraph("closing.no_log")
    yield writer.heading("closing.signatures")
    signers = ((name, getattr(dossier.case, name)) for name in ("operator", "reviewer"))
    yield {
        "k": "signatures",
        "lines": [[say(f"case.{role}"), writer.text(who) if who else ""] for role, who in signers],
        "date": say("closing.date"),
        "sign": say("closing.signature"),
    }


def glossary_section(writer: Writer) -> dict[str, object]:
    """Words that the report uses, and where they come from."""
    say = writer.say
    return section(
        say("section.glossary"),
        [
            facts((say(f"glossary.{name}_term"), say(f"glossary.{name}")) for name in GLOSSARY),
            writer.heading("glossary.references"),
            bullets(writer.text(reference) for reference in REFERENCES),
        ],
    )
