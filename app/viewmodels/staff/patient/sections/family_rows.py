"""The lines of the Family section: members with age and balance, and what should be done about each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.text import At, Shape, Text, many, msg
from app.domain.people.ages import age_on
from app.domain.schedule.visit import Person
from app.services.patients.parts.family import FamilyPerson, PatientFamily
from app.viewmodels.amounts import amount
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr
from app.wire.resources.patients import PatientStatus

SOON = timedelta(days=30)
"""How long before its date a recall is named."""
STATUSES: dict[PatientStatus, Text] = {
    PatientStatus.NON_PATIENT: msg("Not a patient"),
    PatientStatus.INACTIVE: msg("Inactive"),
    PatientStatus.ARCHIVED: msg("Archived"),
    PatientStatus.DECEASED: msg("Deceased"),
    PatientStatus.PROSPECTIVE: msg("Prospective"),
}
SEEN_NO_MORE = frozenset({PatientStatus.INACTIVE, PatientStatus.ARCHIVED, PatientStatus.DECEASED})
"""Nobody reminds these of a recall."""
ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Remark(Struct, frozen=True):
    """A few words about a member, in the color of `tone`."""

    text: str
    tone: str = "second"


class FamilyRow(Struct, frozen=True, kw_only=True):
    """One line of the list: a member, or the head of another family of the super family."""

    pat_num: int
    """0: a heading."""
    name: str
    age: str = ""
    balance: str = ""
    owes: bool = False
    is_current: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether it names the members below it."""
        return not self.pat_num

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        age = tr("{n} years old", n=self.age) if self.age else ""
        balance = tr("balance {amount}", amount=self.balance) if self.balance else ""
        current = tr("selected") if self.is_current else ""
        parts = (self.name, age, balance, *(each.text for each in self.remarks), current)
        return ", ".join(part for part in parts if part)


class FamilyModel(QAbstractListModel):
    """The lines; headings can't be selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[FamilyRow, ...] = ()

    def show(self, rows: tuple[FamilyRow, ...]) -> None:
        """Show these lines. Only those that differ are told about while nobody joins or leaves."""
        before, same = self.rows, [row.pat_num for row in rows] == [row.pat_num for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
            return
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # as in Qt
        """The number of lines."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself, and its words for screen readers and for typing a name's first letters."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Members can be selected."""
        if self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def family_rows(family: PatientFamily, pat_num: int, now: datetime) -> tuple[FamilyRow, ...]:
    """The family, then the other families of the super family below a heading."""
    own = [_row(each, pat_num, now) for each in family.members]
    others = [_row(each, pat_num, now) for each in family.super_members]
    heading = [FamilyRow(pat_num=0, name=tr("Super family"))] if others else []
    return (*own, *heading, *others)


def family_summary(members: Sequence[FamilyPerson], today: date) -> tuple[Remark, ...]:
    """How many of the family have an overdue recall, and how many nothing on the schedule."""
    overdue = sum(_is_overdue(each, today) for each in members)
    open_ones = sum(_is_unscheduled(each) for each in members)
    found = (
        Remark(tr(many("{n} recalls overdue", "{n} recall overdue", overdue)), "alert") if overdue else None,
        Remark(tr("{n} not scheduled", n=open_ones), "second") if open_ones else None,
    )
    return tuple(each for each in found if each is not None)


def _row(member: FamilyPerson, pat_num: int, now: datetime) -> FamilyRow:
    row = member.row
    age = age_on(row.Birthdate, now.date())
    return FamilyRow(
        pat_num=row.PatNum,
        name=Person(row.PatNum, row.LName, row.FName, row.Preferred).display,
        age=str(age) if age is not None else "",
        balance=amount(row.EstBalance),
        owes=row.EstBalance > 0,
        is_current=row.PatNum == pat_num,
        remarks=tuple(_remarks(member, now)),
    )


def _remarks(member: FamilyPerson, now: datetime) -> Iterable[Remark]:
    row, today = member.row, now.date()
    if row.SuperFamily and row.SuperFamily == row.PatNum:
        yield Remark(tr("Super family head"))  # who is a guarantor too
    elif member.is_guarantor:
        yield Remark(tr("Guarantor"))
    if row.PatStatus in STATUSES:
        yield Remark(tr(STATUSES[row.PatStatus]))
    if row.PatStatus in SEEN_NO_MORE or not member.known:
        return
    if _is_overdue(member, today):
        yield Remark(tr("Recall overdue"), "alert")
    elif member.due is not None and member.due <= today + SOON:
        yield Remark(tr("Recall due {day}", day=date_text(member.due)), "money")
    if member.next_visit is not None:
        yield Remark(tr("Next {day}", day=At(member.next_visit, Shape.MONTH_DAY)), "good")
    if member.to_book:
        yield Remark(tr("{n} to schedule", n=member.to_book), "money")
    elif _is_unscheduled(member):
        yield Remark(tr("Not scheduled"))


def _is_overdue(member: FamilyPerson, today: date) -> bool:
    reminded = member.row.PatStatus not in SEEN_NO_MORE
    return reminded and member.due is not None and member.due < today


def _is_unscheduled(member: FamilyPerson) -> bool:
    """Whether an active patient has nothing on the schedule."""
    active = member.row.PatStatus is PatientStatus.PATIENT
    return active and member.known and (member.next_visit is None or member.to_book > 0)
