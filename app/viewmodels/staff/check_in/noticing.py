"""Toasts about what happened at the kiosks, and about kiosks in trouble. They never take the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.core.tasks import LatestTask
from app.core.text import many
from app.services.check_in.check_in import CheckIn
from app.viewmodels.activity import NoticeAction
from app.viewmodels.staff.check_in.arrivals import KioskArrivals
from app.viewmodels.staff.check_in.words import GREEN, result_words, why_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr, typed
from app.wire.hub.check_in import Arrival, ArrivalResult, KioskState
from app.wire.hub.stream import Topic

CALM_SECONDS = 0.5
"""What arrives within so many seconds is told together."""
LOCKED_SECONDS = 1.0
"""Between two looks whether the window is still locked."""
NAMED = 3
"""Patients named in one toast."""


class ArrivalNoticing:
    """A toast about trouble stays until it is over: seen at any desk, or the kiosk is back."""

    def __init__(self, desk: DeskViewModel, arrivals: KioskArrivals, check_in: CheckIn) -> None:
        self._desk = desk
        self._arrivals = arrivals
        self._check_in = check_in
        self._told = set[int]()
        self._waits = False
        self._telling = LatestTask(desk.parts.scope)
        self._lasting: dict[int, Callable[[], bool]] = {}
        """By notice, whether what it tells of still needs somebody."""
        self._broken: frozenset[tuple[str, bool, str]] = frozenset()
        self._broken_notice = 0
        arrivals.changed.connect(self._follow)
        desk.notices.closed.connect(lambda number: self._lasting.pop(number, None))
        self._unwatch = check_in.watch(self._hear)
        self._follow()
        self._tell_of_kiosks()

    def close(self) -> None:
        """Stop following."""
        self._unwatch()
        self._telling.cancel()

    def _follow(self) -> None:
        for notice_id in [each for each, lasts in self._lasting.items() if not lasts()]:
            self._desk.notices.close(notice_id)
        if any(each.arrival_num not in self._told for each in self._arrivals.unseen) and not self._waits:
            self._waits = True
            self._telling.start(self._tell_soon(), "tell of check-ins")

    async def _tell_soon(self) -> None:
        clock = self._desk.parts.clock
        await clock.sleep(CALM_SECONDS)
        while self._desk.parts.staff.locked:
            await clock.sleep(LOCKED_SECONDS)
        self._waits = False
        new = [each for each in reversed(self._arrivals.unseen) if each.arrival_num not in self._told]
        self._told |= {each.arrival_num for each in new}
        if green := [each for each in new if each.result in GREEN]:
            self._say(self._green_words(green), green)
        for amber in (each for each in new if each.result not in GREEN):
            self._say(self._amber_words(amber), [amber], urgent=True)

    def _say(self, words: str, arrivals: Sequence[Arrival], *, urgent: bool = False) -> None:
        numbers = tuple(each.arrival_num for each in arrivals)
        seen = NoticeAction(tr("Mark seen"), partial(self._arrivals.see, numbers))
        if urgent:
            notice = self._desk.notices.say(words, kind="warning", actions=(seen,))
        else:
            notice = self._desk.notices.say(words, link=seen)
        self._lasting[notice.id] = lambda: any(each.arrival_num in numbers for each in self._arrivals.unseen)

    def _green_words(self, arrivals: Sequence[Arrival]) -> str:
        if len(arrivals) == 1:
            (one,) = arrivals
            if one.result is ArrivalResult.ALREADY:
                return tr("{name} checked in at {kiosk}, and had arrived before.", **self._values(one))
            return tr("{name} checked in at {kiosk}.", **self._values(one))
        names = [self._arrivals.name(each) for each in arrivals]
        shown = "; ".join(name for name in names[:NAMED] if name)
        more = len(names) - NAMED
        if more > 0:
            shown = tr("{names}; and {n} more", names=shown, n=more)
        return tr(
            many(
                "{n} patients checked in: {names}.",
                "{n} patient checked in: {names}.",
                len(names),
                names=shown,
            )
        )

    def _amber_words(self, arrival: Arrival) -> str:
        name = self._arrivals.name(arrival)
        what = result_words(arrival)
        lead = tr("{name}: {what}.", name=name, what=what) if name else tr("{what}.", what=what)
        return " ".join(part for part in (lead, typed(why_words(arrival))) if part)

    def _values(self, arrival: Arrival) -> dict[str, str]:
        return {"name": self._arrivals.name(arrival) or tr("A patient"), "kiosk": arrival.kiosk}

    # --- kiosks in trouble ---------------------------------------------------------------------------------

    def _hear(self, topic: Topic) -> None:
        if topic is Topic.KIOSKS:
            self._tell_of_kiosks()

    def _tell_of_kiosks(self) -> None:
        """One toast for all of them; it goes away once all are well again."""
        kiosks = self._check_in.kiosks or ()
        broken = frozenset((each.name, is_offline(each), each.trouble) for each in kiosks if is_broken(each))
        if broken == self._broken:
            return
        new = not broken <= self._broken
        self._broken = broken
        if self._broken_notice and (new or not broken):
            self._desk.notices.close(self._broken_notice)
            self._broken_notice = 0
        if new:
            look = NoticeAction(tr("Open"), self._show_kiosks)
            words = kiosk_words(kiosks)
            self._broken_notice = self._desk.notices.say(words, kind="warning", actions=(look,)).id

    def _show_kiosks(self) -> None:
        self._desk.check_in.show_kiosks()


def is_offline(kiosk: KioskState) -> bool:
    """Whether it was used before, and isn't there now."""
    return kiosk.seen_at is not None and not kiosk.online


def is_broken(kiosk: KioskState) -> bool:
    """Whether somebody should look at it."""
    return is_offline(kiosk) or (kiosk.online and bool(kiosk.trouble))


def kiosk_words(kiosks: Sequence[KioskState]) -> str:
    """What is wrong with some of these."""
    gone = [each.name for each in kiosks if is_offline(each)]
    parts = [
        tr("{kiosk}: {trouble}", kiosk=each.name, trouble=each.trouble)
        for each in kiosks
        if is_broken(each) and not is_offline(each)
    ]
    if gone:
        words = many(
            "{names} are offline. Patients can't check in there.",
            "{names} is offline. Patients can't check in there.",
            len(gone),
            names=", ".join(gone),
        )
        parts.insert(0, tr(words))
    return " ".join(parts)
