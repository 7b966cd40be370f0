"""``meeting check`` in plain lines."""

import argparse
from gettext import gettext as _

from meeting.options import opened


def add_check(commands, needs_area) -> None:  # type: ignore[no-untyped-def]
    made = commands.add_parser("check", help=_("what to mend on this machine and in the area, before and after"))
    made.add_argument("--short", action="store_true", help=_("only what is not in order"))
    needs_area(made)
    made.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    from meeting.usecases.check.points import State, exit_status
    from meeting.usecases.check.run import check

    with opened(options, alongside=True) as office:
        points = check(office)
    stage = ""
    for point in points:
        if options.short and point.state is State.IN_ORDER:
            continue
        if point.stage != stage:
            stage = point.stage
            print(f"\n{_(point.stage.value).capitalize()}")
        print(f"  {point.state.sign} {_(point.state.value):12} {point.title}: {point.found}")
        if point.state is not State.IN_ORDER:
            print(f"      {point.why}")
            print(f"      > {point.mend}")
    return exit_status(points)
