"""Names with accents, apostrophes, 60 letters, right-to-left, none at all: shown, found and printed everywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.printing.document import Paper
from app.domain.schedule.visit import Visit
from app.services.schedule.day_sheet import make_day_sheet
from app.views.printing.output import write_pdf
from app.views.printing.pages import Pages, page_for
from app.views.printing.small import SmallPages
from tests.journeys.desk import ALT, CONTROL, PLAIN, Desk, Desks
from tests.journeys.papers.test_patient_papers import preview_of, words_in
from tests.journeys.practices import TODAY, Practices, Served

LONG = "Featherstonehaugh-Cholmondeley-Marjoribanks-Wriothesley-Smith"
NAMES: dict[str, tuple[str, str, str]] = {
    "accents": ("Müller-Ångström", "Zoë", ""),
    "apostrophes": ("O'Connell", "D’Arcy", ""),
    "sixty letters": (LONG, "Alexandria-Josephine-Wilhelmina", "Lexi"),
    "right to left": ("כהן", "שרה", ""),
    "arabic": ("الأنصاري", "ليلى", "Leila"),
    "chinese": ("王", "小明", ""),
    "one name": ("Prince", "", ""),
    "only a first name": ("", "Cher", ""),
    "no name": ("", "", ""),
    "blanks": ("  ", " ", " "),
    "markup": ("<b>Bold</b>", "&amp; Co", ""),
    "direction marks": ("Evil\u202eliah", "Ann", ""),
}
TYPED = {
    "accents": ("muller ang", "Müller", "zoe mull", "ÅNGSTRÖM"),
    "apostrophes": ("oconnell", "o connell d", "O’Connell", "darcy"),
    "sixty letters": (LONG, "cholmondeley", "wriothesley alex", "lexi feath"),
    "right to left": ("כהן", "שרה כהן"),
    "arabic": ("الأنصاري", "leila"),
    "chinese": ("王", "小明"),
    "one name": ("prince",),
    "only a first name": ("cher",),
    "markup": ("bold",),
    "direction marks": ("evilliah",),
}
"""What somebody types to find them."""


def rename(served: Served) -> dict[str, int]:
    """Give some of today's patients these names; returns the numbers of their appointments."""
    rows = served.sql(
        "SELECT MIN(AptNum), PatNum FROM appointment WHERE date(AptDateTime) = ? AND AptStatus = 1 "
        "GROUP BY PatNum ORDER BY 1",
        str(TODAY),
    )
    found = {}
    for way, (apt_num, pat_num) in zip(NAMES, rows, strict=False):
        served.sql(
            "UPDATE patient SET LName = ?, FName = ?, Preferred = ? WHERE PatNum = ?", *NAMES[way], pat_num
        )
        found[way] = apt_num
    return found


async def renamed(open_practice: Practices, open_desk: Desks) -> tuple[Desk, dict[str, Visit]]:
    """A desk, and its appointments of these patients."""
    served = open_practice()
    numbers = rename(served)
    desk = await open_desk(served)
    visits = {way: desk.shown(apt_num) for way, apt_num in numbers.items()}
    assert set(visits) == set(NAMES)
    return desk, {way: visit for way, visit in visits.items() if visit is not None}


def parts_of(way: str, visit: Visit) -> list[str]:
    """What must be readable of a name; without one it is the patient's number."""
    names = [each.replace("\u202e", "").strip() for each in NAMES[way]]
    return [each for each in names if each] or [f"Patient {visit.pat_num}"]


def is_readable(way: str, visit: Visit, text: str) -> bool:
    """Whether a text has the whole name, wherever it is wrapped."""
    plain = text.replace("\u200b", "").replace("\n", " ")
    return all(part in plain for part in parts_of(way, visit)) and "\u202e" not in text


def strip_name(desk: Desk) -> str:
    """The name in the strip; empty while it loads."""
    model = desk.workspace.desk.strip.model
    return model.state.name if model is not None and model.state is not None else ""


def enter(text: str) -> None:
    """Type letters of any keyboard into the focused field."""
    for letter in text:
        key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(QApplication.focusWidget(), QKeyEvent(kind, key, PLAIN, letter))


async def test_every_name_is_shown(open_practice: Practices, open_desk: Desks) -> None:
    """On the tile, in the strip and on the card; a right-to-left name turns nothing around, and markup is text."""
    desk, visits = await renamed(open_practice, open_desk)
    for way, visit in visits.items():
        tile = desk.canvas.scene.tiles[visit.apt_num]
        assert is_readable(way, visit, tile.slot.visit.name), way
        await desk.select(visit)
        await desk.until(lambda visit=visit: desk.model.card.title == visit.name)
        titles = [
            each for each in desk.screen.panel.findChildren(QLabel) if is_readable(way, visit, each.text())
        ]
        assert titles, way
        assert all(each.textFormat() is Qt.TextFormat.PlainText for each in titles)
        await desk.until(lambda visit=visit: strip_name(desk) == visit.name)


async def test_every_name_is_found(open_practice: Practices, open_desk: Desks) -> None:
    """By any of its words, with or without accents and apostrophes; one without a name by number and phone."""
    desk, visits = await renamed(open_practice, open_desk)
    await desk.model.parts.search.fill()
    await desk.press(Qt.Key.Key_P, CONTROL)
    shown = desk.find_field._list
    for way, visit in visits.items():
        assert visit.person is not None
        for typed in TYPED.get(way, (visit.person.phone, str(visit.pat_num))):
            desk.find_field.clear()
            enter(typed)
            await desk.until(lambda: not desk.model.desk.find.state.asking)
            rows = [shown.items.item(row).text() for row in range(shown.items.count())]
            assert any(visit.name in row for row in rows), (way, typed, rows)


async def test_every_name_is_printed(open_practice: Practices, open_desk: Desks, tmp_path: Path) -> None:
    """On the day sheet as a PDF, and whole on card, labels and route slip, however long it is."""
    desk, visits = await renamed(open_practice, open_desk)
    office = desk.model.parts.office
    document = await make_day_sheet(office, (TODAY,), desk.model.schedule.filter)
    pages = Pages(document, page_for(document, Paper.LETTER))
    words = "\n".join(placed.lines.text for placed in pages.body.placed)
    for way, visit in visits.items():
        assert is_readable(way, visit, words), way
    assert write_pdf(pages, tmp_path / "day.pdf")
    for way, visit in visits.items():
        await desk.select(visit)
        for key in (Qt.Key.Key_R, Qt.Key.Key_L):
            await desk.press(key, ALT)
            preview = await preview_of(desk)
            last, first, _ = (each.replace("\u202e", "").strip() for each in NAMES[way])
            words = words_in(preview)
            named = [each for each in (last, first) if each] or [f"Patient {visit.pat_num}"]
            assert all(each in words for each in named), (way, words)
            if isinstance(preview._pages, SmallPages):
                lowest = preview._pages.sheets[0][-1]
                bottom = lowest.y + lowest.lines.height(0, lowest.lines.count)
                assert bottom <= preview._pages.place.height()
            preview.close()
            await desk.sit_down()
