"""``meeting pack``, ``open``, ``answer`` and ``take-answers`` in plain lines."""

import argparse
import json
import sys
from gettext import gettext as _
from pathlib import Path

from meeting.options import opened
from meeting.usecases import counted


def add_packs(commands, needs_area) -> None:  # type: ignore[no-untyped-def]
    pack = commands.add_parser("pack", help=_("seal to one participant what their agency may read before a meeting"))
    pack.add_argument("meeting", help=_("the day of the meeting, like 2026-11-24"))
    pack.add_argument("--to", required=True, help=_("the participant's id"))
    pack.add_argument("--agency", default="", help=_("the participant's own agency"))
    pack.add_argument("--out", type=Path, required=True)
    needs_area(pack)
    pack.set_defaults(run=_pack)
    opening = commands.add_parser("open", help=_("at the participant's: read a pack and answer it"))
    opening.add_argument("--plain", action="store_true", help=_("print it and answer nothing"))
    opening.set_defaults(run=_open)
    answering = commands.add_parser("answer", help=_("at the participant's: answer a pack without a screen"))
    answering.add_argument("--out", type=Path, required=True)
    answering.set_defaults(run=_answer)
    for made in (opening, answering):
        made.add_argument("file", type=Path)
        made.add_argument("--key", type=Path, required=True, help=_("your key file"))
        made.add_argument("--passphrase-fd", type=int, default=None)
    take = commands.add_parser("take-answers", help=_("take a participant's answers into the meeting's notes"))
    take.add_argument("file", type=Path)
    needs_area(take)
    take.set_defaults(run=_take)


def _pack(options: argparse.Namespace) -> int:
    from data.records.conference import MeetingState
    from meeting.usecases.packs import held_in_doubt, pack_for
    from meeting.usecases.places import NotPossible
    from meeting.usecases.preparing import meetings

    with opened(options) as office:
        going_on = [m for m in meetings(office) if m.state is not MeetingState.CANCELLED]
        chosen = [m for m in going_on if options.meeting in (m.id, m.on.isoformat())]
        if not chosen:
            raise NotPossible(_("There is no meeting on this day; make its agenda first."))
        made = pack_for(office, chosen[0].id, options.to, options.out, options.agency)
    print(_("{cases} sealed to {id}: {path}").format(cases=counted.cases(made.cases), id=options.to, path=made.path))
    if held := held_in_doubt(made):
        print(held)
    return 0


def _view(options: argparse.Namespace):  # type: ignore[no-untyped-def]
    from meeting.commands import read_passphrase
    from meeting.usecases.answering import read_pack

    return read_pack(options.file, options.key, read_passphrase(options.passphrase_fd))


def _open(options: argparse.Namespace) -> int:
    if not options.plain and sys.stdin.isatty() and sys.stdout.isatty():
        from meeting.commands import read_passphrase
        from meeting.tui.run import run_pack

        given = options.passphrase_fd is not None
        return run_pack(options.file, options.key, read_passphrase(options.passphrase_fd) if given else "")
    print(str(_view(options).text))
    return 0


def _answer(options: argparse.Namespace) -> int:
    """On a terminal case by case; otherwise JSON on standard input: a list of answers, or answers and reports."""
    from meeting.usecases.answering import Answer, Report, answer

    view = _view(options)
    reports: list[Report] = []
    if sys.stdin.isatty():
        answers = [Answer(reference, *_asked(reference)) for _item, reference in view.items]
    else:
        try:
            given = json.load(sys.stdin)
            both = given if isinstance(given, dict) else {"answers": given}
            answers = [Answer(**one) for one in both.get("answers", [])]
            reports = [Report(**one) for one in both.get("actions", [])]
        except (ValueError, TypeError):
            print(_("Answers are a list of {reference, fact, opinion, held_back, can_do}, or {answers: that list, "
                    "actions: a list of {number, state, reason}}."), file=sys.stderr)  # fmt: skip
            return 2
    sealed = answer(view, answers, options.out, reports)
    print(_("{cases} and {actions} answered: {path}. Send it to the coordinator; nobody else can open "
            "it.").format(cases=counted.cases(sealed.cases), actions=counted.actions(sealed.actions),
                          path=options.out))  # fmt: skip
    return 0


def _asked(reference: str) -> tuple[str, str, str, str]:
    print(reference)
    fact = input(_("  what your agency knows as fact: "))
    opinion = input(_("  what it thinks: "))
    held_back = input(_("  what you hold back, and why: "))
    return fact, opinion, held_back, input(_("  what your agency can do: "))


def _take(options: argparse.Namespace) -> int:
    from meeting.usecases.packs import take_answers
    from meeting.usecases.said import Standing, told_of

    with opened(options) as office:
        taken = take_answers(office, options.file)
    said = _("Answers of {id} ({agency}) on {references} stand in the notes.") if taken.references else _(
        "{id} ({agency}) wrote of no case.")  # fmt: skip
    print(said.format(id=taken.user, agency=taken.agency, references=", ".join(taken.references)))
    for answer in taken.said:
        if answer.standing is not Standing.NEW:
            print(f"{answer.reference}  {told_of(answer.standing)}")
    if taken.unsaid:
        print(_("Answered before and not now, so what was said stands: {cases}").format(cases=", ".join(taken.unsaid)))
    for one in taken.reported:
        said = _("was settled here before, and is left so") if one.settled else _(one.state.value)
        print(f"{one.number}  {one.reference}  {said}")
    return 0
