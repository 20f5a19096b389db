"""The Claims tab: what insurance is doing."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from app.core.text import Text, Words, many, msg
from app.domain.money.allocation import Kind
from app.domain.money.cents import cents
from app.services.money.account.records import FamilyAccount
from app.services.money.ledger.filings import FiledClaim, Filings
from app.store.patients.parts import Unread
from app.viewmodels.staff.ledger.details import DetailPart, LedgerDetails
from app.viewmodels.staff.ledger.lists import LedgerList
from app.viewmodels.staff.ledger.members import short_names
from app.viewmodels.tables.column import Column, date_text, money_text
from app.viewmodels.tables.column import Kind as Shown
from app.viewmodels.translation import tr, typed
from app.wire.resources.claim_procs import ClaimProc
from app.wire.resources.claims import ClaimKind, ClaimState

STALE = timedelta(days=30)
"""A claim without an answer for longer is late, as in Open Dental's list of outstanding claims."""
UNSENT_TOO_LONG = timedelta(days=7)
WAITING_HERE = frozenset({ClaimState.UNSENT, ClaimState.WAITING})
"""What the office itself has to send."""
STATE_WORDS: dict[str, Text] = {
    ClaimState.UNSENT.value: msg("Not sent"),
    ClaimState.HELD_FOR_PRIMARY.value: msg("Held for primary"),
    ClaimState.WAITING.value: msg("Waiting to be sent"),
    ClaimState.SENT.value: msg("Sent", "claim"),
    ClaimState.RECEIVED.value: msg("Received", "claim"),
    ClaimState.HELD_IN_PROCESS.value: msg("Held"),
}
KIND_WORDS: dict[str, Text] = {
    ClaimKind.PRIMARY.value: msg("Primary"),
    ClaimKind.SECONDARY.value: msg("Secondary"),
    ClaimKind.PRE_AUTH.value: msg("Preauthorization"),
    ClaimKind.OTHER.value: msg("Other"),
    ClaimKind.CAP.value: msg("Capitation"),
}


class ClaimRow(Struct, frozen=True):
    """One claim."""

    key: int
    claim: FiledClaim
    member: str
    waiting: int | None
    """Days since it was sent, or since the service if it wasn't; None: it was answered."""
    late: bool
    procedures: tuple[tuple[ClaimProc, str], ...]
    """Each with the procedure in words."""

    @property
    def state(self) -> Words:
        """In words."""
        words: Words = STATE_WORDS.get(self.claim.ClaimStatus.value, self.claim.ClaimStatus.value)
        return msg("{state}, late", state=words) if self.late else words

    @property
    def waiting_words(self) -> str:
        """How long insurance has been at it."""
        if self.waiting is None:
            return ""
        return tr(many("{n} days", "{n} day", self.waiting))


def claim_row(
    claim: FiledClaim, today: date, member: str, procedures: tuple[tuple[ClaimProc, str], ...]
) -> ClaimRow:
    """A claim as of today."""
    if claim.ClaimStatus is ClaimState.RECEIVED:
        return ClaimRow(claim.ClaimNum, claim, member, None, False, procedures)
    is_sent = claim.ClaimStatus is ClaimState.SENT
    since = (claim.DateSent if is_sent else None) or claim.DateService
    waited = today - since if since is not None else timedelta()
    limit = STALE if is_sent else UNSENT_TOO_LONG if claim.ClaimStatus in WAITING_HERE else timedelta.max
    late = claim.ClaimType is not ClaimKind.PRE_AUTH and waited > limit
    return ClaimRow(claim.ClaimNum, claim, member, max(waited.days, 0), late, procedures)


def _amount(value: Decimal) -> Decimal | None:
    return cents(value) or None


def _tone(row: ClaimRow) -> str:
    return "alert" if row.late else "good" if row.waiting is None else ""  # words: colors


class ClaimsList(LedgerList):
    """The claims of the patient or the family, the newest first."""

    id = "claims"
    word = msg("Claims")
    empty = msg("No claims.")
    note = msg("Claims are made, sent and received in Open Dental.")
    columns = (
        Column(
            id="service",
            title=msg("Service"),
            value=lambda row: row.claim.DateService,
            kind=Shown.DATE,
            width=11,
            optional=False,
        ),
        Column(id="member", title=msg("Member"), value=lambda row: row.member, width=8),
        Column(
            id="carrier", title=msg("Carrier"), value=lambda row: row.claim.CarrierName, width=18, share=1
        ),
        Column(
            id="kind",
            title=msg("Type"),
            value=lambda row: KIND_WORDS.get(row.claim.ClaimType.value, ""),
            width=10,
            hidden=True,
        ),
        Column(
            id="state",
            title=msg("Status"),
            value=lambda row: row.state,
            kind=Shown.STATUS,
            width=11,
            tone=_tone,
        ),
        Column(
            id="sent",
            title=msg("Sent", "date"),
            value=lambda row: row.claim.DateSent,
            kind=Shown.DATE,
            width=11,
        ),
        Column(
            id="waiting",
            title=msg("Waiting"),
            value=lambda row: row.waiting_words,
            sort=lambda row: row.waiting,
            width=8,
            tone=_tone,
        ),
        Column(
            id="fee",
            title=msg("Billed"),
            value=lambda row: cents(row.claim.ClaimFee),
            kind=Shown.MONEY,
            width=9,
            hidden=True,
        ),
        Column(
            id="expected",
            title=msg("Expected"),
            value=lambda row: _amount(row.claim.InsPayEst),
            kind=Shown.MONEY,
            width=9,
        ),
        Column(
            id="received",
            title=msg("Received", "amount"),
            value=lambda row: _amount(row.claim.InsPayAmt),
            kind=Shown.MONEY,
            width=9,
        ),
        Column(
            id="write_off",
            title=msg("Write-off"),
            value=lambda row: _amount(row.claim.WriteOff),
            kind=Shown.MONEY,
            width=9,
            hidden=True,
        ),
    )

    def fill(self, account: FamilyAccount, filings: Filings | None, whose: int | None) -> None:
        """Show the claims, and count those without an answer."""
        group = filings.claims if filings is not None else Unread(reading=True)
        names, today = short_names(account), account.account.today
        lines = {line.thing: line for line in account.lines if line.kind is Kind.PROCEDURE}
        of_claims: dict[int, list[tuple[ClaimProc, str]]] = {}
        for row in account.rows.claim_procs:
            line = lines.get((Kind.PROCEDURE, row.ProcNum))
            words = (
                " ".join((line.code, typed(line.description))) if line is not None else tr("Total payment")
            )
            of_claims.setdefault(row.ClaimNum, []).append((row, words))

        def rows(claims: tuple[FiledClaim, ...]) -> list[ClaimRow]:
            return [
                claim_row(each, today, names.get(each.PatNum, ""), tuple(of_claims.get(each.ClaimNum, ())))
                for each in claims
                if whose is None or each.PatNum == whose
            ]

        made = rows(group) if isinstance(group, tuple) else []
        waiting = sum(each.waiting is not None for each in made)
        self.is_urgent = any(each.late for each in made)
        self.badge = str(waiting) if waiting else ""
        self.show_group(group, rows)

    def describe(self, row: ClaimRow) -> LedgerDetails:
        """The claim with its procedures."""
        claim = row.claim
        facts = (
            (tr("Carrier"), claim.CarrierName),
            (tr("Member"), row.member),
            (tr("Type"), typed(KIND_WORDS.get(claim.ClaimType.value, ""))),
            (tr("Status"), typed(row.state)),
            (tr("Service"), date_text(claim.DateService) if claim.DateService else ""),
            (tr("Sent", "date"), date_text(claim.DateSent) if claim.DateSent else ""),
            (tr("Waiting"), row.waiting_words),
            (tr("Received", "date"), date_text(claim.DateReceived) if claim.DateReceived else ""),
            (tr("Tracking"), claim.customTracking),
            (tr("Note"), claim.ClaimNote.strip()),
            (tr("Underpaid"), claim.ReasonUnderPaid.strip()),
        )
        parts = tuple(
            DetailPart(
                words,
                money_text(cents(each.InsPayAmt if row.waiting is None else each.InsPayEst)),
                (Kind.PROCEDURE, each.ProcNum, 0) if each.ProcNum else None,
            )
            for each, words in row.procedures
        )
        sums = (
            (tr("Billed"), claim.ClaimFee),
            (tr("Expected"), claim.InsPayEst),
            (tr("Received", "amount"), claim.InsPayAmt),
            (tr("Deductible"), claim.DedApplied),
            (tr("Write-off"), claim.WriteOff),
        )
        return LedgerDetails(
            tr("Claim of {day}", day=date_text(claim.DateService)) if claim.DateService else tr("Claim"),
            tuple(each for each in facts if each[1]),
            (tr("Paid") if row.waiting is None else tr("Expected from insurance")) if parts else "",
            parts,
            tuple(DetailPart(name, money_text(cents(value))) for name, value in sums if value),
        )
