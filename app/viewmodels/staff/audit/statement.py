"""The statement beside an export: what the file has, and how anyone can check it."""

from __future__ import annotations

from app.core.clock import Clock, local
from app.core.text import At, Shape
from app.services.audit.export import Proof
from app.services.audit.keeper import Standing, Status
from app.viewmodels.staff.audit.words import alert_words, standing_words
from app.viewmodels.translation import tr


def statement(proof: Proof, status: Status, clock: Clock, who: str, workstation: str, *, file: str) -> str:
    """A text of some paragraphs."""
    rows = proof.rows
    lines = [
        tr("Audit log of Front Desk: statement about an export"),
        "",
        tr("File: {file}", file=file),
        tr(
            "Exported by {who} on {workstation}, {date}, {time}",
            who=who,
            workstation=workstation,
            **_now(clock),
        ),
        tr("Office {office}, chain {chain}", office=proof.office, chain=proof.chain),
        tr("Records in the file: {n}", n=rows.count),
    ]
    if rows.first is not None and rows.last is not None:
        lines += [
            tr("First: record {n}, SHA-256 {hash}", n=rows.first.number, hash=rows.first.digest.hex()),
            tr("Last: record {n}, SHA-256 {hash}", n=rows.last.number, hash=rows.last.digest.hex()),
        ]
    lines += [
        tr("Last record of the log: {n}, SHA-256 {hash}", n=proof.count, hash=proof.digest),
        "",
        standing_words(status, clock)
        if status.standing is Standing.INTACT
        else tr("The log was not checked completely when this was exported."),
        *(alert_words(alert, clock) for alert in status.alerts),
        "",
        tr(
            "To check the file: the hash of each record is the SHA-256 of the hash before it (32 bytes), followed by "
            "the first ten columns of its row in UTF-8, joined by the character U+001F. The hash before record {n} is "
            "{hash}.",
            n=proof.first,
            hash=proof.start,
        ),
        tr("An apostrophe before =, +, - or @ keeps spreadsheets from running a field; it isn't part of it."),
        tr("A file with a part of the records can be checked only where no record is left out."),
    ]
    return "\n".join(lines) + "\n"


def _now(clock: Clock) -> dict[str, At]:
    now = local(clock.utc(), clock)
    return {"date": At(now, Shape.DATE), "time": At(now)}
