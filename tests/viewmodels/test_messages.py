"""Messages for all errors."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from datetime import datetime

import pytest

from app.api import errors
from app.core.observers import Observers
from app.core.text import msg
from app.journal.entries import Entry, Intent, WriteState
from app.journal.errors import StillSettling
from app.sealed.errors import LocalStoreError, StoreDamaged, StoreFailed, StoreInUse, StoreLocked, StoreTooNew
from app.services.writes.errors import CannotWrite
from app.viewmodels import messages
from app.viewmodels.messages import explain, on_unexpected
from app.wire.permissions import Permission

MOMENT = datetime(2026, 11, 17, 10, 20)


def kinds(of: type[errors.ApiError] = errors.ApiError) -> Iterator[type[errors.ApiError]]:
    """All errors that an office can cause: the leaves of the tree, without our own mistake."""
    if of is errors.FieldError:
        return
    below = of.__subclasses__()
    if not below:
        yield of
    for each in below:
        yield from kinds(each)


def made(kind: type[errors.ApiError]) -> errors.ApiError:
    """An instance of a type, with an explanation of the office."""
    if kind is errors.PermissionMissing:
        return errors.PermissionMissing(
            "Appointments.confirm", permission=Permission.COMM, explanation="of theirs"
        )
    if kind is errors.TooManyRequests:
        return errors.TooManyRequests("Appointments.confirm", retry_after=3, explanation="of theirs")
    if kind is errors.Unconfirmed:
        return errors.Unconfirmed(made(errors.Unreadable))
    return kind("Appointments.confirm", explanation="of theirs", status=400)


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.__name__)
def test_every_api_error_has_words(kind: type[errors.ApiError]) -> None:
    """Every error of the API has what happened, what it means, and the office's own explanation."""
    message = explain(made(kind))
    assert message.title.endswith((".", "theirs"))
    assert message.meaning.endswith(".")
    if kind is not errors.PermissionMissing:
        assert "Open Dental says: of theirs" in message.title
    assert message.sentence.startswith(message.title)
    assert "went wrong in Front Desk" not in message.sentence


def test_an_invalid_argument_is_our_own_mistake() -> None:
    """It is told and reported as an error of the program, not as one of the office."""
    reported: list[BaseException] = []
    end = on_unexpected(reported.append)
    wrong = errors.FieldError("Commlogs.create", "PatNum", "is required")
    assert "went wrong in Front Desk" in explain(wrong).sentence
    assert reported == [wrong]
    end()


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.__name__)
def test_details_hold_nothing_of_a_patient(kind: type[errors.ApiError]) -> None:
    """The copied details have the error and the method, never the office's text."""
    details = explain(made(kind)).details
    assert details.startswith(f"{kind.__name__} in Appointments.confirm")
    assert "theirs" not in details


@pytest.mark.parametrize(
    "kind", [errors.TimedOut, errors.ConnectionLost, errors.GatewayTimeout, errors.ServerFault]
)
def test_a_failed_read_speaks_of_no_change(kind: type[errors.ApiError]) -> None:
    """Only after a write the message says that Front Desk checks whether the change was saved."""
    error = made(kind)
    assert "whether your change was saved" in explain(error).meaning
    error.reads = True
    assert explain(error).meaning == "What was shown before stays."


def test_the_permission_is_named() -> None:
    """A missing permission is named, with where to grant it."""
    message = explain(made(errors.PermissionMissing))
    assert message.title == f"The office's API key doesn't have the permission {Permission.COMM.value}."
    assert "Setup, Advanced Setup, API" in message.action
    unknown = errors.PermissionMissing("Appointments.confirm", permission=None)
    assert explain(unknown).title == "The office's API key doesn't have the permission for this."


def test_our_own_sentences_are_kept() -> None:
    """Errors of the journal and of the writing services are sentences already."""
    entry = Entry(
        id=1,
        intent=Intent(
            kind="move", subject="appointment:1", method="Appointments.update", arguments={}, words="Moved"
        ),
        state=WriteState.UNKNOWN,
        who="Ana",
        made_at=MOMENT,
        changed_at=MOMENT,
    )
    for error in (
        StillSettling(entry),
        CannotWrite(msg("No status.")),
    ):
        assert explain(error).sentence == str(error)


@pytest.mark.parametrize(
    "error",
    [StoreInUse(), StoreTooNew(9), StoreLocked(), StoreFailed("SQLITE_FULL"), StoreDamaged("SQLITE_CORRUPT")],
    ids=repr,
)
def test_a_journal_that_cannot_be_used(error: LocalStoreError) -> None:
    """Problems with the journal have their meaning and what to do, with details that can be copied."""
    message = explain(error)
    assert message.title == str(error)
    assert message.meaning.endswith(".")
    assert message.action.endswith(".")
    assert message.details == type(error).__name__


def test_a_journal_that_is_open_elsewhere() -> None:
    """On a shared PC the user is told that nothing is lost and that the other copy has to be closed first."""
    assert explain(StoreInUse()).sentence.endswith(
        "Nothing is lost. Close the other window, or sign the other user out, then try again."
    )


def test_a_mistake_of_ours_says_so() -> None:
    """An unexpected error is reported as a problem of Front Desk, by its type alone."""
    message = explain(ValueError("Ortiz, Maria"))
    assert message.title == "Something went wrong in Front Desk."
    assert message.details == "ValueError"
    assert "Ortiz" not in message.sentence


def test_a_mistake_of_ours_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes reports gets it, until that ends; what is expected is no mistake."""
    told: list[BaseException] = []
    monkeypatch.setattr(messages, "_unexpected", Observers())
    end = on_unexpected(told.append)
    explain(StoreFailed("SQLITE_FULL"))
    explain(errors.Unreachable("Appointments.confirm"))
    assert not told
    mistake = ValueError("x")
    explain(mistake)
    assert told == [mistake]
    end()
    explain(mistake)
    assert told == [mistake]


def test_a_full_disk_is_no_mistake_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was being written: the sentence says what to do, and nothing is reported as unexpected."""
    reported: list[BaseException] = []
    monkeypatch.setattr(messages, "_unexpected", Observers())
    on_unexpected(reported.append)
    message = explain(OSError(errno.ENOSPC, "No space left on device"))
    assert message.sentence.startswith("The disk is full.")
    assert "Free some disk space" in message.sentence
    assert reported == []
