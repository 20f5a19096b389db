"""What a new task from the call list is about: what a family owes, and what it promised."""

from __future__ import annotations

from app.core.text import Dollars
from app.domain.schedule.visit import Person
from app.services.money.collections.collections import Owing
from app.viewmodels.staff.day_close.collections_table import promise_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.about import TaskAbout, TaskOrigin
from app.viewmodels.translation import tr, typed


def about_owing(desk: DeskViewModel, row: Owing) -> TaskAbout:
    """About a family, for its guarantor."""
    owes = tr("owes {amount}", amount=Dollars(row.aging.BalTotal))
    overdue = tr("{amount} over 30 days", amount=Dollars(row.overdue)) if row.overdue > 0 else ""
    promised = ""
    if row.promise is not None:
        promised = tr("promised: {what}", what=typed(promise_words(row.promise, row.standing)))
    what = ", ".join(filter(None, (owes, overdue, promised)))
    return TaskAbout(guarantor(desk, row), text=tr("About: {what}", what=what), origin=TaskOrigin.COLLECTIONS)


def guarantor(desk: DeskViewModel, row: Owing) -> Person:
    """The guarantor, as far as known."""
    last, _, first = row.name.partition(", ")
    return desk.parts.office.person(row.pat_num) or Person(row.pat_num, last, first)
