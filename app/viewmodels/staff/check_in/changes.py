"""What patients changed at check-in, ready to be shown and decided field by field."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.text import NO_TEXT, Text, many
from app.journal.entries import Entry, WriteState
from app.sealed.errors import LocalStoreError
from app.services.check_in.check_in import CheckIn
from app.services.check_in.deciding import Deciding
from app.services.check_in.hub import HubTrouble
from app.services.check_in.tasks import CheckInTasks
from app.services.people.authority import NotAllowed
from app.services.writes.errors import CannotWrite
from app.store.changes import ChangeKind
from app.viewmodels.staff.check_in.change_cards import CardMaker, ChangeCard
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.hub.check_in import Proposal
from app.wire.hub.kiosk import ContactField
from app.wire.hub.stream import Topic


class CheckInChanges(QObject):
    """`cards`, oldest first; `changed` when they change."""

    changed = Signal()

    def __init__(
        self, desk: DeskViewModel, check_in: CheckIn, deciding: Deciding, tasks: CheckInTasks
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._check_in = check_in
        self._deciding = deciding
        self._maker = CardMaker(desk, deciding, tasks)
        self._sending = set[tuple[int, ContactField]]()
        self.cards: tuple[ChangeCard, ...] = ()
        parts = desk.parts
        self._unwatch = (
            check_in.watch(self._hear),
            parts.office.watch(lambda change: self._show() if change.kind is ChangeKind.NAMES else None),
            parts.journal.watch(lambda _: self._show()),
            tasks.watch(self._show),
        )
        self._show()

    @property
    def read(self) -> bool:
        """Whether the proposals have been read."""
        return self._check_in.proposals is not None

    @property
    def why(self) -> str:
        """Why they can't be read; empty: they can."""
        trouble = self._check_in.why(Topic.PROPOSALS)
        return tr(trouble.words) if trouble is not None else ""

    @property
    def count(self) -> int:
        """Open fields of all patients."""
        return sum(len(each.fields) for each in self.cards)

    def words_of(self, pat_num: int) -> Text:
        """How many changes a patient made; empty: none."""
        count = sum(len(each.fields) for each in self.cards if each.pat_num == pat_num)
        if not count:
            return NO_TEXT
        return many("{n} changes from check-in", "{n} change from check-in", count)

    def accept(self, proposal_num: int, field: ContactField) -> None:
        """Accept one field."""
        self._start(proposal_num, (field,))

    def accept_all(self, proposal_num: int) -> None:
        """Accept all open fields of a patient, in one write."""
        card = next((each for each in self.cards if each.proposal_num == proposal_num), None)
        if card is not None and card.may_accept_all:
            self._start(proposal_num, tuple(each.field for each in card.fields))

    def accept_anyway(self, proposal_num: int, field: ContactField) -> None:
        """Write the patient's value over the one that another user left meanwhile."""
        entry = self._deciding.entry_of(proposal_num, field)
        if entry is not None and entry.state is WriteState.REFUSED:
            self._desk.parts.scope.start(self._again(entry), "accept anyway")

    def refuse(self, proposal_num: int, field: ContactField) -> None:
        """Keep the office's value."""
        if (proposal := self._proposal(proposal_num)) is not None:
            self._desk.parts.scope.start(self._refuse(proposal, field), "refuse a change")

    def show_task(self, card: ChangeCard) -> None:
        """Open the task about health or insurance, or the patient's tasks."""
        if card.task_num:
            self._desk.tasks.show(card.task_num)
        else:
            self._desk.tasks.show_patient(card.pat_num)

    def close(self) -> None:
        """Stop following."""
        for end in self._unwatch:
            end()

    # --- deciding ------------------------------------------------------------------------------------------

    def _start(self, proposal_num: int, fields: Collection[ContactField]) -> None:
        keys = {(proposal_num, field) for field in fields}
        proposal = self._proposal(proposal_num)
        if proposal is None or keys & self._sending:
            return  # a double click
        self._sending |= keys
        self._show()
        self._desk.parts.scope.start(self._accept(proposal, fields, keys), "accept changes")

    async def _accept(
        self, proposal: Proposal, fields: Collection[ContactField], keys: set[tuple[int, ContactField]]
    ) -> None:
        author = self._desk.parts.outbox.author.name
        try:
            entry = await self._deciding.accept(
                proposal, fields, self._maker.commlog(proposal, author), author
            )
            await self._report(entry)
        except (ApiError, HubTrouble, LocalStoreError, CannotWrite, NotAllowed) as error:
            self._desk.fail(error)
        finally:
            self._sending -= keys
            self._show()

    async def _again(self, refused: Entry) -> None:
        try:
            await self._report(await self._deciding.accept_anyway(refused))
        except (ApiError, LocalStoreError, CannotWrite, NotAllowed) as error:
            self._desk.fail(error)

    async def _report(self, entry: Entry | None) -> None:
        """Tell how the write ended, with its undo; a collision is shown in the card, which has the ways on."""
        if entry is None:
            return
        await self._desk.outcomes.report(entry)
        if entry.state is WriteState.REFUSED and entry.conflict is not None:
            self._desk.outcomes.hide_refusal(entry.id)

    async def _refuse(self, proposal: Proposal, field: ContactField) -> None:
        try:
            await self._deciding.refuse(proposal, field, self._desk.parts.outbox.author.name)
        except HubTrouble as trouble:
            self._desk.fail(trouble)

    # --- showing -------------------------------------------------------------------------------------------

    def _hear(self, topic: Topic) -> None:
        if topic is Topic.PROPOSALS:
            self._show()

    def _proposal(self, proposal_num: int) -> Proposal | None:
        found = self._check_in.proposals or ()
        return next((each for each in found if each.proposal_num == proposal_num), None)

    def _show(self) -> None:
        cards = tuple(
            card
            for each in self._check_in.proposals or ()
            if (card := self._maker.card(each, self._sending)).fields or card.answers
        )
        if cards != self.cards:
            self.cards = cards
            self.changed.emit()
