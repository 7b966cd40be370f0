"""The palette: everything this screen offers, every page, and the app's own commands; nothing that writes a screen."""

from collections.abc import Callable, Iterator
from functools import partial
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp
    from meeting.tui.page import Page


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
        from meeting.tui.pages import PAGES, show_page

        for key, (name, _open) in PAGES.items():
            yield SystemCommand(name(), _("Go to this page ({key})").format(key=key), partial(show_page, app, key))
        for title, about, page in _more():
            yield SystemCommand(title, about, partial(_over, app, screen, page))
    about = _("Change between evening and morning colours")
    yield SystemCommand(_("Light or dark"), about, app.other_theme)


def _more() -> Iterator[tuple[str, str, "Callable[[], Page]"]]:
    """The pages that have no number: name, what each is for, and how it is made."""
    from meeting.tui.agencies import AgenciesScreen
    from meeting.tui.check import CheckScreen
    from meeting.tui.log import LogScreen
    from meeting.tui.packs import PacksScreen
    from meeting.tui.people import PeopleScreen
    from meeting.tui.recovery import RecoveryScreen
    from meeting.tui.retaining import RetentionScreen
    from meeting.tui.transfers import TransfersScreen

    yield _("Agencies"), _("Who takes part in this area: add, rename"), AgenciesScreen
    about = _("Who opens this area: invite, disable, passphrase, grants, declarations")
    yield _("People"), about, PeopleScreen
    about = _("Seal to each participant what their agency may read; take their answers")
    yield _("Packs and answers"), about, PacksScreen
    about = _("Three sheets of paper, two of which open the area when every passphrase is lost")
    yield _("Recovery sheets"), about, RecoveryScreen
    yield _("Transfers"), _("A case that moves to another area, or came from one"), TransfersScreen
    yield _("Log"), _("Who did what, about which reference; verify it"), LogScreen
    yield _("Self-check"), _("What to mend on this machine and in the area; back up"), CheckScreen
    yield _("Retention"), _("What is due to be purged, what holds stop"), RetentionScreen


def _over(app: "MeetingApp", screen: Screen[Any], page: "Callable[[], Page]") -> None:
    """Over the page that stands there, which keeps names off a projector."""
    from meeting.tui.page import Page

    if isinstance(screen, Page):
        screen.show_over(page())
    else:
        app.push_screen(page())


async def _do(app: "MeetingApp", screen: Screen[Any], action: str) -> None:
    await app.run_action(action, screen)
