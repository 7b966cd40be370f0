"""``meeting retention …`` and ``meeting rights …`` in plain lines."""

import argparse
import sys
from gettext import gettext as _
from pathlib import Path

from meeting.options import case_of, day, opened
from meeting.usecases import counted


def add_keeping(commands, needs_area) -> None:  # type: ignore[no-untyped-def]
    kept = commands.add_parser("retention", help=_("what is due to be purged; holds; purging"))
    needs_area(kept)
    kept.set_defaults(run=_due)
    ways = kept.add_subparsers(metavar="what")
    purge = ways.add_parser("purge", help=_("take what is due; without --yes only say what would go"))
    purge.add_argument("--yes", action="store_true", help=_("do it; it cannot be undone"))
    needs_area(purge)
    purge.set_defaults(run=_purge)
    hold = ways.add_parser("hold", help=_("a court or a review asks that nothing of a case be purged"))
    hold.add_argument("reference")
    hold.add_argument("--reason", required=True)
    hold.add_argument("--by", required=True, help=_("who asked, as agency and role"))
    hold.add_argument("--until", type=day, default=None)
    needs_area(hold)
    hold.set_defaults(run=_hold)
    lift = ways.add_parser("lift", help=_("end a hold"))
    lift.add_argument("reference")
    needs_area(lift)
    lift.set_defaults(run=_lift)

    rights = commands.add_parser("rights", help=_("a person's access, restriction, erasure"))
    asks = rights.add_subparsers(metavar="what", required=True)
    access = asks.add_parser("access", help=_("all that is held about one person, on one paper; others disguised"))
    access.add_argument("reference")
    access.add_argument("--person", type=int, default=1, help=_("which person of the case, counted as on its page"))
    access.add_argument("--out", type=Path, required=True)
    restrict = asks.add_parser("restrict", help=_("keep a case and use it for nothing, or --lift that"))
    restrict.add_argument("reference")
    restrict.add_argument("--lift", action="store_true")
    erase = asks.add_parser("erase", help=_("a whole case, at once; it cannot be undone"))
    erase.add_argument("reference")
    erase.add_argument("--yes", action="store_true", help=_("do it"))
    for made, run in ((access, _access), (restrict, _restrict), (erase, _erase)):
        needs_area(made)
        made.set_defaults(run=run)


def _due(options: argparse.Namespace) -> int:
    from meeting.usecases.keeping import drafts_kept, due_to_go

    with opened(options) as office:
        found, drafts = due_to_go(office), drafts_kept(office)
        for one in found:
            held = "  " + _("HELD") if one.held else ""
            print(f"{one.reference}  {_(one.step.value)}  " + _("due since {day}").format(day=one.since) + held)
        if not found:
            print(_("Nothing is due to be purged."))
        print(counted.drafts_kept(drafts, office.profile.keep_draft_days))
    return 0


def _purge(options: argparse.Namespace) -> int:
    from meeting.usecases.keeping import purge

    if not options.yes:
        _due(options)
        print(_("Nothing was purged. Say --yes to do it; it cannot be undone."))
        return 0
    with opened(options) as office:
        done = purge(office)
    print(_("Purged: words of {words} cases, people of {people}, {whole} whole cases; {held} held.").format(
        words=done.words, people=done.people, whole=done.whole, held=done.held))  # fmt: skip
    if done.drafts:
        print(_("{drafts} ended.").format(drafts=counted.drafts(done.drafts)))
    return 0


def _hold(options: argparse.Namespace) -> int:
    from meeting.usecases.keeping import hold

    with opened(options) as office:
        hold(office, case_of(office, options.reference), options.reason, options.by, options.until)
    print(_("Held: nothing of this case is purged until the hold ends or is lifted."))
    return 0


def _lift(options: argparse.Namespace) -> int:
    from meeting.usecases.keeping import lift

    with opened(options) as office:
        lift(office, case_of(office, options.reference))
    print(_("The hold is lifted."))
    return 0


def _access(options: argparse.Namespace) -> int:
    from meeting.usecases.rights import release_access

    with opened(options) as office:
        case_id = case_of(office, options.reference)
        people = office.file_of(case_id).people
        if not 1 <= options.person <= len(people):
            print(
                _("This case has {people}; --person is 1 to {count}.").format(
                    people=counted.people(len(people)), count=len(people)
                ),
                file=sys.stderr,
            )
            return 1
        released = release_access(office, case_id, people[options.person - 1].id, options.out)
    for path in released.paths:
        print(path)
    if released.passphrase:
        print(_("They open with these words, shown only now: {words}").format(words=released.passphrase))
    return 0


def _restrict(options: argparse.Namespace) -> int:
    from meeting.usecases.rights import restrict

    with opened(options) as office:
        restrict(office, case_of(office, options.reference), restricted=not options.lift)
    print(_("The case may be used again.") if options.lift else _("The case is kept and used for nothing."))
    return 0


def _erase(options: argparse.Namespace) -> int:
    from meeting.usecases.keeping import erase, hold_on

    with opened(options) as office:
        case_id = case_of(office, options.reference)
        if not options.yes:
            held = _("It is held and cannot be erased.") if hold_on(office, case_id) else ""
            print(_("Nothing was erased. Say --yes to do it; it cannot be undone.") + " " + held)
            return 0
        erase(office, case_id)
    print(_("The case is erased; the log keeps its reference. Make a new backup, so that older ones lose its keys."))
    return 0
