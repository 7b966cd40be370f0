"""The practice area: made-up cases come in through the same door as real ones (R33)."""

import random
import tempfile
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from data.practice.agencies import agencies
from data.practice.spreadsheet import write
from data.practice.words import actions, said
from data.records.conference import ActionState, Presence
from data.records.sharing import ALL, About, Agreement, Consent, ConsentState, GivenBy
from data.records.text import RawText
from meeting.usecases import following, holding
from meeting.usecases.importing import ImportResult, preview, take
from meeting.usecases.office import Office
from meeting.usecases.preparing import drop_item, prepare, publish
from meeting.usecases.sharing import countersign_ground, record_ground

_HEARD_BEFORE = 4  # cases


def fill(office: Office, seed: int) -> None:
    """Register agencies, import 24 made-up cases, and leave a meeting prepared and waiting."""
    register(office)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "referrals.xlsx"
        write(path, seed=seed, today=office.today, country=office.profile.language)
        bring_in(office, path, seed)
    meeting_id = prepare(office, office.today + timedelta(days=1)).meeting.id
    publish(office, meeting_id)


def earlier_meeting(office: Office, chance: random.Random) -> None:
    """A meeting of four weeks ago that heard the oldest cases: some of its actions are done, some overdue."""
    day = office.today - timedelta(days=28)
    past = Office(office.area, office.profile, lambda: datetime.combine(day, time(10, 0)))
    office.area.ledger.clock = office.clock  # the log tells when this was done, also of what is made up
    agenda = prepare(past, day)
    for item in agenda.items[_HEARD_BEFORE:]:
        drop_item(past, agenda.meeting.id, item.id)
    holding.start(past, agenda.meeting.id)
    for line in holding.attendance(past, agenda.meeting.id):
        holding.save_attendance(past, agenda.meeting.id, replace(line, presence=Presence.PRESENT, declared=True))
    for item in agenda.items[:_HEARD_BEFORE]:
        for agency, raw, days in actions(office.file_of(item.case_id), chance):
            holding.agree_action(past, agenda.meeting.id, item.id, agency, raw.text, day + timedelta(days=days))
    following.close(past, agenda.meeting.id)
    for row in following.actions(office)[:2]:
        following.set_action(office, row.action.id, ActionState.DONE)
    _heard_long_ago(office)


def _heard_long_ago(office: Office) -> None:
    """A case of more than a year ago was heard then: all that is left of it is to note that it lapses."""
    with office.area.work() as record:
        for case in record.cases(limit=500):
            if (office.today - case.referred_on).days > 366 and case.last_heard_on is None:
                file = record.open_file(case.id)
                heard = replace(case, last_heard_on=case.referred_on + timedelta(days=12))
                record.save_case(replace(file, case=heard))


def register(office: Office) -> None:
    """The made-up agencies, each with its made-up agreement."""
    with office.area.work() as record:
        for agency in agencies(office.profile.language):
            record.save_agency(agency)
    office.forget()
    agree(office)


def agree(office: Office) -> None:
    """A signed agreement for each registered agency that has none; the last one's review is overdue."""
    year, kept = office.today - timedelta(days=200), said(office.profile.language).confidence
    with office.area.work() as record:
        known = {agreement.agency for agreement in record.agreements()}
        for agency in office.agencies():
            if agency.code not in known:
                late = agency == office.agencies()[-1]
                review = office.today + timedelta(days=-7 if late else 165)
                record.add_agreement(
                    Agreement(agency=agency.code, signed_on=year, starts=year, review_on=review, confidence=kept)
                )


def bring_in(office: Office, path: Path, seed: int) -> ImportResult:
    """Take the good rows of a practice spreadsheet, and record which agencies help in each case."""
    result = take(office, preview(path, office), only_good=True)
    chance = random.Random(seed)  # noqa: S311 - made-up data, nothing to guess
    involve(office, result.references, chance)
    earlier_meeting(office, chance)
    return result


def involve(office: Office, references: tuple[str, ...], chance: random.Random) -> None:
    """Made-up involvement of agencies, parents' consents, and a countersigned ground for every second case without."""
    codes = [agency.code for agency in office.agencies()]
    without = []
    for reference in references:
        with office.area.work() as record:
            case = record.case_by_reference(reference)
            file = record.open_file(case.id)
            involved = tuple(sorted({case.referring_agency, *chance.sample(codes, k=min(6, len(codes)))}))
            record.save_case(replace(file, case=replace(case, involved=involved)))
            if case.consent is not ConsentState.GIVEN:
                without.append(case.id)
            elif case.children_count:
                record.add_sharing(case.id, _for_the_children(office, case.referred_on))
    kind = office.profile.grounds[0].code
    words = said(office.profile.language)
    for case_id in without[::2]:
        record_ground(office, case_id, kind, words.reasons, words.decided, why_not_told=words.not_told)
        countersign_ground(office, case_id, 0, words.countersigned)


def _for_the_children(office: Office, on: date) -> Consent:
    return Consent(
        about=About.CHILDREN,
        state=ConsentState.GIVEN,
        given_by=GivenBy.PARENT,
        agencies=ALL,
        categories=ALL,
        purpose=office.profile.purposes[0].code,
        starts=on,
        ends=on + timedelta(days=365),
        signed=RawText(said(office.profile.language).signed),
    )
