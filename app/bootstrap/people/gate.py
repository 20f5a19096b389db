"""Lets people into the window: the lock page before anything of a patient is read, and whenever it is locked."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.bootstrap.loading import load, load_here
from app.core.text import ExplainedError, msg

if TYPE_CHECKING:  # these load with the first lock page
    from app.bootstrap.session import Session
    from app.services.people.staff import Staff
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.people.sign_in import SignInViewModel
    from app.views.staff.frame.lock.cover import Cover
    from app.views.staff.frame.window import MainWindow


PAGE = ("app.viewmodels.staff.people.sign_in", "app.views.staff.frame.lock.cover")
WATCHES = ("app.views.staff.frame.lock.activity", "app.views.staff.frame.lock.session_watch")


class NotSignedIn(ExplainedError):
    """Nobody signed in: another office is wanted."""

    def __init__(self) -> None:
        super().__init__(msg("Nobody signed in at that office."))


class Gate:
    """The lock page of one office."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        self._window = window
        self._session = session
        self._cover: Cover | None = None
        self._model: SignInViewModel | None = None
        self._let_in = asyncio.Event()
        self._elsewhere = False
        self._desk: DeskViewModel | None = None

    @property
    def locked(self) -> bool:
        """Whether the lock page is shown."""
        return self._cover is not None and self._cover.page is not None

    async def let_in(self) -> None:
        """Wait until someone has signed in, if people sign in at this office. Raises NotSignedIn."""
        if self._session.people.nobody:
            return
        staff = await self._session.staff()
        from app.services.people.people import Standing

        if staff.signed_in is not None or staff.standing is Standing.NOBODY or self._let_in.is_set():
            return
        await load_here(*PAGE)
        self._make(staff)
        self._show(staff)
        await self._let_in.wait()
        if self._elsewhere:
            raise NotSignedIn

    async def follow(self, desk: DeskViewModel) -> None:
        """Lock and unlock with the staff from now on, after minutes without input, and when Windows locks."""
        staff, people = desk.parts.staff, self._session.people
        self._desk = desk
        if not people.sign_in:
            return
        await load("app.viewmodels.staff.people.lock")
        await load_here(*PAGE, *WATCHES)
        self._make(staff)
        from app.viewmodels.staff.people.lock import IdleLock
        from app.views.staff.frame.lock.activity import ActivityFilter
        from app.views.staff.frame.lock.session_watch import watch_session

        idle = IdleLock(staff, people.clock)
        self._activity = ActivityFilter(idle.touch, desk)
        self._watch = watch_session(staff.lock)
        people.scope.start(idle.run(), "idle")
        staff.watch(lambda: self._follow(staff))
        if staff.locked:  # while this was loading
            self._show(staff)
        desk.people.switch_asked.connect(lambda: self._show(staff, switch=True))

    def end(self) -> None:
        """The office is closed."""
        if self._cover is not None:
            self._cover.end()

    def _follow(self, staff: Staff) -> None:
        if staff.locked:
            self._show(staff)
        elif self.locked:
            self._open()

    def _show(self, staff: Staff, *, switch: bool = False) -> None:
        """Show the lock page at once: it is loaded."""
        from app.core.present import present
        from app.views.staff.frame.lock.lock_page import LockPage

        model, cover = present(self._model), present(self._cover)
        if cover.page is None:
            model.begin(switch=switch)
            cover.show(LockPage(model))
        elif staff.locked:
            model.begin()

    def _make(self, staff: Staff) -> None:
        if self._cover is not None:
            return
        from app.viewmodels.staff.people.sign_in import SignInViewModel
        from app.views.staff.frame.lock.cover import Cover

        people = self._session.people
        self._cover = Cover(self._window)
        self._model = SignInViewModel(staff, people.scope, _training_hint() if people.is_training else "")
        self._model.setParent(self._cover)
        for signal in (self._model.entered, self._model.left, self._model.opened):
            signal.connect(self._open)
        self._model.elsewhere.connect(self._leave)

    def _leave(self) -> None:
        self._elsewhere = True
        self._open()

    def _open(self) -> None:
        if self._cover is not None:
            self._cover.end()
        self._let_in.set()


def _training_hint() -> str:
    from app.bootstrap.people.staff import ANA, BEN, TRAINING_PINS
    from app.viewmodels.translation import tr

    return tr(
        "Training: the PIN of {first} is {pin1}, that of {second} is {pin2}.",
        first=ANA.name,
        pin1=TRAINING_PINS[ANA.user_num],
        second=BEN.name,
        pin2=TRAINING_PINS[BEN.user_num],
    )
