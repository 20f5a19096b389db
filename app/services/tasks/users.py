"""The names of Open Dental's users, for whatever one of them wrote."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.core.observers import Observers
from app.core.text import Words, msg
from app.domain.people.staff import Member
from app.wire.resources.userods import Userods
from app.wire.version import Version

HIDDEN_SINCE = Version.parse("22.4.24")
"""The first version that lists users who have left, too."""
NOBODY = msg("Unknown user")


class UserNames:
    """People who sign in here have the names that they have here, also where the office's list is refused."""

    def __init__(self, client: OpenDental, members: Callable[[], Iterable[Member]]) -> None:
        """`members` are the people who sign in at this office."""
        self._client = client
        self._members = members
        self._read: dict[int, str] = {}
        self._done = False
        self._reading = asyncio.Lock()
        self._observers = Observers[None]()

    def name(self, user_num: int) -> Words:
        """A user's name; "User 12" as long as it isn't known."""
        own = {member.user_num: member.name for member in self._members()}
        if name := own.get(user_num) or self._read.get(user_num):
            return name
        return msg("User {number}", number=user_num) if user_num else NOBODY

    def watch(self, watcher: Callable[[], object]) -> Callable[[], None]:
        """Call back when more names are known. Returns a function that unsubscribes."""
        return self._observers.add(lambda _: watcher())

    async def load(self, need: Need = Need.PREFETCH) -> None:
        """Read the names, in one request, the first time that it succeeds; what is refused stays a number."""
        async with self._reading:
            if self._done or not self._client.can(Userods.list).ok:
                return
            version = self._client.capabilities.version
            hidden = True if version is not None and version >= HIDDEN_SINCE else None
            try:
                rows = await self._client.at(need).userods.list(includeHidden=hidden)
            except ApiError:
                return
            self._done = True
            self._read = {row.UserNum: row.UserName for row in rows if row.UserName.strip()}
        self._observers.notify(None)
