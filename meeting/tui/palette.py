"""The palette: everything this screen offers, every page, and the app's own commands; nothing that writes a screen."""

from collections.abc import Callable, Iterator
from functools import partial
from gettext import gettext as _
from importlib import import_module
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
        if binding.description in said or (app.is_open and "page(" in binding.action):
            continue  # the pages come below
        said.add(binding.description)
        about = f"{binding.tooltip or binding.description} ({keys})"
        yield SystemCommand(binding.description, about, partial(_do, app, screen, binding.action))
    if app.is_open:
        from meeting.tui.pages import PAGES, show_page

        for key, (name, _open) in PAGES.items():
            yield SystemCommand(name(), _("Go to this page ({key})").format(key=key), partial(show_page, app, key))
        for title, about, page in more():
            if title not in said:
                yield SystemCommand(title, about, partial(_over, app, screen, page))
    about = _("Change between evening and morning colours")
    yield SystemCommand(_("Light or dark"), about, app.other_theme)


def more() -> Iterator[tuple[str, str, "Callable[[], Page]"]]:
    """The pages that have no number: name, what each is for, and how it is made."""
    agencies = _page("agencies", "AgenciesScreen")
    yield _("Agencies"), _("Who takes part in this area: add, rename"), agencies
    about = _("Who opens this area: invite, disable, passphrase, grants, declarations")
    yield _("People"), about, _page("people", "PeopleScreen")
    about = _("Seal to each participant what their agency may read; take their answers")
    yield _("Packs and answers"), about, _page("packs", "PacksScreen")
    about = _("Three sheets of paper, two of which open the area when every passphrase is lost")
    yield _("Recovery sheets"), about, _page("recovery", "RecoveryScreen")
    about = _("A case that moves to another area, or came from one")
    yield _("Transfers"), about, _page("transfers", "TransfersScreen")
    yield _("Log"), _("Who did what, about which reference; verify it"), _page("log", "LogScreen")
    about = _("What to mend on this machine and in the area; back up")
    yield _("Self-check"), about, _page("check", "CheckScreen")
    about = _("What is due to be purged, what holds stop")
    yield _("Retention"), about, _page("retaining", "RetentionScreen")


def _page(module: str, name: str) -> "Callable[[], Page]":
    """Loaded when it is asked for: what all of them need would hold the palette up."""

    def make() -> "Page":
        page: Page = getattr(import_module(f"meeting.tui.{module}"), name)()
        return page

    return make


def _over(app: "MeetingApp", screen: Screen[Any], page: "Callable[[], Page]") -> None:
    """Over the page that stands there, which keeps names off a projector."""
    from meeting.tui.page import Page

    if isinstance(screen, Page):
        screen.show_over(page())
    else:
        app.push_screen(page())


async def _do(app: "MeetingApp", screen: Screen[Any], action: str) -> None:
    await app.run_action(action, screen)
