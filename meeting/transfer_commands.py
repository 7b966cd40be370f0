"""``meeting transfer …`` in plain lines."""

import argparse
from gettext import gettext as _
from pathlib import Path

from meeting.options import case_of, opened


def add_transfer(commands, needs_area) -> None:  # type: ignore[no-untyped-def]
    moved = commands.add_parser("transfer", help=_("a case that moves to another area, or came from one"))
    ways = moved.add_subparsers(metavar="what", required=True)
    card = ways.add_parser("card", help=_("this area's card, for others to seal cases to"))
    card.add_argument("--out", type=Path, required=True, help=_("the card's file"))
    card.set_defaults(run=_card)
    send = ways.add_parser("send", help=_("seal a case to another area; here it is closed then"))
    send.add_argument("reference")
    send.add_argument("--to", type=Path, required=True, help=_("the other area's card"))
    send.add_argument("--fingerprint", default="", help=_("as the other area read it to you on the telephone"))
    send.add_argument("--out", type=Path, required=True, help=_("the folder for the sealed case"))
    send.set_defaults(run=_send)
    take = ways.add_parser("take", help=_("open a sealed case; without --fingerprint only say whose it is"))
    take.add_argument("file", type=Path)
    take.add_argument("--fingerprint", default="", help=_("as the sending area read it to you on the telephone"))
    take.set_defaults(run=_take)
    for made in (card, send, take):
        needs_area(made)


def _card(options: argparse.Namespace) -> int:
    from meeting.usecases.transferring import write_card

    with opened(options) as office:
        fingerprint = write_card(office, options.out)
    print(_("Read this to the other area on the telephone, never by the way the card goes:"))
    print(f"  {fingerprint}")
    return 0


def _send(options: argparse.Namespace) -> int:
    from meeting.usecases.transferring import card_of, send

    if not options.fingerprint:
        card = card_of(options.to)
        print(_("The card says it is {name}'s. Telephone them, let them read their fingerprint to you, and give it "
                "with --fingerprint. Nothing was sent.").format(name=card.name))  # fmt: skip
        return 1
    with opened(options) as office:
        sent = send(office, case_of(office, options.reference), options.to, options.fingerprint, options.out)
    print(_("Sealed into {path}; only that area opens it. The case is closed here.").format(path=sent.path))
    return 0


def _take(options: argparse.Namespace) -> int:
    from meeting.usecases.transferring import look, take

    with opened(options) as office:
        if not options.fingerprint:
            came = look(office, options.file)
            print(_("{name} says it sent {reference}. Telephone them, let them read their fingerprint to you, and "
                    "give it with --fingerprint. Nothing was taken.").format(
                        name=came.sender, reference=came.reference))  # fmt: skip
            return 1
        came = take(office, options.file, options.fingerprint)
    said = _("{reference} is taken, transferred from {name}: due at the next meeting; consent is to be asked anew.")
    print(said.format(reference=came.reference, name=came.sender))
    return 0
