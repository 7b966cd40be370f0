"""``meeting agenda …`` in plain lines: which cases are due, and a planned meeting called off."""

import argparse
from datetime import timedelta
from gettext import gettext as _

from meeting.options import day, opened


def add_agenda(commands, needs_area) -> None:  # type: ignore[no-untyped-def]
    agenda = commands.add_parser("agenda", help=_("which cases are due, and why; a planned meeting called off"))
    agenda.add_argument("--on", type=day, default=None, help=_("the day of the meeting"))
    needs_area(agenda)
    agenda.set_defaults(run=_show)
    ways = agenda.add_subparsers(metavar="what")
    off = ways.add_parser("cancel", help=_("a planned meeting will not be held; without --yes only say what would be"))
    off.add_argument("day", type=day)
    off.add_argument("--yes", action="store_true", help=_("do it"))
    needs_area(off)
    off.set_defaults(run=_call_off)


def _show(options: argparse.Namespace) -> int:
    from meeting.usecases.agreements import nothing_shared
    from meeting.usecases.preparing import planned

    with opened(options) as office:
        agenda = planned(office, options.on or office.today + timedelta(days=7))
        for position, item in enumerate(agenda.items, 1):
            late = "  " + _("late") if item.late else ""
            why = ", ".join(_(why.value) for why in item.why)
            print(f"{position:3}. {item.reference}  {why}  {item.minutes} min{late}")
        for case in agenda.held_back:
            why = " ".join(f"{reason.sentence} {reason.lift}" for reason in agenda.reasons.get(case.id, ())[:2])
            print("     " + _("{reference} held back: {why}").format(reference=case.reference, why=why))
        if said := nothing_shared(office):
            print(said)
    return 0


def _call_off(options: argparse.Namespace) -> int:
    from meeting.usecases.course import call_off, calling_off, would_be
    from meeting.usecases.places import NotPossible
    from meeting.usecases.preparing import meetings

    with opened(options) as office:
        of_day = [m for m in meetings(office) if m.on == options.day]
        if not of_day:
            raise NotPossible(_("There is no meeting on this day."))
        if not options.yes:
            print(would_be(calling_off(office, of_day[0].id)))
            print(_("Nothing was changed. Say --yes to do it; it cannot be undone."))
            return 0
        done = call_off(office, of_day[0].id)
    print(_("The meeting is cancelled.") if done.kept else _("The meeting is removed."))
    return 0
