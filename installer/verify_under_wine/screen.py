"""An X screen of its own for Windows programs, and what can be seen on it."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.system import install_packages

SIZE = "1366x768x24"
FOLDER_VARIABLE = "FRONT_DESK_SCREEN"
"""Says whose server it is, if the one who started it was killed."""
SPARSE = 97
"""Every how many pixels one is looked at. A prime, so that no grid of lines is missed."""


@dataclass(frozen=True)
class Picture:
    """What the screen shows."""

    width: int
    height: int
    pixels: bytes
    """Four bytes each: blue, green, red, nothing."""

    @property
    def colors(self) -> int:
        """How many colors it has: a blank screen has one, a desk some hundreds because its texts are smoothed."""
        return len({self.pixels[each : each + 3] for each in range(0, len(self.pixels), 4)})


@dataclass(frozen=True)
class Screen:
    """A running X server."""

    display: str
    _file: Path

    def picture(self) -> Picture:
        """What it shows now, from the file in which Xvfb keeps it (X Window Dump, big-endian header)."""
        dump = self._file.read_bytes()
        begin, width, height, line = _described(dump)
        lines = (dump[begin + row * line : begin + row * line + width * 4] for row in range(height))
        return Picture(width, height, b"".join(lines))

    def some_colors(self) -> int:
        """How many colors some thousand of its pixels have: fast enough to look a hundred times a second."""
        dump = self._file.read_bytes()
        begin, *_ = _described(dump)
        return len(set(memoryview(dump)[begin : begin + (len(dump) - begin) // 4 * 4].cast("I")[::SPARSE]))


def _described(dump: bytes) -> tuple[int, int, int, int]:
    """Where the pixels begin, their width and height, and the length of a line in bytes."""
    header = struct.unpack(">25I", dump[:100])
    return header[0] + header[19] * 12, header[4], header[5], header[12]


@contextmanager
def screen(below: Path) -> Iterator[Screen]:
    """An X server without a monitor, as long as this lasts. Its picture is in a file in this folder."""
    if shutil.which("Xvfb") is None:
        install_packages(["xvfb"], "Xvfb")
    folder = below / "screen"
    folder.mkdir()
    readable, writable = os.pipe()
    command = [
        "Xvfb", "-displayfd", str(writable), "-screen", "0", SIZE, "-fbdir", str(folder), "-nolisten", "tcp",
    ]  # fmt: skip
    with subprocess.Popen(
        command, pass_fds=[writable], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, FOLDER_VARIABLE: str(folder)},
    ) as server:  # fmt: skip
        os.close(writable)
        try:
            with os.fdopen(readable) as told:
                number = told.readline().strip()
            yield Screen(f":{number}", folder / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait()
