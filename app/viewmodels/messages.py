"""Converts errors to messages; the only place that does."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from app.api import errors
from app.api.capabilities import how_to_grant, lacking
from app.api.keys import VaultClosed
from app.api.status import BrokerStatus
from app.core.file_trouble import disk_trouble
from app.core.observers import Observers
from app.core.text import NO_TEXT, ExplainedError, Text, join, msg
from app.sealed.errors import LocalStoreError, StoreDamaged, StoreFailed, StoreInUse, StoreLocked, StoreTooNew
from app.viewmodels.translation import tr


class Message(Struct, frozen=True):
    """What happened, what it means for the user, what to do. `details` has no patient data and may be copied."""

    title: str
    meaning: str
    action: str
    details: str = ""

    @property
    def sentence(self) -> str:
        """The whole message on one line."""
        return " ".join(part for part in (self.title, self.meaning, self.action) if part)


_STAYS = msg("What is on the screen stays. Front Desk checks whether your change was saved.")
_SHOWN = msg("What was shown before stays.")
_UNCHANGED = msg("Nothing was changed.")
_AGAIN = msg("Front Desk will try again in a moment. Press Shift+F5 to try now.")
_COPY = msg("Refresh. If it happens again, copy the details for your IT support.")

_WAIT = msg("What is on the screen stays. Your changes wait on this PC and are sent when it is back.")
_PAIR = msg("Pair this PC again: choose File, Connect to another office, Office hub.")

_WORDS: dict[type[errors.ApiError], tuple[Text, Text, Text]] = {
    errors.OtherHub: (
        msg("Another program answers in place of the office hub, or the hub was set up anew."),
        msg("Nothing was sent. Your changes wait on this PC."),
        _PAIR,
    ),
    errors.DeviceRevoked: (
        msg("The office hub doesn't know this PC any more."),
        msg("Nothing was sent. Your changes wait on this PC."),
        _PAIR,
    ),
    errors.HubUnreachable: (
        msg("Can't reach the office hub."),
        _WAIT,
        msg("Check that the PC it runs on is on, and that this PC is on the network."),
    ),
    errors.OfficeOffline: (
        msg("The office hub can't reach Open Dental's server."),
        _WAIT,
        msg("Check that the server is on."),
    ),
    errors.RightMissing: (
        msg("The office hub refused this."),
        _UNCHANGED,
        msg("The person at this desk needs the right for it: File, People."),
    ),
    errors.TwinRefused: (
        msg("Another desk has just posted the same, or is posting it."),
        _UNCHANGED,
        msg("Look at the ledger before you post it again."),
    ),
    errors.UntrustedServer: (
        msg("This PC doesn't trust the certificate of Open Dental's server."),
        msg("Nothing was sent. Your changes wait on this PC."),
        msg("Ask your IT support to install the certificate on this PC."),
    ),
    errors.UnusableProxy: (
        msg("This PC's proxy can't be used: it is a SOCKS proxy, or it asks for a password."),
        msg("Nothing was sent. Your changes wait on this PC."),
        msg("Ask your IT support for another proxy."),
    ),
    errors.Unreachable: (
        msg("Can't reach Open Dental's server."),
        msg(
            "What is on the screen stays. Your changes wait on this PC and are sent when the server is back."
        ),
        msg("Check that the server is on and that this PC is on the network."),
    ),
    errors.Canceled: (msg("Stopped."), msg("Nothing was sent."), NO_TEXT),
    errors.TimedOut: (msg("The server didn't answer in time."), _STAYS, _AGAIN),
    errors.ConnectionLost: (msg("The connection was lost before the answer came."), _STAYS, _AGAIN),
    errors.GatewayTimeout: (msg("Open Dental took longer than 60 seconds."), _STAYS, _AGAIN),
    errors.Unconfirmed: (
        msg("Something answered, but not the way Open Dental does."),
        msg("The change may or may not be saved. Front Desk is checking."),
        NO_TEXT,
    ),
    errors.BadRequest: (
        msg("Open Dental refused this."),
        _UNCHANGED,
        msg("Correct what it names and try again."),
    ),
    errors.KeyRefused: (
        msg("Open Dental refused the office's API key."),
        msg("Nothing can be read or changed with it."),
        msg("Enter the key again on the connection page, or have it enabled in Open Dental."),
    ),
    errors.NotFound: (
        msg("This is no longer in Open Dental."),
        msg("It was deleted, or it belongs to another office."),
        msg("The screen is being refreshed."),
    ),
    errors.Gone: (
        msg("This office's Open Dental can no longer do this."),
        _UNCHANGED,
        msg("Do it in Open Dental, and tell your IT support."),
    ),
    errors.TooManyRequests: (
        msg("The office's API key is sending too many requests."),
        msg("Everything is slower for a moment. Nothing is lost."),
        msg("Front Desk continues by itself."),
    ),
    errors.ServerFault: (
        msg("Open Dental's server failed."),
        _STAYS,
        msg("If it happens again, restart the API service on the server."),
    ),
    errors.NotTheOffice: (
        msg("A proxy or sign-in page answered instead of the office."),
        _SHOWN,
        msg("Sign in to the network in a web browser, or ask your IT support to let Front Desk through."),
    ),
    errors.OtherRow: (
        msg("The answer was about something else."),
        msg("It was not used, and what was shown before stays. Front Desk has connected again."),
        msg("Try again."),
    ),
    errors.OverLimit: (
        msg("The answer is larger than any that Open Dental sends."),
        msg("It was not used, and what was shown before stays."),
        msg("If it happens again, copy the details for your IT support."),
    ),
    errors.EmptyAnswer: (msg("The office's answer was empty."), _SHOWN, _COPY),
    errors.Unreadable: (
        msg("The office's answer couldn't be read."),
        msg("It isn't what Open Dental's documentation says. What was shown before stays."),
        _COPY,
    ),
}

_STORE: dict[type[LocalStoreError], tuple[Text, Text]] = {
    StoreInUse: (
        msg("Two at once could send the same change twice. Nothing is lost."),
        msg("Close the other window, or sign the other user out, then try again."),
    ),
    StoreTooNew: (
        msg("This version can't read it and leaves it alone. Nothing is lost."),
        msg("Start the newer Front Desk, or install it on this PC."),
    ),
    StoreLocked: (
        msg("Changes that were not sent yet may be in it, so it is left alone. Nothing is lost."),
        msg("Sign in to Windows as yourself and start Front Desk again."),
    ),
    StoreFailed: (
        msg("Every change is saved on this PC before it is sent. What was saved before is still there."),
        msg(
            "Free some disk space, or ask your IT support whether the disk can be written to, then try again."
        ),
    ),
    StoreDamaged: (
        msg("Changes that were not sent yet may be lost. What is in Open Dental stays there."),
        msg("Then check in Open Dental whether your last changes are there."),
    ),
}
"""What problems with this PC's data mean, and what to do. The errors' own texts say what happened."""


def sent_when(status: BrokerStatus) -> Text:
    """When a change that waits on this PC will be sent, by what holds it up."""
    if status.intercepted:
        return msg("A sign-in page or proxy is in the way. It will be sent once Open Dental answers again.")
    if not status.connected:
        return msg("It will be sent when the server is back.")
    return msg("Front Desk will try again in a moment.")


def no_keys() -> Message:
    """The message when the vault doesn't provide the office's keys."""
    return _message(
        msg("Windows doesn't have the office's keys, or can't open them right now."),
        msg("The office can't be opened without them."),
        msg("Enter them again."),
    )


_unexpected: Observers[BaseException] = Observers()


def on_unexpected(report: Callable[[BaseException], object]) -> Callable[[], None]:
    """Call `report` with each error that people are only told to be one of Front Desk's own; returns what ends it."""
    return _unexpected.add(report)


def explain(error: BaseException) -> Message:
    """The message for an error. For an unexpected one it says that something went wrong in Front Desk."""
    if isinstance(error, LocalStoreError) and (words := _STORE.get(type(error))) is not None:
        return _message(error.words, *words, type(error).__name__)
    if isinstance(error, ExplainedError):
        return _message(error.words, NO_TEXT, NO_TEXT)
    if isinstance(error, errors.PermissionMissing):
        title, action = lacking(error.permission), how_to_grant(error.permission)
        return _message(title, _UNCHANGED, action, _details(error))
    if isinstance(error, errors.ApiError) and not isinstance(error, errors.FieldError):
        title, meaning, action = next(words for kind, words in _WORDS.items() if isinstance(error, kind))
        if error.reads and meaning is _STAYS:
            meaning = _SHOWN
        if error.explanation:
            title = join([title, msg("Open Dental says: {explanation}", explanation=error.explanation)])
        return _message(title, meaning, action, _details(error))
    if (message := _of_this_pc(error)) is not None:
        return message
    _unexpected.notify(error)
    return _message(
        msg("Something went wrong in Front Desk."),
        msg("Your last action may not have worked. Nothing that was saved is lost."),
        msg("Try again. If it happens again, copy the details for your IT support."),
        type(error).__name__,
    )


def _of_this_pc(error: BaseException) -> Message | None:
    """The vault's and the disk's troubles; None for any other."""
    if isinstance(error, VaultClosed):
        return _message(
            msg("Windows can't store the keys right now."),
            msg("Front Desk keeps keys nowhere else, so the office can't be opened."),
            msg("Enter the keys, or sign in to Windows as yourself and start Front Desk again."),
            f"{type(error).__name__}: {error}",
        )
    if (why := disk_trouble(error)) is not None:
        return _message(
            why,
            msg("Nothing was sent. What was saved before is still there."),
            msg(
                "Free some disk space, or ask your IT support whether the folder can be written to, then try again."
            ),
            type(error).__name__,
        )
    return None


def _message(title: Text, meaning: Text, action: Text, details: str = "") -> Message:
    return Message(tr(title), tr(meaning), tr(action), details)


def _details(error: errors.ApiError) -> str:
    status = f", HTTP {error.status}" if error.status else ""
    return f"{type(error).__name__} in {error.method}{status}"  # words: for whoever reads it with the source
