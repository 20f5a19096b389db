"""The translations of an installed package are compiled without Qt, as Qt's own lrelease would."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools.building.compile_texts import compile_all, compile_texts
from tools.setup import script
from tools.strings import FOLDER

MIXED = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context><name>Desk</name>
<message><source>Open</source><comment>a door</comment><translation>Abrir</translation></message>
<message><source>Open</source><translation>Abierto</translation></message>
<message numerus="yes"><source>%n day(s)</source>
<translation><numerusform>un día</numerusform><numerusform>%n días</numerusform></translation></message>
<message numerus="yes"><source>%n hour(s)</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation></message>
<message><source>Söhne 日本 🦷</source><translation type="unfinished">Hijos 日本 🦷</translation></message>
<message><source>Not yet</source><translation type="unfinished"></translation></message>
<message><source>Gone</source><translation type="vanished">Ido</translation></message>
<message><source>Older</source><translation type="obsolete">Viejo</translation></message>
</context>
<context><name></name>
<message><source>Open &amp; close</source><translation>Abrir y cerrar</translation></message>
</context>
</TS>
"""


def by_lrelease(source: Path, target: Path) -> bytes:
    """What Qt's own tool makes of it."""
    command = [script("pyside6-lrelease"), str(source), "-silent", "-qm", str(target)]
    subprocess.run(command, capture_output=True, check=True)
    return target.read_bytes()


@pytest.mark.parametrize("name", [*sorted(path.name for path in FOLDER.glob("*.ts")), "mixed"])
def test_as_lrelease(tmp_path: Path, name: str) -> None:
    """Byte for byte: the translations of the program, and one with all that a file may have."""
    source, own = tmp_path / "texts.ts", tmp_path / "own.qm"
    source.write_text(MIXED if name == "mixed" else (FOLDER / name).read_text("utf-8"), encoding="utf-8")
    compile_texts(source, own)
    assert own.read_bytes() == by_lrelease(source, tmp_path / "qt.qm")


def test_a_folder(tmp_path: Path) -> None:
    """Of a built package: English needs no file, and the sources stay behind."""
    for name in ("kiosk_es", "kiosk_en", "front-desk_en"):
        (tmp_path / f"{name}.ts").write_text((FOLDER / f"{name}.ts").read_text("utf-8"), encoding="utf-8")
    compile_all(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["kiosk_es.qm"]
