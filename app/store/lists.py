"""The office's lists: operatories, providers, statuses and the preferences that this program uses."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from app.api import errors
from app.api.client import OpenDental
from app.api.modes import Mode
from app.api.need import Need
from app.core.text import msg
from app.domain.schedule.increment import PREFERENCE as TIME_INCREMENT
from app.domain.schedule.increment import increment_of
from app.domain.schedule.stages import STAGE_PREFERENCES, StageRules, stage_rules
from app.store.queries import Questions
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.clinics import Clinic
from app.wire.resources.definitions import Definition, DefinitionCategory
from app.wire.resources.operatories import Operatory
from app.wire.resources.providers import Provider

CONFIRMED_CATEGORY = DefinitionCategory.APPT_CONFIRMED.number
BLOCKOUT_CATEGORY = DefinitionCategory.BLOCKOUT_TYPES.number

BROKEN_PROCEDURE = "BrokenApptProcedure"
LONG_WAIT = "WaitingRoomAlertTime"
"""Minutes after which the office highlights a patient in its waiting room; 0: never."""
PRACTICE_TITLE = "PracticeTitle"
PRACTICE = (
    PRACTICE_TITLE,
    "PracticeAddress",
    "PracticeAddress2",
    "PracticeCity",
    "PracticeST",
    "PracticeZip",
    "PracticePhone",
)
"""The practice's name, address and phone number."""
PREFERENCES = (
    *STAGE_PREFERENCES,
    BROKEN_PROCEDURE,
    "BrokenApptCommLog",
    LONG_WAIT,
    TIME_INCREMENT,
    "ProgramVersion",
    *PRACTICE,
)
"""The preferences that this program uses, of about a thousand."""


class ListName(StrEnum):
    """The lists."""

    OPERATORIES = "operatories"
    PROVIDERS = "providers"
    STATUSES = "statuses"
    PREFERENCES = "preferences"
    CLINICS = "clinics"
    BLOCKOUTS = "blockouts"
    TYPES = "types"


LIST_WORDS = {
    ListName.OPERATORIES: msg("operatories"),
    ListName.PROVIDERS: msg("providers"),
    ListName.STATUSES: msg("confirmation statuses"),
    ListName.PREFERENCES: msg("preferences"),
    ListName.CLINICS: msg("clinics"),
    ListName.BLOCKOUTS: msg("blockout types"),
    ListName.TYPES: msg("appointment types"),
}
"""The lists' names as shown to the user."""


class OfficeLists(Struct, frozen=True, dict=True):
    """What is known of the office. An empty list may be one of those still `missing`."""

    operatories: tuple[Operatory, ...] = ()
    """In the office's order, including hidden ones."""
    providers: tuple[Provider, ...] = ()
    clinics: tuple[Clinic, ...] = ()
    """Empty in an office without the Clinics feature."""
    definitions: Mapping[int, tuple[Definition, ...]] = field(default_factory=dict)
    """By category number, each in the office's order."""
    appointment_types: tuple[AppointmentType, ...] = ()
    preferences: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[ListName] = frozenset(ListName)
    server_time: datetime | None = None
    """The office's time when the providers were read."""

    def with_list(self, name: ListName, found: dict[str, Any]) -> OfficeLists:
        """A copy with one more list, given by its fields; definitions are merged with those of others."""
        if "definitions" in found:
            found = {"definitions": {**self.definitions, **found["definitions"]}}
        return replace(self, missing=self.missing - {name}, **found)

    def would_lose(self, found: dict[str, Any]) -> bool:
        """Whether these fields would empty a list that has rows now."""
        if "definitions" in found:
            return any(self.definitions.get(each) and not rows for each, rows in found["definitions"].items())
        return any(getattr(self, name) and not found[name] for name in found if name != "server_time")

    @cached_property
    def stages(self) -> StageRules:
        """The meaning of the office's confirmation statuses."""
        statuses = self.definitions.get(CONFIRMED_CATEGORY, ())
        return stage_rules([(each.DefNum, each.ItemName) for each in statuses], self.preferences)

    @cached_property
    def clinic_names(self) -> Mapping[int, str]:
        """By ClinicNum, in the office's order; empty in an office without the Clinics feature."""
        return {row.ClinicNum: row.Abbr or row.Description for row in self.clinics}

    @cached_property
    def hygienists(self) -> frozenset[int]:
        """The providers who are hygienists, by ProvNum."""
        return frozenset(row.ProvNum for row in self.providers if row.IsSecondary)

    @cached_property
    def increment(self) -> int:
        """The schedule's increment in minutes."""
        return increment_of(self.preferences)

    @cached_property
    def no_schedule_types(self) -> frozenset[int]:
        """The kinds of blockouts that don't allow appointments."""
        kinds = self.definitions.get(BLOCKOUT_CATEGORY, ())
        return frozenset(each.DefNum for each in kinds if "NS" in flags_of(each.ItemValue))


def flags_of(item_value: str) -> frozenset[str]:
    """The flags of a blockout type, however they were typed: "NS,DC" or "ns, dc"."""
    return frozenset(flag.strip() for flag in item_value.upper().split(","))


Read = Callable[[Need], Awaitable[dict[str, Any]]]
Take = Callable[[ListName, dict[str, Any]], None]


class ListReader:
    """Reads the office's lists and passes each on as it arrives: its name and its fields."""

    def __init__(self, client: OpenDental, questions: Questions) -> None:
        self._client = client
        self._questions = questions

    async def read(self, names: Collection[ListName], take: Take, need: Need, known: OfficeLists) -> None:
        """Read these lists: the operatories at priority `need`, the rest below it, in the order of use.

        A list that this office refuses (too old a version, or missing permission) is passed on without
        fields. A list that has rows in `known` and comes back empty is read again before it is trusted.
        Raises the first other ApiError, once everything that can be read has been.
        """
        later = max(need, Need.REFRESH)
        wanted = [
            self._one(name, read, take, need if name is ListName.OPERATORIES else later, known)
            for name, read in self._readers().items()
            if name in names
        ]
        for failure in await asyncio.gather(*wanted, return_exceptions=True):
            if isinstance(failure, BaseException):
                raise failure

    async def _one(self, name: ListName, read: Read, take: Take, need: Need, known: OfficeLists) -> None:
        try:
            found = await read(need)
            if known.would_lose(found):
                found = await read(need)
        except (errors.Refused, errors.Unreadable) as error:
            mendable = isinstance(error, errors.TooManyRequests | errors.KeyRefused | errors.NotTheOffice)
            if mendable or name is ListName.OPERATORIES:
                raise
            found = {}
        take(name, found)

    def _readers(self) -> dict[ListName, Read]:
        return {
            ListName.OPERATORIES: self._operatories,
            ListName.PROVIDERS: self._providers,
            ListName.STATUSES: lambda need: self._definitions(CONFIRMED_CATEGORY, need),
            ListName.PREFERENCES: self._preferences,
            ListName.CLINICS: self._clinics,
            ListName.BLOCKOUTS: lambda need: self._definitions(BLOCKOUT_CATEGORY, need),
            ListName.TYPES: self._types,
        }

    async def _operatories(self, need: Need) -> dict[str, Any]:
        rows = await self._client.at(need).operatories.list()
        return {"operatories": tuple(sorted(rows, key=lambda row: (row.ItemOrder, row.OperatoryNum)))}

    async def _providers(self, need: Need) -> dict[str, Any]:
        rows = await self._client.at(need).providers.list()
        times = [row.serverDateTime for row in rows if row.serverDateTime is not None]
        return {"providers": tuple(rows), "server_time": min(times, default=None)}

    async def _clinics(self, need: Need) -> dict[str, Any]:
        return {"clinics": tuple(await self._client.at(need).clinics.list())}

    async def _types(self, need: Need) -> dict[str, Any]:
        rows = await self._client.at(need).appointment_types.list()
        return {"appointment_types": tuple(row for row in rows if not row.IsHidden)}

    async def _definitions(self, category: int, need: Need) -> dict[str, Any]:
        rows = await self._client.at(need).definitions.list(Category=category)
        return {"definitions": {category: tuple(row for row in rows if row.Category == category)}}

    async def _preferences(self, need: Need) -> dict[str, Any]:
        """One query for the few that are used; else all in one page; else, where pages are small, one by one."""
        if (rows := await self._questions.preferences(PREFERENCES, need)) is not None:
            return {"preferences": rows}
        if self._client.address.mode is not Mode.REMOTE:
            every = await self._client.at(need).preferences.list()
            return {
                "preferences": {row.PrefName: row.ValueString for row in every if row.PrefName in PREFERENCES}
            }
        found = {}
        for name in (*STAGE_PREFERENCES, BROKEN_PROCEDURE, LONG_WAIT, TIME_INCREMENT):
            for row in await self._client.at(Need.PREFETCH).preferences.list(PrefName=name):
                found[row.PrefName] = row.ValueString
        return {"preferences": found}
