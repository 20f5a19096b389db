"""The connection page's own sentences."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtWidgets import QApplication

from app.api import errors
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.core.tasks import TaskScope
from app.viewmodels.staff.connect import Connection, ConnectViewModel
from app.viewmodels.staff.connect_words import CHOICES, Choice, OfficeTooOld, mode_text, server_of
from tests.support.qt_loop import until

ANSWERS: dict[str, BaseException] = {
    "Can't reach server. Check its name": errors.Unreachable("Preferences.list"),
    "The office doesn't accept this key.": errors.KeyRefused("Preferences.list", status=401),
    "This office has Open Dental 20.4. Front Desk needs 21.3 or newer.": OfficeTooOld("20.4", "21.3"),
    "server didn't answer within 10 seconds. Check its name": errors.TimedOut("Preferences.list"),
    "This PC's proxy can't be used: it is a SOCKS proxy": errors.UnusableProxy("Preferences.list"),
    "This PC doesn't trust the certificate of server": errors.UntrustedServer("Preferences.list"),
    "server doesn't use https. Type the address with http://": errors.NoHttps("Preferences.list"),
    "server uses https. Type the address with https://": errors.HttpsOnly("Preferences.list"),
    "server answered with a web page: that address isn't Open Dental.": errors.NotTheOffice(
        "Preferences.list"
    ),
    "That address isn't Open Dental, or it is older than 22.1": OfficeTooOld("", "22.1"),
    "The office's answer couldn't be read.": errors.Unreadable("Preferences.list"),
}


class Office:
    """The page's check, answering as set by the test."""

    def __init__(self, answer: BaseException | None = None) -> None:
        self.answer = answer
        self.asked: list[tuple[OfficeAddress, Keys]] = []

    async def __call__(self, address: OfficeAddress, keys: Keys) -> None:
        """Record the keys and answer."""
        self.asked.append((address, keys))
        if self.answer is not None:
            raise self.answer


def page(office: Office, tasks: TaskScope, mode: Mode = Mode.SERVICE) -> ConnectViewModel:
    """The page, filled in."""
    viewmodel = ConnectViewModel(office, tasks)
    viewmodel.choose(mode)
    viewmodel.fill(server=" server ", developer_key=" dev ", customer_key="cust\n")
    return viewmodel


@pytest.mark.parametrize(
    ("sentence", "answer"), ANSWERS.items(), ids=[type(each).__name__ for each in ANSWERS.values()]
)
async def test_each_failure_has_its_sentence(
    sentence: str, answer: BaseException, qapp: QApplication, tasks: TaskScope
) -> None:
    """A wrong key, an unreachable server, an office that is too old: each has its message, and can be retried."""
    viewmodel = page(Office(answer), tasks)
    viewmodel.connect_office()
    await until(lambda: not viewmodel.state.checking)
    assert viewmodel.state.sentence.startswith(sentence)
    assert not viewmodel.state.ok
    viewmodel.connect_office()
    assert viewmodel.state.checking
    await until(lambda: not viewmodel.state.checking)


async def test_a_good_answer(qapp: QApplication, tasks: TaskScope) -> None:
    """Entries are trimmed, sent once however often one clicks, and passed on when the office answers."""
    office, found = Office(), []
    viewmodel = page(office, tasks)
    viewmodel.connected.connect(found.append)
    viewmodel.connect_office()
    viewmodel.connect_office()
    await until(lambda: bool(found))
    assert office.asked == [(OfficeAddress(Mode.SERVICE, "http://server:30223/api/v1"), Keys("dev", "cust"))]
    assert found == [Connection(*office.asked[0])]


BY_KEY = [choice for choice in CHOICES if choice.mode is not Mode.HUB]


@pytest.mark.parametrize("choice", BY_KEY, ids=lambda choice: choice.mode.value)
async def test_what_is_missing(choice: Choice, qapp: QApplication, tasks: TaskScope) -> None:
    """Each mode shows what it needs before anything is sent; training needs nothing."""
    office = Office()
    viewmodel = ConnectViewModel(office, tasks)
    viewmodel.choose(choice.mode)
    assert bool(viewmodel.missing) == (choice.mode is not Mode.TRAINING)
    viewmodel.connect_office()
    await until(lambda: not viewmodel.state.checking)
    assert office.asked == []
    said = viewmodel.state.sentence
    assert said == viewmodel.missing or viewmodel.state.ok
    viewmodel.fill(server="SERVER", developer_key="d", customer_key="c")
    assert viewmodel.missing == ""
    assert viewmodel.state.sentence == said


async def test_an_error_stays_until_the_next_try(qapp: QApplication, tasks: TaskScope) -> None:
    """Typing keeps the message, because the user is fixing that problem; the next try or another mode removes it."""
    viewmodel = page(Office(errors.KeyRefused("Preferences.list", status=401)), tasks)
    viewmodel.connect_office()
    await until(lambda: not viewmodel.state.checking)
    viewmodel.fill(server="server", developer_key="dev", customer_key="c")
    assert viewmodel.state.sentence.startswith("The office doesn't accept")
    viewmodel.connect_office()
    assert viewmodel.state.sentence == "Connecting…"
    viewmodel.choose(Mode.TRAINING)
    assert viewmodel.state.sentence == ""


async def test_another_way_ends_what_is_being_asked(qapp: QApplication, tasks: TaskScope) -> None:
    """Selecting another mode during a check doesn't open the checked office."""
    office, found = Office(), []
    viewmodel = page(office, tasks)
    viewmodel.connected.connect(found.append)
    viewmodel.connect_office()
    viewmodel.choose(Mode.LOCAL)
    await until(lambda: not tasks.running)
    assert found == []


async def test_kept_keys(qapp: QApplication, tasks: TaskScope) -> None:
    """An empty field uses the key stored for the entered address; typed keys take precedence."""

    async def kept(address: OfficeAddress) -> Keys | None:
        return Keys("kept dev", "kept cust") if "server:" in address.base_url else None

    office, found = Office(), []
    viewmodel = ConnectViewModel(office, tasks, kept=kept)
    viewmodel.connected.connect(found.append)
    viewmodel.begin("Service", "server")
    await until(lambda: viewmodel.keys_kept)
    assert viewmodel.missing == ""
    viewmodel.fill(server="other", developer_key="", customer_key="")
    assert not viewmodel.keys_kept
    viewmodel.fill(server="server", developer_key="", customer_key="new cust")
    viewmodel.connect_office()
    await until(lambda: bool(found))
    assert [keys for _, keys in office.asked] == [Keys("kept dev", "new cust")]


@pytest.mark.parametrize(
    "server",
    ["a b", "http://", "::::", "host:notaport", "host:99999", "\u0000", "x" * 300, "http://[", "ftp://x"],
)
async def test_nonsense_for_a_server(server: str, qapp: QApplication, tasks: TaskScope) -> None:
    """Whatever is typed as a server, the page shows a message or sends a request; it never breaks."""
    office = Office(errors.Unreachable("Preferences.list"))
    viewmodel = ConnectViewModel(office, tasks)
    viewmodel.choose(Mode.SERVICE)
    viewmodel.fill(server=server, developer_key="d", customer_key="c")
    viewmodel.connect_office()
    await until(lambda: not viewmodel.state.checking)
    assert viewmodel.state.sentence


async def test_canceling(qapp: QApplication, tasks: TaskScope) -> None:
    """A check without an answer can be canceled: the entries stay, and it can be retried."""
    gone = asyncio.Event()

    async def silent(address: OfficeAddress, keys: Keys) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            gone.set()

    viewmodel, found = page(Office(), tasks), []
    viewmodel._check = silent
    viewmodel.connected.connect(found.append)
    viewmodel.cancel()
    viewmodel.connect_office()
    assert viewmodel.state.checking
    await asyncio.sleep(0)
    viewmodel.cancel()
    assert (viewmodel.state.checking, viewmodel.state.sentence, viewmodel.server) == (False, "", "server")
    viewmodel.connect_office()
    await asyncio.wait_for(gone.wait(), 60)
    assert viewmodel.state.checking
    viewmodel.cancel()
    await until(lambda: not tasks.running)
    assert found == []


def test_names() -> None:
    """A server is shown by name, with its port unless it is the usual one; each mode has its own word."""
    bases = {
        "http://server:30223/api/v1": "server",
        "http://10.0.0.5:8080/api/v1": "10.0.0.5:8080",
        "http://[::1]:30223/api/v1": "[::1]",
        "https://server/api/v1": "server",
    }
    for base, name in bases.items():
        assert server_of(OfficeAddress(Mode.SERVICE, base)) == name
    assert server_of(OfficeAddress.standard(Mode.REMOTE)) == "api.opendental.com"
    assert [mode_text(mode) for mode in ("Service", "Local", "Remote")] == [
        "Office server",
        "This PC",
        "Internet",
    ]


async def test_a_mistake_of_ours(qapp: QApplication) -> None:
    """After any error, the page remains usable."""
    told: list[BaseException] = []
    scope = TaskScope("test", told.append)
    viewmodel = page(Office(ValueError("nobody foresaw it")), scope)
    viewmodel.connect_office()
    await until(lambda: not viewmodel.state.checking)
    assert viewmodel.state.sentence.startswith("Something went wrong in Front Desk.")
    assert viewmodel.state.details == "ValueError"
    viewmodel.connect_office()
    assert viewmodel.state.checking
    await scope.close()
    assert [type(each) for each in told] == [ValueError]


async def test_what_the_administrator_has_set_cannot_be_chosen_or_typed(
    qapp: QApplication, tasks: TaskScope
) -> None:
    """Mode and server stay as they were set; the keys are still entered."""
    viewmodel = ConnectViewModel(Office(), tasks)
    viewmodel.begin("Service", "SERVER", fixed=frozenset({"mode", "server"}))
    viewmodel.choose(Mode.REMOTE)
    viewmodel.fill(server="other", developer_key="dev", customer_key="cust")
    assert (viewmodel.choice.mode, viewmodel.server, viewmodel.customer_key) == (
        Mode.SERVICE,
        "SERVER",
        "cust",
    )
