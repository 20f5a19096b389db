"""Patient search by typing: the list, its texts, and the chosen patient."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.schedule.visit import Person
from tests.journeys.desk import CONTROL, LEFT, Desk
from tests.journeys.test_booking import somebody


def ways_to_type(person: Person) -> tuple[str, ...]:
    """What users type to find a patient."""
    born = person.birthdate
    assert born is not None
    digits = "".join(each for each in person.phone if each.isdigit())
    return (
        f"{person.last_name.lower()}, {person.first_name[:3].lower()}",
        f"{person.first_name} {person.last_name}",
        person.phone,
        digits,
        f"{digits[:3]}.{digits[3:6]}.{digits[6:]}",
        f"{born.month}/{born.day}/{born.year}",
        born.isoformat(),
        f"{born:%b} {born.day}, {born.year}",
        f"{born.day} {born:%B} {born.year}",
    )


async def test_a_patient_is_found_while_typing(desk: Desk) -> None:
    """Ctrl+P and a name, phone number or birthdate in usual notations find the patient."""
    person = somebody(desk)
    await desk.press(Qt.Key.Key_P, CONTROL)
    await desk.until(lambda: desk.focus() is desk.find_field)
    shown = desk.find_field._list
    for typed in ways_to_type(person):
        desk.find_field.clear()
        desk.type(typed)
        await desk.until(lambda: not desk.model.desk.find.state.asking)
        rows = [shown.items.item(row).text() for row in range(shown.items.count())]
        assert shown.isVisible()
        assert any(person.display in row for row in rows), (typed, rows)


async def test_the_list_says_that_there_are_more(desk: Desk) -> None:
    """Below the visible patients a new one can be added, and the list says how many more there are."""
    await desk.model.parts.search.fill()
    await desk.press(Qt.Key.Key_P, CONTROL)
    desk.type("ma")
    await desk.until(lambda: not desk.model.desk.find.state.asking)
    shown = desk.find_field._list
    assert shown.items.count() == 9
    assert shown.items.item(8).text() == "New patient\nma"
    assert "more. Type more of the name" in desk.texts(shown)


async def test_a_late_answer_swaps_nobody(desk: Desk) -> None:
    """Enter chooses the highlighted row's patient even if the office's answer inserts other rows meanwhile."""
    await desk.model.parts.search.fill()
    desk.key(Qt.Key.Key_P, CONTROL)
    await desk.turn()
    desk.type("ma")
    shown = desk.find_field._list.items
    await desk.press(Qt.Key.Key_Down)
    chosen = shown.currentItem().text()
    desk.served.sql("UPDATE patient SET LName = 'Ma', FName = 'Late' WHERE PatNum IN (1, 2, 3)")
    await desk.until(lambda: not desk.model.desk.find.state.asking)
    assert shown.currentItem().text() == chosen
    assert shown.item(2).text().startswith("Ma, Late")
    await desk.press(Qt.Key.Key_Return)
    current = desk.model.desk.patient.current
    assert current is not None
    person = desk.model.parts.office.person(current.pat_num)
    assert person is not None
    assert chosen.startswith(f"{person.display}\n")


async def test_a_patient_without_a_name_can_be_chosen(desk: Desk) -> None:
    """A patient with empty names in Open Dental is a normal row: readable and clickable."""
    person = somebody(desk)
    desk.served.sql("UPDATE patient SET LName = '', FName = '' WHERE PatNum = ?", person.pat_num)
    await desk.press(Qt.Key.Key_P, CONTROL)
    desk.type(person.phone)
    await desk.until(lambda: not desk.model.desk.find.state.asking)
    items = desk.find_field._list.items
    row = next(
        item for item in map(items.item, range(items.count())) if f"Patient {person.pat_num}" in item.text()
    )
    box = items.visualItemRect(row)
    assert box.height() > items.fontMetrics().height()
    QTest.mouseClick(items.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, box.center())
    chosen = desk.model.desk.patient.current
    assert chosen is not None
    assert chosen.pat_num == person.pat_num


NONSENSE = (
    "   ", "'; DROP TABLE patient;--", "%", "_", "*", "\\", "ﷺ", "🦷🦷", "0", "1/1", "99/99/9999", "31.2.1980",
    "+++++", "((((", "a" * 300, ",", ", ,", "-", "O'Connor", "ß", "null", "\u202eabc", "1e309", "\x00", "-1",
)  # fmt: skip


async def test_nonsense_typed_into_the_field(desk: Desk) -> None:
    """Any typed text gives results or a message, and the desk continues."""
    await desk.press(Qt.Key.Key_P, CONTROL)
    for typed in NONSENSE:
        desk.find_field.clear()
        desk.find_field.insert(typed)
        desk.find_field.textEdited.emit(typed)
        await desk.until(lambda: not desk.model.desk.find.state.asking)
        state = desk.model.desk.find.state
        assert state.hits or state.words or not typed.strip(), typed
        assert desk.find_field._list.isVisible() == bool(typed.strip()), typed
        await desk.press(Qt.Key.Key_Down)
    assert len(desk.visits) > 50


async def test_a_search_that_was_left(desk: Desk) -> None:
    """A click back into the field selects what was typed before; another patient ends that search."""
    await desk.model.parts.search.fill()
    field = desk.find_field
    await desk.press(Qt.Key.Key_P, CONTROL)
    desk.type("ma")
    desk.canvas.setFocus()
    assert not field._list.isVisible()
    QTest.mouseClick(field, LEFT)
    await desk.until(field._list.isVisible)
    assert field.selectedText() == "ma"
    desk.type("pa")
    assert field.text() == "pa"
    desk.canvas.setFocus()
    await desk.select(desk.visits[0])
    assert field.text() == ""


async def test_the_users_name_is_in_the_bar(desk: Desk) -> None:
    """In a window of 1366 pixels the bar has the user's name, on each screen and when one comes back."""
    for screen in ("Lists", "Schedule"):
        desk.press_button(screen)
        await desk.turn()
        assert desk.frame.bar.user.isVisible(), screen
