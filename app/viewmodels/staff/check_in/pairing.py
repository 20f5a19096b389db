"""Adding a check-in PC: a code that is typed there, for five minutes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.tasks import LatestTask
from app.core.text import many, msg
from app.services.check_in.check_in import CheckIn
from app.services.check_in.hub import HubTrouble
from app.services.people.authority import Approval, NotAllowed
from app.services.people.manager import MAY_MANAGE
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.hub.code import USED_UP
from app.viewmodels.translation import tr
from app.wire.hub.devices import CODE_SECONDS, PairingCode, used_up
from app.wire.hub.stream import StreamLine, Topic

SECOND = 1.0
HALF = 4
LONGEST_NAME = 60
_STEPS = msg("Start Front Desk on the new PC as a check-in PC, and enter this code there.")
_OVER = msg("The code has expired. Get a new one.")


class PairingViewModel(QObject):
    """`changed` every second while a code is shown. `is_open`: the form is shown."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, check_in: CheckIn) -> None:
        super().__init__(desk)
        self._desk = desk
        self._check_in = check_in
        self._ticking = LatestTask(desk.parts.scope)
        self._until = 0.0
        self._before: frozenset[int] = frozenset()
        self._number = 0
        """The hub's, of the code that is shown."""
        self.is_open = False
        self.code = ""
        """In two halves: "ABCD 2345"; empty: there is none."""
        self.sentence = ""
        """What to do, or why there is no code."""
        self._unwatch = (check_in.watch(self._follow), check_in.watch_lines(self._hear))

    @property
    def left(self) -> str:
        """How long the code is still good, as minutes and seconds."""
        seconds = max(round(self._until - self._desk.parts.clock.monotonic()), 0)
        return (
            tr("{minutes}:{seconds} left", minutes=seconds // 60, seconds=f"{seconds % 60:02d}")
            if self.code
            else ""
        )

    @property
    def proposed(self) -> str:
        """A name for the new PC."""
        known = {each.name.casefold() for each in self._check_in.kiosks or ()}
        number = next(n for n in range(1, len(known) + 2) if tr("Kiosk {n}", n=n).casefold() not in known)
        return tr("Kiosk {n}", n=number)

    def begin(self) -> None:
        """Show the form."""
        self.is_open, self.code, self.sentence = True, "", ""
        self.changed.emit()

    def get_code(self, name: str) -> None:
        """Ask for a code for a PC of this name."""
        self._ticking.start(self._get(name.strip()[:LONGEST_NAME] or self.proposed), "pairing code")

    def close(self) -> None:
        """Hide the form and forget the code."""
        self._ticking.cancel()
        self.is_open, self.code, self.sentence = False, "", ""
        self.changed.emit()

    def end(self) -> None:
        """The desk was closed."""
        for end in self._unwatch:
            end()
        self._ticking.cancel()

    async def _get(self, name: str) -> None:
        clock = self._desk.parts.clock
        self._before = self._kiosks()

        async def ask(approval: Approval | None) -> PairingCode:
            self._desk.parts.writes.authority.check([MAY_MANAGE], approval)
            return await self._check_in.new_code(name)

        try:
            made = await self._desk.people.guarded(ask)
        except (HubTrouble, NotAllowed) as refused:
            self.code, self.sentence = "", tr(refused.words)
            self.changed.emit()
            return
        self._until, self._number = clock.monotonic() + CODE_SECONDS, made.code_num
        self.code, self.sentence = f"{made.code[:HALF]} {made.code[HALF:]}", tr(_STEPS)
        while self._until > clock.monotonic():
            self.changed.emit()
            await clock.sleep(SECOND)
        self.code, self.sentence = "", tr(_OVER)
        self.changed.emit()

    def _hear(self, line: StreamLine) -> None:
        """The code was entered wrongly too often."""
        if self.code and line == used_up(self._number):
            self._ticking.cancel()
            self.code, self.sentence = "", tr(USED_UP)
            self.changed.emit()

    def _kiosks(self) -> frozenset[int]:
        return frozenset(each.device_num for each in self._check_in.kiosks or ())

    def _follow(self, topic: Topic) -> None:
        """The new PC is there: the code is used up."""
        new = self._kiosks() - self._before
        if topic is not Topic.KIOSKS or not self.code or not new:
            return
        names = [each.name for each in self._check_in.kiosks or () if each.device_num in new]
        self._desk.notices.say(
            tr(many("{names} are paired.", "{names} is paired.", len(names), names=", ".join(names)))
        )
        self.close()
