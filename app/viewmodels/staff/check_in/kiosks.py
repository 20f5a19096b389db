"""The check-in PCs of the office, live: the page they show, whether they are there, and orders for them."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.clock import local
from app.core.text import Text, join, many, msg, when
from app.services.check_in.check_in import CheckIn
from app.services.check_in.hub import HubTrouble
from app.services.people.authority import Approval, NotAllowed
from app.services.people.manager import MAY_MANAGE
from app.viewmodels.staff.check_in.words import STEPS
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.hub.words import remove_question
from app.viewmodels.translation import tr
from app.wire.hub.check_in import KioskState
from app.wire.hub.kiosk import OrderKind
from app.wire.hub.stream import Topic

LONGEST_MESSAGE = 200
"""Letters of a message on the welcome page."""
_NEVER = msg("Not used yet")
_HOUR, _DAY = 60, 24 * 60


class KioskRow(Struct, frozen=True):
    """One check-in PC, ready to be shown."""

    device_num: int
    name: str
    page: str
    """The page it shows, and since when; empty: it was never used."""
    state: str
    """Online, or since when it is not."""
    tone: str
    """`good`, or `late` for trouble; `second` for one that was never used."""
    trouble: str
    message: str
    """That its welcome page shows a message."""
    message_text: str
    """The message; empty: none."""
    version: str

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return ", ".join(
            part for part in (self.name, self.state, self.page, self.trouble, self.message) if part
        )


class CheckInKiosks(QObject):
    """`changed` when a row, or whether they can be read, has changed."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, check_in: CheckIn) -> None:
        super().__init__(desk)
        self._desk = desk
        self._check_in = check_in
        self.doubted = 0
        """The kiosk that is about to be removed; 0: none."""
        self._unwatch = check_in.watch(lambda topic: self.changed.emit() if topic is Topic.KIOSKS else None)

    @property
    def rows(self) -> tuple[KioskRow, ...]:
        """By name."""
        known = self._check_in.kiosks or ()
        return tuple(self._row(each) for each in sorted(known, key=lambda each: each.name.casefold()))

    @property
    def words(self) -> str:
        """What is shown in place of the rows; empty: there are some."""
        if self._check_in.kiosks is None:
            trouble = self._check_in.why(Topic.KIOSKS)
            return tr(trouble.words) if trouble is not None else tr("Loading…")
        return (
            ""
            if self._check_in.kiosks
            else tr("There are no check-in PCs yet. Add one to let patients check in.")
        )

    @property
    def outdated(self) -> str:
        """That what is shown may not be current any more; empty: it is."""
        trouble = self._check_in.why(Topic.KIOSKS)
        return tr(trouble.words) if trouble is not None and self._check_in.kiosks is not None else ""

    def read_again(self) -> None:
        """Ask the hub now."""
        self._check_in.read_again((Topic.KIOSKS,))

    def reset(self, device_num: int) -> None:
        """Send it back to its welcome page; what a patient entered there is wiped."""
        self._order(device_num, OrderKind.RESET)

    def restart(self, device_num: int) -> None:
        """Restart its program."""
        self._order(device_num, OrderKind.RESTART)

    def show_message(self, device_num: int, text: str) -> None:
        """Show a message on its welcome page; empty: none."""
        self._order(device_num, OrderKind.MESSAGE, text.strip()[:LONGEST_MESSAGE])

    def doubt(self, device_num: int) -> None:
        """Ask whether a kiosk is to be removed; 0: it stays."""
        self.doubted = device_num
        self.changed.emit()

    @property
    def question(self) -> str:
        """Whether the doubted kiosk is to be removed; empty: none is."""
        name = self._name_of(self.doubted)
        return remove_question(name) if name else ""

    def remove(self) -> None:
        """Refuse the kiosk that was asked about from now on, as the page of the office hub does."""
        doubted, self.doubted = self.doubted, 0
        self.changed.emit()
        if doubted:
            self._desk.parts.scope.start(self._remove(doubted), "kiosk removed")

    def close(self) -> None:
        """Stop following."""
        self._unwatch()

    def _order(self, device_num: int, kind: OrderKind, text: str = "") -> None:
        self._desk.parts.scope.start(self._give(device_num, kind, text), "order for a kiosk")

    def _name_of(self, device_num: int) -> str:
        return next((each.name for each in self._check_in.kiosks or () if each.device_num == device_num), "")

    async def _remove(self, device_num: int) -> None:
        name = self._name_of(device_num)

        async def remove(approval: Approval | None) -> None:
            self._desk.parts.writes.authority.check([MAY_MANAGE], approval)
            await self._check_in.remove(device_num)

        try:
            await self._desk.people.guarded(remove)
        except (HubTrouble, NotAllowed) as refused:
            self._desk.fail(refused)
            return
        self._desk.notices.say(
            tr("{kiosk} was removed. If it was stolen, set a new exit PIN too.", kiosk=name)
        )

    async def _give(self, device_num: int, kind: OrderKind, text: str) -> None:
        name = self._name_of(device_num)
        try:
            await self._check_in.order(device_num, kind, text)
        except HubTrouble as trouble:
            self._desk.fail(trouble)
            return
        self._desk.notices.say(tr(_sent_words(kind, name, text)))

    def _row(self, kiosk: KioskState) -> KioskRow:
        page, state, tone = "", tr(_NEVER), "second"
        if self.outdated:
            state = tr("Not known", "a check-in PC's state")
        elif kiosk.seen_at is not None:
            state = tr("Online") if kiosk.online else self._offline(kiosk.seen_at)
            tone = "good" if kiosk.online and not kiosk.trouble else "late"
        if kiosk.step is not None and kiosk.online and not self.outdated:
            at = self._local(kiosk.since)
            words = msg("since {time}", time=when(at, self._desk.now().date())) if at is not None else ""
            page = tr(join([STEPS[kiosk.step], words], ", "))
        message = tr("Message: {text}", text=kiosk.message) if kiosk.message else ""
        return KioskRow(
            kiosk.device_num,
            kiosk.name,
            page,
            state,
            tone,
            kiosk.trouble,
            message,
            kiosk.message,
            kiosk.program,
        )

    def _offline(self, seen_at: datetime) -> str:
        minutes = max(int((self._desk.parts.clock.utc() - _aware(seen_at)).total_seconds() // 60), 0)
        if minutes < 1:
            return tr("Offline")
        if minutes < _HOUR:
            return tr(many("Offline for {n} minutes", "Offline for {n} minute", minutes))
        if minutes < _DAY:
            return tr(many("Offline for {n} hours", "Offline for {n} hour", minutes // _HOUR))
        at = self._local(seen_at)
        return tr("Offline since {time}", time=when(at, self._desk.now().date())) if at else tr("Offline")

    def _local(self, moment: datetime | None) -> datetime | None:
        return local(_aware(moment), self._desk.parts.clock) if moment is not None else None


def _sent_words(kind: OrderKind, kiosk: str, text: str) -> Text:
    """What an order will do."""
    match kind:
        case OrderKind.RESET:
            return msg("{kiosk} goes back to the welcome page.", kiosk=kiosk)
        case OrderKind.RESTART:
            return msg("{kiosk} restarts.", kiosk=kiosk)
        case _ if text:
            return msg("{kiosk} shows the message on its welcome page.", kiosk=kiosk)
        case _:
            return msg("{kiosk} shows no message any more.", kiosk=kiosk)


def _aware(moment: datetime) -> datetime:
    """The hub's times are UTC."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
