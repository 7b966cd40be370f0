"""Cases that move between areas: this area's card, a case sent, a case taken. Each is told by a fingerprint."""

from gettext import gettext as _
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from meeting.tui.dialogs import Ask
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill, Recording
from meeting.tui.page import Page
from meeting.usecases import transferring
from meeting.usecases.cases import case_id_of
from meeting.usecases.transferring import Came, Sent

Values = dict[str, str]


class TransfersScreen(Page):
    HERE = "1"
    HELP: ClassVar[str] = _(
        "A case that moves to another area goes sealed and whole; here it is closed then. The two areas read their "
        "fingerprints to each other on the telephone, so that nothing goes to a stranger or comes from one."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "card", _("Our card"), tooltip=_("Write this area's card, for others to seal cases to")),
        Binding("s", "send", _("Send a case"), tooltip=_("Seal a case to another area's card; here it is closed")),
        Binding("t", "take", _("Take a case"), tooltip=_("Open a sealed case that came; it is new here")),
        Binding("escape", "back", _("Back")),
    ]

    def body(self) -> list[Widget]:
        return [Static(_text(), id="what", markup=False)]

    def action_card(self) -> None:
        name = f"~/meeting-papers/{self.office.area.name}.card"
        field = Field("path", _("File"), name, check=needed(_("Name a file.")))

        def write(values: Values | None) -> None:
            if values is None:
                return
            path = Path(values["path"].strip()).expanduser()
            fingerprint = self.attempt(lambda: transferring.write_card(self.office, path))
            if fingerprint is not None:
                self.saved()
                told = _("Written: {path}\nSend it to the other area. Read this to them on the telephone, never by the "
                         "way the card goes:\n\n    {fingerprint}")  # fmt: skip
                self.app.push_screen(Ask(told.format(path=path, fingerprint=fingerprint), {"ok": _("I have it")}))

        self.app.push_screen(Fill(_("This area's card"), [field], _("Write"), kept=None), write)

    def action_send(self) -> None:
        fields = [
            Field("reference", _("Reference code of the case"), check=needed(_("Give the case's code."))),
            Field("card", _("The other area's card (a file they sent)"), check=needed(_("Say where the card lies."))),
        ]

        def look(values: Values) -> None:
            self._case = case_id_of(self.office, values["reference"])
            self._card = Path(values["card"].strip()).expanduser()
            self._name = transferring.card_of(self._card).name

        form = Fill(_("Send a case to another area"), fields, _("Go on"), kept=None)
        self.app.push_screen(Recording(form, look), lambda values: self._send() if values else None)

    def _send(self) -> None:
        title = _("The card says it is {name}'s. Telephone them, at a number you know, and let them read their "
                  "fingerprint to you.").format(name=self._name)  # fmt: skip
        fields = [
            Field("fingerprint", _("Their fingerprint, as they read it"), check=needed(_("Type what they read."))),
            Field("folder", _("Folder for the sealed case"), "~/meeting-papers", check=needed(_("Name a folder."))),
        ]
        done: list[Sent] = []

        def seal(values: Values) -> None:
            folder = Path(values["folder"].strip()).expanduser()
            done.append(transferring.send(self.office, self._case, self._card, values["fingerprint"], folder))

        def told(_values: Values | None) -> None:
            if done:
                self.saved()
                text = _("Sealed into {path}\nOnly that area opens it. The case is closed here. Read your own "
                         "fingerprint (c, our card) to them when they take it.").format(path=done[0].path)  # fmt: skip
                self.app.push_screen(Ask(text, {"ok": _("I have it")}))

        self.app.push_screen(Recording(Fill(title, fields, _("Seal and close it here"), kept=None), seal), told)

    def action_take(self) -> None:
        field = Field("path", _("The sealed case (a file they sent)"), check=needed(_("Say where the file lies.")))
        found: list[Came] = []

        def look(values: Values) -> None:
            self._sealed = Path(values["path"].strip()).expanduser()
            found.append(transferring.look(self.office, self._sealed))

        form = Recording(Fill(_("Take a case from another area"), [field], _("Go on"), kept=None), look)
        self.app.push_screen(form, lambda values: self._take(found[-1]) if values else None)

    def _take(self, came: Came) -> None:
        title = _("{name} says it sent {reference}. Telephone them, at a number you know, and let them read their "
                  "fingerprint to you.").format(name=came.sender, reference=came.reference)  # fmt: skip
        field = Field("fingerprint", _("Their fingerprint, as they read it"), check=needed(_("Type what they read.")))

        def told(values: Values | None) -> None:
            if values:
                self.saved()
                said = _("{reference} is taken, transferred from {name}: due at the next meeting. Consent is to be "
                         "asked anew.")  # fmt: skip
                text = said.format(reference=came.reference, name=came.sender)
                self.app.push_screen(Ask(text, {"ok": _("I have read it")}))

        form = Fill(title, [field], _("Take it"), kept=None)
        self.app.push_screen(
            Recording(form, lambda v: transferring.take(self.office, self._sealed, v["fingerprint"])), told
        )


def _text() -> str:
    return _(
        "A case moves with a family: it goes to the other area sealed and whole, and is closed here.\n\n"
        "c  writes this area's card, a file for the other area to seal cases to, and shows its fingerprint to be read "
        "aloud.\n\n"
        "s  sends a case: you need the other area's card, and their fingerprint read to you on the telephone.\n\n"
        "t  takes a case that came: it is new here, due at the next meeting, and consent is to be asked anew.\n\n"
        "Made-up cases of a practice area go to other practice areas alone."
    )
