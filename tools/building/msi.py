"""Makes the MSI of a Windows bundle: its source for wixl, and what wixl leaves out."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import quoteattr

from app.core.version import VERSION
from tools.building import icon as drawing
from tools.building import msi_actions
from tools.building.compilers import INSTALLER, Tools, call
from tools.words import Trouble

NAMES = uuid.UUID("0b6b7d0e-1d1f-4f5e-9a0c-6f5f0c2b7a11")
"""Numbers of the MSI's parts are derived from it: the same part has the same number in each build."""
SOURCE = INSTALLER / "msi" / "front-desk.wxs"
KIOSK_FILES = {
    "KioskCommon": "kiosk-common.ps1", "KioskSetup": "setup-kiosk.ps1", "KioskUndo": "undo-kiosk.ps1",
}  # fmt: skip
"""The files that the source names itself."""


def msi(tools: Tools, bundle: Path, out: Path, version: str = VERSION, icon: Path | None = None) -> Path:
    """The MSI. Raises Trouble.

    `version`: another one than the program's own, to check an upgrade.
    Each other content has another product's number, also within a version: Windows takes two files with one number for
    the same, and would not install the second.
    """
    made = out / f"FrontDesk-{version}.msi"
    changes = list(msi_actions.statements(version))
    content = fingerprint(bundle, version, changes)
    script, listed, picture = out / "front-desk.wxs", out / "files.wxs", out / "msi.ico"
    # wixl 0.101 looks for files only beside the source that names them.
    given = {
        "VERSION": version, "PRODUCT": number(f"product {content}"), "ICON": picture.name,
        "KIOSK": os.path.relpath(INSTALLER / "kiosk", out),
    }  # fmt: skip
    defined = [part for name, value in given.items() for part in ("-D", f"{name}={value}")]
    shutil.copyfile(SOURCE, script)
    picture.write_bytes(icon.read_bytes() if icon is not None else drawing.icon())
    listed.write_text(components(bundle, out), encoding="utf-8")
    try:
        call([*tools.wixl, "-a", "x64", *defined, "-o", str(made), str(script), str(listed)], bundle, out)
    finally:
        for each in (script, listed, picture):
            each.unlink()
    call([*tools.msibuild, str(made), *(part for each in changes for part in ("-q", each))], bundle, out)
    package = "{" + number(f"package {content}") + "}"
    call(
        [*tools.msibuild, str(made), "-s", f"Front Desk {version}", "Front Desk", "x64;1033", package],
        bundle,
        out,
    )
    _check(tools, made, bundle, out)
    return made


def _check(tools: Tools, made: Path, bundle: Path, out: Path) -> None:
    """Read the MSI with another's program: what we have packed must be what is installed. Raises Trouble."""
    with tempfile.TemporaryDirectory(dir=out) as folder:
        call([*tools.msiextract, "-C", folder, str(made)], bundle, out)
        found = {_hash(each) for each in Path(folder).rglob("*") if each.is_file()}
    lost = [each for _, each in _files(bundle) if _hash(each) not in found]
    if lost:
        raise Trouble(f"The MSI doesn't have {len(lost)} files as they are, {lost[0].name} for one.")


def _hash(file: Path) -> bytes:
    return sha256(file.read_bytes()).digest()


def _files(bundle: Path) -> list[tuple[str, Path]]:
    """All files that are installed, by the names that the MSI has for them."""
    files = [(_file_id(bundle, each), each) for each in bundle.rglob("*") if each.is_file()]
    return files + [(key, INSTALLER / "kiosk" / name) for key, name in KIOSK_FILES.items()]


def fingerprint(bundle: Path, version: str, changes: list[str]) -> str:
    """The same for the same content: the bundle's files, the kiosk's scripts, the source and what is added to it."""
    hashed = sha256(f"{version}\n{changes}\n".encode())
    hashed.update(SOURCE.read_bytes())
    for folder in (bundle, INSTALLER / "kiosk"):
        for each in sorted(folder.rglob("*")):
            if each.is_file():
                hashed.update(f"{each.relative_to(folder).as_posix()}\n".encode())
                hashed.update(sha256(each.read_bytes()).digest())
    return hashed.hexdigest()


def components(bundle: Path, out: Path) -> str:
    """The MSI's list of a bundle's files: each is a part of its own, which Windows counts, repairs and removes."""
    lines: list[str] = []
    parts: list[str] = []

    def add(folder: Path, depth: int) -> None:
        space = "  " * depth
        for each in sorted(folder.iterdir(), key=lambda path: (path.is_dir(), path.name)):
            path, mark = each.relative_to(bundle).as_posix(), _mark(bundle, each)
            name = quoteattr(each.name)
            if each.is_dir():
                lines.append(f'{space}<Directory Id="d{mark}" Name={name}>')
                add(each, depth + 1)
                lines.append(f"{space}</Directory>")
                continue
            parts.append(f"c{mark}")
            lines.append(
                f'{space}<Component Id="c{mark}" Guid="{number(path)}" Win64="yes"><File Id="{_file_id(bundle, each)}"'
                f' KeyPath="yes" Source={quoteattr(os.path.relpath(each, out))} Name={name} /></Component>'
            )

    add(bundle, 3)
    named = "\n".join(f'      <ComponentRef Id="{each}" />' for each in parts)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n' + _language() + "\n  <Fragment>\n"
        '    <DirectoryRef Id="InstallFolder">\n' + "\n".join(lines) + "\n    </DirectoryRef>\n"
        '    <ComponentGroup Id="Files">\n' + named + "\n    </ComponentGroup>\n  </Fragment>\n</Wix>\n"
    )


def _mark(bundle: Path, path: Path) -> str:
    return sha256(path.relative_to(bundle).as_posix().encode()).hexdigest()[:24]


def _file_id(bundle: Path, path: Path) -> str:
    return f"f{_mark(bundle, path)}"


def number(name: str) -> str:
    """A number as Windows writes it, the same for the same name."""
    return str(uuid.uuid5(NAMES, name)).upper()


def _language() -> str:
    """The opening tag of the MSI's source, which says in which version of WiX's language it is."""
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    return next(each for each in lines if each.startswith("<Wix "))
