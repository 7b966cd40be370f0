"""The five pages of an area, by the key that shows each."""

from collections.abc import Callable
from gettext import gettext as _
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp
    from meeting.tui.page import Page


def _cases() -> "Page":
    from meeting.tui.cases import CasesScreen

    return CasesScreen()


def _agenda() -> "Page":
    from meeting.tui.agenda import AgendaScreen

    return AgendaScreen()


def _meeting() -> "Page":
    from meeting.tui.holding import HoldingScreen

    return HoldingScreen()


def _minutes() -> "Page":
    from meeting.tui.minutes import MinutesScreen

    return MinutesScreen()


def _actions() -> "Page":
    from meeting.tui.actions import ActionsScreen

    return ActionsScreen()


PAGES: dict[str, tuple[Callable[[], str], Callable[[], "Page"]]] = {
    "1": (lambda: _("Cases"), _cases),
    "2": (lambda: _("Agenda"), _agenda),
    "3": (lambda: _("Meeting"), _meeting),
    "4": (lambda: _("Minutes"), _minutes),
    "5": (lambda: _("Actions"), _actions),
}


def show_page(app: "MeetingApp", key: str) -> None:
    """Show one of the pages in place of whatever stands there; who sees figures only stays on the list of cases."""
    from meeting.usecases.people import keeps

    if key != "1" and not keeps(app.office):
        app.notify(_("This page shows texts of cases; you see coded facts alone. Ask the coordinator."), markup=False)
        return
    app.flush()
    while len(app.screen_stack) > 2:
        app.pop_screen()
    app.switch_screen(PAGES[key][1]())
