"""Makes and signs the update manifest of a release from its built installers. docs/updates.md has the steps.

python -m tools.release_manifest new-key FILE
python -m tools.release_manifest make FOLDER --version 0.2.0 --notes NOTES.txt [--percent 10] [--minimum 0.1.0]
                                             [--key FILE]
python -m tools.release_manifest percent FOLDER --version 0.2.0 --percent 100 [--key FILE]

FOLDER has the installers, and gets front-desk-update.json and front-desk-update.json.sig. Releases that its manifest
already lists are kept as long as their files are there. The private key (PEM) comes from --key, or from the file that
FRONT_DESK_RELEASE_KEY names; keep it where only the person who releases can read it, never in the tree.
"""

from __future__ import annotations

import argparse
import base64
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from msgspec import structs

from app.core.text import ExplainedError
from app.core.version import VERSION
from app.domain.updates.data_format import DATA_FORMAT
from app.domain.updates.manifest import (
    MANIFEST_NAME,
    SIGNATURE_NAME,
    Manifest,
    Release,
    UpdateFile,
    parse,
    write,
)
from app.domain.updates.release_keys import RELEASE_KEYS
from app.domain.updates.versions import NotAVersion, Version
from app.services.updates.signature import NotSigned, check_signature
from tools.words import Trouble, say

KEY_VARIABLE = "FRONT_DESK_RELEASE_KEY"
KINDS = {".exe": "nsis", ".msi": "msi", ".zip": "zip"}


def main(
    arguments: Sequence[str],
    environment: Mapping[str, str] = os.environ,
    keys: Sequence[str] = RELEASE_KEYS,
    now: datetime | None = None,
) -> int:
    """Do what the command line says. Raises Trouble."""
    chosen = _parser().parse_args(arguments)
    if chosen.action == "new-key":
        return new_key(chosen.file)
    key = read_key(chosen.key or environment.get(KEY_VARIABLE))
    try:
        known = read_manifest(chosen.folder, keys)
        release = _new_release(chosen) if chosen.action == "make" else _restaged(chosen, known)
        made = with_release(known, release, chosen.folder, now or datetime.now(UTC))
        publish(chosen.folder, made, key, keys)
    except (NotAVersion, ExplainedError) as error:
        raise Trouble(str(error)) from error
    say(f"{release.version} for {release.percent} % of all PCs is in {chosen.folder / MANIFEST_NAME}")
    return 0


def _parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(
        prog="python -m tools.release_manifest",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = found.add_subparsers(dest="action", required=True)
    actions.add_parser("new-key").add_argument("file", type=Path)
    for name in ("make", "percent"):
        action = actions.add_parser(name)
        action.add_argument("folder", type=Path)
        action.add_argument("--version", default=VERSION)
        action.add_argument("--key", default=None, help=f"default: the file that {KEY_VARIABLE} names")
        action.add_argument("--percent", type=int, default=100)
        if name == "make":
            action.add_argument("--notes", type=Path, required=True, help="what is new, one line each")
            action.add_argument("--minimum", default="0.0.0")
    return found


def new_key(file: Path) -> int:
    """Make a key pair: the private key in a new file, the public one is printed."""
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(pem)
    except OSError as error:
        raise Trouble(f"{file} can't be written, or is there already: {error.strerror}.") from error
    say(f"The private key is in {file}. The public key, for app/domain/updates/release_keys.py:")
    sys.stdout.write(public_key(key) + "\n")
    return 0


def public_key(key: Ed25519PrivateKey) -> str:
    """The public half as RELEASE_KEYS has it."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def read_key(file: str | None) -> Ed25519PrivateKey:
    """The private key in a PEM file. Raises Trouble."""
    if not file:
        raise Trouble(f"Name the file of the private key with --key or {KEY_VARIABLE}.")
    try:
        key = load_pem_private_key(Path(file).read_bytes(), None)
    except (OSError, ValueError, TypeError) as error:
        raise Trouble(f"{file} has no private key that can be read ({type(error).__name__}).") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Trouble(f"{file} has another kind of key than Ed25519.")
    return key


def read_manifest(folder: Path, keys: Sequence[str]) -> Manifest | None:
    """The manifest that the folder has already, if it is signed. Raises NotSigned and BadManifest."""
    try:
        content = (folder / MANIFEST_NAME).read_bytes()
    except FileNotFoundError:
        return None
    check_signature(content, (folder / SIGNATURE_NAME).read_bytes(), keys)
    return parse(content)


def _new_release(chosen: argparse.Namespace) -> Release:
    lines = chosen.notes.read_text(encoding="utf-8").splitlines()
    version = Version.of(chosen.version)
    found = [
        each for each in sorted(chosen.folder.iterdir()) if each.suffix in KINDS and str(version) in each.name
    ]
    if not found:
        raise Trouble(f"{chosen.folder} has no installer (.exe, .msi, .zip) with {version} in its name.")
    return Release(
        version,
        Version.of(chosen.minimum),
        chosen.percent,
        tuple(line.strip() for line in lines if line.strip()),
        tuple(_file(each) for each in found),
        DATA_FORMAT,
    )


def _restaged(chosen: argparse.Namespace, known: Manifest | None) -> Release:
    version = Version.of(chosen.version)
    for each in known.releases if known is not None else ():
        if each.version == version:
            return structs.replace(each, percent=chosen.percent)
    raise Trouble(f"The manifest in {chosen.folder} doesn't list {version}.")


def _file(path: Path) -> UpdateFile:
    with path.open("rb") as opened:
        digest = file_digest(opened, "sha256").hexdigest()
    return UpdateFile(KINDS[path.suffix], path.name, path.stat().st_size, digest)


def with_release(known: Manifest | None, release: Release, folder: Path, now: datetime) -> Manifest:
    """The next manifest. Its number is the time in seconds: it rises even if the manifest before was lost."""
    others = [
        each
        for each in (known.releases if known is not None else ())
        if each.version != release.version and all((folder / file.name).is_file() for file in each.files)
    ]
    before = known.sequence if known is not None else 0
    return Manifest(max(before + 1, int(now.timestamp())), now.replace(microsecond=0), (release, *others))


def publish(folder: Path, manifest: Manifest, key: Ed25519PrivateKey, keys: Sequence[str]) -> None:
    """Write manifest and signature, after checking both as the program will. Raises Trouble and BadManifest."""
    content = write(manifest)
    signature = base64.b64encode(key.sign(content)) + b"\n"
    parse(content)
    try:
        check_signature(content, signature, keys)
    except NotSigned as error:
        raise Trouble(
            f"No program would accept this: the key's public half {public_key(key)} isn't in release_keys.py."
        ) from error
    for name, value in ((MANIFEST_NAME, content), (SIGNATURE_NAME, signature)):
        beside = folder / f"{name}.new"
        beside.write_bytes(value)
        beside.replace(folder / name)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Trouble as trouble:
        sys.exit(f"Error: {trouble}")
