"""What the program ships with, from a bundle's folder and from the environment."""

from __future__ import annotations

import json
from pathlib import Path

from app.core.licenses import BILL, parts, text_of, versions
from app.core.root import ROOT
from tools.building import sbom
from tools.building.licenses import licenses
from tools.building.locked import shipped


def test_from_source_every_shipped_library_has_its_version_and_texts() -> None:
    """Nothing of the lock is missing, and each has the locked version."""
    found = {name: part for part in parts() for name in part.name.split(", ")}
    for library in shipped():
        shown = "PySide6" if library.name == "pyside6-essentials" else library.name
        assert found[shown].version == library.version
        assert found[shown].texts, shown
    assert {"Qt", "Python", "Lucide icons"} <= found.keys()
    qt = text_of(found["Qt"])
    assert qt.index("NOTICE.txt") < qt.index("LGPL-3.0.txt\n=") < qt.index("GPL-3.0.txt\n===========\n\n")


def test_a_bundle_shows_what_the_build_has_collected(tmp_path: Path) -> None:
    """Texts, licenses and versions are the same as from source, read from the bundle's own files."""
    (tmp_path / "THIRD-PARTY.md").write_text((ROOT / "THIRD-PARTY.md").read_text("utf-8"), "utf-8")
    (tmp_path / BILL).write_text(sbom.sbom(0), encoding="utf-8")
    for file, folder in licenses():
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / Path(file).name).write_bytes(Path(file).read_bytes())
    icons = Path("resources", "icons", "LICENSE")
    (tmp_path / icons).parent.mkdir(parents=True)
    (tmp_path / icons).write_bytes((ROOT / icons).read_bytes())
    bundled = {each.name: each for each in parts(tmp_path)}
    for part in parts():
        assert bundled[part.name].version == part.version
        assert text_of(bundled[part.name]) == text_of(part), part.name
    assert bundled.keys() - {each.name for each in parts()} == {"the starter of PyInstaller"}


def test_a_bill_that_somebody_has_changed_does_no_harm(tmp_path: Path) -> None:
    """Versions are missing then, no more."""
    (tmp_path / "THIRD-PARTY.md").write_text("| library | license |\n|---|---|\n| anyio | MIT |\n", "utf-8")
    (tmp_path / "licenses" / "anyio").mkdir(parents=True)
    (tmp_path / "licenses" / "anyio" / "LICENSE").write_text("The text", "utf-8")
    for content in ("{", "[]", json.dumps({"components": [{}]})):
        (tmp_path / BILL).write_text(content, encoding="utf-8")
        assert versions(tmp_path) == {}
        assert [(each.name, each.version, text_of(each)) for each in parts(tmp_path)] == [
            ("anyio", "", "The text")
        ]
