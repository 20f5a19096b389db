"""Packs files into a cabinet of Windows, with LZX: what wixl's own makes of them takes a third more.

The compressor is installer/msi/lzx.c, compiled here by the system's C compiler.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from tools.building.compilers import INSTALLER, ROOT
from tools.words import Trouble

COMPRESSOR = INSTALLER / "msi" / "lzx.c"
HEADER, FOLDER, FRAME = 36, 8, 32768
LZX_OF_2_MB = 3 | 21 << 8
ARCHIVE = 0x20
EARLIEST = 315532800
"""1980, the earliest time that a cabinet can have."""


def cabinet(files: Sequence[tuple[str, Path]], made: Path) -> None:
    """Write a cabinet of these files under these names, in this order. The same files give the same bytes.

    Raises Trouble.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, packed = folder / "whole", folder / "packed"
        with whole.open("wb") as written:
            for _, file in files:
                written.write(file.read_bytes())
        _call([str(_compressor()), str(whole), str(packed)], "The files could not be packed.")
        frames = -(-whole.stat().st_size // FRAME)
        rows = _rows(files)
        begin = HEADER + FOLDER + len(rows)
        head = struct.pack(
            "<4sIIIIIBBHHHHH",
            b"MSCF", 0, begin + packed.stat().st_size, 0, HEADER + FOLDER, 0, 3, 1, 1, len(files), 0, 0, 0,
        )  # fmt: skip
        made.write_bytes(head + struct.pack("<IHH", begin, frames, LZX_OF_2_MB) + rows + packed.read_bytes())


def _rows(files: Sequence[tuple[str, Path]]) -> bytes:
    moment = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", EARLIEST)), EARLIEST))
    date = (moment.tm_year - 1980) << 9 | moment.tm_mon << 5 | moment.tm_mday
    clock = moment.tm_hour << 11 | moment.tm_min << 5 | moment.tm_sec // 2
    rows, at = [], 0
    for name, file in files:
        size = file.stat().st_size
        rows.append(struct.pack("<IIHHHH", size, at, 0, date, clock, ARCHIVE) + name.encode("ascii") + b"\0")
        at += size
    return b"".join(rows)


def _compressor() -> Path:
    """The compiled compressor, kept for the next time."""
    made = ROOT / "build" / f"lzx-{sha256(COMPRESSOR.read_bytes()).hexdigest()[:16]}"
    if made.exists():
        return made
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise Trouble("A C compiler is missing. On Debian: apt-get install gcc libc6-dev")
    made.parent.mkdir(exist_ok=True)
    beside = made.with_name(f"{made.name}.{os.getpid()}")
    _call([compiler, "-O2", "-o", str(beside), str(COMPRESSOR)], "The compressor could not be compiled.")
    return beside.replace(made)


def _call(command: list[str], trouble: str) -> None:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise Trouble(f"{trouble}\n{done.stdout.decode(errors='replace')}")
