"""The palette: everything this screen offers, every page, and the app's own commands; nothing that writes a screen."""

from collections.abc import Iterator
from functools import partial
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp


def commands(app: "MeetingApp", screen: Screen[Any]) -> Iterator[SystemCommand]:
    """By name, with the key that does the same."""
    from meeting.tui.help import offered

    said = set()
    for keys, binding in offered(screen):
        if binding.description in said:
            continue
        said.add(binding.description)
        about = f"{binding.tooltip or binding.description} ({keys})"
        yield SystemCommand(binding.description, about, partial(_do, app, screen, binding.action))
    if app.is_open:
        from meeting.tui.agencies import AgenciesScreen
        from meeting.tui.check import CheckScreen
        from meeting.tui.log import LogScreen
        from meeting.tui.pages import PAGES, show_page
        from meeting.tui.people import PeopleScreen
        from meeting.tui.retaining import RetentionScreen

        for key, (name, _open) in PAGES.items():
            yield SystemCommand(name(), _("Go to this page ({key})").format(key=key), partial(show_page, app, key))
        about = _("Who takes part in this area: add, rename")
        yield SystemCommand(_("Agencies"), about, lambda: app.push_screen(AgenciesScreen()))
        about = _("Who opens this area: invite, disable, passphrase, grants, declarations")
        yield SystemCommand(_("People"), about, lambda: app.push_screen(PeopleScreen()))
        about = _("Who did what, about which reference; verify it")
        yield SystemCommand(_("Log"), about, lambda: app.push_screen(LogScreen()))
        about = _("What to mend on this machine and in the area; back up")
        yield SystemCommand(_("Self-check"), about, lambda: app.push_screen(CheckScreen()))
        about = _("What is due to be purged, what holds stop")
        yield SystemCommand(_("Retention"), about, lambda: app.push_screen(RetentionScreen()))
    about = _("Change between evening and morning colours")
    yield SystemCommand(_("Light or dark"), about, app.other_theme)


async def _do(app: "MeetingApp", screen: Screen[Any], action: str) -> None:
    await app.run_action(action, screen)
