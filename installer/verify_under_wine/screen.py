"""An X screen of its own for Windows programs, and what can be seen on it."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.system import install_packages

SIZE = "1366x768x24"


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

    def differs_from(self, other: Picture) -> float:
        """The part of pixels that are not the same, from 0 to 1."""
        mine, theirs = memoryview(self.pixels).cast("I"), memoryview(other.pixels).cast("I")
        return sum(a != b for a, b in zip(mine, theirs, strict=True)) / len(mine)


@dataclass(frozen=True)
class Screen:
    """A running X server."""

    display: str
    _file: Path

    def picture(self) -> Picture:
        """What it shows now, from the file in which Xvfb keeps it (X Window Dump, big-endian header)."""
        dump = self._file.read_bytes()
        header = struct.unpack(">25I", dump[:100])
        size, width, height, line, colors = header[0], header[4], header[5], header[12], header[19]
        begin = size + colors * 12
        lines = (dump[begin + row * line : begin + row * line + width * 4] for row in range(height))
        return Picture(width, height, b"".join(lines))


@contextmanager
def screen() -> Iterator[Screen]:
    """An X server without a monitor, as long as this lasts."""
    if shutil.which("Xvfb") is None:
        install_packages(["xvfb"], "Xvfb")
    with tempfile.TemporaryDirectory(prefix="front-desk-screen-") as folder:
        readable, writable = os.pipe()
        command = [
            "Xvfb", "-displayfd", str(writable), "-screen", "0", SIZE, "-fbdir", folder, "-nolisten", "tcp",
        ]  # fmt: skip
        with subprocess.Popen(
            command, pass_fds=[writable], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as server:
            os.close(writable)
            try:
                with os.fdopen(readable) as told:
                    number = told.readline().strip()
                yield Screen(f":{number}", Path(folder) / "Xvfb_screen0")
            finally:
                server.terminate()
                server.wait()
