"""Small forms over a page. What is typed in one is kept until it is recorded or discarded."""

from collections.abc import Callable
from gettext import gettext as _
from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Button, Input, Label, Static

from data.records.draft import DraftOf
from data.records.text import DisguisedText
from meeting.tui.fields import Field
from meeting.tui.keeper import Keeper, Keeping, Values
from meeting.tui.page import expected, not_disguised, sentence_of


class _Fields(VerticalScroll):
    """The field with the cursor stays in sight with its label, also when a sentence below takes room from them."""

    def on_resize(self) -> None:
        focused = self.screen.focused
        if focused is not None and self in focused.ancestors:
            self.call_after_refresh(self.show, (focused.id or "").removeprefix("field-"))

    def show(self, name: str) -> None:
        """Both in one go: of two steps the second would be reckoned from where the first began."""
        regions = [widget.virtual_region for widget in self.query(f"#label-{name}, #field-{name}")]
        if len(regions) == 2:
            self.scroll_to_region(regions[0].union(regions[1]), animate=False, immediate=True)


class Fill(Keeping, ModalScreen["dict[str, str] | None"]):
    """A small form. It stays open with a sentence until every field is accepted."""

    AUTO_FOCUS: ClassVar[str | None] = (
        ""  # it would scroll before the form has its size, and the first field lose its label
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Not now")),
        Binding("ctrl+s", "save", _("Save")),
    ]

    def __init__(self, title: str, fields: list[Field], save: str = "", *, kept: DraftOf | None, first: str = "",
                 slow: bool = False, wrong: str = "") -> None:  # fmt: skip
        """``kept``: under what it is kept while it is typed; None for passphrases, and for names of files alone.
        ``first``: the field that has the cursor, where it is not the first one. ``slow``: what it says is done beside
        the screen and may fail, so that the page says when it is ``recorded``. ``wrong``: what was, where it is asked again."""
        super().__init__()
        self._title, self._fields, self._save = title, fields, save or _("Save")
        self._renewal: Timer | None = None
        self._about, self._first, self._slow, self._again = kept, first or fields[0].name, slow, wrong
        self._keeper = Keeper(self, kept, self._typed, self._told)
        self._unkept = ""  # the sentence that says so

    def compose(self) -> ComposeResult:
        # What is wrong and how to save stay in sight below fields that scroll.
        with Vertical(classes="dialog form"):
            yield Label(self._title, classes="title", markup=False)
            with _Fields(classes="fields", can_focus=False):
                for field in self._fields:
                    yield Label(field.label, id=f"label-{field.name}", markup=False)
                    yield field.widget()
                    if field.shown:
                        yield Static("", id=f"shown-{field.name}", classes="shown", markup=False)
            yield Static(self._again, id="wrong", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(f"{self._save} (ctrl+s)", id="save", variant="primary")
                yield Static(_("esc: not now"), markup=False)

    def on_mount(self) -> None:
        self.query_one(f"#field-{self._first}").focus(scroll_visible=self._first != self._fields[0].name)
        self._keeper.begin()
        self._keeper.offer(self._take_up, lambda: self.dismiss(None))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A field that comes into sight from above comes with its label."""
        self._show_field((event.widget.id or "").removeprefix("field-"))

    def _show_field(self, name: str) -> None:
        if name:
            self.call_after_refresh(self.query_one(_Fields).show, name)

    @property
    def keeper(self) -> Keeper:
        return self._keeper

    def _take_up(self, values: Values) -> None:
        for field in self._fields:
            if field.name in values:
                field.fill(self.query_one(f"#field-{field.name}"), values[field.name])
        self._changed()

    def on_button_pressed(self) -> None:
        self.action_save()

    def on_input_changed(self) -> None:
        self._changed()

    def on_text_area_changed(self) -> None:
        self._changed()

    def on_select_changed(self) -> None:
        self._changed()

    def on_ticks_changed(self) -> None:
        self._changed()

    def _changed(self) -> None:
        """What others will read follows not at each key of a fast typist, but soon after."""
        self._keeper.typed()
        if self._renewal is None and any(field.shown for field in self._fields):
            self._renewal = self.set_timer(0.15, self._show)

    def _show(self) -> None:
        self._renewal = None
        for field in self._fields:
            if field.shown:
                told = _read(field.shown, self._value(field))
                self.query_one(f"#shown-{field.name}", Static).update(told)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        inputs = [f"field-{f.name}" for f in self._fields]
        if event.input.id == inputs[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        values = {field.name: self._value(field) for field in self._fields}
        for field in self._fields:
            wrong = field.check(values[field.name]) if field.check else ""
            if field.same_as and values[field.name] != values[field.same_as]:
                wrong = _("The two are not the same: type it again here.")
            if wrong:
                self._wrong(wrong)
                self._go_to(field.name)
                return
        self.dismiss(values)

    def dismiss(self, result: "dict[str, str] | None" = None) -> AwaitComplete:
        if result is not None and self._slow:
            self._keeper.flush()
        elif result is not None:
            self._keeper.done()
        return super().dismiss(result)

    def action_leave(self) -> None:
        """Not now: what was typed is kept for another time."""
        if self._about is not None and self._keeper.changed and self._keeper.flush():
            self.notify(_("What you typed is kept: it is offered when you come back to this form."), markup=False)
        self.dismiss(None)

    def _wrong(self, sentence: str) -> None:
        if self.is_mounted:
            self.query_one("#wrong", Static).update(sentence)

    def _go_to(self, name: str) -> None:
        """The field that has to be put right gets the cursor, and is in sight where it had it already."""
        for widget in self.query(f"#field-{name}") if name else ():
            widget.focus(scroll_visible=False)
            self._show_field(name)

    def _told(self, wrong: str) -> None:
        """By the keeper; what else is said to be wrong stays in sight."""
        if wrong or self._unkept:
            self._wrong(wrong)
        self._unkept = wrong

    def _typed(self) -> Values:
        return {field.name: self._value(field) for field in self._fields if not field.secret}

    def _value(self, field: Field) -> str:
        return field.read(self.query_one(f"#field-{field.name}"))


def _read(shown: Callable[[str], DisguisedText], value: str) -> str:
    """Never what was typed, whatever breaks; and the form stays open."""
    try:
        return _("Others read: {text}").format(text=shown(value).text) if value.strip() else ""
    except Exception:
        return not_disguised()


class Recording(Fill):
    """A form that stays open, with all that was typed and a sentence, until what it says could be recorded."""

    def __init__(self, form: Fill, do: "Callable[[dict[str, str]], object]") -> None:
        super().__init__(form._title, form._fields, form._save, kept=form._about, first=form._first)
        self._do = do

    def dismiss(self, result: "dict[str, str] | None" = None) -> AwaitComplete:
        if result is not None:
            try:
                self._do(result)
            except expected() as problem:
                self._wrong(sentence_of(problem))
                self._go_to(getattr(problem, "field", ""))
                return AwaitComplete()
        return super().dismiss(result)
