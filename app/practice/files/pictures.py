"""Pictures as PNG, read and written with what Python has: enough for thumbnails and mounts.

Only plain PNGs are read: eight bits a channel, not interlaced. Any other picture is one that this practice
cannot open.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from msgspec import Struct

THUMBNAIL_PIXELS = 100
MOST_PIXELS = 8_000_000
"""A picture of more is not opened: it would fill the memory."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_GREY, _COLOR, _PALETTE = 0, 2, 3


class NotOpened(Exception):
    """A file that is no picture, or none that can be read here."""


class Picture(Struct, frozen=True):
    """Rows of red, green and blue, a byte each."""

    width: int
    height: int
    rows: list[bytes]

    @classmethod
    def plain(cls, width: int, height: int, color: bytes) -> Picture:
        """A picture of one color."""
        return cls(width, height, [color * width] * height)

    def fitted(self, width: int, height: int) -> Picture:
        """The same, as large as fits into so many pixels, its sides in proportion."""
        scale = min(width / self.width, height / self.height)
        return self.scaled(max(1, round(self.width * scale)), max(1, round(self.height * scale)))

    def scaled(self, width: int, height: int) -> Picture:
        """The same in another size, each pixel the one that lies nearest."""
        columns = [x * self.width // width * 3 for x in range(width)]
        rows = []
        for y in range(height):
            row = self.rows[y * self.height // height]
            rows.append(b"".join(row[at : at + 3] for at in columns))
        return Picture(width, height, rows)

    def with_picture(self, other: Picture, left: int, top: int) -> Picture:
        """Another one laid upon it; what stands out is cut off."""
        rows = list(self.rows)
        first, last = max(left, 0), min(left + other.width, self.width)
        for y in range(max(top, 0), min(top + other.height, self.height)):
            if first < last:
                part = other.rows[y - top][(first - left) * 3 : (last - left) * 3]
                rows[y] = rows[y][: first * 3] + part + rows[y][last * 3 :]
        return Picture(self.width, self.height, rows)


def thumbnail(content: bytes) -> bytes:
    """A PNG of 100 by 100 pixels with the picture in its middle. NotOpened for a file that is no picture."""
    small = read_png(content).fitted(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS)
    ground = Picture.plain(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, b"\xff\xff\xff")
    left, top = (THUMBNAIL_PIXELS - small.width) // 2, (THUMBNAIL_PIXELS - small.height) // 2
    return write_png(ground.with_picture(small, left, top))


def write_png(picture: Picture) -> bytes:
    """A picture as a file."""
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, _COLOR, 0, 0, 0)
    lines = b"".join(b"\0" + row for row in picture.rows)
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def read_png(content: bytes) -> Picture:
    """A file as a picture. NotOpened when it is none."""
    try:
        return _read(content)
    except (struct.error, zlib.error, KeyError, IndexError, ValueError):
        raise NotOpened("the file is no picture that can be opened") from None


def _read(content: bytes) -> Picture:
    if not content.startswith(_SIGNATURE):
        raise NotOpened("the file is no PNG")
    chunks: dict[bytes, bytes] = {}
    for kind, part in _chunks(content):
        chunks[kind] = chunks.get(kind, b"") + part
    width, height, depth, kind_of_color, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if depth != 8 or interlaced or not 0 < width * height <= MOST_PIXELS:
        raise NotOpened("the PNG is not of the plain kind")
    channels = _CHANNELS[kind_of_color]
    most = (width * channels + 1) * height
    lines = zlib.decompressobj().decompress(chunks[b"IDAT"], most)
    if len(lines) != most:
        raise NotOpened("the PNG ends too early")
    palette = chunks.get(b"PLTE", b"")
    rows = [_colors(line, kind_of_color, palette) for line in _unfiltered(lines, width * channels, channels)]
    return Picture(width, height, rows)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        yield kind, content[at + 8 : at + 8 + length]
        at += length + 12


def _unfiltered(lines: bytes, width: int, step: int) -> Iterator[bytes]:
    """Each line's bytes as they were before PNG wrote them as differences."""
    above = bytearray(width)
    for at in range(0, len(lines), width + 1):
        line = bytearray(lines[at + 1 : at + 1 + width])
        _unfilter(lines[at], line, above, step)
        yield bytes(line)
        above = line


def _unfilter(kind: int, line: bytearray, above: bytearray, step: int) -> None:
    for index in range(len(line)) if kind else ():
        left = line[index - step] if index >= step else 0
        up, corner = above[index], above[index - step] if index >= step else 0
        line[index] = (line[index] + _predicted(kind, left, up, corner)) & 255


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 1:
        return left
    if kind == 2:
        return up
    if kind == 3:
        return (left + up) // 2
    if kind != 4:
        raise ValueError("a filter that PNG does not have")
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))


def _colors(line: bytes, kind: int, palette: bytes) -> bytes:
    if kind == _COLOR:
        return line
    if kind == _PALETTE:
        return b"".join(palette[each * 3 : each * 3 + 3] for each in line)
    channels = _CHANNELS[kind]
    if channels == 4:
        return b"".join(line[at : at + 3] for at in range(0, len(line), 4))
    return b"".join(bytes((line[at],)) * 3 for at in range(0, len(line), channels))
