"""Who fits the free time that was selected on the schedule, and booking one of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import takewhile

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.filling.fitting import Fit, Place
from app.domain.filling.ranking import Ranked, rank
from app.domain.lists.candidate import CandidateKind
from app.domain.schedule.clashes import NO_NAMES
from app.domain.schedule.openings import PointedAt
from app.services.filling.places import places_at, waiting_for
from app.services.lists.patient_lists import PatientLists
from app.services.schedule.rows import names_of
from app.store.changes import Change, ChangeKind
from app.store.lists import OfficeLists
from app.store.patients.parts import Unread
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.staff.schedule.filling.book import book_fit, may_book
from app.viewmodels.staff.schedule.filling.calls import FillCalls
from app.viewmodels.staff.schedule.filling.rows import about_of, notes_of, row_of, summary_of, title_of
from app.viewmodels.staff.schedule.filling.state import FillState
from app.viewmodels.translation import tr, typed

THIS_TURN = partial(asyncio.sleep, 0)
"""All changes of this turn of the event loop are ranked at once."""
STEP = 30
"""So many patients are shown, and so many more each time that more are wanted."""


class FillViewModel(QObject):
    """The list. `changed` follows it; `booking_asked`: a patient was chosen, and the booking panel has everything."""

    changed = Signal()
    booking_asked = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        booking: BookingViewModel,
        clinic_num: Callable[[], int | None],
        parent: QObject | None = None,
    ) -> None:
        """`clinic_num` returns the clinic that the schedule shows; None: all."""
        super().__init__(parent)
        parts = self._parts = desk.parts
        self.calls = FillCalls(desk)
        self._booking = booking
        self._clinic_num = clinic_num
        self._lists: PatientLists = parts.lists()
        self._ranking, self._names = LatestTask(parts.scope), LatestTask(parts.scope)
        self._opening = LatestTask(parts.scope)
        self._needs: list[Callable[[], None]] = []
        self._at: PointedAt | None = None
        self._places: tuple[Place, ...] = ()
        self._ranked = Ranked()
        self._shown = STEP
        self._trouble = ""
        self.state = FillState()
        self._every_clinic = False
        self.open = False
        """Whether the page is shown, or will be again when the booking panel is closed."""
        self.offered = False
        """Whether it is shown because free time was clicked: from what is in memory, without a request."""
        self._ends = [self._lists.watch(self._lists_changed), parts.office.watch(self._office_changed)]

    def begin(self, at: PointedAt) -> None:
        """Show who fits this time. The lists are read unless they are known and fresh."""
        self._at, self._shown, self._trouble = at, STEP, ""
        self.state = FillState(looking=True)
        self.open, self.offered, self._every_clinic = True, False, False
        if self._parts.office.restricted.is_due:
            self._parts.scope.start(
                self._rank_after(self._parts.office.restricted.load), "restricted patients"
            )
        self._rank()
        self._need()

    def offer(self, at: PointedAt) -> bool:
        """Show who fits this time if that is in memory. Whether it is, and somebody fits."""
        self._at, self._shown, self._trouble = at, STEP, ""
        self.open, self.offered, self._every_clinic = True, True, False
        self._rank()
        known = all(self._lists.knows(kind, self._clinic) for kind in CandidateKind)
        if not (self.state.rows and known):
            self.leave()
        return self.open

    def leave(self) -> None:
        """The page was closed: nothing more is read for it."""
        self.open = self.offered = False
        for task in (self._ranking, self._names, self._opening):
            task.cancel()
        self._release()

    def close(self) -> None:
        """Stop following the office."""
        self.leave()
        for end in self._ends:
            end()

    def ask_every_clinic(self, *, on: bool) -> None:
        """Offer the patients of all clinics, or of this one only. Their lists are read when they are asked for."""
        if on != self._every_clinic and self.state.has_clinics:
            self._every_clinic = on
            self._rank()
            self._need()

    def show_more(self) -> None:
        """Show more of those who fit."""
        self._shown += STEP
        self._show()

    def choose(self, row: int) -> None:
        """Book this patient: the booking panel gets the appointment, the time and the place."""
        if 0 <= row < len(self.state.rows):
            fit = self.state.rows[row].fit
            verdict = may_book(self._parts, fit)
            if verdict.ok:
                self._opening.start(self._choose(fit), "fill")
            else:
                self._trouble = typed(verdict.reason)
                self._show()

    def log(self, row: int, text: str) -> None:
        """Note that this patient was called (`calls.NO_ANSWER`, `calls.MESSAGE`): others come first then."""
        verdict = self.calls.verdict()
        if not verdict.ok:
            self._trouble = typed(verdict.reason)
            self._show()
        elif 0 <= row < len(self.state.rows):
            self._parts.scope.start(self._log(self.state.rows[row].fit, text), "call")

    @property
    def is_free(self) -> bool:
        """Whether the time is still free."""
        return bool(self._places)

    async def _log(self, fit: Fit, text: str) -> None:
        work = self.calls.add(fit.candidate, fit.start, text)
        self._ranking.start(self._rank_after(THIS_TURN), "rank")
        await work
        if self.open:
            self._rank()

    async def _choose(self, fit: Fit) -> None:
        try:
            booked = await book_fit(self._parts, self._booking, fit)
        except ApiError as error:
            self._trouble = explain(error).sentence
        else:
            if booked:
                self._trouble = ""
                self.booking_asked.emit()
                return
            self._trouble = tr("This appointment was just moved or canceled.")
            self._lists.read_again(fit.candidate.kind, self._clinic)
        self._show()

    # --- the lists -----------------------------------------------------------------------------------------

    @property
    def _clinic(self) -> int:
        """Whose lists are read: the operatory's clinic, else the one that the schedule shows; 0: all."""
        if self._every_clinic:
            return 0
        if len(self._places) == 1:
            return self._places[0].gap.chair.clinic_num
        return self._clinic_num() or 0

    def _need(self) -> None:
        """Read the lists of the clinic; those of another one are let go afterwards: a read in common goes on."""
        needs = [self._lists.need(kind, Need.SCREEN, self._clinic) for kind in CandidateKind]
        self._release()
        self._needs = needs
        self._show()

    def _release(self) -> None:
        for end in self._needs:
            end()
        self._needs = []

    def _lists_changed(self, kind: CandidateKind, clinic: int) -> None:
        if self.open and clinic in (0, self._clinic):
            self._ranking.start(self._rank_after(THIS_TURN), "rank")

    def _office_changed(self, change: Change) -> None:
        if not self.open or self._at is None:
            return
        if change.kind is ChangeKind.NAMES or change.concerns([self._at[0].date()]):
            self._ranking.start(self._rank_after(THIS_TURN), "rank")

    async def _rank_after(self, first: Callable[[], Awaitable[object]]) -> None:
        await first()
        if self.open:
            self._rank()

    def _rank(self) -> None:
        if self._at is None:
            return
        office = self._parts.office
        places = places_at(office, self._at, self._clinic_num(), every_clinic=self._every_clinic)
        self._places = places or ()
        candidates = self.calls.known(self._lists.candidates(self._clinic))
        waiting = waiting_for(office, candidates, self._at[0])
        self._ranked = rank(waiting, self._places, office.clock.now().date())
        self._show()

    def _show(self) -> None:
        office, places = self._parts.office, self._places
        lists, today = office.lists or OfficeLists(), office.clock.now().date()
        names = names_of(office.lists) if office.lists else NO_NAMES
        states = {kind: self._lists.state(kind, self._clinic) for kind in CandidateKind}
        looking = any(isinstance(each, Unread) for each in states.values())
        summary = (
            summary_of(self._ranked, looking=looking) if places else tr("This time isn't free any more.")
        )
        fits = self._ranked.fits[: self._shown]
        if self.offered:  # the names of others would have to be read
            fits = tuple(takewhile(lambda fit: not office.people.unknown((fit.candidate.pat_num,)), fits))
        self.state = FillState(
            title=title_of(places),
            about=about_of(places, names, lists, self._clinic_num()) if places else "",
            rows=tuple(row_of(each, places, office, names, today) for each in fits),
            count=len(self._ranked.fits),
            summary=summary,
            notes=tuple(filter(None, (self._trouble, *notes_of(states, office)))) if places else (),
            looking=looking and bool(places),
            has_clinics=len(lists.clinics) > 1 and bool(places) and not self.offered,
            every_clinic=self._every_clinic,
            offered=self.offered,
        )
        unknown = office.people.unknown(each.candidate.pat_num for each in fits)
        if unknown:
            self._names.start(office.people.read(unknown, Need.SCREEN), "names")
        self.changed.emit()
