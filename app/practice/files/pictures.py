"""Pictures in documents, opened with Pillow: thumbnails, and mounts as one picture.

Loaded with the rarer half of the API, so that Pillow costs a training session nothing until it asks for that.
"""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageOps, UnidentifiedImageError

THUMBNAIL_PIXELS = 100
MOST_PIXELS = 25_000_000
"""A picture of more is not opened: it would take over 100 MB of memory."""
FORMATS = ("PNG", "JPEG", "GIF", "BMP")
WHITE = (255, 255, 255)


_BROKEN = (
    UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning, OSError, SyntaxError,
    ValueError, EOFError, IndexError, KeyError, OverflowError, TypeError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises for files that are no picture, or a damaged one."""


Picture = Image.Image
Color = tuple[int, int, int]


class NotOpened(Exception):
    """A file that is no picture, or none that can be read here."""


def open_picture(content: bytes) -> Picture:
    """A file as a picture in RGB, upright, upon white where it is transparent. NotOpened when it is none."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise NotOpened("the picture has too many pixels")
            picture = ImageOps.exif_transpose(opened).convert("RGBA")
    except _BROKEN:
        raise NotOpened("the file is no picture that can be opened") from None
    ground = plain(*picture.size, WHITE)
    ground.paste(picture, mask=picture)
    return ground


def plain(width: int, height: int, color: Color) -> Picture:
    """A picture of one color."""
    return Image.new("RGB", (width, height), color)


def thumbnail(content: bytes) -> bytes:
    """A PNG of 100 by 100 pixels with the picture in its middle. NotOpened for a file that is no picture."""
    size = (THUMBNAIL_PIXELS, THUMBNAIL_PIXELS)
    return png_of(ImageOps.pad(open_picture(content), size, color=WHITE))


def lay(whole: Picture, picture: Picture, box: tuple[int, int, int, int]) -> None:
    """Lay a picture upon another: in the upper left corner of a box (left, top, width, height), as large as fits."""
    left, top, width, height = box
    whole.paste(ImageOps.contain(picture, (width, height)), (left, top))


def png_of(picture: Picture) -> bytes:
    """A picture as a file."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
