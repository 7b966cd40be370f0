"""``meeting recovery …`` in plain lines."""

import argparse
import sys
from gettext import gettext as _

from meeting.options import opened
from meeting.people_commands import tell_welcome


def add_recovery(commands, needs_area) -> None:  # type: ignore[no-untyped-def]
    recovery = commands.add_parser("recovery", help=_("three sheets of paper, two of which open the area again"))
    ways = recovery.add_subparsers(metavar="what", required=True)
    make = ways.add_parser("make", help=_("print a new set; sheets made before open nothing any more"))
    make.set_defaults(run=_make)
    trial = ways.add_parser("try", help=_("type two sheets: would they open the area? Nothing is changed"))
    trial.set_defaults(run=_try)
    for made in (make, trial):
        needs_area(made)
    restore = ways.add_parser("restore", help=_("a keeper with a new passphrase, from two sheets"))
    restore.add_argument("--area", required=True)
    restore.add_argument(
        "--as", dest="id", default="coordinator", help=_("the id of the keeper; new, or who lost theirs")
    )
    restore.set_defaults(run=_restore)


def _make(options: argparse.Namespace) -> int:
    from meeting.usecases.recovering import make_recovery

    with opened(options) as office:
        sheets = make_recovery(office)
    for sheet in sheets:
        # A form feed before each: three sheets of paper, one for each agency.
        print(("" if sheet.number == 1 else "\f") + "\n".join(sheet.lines) + "\n")
    print(_("Print these now; they are kept nowhere. Sheets made before open nothing any more."), file=sys.stderr)
    return 0


def _try(options: argparse.Namespace) -> int:
    from meeting.usecases.recovering import read_sheet, try_recovery

    with opened(options) as office:
        number = try_recovery(office, (read_sheet(1, _typed), read_sheet(2, _typed)))
    print(_("These two sheets, of set {number}, open the area. Nothing was changed.").format(number=number))
    return 0


def _restore(options: argparse.Namespace) -> int:
    from meeting.usecases.recovering import read_sheet, use_recovery

    sheets = read_sheet(1, _typed), read_sheet(2, _typed)
    return tell_welcome(use_recovery(options.area, sheets, options.id))


def _typed(prompt: str) -> str:
    return input(prompt) if sys.stdin.isatty() else sys.stdin.readline()
