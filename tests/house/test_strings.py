"""The program's texts can be collected, translated and loaded with Qt's own tools."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from app.bootstrap import language
from tools import strings
from tools.words import Trouble

PLANTED = '''
"""A module with every kind of mark."""
TITLE = msg("Pick a date")
class Page:
    def show(self):
        self.setText(tr("Cancel" " appointment"))
        return [many("{n} appointments of {name}", "{n} appointment of {name}", len(x), name="tr('no')"),
                msg("Open", "a status"), tr(self.title)]
'''


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of one module; returns the folder of its translations."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "page.py").write_text(PLANTED, encoding="utf-8")
    monkeypatch.setattr(strings, "ROOT", tmp_path)
    monkeypatch.setattr(language, "FOLDER", tmp_path / "translations")
    return tmp_path / "translations"


def translate(file: Path, words: dict[str, list[str]]) -> None:
    """Enter translations as Linguist does; a counted text has several forms."""
    tree = ET.parse(file)  # noqa: S314  # our own file
    for message in tree.getroot().iter("message"):
        written = message.find("translation")
        assert written is not None
        forms = words[message.findtext("source") or ""]
        written.attrib.clear()
        numbered = written.findall("numerusform")
        for slot, form in zip(numbered or [written], forms, strict=True):
            slot.text = form
    tree.write(file, encoding="utf-8", xml_declaration=True)


SPANISH = {
    "Pick a date": ["Elija una fecha"],
    "Cancel appointment": ["Cancelar la cita"],
    "Open": ["Abierta"],
    "{n} appointments of {name}": ["Una cita de {name}", "{n} citas de {name}"],
}


def test_a_text_goes_through_linguist_and_back(house: Path, qapp: QApplication) -> None:
    """A text is found, translated in a .ts file, compiled and shown; a second run keeps the translation."""
    strings.update(["es"], house)
    translate(house / "front-desk_es.ts", SPANISH)
    for file in strings.update([], house):
        assert strings.texts(file) == {
            ("Pick a date", ""): False,
            ("Cancel appointment", ""): False,
            ("Open", "a status"): False,
            ("{n} appointments of {name}", "{n} appointment of {name}"): True,
        }
    assert [file.name for file in strings.release(house)] == ["front-desk_es.qm"]
    assert language.speak(qapp, "es")
    found = [
        QCoreApplication.translate("", "Cancel appointment"),
        QCoreApplication.translate("", "Open", "a status"),
        QCoreApplication.translate("", "{n} appointments of {name}", "{n} appointment of {name}", 1),
    ]
    for each in qapp.findChildren(QTranslator):
        qapp.removeTranslator(each)
    assert found == ["Cancelar la cita", "Abierta", "Una cita de {name}"]


def test_a_language_that_is_not_there_leaves_english(house: Path, qapp: QApplication) -> None:
    """Neither an empty setting nor an unknown language is an error."""
    assert not language.speak(qapp, "")
    assert not language.speak(qapp, "tlh")


def test_a_translation_that_lost_a_field_is_refused(house: Path) -> None:
    """A translation that lacks {name} is reported with its text."""
    strings.update(["es"], house)
    translate(
        house / "front-desk_es.ts", {**SPANISH, "{n} appointments of {name}": ["Una cita", "{n} citas"]}
    )
    with pytest.raises(Trouble, match="appointments of"):
        strings.release(house)
    with pytest.raises(Trouble, match="not a language"):
        strings.update(["Spanish!"], house)


def test_a_changed_text_is_noticed(house: Path) -> None:
    """The list of all texts is outdated as soon as a text is added, changed or removed."""
    assert len(strings.outdated(house)) == 4
    strings.update([], house)
    assert strings.outdated(house) == []
    page = house.parent / "app" / "page.py"
    page.write_text(PLANTED.replace("Pick a date", "Choose a date"), encoding="utf-8")
    assert strings.outdated(house) == ["Choose a date", "Pick a date"]


def test_texts_name_no_key_of_a_view() -> None:
    """F2 to F9 by themselves turn a view on: no text tells a user to press one of them for anything else."""
    file = Path(__file__).parents[2] / "resources" / "translations" / "front-desk_en.ts"
    sources = [each.text or "" for each in ET.parse(file).iter("source")]  # noqa: S314  # our own file
    assert [each for each in sources if re.search(r"(?<![+\w])F[2-9]\b(?! to F)", each)] == []
