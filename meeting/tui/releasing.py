"""Asking where papers go, and telling where they lie."""

from collections.abc import Callable
from gettext import gettext as _
from typing import TYPE_CHECKING

from meeting.tui.dialogs import Ask
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill
from meeting.tui.page import Page

if TYPE_CHECKING:
    from meeting.documents.release import Released


def ask_folder(page: Page, title: str, then: "Callable[[dict[str, str] | None], None]", *more: Field) -> None:
    where = Field("folder", _("Folder"), "~/meeting-papers", check=needed(_("Say where the papers go.")))
    page.app.push_screen(Fill(title, [where, *more], _("Release"), kept=None), then)


def leave(page: Page, do: "Callable[[bool], Released]", then: "Callable[[Released], None]") -> None:
    """Release in the background; where a case may no longer be shared, ask whether the paper goes without it."""
    from meeting.usecases.permitting import NoLongerShared

    def try_whole() -> "Released | NoLongerShared":
        try:
            return do(False)
        except NoLongerShared as why:
            return why

    def done(outcome: "Released | NoLongerShared") -> None:
        if not isinstance(outcome, NoLongerShared):
            then(outcome)
            return
        answers = {"no": _("Cancel"), "yes": _("Release without")}
        page.app.push_screen(Ask(str(outcome), answers), without)

    def without(answer: str | None) -> None:
        if answer == "yes":
            page.in_background(lambda: do(True), then, _("The gate reads…"))

    page.in_background(try_whole, done, _("The gate reads…"))


def tell_released(page: Page, released: "Released") -> None:
    """Say where the papers lie; the passphrase is shown here and nowhere else."""
    page.saved()
    folder = released.paths[0].parent if released.paths else ""
    lines = [_("Released into {folder}:").format(folder=folder), *(f"  {path.name}" for path in released.paths), ""]
    if released.passphrase:
        lines += [_("They open with these words, shown only now. Tell them by telephone, not by e-mail:"), "",
                  f"  {released.passphrase}"]  # fmt: skip
    else:
        lines.append(_("Practice papers are not locked."))
    page.app.push_screen(Ask("\n".join(lines), {"ok": _("I have it")}))
