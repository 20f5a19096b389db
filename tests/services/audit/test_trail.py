from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.core.text import msg
from app.journal.dispatcher import TAKEN_BACK
from app.journal.entries import Author, Entry, Intent, Outcome, WriteState
from app.journal.journal import Journal
from app.sealed.seal import AesGcmSeal, new_key
from app.services.audit.audit import Record
from app.services.audit.late import LateAudit
from app.services.audit.trail import JournalTrail, amount_of
from app.wire.resources.appointments import Appointment
from tests.services.audit.offices import Office
from tests.support.journals import open_journal
from tests.support.manual_clock import ManualClock, settle

PAYMENT = Intent(
    kind="payment",
    subject="payment:1",
    method="Payments.create",
    arguments={"PatNum": 12, "PayAmt": 120.5, "PayNote": "from Walker, Alan"},
    words=msg("Payment of Walker, Alan"),
    whose="Walker, Alan",
)


class Nothing:
    """An office in which no appointment is in memory."""

    def visit_row(self, apt_num: int) -> Appointment | None:
        """None is."""
        return None


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[Journal]:
    """An open journal."""
    found = await open_journal(tmp_path / "journal.db", AesGcmSeal(new_key()), ManualClock())
    yield found
    await found.store.close()


def notes() -> LateAudit:
    """An audit that is not opened."""
    return LateAudit(ManualClock(), lambda: "Ana", "PC-1")


def noted(audit: LateAudit) -> list[Record]:
    """What was noted."""
    found: list[Record] = []
    if audit.pending.claim():
        audit.pending.write_all(found.extend)
    return found


async def advanced(journal: Journal, entry: Entry, *states: WriteState) -> None:
    """Let an entry have these states, one after the other."""
    for state in states:
        refused = state is WriteState.REFUSED
        words = msg("Walker, Alan is in Op 1") if refused else ""
        await journal.advance(entry.id, state, Outcome(outcome=words))
        await settle()


async def test_each_state_is_noted(journal: Journal) -> None:
    """Accepted, sent, unknown and settled are noted with kind, patient and amount, but no name, note or reason."""
    audit = notes()
    JournalTrail(journal, audit, {}, Nothing())
    entry = await journal.add(PAYMENT, Author("Bea"))
    await settle()
    await advanced(journal, entry, WriteState.SENT, WriteState.UNKNOWN, WriteState.REFUSED)
    await journal.dismiss(entry.id)
    await settle()
    found = noted(audit)
    assert [each.result for each in found] == [
        "accepted 120.50",
        "sent 120.50",
        "unknown 120.50",
        "settled refused 120.50",
    ]
    assert {(each.kind, each.patient, each.who) for each in found} == {("payment", 12, "Bea")}
    assert "Walker" not in str(found)


async def test_a_withdrawn_write(journal: Journal) -> None:
    """A write that is withdrawn before it was sent is noted as that."""
    audit = notes()
    JournalTrail(journal, audit, {}, Nothing())
    entry = await journal.add(PAYMENT, Author("Bea"))
    await settle()
    await journal.advance(entry.id, WriteState.REFUSED, Outcome(outcome=TAKEN_BACK))
    await settle()
    assert [each.result for each in noted(audit)] == ["accepted 120.50", "withdrawn 120.50"]


async def test_what_a_killed_program_did_not_note(journal: Journal, office: Office) -> None:
    """A state that the journal has and the audit has not is noted at the next start, once."""
    entry = await journal.add(PAYMENT, Author("Bea"))
    await advanced(journal, entry, WriteState.SENT)
    late: list[list[str]] = []
    for state in (None, WriteState.DONE, None):
        if state is not None:  # noted nowhere
            await advanced(journal, entry, state)
        async with office.running() as running:
            trail = JournalTrail(journal, running.notes, {}, Nothing())
            running.keeper.start(running.scope, trail)
            await running.check()
            await running.written()
            late.append([each.result for each in await running.records() if "late" in each.result])
            trail.end()
    assert late == [
        ["sent (noted late) 120.50"],
        ["done (noted late) 120.50", "sent (noted late) 120.50"],
        ["done (noted late) 120.50", "sent (noted late) 120.50"],
    ]


def test_amounts() -> None:
    """The amount is found under any of its names, exact to the cent; a text that is none is none."""
    assert amount_of({"PatNum": 3, "AdjAmt": "-12.3"}) == Decimal("-12.30")
    assert amount_of({"Amount": 1200}) == Decimal("1200.00")
    assert amount_of({"amount": "all of it"}) is None
    assert amount_of({"PatNum": 3}) is None
