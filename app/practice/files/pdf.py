"""Writes pages of text, lines and boxes as a PDF file, using the standard fonts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

POINTS_PER_PIXEL = 0.72
"""Sheets use 100 pixels per inch, PDF 72 points."""
_FONTS = {False: "Helvetica", True: "Helvetica-Bold"}


class Text(Struct, frozen=True):
    """Text with its upper left corner at this position. Positions are in sheet pixels, the size in points."""

    left: int
    top: int
    words: str
    size: float = 9.0
    bold: bool = False


class Box(Struct, frozen=True):
    """A rectangle's outline; without height it is a line."""

    left: int
    top: int
    width: int
    height: int


class Page(Struct, frozen=True):
    """One page, the size of its sheet."""

    width: int
    height: int
    marks: Sequence[Text | Box]


def write_pdf(pages: Sequence[Page]) -> bytes:
    """The pages as a PDF file."""
    numbers = [5 + 2 * index for index in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
            for name in _FONTS.values()
        ),
    ]
    for number, page in zip(numbers, pages, strict=True):
        box = f"[0 0 {_points(page.width)} {_points(page.height)}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        drawn = b"\n".join(_drawn(mark, page.height) for mark in page.marks)
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn))
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _drawn(mark: Text | Box, height: int) -> bytes:
    if isinstance(mark, Box):
        left, bottom = _points(mark.left), _points(height - mark.top - mark.height)
        if not mark.height:
            return f"{left} {bottom} m {_points(mark.left + mark.width)} {bottom} l S".encode()
        return f"{left} {bottom} {_points(mark.width)} {_points(mark.height)} re S".encode()
    font = "F2" if mark.bold else "F1"
    size = mark.size or 9.0
    lines = [_quoted(line) for line in mark.words.splitlines()] or [b""]
    start = f"BT /{font} {size:g} Tf {size * 1.2:g} TL {_points(mark.left)} "
    start += f"{_points(height - mark.top) - size:g} Td "
    return start.encode() + b" T* ".join(b"(%b) Tj" % line for line in lines) + b" ET"


def _points(pixels: int) -> float:
    return round(pixels * POINTS_PER_PIXEL, 2)


def _quoted(line: str) -> bytes:
    plain = line.encode("cp1252", errors="replace")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
