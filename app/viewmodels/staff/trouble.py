"""Problems with the office, reported once, and what the office's version and the key allow."""

from __future__ import annotations

from collections.abc import Callable

from app.api.errors import ApiError, NotSent, Refused, Unreadable
from app.api.need import Need
from app.store.changes import Change, ChangeKind
from app.viewmodels.activity import Notices
from app.viewmodels.messages import explain
from app.viewmodels.staff.parts import Parts


class OfficeTrouble:
    """Posts a refusal or an unreadable answer once, whichever request found it first.

    `learned` is called when permissions may have changed.
    """

    def __init__(self, parts: Parts, notices: Notices, learned: Callable[[], None]) -> None:
        self._parts = parts
        self._notices = notices
        self._learned = learned
        self._reported = ""
        self._standing: list[int] = []
        """The notices about current problems with the office."""
        self._unwatch = parts.office.watch(self._lists_changed)

    async def learn_rights(self) -> None:
        """Request the key's permissions and the office's version; other commands are disabled with the reason."""
        try:
            await self._parts.client.at(Need.REFRESH).probe()
        except NotSent:
            pass  # the status line shows that the office can't be reached
        except ApiError as error:
            if self._is_new(error):
                self._fail(error)
        self._learn_version()

    def on_refresh(self, error: ApiError | None) -> None:
        """The refresh failed, or works again (None). The same refusal or unreadable answer is reported once."""
        if isinstance(error, Refused | Unreadable):
            if self._is_new(error):
                self._fail(error)
        else:  # the status line shows that the office can't be reached
            self._reported = ""
            if error is None:
                self.is_over()

    def refresh_failed(self, error: ApiError) -> None:
        """A refresh the user requested failed. The status line shows when the server can't be reached."""
        if not isinstance(error, NotSent):
            self._fail(error)

    def is_over(self) -> None:
        """The office answers again: close the notices about the problem. The list of recent activity keeps them."""
        standing, self._standing = self._standing, []
        for notice_id in standing:
            self._notices.close(notice_id)

    def close(self) -> None:
        """Stop following the office."""
        self._unwatch()

    def _is_new(self, error: ApiError) -> bool:
        """Whether this refusal has not been reported yet."""
        earlier, self._reported = self._reported, type(error).__name__
        return self._reported != earlier

    def _fail(self, error: ApiError) -> None:
        self._standing.append(self._notices.fail(explain(error)).id)

    def _lists_changed(self, change: Change) -> None:
        if change.kind is ChangeKind.LISTS:
            self._learn_version()

    def _learn_version(self) -> None:
        lists, client = self._parts.office.lists, self._parts.client
        if lists is not None:
            client.learn(client.capabilities.with_version(lists.preferences.get("ProgramVersion", "")))
            self._learned()
