"""Trouble with the office that people hear of once, and what the office's version and the key allow."""

from __future__ import annotations

from collections.abc import Callable

from app.api.errors import ApiError, NotSent, Refused
from app.api.need import Need
from app.store.changes import Change, ChangeKind
from app.viewmodels.activity import Notices
from app.viewmodels.messages import explain
from app.viewmodels.staff.parts import Parts


class OfficeTrouble:
    """Posts a refusal once, whichever request met it first. `learned` is called when commands may have changed."""

    def __init__(self, parts: Parts, notices: Notices, learned: Callable[[], None]) -> None:
        self._parts = parts
        self._notices = notices
        self._learned = learned
        self._told = ""
        self._unwatch = parts.office.watch(self._lists_changed)

    async def learn_rights(self) -> None:
        """Ask what the key may do and the office can; what is neither greys out with the reason."""
        try:
            await self._parts.client.at(Need.REFRESH).probe()
        except NotSent:
            pass  # that the office can't be reached stands in the status line
        except ApiError as error:
            self._tell_once(error)
        self._learn_version()

    def hear(self, error: ApiError | None) -> None:
        """The refresh failed, or works again (None). The same refusal is told once."""
        if isinstance(error, Refused):
            self._tell_once(error)
        else:  # the status line says that the office cannot be reached
            self._told = ""

    def refresh_failed(self, error: ApiError) -> None:
        """A refresh that a person asked for failed. That the server cannot be reached stands in the status line."""
        if not isinstance(error, NotSent):
            self._notices.fail(explain(error))

    def close(self) -> None:
        """Stop watching the office."""
        self._unwatch()

    def _tell_once(self, error: ApiError) -> None:
        if (name := type(error).__name__) != self._told:
            self._told = name
            self._notices.fail(explain(error))

    def _lists_changed(self, change: Change) -> None:
        if change.kind is ChangeKind.LISTS:
            self._learn_version()

    def _learn_version(self) -> None:
        lists, client = self._parts.office.lists, self._parts.client
        if lists is not None:
            client.learn(client.capabilities.with_version(lists.preferences.get("ProgramVersion", "")))
            self._learned()
