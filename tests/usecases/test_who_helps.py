"""Who helps in a case that came by a sheet: the referrer by any of its names, and those that sit at every meeting."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from small_area import agree, at_nine

from data.profiles.load import load
from data.records.sharing import CORE
from meeting.area import Area
from meeting.usecases import helping, preparing, referrers, sharing
from meeting.usecases.agencies import add_agency, change_agency, core
from meeting.usecases.importing import preview, take
from meeting.usecases.office import Office
from meeting.usecases.sharing_words import reason_lines

ON = date(2026, 11, 26)
HEAD = "Victim first name,Victim surname,Date referred,Referring agency,Consent,Children names,What happened\n"
SHEET = HEAD + (
    "Odile,Fennick,02.11.2026,Council Housing Team,Yes,,She was pushed down the stairs.\n"
    "Maren,Quistgaard,03.11.2026,council  Housing team,Yes,,He waits for her at the bus.\n"
    "Ottoline,Brask,04.11.2026,Police,Yes,,He took her keys.\n"
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    profile = load("uk")
    area = Area.create(tmp_path / "area", "plain words for a test", profile="uk", memory_kib=64, clock=at_nine)
    made = Office(area, profile, at_nine)
    with area.work() as record:
        for agency in core(profile):
            record.save_agency(agency)
    agree(made)
    path = tmp_path / "sheet.csv"
    path.write_text(SHEET)
    take(made, preview(path, made))
    yield made
    made.close()


def held(office: Office) -> list[str]:
    return [
        reason.sentence
        for case in preparing.planned(office, ON).held_back
        for reason in preparing.planned(office, ON).reasons[case.id]
    ]


def test_a_name_the_area_does_not_know_is_told_and_linked_once_it_is_said(office: Office, tmp_path: Path) -> None:
    """And the next sheet knows it."""
    assert [(one.name, len(one.case_ids)) for one in referrers.unknown(office)] == [("Council Housing Team", 2)]
    assert (
        held(office)
        == ["No registered agency helps in this case: the agency that referred it is not known by that name."] * 2
    )
    assert referrers.name_them(office, {"Council Housing Team": "housing"}) == 2
    assert referrers.unknown(office) == ()
    assert held(office) == []
    path = tmp_path / "next.csv"
    path.write_text(HEAD + "Cressida,Vane,05.11.2026,council housing team,Yes,,He shouts.\n")
    take(office, preview(path, office))
    assert referrers.unknown(office) == ()
    housing = next(agency for agency in office.agencies() if agency.code == "housing")
    assert housing.also_written == ("Council Housing Team",)


def test_a_name_added_later_links_the_cases_that_wait(office: Office) -> None:
    change_agency(office, "housing", "Housing", "housing", "Homes; Council Housing Team, Millbrook;", core=True)
    assert len(referrers.unknown(office)) == 1
    change_agency(office, "housing", "Housing", "housing", "council housing team", core=True)
    assert referrers.unknown(office) == ()


def test_an_agency_added_by_that_name_has_its_cases(office: Office) -> None:
    added = add_agency(office, "Council Housing Team")
    assert referrers.unknown(office) == ()
    assert sum(item.agencies == (added.code,) for item in preparing.planned(office, ON).items) == 0
    agree(office)
    assert sum(item.agencies == (added.code,) for item in preparing.planned(office, ON).items) == 2


def test_core_agencies_are_offered_where_permission_would_allow_it_and_recorded_with_why(office: Office) -> None:
    """An agency in conflict, one that sees cases with children alone, and one without an agreement are not."""
    preparing.prepare(office, ON)
    meeting = preparing.meetings(office)[0].id
    at_police = next(item.case_id for item in preparing.agenda_of(office, meeting).items)
    sharing.record_conflict(office, at_police, "probation", "The officer is his brother.")
    offered = {offer.case_id: offer for offer in helping.offers(office, meeting)}
    assert len(offered) == 3, "also the two that are held back"
    mine = offered[at_police]
    assert "housing" in mine.adds
    assert not {"police", "probation", "education", "children-s-social-care", "fire"} & set(mine.adds)
    against = {code: [reason.code for reason in why] for code, why in mine.against}
    assert against["probation"] == ["conflict"]
    assert against["education"] == ["adults only"]
    chosen = {case_id: tuple(code for code in o.adds if code != "housing") for case_id, o in offered.items()}
    count = helping.record(office, meeting, chosen)
    assert count == sum(map(len, chosen.values()))
    agenda = preparing.agenda_of(office, meeting)
    assert agenda.held_back == ()
    assert len(agenda.items) == 3, "what was held back came onto the agenda"
    assert next(i for i in agenda.items if i.case_id == at_police).agencies[0] == "police"
    view = sharing.case_sharing(office, at_police)
    assert not view.of("housing").case.allowed, "taken out of this case when it was reviewed"
    assert not view.of("probation").case.allowed
    assert {one.why for one in view.sharing.involvements} == {CORE}
    assert "+ It helps in this case: it sits at every meeting." in reason_lines(
        view.of("mental-health"), office.profile
    )
    again = {offer.case_id: offer for offer in helping.offers(office, meeting)}[at_police]
    assert again.adds == (), "who was taken out is not offered again"


def test_without_consent_nobody_is_offered(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "refused.csv"
    path.write_text(HEAD + "Cressida,Vane,05.11.2026,Police,No,,He shouts.\n")
    reference = take(office, preview(path, office)).references[0]
    preparing.prepare(office, ON)
    offered = helping.offers(office, preparing.meetings(office)[0].id)
    assert next(offer.adds for offer in offered if offer.reference == reference) == ()
    assert "Nothing to do" not in " ".join(held(office))


def test_why_a_case_is_held_names_the_agencies(office: Office) -> None:
    """And what lifts it is said, never that nothing is to be done."""
    case_id = preparing.planned(office, ON).items[0].case_id
    sharing.set_who_helps(office, case_id, ["education"])
    why = sharing.case_sharing(office, case_id).held
    assert [reason.who for reason in why] == ["Education"]
    told = " ".join(f"{reason.sentence} {reason.lift}" for reason in why)
    assert "Education: No child is in this case" in told
    assert "Nothing to do" not in told
