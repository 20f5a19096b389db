"""The kiosk's pages as one state: what is shown, what a patient chose, and when all of it is wiped.

Nothing here imports asyncio or the hub's messages: the welcome page paints before they are loaded (`start`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.later import load_name
from app.viewmodels.kiosk.languages import Languages
from app.viewmodels.kiosk.state import HelpCall, KioskState, Look, Office, Page, Welcome

if TYPE_CHECKING:  # these load after the first paint
    from app.core.clock import Clock
    from app.core.tasks import TaskScope
    from app.viewmodels.kiosk.calls import Calls
    from app.viewmodels.kiosk.desk import KioskDesk
    from app.viewmodels.kiosk.visit import Visit
    from app.wire.hub.kiosk import KioskSetup, Step

_AFTER = (Page.CHECKED_IN, Page.NEXT_VISIT, Page.BALANCE, Page.SEE_DESK)
"""Pages on which the patient needs nothing more from the hub."""


class KioskViewModel(QObject):
    """What a kiosk shows. `setup` None: the hub has not been asked yet; nobody can check in until `apply_setup`."""

    state_changed = Signal()
    warned = Signal()
    """"More time?" is asked: sound the system's bell."""
    wiped = Signal()
    """A visit has ended: forget what was typed, also in widgets and the clipboard."""

    def __init__(
        self,
        desk: KioskDesk,
        clock: Clock,
        scope: TaskScope,
        setup: KioskSetup | None,
        languages: Languages | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self._scope = scope
        self._setup = setup
        self.languages = languages or Languages()
        self._online = True
        self._calls: Calls | None = None
        self._visit: Visit | None = None
        self.state = KioskState()
        if setup is not None:
            self.languages.offer(setup.languages)
        self.languages.speak(self.languages.first)
        self.state = self._fresh()

    # --- for the program ------------------------------------------------------------------------------------

    def start(self) -> None:
        """Load what a visit needs: call it once the welcome page is painted."""
        load_name("app.viewmodels.kiosk.visit:Visit")
        self._timers()

    def close(self) -> None:
        """Wipe, and wait for nothing any more."""
        self.wipe()
        self.languages.release()

    def reset(self) -> None:
        """The front desk wants the welcome page."""
        self.wipe()

    def wipe(self) -> None:
        """Forget the patient: back to the welcome page in the office's first language."""
        if self._visit is not None:
            self._visit.journey.stop()
        self._visit = None
        if self._calls is not None:
            self._calls.stop()
        self.languages.speak(self.languages.first)
        self.state = self._fresh(self.state.message)
        self.wiped.emit()
        self.state_changed.emit()

    @property
    def step(self) -> Step:
        """The page, as staff see it."""
        kind: type[Step] = load_name("app.wire.hub.kiosk:Step")
        page = {Page.CORRECT: Page.CONTACT, Page.WHICH_CHANGED: Page.CHANGES}.get(self.state.page)
        return kind((page or self.state.page).value)

    def touched(self) -> None:
        """Any touch or key: the patient is here."""
        self._timers().restart()

    def apply_setup(self, setup: KioskSetup) -> None:
        """The office changed how its kiosks are set up. A visit keeps the questions that it began with."""
        self._setup = setup
        self.languages.offer(setup.languages)
        if self.state.page is Page.WELCOME:
            self.languages.speak(self.languages.first)
            self.put(look=self.state.look._replace(language=self.languages.code))
        self.put(office=_office(self._setup, self.languages))
        self._refresh_welcome()

    def show_message(self, text: str) -> None:
        """A message of the front desk on the welcome page; empty: none."""
        self.put(message=text)

    def set_online(self, online: bool) -> None:
        """Whether the hub answers. Without it a patient is sent to the desk at once, not after typing."""
        self._online = online
        self._refresh_welcome()
        if not online and self.state.page not in (Page.WELCOME, *_AFTER) and not self.state.busy:
            self.visit.journey.see_desk()

    # --- for the pages --------------------------------------------------------------------------------------

    @property
    def visit(self) -> Visit:
        """The visit that is going on."""
        if self._visit is None:
            raise RuntimeError("nobody has begun to check in")
        return self._visit

    def begin(self, language: str) -> None:
        """A patient touches the welcome page, in this language."""
        self.choose_language(language)
        if (
            self._setup is None
            or self.state.page is not Page.WELCOME
            or not _welcome(self._setup, self._online).open
        ):
            return
        made: type[Visit] = load_name("app.viewmodels.kiosk.visit:Visit")
        self._visit = made(self, self._desk, self._clock, self._scope, self._setup)
        self._visit.identity.begin()

    def choose_language(self, code: str) -> None:
        """Speak another language for this visit."""
        self.languages.speak(code)
        self.put(look=self.state.look._replace(language=self.languages.code))
        if self._visit is not None:
            self._visit.identity.change_language()

    def toggle_look(self, name: str) -> None:
        """Larger text ("larger") or high contrast ("contrast") for this visit, or not."""
        look = self.state.look
        changed = (
            look._replace(larger=not look.larger)
            if name == "larger"
            else look._replace(contrast=not look.contrast)
        )
        self.put(look=changed)

    def call_help(self) -> None:
        """Ask somebody to come."""
        self._timers().call_help(self.step)

    def close_help(self) -> None:
        """Go on with the page."""
        self.put(help=HelpCall.NONE)

    def put(self, **changes: Any) -> None:
        """Replace parts of the state; the waiting for a touch starts again with another page."""
        if "data" in changes:
            changes["page"] = changes["data"].page
        before, self.state = self.state, self.state._replace(**changes)
        if self.state == before:
            return
        if (self.state.page, self.state.busy) != (before.page, before.busy):
            self._timers().restart()
        self.state_changed.emit()

    def _timers(self) -> Calls:
        if self._calls is None:
            made: type[Calls] = load_name("app.viewmodels.kiosk.calls:Calls")
            self._calls = made(self, self._desk, self._clock, self._scope)
        return self._calls

    def _fresh(self, message: str = "") -> KioskState:
        look, office = Look(self.languages.code), _office(self._setup, self.languages)
        return KioskState(data=_welcome(self._setup, self._online), look=look, office=office, message=message)

    def _refresh_welcome(self) -> None:
        if self.state.page is Page.WELCOME:
            self.put(data=_welcome(self._setup, self._online))


def _welcome(setup: KioskSetup | None, online: bool) -> Welcome:
    return Welcome(open=online and setup is not None and setup.open)


def _office(setup: KioskSetup | None, languages: Languages) -> Office:
    if setup is None:
        return Office(languages=languages.offered)
    return Office(setup.practice, setup.logo, languages.offered, tuple(setup.welcome.items()))
