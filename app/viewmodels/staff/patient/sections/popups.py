"""The popups that concern the patient: the patient's own, the family's and the super family's."""

from __future__ import annotations

from msgspec import Struct

from app.core.text import At, Shape, msg
from app.services.patients.page import ContactReader
from app.services.patients.parts.filed import is_off
from app.store.patients.parts import Ready
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.inline.kinds import TextKind
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.opened_edit import OpenedEdit
from app.viewmodels.staff.patient.people import may, person_of
from app.viewmodels.staff.patient.section_commands import ADD_POPUP
from app.viewmodels.staff.patient.sections.filed import FiledSection
from app.viewmodels.staff.patient.sections.new_popup import LEVELS, NewPopup
from app.viewmodels.staff.patient.sections.section import ActingSection
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict
from app.wire.resources.popups import EnumPopupLevel, Popup, Popups

TEXT = FieldSpec(
    "Description", msg("Text"), TextKind(required=True, is_long=True)
)  # words: the field of the row


class PopupRow(Struct, frozen=True):
    """One popup, ready to be shown."""

    popup: Popup
    text: str
    about: str
    """Who sees it, whose it is, and whether it is turned off or snoozed."""
    is_on: bool
    is_snoozed: bool
    """Whether the strip doesn't show it for some minutes."""


class PopupsSection(FiledSection[tuple[Popup, ...]], ActingSection[tuple[Popup, ...]]):
    """Those that are on come first. One that is turned off stays listed, and can be turned on again."""

    group = "popups"
    command = ADD_POPUP

    rows: tuple[PopupRow, ...] = ()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.new = NewPopup(desk, self)

        self.opened: OpenedEdit[Popup] = OpenedEdit(
            desk,
            TEXT,
            lambda row, text: desk.parts.patient_writes().edit_popup(
                person_of(desk, row.PatNum), row, {TEXT.id: text}
            ),
            may(desk, Popups.update),
            "PopupNum",
            self,
        )
        desk.strip.changed.connect(self._update)

    def act(self) -> None:
        """Enter a new one."""
        row = self.desk.parts.patients.of(ContactReader).state(self.pat_num or 0)
        in_super_family = isinstance(row, Ready) and bool(row.value.SuperFamily)
        self.new.open(person_of(self.desk, self.pat_num or 0), in_super_family=in_super_family)

    def may_act(self) -> Verdict:
        """Whether the key may add one."""
        return may(self.desk, Popups.create)()

    @property
    def why_not(self) -> str:
        """Why popups can't be changed; empty: they can."""
        return typed(self.desk.parts.client.can(Popups.update).reason)

    def show(self, pat_num: int | None) -> None:
        """Show this patient's. What is being entered for the one before is kept."""
        if pat_num != self.pat_num:
            self.opened.close()
            self.new.close()
        super().show(pat_num)

    def turn(self, row: PopupRow, *, on: bool) -> None:
        """Turn a popup off for everyone, or on again."""
        writes, person = self.desk.parts.patient_writes(), person_of(self.desk, row.popup.PatNum)
        if on:
            write = writes.edit_popup(person, row.popup, {"DateTimeDisabled": None})
        else:
            write = writes.end_popup(person, row.popup)
        self.desk.outcomes.start(write, "popup")

    def snooze(self, row: PopupRow) -> None:
        """Hide it in the strip for ten minutes."""
        self.desk.strip.model.snooze(row.popup.PopupNum)

    def _fill(self, value: tuple[Popup, ...]) -> None:
        rows = [self._row(popup) for popup in value]
        self.rows = tuple(sorted(rows, key=lambda row: not row.is_on))

    def _row(self, popup: Popup) -> PopupRow:
        strip, now = self.desk.strip.model, self.desk.now()
        is_on = not is_off(popup, now)
        hidden = is_on and strip is not None and popup.PopupNum in strip.snoozed
        whose = "" if popup.PatNum == self.pat_num else person_of(self.desk, popup.PatNum).display
        level = tr(LEVELS[popup.PopupLevel]) if popup.PopupLevel in LEVELS else ""
        state = tr("snoozed") if hidden else ""
        if popup.DateTimeDisabled is not None:
            time = At(popup.DateTimeDisabled, Shape.BOTH)
            state = tr("until {time}", time=time) if is_on else tr("off since {time}", time=time)
        shown = level if popup.PopupLevel is not EnumPopupLevel.PATIENT else ""
        about = " · ".join(part for part in (shown, whose, state) if part)
        return PopupRow(popup, popup.Description.strip(), about, is_on, hidden)
