"""The main job from a spreadsheet to redacted minutes on made-up cases, without a terminal."""

import random
import shutil
import sys
import tempfile
from datetime import date, datetime, time, timedelta
from gettext import gettext as _
from pathlib import Path

from data.practice.agencies import agencies
from data.practice.spreadsheet import write
from data.practice.words import actions as practice_actions
from data.practice.words import notes as practice_notes
from data.profiles.load import load
from data.records.conference import ActionState, Grade, Presence
from meeting.area import PRACTICE_PASSPHRASE, Area
from meeting.language import country
from meeting.usecases import counted, following, holding, preparing, releasing
from meeting.usecases.importing import preview, take
from meeting.usecases.office import Office
from meeting.usecases.practising import earlier_meeting, involve, register

FORMATS = ("docx", "pdf", "txt")


def plain(out: Path, seed: int, today: date) -> int:
    """Run the whole job; status 0 only if the gate let every paper out."""
    into, papers = out / "in", out / "out"
    for folder in (into, papers):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    _say(_("Practice: every person and place below is made up."))
    sheet = into / "referrals.xlsx"
    rules = load(country())
    write(sheet, seed=seed, today=today, country=rules.language)
    _say(_("A spreadsheet of referrals lies in {folder}.").format(folder=into))
    with tempfile.TemporaryDirectory(prefix="meeting-") as held:
        area = Area.create(Path(held) / "area", PRACTICE_PASSPHRASE, profile=rules.code, practice=True)
        office = Office(area, rules, lambda: datetime.combine(today, time(10, 0)))
        try:
            return _job(office, sheet, papers, seed)
        finally:
            office.close()


def _job(office: Office, sheet: Path, papers: Path, seed: int) -> int:
    chance = random.Random(seed)  # noqa: S311 - made-up data, nothing to guess
    register(office)
    understood = preview(sheet, office)
    result = take(office, understood, only_good=True)
    _say(_("{taken} cases taken, {left} rows left with a reason.").format(
        taken=len(result.references), left=len(understood.rejected)))  # fmt: skip
    involve(office, result.references, chance)
    earlier_meeting(office, chance)
    meeting_id = preparing.prepare(office, office.today).meeting.id
    agenda = preparing.agenda_of(office, meeting_id)
    _say(_("Agenda: {items} cases, {held} held back for want of consent or a ground.").format(
        items=len(agenda.items), held=len(agenda.held_back)))  # fmt: skip
    preparing.publish(office, meeting_id)
    _say_released(releasing.release_agenda(office, meeting_id, papers, formats=FORMATS).paths)
    _hold(office, meeting_id, chance)
    grades = [(Grade.ALL_PARTNERS, ""), (Grade.ONE_AGENCY, agencies(office.profile.language)[0].code)]
    for grade, agency in grades:
        done = releasing.release_minutes(office, meeting_id, papers, grade, agency, formats=FORMATS)
        _say_released(done.paths)
    _say_released(releasing.release_actions(office, papers, formats=FORMATS).paths)
    _say(_("Done. The papers lie in {folder}; the gate let every one of them out.").format(folder=papers))
    return 0


def _hold(office: Office, meeting_id: str, chance: random.Random) -> None:
    holding.start(office, meeting_id)
    for number, line in enumerate(holding.attendance(office, meeting_id)):
        if number % 5 == 4:
            holding.set_presence(office, meeting_id, line, Presence.APOLOGIES)
        else:
            present = holding.set_presence(office, meeting_id, line, Presence.PRESENT)
            holding.declare(office, meeting_id, present)
    count = holding.item_view(office, meeting_id, 0).count
    for position in range(count):
        item = holding.item_view(office, meeting_id, position).item
        file = office.file_of(item.case_id)
        for kind, agency, raw in practice_notes(file, chance):
            holding.type_note(office, meeting_id, item.id, kind, raw.text, agency)
        for agency, raw, days in practice_actions(file, chance):
            due = office.today + timedelta(days=days)
            holding.agree_action(office, meeting_id, item.id, agency, raw.text, due)
        _progress(position + 1, count)
    following.close(office, meeting_id)
    rows = following.actions(office)
    for row in rows[::4]:
        following.set_action(office, row.action.id, ActionState.DONE, "")
    _say(_("Meeting held: {cases}, {actions}.").format(cases=counted.cases(count), actions=counted.actions(len(rows))))


def _progress(done: int, of: int) -> None:
    if sys.stdout.isatty():
        print(_("  case {done} of {of}").format(done=done, of=of), end="\n" if done == of else "\r", flush=True)


def _say(sentence: str) -> None:
    print(sentence, flush=True)


def _say_released(paths) -> None:  # type: ignore[no-untyped-def]
    _say(_("Released: {names}").format(names=", ".join(path.name for path in paths)))
