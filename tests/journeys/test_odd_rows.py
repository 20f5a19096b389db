"""Unusual rows as in real offices: each is drawn or listed, and no action on them crashes."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.schedule.visit import Stage
from tests.journeys.desk import ALT, CONTROL, LEFT, Desks
from tests.journeys.practices import TODAY, Practices, Served
from tests.support.english import english

ODD: dict[str, dict[str, object]] = {
    "hidden chair": {"Op": 9001},
    "deleted chair": {"Op": 777},
    "no chair": {"Op": 0},
    "no length": {"Pattern": ""},
    "nine hours": {"Pattern": "X" * 108},
    "longer than that": {"Pattern": "/X" * 120},
    "other letters": {"Pattern": "xY?\u00df/"},
    "past midnight": {"AptDateTime": f"{TODAY} 23:30:00"},
    "at midnight": {"AptDateTime": f"{TODAY} 00:00:00"},
    "nobody's": {"PatNum": 99_999_999},
    "no provider": {"ProvNum": 0, "ProvHyg": 0},
    "unknown provider": {"ProvNum": 4242, "IsHygiene": 1, "ProvHyg": 4243},
    "unknown status": {"Confirmed": 987_654},
    "a long note": {"Note": "Says a lot. " * 400},
    "markup in its note": {"Note": "<b>bold</b> & <script>alert(1)</script>\r\n\u202e"},
    "unknown type": {"AppointmentTypeNum": 31_337},
}


def make_odd(served: Served) -> dict[str, int]:
    """Make a day's appointments unusual, one of each kind; returns their numbers."""
    served.sql(
        "INSERT INTO operatory (OperatoryNum, OpName, Abbrev, ItemOrder, IsHidden, ProvDentist, ProvHygienist, "
        "IsHygiene, ClinicNum) VALUES (9001, 'Old surgery', 'OLD', 20, 1, 0, 0, 0, 1)"
    )
    rows = served.sql(
        "SELECT AptNum FROM appointment WHERE date(AptDateTime) = ? AND AptStatus = 1 ORDER BY AptNum",
        str(TODAY),
    )
    numbers = dict(zip(ODD, (row[0] for row in rows), strict=False))
    for way, apt_num in numbers.items():
        served.change(apt_num, **ODD[way])
    return numbers


async def test_each_oddity_is_drawn_or_named(open_practice: Practices, open_desk: Desks) -> None:
    """Appointments in hidden operatories, without length or patient, or past midnight: all are shown or listed."""
    served = open_practice()
    numbers = make_odd(served)
    desk = await open_desk(served, whole=False)
    await desk.until(lambda: len(desk.visits) > 50)
    grid = desk.model.schedule.grid
    named = {problem.apt_num for problem in grid.problems}
    for way, apt_num in numbers.items():
        assert desk.shown(apt_num) is not None or apt_num in named, way
    titles = {english(column.title): column for column in desk.columns}
    assert titles["Old surgery"].hidden
    assert titles["Op 777"].hidden
    assert numbers["no length"] in named
    await desk.see(f"{len(grid.problems)} can't be shown ▸")
    assert desk.shown(numbers["nine hours"]).minutes == 540
    assert desk.canvas.scene.grid.closes >= 24 * 60
    assert desk.shown(numbers["nobody's"]).name


async def test_odd_visits_can_be_worked_on(open_practice: Practices, open_desk: Desks) -> None:
    """Hovering, selecting, moving, resizing, noting and marking unusual appointments works or gives a reason."""
    served = open_practice()
    numbers = make_odd(served)
    desk = await open_desk(served, whole=False)
    await desk.until(lambda: len(desk.visits) > 50)
    stretch = (Qt.Key.Key_C, Qt.Key.Key_Plus)
    move = (Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Return)
    for index, apt_num in enumerate(numbers.values()):
        if (visit := desk.shown(apt_num)) is None:
            continue
        desk.canvas.keyboard.focus_on(apt_num)
        await desk.select(visit)
        for column in (desk.columns[0], desk.columns[-1]):
            for minute in (0, 600, desk.canvas.scene.grid.closes - 10):
                hint = desk.model.drop.describe_drop(apt_num, column.key, minute, visit.minutes)
                assert hint.words
        desk.screen.open_menu(apt_num, desk.canvas.mapToGlobal(desk.place(apt_num)))
        desk.menu.close()
        await desk.sit_down()
        for key in move if index % 2 else stretch:
            await desk.press(key)
        await desk.until(lambda: not desk.model.parts.journal.unsettled())
    assert len(desk.entries) > 10


async def test_the_keyboard_reaches_every_visit(open_practice: Practices, open_desk: Desks) -> None:
    """On any such day, the arrow keys with Ctrl move without a crash and without getting stuck."""
    served = open_practice()
    make_odd(served)
    desk = await open_desk(served, whole=False)
    await desk.until(lambda: len(desk.visits) > 50)
    seen: set[int] = set()

    def walk(key: Qt.Key) -> None:
        """Move in one direction to the end."""
        before = None
        while desk.selected != before:
            before = desk.selected
            desk.key(key, CONTROL)
            seen.add(desk.selected.apt_num)

    desk.key(Qt.Key.Key_Down)
    walk(Qt.Key.Key_Left)
    before = None
    while desk.selected != before:
        before = desk.selected
        walk(Qt.Key.Key_Up)
        walk(Qt.Key.Key_Down)
        desk.key(Qt.Key.Key_Right, CONTROL)
    assert len(seen) > len(desk.visits) * 0.9


async def test_an_unreadable_row(open_practice: Practices, open_desk: Desks) -> None:
    """A row that can't be read is listed; the rest of the day is shown."""
    served = open_practice()
    visit = served.sql(
        "SELECT AptNum FROM appointment WHERE date(AptDateTime) = ? AND AptStatus = 1", str(TODAY)
    )[0][0]
    served.change(visit, Op="not a number")
    desk = await open_desk(served, whole=False)
    await desk.until(lambda: len(desk.visits) > 50)
    problems = desk.model.schedule.grid.problems
    assert [problem.apt_num for problem in problems] == [visit]
    QTest.mouseClick(await desk.see("1 can't be shown ▸"), LEFT)
    await desk.until(lambda: str(problems[0].words) in desk.texts(desk.screen.panel))


async def test_four_hundred_visits(open_practice: Practices, open_desk: Desks) -> None:
    """A day of 400 appointments, eight of them at the same time in the same operatory, is drawn completely."""
    served = open_practice()
    columns = "PatNum, AptStatus, Pattern, Confirmed, ProvNum, ClinicNum, DateTStamp, AptDateTime, Op"
    people = served.sql("SELECT PatNum FROM patient WHERE PatStatus = 0 LIMIT 350")
    for index, (pat_num,) in enumerate(people):
        start = datetime.datetime.combine(TODAY, datetime.time(7)) + datetime.timedelta(
            minutes=index // 40 * 60
        )
        row = (pat_num, 1, "/XXX/", 7, 1, 1, f"{TODAY} 10:00:00", start.isoformat(" "), index % 5 + 1)
        served.sql(f"INSERT INTO appointment ({columns}) VALUES (?,?,?,?,?,?,?,?,?)", *row)
    desk = await open_desk(served)
    assert len(desk.visits) >= 400
    assert not desk.model.schedule.grid.problems
    tiles = desk.canvas.scene.tiles.values()
    assert max(tile.slot.lanes for tile in tiles) >= 8
    assert all(tile.box.width > 0 and tile.box.height > 0 for tile in tiles)
    crowded = next(
        tile.slot.visit
        for tile in tiles
        if tile.slot.lanes >= 8 and tile.slot.visit.stage is Stage.UNCONFIRMED
    )
    await desk.select(crowded)
    await desk.press(Qt.Key.Key_A)
    await desk.told(f"{crowded.name} arrived.")
    assert not desk.window.grab().isNull()


async def test_what_lasts_past_midnight_is_on_the_next_day_too(
    open_practice: Practices, open_desk: Desks
) -> None:
    """An appointment from 11:30 PM to 1 AM continues on the next day, with every overlap marked and named."""
    served = open_practice()
    tomorrow = TODAY + datetime.timedelta(days=1)
    rows = served.sql(
        "SELECT AptNum FROM appointment WHERE date(AptDateTime) = ? AND AptStatus = 1 ORDER BY AptNum",
        str(TODAY),
    )
    (late,), (early,) = rows[:2]
    served.change(late, AptDateTime=f"{TODAY} 23:30:00", Pattern="X" * 18, Op=1)
    served.change(early, AptDateTime=f"{tomorrow} 00:30:00", Pattern="X" * 6, Op=1)
    desk = await open_desk(served)
    tile = desk.canvas.scene.tiles[late]
    assert (tile.slot.start, tile.slot.end, desk.canvas.scene.grid.closes) == (23 * 60 + 30, 25 * 60, 25 * 60)
    await desk.press(Qt.Key.Key_Right, ALT)
    await desk.read()
    rest = desk.canvas.scene.tiles[late]
    assert (rest.slot.start, rest.slot.end, rest.slot.starts_before) == (0, 60, True)
    assert rest.slot.doubled
    assert desk.canvas.scene.tiles[early].slot.doubled
    desk.click(desk.place(late))
    assert desk.selected.apt_num == late
    hint = desk.model.drop.describe_drop(early, 1, 30, 30)
    assert hint.clash
    assert desk.selected.name in hint.words
    desk.hold(desk.place(late))
    desk.pull(desk.place(late) + QPoint(0, QApplication.startDragDistance()))
    assert "11:40 PM" in desk.ghost
    desk.pull(desk.place(late))
    desk.release(desk.place(late))
    assert desk.entries == ()
    served.change(early, AptDateTime=f"{tomorrow} 01:00:00")
    await desk.until(lambda: not desk.canvas.scene.tiles[late].slot.doubled)
    await desk.press(Qt.Key.Key_2, CONTROL)
    await desk.read()
    assert [part.slot.start for part in desk.canvas.scene.parts(late)] == [23 * 60 + 30, 0]
    served.change(late, Note="Brings a friend")
    await desk.until(lambda: all("friend" in each.text.note for each in desk.canvas.scene.parts(late)))
