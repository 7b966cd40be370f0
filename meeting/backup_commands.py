"""``meeting backup`` and ``meeting restore`` in plain lines."""

import argparse
import sys
from gettext import gettext as _
from pathlib import Path

from meeting.options import opened
from meeting.usecases import counted


def add_backup(commands, needs_area) -> None:  # type: ignore[no-untyped-def]
    """``meeting backup`` and ``meeting restore``."""
    backup = commands.add_parser("backup", help=_("copy an area to a second place, encrypted and checked"))
    backup.add_argument("--to", type=Path, default=None, help=_("the folder; where the last backup went unless told"))
    backup.add_argument("--keys-to", type=Path, default=None, help=_("another folder for the keys' part"))
    needs_area(backup)
    backup.set_defaults(run=_backup)

    restore = commands.add_parser("restore", help=_("make an area anew from a backup"))
    restore.add_argument("source", type=Path, help=_("the folder of the backups, or the file that ends in .records"))
    restore.add_argument("--keys", type=Path, default=None, help=_("where the keys' part is, if elsewhere"))
    restore.add_argument("--as", dest="name", default="", help=_("the name of the restored area"))
    restore.add_argument("--server", default="", metavar=_("ADDRESS"),
                         help=_("a PostgreSQL server that is to keep the record; otherwise a file does"))  # fmt: skip
    restore.add_argument("--try", dest="trial", action="store_true",
                         help=_("restore, look whether it opens, and take it away again"))  # fmt: skip
    needs_area(restore)
    restore.set_defaults(run=_restore)


def _backup(options: argparse.Namespace) -> int:
    from meeting.usecases.backing_up import back_up, last_place

    with opened(options, alongside=True) as office:
        to = options.to or last_place(office)
        if to is None:
            print(_("Say where to: --to FOLDER, on another disk than this one."), file=sys.stderr)
            return 2
        done = back_up(office, to, options.keys_to)
    print(_("Backed up and read again: {rows}, a log of {entries}.").format(
        rows=counted.rows(done.rows), entries=counted.entries(done.log_size)))  # fmt: skip
    print(f"  {done.records}\n  {done.keys}")
    if done.same_disk:
        print(_("This is the same disk the area is on: when it breaks, both are gone. Use another disk."))
    if done.removed:
        print(_("Old backups removed: {count}.").format(count=len(done.removed)))
    return 0


def _restore(options: argparse.Namespace) -> int:
    from meeting.area import PRACTICE_PASSPHRASE
    from meeting.commands import read_passphrase
    from meeting.usecases.areas import open_area
    from meeting.usecases.backing_up import restore, try_restore
    from meeting.usecases.places import check_name, is_practice

    practice = is_practice(options.area) and options.passphrase_fd is None and options.trial
    phrase = PRACTICE_PASSPHRASE if practice else read_passphrase(options.passphrase_fd)
    if options.trial:
        office = open_area(options.area, phrase, user=options.user, alongside=True)
        done = try_restore(office, options.source, phrase, options.keys, user=options.user)
        office.close()
        print(_("Restoring works: {cases}, a log of {entries}. The copy was taken away again.").format(
            cases=counted.cases(done.cases), entries=counted.entries(done.log_size)))  # fmt: skip
        return 0
    check_name(options.name)
    done = restore(options.source, phrase, options.name, keys=options.keys, user=options.user, server=options.server)
    print(_("Restored as '{name}', as of {at:%d.%m.%Y %H:%M} UTC: {cases}, a log of {entries}.").format(
        name=done.name, at=done.at, cases=counted.cases(done.cases),
        entries=counted.entries(done.log_size)))  # fmt: skip
    if done.erased:
        print(_("Left out, since they were erased after that day: {cases}.").format(cases=counted.cases(done.erased)))
    print(_("What was recorded after that day is not in it. Compare its log with a checkpoint held outside: "
            "meeting log verify --area {name} --checkpoint FILE").format(name=done.name))  # fmt: skip
    return 0
