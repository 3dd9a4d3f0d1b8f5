# SPDX-License-Identifier: Apache-2.0
"""The PDF report: what it says, that nothing in it is taken for markup, and its structure."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from core.content_credentials import ContentCredentials
from core.dossier import CaseFacts, Dossier, ReportStyle
from core.errors import ReportError, SettingsError
from core.records import FileFacts, Outcome
from core.report.csv_report import write_csv
from core.report.json_report import write_json
from core.report.pdf import typesetting
from core.report.pdf.languages import languages
from core.report.pdf_report import write_pdf
from core.weights import find_weights
from core.wording import ABSENCE_CAVEAT, CREDENTIALS_CAVEAT, VERBAL_SCALE
from tests.core.judged import make_run
from tests.core.report.dossiers import (
    CASE,
    DOSSIERS,
    HOSTILE,
    LONG,
    in_language,
    many_scripts,
    no_face,
    span_in_the_band,
    still_image,
    two_hundred_segments,
    two_people,
    typical,
    unreadable,
    with_pictures,
)
from tests.core.report.pdf_reading import (
    attachments_of,
    catalog_of,
    dictionaries_of,
    metadata_of,
    pages_of,
    resolved,
    sizes_of,
    squeezed,
    text_of,
)

Make = Callable[[], Dossier]
EVERY = (*DOSSIERS, *(in_language(code) for code in languages() if code != "en"))
FORBIDDEN = re.compile(
    r"complian|court-?ready|\bproves?\b|\bproven\b|100\s?%|beweist|gerichtsfest|prouve|conforme"
    r"|demuestra",
    re.IGNORECASE,
)
# A share in percent is allowed for confidence intervals only.
PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s?%")


def pdf(dossier: Dossier) -> bytes:
    stream = io.BytesIO()
    write_pdf(dossier, stream)
    return stream.getvalue()


@cache
def made(make: Make) -> bytes:
    """Set each dossier once for all tests."""
    return pdf(make())


@cache
def read(make: Make) -> tuple[str, ...]:
    """Extract each text once."""
    return tuple(pages_of(made(make)))


@pytest.mark.parametrize("make", EVERY, ids=lambda make: make.__name__)
def test_no_report_promises_more_than_it_knows(make: Make) -> None:
    text = " ".join(read(make))
    assert FORBIDDEN.search(text) is None
    assert set(PERCENT.findall(text)) <= {"95"}


@pytest.mark.parametrize("make", EVERY, ids=lambda make: make.__name__)
def test_first_page_stands_alone_and_every_page_says_where_it_belongs(make: Make) -> None:
    pages = read(make)
    dossier = make()
    numbers = [re.findall(r"(\d+) (?:of|von|sur|de) (\d+)", page)[-1] for page in pages]
    assert numbers == [(str(number), str(len(pages))) for number in range(1, len(pages) + 1)]
    assert all("FaceWitness 0.1.0" in page for page in pages)
    assert all(re.search(r"\b[0-9a-f]{12}\b", page) for page in pages)
    if dossier.case == CASE:
        assert all("2026-114" in page for page in pages)
    # Section 1 opens the second page: the first has all that a judge must know and no more.
    assert re.match(r"1 [A-ZRÉ]", pages[1])


@pytest.mark.parametrize("make", EVERY, ids=lambda make: make.__name__)
def test_json_and_csv_are_attached_and_their_hashes_printed(make: Make) -> None:
    content, dossier = made(make), make()
    attached = attachments_of(content)
    expected = []
    for write in (write_json, write_csv):
        stream = io.BytesIO()
        write(dossier, stream)
        expected.append(stream.getvalue())
    assert sorted(attached.values()) == sorted(expected)
    assert all(name.isascii() and "/" not in name for name in attached)
    printed, packet = squeezed(" ".join(read(make))), metadata_of(content)
    for name, data in attached.items():
        digest = hashlib.sha256(data).hexdigest()
        assert digest in printed
        assert f"{name} sha256:{digest}" in packet


@pytest.mark.parametrize("make", EVERY, ids=lambda make: make.__name__)
def test_document_is_tagged_and_marked_as_pdfa3_and_pdfua(make: Make) -> None:
    content = made(make)
    catalog, packet = catalog_of(content), metadata_of(content)
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/StructTreeRoot"]["/K"]
    assert str(catalog["/Lang"])[:2] == make().style.language
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalog["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert re.search(r"pdfaid:part>3<", packet)
    assert re.search(r"pdfaid:conformance>A<", packet)
    assert re.search(r"pdfuaid:part>1<", packet)
    assert {str(one["/AFRelationship"]) for one in resolved(catalog["/AF"])} == {"/Data"}


@pytest.mark.parametrize("make", [typical, many_scripts, still_image], ids=lambda m: m.__name__)
def test_fonts_are_embedded_and_nothing_acts_or_reaches_out(make: Make) -> None:
    fonts = figures = 0
    for entry in dictionaries_of(made(make)):
        assert not {"/JS", "/JavaScript", "/OpenAction", "/AA", "/URI", "/Launch"} & set(entry)
        if entry.get("/Type") == "/FontDescriptor":
            fonts += 1
            assert {"/FontFile2", "/FontFile3"} & set(entry), entry["/FontName"]
        if entry.get("/S") == "/Figure":
            figures += 1
            assert str(entry["/Alt"]).strip()
    assert fonts >= 3
    assert figures >= 1


@pytest.mark.parametrize("make", [typical, two_people, no_face], ids=lambda make: make.__name__)
def test_same_dossier_gives_the_same_bytes(make: Make) -> None:
    assert pdf(make()) == made(make)


def test_hostile_text_is_printed_and_not_obeyed() -> None:
    text = squeezed(text_of(made(next(m for m in DOSSIERS if m.__name__ == "hostile_names"))))
    shown = '#read("/etc/passwd")$x$<imgsrc="file:///etc/passwd">@ref*b*_i_`c`'
    assert text.count(squeezed(shown)) >= 14
    assert "root:" not in text
    assert "\\u202egpj.exe" in text
    assert "\\x1b]0;" in text
    assert not any(char in text for char in "\u202e\u2066\x1b")
    assert squeezed(HOSTILE) not in text


def test_long_names_stand_in_full() -> None:
    text = squeezed(text_of(made(next(m for m in DOSSIERS if m.__name__ == "long_names"))))
    assert LONG in text
    assert "W" * 200 in text


def test_scripts_are_drawn_and_what_no_font_has_is_escaped() -> None:
    text = squeezed(" ".join(read(many_scripts)))
    for part in ("证人录像", "한국어", "かな", "naïve", "😀", "\\U0001d518", "\\u2460"):
        assert part in text


def test_a_combination_that_cannot_be_set_is_shown_as_escapes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("core.report.pdf.glyphs._has_font", lambda cluster: True)
    result = replace(typical().result, file=FileFacts("\ud83d \U0001d518.mp4", 1, None, None))
    assert "\\U0001d518.mp4" in squeezed(text_of(pdf(Dossier(result))))


@pytest.mark.parametrize("make", [no_face, unreadable], ids=lambda make: make.__name__)
def test_missing_facts_are_said_to_be_missing(make: Make) -> None:
    dossier = replace(make(), case=CaseFacts())
    first = pages_of(pdf(dossier))[0]
    assert first.count("not supplied") >= 5
    assert "No strength is stated" in first


def test_no_support_never_stands_without_the_caveat() -> None:
    dossier = two_people()
    (track,) = (t for t in dossier.result.tracks if t.outcome is Outcome.NO_SUPPORT_FOUND)
    calm = replace(dossier.result, tracks=(track,), outcome=Outcome.NO_SUPPORT_FOUND)
    first = pages_of(pdf(replace(dossier, result=calm, key_frames=())))[0]
    assert first.count(ABSENCE_CAVEAT) == 2


def test_verbal_scale_is_printed_in_full() -> None:
    text = " ".join(read(typical))
    for step in VERBAL_SCALE[1:]:
        assert f"The findings provide {step.support} support for the first proposition" in text
    assert "The findings do not support one proposition over the other" in text


def test_opinions_amendments_log_and_custody_are_printed() -> None:
    text = " ".join(read(typical))
    for part in (
        "Agrees with item 6.",
        "Operator's name corrected.",
        "cd" * 32,
        "sealed USB stick, seal 4711",
        "exhibits/item 7/clip.mp4",
        "facewitness analyze clip.mp4",
        "0.336 (0.298 – 0.382)",
        "version 2",
    ):
        assert part in text


def test_heat_maps_carry_their_caption_and_are_absent_otherwise() -> None:
    caption = "Shows what moved the network, not where the face was altered."
    text = " ".join(read(typical))
    assert text.count("Heat map at") == 3
    assert f"{caption} In checks on validation crops" in text
    assert "Heat map at" not in " ".join(read(two_people))


def test_missing_pictures_are_explained() -> None:
    dossier = replace(typical(), key_frames=(), pictures_missing="No pictures: not at hand.")
    text = text_of(pdf(dossier))
    assert "No pictures: not at hand." in text
    assert "highest score" not in text


def test_heading_of_marked_spans_says_what_they_reach() -> None:
    support, band = (squeezed(" ".join(read(make))) for make in (typical, span_in_the_band))
    assert squeezed("at or above the threshold for support") in support
    assert squeezed("at or above the threshold for support") not in band
    assert squeezed("stay in the inconclusive band, at or above the threshold for no") in band
    assert squeezed("Time spans marked in the results: 1") in band
    assert squeezed("The strength below is that of the whole time") in band
    assert squeezed("they do not help to decide") not in squeezed(read(span_in_the_band)[0])


def test_all_segments_are_listed() -> None:
    text = " ".join(read(two_hundred_segments))
    assert "9:57.00 – 9:58.50" in text
    assert text.count("0.800") >= 200


def test_paper_is_the_one_asked_for() -> None:
    sizes = {}
    for make in (typical, next(m for m in DOSSIERS if m.__name__ == "letter")):
        sizes[make.__name__] = set(sizes_of(made(make)))
    assert sizes == {"typical": {(595, 842)}, "letter": {(612, 792)}}


def test_unknown_language_is_refused() -> None:
    with pytest.raises(SettingsError, match="language of en"):
        pdf(replace(typical(), style=ReportStyle(language="../en")))


def test_typst_sees_neither_system_fonts_nor_files() -> None:
    fonts = {Path(one.path).name for one in typesetting._fonts().fonts() if one.path}
    import resources

    assert fonts == {path.name for path in resources.path("fonts").glob("*.ttf")}
    broken = Path(__file__)
    sheet = typesetting.Sheet("report.typ", {}, {"../evil": broken.read_bytes()}, "2026-05-01")
    with pytest.raises(ValueError, match="without folder"):
        typesetting.typeset(sheet)
    with pytest.raises(ReportError, match="cannot be set"):
        typesetting.typeset(replace(sheet, files={}))


def test_pictures_do_not_change_the_results() -> None:
    plain = replace(typical(), key_frames=())
    assert attachments_of(pdf(plain)) == attachments_of(pdf(with_pictures(plain)))


def test_card_without_figures_says_not_measured() -> None:
    empty: Mapping[str, Mapping[str, object]] = {"xception": {"limits": {"text": []}}}
    text = text_of(pdf(replace(typical(), cards=empty)))
    assert text.count("not measured") >= 4
    assert "not stated" in text


def test_shipped_cards_can_be_printed_as_they_are() -> None:
    folders = find_weights()
    runs = tuple(make_run(folder.id) for folder in folders)
    result = replace(no_face().result, run=replace(no_face().result.run, detectors=runs))
    cards = {folder.id: folder.card.raw for folder in folders}
    text = text_of(pdf(Dossier(result, cards=cards)))
    assert folders
    assert FORBIDDEN.search(text) is None
    assert not re.search(r"%\s*(?:fake|manipulated|probab|likely|certain)", text)
    assert "no card" not in text


def test_content_credentials_are_printed_and_never_vouched_for() -> None:
    dossier = typical()
    assert dossier.result.media is not None
    found = ContentCredentials(
        "valid", signer=HOSTILE, generator="Camera 1", actions=("c2pa.created",)
    )
    media = replace(dossier.result.media, credentials=found)
    text = text_of(pdf(replace(dossier, result=replace(dossier.result, media=media))))
    assert "the signer is not vouched for" in text
    assert "c2pa.created" in text
    assert CREDENTIALS_CAVEAT in text
    assert "Status not examined" in text_of(made(typical))


def test_report_is_dated_when_the_analysis_ended_between_two_seconds() -> None:
    """A clock's microseconds, which a PDF's date cannot hold, do not cost the report."""
    dossier = typical()
    run = replace(dossier.result.run, finished_at="2026-05-01T10:00:03.123456+00:00")
    result = replace(dossier.result, run=run)
    content = io.BytesIO()
    write_pdf(replace(dossier, result=result, reported_at=""), content)
    assert "2026-05-01" in " ".join(pages_of(content.getvalue()))
