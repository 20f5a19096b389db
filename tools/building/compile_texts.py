"""Compiles translations (.ts) to what Qt loads (.qm), for a build without Qt: byte for byte as Qt's lrelease does.

`pip install ".[app]"` builds the package where only setuptools is installed. A checkout uses lrelease
(`tools/strings.py`). Standard library only.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as Xml

MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
LANGUAGE, HASHES, MESSAGES, NUMBER_RULES = 0xA7, 0x42, 0x69, 0x88
"""The sections of a file: this byte, then the length of what follows."""
TRANSLATION, COMMENT, SOURCE, CONTEXT, END = 0x03, 0x08, 0x06, 0x07, 0x01
"""The parts of a message: this byte, then, but for the end, a length and a text."""
RULES = {"en": b"\x01\x01", "es": b"\x01\x01"}
"""Which form of a text goes with a number, by language: here the first one with 1. A new language needs its own."""


class _Message(NamedTuple):
    context: bytes
    source: bytes
    comment: bytes
    forms: tuple[str, ...]


def compile_all(folder: Path) -> None:
    """Compile the translations that are copied to `folder`, and remove their sources. English needs none."""
    for source in sorted(folder.glob("*.ts")):
        if not source.stem.endswith("_en"):
            compile_texts(source, source.with_suffix(".qm"))
        source.unlink()


def compile_texts(source: Path, target: Path) -> None:
    """Compile one file. KeyError if the rule of its language isn't in RULES."""
    root = Xml.parse(source).getroot()  # noqa: S314  # our own file
    language = root.attrib["language"]
    hashes, messages = [], bytearray()
    for each in sorted(_translated(root)):
        hashes.append((_hash(each.source + each.comment), len(messages)))
        for form in each.forms:
            messages += _part(TRANSLATION, form.encode("utf-16-be"))
        messages += _part(COMMENT, each.comment) + _part(SOURCE, each.source) + _part(CONTEXT, each.context)
        messages.append(END)
    table = b"".join(struct.pack(">II", *each) for each in sorted(hashes))
    made = [MAGIC, _part(LANGUAGE, language.encode())]
    if messages:
        made += [_part(HASHES, table), _part(MESSAGES, bytes(messages))]
    target.write_bytes(b"".join([*made, _part(NUMBER_RULES, RULES[language])]))


def _translated(root: Xml.Element) -> Iterator[_Message]:
    for context in root.iter("context"):
        for each in context.iter("message"):
            written = each.find("translation")
            if written is None or written.get("type") in ("obsolete", "vanished"):
                continue
            forms = tuple(form.text or "" for form in written) or (written.text or "",)
            if any(forms):
                of, text, comment = (
                    context.findtext("name"),
                    each.findtext("source"),
                    each.findtext("comment"),
                )
                yield _Message((of or "").encode(), (text or "").encode(), (comment or "").encode(), forms)


def _part(kind: int, content: bytes) -> bytes:
    return struct.pack(">BI", kind, len(content)) + content


def _hash(text: bytes) -> int:
    """The ELF hash; never 0."""
    found = 0
    for each in text:
        found = (found << 4) + each
        high = found & 0xF0000000
        found = (found ^ (high >> 24)) & ~high
    return found or 1
