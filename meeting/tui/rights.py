"""What a person may ask of a case: access, correction, restriction, a hold, erasure; one list over the case's page."""

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from data.records.draft import DraftOf
from meeting.tui.dialogs import Ask, Choose
from meeting.tui.fields import Field, is_day, needed, read_day
from meeting.tui.forms import Fill, Recording
from meeting.tui.page import Page
from meeting.tui.releasing import ask_folder, tell_released
from meeting.usecases import keeping, rights


def ask_rights(page: Page, case_id: str, then: Callable[[], None]) -> None:
    """``then`` is done when something changed."""
    restricted = page.office.file_of(case_id).case.restricted
    options = [
        ("access", _("Access: all that is held about one person, on one paper")),
        ("correct", _("Correction: put a detail right, the old one is kept")),
        ("restrict", _("Lift the restriction") if restricted else _("Restriction: keep the case, use it for nothing")),
        ("hold", _("Hold: a court or a review asks that nothing be purged")),
        ("erase", _("Erasure: the whole case, at once")),
    ]
    do: dict[str, Callable[[], None]] = {
        "access": lambda: _access(page, case_id),
        "correct": lambda: _correct(page, case_id, then),
        "restrict": lambda: _restrict(page, case_id, not restricted, then),
        "hold": lambda: hold_form(page, case_id, then),
        "erase": lambda: _erase(page, case_id),
    }
    page.app.push_screen(Choose(_("What is asked?"), options), lambda key: do[key]() if key else None)


def hold_form(page: Page, case_id: str, then: Callable[[], None]) -> None:
    form = Fill(
        _("Hold: nothing of this case is purged"),
        [
            Field("reason", _("Why"), check=needed(_("Say why."))),
            Field("by", _("Asked for by (agency and role)"), check=needed(_("Say who asked."))),
            Field("until", _("Until (empty: until lifted)"), check=lambda v: is_day(v) if v.strip() else ""),
        ],
        kept=DraftOf("hold", case_id),
    )

    def do(values: dict[str, str]) -> None:
        until = read_day(values["until"]) if values["until"].strip() else None
        keeping.hold(page.office, case_id, values["reason"], values["by"], until)

    page.app.push_screen(Recording(form, do), lambda values: then() if values else None)


def _people(page: Page, case_id: str) -> list[tuple[str, str]]:
    return [(p.id, f"{_(p.role.value)}: {p.full_name}") for p in page.office.file_of(case_id).people]


def _access(page: Page, case_id: str) -> None:
    def release(person_id: str, values: dict[str, str] | None) -> None:
        if values:
            folder = Path(values["folder"]).expanduser()
            page.in_background(
                lambda: rights.release_access(page.office, case_id, person_id, folder),
                lambda released: tell_released(page, released),
                _("Reading the paper once more …"),
            )

    def chosen(person_id: str | None) -> None:
        if person_id:
            ask_folder(page, _("Where does the paper go?"), lambda values: release(person_id, values))

    page.app.push_screen(Choose(_("Whose details?"), _people(page, case_id)), chosen)


def _correct(page: Page, case_id: str, then: Callable[[], None]) -> None:
    words = {
        "first": _("first name"), "last": _("surname"), "gender": _("gender"), "workplace": _("workplace"),
        "school": _("school"), "relationship_to_victim": _("relationship to the victim"),
    }  # fmt: skip
    form = Fill(
        _("Put a detail right"),
        [
            Field("person", _("Whose"), choices=_people(page, case_id)),
            Field("field", _("What"), choices=[(key, words[key]) for key in rights.CORRECTABLE]),
            Field("value", _("As it should be")),
            Field("by", _("Asked by"), _("the person"), check=needed(_("Say who asked."))),
        ],
        kept=DraftOf("correction", case_id),
    )

    def do(values: dict[str, str]) -> None:
        rights.correct(page.office, case_id, values["person"], values["field"], values["value"], values["by"])

    page.app.push_screen(Recording(form, do), lambda values: then() if values else None)


def _restrict(page: Page, case_id: str, restricted: bool, then: Callable[[], None]) -> None:
    page.attempt(lambda: rights.restrict(page.office, case_id, restricted=restricted))
    page.say(_("Kept, and used for nothing until lifted.") if restricted else _("The case may be used again."))
    then()


def _erase(page: Page, case_id: str) -> None:
    def done(answer: str | None) -> None:
        def gone() -> bool:
            keeping.erase(page.office, case_id)
            return True

        if answer == "yes" and page.attempt(gone):
            page.action_back()

    question = _("Erase the whole case? It cannot be undone; the log keeps its reference.")
    page.app.push_screen(Ask(question, {"no": _("Not now"), "yes": _("Erase")}), done)
