"""``meeting import`` and ``meeting questionnaire`` in plain lines."""

import argparse
import json
import sys
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from meeting.options import opened
from meeting.usecases import counted

if TYPE_CHECKING:
    from data.intake.understood import Said, Taken, Understood


def add_import(commands, needs_area) -> None:  # type: ignore[no-untyped-def]
    """The way in for spreadsheets, and the blank one that agencies fill in."""
    take = commands.add_parser("import", help=_("take a spreadsheet of referrals"))
    take.add_argument("file", type=Path, nargs="?", help=_("XLSX, XLS, ODS or CSV"))
    take.add_argument("--preview", action="store_true", help=_("show what is understood; take nothing"))
    take.add_argument("--json", action="store_true", help=_("the preview as JSON"))
    take.add_argument("--only-good", action="store_true", help=_("take the good rows although others cannot be"))
    take.add_argument("--undo", action="store_true", help=_("take the last import out again"))
    needs_area(take)
    take.set_defaults(run=_import)
    blank = commands.add_parser("questionnaire", help=_("write the blank questionnaire for agencies"))
    blank.add_argument("--out", type=Path, required=True, help=_("the spreadsheet to write"))
    blank.add_argument("--lang", choices=("en", "sq"), default="en", help=_("language of the questions"))
    blank.set_defaults(run=_questionnaire)


def _import(options: argparse.Namespace) -> int:
    if options.undo:
        return _undo(options)
    if options.file is None:
        print(_("Which file? Give the path of a spreadsheet, or --undo."), file=sys.stderr)
        return 2
    return _preview(options) if options.preview else _take(options)


def _preview(options: argparse.Namespace) -> int:
    """Status 1 when the file cannot be read at all."""
    from data.intake.as_json import as_json
    from meeting.usecases.importing import preview

    understood = preview(options.file, today=date.today())
    if options.json:
        print(json.dumps(as_json(understood), ensure_ascii=False, indent=1))
        return 1 if understood.file_error else 0
    if understood.file_error:
        print(understood.file_error, file=sys.stderr)
        return 1
    _say_what_was_understood(understood)
    _say_what_is_left(understood)
    return 0


def _take(options: argparse.Namespace) -> int:
    from meeting.usecases.importing import preview, take
    from meeting.usecases.referrers import unknown
    from meeting.usecases.repeats import look_among

    with opened(options) as office:
        understood = preview(options.file, office, progress=_progress(_("Reading")))
        if understood.file_error:
            print(understood.file_error, file=sys.stderr)
            return 1
        _say_what_is_left(understood)
        result = take(office, understood, only_good=options.only_good, progress=_progress(_("Taking")))
        print(_("{cases} taken: {references}").format(
            cases=counted.cases(len(result.references)), references=", ".join(result.references)))  # fmt: skip
        if result.known:
            print(_("Here already, and left as they are ({count}): {references}").format(
                count=len(result.known), references=", ".join(result.known)))  # fmt: skip
        if names := unknown(office):
            print(_("No agency is known by these names; say which one each is in the app (agencies, w):"))
            for one in names:
                print(f"  {one.name} ({counted.cases(len(one.case_ids))})")
        if alike := look_among(office, result.case_ids):
            print(_("These look like a case on record; decide in the app (case, e):"))
            for case in alike:
                print(f"  {case.reference}:")
                for line in (line for earlier in case.earlier for line in earlier.lines):
                    print(f"    {line}")
        print(_("'meeting import --undo' takes them out again, until a meeting has touched them."))
    return 0


def _undo(options: argparse.Namespace) -> int:
    from meeting.usecases.importing import last_import, undo

    with opened(options) as office:
        batch, at, count = last_import(office)
        removed = undo(office, batch)
        print(_("Taken out again: {removed} of {cases}, imported {day}.").format(
            removed=removed, cases=counted.cases(count), day=f"{at:%d.%m.%Y %H:%M}"))  # fmt: skip
        if removed < count:
            print(_("The others stand on an agenda and stay."))
    return 0


def _questionnaire(options: argparse.Namespace) -> int:
    from data.intake.questionnaire import write_blank

    try:
        write_blank(options.out, options.lang)
    except FileExistsError:
        print(_("There is a file of this name already; choose another."), file=sys.stderr)
        return 1
    except OSError:
        print(_("The file cannot be written there; check the folder."), file=sys.stderr)
        return 1
    print(_("The blank questionnaire is written. It comes back in with 'meeting import'."))
    return 0


def _progress(word: str):  # type: ignore[no-untyped-def]
    """A line that counts, on a terminal alone."""

    def tell(done: int, of: int) -> None:
        if sys.stderr.isatty() and of > 200:
            sys.stderr.write(f"\r{word} {done} / {of} ")
            sys.stderr.flush()

    return tell


def _say_what_was_understood(understood: "Understood") -> None:
    """Nobody is named: a terminal keeps what was printed on it."""
    from data.intake.questionnaire import completeness
    from meeting.usecases.importing import MEANINGS

    print(_("{cases} understood.").format(cases=counted.cases(len(understood.cases))))
    for taken in understood.cases:
        print("  " + _line(taken))
    print(_("What the headings were taken to mean:"))
    for heading, meant in understood.meanings:
        print(f"  {' '.join(heading.split())} = {MEANINGS.get(meant, meant)}")
    print(_("How much of the questionnaire is filled in:"))
    for one in completeness(understood.cases):
        print(_("  {agency}: {share} %, {cases}").format(
            share=round(100 * one.share), cases=counted.cases(one.cases),
            agency=one.agency or _("no agency named")))  # fmt: skip


def _line(taken: "Taken") -> str:
    file = taken.file
    roles = {role: sum(p.role == role for p in file.people) for role in dict.fromkeys(p.role for p in file.people)}
    people = ", ".join(f"{count} {_(role.value)}" for role, count in roles.items())
    when = f"{file.case.referred_on:%d.%m.%Y}" if taken.dated else _("no date of referral")
    consent = _("consent: {state}").format(state=_(file.case.consent.value))
    story = _("what happened: {letters}").format(letters=counted.letters(len(file.narrative.text)))
    place = " ".join(part for part in (taken.sheet, _("row {row}").format(row=taken.row)) if part)
    return f"{place}: {when}; {people}; {consent}; {story}"


def _say_what_is_left(understood: "Understood") -> None:
    """One list of what cannot be taken and what is doubtful, by sheet, row and column."""
    for title, remarks in (
        (_("Cannot be taken:"), understood.rejected),
        (_("Please check:"), understood.warnings),
    ):
        if remarks:
            print(title)
        for remark in remarks:
            print(f"  {_where(remark)}{remark.why}")


def _where(said: "Said") -> str:
    parts = [said.sheet, _("row {row}").format(row=said.row) if said.row else "", " ".join(said.column.split())]
    where = ", ".join(part for part in parts if part)
    return f"{where}: " if where else ""
