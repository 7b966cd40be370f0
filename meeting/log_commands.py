"""``meeting log …`` in plain lines."""

import argparse
import sys
from gettext import gettext as _
from pathlib import Path

from meeting.options import opened
from meeting.usecases import counted


def add_log(commands, needs_area) -> None:  # type: ignore[no-untyped-def]
    """``meeting log`` and what comes after it."""
    log = commands.add_parser("log", help=_("the log: verify it, show it, take proof of it out"))
    needs_area(log)
    log.set_defaults(run=_verify, checkpoint=[], printed="")
    parts = log.add_subparsers(metavar="what")

    def part(name: str, run, help: str):  # type: ignore[no-untyped-def]
        made = parts.add_parser(name, help=help)
        made.set_defaults(run=run)
        return made

    verify = part("verify", _verify, _("check that nothing was changed, dropped or put elsewhere"))
    verify.add_argument("--checkpoint", type=Path, action="append", default=[], help=_("a checkpoint kept outside"))
    verify.add_argument("--printed", default="", help=_("size and short form as printed under minutes, in quotes"))
    show = part("show", _show, _("the entries, the newest last"))
    show.add_argument("--about", default="", help=_("a reference: of a case, a meeting, an agency"))
    show.add_argument("--kind", default="", help=_("what was done, or a part of it"))
    show.add_argument("--who", default="", help=_("by whom"))
    show.add_argument("--last", type=int, default=50, help=_("how many at most"))
    export = part("export", _export, _("the whole log as a file that can be checked elsewhere"))
    export.add_argument("--out", type=Path, required=True)
    checkpoint = part("checkpoint", _checkpoint, _("the newest checkpoint as a file, to be kept outside"))
    checkpoint.add_argument("--out", type=Path, required=True)
    keep = part("keep", _keep, _("keep another agency's signature under a checkpoint"))
    keep.add_argument("file", type=Path)
    prove = part("prove", _prove, _("proof of entries, for an agency to check by itself"))
    prove.add_argument("--agency", default="", help=_("the code of the agency whose entries are proved"))
    prove.add_argument("--entry", type=int, action="append", default=[], help=_("the number of an entry"))
    prove.add_argument("--since", type=Path, default=None, help=_("prove besides that this checkpoint is continued"))
    prove.add_argument("--out", type=Path, required=True)
    for made in (verify, show, export, checkpoint, keep, prove):
        needs_area(made)

    sign = part("countersign", _countersign, _("at a second agency: sign a checkpoint with your own key"))
    sign.add_argument("file", type=Path)
    sign.add_argument("--key", type=Path, required=True, help=_("your key's file; made on first use"))
    sign.add_argument("--name", required=True, help=_("your agency's code"))
    sign.add_argument("--passphrase-fd", type=int, default=None, help=_("read the passphrase from this descriptor"))
    check = part("check-proof", _check_proof, _("check a proof or an exported log; needs no area"))
    check.add_argument("file", type=Path)
    check.add_argument("--checkpoint", type=Path, default=None, help=_("a checkpoint one has from elsewhere"))


def _verify(options: argparse.Namespace) -> int:
    from meeting.usecases.logbook import countersigned, verify_log

    with opened(options, alongside=True) as office:
        verdict = verify_log(office, options.checkpoint, options.printed)
        given = countersigned(office)
    status = tell_verdict(verdict, outside=bool(options.checkpoint or options.printed))
    for other in given if verdict.whole else ():
        print(
            _("Countersigned by {who}: the first {size} entries.").format(who=other.key_id, size=other.checkpoint.size)
        )
    return status


def tell_verdict(verdict, *, outside: bool) -> int:  # type: ignore[no-untyped-def]
    """In sentences; the exit status is 0 when the log is whole."""
    if not verdict.whole:
        print(_("The log was changed from outside. {why}").format(why=verdict.fault))
        return 1
    print(_("The log is whole and in order: {size} entries.").format(size=verdict.size))
    if verdict.last:
        told = verdict.last.checkpoint
        print(_("Newest checkpoint: {size} entries, {short}, {at:%d.%m.%Y %H:%M} UTC.").format(
            size=told.size, short=told.short, at=told.at))  # fmt: skip
    if verdict.set_back:
        numbers = ", ".join(str(number) for number in verdict.set_back[:10])
        print(_("The machine's clock was set back before entries {numbers}.").format(numbers=numbers))
    if outside:
        print(_("It continues what is held outside."))
    else:
        print(_("Whether an older file was put back, only a checkpoint held outside can tell: --checkpoint FILE."))
    return 0


def _show(options: argparse.Namespace) -> int:
    from meeting.usecases.logview import view_of

    with opened(options, alongside=True) as office:
        view = view_of(office).narrowed(about=options.about, kind=options.kind, who=options.who)
        for at in range(max(0, len(view) - options.last), len(view)):
            line = view[at]
            print(f"{line.number:>7}  {line.when or '-':16}  {line.who or '-':12}  {line.kind}  {line.about}")
    return 0


def _export(options: argparse.Namespace) -> int:
    from meeting.usecases.logbook import export_log

    with opened(options, alongside=True) as office:
        count = export_log(office, options.out)
    print(_("{entries} written. Whoever has the file can check it: meeting log check-proof FILE").format(
        entries=counted.entries(count)))  # fmt: skip
    return 0


def _checkpoint(options: argparse.Namespace) -> int:
    from meeting.usecases.logbook import take_out

    with opened(options, alongside=True) as office:
        told = take_out(office, options.out).checkpoint
    print(_("Checkpoint over {size} entries: {short}. Keep the file on another machine, or let another agency "
            "countersign it.").format(size=told.size, short=told.short))  # fmt: skip
    return 0


def _keep(options: argparse.Namespace) -> int:
    from meeting.usecases.logbook import keep_countersigned

    with opened(options, alongside=True) as office:
        given = keep_countersigned(office, options.file)
    print(_("Kept: signed by {who}. Compare the ending with the agency once, by telephone.").format(
        who=", ".join(given)))  # fmt: skip
    return 0


def _prove(options: argparse.Namespace) -> int:
    from meeting.usecases.logbook import prove

    with opened(options, alongside=True) as office:
        count = prove(office, options.out, agency=options.agency, entries=options.entry, since=options.since)
    print(_("{entries} proved. The agency checks the file by itself: meeting log check-proof FILE").format(
        entries=counted.entries(count)))  # fmt: skip
    return 0


def _countersign(options: argparse.Namespace) -> int:
    from meeting.commands import ask_unseen, read_passphrase
    from meeting.usecases.logbook import sign_for_another

    fresh = not options.key.exists()
    phrase = read_passphrase(options.passphrase_fd)
    if fresh and options.passphrase_fd is None and ask_unseen(_("The same again: ")) != phrase:
        print(_("The two passphrases differ; nothing was signed."), file=sys.stderr)
        return 1
    signed = sign_for_another(options.file, options.key, options.name, phrase)
    told = signed.signed.checkpoint
    print(_("Signed {size} entries, {short}, as {who}. Keep a copy of the file, and give it back.").format(
        size=told.size, short=told.short, who=signed.signed.key_ids[-1]))  # fmt: skip
    return 0


def _check_proof(options: argparse.Namespace) -> int:
    from data.log.proof import Proved
    from meeting.usecases.logbook import check_proof
    from meeting.usecases.logview import line_of

    found = check_proof(options.file, options.checkpoint)
    if not isinstance(found, Proved):
        return tell_verdict(found, outside=options.checkpoint is not None)
    told = found.signed.checkpoint
    print(_("Proved, under the checkpoint over {size} entries, {short}, of {at:%d.%m.%Y %H:%M} UTC:").format(
        size=told.size, short=told.short, at=told.at))  # fmt: skip
    for number, entry in found.entries:
        line = line_of(number, entry)
        print(f"{line.number:>7}  {line.when or '-':16}  {line.who or '-':12}  {line.kind}  {line.about}")
    if found.since:
        print(_("The log continues the one of {size} entries.").format(size=found.since))
    print(_("Signed by {who}. Compare the five groups with those under the minutes.").format(
        who=", ".join(found.signers)))  # fmt: skip
    return 0
