"""Checking in, and what a patient may ask afterward."""

from __future__ import annotations

import secrets

from app.api.errors import Lost, NotSent, ServerFault
from app.viewmodels.kiosk.details import Details
from app.viewmodels.kiosk.journey import Journey
from app.viewmodels.kiosk.page_data import BalancePage, CheckedIn, NextVisitPage, Who
from app.viewmodels.kiosk.state import Page
from app.wire.hub.kiosk import Arrive, Arrived, Outcome, Propose, VisitNamed

MOST_VISITS = 4
"""As many fit on the page."""
RETRY_SECONDS = 1.0
"""After this the same arrival is sent a second time, when its answer did not come."""


class Arrival:
    """The end of a visit: nothing is promised that the hub did not confirm."""

    def __init__(self, journey: Journey, details: Details) -> None:
        self._journey = journey
        self._details = details
        self._people: tuple[Who, ...] = ()
        self._request = secrets.token_hex(16)
        """The same when it is sent again: the hub arrives each person once."""

    def found(self, me: Who, others: tuple[Who, ...]) -> None:
        """These people are here."""
        self._people = (me, *others)

    def begin(self) -> None:
        """Tell the hub what has changed, then check in."""
        self._journey.ask(self._check_in())

    async def _check_in(self) -> None:
        details, journey = self._details, self._journey
        if details.changes or details.health_changed or details.insurance_changed:
            await journey.desk.propose(
                Propose(
                    visit=journey.visit,
                    index=self._people[0].number,
                    changes=dict(details.changes),
                    health_changed=details.health_changed,
                    insurance_changed=details.insurance_changed,
                )
            )
        answer = await self._arrive()
        if answer.outcome is Outcome.OK:
            journey.restart(CheckedIn(len(self._people), answer.next_steps, journey.setup.shows_balance))
        else:
            journey.see_desk()

    async def _arrive(self) -> Arrived:
        journey = self._journey
        people = tuple(who.number for who in self._people)
        asked = Arrive(visit=journey.visit, people=people, request=self._request)
        try:
            return await journey.desk.arrive(asked)
        except (NotSent, Lost, ServerFault):
            await journey.clock.sleep(RETRY_SECONDS)
            return await journey.desk.arrive(asked)

    def show_next_visits(self) -> None:
        """When is the next appointment?"""
        if self._journey.page is Page.CHECKED_IN:
            self._journey.ask(self._ask_next_visits())

    async def _ask_next_visits(self) -> None:
        journey = self._journey
        answer = await journey.desk.next_visits(VisitNamed(visit=journey.visit))
        if answer.outcome is not Outcome.OK:
            journey.see_desk()
            return
        initials = {who.number: who.initials for who in self._people} if len(self._people) > 1 else {}
        journey.forward(
            NextVisitPage(
                tuple((initials.get(each.index, ""), each.at) for each in answer.visits[:MOST_VISITS])
            )
        )

    def show_balance(self) -> None:
        """What does the patient owe?"""
        if self._journey.page is Page.CHECKED_IN:
            self._journey.ask(self._ask_balance())

    async def _ask_balance(self) -> None:
        journey = self._journey
        answer = await journey.desk.balance(VisitNamed(visit=journey.visit))
        if answer.outcome is Outcome.OK and answer.amount is not None:
            journey.forward(BalancePage(int(answer.amount * 100)))
        else:
            journey.see_desk()
