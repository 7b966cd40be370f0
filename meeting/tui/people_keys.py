"""Keys of people: invited, renewed, handed over, taken away. What is told once is shown once."""

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from meeting.tui import people_forms as forms
from meeting.tui.dialogs import Ask
from meeting.tui.forms import Fill, Recording
from meeting.tui.page import Page
from meeting.usecases import people
from meeting.usecases.people import Person, Welcome

Values = dict[str, str]


class PeopleKeys(Page):
    """The part of the people's page that makes and ends keys; ``chosen`` is whom it is about."""

    def chosen(self) -> Person | None:
        raise NotImplementedError

    def record(self, form: Fill, do: Callable[[Values], Welcome | None]) -> None:
        """A form that stays until what it says was done; then what is to be handed over, once."""
        made: list[Welcome | None] = []

        def told(values: Values | None) -> None:
            if values is not None:
                self.welcome(made[-1] or Welcome("", ""))

        self.app.push_screen(Recording(form, lambda values: made.append(do(values))), told)

    def action_invite(self) -> None:
        self.record(forms.invite_form(self.office), lambda values: people.invite(
            self.office, values["id"].strip(), values["role"], name=values["name"], agency=values["agency"],
            until=forms.day_of(values["until"]), key_file=_file(values) if values["role"] == "participant" else None,
        ))  # fmt: skip

    def action_renew(self) -> None:
        person = self.chosen()
        if person is None:
            return
        if person.role == "participant":
            self.record(forms.renew_form(person), lambda values: people.renew(self.office, person.id, _file(values)))
            return
        self._sure(
            _("New keys for {id}? The old passphrase opens nothing any more.").format(id=person.id),
            lambda: people.renew(self.office, person.id),
        )

    def action_disable(self) -> None:
        person = self.chosen()
        if person is not None:
            question = _("Disable {id}? They open nothing any more. This takes a while in a large area.")
            self._sure(question.format(id=person.id), lambda: people.disable(self.office, person.id))

    def action_rotate(self) -> None:
        question = _("All keys anew, for the same people? Everybody opens the area as before, with the passphrase they "
                     "have; an older copy of the keys opens nothing newer. This takes a while in a large area.")  # fmt: skip
        self._sure(question, lambda: people.rotate(self.office))

    def _sure(self, question: str, do: Callable[[], Welcome | None]) -> None:
        def answered(answer: str | None) -> None:
            if answer == "yes":
                self.in_background(lambda: do() or Welcome("", ""), self.welcome, _("New keys for every case…"))

        self.app.push_screen(Ask(question, {"no": _("No"), "yes": _("Yes")}), answered)

    def welcome(self, welcome: Welcome) -> None:
        self.saved()
        self.refresh_page()
        if not welcome.passphrase:
            return
        told = _("Passphrase of {id}, shown this once:\n\n    {passphrase}\n\nHand it over in person.")
        if welcome.key_file:
            told += "\n" + _("Their key file: {path}").format(path=welcome.key_file)
        text = told.format(id=welcome.id, passphrase=welcome.passphrase)
        self.app.push_screen(Ask(text, {"ok": _("It is handed over")}))

    def action_hand_over(self) -> None:
        person = self.chosen()
        if person is None or not forms.is_handed_over(person):
            self.say(_("Only another chair's or coordinator's place is handed over. For your own: invite your successor, "
                       "who opens the area and disables you."))  # fmt: skip
            return

        def done(welcome: Welcome) -> None:
            self.recorded(forms.handing_over(person))
            self.welcome(welcome)

        def begin(values: Values | None) -> None:
            if values is not None:
                name, successor = values["name"], values["id"].strip()
                self.in_background(lambda: people.hand_over(self.office, person.id, successor, name=name),
                                   done, _("New keys for every case…"))  # fmt: skip

        self.app.push_screen(forms.hand_over_form(person), begin)

    def action_role(self) -> None:
        person = self.chosen()
        if person is None or not person.opens_area:
            self.say(_("A participant's role is another matter: invite them anew, under a new id."))
            return

        def change(role: str) -> Welcome:
            people.set_role(self.office, person.id, role)
            return Welcome("", "")

        def begin(values: Values | None) -> None:
            if values is not None:
                self.in_background(lambda: change(values["role"]), self.welcome, _("New keys for every case…"))

        self.app.push_screen(forms.role_form(person), begin)

    def action_passphrase(self) -> None:
        def change(values: Values) -> Welcome | None:
            if values["new"] != values["again"]:
                raise ValueError(_("The two are not the same; nothing was changed."))
            welcome = people.change_passphrase(self.office, values["old"], values["new"])
            return None if values["new"] else welcome

        self.record(forms.passphrase_form(), change)


def _file(values: Values) -> Path:
    return Path(values["key_file"].strip()).expanduser()
