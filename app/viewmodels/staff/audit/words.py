"""What the audit log says in words: actions, findings, and whether it is intact."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.clock import Clock, local
from app.core.text import At, Shape, Text, Words, many, msg
from app.services.audit.audit import PATIENT, Action, Record
from app.services.audit.keeper import Standing, Status
from app.services.audit.opening import RECORD
from app.services.audit.state import Alert, Finding
from app.viewmodels.translation import tr

ACTIONS: Mapping[Action, Words] = {
    Action.START: msg("Front Desk started"),
    Action.STOP: msg("Front Desk closed"),
    Action.SIGN_IN: msg("Signed in"),
    Action.SIGN_IN_FAILED: msg("Sign-in failed"),
    Action.SIGN_OUT: msg("Signed out"),
    Action.SWITCH: msg("Switched person"),
    Action.LOCK: msg("Locked"),
    Action.UNLOCK: msg("Unlocked"),
    Action.APPROVE: msg("Approved with PIN"),
    Action.APPROVE_FAILED: msg("Approval failed"),
    Action.DENIED: msg("Not allowed"),
    Action.PERSON: msg("Person changed"),
    Action.ROLE: msg("Role changed"),
    Action.SETTINGS: msg("Settings changed"),
    Action.OPEN_PATIENT: msg("Patient opened"),
    Action.WRITE: msg("Change"),
    Action.EXPORT: msg("Exported"),
    Action.PRINT: msg("Printed"),
    Action.RECEIPT: msg("Receipt printed"),
    Action.RECEIPT_AGAIN: msg("Receipt reprinted"),
    Action.CLOSE_DAY: msg("Day closed"),
    Action.READ_AUDIT: msg("Audit opened"),
    Action.EXPORT_AUDIT: msg("Audit exported"),
    Action.DISMISS_ALERT: msg("Warning dismissed"),
    Action.DEVICE: msg("Device of the hub"),
    Action.CHECK_IN: msg("Kiosk check-in"),
    Action.KIOSK_EXIT: msg("Kiosk staff PIN entered"),
    Action.KIOSK_ORDER: msg("Order sent to kiosk"),
    Action.KIOSK_OFFICE: msg("Kiosk settings changed"),
    Action.CLOCK: msg("PC clock set back"),
    Action.BEGIN: msg("Audit begun"),
    Action.PRUNED: msg("Old records deleted"),
    Action.PAIRED: msg("Audit before the hub"),
    Action.TAMPERED: msg("Audit altered"),
}
KINDS = {
    PATIENT: msg("patient"),
    RECORD: msg("record"),
    "table": msg("table"),
    "device": msg("device"),
    "audit": msg("audit log"),
    "person": msg("person"),
    "stage": msg("appointment status"),
    "appointment": msg("appointment"),
    "kiosk": msg("kiosk"),
}


def action_words(action: str) -> str:
    """An action; one of a newer version as it is stored."""
    return tr(ACTIONS[Action(action)]) if action in {*Action} else action


def object_words(record: Record) -> str:
    """What it was done to: its kind and number."""
    kind = tr(KINDS[record.kind]) if record.kind in KINDS else record.kind
    return f"{kind} {record.key}" if record.key else kind


def alert_words(alert: Alert, clock: Clock) -> str:
    """What was found, what it means, what to do."""
    if alert.aside:
        then = tr(
            "The file was set aside as {file}, and a new log began. Tell the owner, and keep that file for your "
            "IT support.",
            file=alert.aside,
        )
    elif alert.finding is Finding.UNWITNESSED:
        then = tr("Tell the owner, unless you know why.")
    else:
        then = tr("A new log began. Tell the owner.")
    when = tr("Found {time}.", time=At(local(alert.found_at, clock), Shape.BOTH))
    return f"{tr(_found(alert))} {then} {when}"


def _found(alert: Alert) -> Text:
    n = alert.number
    sentences = {
        Finding.UNREADABLE: msg("The audit log could not be read: its file was damaged or replaced."),
        Finding.FOREIGN: msg("The audit log was replaced by that of another office."),
        Finding.DELETED: msg("The audit log was deleted from this PC."),
        Finding.CHANGED: msg("Record {n} of the audit log was changed outside Front Desk.", n=n),
        Finding.MISSING: msg("Records are missing in the audit log, from record {n} on.", n=n),
        Finding.CUT: msg(
            "The end of the audit log is missing, from record {n} on, or an older copy was restored.", n=n
        ),
        Finding.OTHER: msg("The audit log was exchanged for another one."),
        Finding.UNWITNESSED: msg(
            "The stored copy of the audit log's last hash is missing or was changed, but the log itself is "
            "intact. This can also happen when Windows forgets its stored credentials."
        ),
    }
    return sentences[alert.finding]


def standing_words(status: Status, clock: Clock) -> str:
    """Whether the log is intact, and since when; as far as it is known now."""
    if status.altered:
        return tr(
            "Record {n} of the office's audit log was changed or removed in the hub's database. Tell the owner.",
            n=status.altered,
        )
    if status.standing is Standing.CHECKING:
        return tr(
            "Checking the audit log: {checked} of {count} records", checked=status.checked, count=status.count
        )
    since = At(local(status.since, clock), Shape.DATE) if status.since is not None else ""
    words = tr(
        many(
            "The audit log is intact since {date}: all {n} records were checked.",
            "The audit log is intact since {date}: its record was checked.",
            status.count,
            date=since,
        )
    )
    if status.silent:
        words += " " + tr("Its end can't be compared now, because Windows doesn't provide the stored copy.")
    return words


def extent_words(status: Status) -> str:
    """Whose records there are, at a desk of a hub."""
    if status.of_office:
        return tr("It has the records of all desks and kiosks.")
    return tr("The office's hub can't be reached, so only this PC's records are shown.")


def unwritten_words(status: Status) -> str:
    """That the disk refuses records; empty: it doesn't."""
    if not status.unwritten:
        return ""
    return tr(
        many(
            "{n} records of the audit log can't be saved on this PC. Free up disk space: they are kept only until "
            "Front Desk closes.",
            "A record of the audit log can't be saved on this PC. Free up disk space: it is kept only until "
            "Front Desk closes.",
            status.unwritten,
        )
    )
