# SPDX-License-Identifier: Apache-2.0
"""Reads a PDF back with two libraries that did not write it: PDFium for the text, pyHanko for the
structure."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader


def pages_of(content: bytes) -> list[str]:
    """Text of each page, blanks and line ends made one blank."""
    document = pypdfium2.PdfDocument(content)
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return [re.sub(r"\s+", " ", text) for text in texts]


def text_of(content: bytes) -> str:
    """Text of all pages."""
    return " ".join(pages_of(content))


def sizes_of(content: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in points."""
    document = pypdfium2.PdfDocument(content)
    try:
        sizes = (page.get_size() for page in document)
        return [(round(width), round(height)) for width, height in sizes]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Without any blank: where a long word breaks says nothing."""
    return re.sub(r"\s+", "", text)


def attachments_of(content: bytes) -> dict[str, bytes]:
    """Files attached to the document, by name."""
    document = pypdfium2.PdfDocument(content)
    try:
        found = (document.get_attachment(i) for i in range(document.count_attachments()))
        return {one.get_name(): bytes(one.get_data()) for one in found}
    finally:
        document.close()


def catalog_of(content: bytes) -> Any:
    """The document's root dictionary."""
    return PdfFileReader(io.BytesIO(content)).root


def dictionaries_of(content: bytes) -> Iterator[Any]:
    """Every dictionary that can be reached from the trailer, each once."""
    reader = PdfFileReader(io.BytesIO(content))
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [reader.trailer.raw_get("/Root")]
    while waiting:
        item = waiting.pop()
        if isinstance(item, generic.IndirectObject):
            if (item.idnum, item.generation) in seen:
                continue
            seen.add((item.idnum, item.generation))
            item = item.get_object()  # type: ignore[no-untyped-call]
        if isinstance(item, generic.DictionaryObject):
            yield item
            waiting += [item.raw_get(key) for key in item]
        elif isinstance(item, generic.ArrayObject):
            waiting += [item.raw_get(index) for index in range(len(item))]


def resolved(array: Any) -> list[Any]:
    """Entries of an array, with references followed."""
    return [one.get_object() if hasattr(one, "get_object") else one for one in array]


def metadata_of(content: bytes) -> str:
    """XMP packet of the document."""
    return str(catalog_of(content)["/Metadata"].data.decode("utf-8"))
