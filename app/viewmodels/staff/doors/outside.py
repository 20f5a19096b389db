"""Shows what other programs ask for: a patient, whoever has a phone number, a screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.api.errors import ApiError, NotFound
from app.api.need import Need
from app.core.outside import OutsideRequest
from app.core.tasks import LatestTask
from app.core.text import many
from app.domain.people.index import DELETED
from app.services.patients.callers import Callers, CallerSearch
from app.store.patients.people import known_of, nobody
from app.viewmodels.activity import NoticeAction
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.doors.words import TROUBLE, no_screen, number_of
from app.viewmodels.staff.patient.tabs import TABS
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr


class OutsideViewModel(QObject):
    """Where something is being entered, or the patient is kept, a notice offers it instead."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._showing = LatestTask(desk.parts.scope)
        self._callers = CallerSearch(desk.parts.client, desk.parts.office, desk.parts.search)
        self._offered = 0
        """The id of the last notice; a newer request replaces it, and so does going there otherwise."""
        self._offered_patient = 0
        desk.patient.changed.connect(self._follow)

    def ask(self, request: OutsideRequest) -> None:
        """Show what is asked for; a request that is still being looked up is replaced."""
        self._withdraw()
        if request.trouble is not None:
            self._desk.warn(tr(TROUBLE[request.trouble]))
            return
        if request.screen and not self._command_of(request.screen):
            self._desk.warn(tr(no_screen(request.screen, self._screens())))
        self._start(request, wanted=False)

    def _start(self, request: OutsideRequest, *, wanted: bool) -> None:
        self._showing.start(self._show(request, wanted=wanted), "outside")

    async def _show(self, request: OutsideRequest, *, wanted: bool) -> None:
        """`wanted`: the user has clicked for it, so it may take the place of what is entered."""
        try:
            if request.pat_num:
                await self._show_patient(request, wanted=wanted)
            elif request.phone:
                await self._show_callers(request, wanted=wanted)
            elif wanted or not self._desk.patient.entering:
                self._show_screen(request.screen)
            else:
                self._offer(tr("Another program asked for another screen."), request)
        except ApiError as error:
            self._say(explain(error).sentence, tr("Try again"), lambda: self.ask(request), kind="error")

    # --- a patient -----------------------------------------------------------------------------------------

    async def _show_patient(self, request: OutsideRequest, *, wanted: bool) -> None:
        if not await self._is_there(request.pat_num):
            return
        if not wanted and self._keeps(request.pat_num, request.screen):
            words = tr("Another program asked for {name}.", name=self._name(request.pat_num))
            self._offer(words, request, request.pat_num)
            return
        self._select(request.pat_num, Origin.PROGRAM_LINK, request.screen, wanted=wanted)

    async def _is_there(self, pat_num: int) -> bool:
        """Whether the office has this patient; says so if not."""
        people = self._desk.parts.office.people
        if people.get(pat_num) not in (None, nobody(pat_num)):
            return True
        try:
            row = await self._desk.parts.client.at(Need.CLICK).patients.get(pat_num)
        except NotFound:
            self._desk.warn(tr("There is no patient {number} in Open Dental.", number=str(pat_num)))
            return False
        if row.PatStatus.value == DELETED:
            self._desk.warn(tr("Patient {number} was deleted in Open Dental.", number=str(pat_num)))
            return False
        people.learn_all([known_of(row)])
        return True

    def _keeps(self, pat_num: int, screen: str) -> bool:
        """Whether showing this patient, there, would disturb the user."""
        patient = self._desk.patient
        return patient.keeps(pat_num) or (bool(screen) and patient.entering)

    def _name(self, pat_num: int) -> str:
        person = self._desk.parts.office.person(pat_num)
        return person.display if person is not None else tr("another patient")

    def _select(self, pat_num: int, origin: Origin, screen: str, *, wanted: bool) -> None:
        self._desk.patient.select(pat_num, Origin.SEARCH if wanted else origin)
        self._show_screen(screen)

    # --- a phone number ------------------------------------------------------------------------------------

    async def _show_callers(self, request: OutsideRequest, *, wanted: bool) -> None:
        callers = await self._callers.find(self._digits(request.phone))
        keeps = self._keeps(callers.head, request.screen) if callers.head else self._desk.patient.entering
        if keeps and not wanted:
            self._offer(self._call_words(request, callers), request, callers.head)
        elif callers.head:
            self._select(callers.head, Origin.PHONE, request.screen, wanted=wanted)
            if len(callers.hits) > 1:
                self._desk.notices.say(self._call_words(request, callers))
        elif callers.hits:
            self._desk.typed.search_asked.emit(number_of(request))
        else:
            self._desk.new_patient.begin(number_of(request))
            self._desk.notices.say(self._call_words(request, callers))

    def _digits(self, phone: str) -> str:
        """The national number; only that of another country needs to be parsed for it."""
        if not phone.startswith("+"):
            return phone
        return self._desk.parts.typed_phone(phone).digits or phone.removeprefix("+")

    def _call_words(self, request: OutsideRequest, callers: Callers) -> str:
        number = number_of(request)
        if not callers.hits:
            return tr("Call from {number}: not a patient yet.", number=number)
        if not callers.head:
            count = many("{n} patients", "{n} patient", len(callers.hits))
            return tr("Call from {number}: {count} have this number.", number=number, count=count)
        name = self._name(callers.head)
        if len(callers.hits) > 1:
            return tr("Call from {number}: the family of {name}.", number=number, name=name)
        return tr("Call from {number}: {name}.", number=number, name=name)

    # --- a screen ------------------------------------------------------------------------------------------

    def _screens(self) -> list[str]:
        return [*self._desk.screens.specs, *(tab.id for tab in TABS)]

    def _command_of(self, screen: str) -> str:
        """The id of the command that shows a screen or a tab; empty: there is none."""
        if screen in self._desk.screens.specs:
            return self._desk.screens.specs[screen].command.id
        return f"patient.{screen}" if screen in {tab.id for tab in TABS} else ""

    def _show_screen(self, screen: str) -> None:
        if screen and screen != self._desk.screens.current and (command := self._command_of(screen)):
            self._desk.screens.run(self._desk.commands[command])

    # --- notices -------------------------------------------------------------------------------------------

    def _offer(self, words: str, request: OutsideRequest, pat_num: int = 0) -> None:
        """One click shows it, until the notice is closed or replaced."""
        self._say(words, tr("Show"), lambda: self._start(request, wanted=True), kind="waiting")
        self._offered_patient = pat_num

    def _follow(self) -> None:
        """The user has gone to the patient who is offered."""
        current = self._desk.patient.current
        if current is not None and current.pat_num == self._offered_patient:
            self._withdraw()

    def _say(self, words: str, title: str, do: Callable[[], None], *, kind: str) -> None:
        self._withdraw()
        notice = self._desk.notices.say(words, kind=kind, actions=(NoticeAction(title, do),))
        self._offered = notice.id

    def _withdraw(self) -> None:
        if self._offered:
            self._desk.notices.close(self._offered)
            self._offered = self._offered_patient = 0
