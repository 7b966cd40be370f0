"""``meeting sharing``, ``meeting agreements`` and ``meeting profile`` in plain lines."""

import argparse
import sys
from gettext import gettext as _
from pathlib import Path

from meeting.options import case_of, opened


def add_sharing(commands, needs_area, day) -> None:  # type: ignore[no-untyped-def]
    """The commands about who may know, and what comes after each."""
    sharing = commands.add_parser("sharing", help=_("who may see a case, and why; the notice for the person"))
    parts = sharing.add_subparsers(metavar="what", required=True)
    show = parts.add_parser(
        "show", help=_("each agency: may it see the case today, on what, and what stands in the way")
    )
    show.add_argument("reference", help=_("the case's code, like 7KQ2-M9XF"))
    show.set_defaults(run=_show)
    notice = parts.add_parser("notice", help=_("write the explanation for the person the case is about"))
    notice.add_argument("reference", help=_("the case's code, like 7KQ2-M9XF"))
    notice.add_argument("--out", type=Path, required=True, help=_("folder for the paper"))
    notice.add_argument("--lang", choices=("en", "sq"), default="", help=_("the case's own language unless told"))
    notice.add_argument("--to", choices=("person", "perpetrator"), default="person")
    notice.set_defaults(run=_notice)

    agreements = commands.add_parser("agreements", help=_("the agencies' sharing agreements"))
    agreements.set_defaults(run=_list)
    needs_area(agreements)
    kinds = agreements.add_subparsers(metavar="what")
    add = kinds.add_parser("add", help=_("record a signed agreement"))
    add.add_argument(
        "--agency",
        required=True,
        help=_("its code, several with commas between them, or 'all' for every agency without one in force"),
    )
    add.add_argument("--signed", type=day, required=True, help=_("the day it was signed, as 24.11.2026"))
    add.add_argument(
        "--from", dest="starts", type=day, default=None, help=_("in force from; unless told the day signed")
    )
    add.add_argument("--until", type=day, default=None, help=_("the last day it is in force"))
    add.add_argument("--review", type=day, required=True, help=_("the day it is due for review"))
    add.add_argument("--categories", default="all", help=_("codes with commas between them, or 'all'"))
    add.add_argument("--kind", choices=("protocol", "memorandum of understanding"), default="protocol")
    add.add_argument("--confidence", default="", help=_("how the agency keeps what it is told"))
    add.set_defaults(run=_add)
    review = kinds.add_parser("review", help=_("record that it was reviewed today and stands"))
    review.add_argument("--agency", required=True)
    review.add_argument("--next", type=day, required=True, help=_("the day the next review is due"))
    review.set_defaults(run=_review)
    end = kinds.add_parser("end", help=_("nothing is shared with the agency from today on"))
    end.add_argument("--agency", required=True)
    end.set_defaults(run=_end)

    profile = commands.add_parser("profile", help=_("the rules of a country: show them, change them, check them"))
    profile.add_argument("what", choices=("show", "copy", "check"))
    profile.add_argument("code", choices=("uk", "albania"))
    profile.set_defaults(run=_profile)
    for made in (show, notice, add, review, end):
        needs_area(made)


def _show(options: argparse.Namespace) -> int:
    from data.records.reference import parse_reference
    from meeting.usecases.sharing import by_reference
    from meeting.usecases.sharing_words import basis_words, reason_lines, recorded_text

    reference = parse_reference(options.reference)
    with opened(options) as office:
        view = by_reference(office, reference)
        print(view.case.reference)
        if view.held:
            print(_("OFF EVERY PAPER"), *(f"{reason.sentence} {reason.lift}" for reason in view.held))
        for one in view.agencies:
            able = _("yes") if one.case.allowed else _("no")
            print(f"\n{office.agency_name(one.agency)}: {able} {basis_words(one.case, office.profile)}".rstrip())
            for line in reason_lines(one, office.profile):
                print(f"  {line}")
        print(recorded_text(view, office, names=False))
    return 0


def _notice(options: argparse.Namespace) -> int:
    from data.records.sharing import Told
    from meeting.usecases.notices import release_notice

    with opened(options) as office:
        case_id = case_of(office, options.reference)
        released = release_notice(office, case_id, options.out, options.lang, Told(options.to))
        print(_("Released: {names}").format(names=", ".join(path.name for path in released.paths)))
        if released.passphrase:
            print(_("It opens with: {words}").format(words=released.passphrase))
    return 0


def _list(options: argparse.Namespace) -> int:
    from meeting.usecases.agreements import agreements, nothing_shared
    from meeting.usecases.sharing_words import agreement_row

    with opened(options, alongside=True) as office:
        for row in agreements(office):
            signed, until, review = agreement_row(row.agreement)
            days = [(_("signed"), signed), (_("until"), until), (_("review"), review)]
            told = ", ".join(f"{what} {day}" for what, day in days if day)
            print(f"{row.agency:16} {row.name}: {row.state}" + (f" ({told})" if told else ""))
        if said := nothing_shared(office):
            print(said)
    return 0


def _add(options: argparse.Namespace) -> int:
    from data.records.sharing import ALL, Agreement, AgreementKind
    from meeting.usecases.agreements import agreements, record_agreement

    categories = tuple(part.strip() for part in options.categories.split(",") if part.strip())
    with opened(options) as office:
        named = [part.strip() for part in options.agency.split(",") if part.strip()]
        lacking = [row.agency for row in agreements(office) if not row.in_force]
        agencies = lacking if named == ["all"] else named
        if agencies:
            record_agreement(
                office,
                Agreement(
                    agency=agencies[0],
                    kind=AgreementKind(options.kind),
                    signed_on=options.signed,
                    starts=options.starts or options.signed,
                    ends=options.until,
                    review_on=options.review,
                    categories=ALL if options.categories == "all" else categories,
                    confidence=options.confidence,
                ),
                agencies,
            )
        for agency in agencies:
            print(_("Recorded: {agency}").format(agency=office.agency_name(agency)))
    return 0


def _review(options: argparse.Namespace) -> int:
    from meeting.usecases.agreements import review_agreement

    with opened(options) as office:
        review_agreement(office, options.agency, options.next)
        print(_("Recorded: {agency}").format(agency=office.agency_name(options.agency)))
    return 0


def _end(options: argparse.Namespace) -> int:
    from meeting.usecases.agreements import end_agreement

    with opened(options) as office:
        end_agreement(office, options.agency)
        print(_("Recorded: {agency}").format(agency=office.agency_name(options.agency)))
    return 0


def _profile(options: argparse.Namespace) -> int:
    from data.profiles.load import load, text_of
    from meeting.usecases.places import NotPossible, own_profiles

    own = own_profiles()
    if options.what == "check":
        load(options.code, own)
        print(_("The profile '{code}' can be used.").format(code=options.code))
    elif options.what == "show":
        sys.stdout.write(text_of(options.code, own))
    else:
        path = own / f"{options.code}.toml"
        if path.exists():
            raise NotPossible(_("There is a changed profile already; it is left as it is: {path}").format(path=path))
        own.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(options.code), encoding="utf-8")
        print(_("Change the lines in {path}, then run 'meeting profile check'.").format(path=path))
    return 0
