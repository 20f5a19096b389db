"""Makes both installers and the portable zip of a Windows bundle.

`python -m tools.building.installers FOLDER [OUT]`, with makensis, wixl and msibuild from the PATH (on Debian: nsis,
wixl, msitools), else from the Debian that is set up for Wine. If a certificate is configured
(tools/building/signing.py), everything is signed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import uuid
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import quoteattr

from app.core.version import VERSION
from installer.wine.cache import Cache
from tools.building import msi_actions, signing
from tools.words import Trouble, say

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "installer"
NAMES = uuid.UUID("0b6b7d0e-1d1f-4f5e-9a0c-6f5f0c2b7a11")
"""Numbers of the MSI's parts are derived from it: the same part has the same number in each build."""
EARLIEST = 315532800
"""1980, the earliest time that a zip can have."""


@dataclass(frozen=True)
class Tools:
    """The compilers. `find` says where they are."""

    makensis: tuple[str, ...]
    wixl: tuple[str, ...]
    msibuild: tuple[str, ...]

    @classmethod
    def find(cls) -> Tools | None:
        """On the PATH, else in Wine's Debian; None if they are in neither."""
        names = ("makensis", "wixl", "msibuild")
        here = [shutil.which(each) for each in names]
        if all(here):
            return cls(*((each,) for each in here if each))
        cache = Cache.usual()
        return cls(*(tuple(cache.linux(each)) for each in names)) if cache.is_there else None


def nsis(tools: Tools, bundle: Path, out: Path, icon: Path | None = None, version: str = VERSION) -> Path:
    """The setup program. Raises Trouble.

    `version`: another one than the program's own, to check an upgrade. It is thrown away, so it isn't packed well.
    """
    made = out / f"FrontDesk-{version}-setup.exe"
    kilobytes = sum(each.stat().st_size for each in bundle.rglob("*") if each.is_file()) // 1024
    given = {
        "VERSION": version, "VERSION4": f"{version}.0", "FOLDER": str(bundle), "KIOSK": str(INSTALLER / "kiosk"),
        "OUT": str(made), "KILOBYTES": str(kilobytes),
    }  # fmt: skip
    if icon is not None:
        given["ICON"] = str(icon)
    if signing.configured():
        if len(tools.makensis) > 1:
            raise Trouble("Signing needs makensis on the PATH: it signs the uninstaller while it compiles.")
        given["SIGN"] = f'"{sys.executable}" -m tools.building.signing'
    defined = [f"-D{name}={value}" for name, value in given.items()]
    script = INSTALLER / "nsis" / "front-desk.nsi"
    # -NOCD: the signing command is a module of this checkout.
    strict = ["-WX"] if version == VERSION else ["-XSetCompressor /FINAL zlib"]
    _call([*tools.makensis, "-V2", *strict, "-NOCD", *defined, str(script)], bundle, out)
    return made


def msi(tools: Tools, bundle: Path, out: Path, version: str = VERSION) -> Path:
    """The MSI; `version` as of `nsis`. Raises Trouble."""
    made = out / f"FrontDesk-{version}.msi"
    # wixl 0.101 looks for files only beside the source that names them.
    kiosk = os.path.relpath(INSTALLER / "kiosk", out)
    given = {"VERSION": version, "PRODUCT": _number(f"product {version}"), "KIOSK": kiosk}
    defined = [part for name, value in given.items() for part in ("-D", f"{name}={value}")]
    script, listed = out / "front-desk.wxs", out / "files.wxs"
    shutil.copyfile(INSTALLER / "msi" / "front-desk.wxs", script)
    listed.write_text(components(bundle, out), encoding="utf-8")
    try:
        _call([*tools.wixl, "-a", "x64", *defined, "-o", str(made), str(script), str(listed)], bundle, out)
    finally:
        script.unlink()
        listed.unlink()
    changes = [part for each in msi_actions.statements() for part in ("-q", each)]
    _call([*tools.msibuild, str(made), *changes], bundle, out)
    return made


def components(bundle: Path, out: Path) -> str:
    """The MSI's list of a bundle's files: each is a part of its own, which Windows counts, repairs and removes."""
    lines: list[str] = []
    parts: list[str] = []

    def add(folder: Path, depth: int) -> None:
        space = "  " * depth
        for each in sorted(folder.iterdir(), key=lambda path: (path.is_dir(), path.name)):
            path = each.relative_to(bundle).as_posix()
            mark = sha256(path.encode()).hexdigest()[:24]
            if each.is_dir():
                lines.append(f'{space}<Directory Id="d{mark}" Name={quoteattr(each.name)}>')
                add(each, depth + 1)
                lines.append(f"{space}</Directory>")
                continue
            parts.append(f"c{mark}")
            lines.append(
                f'{space}<Component Id="c{mark}" Guid="{_number(path)}" Win64="yes"><File Id="f{mark}" KeyPath="yes"'
                f" Source={quoteattr(os.path.relpath(each, out))} Name={quoteattr(each.name)} /></Component>"
            )

    add(bundle, 3)
    named = "\n".join(f'      <ComponentRef Id="{each}" />' for each in parts)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n' + _language() + "\n  <Fragment>\n"
        '    <DirectoryRef Id="INSTALLFOLDER">\n' + "\n".join(lines) + "\n    </DirectoryRef>\n"
        '    <ComponentGroup Id="Files">\n' + named + "\n    </ComponentGroup>\n  </Fragment>\n</Wix>\n"
    )


def _language() -> str:
    """The opening tag of the MSI's source, which says in which version of WiX's language it is."""
    lines = (INSTALLER / "msi" / "front-desk.wxs").read_text(encoding="utf-8").splitlines()
    return next(each for each in lines if each.startswith("<Wix "))


def portable(bundle: Path, out: Path) -> Path:
    """The zip that needs no installation: the same bundle, in a folder. The same bytes for the same one."""
    made = out / f"FrontDesk-{VERSION}-portable.zip"
    moment = max(int(os.environ.get("SOURCE_DATE_EPOCH", EARLIEST)), EARLIEST)
    year, month, day, hour, minute, second = time.gmtime(moment)[:6]
    stamp = (year, month, day, hour, minute, second)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for each in sorted(bundle.rglob("*")):
            if each.is_file():
                entry = zipfile.ZipInfo(f"FrontDesk/{each.relative_to(bundle).as_posix()}", stamp)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, each.read_bytes())
    return made


def make_all(bundle: Path, out: Path, icon: Path | None = None) -> list[Path]:
    """Sign the bundle if a certificate is configured, then make everything. Raises Trouble."""
    tools = Tools.find()
    if tools is None:
        raise Trouble("makensis and wixl are missing. On Debian: apt-get install nsis wixl")
    if not (bundle / "FrontDesk.exe").exists():
        raise Trouble(f"{bundle} has no FrontDesk.exe: build it with python dev.py build --windows.")
    out.mkdir(parents=True, exist_ok=True)
    if signing.configured():
        say(f"{signing.sign([bundle])} files of the bundle signed")
    made = []
    steps: list[Callable[[], Path]] = [
        lambda: nsis(tools, bundle, out, icon), lambda: msi(tools, bundle, out), lambda: portable(bundle, out),
    ]  # fmt: skip
    for step in steps:
        file = step()
        if signing.configured():
            signing.sign([file])
        say(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")
        made.append(file)
    return made


def _number(name: str) -> str:
    return str(uuid.uuid5(NAMES, name)).upper()


def _call(command: Sequence[str], *shared: Path) -> None:
    """Run a compiler from this checkout. Wine's Debian sees these folders and the checkout only."""
    seen = " ".join(str(each) for each in (*shared, INSTALLER))
    environment = {**os.environ, "FD_SHARE": seen}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode != 0:
        raise Trouble(f"{Path(command[0]).name} failed:\n{done.stdout.decode(errors='replace')}")


def main(arguments: list[str]) -> int:
    """Make the installers of this bundle in this folder, by default beside it."""
    try:
        bundle = Path(arguments[0]).resolve()
        make_all(bundle, Path(arguments[1]).resolve() if len(arguments) > 1 else bundle.parent / "installers")
    except IndexError:
        sys.stderr.write(f"{__doc__}")
        return 2
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
