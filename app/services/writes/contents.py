"""Contents of files on their way to the office: kept sealed beside the journal, whose entries stay small."""

from __future__ import annotations

import base64
from secrets import token_hex

from msgspec.structs import replace

from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.core.text import msg
from app.journal.entries import Entry, Intent, WriteState
from app.journal.journal import Journal
from app.journal.kinds import Check, Checked
from app.sealed.documents import Documents
from app.sealed.errors import LocalStoreError

CONTENT = "content"
"""In an intent's context: the name under which its file's content is kept."""
LOOKED_BACK = 200
"""Number of entries whose contents are deleted at startup, if they are settled."""
GONE = msg("Not uploaded: this PC no longer has the file's content. Choose the file again.")


class Contents:
    """Each content has a name of its own, which the write that needs it carries."""

    def __init__(self, documents: Documents, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock

    async def keep(self, data: bytes) -> str:
        """Save a content; returns its name. It is on disk on return. Raises StoreFailed."""
        name = f"upload {token_hex(8)}"  # words: a document of the local store
        await self._documents.put(name, data, self._clock.utc())
        return name

    async def put_in(self, checked: Checked, intent: Intent) -> Checked:
        """A check's result with the content in what is sent. A conflict if the content is gone."""
        name = intent.context.get(CONTENT)
        if not name or checked.verdict is not Check.CLEAR:
            return checked
        if (kept := await self._documents.get(name)) is None:
            return Checked(Check.CONFLICT, None, GONE)
        sent = checked.intent or intent
        filled = {**sent.arguments, "rawBase64": base64.b64encode(kept.data).decode()}
        return replace(checked, intent=replace(sent, arguments=filled))

    async def delete(self, name: str) -> None:
        """Delete a content, if it is there."""
        await self._documents.delete(name)


class ContentKeeper:
    """Deletes the content of every write that is over: done, or refused and dismissed."""

    def __init__(self, journal: Journal, contents: Contents, scope: TaskScope) -> None:
        self._journal = journal
        self._contents = contents
        self._scope = scope
        self._unwatch = journal.watch(self._look)

    def end(self) -> None:
        """Stop following."""
        self._unwatch()

    def clean(self) -> None:
        """At startup: delete what an earlier run left behind."""
        for entry in self._journal.recent(LOOKED_BACK):
            self._look(entry)

    def _look(self, entry: Entry) -> None:
        name = entry.intent.context.get(CONTENT)
        over = entry.state is WriteState.DONE or (entry.state is WriteState.REFUSED and entry.dismissed)
        if name and over and not self._is_needed(name):
            self._scope.start(self._delete(name), "delete an upload's content")

    def _is_needed(self, name: str) -> bool:
        """Whether another write has this content: the same one, tried again."""
        return any(each.intent.context.get(CONTENT) == name for each in self._journal.open_entries())

    async def _delete(self, name: str) -> None:
        try:
            await self._contents.delete(name)
        except LocalStoreError:  # the disk fails now: the next start tries again
            return
