"""What a PC had before it was paired: asked once, in words."""

from __future__ import annotations

from app.domain.people.staff import first_book
from app.services.hub.moving import Belongings, Moving
from app.viewmodels.staff.people.brought import BANNER, BroughtViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.hub.people import BringPeople, Brought, Unclear, UnclearPerson
from tests.services.people.offices import ANA, BEN
from tests.support.qt_loop import until


class Hub:
    """A hub's side: what it says of the people, one answer after the other."""

    def __init__(self, *answers: Brought) -> None:
        self.answers = list(answers)
        self.asked: list[BringPeople] = []
        self.hub = self.link = self

    async def call(self, action: object, asked: BringPeople) -> Brought:
        """As HubLink."""
        self.asked.append(asked)
        return self.answers.pop(0)


async def brought_at(model: ScheduleScreenViewModel, hub: Hub) -> BroughtViewModel:
    """A PC that had Ana and Ben."""
    parts = model.desk.parts
    moving = Moving(parts.journal.store.documents, hub, parts.audit, parts.clock)
    await moving.keep(Belongings(first_book(ANA).with_member(BEN)))
    return BroughtViewModel(model.desk, moving)


async def test_everything_is_taken_over_with_one_click(model: ScheduleScreenViewModel) -> None:
    """A banner says what there is; one click gives it to the office, and nothing is asked again."""
    brought = await brought_at(model, Hub(Brought(added=("Ana", "Ben"))))
    banners = model.desk.banners
    assert "2 people" in next(each.words for each in banners.items if each.id == BANNER)
    brought.take_over()
    await until(lambda: not brought.busy)
    assert not brought.is_open
    assert BANNER not in {each.id for each in banners.items}
    assert "Ana, Ben" in brought.sentence


async def test_unclear_people_are_asked_one_by_one(model: ScheduleScreenViewModel) -> None:
    """A person of another name is only told of; one who isn't on the list can be added; the rest is left."""
    unclear = (
        UnclearPerson(user_num=1, name="Ana", role="manager", why=Unclear.OTHER_NAME, there="Anna"),
        UnclearPerson(user_num=2, name="Ben", role="front desk", why=Unclear.NEW),
    )
    hub = Hub(Brought(unclear=unclear), Brought(added=("Ben",), unclear=unclear[:1]))
    brought = await brought_at(model, hub)
    brought.take_over()
    await until(lambda: not brought.busy)
    assert [each.may_add for each in brought.unclear] == [False, True]
    assert "Anna" in brought.unclear[0].words
    brought.add(2)
    await until(lambda: not brought.busy)
    assert hub.asked[-1].accepted == (2,)
    assert len(brought.unclear) == 1
    brought.leave()
    await until(lambda: not brought.busy)
    assert not brought.is_open
