"""The part of the connection page for the office hub: which hub, and the code that pairs this PC with it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.hub.link import HubRefused
from app.api.modes import HUB_PORT, hub_of, server_trouble
from app.core.tasks import TaskScope
from app.viewmodels.messages import explain
from app.viewmodels.staff.connect_words import NotEntered
from app.viewmodels.staff.hub.way import HubAt, HubEntrance, HubWay
from app.viewmodels.staff.hub.words import NO_ADDRESS, NO_CODE, hub_words
from app.viewmodels.translation import tr


class HubEntry(QObject):
    """`changed` follows the list of found hubs, and whether this PC is paired with the chosen one."""

    changed = Signal()

    def __init__(self, way: HubWay, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way = way
        self._scope = scope
        self._searching: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None
        self.found: Sequence[HubAt] = ()
        self.searched = False
        """Whether the search has ended."""
        self.server = ""
        """The hub's address as typed or chosen."""
        self.fixed = False
        """The office's administrator has set the hub's address."""
        self.code = ""
        self.kept: HubEntrance | None = None
        """The pairing that this PC has with the chosen hub: no code is needed."""
        self._made: HubEntrance | None = None
        self._made_with = ("", "")
        """The pairing that was made on this page, and what was typed for it: a code works once."""

    @property
    def searching(self) -> bool:
        """Whether hubs are being looked for."""
        return self._searching is not None and not self._searching.done()

    @property
    def missing(self) -> str:
        """What is still to be filled in; empty if this PC can be paired."""
        if self.kept is not None and not self.code:
            return ""
        if not self.server:
            return tr(NO_ADDRESS)
        return tr(server_trouble(self.server)) or ("" if self.code else tr(NO_CODE))

    @property
    def search_words(self) -> str:
        """What became of the search."""
        if self.searching:
            return tr("Looking for office hubs on this network…")
        if not self.searched or self.found or self.kept is not None:
            return ""
        return tr("No office hub was found by itself. Enter the name or address of its PC.")

    def search(self) -> None:
        """Look for hubs on the local network."""
        self._stop()
        self._searching = self._scope.start(self._search(), "hubs")
        self._look()
        self.changed.emit()

    def fix(self, server: str) -> None:
        """Keep to this hub, which the office's administrator has set; empty: the user chooses."""
        self.fixed = bool(server)
        self.server = server or self.server

    def fill(self, *, server: str, code: str) -> None:
        """Update the entered values."""
        self.code = code.strip()
        if server.strip() != self.server and not self.fixed:
            self.server = server.strip()
            self._look()

    def close(self, *, taken: bool) -> None:
        """Stop looking. `taken`: the office is open through the hub; else a pairing that was made is given back."""
        self._stop()
        made, self._made = self._made, None
        if made is not None and not taken:
            self._scope.start(self._way.give_back(made), "pairing given back")

    def _stop(self) -> None:
        for each in (self._searching, self._looking):
            if each is not None:
                each.cancel()

    async def enter(self) -> HubEntrance:
        """Pair this PC, or use the pairing that it has. Raises NotEntered."""
        if self.kept is not None and not self.code:
            return self.kept
        typed = (self.server, self.code)
        if self._made is not None and self._made_with == typed:
            return self._made
        try:
            made = await self._way.pair(*typed)
        except (ApiError, HubRefused, ValueError) as error:
            raise NotEntered(self.failure(error), explain(error).details) from error
        self._made, self._made_with = made, typed
        return made

    def failure(self, error: Exception) -> str:
        """Why it didn't work, as a sentence."""
        return hub_words(error, self.server)

    def _look(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        if self.kept is not None:
            self.kept = None
            self.changed.emit()
        self._looking = self._scope.start(self._look_for_pairing(self.server), "kept pairing")

    async def _look_for_pairing(self, server: str) -> None:
        kept = await self._way.kept(server)
        if kept is not None and server == self.server:
            self.kept = kept
            self.server = server or hub_of(kept.address).partition("://")[2].removesuffix(f":{HUB_PORT}")
            self.changed.emit()

    async def _search(self) -> None:
        self.found = await self._way.find()
        self.searched = True
        if not self.server and len(self.found) == 1:
            self.server = self.found[0].server
            self._look()
        self._searching = None
        self.changed.emit()
