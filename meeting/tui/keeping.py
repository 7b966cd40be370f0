"""The small forms that log, self-check and backup share."""

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill
from meeting.tui.page import Page
from meeting.usecases import counted


def ask_for_file(page: Page, title: str, name: str, then: Callable[[str], None]) -> None:
    """A file to write; the folder papers go to unless changed."""
    field = Field("path", _("File"), str(Path("~/meeting-papers") / name), check=needed(_("Name a file.")))
    page.app.push_screen(
        Fill(title, [field], _("Write"), kept=None), lambda values: then(values["path"]) if values else None
    )


def ask_for_backup(page: Page, then: Callable[[], None]) -> None:
    """Where to; it is made in the background, and ``then`` what is shown is asked anew."""
    from meeting.usecases.backing_up import BackedUp, back_up, last_place

    def told(done: BackedUp) -> None:
        same = " " + _("It lies on the same disk: use another one.") if done.same_disk else ""
        page.say(_("Backed up and read again: {rows}.").format(rows=counted.rows(done.rows)) + same)
        then()

    def begin(values: dict[str, str] | None) -> None:
        if values:
            to = Path(values["to"]).expanduser()
            keys = Path(values["keys"]).expanduser() if values["keys"].strip() else None
            page.in_background(lambda: back_up(page.office, to, keys), told, _("Backing up…"))

    last = last_place(page.office)
    fields = [
        Field("to", _("Folder on another disk"), str(last or ""), check=needed(_("Name a folder that is there."))),
        Field("keys", _("Another folder for the keys' part, or empty"), ""),
    ]
    page.app.push_screen(Fill(_("Back up this area"), fields, _("Back up"), kept=None), begin)
