"""The one place where an error becomes a sentence for people."""

from __future__ import annotations

from msgspec import Struct

from app.api import errors
from app.api.capabilities import how_to_grant, lacking
from app.api.keys import VaultClosed
from app.sealed.errors import LocalStoreError, StoreDamaged, StoreFailed, StoreInUse, StoreLocked, StoreTooNew
from app.services.writes.errors import CannotWrite


class Message(Struct, frozen=True):
    """What happened, what it means for you, what to do. `details` holds no patient data and may be copied."""

    title: str
    meaning: str
    action: str
    details: str = ""

    @property
    def sentence(self) -> str:
        """All of it in one line."""
        return " ".join(part for part in (self.title, self.meaning, self.action) if part)


_STAYS = "What is on the screen stays; whether a change that was on its way was done is checked by itself."
_AGAIN = "Wait a moment; it is tried again. F5 tries at once."

_WORDS: dict[type[errors.ApiError], tuple[str, str, str]] = {
    errors.Unreachable: (
        "Open Dental's server cannot be reached.",
        "What is on the screen stays and shows its age; what you change waits here and goes out by itself.",
        "Check that the server is on and that this computer is on the network.",
    ),
    errors.Cancelled: ("Stopped.", "Nothing was sent.", ""),
    errors.TimedOut: (
        "The server did not answer in time.",
        _STAYS,
        _AGAIN,
    ),
    errors.ConnectionLost: (
        "The connection broke while the answer was on its way.",
        _STAYS,
        _AGAIN,
    ),
    errors.GatewayTimeout: (
        "Open Dental took longer than 60 seconds.",
        _STAYS,
        _AGAIN,
    ),
    errors.Unconfirmed: (
        "Something answered, but not the way Open Dental does.",
        "The change may or may not be saved. Front Desk is checking.",
        "",
    ),
    errors.BadRequest: (
        "Open Dental refused this.",
        "Nothing was changed.",
        "Change what it names and try again.",
    ),
    errors.KeyRefused: (
        "The office's key was refused.",
        "Nothing can be read or changed with it.",
        "Enter the key again on the connection page, or ask the office to enable it in Open Dental.",
    ),
    errors.NotFound: (
        "It is not in Open Dental any more.",
        "Someone deleted it, or it belongs to another office.",
        "The screen is brought up to date.",
    ),
    errors.Gone: (
        "This office's Open Dental no longer does this.",
        "Nothing was changed.",
        "Do it in Open Dental itself and tell whoever looks after this program.",
    ),
    errors.TooManyRequests: (
        "The office's key is sending too many requests.",
        "Everything slows down for a moment; nothing is lost.",
        "Wait; it goes on by itself.",
    ),
    errors.ServerFault: (
        "Open Dental's server failed.",
        _STAYS,
        "If it happens again, restart the API service on the server.",
    ),
    errors.NotTheOffice: (
        "A proxy or sign-in page answered instead of the office.",
        "What was shown before stays.",
        "Sign in to the network in a web browser, or ask your IT support to let Front Desk through.",
    ),
    errors.EmptyAnswer: (
        "The office's answer was empty.",
        "What was shown before stays.",
        "Refresh. If it stays, copy the details for your IT support.",
    ),
    errors.OtherRow: (
        "The answer was about something else.",
        "It was not used; what was shown before stays. The connection was made anew.",
        "Try again.",
    ),
    errors.OverLimit: (
        "The answer is larger than any of Open Dental's.",
        "It was not used; what was shown before stays.",
        "If it stays, copy the details for your IT support.",
    ),
    errors.Unreadable: (
        "The answer could not be read.",
        "It is not what Open Dental documents; what was shown before stays.",
        "Refresh. If it stays, copy the details for whoever looks after this program.",
    ),
}


_STORE: dict[type[LocalStoreError], tuple[str, str]] = {
    StoreInUse: (
        "Two at once could send the same change twice. Nothing is lost.",
        "Close the other window, or sign the other user out, then try again.",
    ),
    StoreTooNew: (
        "This version can't read it and leaves it alone. Nothing is lost.",
        "Start the newer Front Desk, or install it on this PC.",
    ),
    StoreLocked: (
        "Changes that were not sent yet may be in it, so it is left alone. Nothing is lost.",
        "Sign in to Windows as yourself and start Front Desk again.",
    ),
    StoreFailed: (
        "Every change is saved on this PC before it is sent. What was saved before is still there.",
        "Free some disk space, or ask your IT support whether the disk can be written to, then try again.",
    ),
    StoreDamaged: (
        "Changes that were not sent yet may be lost. What is in Open Dental stays there.",
        "Then check in Open Dental whether your last changes are there.",
    ),
}
"""What trouble with this PC's data means, and what to do. The errors' own texts say what happened."""

NO_KEYS = Message(
    "This computer no longer has the office's keys, or its vault is locked.",
    "The office cannot be opened without them.",
    "Enter them again.",
)


def explain(error: BaseException) -> Message:
    """Put an error into words. What nobody foresaw becomes a sentence about this program itself."""
    if (words := _STORE.get(type(error))) is not None:  # type: ignore[arg-type]
        return Message(str(error), *words, type(error).__name__)
    if isinstance(error, LocalStoreError | CannotWrite):  # their texts are sentences for people
        return Message(str(error), "", "")
    if isinstance(error, errors.PermissionMissing):
        title, action = lacking(error.permission), how_to_grant(error.permission)
        return Message(title, "Nothing was changed.", action, _details(error))
    if isinstance(error, errors.ApiError):
        title, meaning, action = next(words for kind, words in _WORDS.items() if isinstance(error, kind))
        told = f"{title} It says: {error.explanation}" if error.explanation else title
        return Message(told, meaning, action, _details(error))
    if isinstance(error, VaultClosed):
        return Message(
            "Windows can't store the keys right now.",
            "Front Desk keeps keys nowhere else, so the office can't be opened.",
            "Enter the keys, or sign in to Windows as yourself and start Front Desk again.",
            f"{type(error).__name__}: {error}",
        )
    return Message(
        "Front Desk made a mistake of its own.",
        "What was being done may not have happened; nothing that was saved is lost.",
        "Try again. If it stays, copy the details for whoever looks after this program.",
        type(error).__name__,
    )


def _details(error: errors.ApiError) -> str:
    status = f", HTTP {error.status}" if error.status else ""
    return f"{type(error).__name__} in {error.method}{status}"
