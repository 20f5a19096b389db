"""Choosing a patient with the keyboard and the mouse, from everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.frame.strip import Strip
from tests.journeys.desk import ALT, CONTROL, SHIFT, Desk, Desks
from tests.journeys.practices import TEN_TWENTY, Practices
from tests.journeys.test_booking import somebody
from tests.support.fast_clock import FastClock


def strip_of(desk: Desk) -> Strip:
    """The visible strip."""
    strip = desk.frame.findChild(Strip)
    assert strip is not None
    assert strip.isVisible()
    return strip


async def shown(desk: Desk, name: str) -> Strip:
    """Wait until the strip shows this patient, completely read."""

    def read() -> bool:
        model = desk.frame.desk.strip.model
        return model is not None and model.summary is not None and model.state.name == name

    await desk.until(read)
    return strip_of(desk)


async def choose(desk: Desk, name: str, text: str) -> Strip:
    """Ctrl+P, type, Enter."""
    await desk.press(Qt.Key.Key_P, CONTROL)
    desk.type(text)
    await desk.until(lambda: not desk.frame.desk.find.state.asking)
    await desk.press(Qt.Key.Key_Return)
    return await shown(desk, name)


async def test_nothing_moves_below_the_mouse(desk: Desk) -> None:
    """The strip appears with the first click on an appointment, which stays where it was on the screen."""
    visit = desk.find(desk.visits[20].stage)
    where = desk.place(visit.apt_num)
    on_screen = desk.canvas.viewport().mapTo(desk.window, where)
    desk.click(where)
    strip = await shown(desk, visit.name)
    viewport = desk.canvas.viewport()

    def moved() -> int:
        box = desk.canvas.scene.tiles[visit.apt_num].box
        middle = desk.canvas.sight.to_widget(box).center() - viewport.pos()
        return (viewport.mapTo(desk.window, middle) - on_screen).manhattanLength()

    # The strip grows, then the schedule below it shrinks and scrolls: each is a turn of the loop or more.
    await desk.until(lambda: strip.height() > 60 and moved() <= 2)


async def test_enter_selects_todays_appointment(desk: Desk) -> None:
    """Search and Enter show the patient's strip and select today's appointment, whatever day was shown."""
    visit = next(each for each in desk.visits if not each.is_note)
    assert visit.person is not None
    desk.model.schedule.step(1)
    await desk.read()
    await choose(desk, visit.name, visit.person.phone)
    await desk.until(lambda: desk.model.schedule.selected is not None and desk.focus() is desk.canvas)
    assert desk.selected.pat_num == visit.pat_num


async def test_the_patients_of_the_day(open_practice: Practices, open_desk: Desks) -> None:
    """An empty search field offers the last patients; Alt+PgUp and Alt+PgDown step through them."""
    clock = FastClock(TEN_TWENTY, times=1)
    desk = await open_desk(open_practice(clock=clock))
    names = []
    for visit in desk.visits[3:6]:
        await desk.select(visit)
        await shown(desk, visit.name)
        names.append(visit.name)
    await desk.press(Qt.Key.Key_P, CONTROL)
    await desk.until(desk.find_field._list.isVisible)
    rows = [each.name for each in desk.frame.desk.find.state.rows]
    assert rows == names[1::-1]
    await desk.press(Qt.Key.Key_Escape)
    desk.canvas.setFocus()
    clock.run(times=0)  # nothing else is asked meanwhile, however long a step takes
    await desk.until(lambda: not desk.model.parts.client.status.in_flight)
    before = len(desk.served.faults.seen)
    await desk.press(Qt.Key.Key_PageUp, ALT)
    await shown(desk, names[1])
    await desk.press(Qt.Key.Key_PageUp, ALT)
    await shown(desk, names[0])
    await desk.press(Qt.Key.Key_PageDown, ALT)
    await shown(desk, names[1])
    assert len(desk.served.faults.seen) == before
    assert [each.person.display for each in desk.frame.desk.chosen.recent()] == [names[2], names[0]]


async def test_one_key_books(desk: Desk) -> None:
    """Ctrl+Shift+B books for the selected patient, from any screen."""
    person = somebody(desk)
    await choose(desk, person.display, person.phone)
    await desk.frame.desk.screens.show("patient")
    await desk.press(Qt.Key.Key_B, CONTROL | SHIFT)
    await desk.until(lambda: desk.frame.desk.screens.current == "schedule" and desk.frame.panel.has_page)
    booked_for = desk.model.booking.state.person
    assert booked_for is not None
    assert booked_for.pat_num == person.pat_num


async def test_closing_the_strip(desk: Desk) -> None:
    """Ctrl+W closes the strip on every screen, and the page says how to find a patient."""
    person = somebody(desk)
    strip = await choose(desk, person.display, person.phone)
    await desk.frame.desk.screens.show("patient")
    assert strip.isVisible()
    await desk.press(Qt.Key.Key_W, CONTROL)
    await desk.until(lambda: not strip.isVisible())
    assert "No patient selected" in desk.texts()


async def test_phone_numbers_are_whole(desk: Desk) -> None:
    """At the size of a laptop, each phone number in the strip is shown whole or not at all, and at least one is."""
    desk.window.resize(1366, 768)
    for visit in desk.visits[:25]:
        desk.model.desk.patient.select(visit.pat_num, Origin.SEARCH)
        strip = await shown(desk, visit.name)
        await desk.turn(3)
        phones = [each for each in strip.findChildren(QToolButton) if each.text().startswith("(")]
        seen = [each for each in phones if each.isVisible()]
        assert not phones or seen
        assert all(each.width() >= each.sizeHint().width() for each in seen)
