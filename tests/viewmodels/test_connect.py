"""The connection page's own sentences."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.api import errors
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.core.tasks import TaskScope
from app.viewmodels.staff.connect import CHOICES, Connection, ConnectViewModel, OfficeTooOld
from tests.support.qt_loop import until

ANSWERS: dict[str, BaseException] = {
    "Can't reach http://server:30223/api/v1. Check its name": errors.Unreachable("Preferences.list"),
    "The office doesn't accept this key.": errors.KeyRefused("Preferences.list", status=401),
    "This office has Open Dental 20.4. Front Desk needs 21.3 or newer.": OfficeTooOld("20.4", "21.3"),
    "The server didn't answer in time.": errors.TimedOut("Preferences.list"),
    "The office's answer couldn't be read.": errors.Unreadable("Preferences.list"),
}


class Office:
    """What the page asks, answering as it is told."""

    def __init__(self, answer: BaseException | None = None) -> None:
        self.answer = answer
        self.asked: list[tuple[OfficeAddress, Keys]] = []

    async def __call__(self, address: OfficeAddress, keys: Keys) -> None:
        """Note who knocks, and answer."""
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
    """A wrong key, an unreachable server, an office that is too old: each says its own, and one can try again."""
    viewmodel = page(Office(answer), tasks)
    viewmodel.connect_office()
    await until(lambda: not viewmodel.state.checking)
    assert viewmodel.state.sentence.startswith(sentence)
    assert not viewmodel.state.ok
    viewmodel.connect_office()
    assert viewmodel.state.checking
    await until(lambda: not viewmodel.state.checking)


async def test_a_good_answer(qapp: QApplication, tasks: TaskScope) -> None:
    """What was typed is trimmed, asked once however often one clicks, and handed on when the office answers."""
    office, found = Office(), []
    viewmodel = page(office, tasks)
    viewmodel.connected.connect(found.append)
    viewmodel.connect_office()
    viewmodel.connect_office()
    await until(lambda: bool(found))
    assert office.asked == [(OfficeAddress(Mode.SERVICE, "http://server:30223/api/v1"), Keys("dev", "cust"))]
    assert found == [Connection(*office.asked[0])]


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.mode.value)
async def test_what_is_missing(choice: object, qapp: QApplication, tasks: TaskScope) -> None:
    """Each way says what it needs before it asks anybody; training needs nothing."""
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


async def test_what_was_said_stays_until_the_next_try(qapp: QApplication, tasks: TaskScope) -> None:
    """Typing takes no message away: what it said is what is being mended; the next try or another way does."""
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
    """Whoever picks another way while an office is being asked is not taken to that office."""
    office, found = Office(), []
    viewmodel = page(office, tasks)
    viewmodel.connected.connect(found.append)
    viewmodel.connect_office()
    viewmodel.choose(Mode.LOCAL)
    await until(lambda: not tasks.running)
    assert found == []


async def test_kept_keys(qapp: QApplication, tasks: TaskScope) -> None:
    """A field left empty takes the key that is kept for the address that is named; what was typed goes before it."""

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
    """Whatever is typed for a server, the page says something about it or asks there; it never breaks."""
    office = Office(errors.Unreachable("Preferences.list"))
    viewmodel = ConnectViewModel(office, tasks)
    viewmodel.choose(Mode.SERVICE)
    viewmodel.fill(server=server, developer_key="d", customer_key="c")
    viewmodel.connect_office()
    await until(lambda: not viewmodel.state.checking)
    assert viewmodel.state.sentence
