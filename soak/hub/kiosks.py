"""Patients who check in at kiosks, over real TLS, while hubs and servers die."""

from __future__ import annotations

import asyncio
import itertools
import random
import uuid
from collections.abc import Iterator

from app.api.errors import ApiError
from app.api.hub.link import HubLink, HubRefused
from app.wire.hub.kiosk import ARRIVE, IDENTIFY, Arrive, Identified, Identify, Outcome
from soak.hub.town import Expected
from soak.told import Told

PAUSE = 0.3
MOST_TRIES = 60
"""Of one action, until the patient gives up and goes to the desk."""
FAILED = "unreachable"


class Kiosk:
    """One kiosk and its line of patients."""

    def __init__(self, link: HubLink, told: Told, patients: Iterator[Expected], dice: random.Random) -> None:
        self._link = link
        self._told = told
        self._patients = patients
        self._dice = dice
        self.served = 0

    async def run(self) -> None:
        """One patient after the other, until canceled or until nobody is left."""
        for each in self._patients:
            await self.serve(each)
            await asyncio.sleep(self._dice.uniform(0.0, 2 * PAUSE))

    async def serve(self, patient: Expected) -> None:
        """One patient, from the birthdate to the last page; some walk away before."""
        self._told.add(visit=patient.number, asked="arrive")
        found = await self._identified(patient)
        if found is None or found.outcome is not Outcome.OK:
            outcome = FAILED if found is None else found.outcome.value
            self._told.add(visit=patient.number, told=outcome)
            return
        message = Arrive(visit=found.visit, people=(0,), request=uuid.uuid4().hex)
        for _ in range(MOST_TRIES):
            try:
                answer = await self._link.call(ARRIVE, message)
            except (ApiError, HubRefused):
                await asyncio.sleep(PAUSE)
            else:
                self._told.add(visit=patient.number, told=answer.outcome.value)
                self.served += answer.outcome is Outcome.OK
                return
        self._told.add(visit=patient.number, told=FAILED)

    async def _identified(self, patient: Expected) -> Identified | None:
        for _ in range(MOST_TRIES):
            try:
                return await self._link.call(
                    IDENTIFY, Identify(birthdate=patient.born, letters=patient.letters)
                )
            except (ApiError, HubRefused):
                await asyncio.sleep(PAUSE)
        return None


def shares(visits: int, first: int, kiosks: int) -> list[Iterator[Expected]]:
    """The patients of each kiosk: in the order in which they are expected, each at one kiosk."""
    everyone = [Expected(first + each) for each in range(visits)]
    return [itertools.islice(iter(everyone), each, None, kiosks) for each in range(kiosks)]
