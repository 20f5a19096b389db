"""Makes both installers and the portable zip of a Windows bundle.

`python -m tools.building.installers FOLDER [OUT]`, with makensis, wixl and msibuild from the PATH (on Debian: nsis,
wixl, msitools), else from the Debian that is set up for Wine. If a certificate is configured
(tools/building/signing.py), everything is signed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from app.bootstrap.system import packing
from app.core.version import VERSION
from tools.building import signing
from tools.building.compilers import INSTALLER, Tools, call
from tools.building.msi import msi
from tools.words import Trouble, say

EARLIEST = 315532800
"""1980, the earliest time that a zip can have."""


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
    with tempfile.TemporaryDirectory(dir=out) as folder:
        modules = Path(folder) / packing.NAME
        archive = (bundle / "_internal" / packing.NAME).read_bytes()
        modules.write_bytes(packing.repacked(archive, packing.UNPACKED))
        defined.append(f"-DMODULES={modules}")
        call([*tools.makensis, "-V2", *strict, "-NOCD", *defined, str(script)], bundle, out)
    return made


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
        raise Trouble("makensis and wixl are missing. On Debian: apt-get install nsis wixl msitools")
    if not (bundle / "FrontDesk.exe").exists():
        raise Trouble(f"{bundle} has no FrontDesk.exe: build it with python dev.py build --windows.")
    out.mkdir(parents=True, exist_ok=True)
    if signing.configured():
        say(f"{signing.sign([bundle])} files of the bundle signed")
    made = []
    steps: list[Callable[[], Path]] = [
        lambda: nsis(tools, bundle, out, icon),
        lambda: msi(tools, bundle, out, icon=icon),
        lambda: portable(bundle, out),
    ]
    for step in steps:
        file = step()
        if signing.configured():
            signing.sign([file])
        say(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")
        made.append(file)
    return made


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
