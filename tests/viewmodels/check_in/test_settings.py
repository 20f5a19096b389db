"""How the check-in PCs are set up at a desk: saved together, by those who may, and never over another desk's."""

from __future__ import annotations

from app.domain.people.staff import Member
from app.viewmodels.staff.check_in import commands
from app.viewmodels.staff.check_in.screen import CheckInScreenViewModel
from app.viewmodels.staff.check_in.settings import CheckInSettingsViewModel
from app.viewmodels.staff.check_in.settings_form import MOST_LOGO_BYTES
from app.wire.hub.actions import Nothing
from app.wire.hub.check_in import KIOSK_OFFICE, KioskOffice, TaskAbout
from app.wire.hub.kiosk import SETUP, Question
from tests.support.kinds import the
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.desks import ANA, BEN, CheckInDesk, CheckInDesks


async def settings_of(desks: CheckInDesks, who: Member = ANA) -> tuple[CheckInDesk, CheckInSettingsViewModel]:
    """A desk's settings, loaded, with the languages that there are."""
    at = await desks(who)
    await at.desk.screens.show("check_in")
    settings = the(CheckInScreenViewModel, at.desk.screens.model("check_in")).parts.settings
    assert isinstance(settings, CheckInSettingsViewModel)
    await until(lambda: not settings.words)
    return at, settings


async def kept(room: WaitingRoom) -> KioskOffice:
    """What the hub has."""
    return await room.desk.call(KIOSK_OFFICE, Nothing())


async def test_everything_is_saved_with_one_button(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """Texts, questions, windows, who sees the desk, lists and the PIN; the kiosk gets its part at once."""
    at, settings = await settings_of(open_check_in)
    form = settings.form
    assert not settings.may_save().ok
    form.welcome("en", "Good morning!")
    form.next_steps("en", "Take a seat by the aquarium.")
    form.ask(Question.INSURANCE, asked=False)
    form.show_balance(shown=True)
    form.windows(early=90, late=5)
    form.unseen_minutes(3)
    form.task_list(TaskAbout.ARRIVAL, 9)
    form.take_logo(b"\x89PNG\r\n\x1a\n" + bytes(10))
    for picker, text in ((form.providers, "marr"), (form.patients, "marchetti bo")):
        picker.type_text(text)
        await until(lambda picker=picker: bool(picker.offers))
        picker.confirm()
    form.exit_pin("2794", "2794")
    assert settings.preview("en").welcome == "Good morning!"
    assert settings.preview("es").done == "Ya registramos su llegada"
    assert settings.may_save().ok
    at.desk.commands[commands.SAVE.id].run()
    await until(lambda: settings.form.sentence == "The settings of the check-in PCs are saved.")
    office = await kept(room)
    assert office.setup.welcome == {"en": "Good morning!"}
    assert office.setup.questions == (Question.CONTACT, Question.HEALTH)
    assert (office.rules.windows.early, office.rules.windows.late, office.rules.unseen_minutes) == (90, 5, 3)
    assert office.rules.unseen_task_list == 9
    assert [each.name for each in form.patients.chosen] == ["Marchetti, Boris"]
    assert len(office.rules.desk_providers) == len(office.rules.desk_patients) == 1
    assert office.has_exit_pin
    assert settings.has_exit_pin
    assert not settings.dirty
    seen = await room.kiosk.call(SETUP, Nothing())
    assert seen.next_steps == {"en": "Take a seat by the aquarium."}
    assert seen.shows_balance


async def test_pins_follow_the_rules(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """Both must be the same, and not easy to guess; a large picture is refused, too."""
    _, settings = await settings_of(open_check_in)
    settings.form.exit_pin("2794", "2795")
    await settings.save()
    assert settings.form.sentence == "The two PINs differ. Enter the same one twice."
    settings.form.exit_pin("1111", "1111")
    await settings.save()
    assert settings.form.sentence.startswith("This PIN is too easy to guess.")
    assert not (await kept(room)).has_exit_pin
    settings.form.take_logo(bytes(MOST_LOGO_BYTES + 1))
    assert settings.form.sentence == "This picture is too large. Choose a smaller one."
    settings.discard()
    assert not settings.dirty


async def test_another_desks_settings_are_never_overwritten(
    open_check_in: CheckInDesks, room: WaitingRoom
) -> None:
    """Whoever has typed something is told of it; loading theirs ends it."""
    _, mine = await settings_of(open_check_in)
    _, theirs = await settings_of(open_check_in)
    mine.form.welcome("en", "Hello")
    theirs.form.welcome("en", "Welcome back")
    await theirs.save()
    await until(lambda: mine.theirs)
    assert mine.form.setup.welcome == {"en": "Hello"}
    await mine.save()
    assert mine.theirs
    assert mine.form.sentence.startswith("Another desk saved other settings meanwhile.")
    assert (await kept(room)).setup.welcome == {"en": "Welcome back"}
    mine.discard()
    assert (mine.form.setup.welcome, mine.theirs) == ({"en": "Welcome back"}, False)
    mine.form.next_steps("en", "Please sit down.")
    await mine.save()
    assert (await kept(room)).setup.next_steps == {"en": "Please sit down."}


async def test_who_may_not_change_them_reads_them(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """Without the right nothing is saved, unless a person who has it approves."""
    at, settings = await settings_of(open_check_in, BEN)
    assert not settings.may_change
    settings.form.show_balance(shown=True)
    saving = at.desk.parts.scope.start(settings.save(), "save")
    await until(lambda: at.desk.people.approval is not None and at.desk.people.approval.is_open)
    at.desk.people.approval.cancel()
    await saving
    assert "managing people" in settings.form.sentence
    assert not (await kept(room)).setup.shows_balance
