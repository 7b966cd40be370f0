"""Facts withheld by default: which sentences tell them, in both languages, and what is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.permission.seen import of_note, of_remark
from data.permission.withheld import find
from data.profiles.load import load
from data.records.agency import Agency
from data.records.conference import NoteKind

UK, ALBANIA = load("uk"), load("albania")


def told(text: str, names: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(tells.fact, text[tells.start : tells.end]) for tells in find(text, UK.withheld, names=names)]


@pytest.mark.parametrize(
    ("text", "fact", "gone"),
    [
        ("He hits her. Her visa ran out in May. She came.", "immigration status", "Her visa ran out in May."),
        ("HER VISA RAN OUT", "immigration status", "HER VISA RAN OUT"),
        ("Is she an asylum-seeker? Unclear.", "immigration status", "Is she an asylum-seeker?"),
        ("On 3. of May the Home  Office wrote to St. Mary. Done.", "immigration status",
         "On 3. of May the Home  Office wrote to St. Mary."),
        ("Immigration status: wife. Ends soon.\nSafe.", "immigration status", "Immigration status: wife. Ends soon."),
        ("She is in a refuge now; he asks where.", "refuge address", "She is in a refuge now;"),
        ("Ajo është në strehëzën e qytetit. Mirë.", "refuge address", "Ajo është në strehëzën e qytetit."),
        ("Ka frike se i humbet femijet.", "fear of losing children", "Ka frike se i humbet femijet."),
        ("She fears she will lose her children.", "fear of losing children", "She fears she will lose her children."),
        ("They are from the Roma settlement.", "small community", "They are from the Roma settlement."),
    ],
)  # fmt: skip
def test_the_whole_sentence_that_tells_goes(text: str, fact: str, gone: str) -> None:
    assert told(text) == [(fact, gone)]


def doubted(text: str, elsewhere: tuple[str, ...] = ()) -> list[str]:
    return [text[t.start : t.end] for t in find(text, UK.withheld, elsewhere=elsewhere) if not t.sure]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Her visa ran out in May. It was never renewed. He hits her.", ["It was never renewed."]),
        ("She is in a refuge. There she sleeps. Because of this he asks. He drinks.",
         ["There she sleeps.", "Because of this he asks."]),
        ("I skadoi viza. Kjo e mban te lidhur. Ai e rreh.", ["Kjo e mban te lidhur."]),
        ("Her asylum claim failed. He drinks. He has her passport.", ["He has her passport."]),
        ("She fears she will lose custody. A care order was made.", ["A care order was made."]),
        ("He kerkoi azil. Ai i mori pasaportën.", ["Ai i mori pasaportën."]),
    ],
)  # fmt: skip
def test_in_doubt_the_sentence_that_goes_on_or_hints_goes_too(text: str, gone: list[str]) -> None:
    assert doubted(text) == gone


def test_a_hint_counts_where_the_cases_texts_tell_the_fact() -> None:
    """Alone it is what happened, and stays; of a case whose narrative tells of a visa it is left out."""
    text = "He hid her passport. He drinks."
    assert find(text, UK.withheld) == ()
    assert doubted(text, ("immigration status",)) == ["He hid her passport."]
    assert doubted(text, ("refuge address",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Leja e qëndrimit i ka skaduar.", "Lejes së qëndrimit i mbaroi afati.", "Është pa letra.", "Ka vizë.",
        "Ka marrë vizën.", "Shtëpia e sigurtë nuk dihet.", "Në shtëpinë e sigurt.", "Qendra pritëse e mori.",
        "Ka frikë se do t'i heqin fëmijët.", "Druhet se do të humbasë fëmijët.", "Lagjja e romëve.",
        "She has settled status.", "They will have the children removed.", "She entered with indefinite leave.",
    ],
)  # fmt: skip
def test_further_forms_in_both_languages(text: str) -> None:
    for profile in (UK, ALBANIA):
        assert [t.sure for t in find(text, profile.withheld)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It was late. This is the third call.",
        "Kjo ndodhi dje. Ajo është mirë.",
        "He threatens to take her children away.",
        "She refuses to go back.",
        "The children are visiting.",
        "Aroma.",
    ],
)
def test_what_tells_nothing_stays(text: str) -> None:
    assert told(text) == []


def test_an_agency_of_that_name_tells_nothing() -> None:
    text = "Women's Refuge will ring. She is in a refuge."
    assert told(text, ("Women's refuge",)) == [("refuge address", "She is in a refuge.")]


def test_the_albanian_profile_reads_both_languages() -> None:
    for text in ("Her asylum claim failed.", "I skadoi viza."):
        assert [t.fact for t in find(text, ALBANIA.withheld)] == ["immigration status"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_gets_an_answer_and_none_of_the_word_stays(before: str, after: str) -> None:
    """Offsets are true, pieces do not overlap, and cutting them leaves no word that tells."""
    text = f"{before} visa {after}"
    found = find(text, UK.withheld)
    assert any(tells.fact == "immigration status" for tells in found)
    at, kept = 0, []
    for tells in found:
        assert at <= tells.start < tells.end <= len(text)
        kept.append(text[at : tells.start])
        at = tells.end
    assert find("\n".join([*kept, text[at:]]), UK.withheld) == ()


def test_notes_and_remarks_have_a_category() -> None:
    agencies = (Agency(code="gp", name="Primary care", sector="primary care"), Agency(code="x", name="X"))
    assert of_note(NoteKind.INFORMATION, "gp", agencies, UK) == "health"
    assert of_note(NoteKind.INFORMATION, "x", agencies, UK) == "history"
    assert of_note(NoteKind.RISKS, "gp", agencies, UK) == "risk"
    assert of_note(NoteKind.VIEWS, "", agencies, UK) == "views"
    headings = {"Children's school": "children", "GP / medical": "health", "Anything else": "history", "": "history"}
    headings |= {"Pregnancy": "health", "Disability": "health"}
    assert {heading: of_remark(heading, UK) for heading in headings} == headings
