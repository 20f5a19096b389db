"""What the lock page asks for, and what it says."""

from __future__ import annotations

import pytest

from app.core.tasks import TaskScope
from app.domain.people.staff import StaffBook
from app.services.people.people import Standing
from app.services.people.staff import Staff
from app.viewmodels.staff.people.sign_in import SignInViewModel, Step
from tests.services.people.offices import ANA, BEN, KEY, PINS, SignedOffice
from tests.support.qt_loop import until


class Page:
    """The page of a start of the program, and what it emitted."""

    def __init__(self, office: SignedOffice, staff: Staff, tasks: TaskScope) -> None:
        self.office, self.staff = office, staff
        self.model = SignInViewModel(staff, tasks, "A hint")
        self.told: list[str] = []
        for name in ("entered", "left", "opened", "cleared"):
            getattr(self.model, name).connect(lambda name=name: self.told.append(name))
        self.model.begin()

    async def done(self) -> None:
        """Wait until nothing runs."""
        await until(lambda: not self.model.state.busy)


@pytest.fixture
async def page(qapp: object, tasks: TaskScope) -> Page:
    """Three people, nobody signed in."""
    office = SignedOffice()
    await office.with_staff()
    return Page(office, await office.start(), tasks)


async def test_a_person_is_chosen_by_digit_or_letter(page: Page) -> None:
    """The people have digits in order of their names; another key chooses nobody, and Esc asks again."""
    state = page.model.state
    assert [(each.key, each.name, each.role) for each in state.people] == [
        ("1", "Ana", "Manager"),
        ("2", "Ben", "Front desk"),
        ("3", "Cal", "Lead"),
    ]
    assert (state.step, state.title, state.hint) == (Step.PERSON, "Who is at the desk?", "A hint")
    assert not page.model.press("x")
    assert not page.model.press("")
    assert page.model.press("c")
    assert (page.model.state.step, page.model.state.chosen) == (Step.PIN, 3)
    assert not page.model.press("2")
    page.model.back()
    page.model.back()
    assert page.model.state.step is Step.PERSON
    assert "left" not in page.told


async def test_the_right_pin_lets_in(page: Page) -> None:
    """A wrong one is said and the field emptied; the right one signs in."""
    page.model.choose(BEN.user_num)
    page.told.clear()
    page.model.enter("9999")
    await page.done()
    assert page.model.state.sentence == "That PIN is not right."
    assert page.told == ["cleared"]
    page.model.enter(PINS[2])
    await page.done()
    assert "entered" in page.told
    assert page.staff.signed_in == BEN


async def test_a_start_code_asks_for_a_pin(page: Page) -> None:
    """After the start code a PIN has to be chosen, typed twice alike, and not an easy one."""
    code = await page.staff.people.invite(BEN)
    page.model.choose(BEN.user_num)
    page.model.enter(code)
    await page.done()
    assert page.model.state.step is Step.NEW_PIN
    for new, again, said in (
        ("1111", "1111", "too easy"),
        (PINS[2], "8888", "differ"),
        ("12", "12", "at least 4"),
    ):
        page.model.enter_new(new, again)
        assert said in page.model.state.sentence
    page.model.enter_new(PINS[2], PINS[2])
    await page.done()
    assert "entered" in page.told


async def test_unlocking_asks_the_same_person_first(page: Page) -> None:
    """After a lock her PIN is asked for at once; when switching, nobody is chosen and Esc goes back."""
    await page.staff.sign_in(ANA.user_num, PINS[1])
    page.model.begin(switch=True)
    assert (page.model.state.step, page.model.state.may_leave) == (Step.PERSON, True)
    page.model.back()
    assert page.told[-1] == "left"
    page.staff.lock()
    page.model.begin()
    assert (page.model.state.step, page.model.state.chosen) == (Step.PIN, ANA.user_num)
    assert page.model.unlocks
    assert page.model.state.title == "Front Desk is locked"
    page.model.back()
    page.model.back()
    assert page.told.count("left") == 1


async def test_a_closed_vault_has_a_way_on(page: Page, tasks: TaskScope) -> None:
    """It says why nobody can sign in; trying again helps once it opens, and the office's key shows the schedule."""
    page.office.vault.closed = True
    closed = Page(page.office, await page.office.start(), tasks)
    assert closed.model.state.step is Step.KEY
    assert "can't read the stored PINs" in closed.model.state.sentence
    assert not closed.model.press("1")
    closed.model.enter_key("guess")
    await closed.done()
    assert "not this office's customer key" in closed.model.state.sentence
    closed.model.enter_key(KEY)
    await closed.done()
    assert "opened" in closed.told
    assert closed.staff.signed_in is None
    page.office.vault.closed = False
    closed.model.try_again()
    await closed.done()
    assert closed.model.state.step is Step.PERSON


async def test_a_vault_that_closes_meanwhile(page: Page) -> None:
    """A sign-in that the vault refuses is a sentence, and nobody is let in."""
    page.model.choose(BEN.user_num)
    page.office.vault.closed = True
    page.model.enter(PINS[2])
    await page.done()
    assert "can't read the stored PINs" in page.model.state.sentence
    assert "entered" not in page.told


async def test_a_tampered_list_can_only_be_started_over(page: Page, tasks: TaskScope) -> None:
    """With the office's key the list is emptied, and the first person can be set up again."""
    page.office.file.data = b"[]"
    altered = Page(page.office, await page.office.start(), tasks)
    assert "changed or replaced" in altered.model.state.sentence
    altered.model.enter_key(KEY)
    await altered.done()
    assert "opened" in altered.told
    assert altered.staff.standing is Standing.NOBODY


async def test_a_forgotten_pin(page: Page) -> None:
    """The page says who can help; with the office's key everyone is forgotten, also while the window is locked."""
    await page.staff.sign_in(ANA.user_num, PINS[1])
    page.staff.lock()
    page.model.begin()
    page.model.forgot()
    assert "start code" in page.model.state.sentence
    page.model.back()
    assert page.model.state.step is Step.PERSON
    page.model.choose(ANA.user_num)
    page.model.forgot()
    page.model.enter_key("guess")
    await page.done()
    assert page.staff.signed_in is not None
    page.model.enter_key(KEY)
    await page.done()
    assert "opened" in page.told
    assert page.staff.standing is Standing.NOBODY
    assert page.staff.author is None
    assert not [name for name in page.office.vault.kept if name.startswith("pin ")]


async def test_a_pin_is_changed(page: Page) -> None:
    """The old PIN and the new one twice; a wrong old one changes nothing and counts as a wrong PIN."""
    page.model.choose(BEN.user_num)
    page.model.change("")
    assert "first" in page.model.state.sentence
    for old, said in (("9999", "not right"), (PINS[2], "")):
        page.model.choose(BEN.user_num)
        page.model.change(old)
        assert page.model.state.step is Step.NEW_PIN
        page.model.enter_new("8306", "8306")
        await page.done()
        assert said in page.model.state.sentence
    assert "entered" in page.told
    assert page.staff.signed_in == BEN
    assert (await page.staff.sign_in(BEN.user_num, "8306")) == BEN


async def test_without_the_hub_it_says_who_may_still_look(page: Page) -> None:
    """With a list from before it asks who is there and says what is possible; without one it says what is wrong."""
    page.staff.standing = Standing.AWAY
    page.model.begin()
    assert page.model.state.step is Step.PERSON
    assert "last four days" in page.model.state.sentence
    page.staff.people.book = StaffBook()
    page.model.begin()
    assert page.model.state.step is Step.KEY
    assert page.model.state.sentence.startswith("The office's hub can't be reached")


async def test_who_was_removed_at_another_desk_is_not_asked_for_a_pin(page: Page) -> None:
    """The lock page of a person who is not on the list any more offers the others, and no other office."""
    await page.staff.sign_in(BEN.user_num, PINS[2])
    page.staff.people.book = page.staff.people.book.without(BEN.user_num)
    page.staff.changed()
    assert page.staff.locked
    page.model.begin()
    state = page.model.state
    assert (state.step, state.chosen, state.may_choose_office) == (Step.PERSON, 0, False)
