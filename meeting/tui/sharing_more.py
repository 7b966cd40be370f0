"""What is recorded on sharing less often: who helps, conflicts, withheld facts, notices. One entry, one use case."""

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from data.records.sharing import Told
from meeting.tui.fields import read_day
from meeting.tui.forms import Recording
from meeting.tui.sharing_forms import (
    caution_form,
    codes_of,
    conflict_form,
    day_or_none,
    fact_form,
    helping_form,
    notice_form,
)
from meeting.usecases import notices, sharing
from meeting.usecases.sharing_words import ground_words

if TYPE_CHECKING:
    from meeting.tui.sharing import SharingScreen

Values = dict[str, str]


def _ask(page: "SharingScreen", form, do: Callable[[Values], object]) -> None:  # type: ignore[no-untyped-def]
    page.app.push_screen(Recording(form, do))


def _who_helps(page: "SharingScreen") -> None:
    form = helping_form(page.office, sharing.who_helps(page.office, page.case_id))
    _ask(page, form, lambda v: sharing.set_who_helps(page.office, page.case_id, codes_of(v["agencies"])))


def _conflict(page: "SharingScreen") -> None:
    form = conflict_form(page.office, page.case_id)
    _ask(
        page, form, lambda v: sharing.record_conflict(page.office, page.case_id, v["agency"], v["reason"], v["person"])
    )


def _end_conflict(page: "SharingScreen") -> None:
    known = page.view.sharing.conflicts if page.view else ()
    options = [(str(n), f"{c.starts:%d.%m.%Y} {c.person.text or page.office.agency_name(c.agency)}")
               for n, c in enumerate(known) if c.ended_on is None]  # fmt: skip
    page.choose(_("Which conflict of interest is over?"), options, _("No conflict of interest is recorded."),
                lambda number: sharing.end_conflict(page.office, page.case_id, int(number)))  # fmt: skip


def _tell(page: "SharingScreen") -> None:
    _ask(page, fact_form(page.office, page.case_id), lambda v: sharing.tell_fact(
        page.office, page.case_id, v["fact"], v["reasons"], v["by"], codes_of(v["agencies"]), day_or_none(v["ends"])))  # fmt: skip


def _withhold(page: "SharingScreen") -> None:
    known = page.view.sharing.released if page.view else ()
    options = [(str(n), f"{f.starts:%d.%m.%Y} {f.fact}") for n, f in enumerate(known) if f.ended_on is None]
    page.choose(_("Which fact is told no more?"), options, _("No withheld fact is told."),
                lambda number: sharing.withhold_again(page.office, page.case_id, int(number)))  # fmt: skip


def _end_ground(page: "SharingScreen") -> None:
    known = page.view.sharing.grounds if page.view else ()
    options = [(str(n), ground_words(g, page.office)) for n, g in enumerate(known) if g.ended_on is None]
    page.choose(_("Which ground holds no more?"), options, _("No ground is recorded."),
                lambda number: sharing.end_ground(page.office, page.case_id, int(number)))  # fmt: skip


def _caution(page: "SharingScreen") -> None:
    _ask(page, caution_form(page.case_id), lambda v: notices.record_caution(
        page.office, page.case_id, perpetrator_may_be_told=v["perpetrator"] == "yes",
        safe_wording=v["safe_wording"] == "yes", decided_by=v["by"], reasons=v["reasons"]))  # fmt: skip


def _notice(page: "SharingScreen") -> None:
    form = notice_form(_("The notice: given, or why not"), _language(page), page.case_id)
    _ask(page, form, lambda v: notices.record_notice(
        page.office, page.case_id, given=v["given"] == "yes", on=read_day(v["on"]), by=v["by"], why_not=v["why_not"],
        to=Told(v["to"]), language=v["language"]))  # fmt: skip


def _release(page: "SharingScreen") -> None:
    from meeting.tui.releasing import ask_folder, tell_released

    def leave(values: "Values | None") -> None:
        if values:
            folder = Path(values["folder"]).expanduser()
            page.in_background(lambda: notices.release_notice(page.office, page.case_id, folder),
                               lambda released: tell_released(page, released), _("The gate reads…"))  # fmt: skip

    ask_folder(page, _("Release the notice for the person (Word and PDF)"), leave)


def _language(page: "SharingScreen") -> str:
    return page.view.case.language if page.view else "en"


MORE: dict[str, tuple[Callable[[], str], Callable[["SharingScreen"], None]]] = {
    "help": (lambda: _("Which agencies help in this case"), _who_helps),
    "conflict": (lambda: _("A conflict of interest"), _conflict),
    "end conflict": (lambda: _("A conflict of interest is over"), _end_conflict),
    "tell": (lambda: _("Tell a fact that is withheld by default"), _tell),
    "withhold": (lambda: _("Withhold such a fact again"), _withhold),
    "end ground": (lambda: _("A ground holds no more"), _end_ground),
    "release": (lambda: _("Release the notice for the person"), _release),
    "notice": (lambda: _("The notice was given, or why not"), _notice),
    "caution": (lambda: _("How careful a notice must be"), _caution),
}
