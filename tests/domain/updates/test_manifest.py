"""What a manifest may have."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.domain.updates.manifest import BadManifest, parse
from tests.support.updates.source import ISSUED, manifest_of, release


def changed(change: Any) -> bytes:
    """A good manifest after a change of its JSON."""
    content = json.loads(manifest_of())
    change(content)
    return json.dumps(content).encode()


def test_what_is_written_is_read() -> None:
    """Writing and reading a manifest gives the same manifest, newest version first."""
    found = parse(manifest_of(release("0.2.0"), release("0.10.0", percent=5, minimum="0.2.0"), sequence=7))
    assert (found.sequence, found.issued) == (7, ISSUED)
    assert found.releases == (release("0.10.0", percent=5, minimum="0.2.0"), release("0.2.0"))


def test_fields_of_newer_manifests_are_skipped() -> None:
    """A program can still read the manifest of a much newer one."""
    assert parse(changed(lambda it: it.update(later=1) or it["releases"][0].update(later=2))).releases


@pytest.mark.parametrize(
    "name",
    [
        "../FrontDesk.exe", "..\\FrontDesk.exe", "/etc/x.exe", "C:\\x.exe", "C:x.exe", "x.exe:y.exe",
        "\\\\srv\\x.exe", ".exe", "..exe", "x.exe ", "x.exe.", "x.bat", "x.exe\n", "nul.exe", "COM1.exe", "con.x.exe",
        "a" * 200 + ".exe",
        "x\x00.exe", "%2e%2e%2fx.exe", "x\uff0fy.exe", "front-desk-update.json",
    ],
)  # fmt: skip
def test_a_file_name_can_only_name_an_installer_beside_the_manifest(name: str) -> None:
    """No path, drive, stream, device, other ending or other alphabet."""
    with pytest.raises(BadManifest, match="name"):
        parse(changed(lambda it: it["releases"][0]["files"][0].update(name=name)))


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("size", lambda it: it["releases"][0]["files"][0].update(size=2**40)),
        ("size", lambda it: it["releases"][0]["files"][0].update(size=0)),
        ("sha256", lambda it: it["releases"][0]["files"][0].update(sha256="00")),
        ("sha256", lambda it: it["releases"][0]["files"][0].update(sha256="A" * 64)),
        ("kind", lambda it: it["releases"][0]["files"].append(it["releases"][0]["files"][0])),
        ("files", lambda it: it["releases"][0].update(files=[])),
        ("percent", lambda it: it["releases"][0].update(percent=101)),
        ("notes", lambda it: it["releases"][0].update(notes=["\x1b[2J"])),
        ("notes", lambda it: it["releases"][0].update(notes=["x" * 5000])),
        ("version", lambda it: it["releases"][0].update(version="9")),
        ("product", lambda it: it.update(product="Another")),
        ("sequence", lambda it: it.update(sequence=0)),
        ("issued", lambda it: it.update(issued="2026-11-30T12:00:00")),
        ("issued", lambda it: it.update(issued="0001-01-01T00:00:00+23:59")),
        ("releases", lambda it: it.update(releases=[])),
        ("releases", lambda it: it["releases"].append(it["releases"][0])),
        ("form", lambda it: it.update(sequence="ten")),
        ("form", lambda it: it.pop("product")),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_named(field: str, change: Any) -> None:
    """The reason names the field, for whoever made the release."""
    with pytest.raises(BadManifest, match=field):
        parse(changed(change))


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b"[" * 100_000], ids=range(5))
def test_nonsense_is_refused(content: bytes) -> None:
    """Bytes that are no manifest, however deep, are no error of the program."""
    with pytest.raises(BadManifest, match="form"):
        parse(content)
