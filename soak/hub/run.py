"""Kiosks and desks of one hub for some minutes; the hub and the office's server are killed at random meanwhile."""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from app.api.http import to_hub
from app.api.hub.access import HubAccess
from app.api.hub.link import HubLink
from app.core.clock import SystemClock
from app.core.tasks import TaskScope
from app.hub.database.database import HubDatabase
from app.hub.devices.devices import insert, token_hash
from app.hub.running import HubOptions, HubSeals, open_database
from app.hub.server.secrets import CUSTOMER
from app.practice.server.app import practice_keys
from app.sealed.seal import AesGcmSeal, key_from, new_key
from app.wire.hub.actions import Kind
from app.wire.hub.people import SET_UP, SIGN_IN, FirstPerson, SignIn
from soak.checker import Fault, check
from soak.clock import TICK, Ticker
from soak.hub.checker import check_arrivals
from soak.hub.desks import MANAGER, Acts, DeskAt, live
from soak.hub.kiosks import Kiosk, shares
from soak.hub.servers import LOOPBACK, Server, free_port, hub_server, practice_server
from soak.hub.town import ARRIVED, FIRST_VISIT, Expected, build_with_visits
from soak.told import Told

PATIENTS_A_MINUTE = 600
VISITS_A_MINUTE = 60
"""Of each kiosk: more than there is time for."""
SLOWER = 10
"""The desks' time runs at 8 times the computer's, not at 80: hub and practice take their real time."""
HUB_LIVES = (4.0, 10.0)
PRACTICE_LIVES = (9.0, 20.0)
"""Shortest and longest life in seconds."""
SETTLING_SECONDS = 120.0
SERVED_SEED = 1
"""As the practice's command line has it."""
PIN = "2794"
PAIRED_AT = datetime(2026, 1, 1)


class HubSoak:
    """One office with its hub, kiosks and desks."""

    def __init__(self, folder: Path, asked: argparse.Namespace) -> None:
        self._folder = folder
        self._asked = asked
        self._dice = random.Random(asked.seed)
        self._ends = 0.0
        self._logs: list[Path] = []
        self._errors: list[BaseException] = []
        self._database = folder / "practice.db"
        self._hub_port, self._practice_port = free_port(), free_port()
        keys = practice_keys(SERVED_SEED)
        self._keys = (keys.developer_key, keys.customer_key)
        self.servers: list[Server] = []
        self._persons: list[str] = []
        """Of each desk, the token of the manager, who is signed in there: money needs a right."""

    async def run(self) -> tuple[list[Fault], Counter[str]]:
        """Everything; returns the faults and what patients were told how often."""
        minutes, kiosks, desks = self._asked.minutes, self._asked.kiosks, self._asked.desks
        visits = int(minutes * VISITS_A_MINUTE * kiosks) + kiosks
        lasts = timedelta(minutes=minutes)
        patients = int(minutes * PATIENTS_A_MINUTE) + desks
        now = SystemClock().now()  # the practice's clock is the computer's
        await asyncio.to_thread(build_with_visits, self._database, patients, visits, now, lasts)
        tokens = (
            [f"kiosk {each} of the soak" for each in range(kiosks)],
            [f"desk {each} of the soak" for each in range(desks)],
        )
        certificate = await self._paired(*tokens)
        self.servers = [
            practice_server(self._database, self._practice_port),
            hub_server(
                str(self._folder / "hub.db"), self._hub_port, self._practice_port, self._keys, self._folder
            ),
        ]
        for server in self.servers:
            await server.start()
        self._persons = await self._signed_in(tokens[1], certificate)
        scope = TaskScope("soak", self._errors.append)
        try:
            await self._live(scope, certificate, visits, *tokens)
        finally:
            await scope.close()
            for server in self.servers:
                await server.kill()
        faults, told = check_arrivals(self._database, self._logs, ARRIVED)
        return [*faults, *check(self._database, self._logs)], told

    async def _live(
        self, scope: TaskScope, certificate: str, visits: int, kiosks: list[str], desks: list[str]
    ) -> None:
        self._ends = time.monotonic() + self._asked.minutes * 60
        ticker = Ticker(self._folder / "clock")
        scope.start(self._tick(ticker), "time")
        haunted = [
            scope.start(each.haunt(self._dice, *lives), each.name)
            for each, lives in zip(self.servers, (PRACTICE_LIVES, HUB_LIVES), strict=True)
        ]
        waiting = [
            scope.start(self._kiosk(number, token, certificate, line), f"kiosk {number}")
            for (number, token), line in zip(
                enumerate(kiosks), shares(visits, FIRST_VISIT, len(kiosks)), strict=True
            )
        ]
        acts = Acts(self._asked.seed, len(desks))
        working = [
            scope.start(self._desk(number, token, certificate, acts), f"desk {number}")
            for number, token in enumerate(desks)
        ]
        await asyncio.sleep(self._asked.minutes * 60)
        for each in haunted:
            each.cancel()
        await asyncio.gather(*haunted, return_exceptions=True)
        for server in self.servers:
            await server.kill()
            await server.start()
        _say("settling")
        async with asyncio.timeout(SETTLING_SECONDS):
            await asyncio.gather(*waiting, *working)
        ticker.close()
        if self._errors:
            raise self._errors[0]

    async def _tick(self, ticker: Ticker) -> None:
        while True:
            await asyncio.sleep(TICK * SLOWER)
            ticker.tick()

    def _is_over(self) -> bool:
        return time.monotonic() >= self._ends

    async def _kiosk(self, number: int, token: str, certificate: str, patients: Iterator[Expected]) -> None:
        told = self._log(f"kiosk {number}")
        link = HubLink(to_hub(certificate), f"https://{LOOPBACK}:{self._hub_port}", token)
        dice = random.Random(f"{self._asked.seed}:{number}")
        kiosk = Kiosk(link, told, self._until_over(patients), dice)
        try:
            await kiosk.run()
        finally:
            await link.aclose()
            told.close()

    def _until_over(self, patients: Iterator[Expected]) -> Iterator[Expected]:
        for each in patients:
            if self._is_over():
                return
            yield each

    async def _desk(self, number: int, token: str, certificate: str, acts: Acts) -> None:
        self._log(f"desk {number}").close()
        access = HubAccess.first(token, certificate, 1 + len(self._logs))
        url = f"https://{LOOPBACK}:{self._hub_port}"
        at = DeskAt(
            name=f"desk {number}",
            access=access,
            person=self._persons[number],
            url=url,
            folder=self._folder,
            told=self._logs[-1],
            clock=self._folder / "clock",
        )
        await live(at, lambda: acts.of(number), self._is_over)

    def _log(self, name: str) -> Told:
        path = self._folder / f"{name}.told"
        path.touch()
        self._logs.append(path)
        return Told(path, name)

    async def _signed_in(self, desks: list[str], certificate: str) -> list[str]:
        """The manager signs in at every desk."""
        persons: list[str] = []
        for token in desks:
            link = HubLink(to_hub(certificate), f"https://{LOOPBACK}:{self._hub_port}", token)
            if persons:
                answer = await link.call(SIGN_IN, SignIn(user_num=MANAGER, pin=PIN))
            else:
                first = FirstPerson(user_num=MANAGER, name="Ana", initials="AN", pin=PIN)
                answer = await link.call(SET_UP, first)
            persons.append(answer.token)
            await link.aclose()
        return persons

    async def _paired(self, kiosks: list[str], desks: list[str]) -> str:
        """The hub's certificate, once it knows all devices."""
        path = str(self._folder / "hub.db")
        seals = HubSeals({CUSTOMER: AesGcmSeal(key_from(self._keys[1]))}, new_key())
        database, _, certificate = await open_database(HubOptions(path), seals)
        for kind, tokens in ((Kind.KIOSK, kiosks), (Kind.DESK, desks)):
            for token in tokens:
                await _add(database, kind, token)
        await database.close()
        return certificate.certificate


async def _add(database: HubDatabase, kind: Kind, token: str) -> None:
    row = {
        "name": token[:20],
        "kind": kind.value,
        "token_hash": token_hash(token),
        "paired_at": PAIRED_AT,
        "address": "",
        "revoked": False,
    }
    await database.run(lambda connection: insert(connection, row))


def run(folder: Path, asked: argparse.Namespace) -> int:
    """Run it. The exit code is 1 if an arrival was lost, or anything was written twice."""
    _say(f"seed {asked.seed}: {asked.kiosks} kiosks, {asked.desks} desks, {asked.minutes:g} minutes")
    soak = HubSoak(folder, asked)
    faults, told = asyncio.run(soak.run())
    kills = {each.name: each.kills for each in soak.servers}
    _say(f"killed: {', '.join(f'{name} {times} times' for name, times in kills.items())}")
    _say(f"patients: {', '.join(f'{words} {times}' for words, times in sorted(told.items()))}")
    for fault in faults:
        _say(f"{fault.kind} {fault.act}: {fault.words}")
    _say("nothing was lost or written twice" if not faults else f"{len(faults)} faults")
    if asked.json is not None:
        report = {
            "seed": asked.seed,
            "kills": kills,
            "patients": told,
            "faults": [str(each) for each in faults],
        }
        asked.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 1 if faults else 0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
