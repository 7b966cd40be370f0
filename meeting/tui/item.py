"""One case in the meeting: its disguised summary, the note that is typed, the actions agreed."""

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from data.records.conference import Meeting, Note, NoteKind
from data.records.draft import DraftOf
from meeting.tui.acting import acted_on, action_form
from meeting.tui.dialogs import Ask, Choose
from meeting.tui.note import NotePane, Which
from meeting.usecases import holding, taking_on
from meeting.usecases.writing import writing

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp
    from meeting.tui.holding import HoldingScreen

_KINDS = (NoteKind.INFORMATION, NoteKind.RISKS, NoteKind.VIEWS)


class ItemPane(Vertical):
    """F-keys work while one types; after Esc the letters do as well."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f4",
            "earlier",
            pgettext("actions", "Earlier"),
            key_display="F4",
            priority=True,
            tooltip=_("Actions of earlier meetings: what became of each"),
        ),
        Binding("s", "earlier", pgettext("actions", "Earlier"), show=False),
        Binding("f6", "agree", _("Action"), key_display="F6", priority=True, tooltip=_("Agree an action on this case")),
        Binding(
            "f7",
            "kind",
            _("Kind"),
            key_display="F7",
            priority=True,
            tooltip=_("Information, risks, the victim's views"),
        ),
        Binding("f8", "agency", _("Whose"), key_display="F8", priority=True, tooltip=_("Which agency shares this")),
        Binding("ctrl+g,a", "agree", _("Action"), show=False),
        Binding("ctrl+t,k", "kind", _("Kind"), show=False),
        Binding("w", "agency", _("Whose"), show=False),
        Binding("o", "behind", _("Who is it"), show=False, tooltip=_("Who stands behind a placeholder; it is logged")),
        Binding("i", "write", _("Write on"), show=False, tooltip=_("Go back into the note")),
        Binding("escape", "leave", _("Other keys"), show=False, tooltip=_("Leave the note: plain letters work then")),
    ]

    def __init__(self) -> None:
        super().__init__(id="item")
        self._note = NotePane()
        self._meeting_id = ""
        self.view: holding.ItemView | None = None
        self._kind, self._agency = NoteKind.INFORMATION, ""

    def compose(self) -> ComposeResult:
        yield VerticalScroll(Static("", id="summary", markup=False), id="case-summary")
        yield self._note
        yield VerticalScroll(Static("", id="agreed", markup=False), id="agreed-row", can_focus=False)

    @property
    def _page(self) -> "HoldingScreen":
        return cast("HoldingScreen", self.screen)

    def flush(self) -> None:
        self._note.flush()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.view is not None and bool(self.view.before) if action == "earlier" else True

    @property
    def typing_now(self) -> DraftOf | None:
        return self._note.about

    def show(self, meeting: Meeting, position: int) -> int:
        """Show an item; returns where it really stands. A new one begins with what agencies share."""
        view = holding.item_view(self._page.office, meeting.id, position)
        if self.view is None or view.item.id != self.view.item.id:
            self._kind, self._agency = NoteKind.INFORMATION, ""
        self._meeting_id, self.view = meeting.id, view
        out = _("OUT OF THIS CASE: {who}").format(who=", ".join(view.out)) + "\n" if view.out else ""
        self.query_one("#summary", Static).update(f"{view.item.reference}\n{out}{view.item.summary.text}")
        self.query_one("#agreed", Static).update(
            "\n".join(acted_on(view, self._page.office)) or _("No action agreed yet (F6).")
        )
        self._open_note()
        return view.position

    def projector_changed(self) -> None:
        """On a projector nothing is typed in sight: what others will read stands alone."""
        self._note.area.display = not cast("MeetingApp", self.app).projector
        if self._note.area.display:
            self.action_write()
        else:
            self.action_leave()

    def _open_note(self) -> None:
        if self.view is None:
            return
        who = self._page.office.agency_name(self._agency) if self._agency else _("the meeting")
        about = _("{kind} · from {who}").format(kind=_(self._kind.value).capitalize(), who=who)
        self._note.open(Which(self._meeting_id, self.view.item, self._kind, self._agency), about)
        self.projector_changed()

    def action_write(self) -> None:
        if self._note.area.display:
            self._note.area.focus()

    def action_leave(self) -> None:
        self.query_one("#case-summary").focus()

    def action_kind(self) -> None:
        self.flush()
        self._kind = _KINDS[(_KINDS.index(self._kind) + 1) % len(_KINDS)]
        self._open_note()

    def action_agency(self) -> None:
        self.flush()
        noted = {note.agency for note in self._notes() if note.kind is self._kind}
        agencies = [("", _("the meeting")), *((a.code, a.name) for a in self._page.office.agencies())]
        keyed = [(code or "-", _("{who} · noted").format(who=who) if code in noted else who) for code, who in agencies]
        self.app.push_screen(Choose(_("Who shares this?"), keyed), self._from_agency)

    def _from_agency(self, code: str | None) -> None:
        if code:
            self._agency = "" if code == "-" else code
            self._open_note()

    def _notes(self) -> tuple[Note, ...]:
        """Those of the case as they are kept now."""
        if self.view is None:
            return ()
        return holding.item_view(self._page.office, self._meeting_id, self.view.position).notes

    def action_behind(self) -> None:
        from meeting.tui.opening import ask_behind

        self.flush()
        view, office = self.view, self._page.office
        if view is not None:
            notes = self._notes()
            texts = [view.item.summary, *(note.disguised for note in notes), *(a.what for a in view.actions)]
            on = holding.day_of(office, self._meeting_id)
            ask_behind(
                self._page, view.item.case_id, texts, on,
                lambda: [holding.raw_of(office, note.item_id, note.kind, note.agency) for note in notes],
            )  # fmt: skip

    def action_agree(self) -> None:
        self.flush()
        office, view = self._page.office, self.view
        if cast("MeetingApp", self.app).projector:
            self._page.say(
                _("What is typed may name someone, and the screen is on a projector: press F11 first."), wrong=True
            )
        elif not office.agencies():
            self._page.say(_("No agency is registered in this area yet: ctrl+p, Agencies."), wrong=True)
        elif view is not None:
            # Not by this meeting's day: an action is carried to others.
            shown = self._page.attempt(lambda: writing(office, view.item.case_id))
            form = action_form(office, self._meeting_id, view.item, self._agency, shown)
            self.app.push_screen(form, self._agreed)

    def action_earlier(self) -> None:
        from meeting.tui.earlier import EarlierScreen

        self.flush()
        if self.view is not None:
            item = self.view.item
            screen = EarlierScreen(self._page, self._meeting_id, item.case_id, item.reference)
            self.app.push_screen(screen, lambda _gone: self._page.refresh_item())

    def _agreed(self, values: "dict[str, str] | None") -> None:
        if values is not None:
            self._page.saved()
            self._page.refresh_item()
            self._ask_help(values["agency"])

    def _ask_help(self, agency: str) -> None:
        """An agency that does not help in the case is shown its action alone: that is said, and can be mended."""
        office, view = self._page.office, self.view
        if view is None or taking_on.helps_in(office, view.item.case_id, agency):
            return
        case_id, name = view.item.case_id, office.agency_name(agency)
        question = _(
            "{agency} does not help in {code}: its papers show this action and nothing else of the case. "
            "Record that it helps from today on?"
        ).format(agency=name, code=view.item.reference)

        def answered(answer: str | None) -> None:
            if answer != "helps":
                return
            against = self._page.attempt(lambda: taking_on.record_help(office, self._meeting_id, case_id, agency))
            self._page.refresh_item()
            if against:
                said = _("Recorded, but {agency} may not see the case yet: {why}")
                why = " ".join(f"{reason.sentence} {reason.lift}" for reason in against)
                self._page.say(said.format(agency=name, why=why), wrong=True)

        self.app.push_screen(Ask(question, {"alone": _("This action alone"), "helps": _("It helps")}), answered)
