"""What several commands take: a day, an area that is opened and always closed again, a case by its code."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING

from meeting.days import read_day
from meeting.language import practice

if TYPE_CHECKING:
    from meeting.usecases.office import Office


def day(typed: str) -> date:
    """As in the app: 24.11.2026 or 2026-11-24."""
    try:
        return read_day(typed)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None


def needs_area(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--area", default=practice(), help=_("which area; the practice area unless told"))
    parser.add_argument("--user", default=None, help=_("which user you are, where several people open the area"))
    parser.add_argument("--passphrase-fd", type=int, default=None, help=_("read the passphrase from this descriptor"))


@contextmanager
def opened(options: argparse.Namespace, *, alongside: bool = False) -> Iterator["Office"]:
    """The area that was asked for, unlocked; closed whatever happens."""
    from meeting.commands import open_office

    office = open_office(options.area, options.passphrase_fd, user=options.user, alongside=alongside)
    try:
        yield office
    finally:
        office.close()


def case_of(office: "Office", typed: str) -> str:
    """The id of the case of this code. Raises what a mistyped or unknown code raises."""
    from meeting.usecases.cases import case_id_of

    return case_id_of(office, typed)
