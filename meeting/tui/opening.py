"""Opening a placeholder: choose one of those in sight, and see who stands behind it."""

from collections.abc import Callable
from datetime import date
from gettext import gettext as _

from data.records.text import DisguisedText, RawText
from meeting.tui.dialogs import Ask, Choose
from meeting.tui.page import Page
from meeting.usecases.opening import Behind, open_placeholder, placeholders


def ask_behind(
    page: Page, case_id: str, texts: list[DisguisedText], on: date | None, said: Callable[[], list[RawText]] = list
) -> None:
    """``texts`` are in sight; ``said`` are raw notes of the case, asked for when one is opened."""
    if page.meeting_app.projector:
        page.say(_("A name is never shown on a projector: press F11 first."), wrong=True)
        return
    found = placeholders(*texts)
    if not found:
        page.say(_("There is no placeholder in what is shown."))
        return

    def opened(chosen: str | None) -> None:
        if chosen:
            behind = page.attempt(lambda: open_placeholder(page.office, case_id, chosen, on=on, said=said()))
            if behind is not None:
                page.app.push_screen(Ask(_told(behind), {"close": _("Close")}))

    question = _("Which one? Opening it leaves an entry in the log, under your name.")
    page.app.push_screen(Choose(question, [(one, one) for one in found]), opened)


def _told(behind: Behind) -> str:
    lines = [behind.placeholder, ""]
    if behind.person:
        lines.append(_("In the record: {name}").format(name=behind.person))
    if behind.words:
        lines.append(_("In the text: {words}").format(words=" · ".join(behind.words)))
    return "\n".join(lines)
