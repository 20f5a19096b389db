"""How the office's check-in PCs are set up: typed in a form, saved together with one button."""

from __future__ import annotations

import base64

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.text import Text, msg
from app.domain.people.pins import pin_trouble
from app.services.audit.audit import Action
from app.services.check_in.check_in import CheckIn
from app.services.check_in.hub import HubTrouble
from app.services.people.authority import Approval, NotAllowed
from app.services.people.manager import MAY_MANAGE
from app.services.people.people import Standing
from app.viewmodels.kiosk.languages import spoken_in
from app.viewmodels.staff.check_in.settings_form import SettingsForm
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict
from app.wire.hub.check_in import ChangeKioskOffice, KioskOffice
from app.wire.hub.stream import Topic

VERSION = "version"  # words: the hub's word
KIOSKS = "kiosks"  # words: the audit's
_USUAL = (
    "Welcome to {practice}",  # words: the kiosk's, translated there
    "Welcome",  # words: the kiosk's, translated there
    "You are checked in",  # words: the kiosk's, translated there
    "Please take a seat. We will call you.",  # words: the kiosk's, translated there
)
_TWICE = msg("The two PINs differ. Enter the same one twice.")
_SAVED = msg("The settings of the check-in PCs are saved.")
_NOT_READ = Verdict(ok=False, reason=msg("The settings haven't loaded yet."))
_UNCHANGED = Verdict(ok=False, reason=msg("Nothing was changed."))
_READ_ONLY = Verdict(ok=False, reason=msg("Only people who may manage people can change these settings."))
_NOBODY_YET = msg("Set up the first person first: File, People. Then these settings can be changed.")
_THEIRS = msg("Another desk saved other settings meanwhile. Load them, then make your changes again.")


class WelcomePreview(Struct, frozen=True):
    """The welcome page and the last page in one language."""

    language: str
    welcome: str
    begin: str
    """The button that begins."""
    done: str
    """The last page's title."""
    next_steps: str


class CheckInSettingsViewModel(QObject):
    """`changed` when what is shown, or whether it can be saved, has changed.

    What is typed stays when another desk saves: both are told of, and nothing is overwritten.
    """

    changed = Signal()

    def __init__(self, desk: DeskViewModel, check_in: CheckIn) -> None:
        super().__init__(desk)
        self._desk = desk
        self._check_in = check_in
        self._base: KioskOffice | None = None
        """What the form was filled with."""
        self.form = SettingsForm(desk)
        self.form.changed.connect(self.changed)
        self.saving = False
        self.theirs = False
        """Whether another desk has saved since the form was filled."""
        self._ends = (
            check_in.watch(lambda topic: self._follow() if topic is Topic.KIOSK_OFFICE else None),
            desk.parts.staff.watch(self.changed.emit),
        )
        self._follow()

    # --- what is shown -------------------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """What is shown in place of the form; empty: the form."""
        if self._base is not None:
            return ""
        trouble = self._check_in.why(Topic.KIOSK_OFFICE)
        return tr(trouble.words) if trouble is not None else tr("Loading…")

    @property
    def has_exit_pin(self) -> bool:
        """Whether staff can leave the kiosk by PIN."""
        return self._base is not None and self._base.has_exit_pin

    @property
    def may_change(self) -> bool:
        """Whether the person at the desk may change the settings alone."""
        return self._desk.parts.staff.may(MAY_MANAGE)

    @property
    def why_not(self) -> str:
        """Why the person at the desk may not change them alone; empty: she may."""
        if self.may_change:
            return ""
        nobody = self._desk.parts.staff.standing is Standing.NOBODY
        return tr(_NOBODY_YET if nobody else _READ_ONLY.reason)

    @property
    def logo(self) -> bytes:
        """The picture; empty: none."""
        return base64.b64decode(self.form.setup.logo)

    @property
    def dirty(self) -> bool:
        """Whether something was changed and not saved."""
        base = self._base
        form = self.form
        return base is not None and (any(form.pins) or (form.setup, form.rules) != (base.setup, base.rules))

    def preview(self, code: str) -> WelcomePreview:
        """What patients read in a language: the office's own words, or the usual ones."""
        setup, spoken = self.form.setup, self.form.languages
        language = next((each for each in spoken if each.code == code), spoken[0])
        named, nameless, done, seat = spoken_in(language.code, *_USUAL)
        usual = named.replace("{practice}", setup.practice) if setup.practice else nameless
        return WelcomePreview(
            language.name,
            setup.welcome.get(language.code) or usual,
            language.begin,
            done,
            setup.next_steps.get(language.code) or seat,
        )

    def may_save(self) -> Verdict:
        """Whether it can be saved now."""
        if self._base is None:
            return _NOT_READ
        if not self.dirty:
            return _UNCHANGED
        return YES if self.may_change or self._desk.parts.staff.approvers([MAY_MANAGE]) else _READ_ONLY

    # --- saving ---------------------------------------------------------------------------------------------

    def discard(self) -> None:
        """Show what the hub has, without what is typed."""
        if (office := self._check_in.office) is not None:
            self._take(office)

    async def save(self) -> None:
        """Save everything; a second person is asked for where the right is missing."""
        pin, again = self.form.pins
        if self._base is None or self.saving or not self.dirty:
            return
        if pin != again:
            self._say(_TWICE)
        elif pin and (trouble := pin_trouble(pin)):
            self._say(trouble)
        else:
            await self._send(pin)

    def close(self) -> None:
        """The desk was closed."""
        for end in self._ends:
            end()
        self.form.close()

    # --- inside --------------------------------------------------------------------------------------------

    async def _send(self, pin: str) -> None:
        parts = self._desk.parts
        setup = replace(self.form.setup, practice="")  # the office's own name, also when it changes there
        change = ChangeKioskOffice(
            setup=setup, rules=self.form.rules, exit_pin=pin, who=parts.outbox.author.name
        )

        async def send(approval: Approval | None) -> KioskOffice:
            parts.writes.authority.check([MAY_MANAGE], approval)
            return await self._check_in.set_up(change)

        self.saving = True
        self.changed.emit()
        try:
            office = await self._desk.people.guarded(send)
        except NotAllowed as refused:
            self._say(refused.words)
        except HubTrouble as trouble:
            self.theirs = trouble.code == VERSION
            self._say(_THEIRS if self.theirs else trouble.words)
        else:
            parts.audit.note(Action.SETTINGS, KIOSKS)
            self._take(office)
            self._say(_SAVED)
        self.saving = False
        self.changed.emit()

    def _follow(self) -> None:
        office = self._check_in.office
        if office is None:
            self.changed.emit()
        elif self._base is None or not self.dirty:
            self._take(office)
        elif office.setup.version != self._base.setup.version and not self.saving:
            self.theirs = True
            self._say(_THEIRS)

    def _take(self, office: KioskOffice) -> None:
        self._base, self.theirs = office, False
        self.form.fill(office)

    def _say(self, words: Text) -> None:
        self.form.say(words)
