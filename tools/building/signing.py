"""Signs what has no signature yet.

`python -m tools.building.signing FILE_OR_FOLDER ...`, configured by the environment and not by arguments, because
others can read those:

FRONT_DESK_SIGN_PFX        a certificate with its key in a file (PKCS #12); signed with osslsigncode, on any system
FRONT_DESK_SIGN_PASSWORD   a file that holds its password
FRONT_DESK_SIGN_THUMBPRINT a certificate of Windows' store, on a token for example; signed with signtool
FRONT_DESK_SIGN_TIMESTAMP  the address of a time-stamp server (RFC 3161); without it they end with the certificate
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tools.words import Trouble, say

SIGNABLE = {".exe", ".dll", ".pyd", ".msi"}
DESCRIPTION = "Front Desk"
PE_POINTER, MAGIC, SECURITY = 0x3C, 24, 4
DIRECTORIES = {0x10B: 96, 0x20B: 112}
"""Where the table of directories begins behind the optional header's magic: in 32 bits and in 64 bits."""


def configured(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a certificate is configured."""
    return bool(environment.get("FRONT_DESK_SIGN_PFX") or environment.get("FRONT_DESK_SIGN_THUMBPRINT"))


def sign(paths: Iterable[Path], environment: Mapping[str, str] = os.environ) -> int:
    """Sign all unsigned files in these folders, and these files. Returns how many. Raises Trouble."""
    signed = 0
    for file in _files(paths):
        if is_signed(file):
            continue
        _sign(file, environment)
        signed += 1
    return signed


def is_signed(file: Path) -> bool:
    """Whether an executable has a signature, whoever's it is. An MSI is new, so it has none."""
    with file.open("rb") as source:
        if source.read(2) != b"MZ":
            return False
        source.seek(PE_POINTER)
        header = struct.unpack("<I", source.read(4))[0]
        source.seek(header + MAGIC)
        magic = struct.unpack("<H", source.read(2))[0]
        source.seek(header + MAGIC + DIRECTORIES[magic] + 8 * SECURITY)
        where, size = struct.unpack("<II", source.read(8))
        return bool(where and size)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        below = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (each for each in below if each.is_file() and each.suffix.lower() in SIGNABLE)


def _sign(file: Path, environment: Mapping[str, str]) -> None:
    time_stamp = environment.get("FRONT_DESK_SIGN_TIMESTAMP", "")
    if thumbprint := environment.get("FRONT_DESK_SIGN_THUMBPRINT"):
        _call(
            [_tool("signtool"), "sign", "/fd", "SHA256", "/sha1", thumbprint, "/d", DESCRIPTION]
            + (["/tr", time_stamp, "/td", "SHA256"] if time_stamp else [])
            + [str(file)],
            file,
        )
        return
    password = environment.get("FRONT_DESK_SIGN_PASSWORD", "")
    beside = file.with_name(f"{file.name}.signed")
    try:
        _call(
            [_tool("osslsigncode"), "sign", "-pkcs12", environment["FRONT_DESK_SIGN_PFX"]]
            + (["-readpass", password] if password else [])
            + ["-h", "sha256", "-n", DESCRIPTION]
            + (["-ts", time_stamp] if time_stamp else [])
            + ["-in", str(file), "-out", str(beside)],
            file,
        )
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Trouble(f"{name} is missing: a certificate is configured, and nothing may be shipped unsigned.")
    return found


def _call(command: list[str], file: Path) -> None:
    if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode != 0:
        raise Trouble(f"{file.name} could not be signed.")


def main(arguments: list[str]) -> int:
    """Sign these files and folders; fail without a certificate."""
    try:
        if not configured():
            raise Trouble("No certificate is configured: see tools/building/signing.py.")
        say(f"{sign(map(Path, arguments))} files signed")
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
