"""``meeting user …`` in plain lines."""

import argparse
from gettext import gettext as _
from pathlib import Path

from meeting.options import day, opened


def add_people(commands, needs_area) -> None:  # type: ignore[no-untyped-def]
    """``meeting user`` and what comes after it."""
    user = commands.add_parser("user", help=_("who works in an area: invite, hand over, disable, passphrases, grants"))
    user.set_defaults(run=_list)
    needs_area(user)
    parts = user.add_subparsers(metavar="what")

    def part(name: str, run, help: str, *arguments: str):  # type: ignore[no-untyped-def]
        made = parts.add_parser(name, help=help)
        for argument in arguments:
            made.add_argument(argument)
        needs_area(made)
        made.set_defaults(run=run)
        return made

    part("list", _list, _("who is who, and what expired"))
    _who_comes_and_goes(part)
    _what_is_recorded(part)
    _keys_and_grants(part)


def _who_comes_and_goes(part) -> None:  # type: ignore[no-untyped-def]
    add = part("add", _add, _("invite somebody; the id is no name: 'chair', 'police-2'"), "id")
    add.add_argument("--role", required=True, choices=("chair", "coordinator", "participant", "figures"))
    add.add_argument("--name", default="", help=_("the professional's name; keepers see it, the log never does"))
    add.add_argument("--agency", default="", help=_("the code of a participant's agency"))
    add.add_argument("--until", type=day, default=None, help=_("the last day of access"))
    add.add_argument("--key-file", type=Path, default=None, help=_("where a participant's own key file is written"))
    renew = part("renew", _renew, _("new keys for a lost passphrase"), "id")
    renew.add_argument("--key-file", type=Path, default=None)
    part("disable", _disable, _("end somebody's access, also with copies they hold"), "id")
    over = part("handover", _handover, _("a keeper leaves: a successor in the same role"), "id", "successor")
    over.add_argument("--name", default="")


def _what_is_recorded(part) -> None:  # type: ignore[no-untyped-def]
    role = part("role", _role, _("another role"), "id")
    role.add_argument("role", choices=("chair", "coordinator", "figures"))
    tell = part("describe", _describe, _("name, last day of access, declaration, training"), "id")
    tell.add_argument("--name", default=None)
    tell.add_argument("--until", type=day, default=None, help=_("the last day of access"))
    tell.add_argument("--declared-until", type=day, default=None, help=_("confidentiality declared, until"))
    tell.add_argument("--trained-until", type=day, default=None)


def _keys_and_grants(part) -> None:  # type: ignore[no-untyped-def]
    change = part("passphrase", _passphrase, _("your own, or a participant's key file's"))
    change.add_argument("--key-file", type=Path, default=None)
    change.add_argument("--new-passphrase-fd", type=int, default=None, help=_("generated unless given here"))
    part("rotate", _rotate, _("all shared keys and every case's keys anew"))
    grant = part("grant", _grant, _("one case's identity to a figures-only user, as long as consent lasts"), "id")
    grant.add_argument("reference")
    grant.add_argument("--until", type=day, required=True)
    part("end-grant", _end_grant, _("take a grant back"), "id", "reference")
    part("grants", _grants, _("who was granted which case, until when"))


def _list(options: argparse.Namespace) -> int:
    from meeting.usecases.people import people

    with opened(options) as office:
        for person in people(office):
            state = "" if person.active else _("disabled")
            ends = _("until {day}").format(day=person.until) if person.until else ""
            said = [person.id, person.role_words, person.agency, person.name, ends, state, ", ".join(person.remarks)]
            print(("* " if person.me else "  ") + "  ".join(word for word in said if word))
    return 0


def _add(options: argparse.Namespace) -> int:
    from meeting.usecases.people import invite

    with opened(options) as office:
        welcome = invite(office, options.id, options.role, name=options.name, agency=options.agency,
                         until=options.until, key_file=options.key_file)  # fmt: skip
    return tell_welcome(welcome)


def _renew(options: argparse.Namespace) -> int:
    from meeting.usecases.people import renew

    with opened(options) as office:
        welcome = renew(office, options.id, options.key_file)
    return tell_welcome(welcome)


def _handover(options: argparse.Namespace) -> int:
    from meeting.usecases.people import hand_over

    with opened(options) as office:
        welcome = hand_over(office, options.id, options.successor, name=options.name)
    return tell_welcome(welcome)


def _disable(options: argparse.Namespace) -> int:
    from meeting.usecases.people import disable

    with opened(options) as office:
        disable(office, options.id)
    print(_("{id} opens nothing any more; the shared keys and every case's are new.").format(id=options.id))
    return 0


def _role(options: argparse.Namespace) -> int:
    from meeting.usecases.people import set_role

    with opened(options) as office:
        set_role(office, options.id, options.role)
    print(_("{id} is {role} now.").format(id=options.id, role=options.role))
    return 0


def _describe(options: argparse.Namespace) -> int:
    from meeting.usecases import people

    with opened(options) as office:
        if options.name is not None or options.until is not None:
            people.describe(office, options.id, name=options.name, until=options.until)
        if options.declared_until is not None:
            people.declared(office, options.id, options.declared_until)
        if options.trained_until is not None:
            people.trained(office, options.id, options.trained_until)
    print(_("Recorded."))
    return 0


def _passphrase(options: argparse.Namespace) -> int:
    from meeting.commands import open_office, read_passphrase
    from meeting.documents.lock import new_passphrase
    from meeting.usecases.key_files import change_key_file
    from meeting.usecases.people import Welcome, change_passphrase, me

    old = read_passphrase(options.passphrase_fd)
    new = read_passphrase(options.new_passphrase_fd) if options.new_passphrase_fd is not None else ""
    if options.key_file is not None:
        chosen = new or new_passphrase()
        change_key_file(options.key_file, old, chosen)
        return 0 if new else tell_welcome(Welcome(_("the key file"), chosen))
    office = open_office(options.area, None, user=options.user, passphrase=old)
    try:
        user, welcome = me(office), change_passphrase(office, old, new)
    finally:
        office.close()
    if new:
        print(_("The passphrase of {id} is changed.").format(id=user))
        return 0
    return tell_welcome(welcome)


def _rotate(options: argparse.Namespace) -> int:
    from meeting.usecases.people import rotate

    with opened(options) as office:
        rotate(office)
    print(_("All shared keys and every case's keys are new."))
    return 0


def _grant(options: argparse.Namespace) -> int:
    from meeting.usecases.granting import grant_case

    with opened(options) as office:
        last = grant_case(office, options.reference, options.id, options.until)
    print(_("{id} may open {reference} until {day}.").format(id=options.id, reference=options.reference, day=last))
    return 0


def _end_grant(options: argparse.Namespace) -> int:
    from meeting.usecases.granting import end_grant

    with opened(options) as office:
        ended = end_grant(office, options.reference, options.id)
    print(_("The grant ended; the case has new keys.") if ended else _("There is no such grant."))
    return 0 if ended else 1


def _grants(options: argparse.Namespace) -> int:
    from meeting.usecases.granting import grants

    with opened(options) as office:
        for line in grants(office):
            print(f"{line.user_id}  {line.reference}  {line.until}  {line.because}")
    return 0


def tell_welcome(welcome) -> int:  # type: ignore[no-untyped-def]
    """What a new user is given, said this once."""
    print(_("Passphrase of {id}, shown this once: {passphrase}").format(id=welcome.id, passphrase=welcome.passphrase))
    if welcome.key_file:
        print(
            _("Key file: {path}. Hand it over in person, the passphrase by another way.").format(path=welcome.key_file)
        )
    else:
        print(_("Hand it over in person; they change it with 'meeting user passphrase'."))
    return 0
