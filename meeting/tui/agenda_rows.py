"""The agenda as lines of one table: open actions first, cases in the chair's order, lapses, then what is held back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from agenda.agenda import Agenda
from data.records.case_details import Case
from data.records.conference import Item


@dataclass(frozen=True, slots=True)
class Row:
    """``cells`` fill the columns; exactly one of the others says what the line is, all empty for open actions."""

    cells: tuple[str, ...]
    item: Item | None = None
    lapse: Case | None = None
    held: Case | None = None
    waiting: Item | None = None

    @property
    def key(self) -> str:
        return self.item.id if self.item else self.case_id or "actions"

    @property
    def case_id(self) -> str:
        """The case the line is about; empty for open actions."""
        item, case = self.item or self.waiting, self.held or self.lapse
        return item.case_id if item else case.id if case else ""


def rows(agenda: Agenda, today: date) -> Iterator[Row]:
    if agenda.open_actions:
        overdue = sum(action.is_overdue(today) for action in agenda.open_actions)
        count = len(agenda.open_actions)
        said = ngettext("{count} open action", "{count} open actions", count).format(count=count)
        yield Row(("", said, _("{count} overdue").format(count=overdue) if overdue else "", "", "", ""))
    asks = {case_id: _(" · SEEN BEFORE?") for case_id in agenda.undecided}
    for number, item in enumerate(agenda.items, 1):
        why = ", ".join(_(one.value) for one in item.why) + asks.get(item.case_id, "")
        why += _(" · LATE") if item.late else ""
        cells = (str(number), item.reference, why, _("yes") if item.with_children else _("no"), str(item.minutes))
        yield Row((*cells, str(len(item.agencies))), item=item)
    for case in agenda.lapses:
        yield Row(("–", case.reference, _("lapses: 12 months"), "", "", ""), lapse=case)
    for item in agenda.waiting:
        said = _("due, NOT ON THE AGENDA") + asks.get(item.case_id, "")
        yield Row(("+", item.reference, said, "", str(item.minutes), ""), waiting=item)
    for case in agenda.held_back:
        yield Row(("✕", case.reference, _("HELD BACK") + asks.get(case.id, ""), "", "", ""), held=case)


def facts(agenda: Agenda) -> str:
    """The meeting in a line or a few: its load against its length, and what the chair should know."""
    load = agenda.load
    count = len(agenda.items)
    cases = ngettext("{count} case", "{count} cases", count).format(count=count)
    free = load.length - load.minutes
    space = (
        _("{minutes} min free").format(minutes=free) if free >= 0 else _("OVER by {minutes} min").format(minutes=-free)
    )
    first = _("Meeting of {day}, {starts} · {cases} · {used} of {length} minutes, {space}").format(
        day=f"{agenda.meeting.on:%d.%m.%Y}", starts=agenda.meeting.starts, cases=cases, used=load.minutes,
        length=load.length, space=space)  # fmt: skip
    lines = [first, *load.warnings]
    if agenda.held_back:
        held = len(agenda.held_back)
        said = ngettext("{count} case is held back", "{count} cases are held back", held).format(count=held)
        lines.append(said + _(" (last lines): g records what would lift it"))
    if gone := [item.reference for item in agenda.items if item.case_id in agenda.reasons]:
        lines.append(_("May no longer be shared: {codes}").format(codes=", ".join(gone)))
    return "\n".join(lines)


def below(agenda: Agenda, row: Row | None, name: Callable[[str], str]) -> str:
    """What stands under the table about one line."""
    if row is None:
        return _("No case is due. Press a to put one on the agenda.")
    stops = (
        _("It looks like a case on record: s shows which, and you decide.") + "\n"
        if row.case_id in agenda.undecided
        else ""
    )
    stops += "".join(f"{reason.sentence} {reason.lift}\n" for reason in agenda.reasons.get(row.case_id, ()))
    if row.item:
        names = ", ".join(name(code) for code in row.item.agencies) or _("no agency yet")
        return f"{row.item.reference}\n{stops}{row.item.summary.text}\n\n{_('Goes to')}: {names}"
    if row.held:
        if any(reason.code == "referrer not registered" for reason in agenda.reasons.get(row.case_id, ())):
            stops += _("Referred by: {name}").format(name=row.held.referring_agency or _("no agency named")) + "\n"
        return f"{row.held.reference}\n{stops}\n" + _("Press g to record it, or Enter to open the case.")
    if row.waiting:
        said = _("{code} is due and may be shared, but is not on this agenda. Press a to put it on.")
        return said.format(code=row.waiting.reference)
    if row.lapse:
        said = _("{code} lapses: no referral for twelve months. Agencies take the flag off their files.")
        return said.format(code=row.lapse.reference)
    # Of a case that may stand on no paper not a word: others may be looking on.
    lines = (
        f"{a.number} · {name(a.agency)} · {a.due:%d.%m.%Y} · {_('HELD BACK') if a.id in agenda.apart else a.what.text}"
        for a in agenda.open_actions
    )
    return "\n".join(lines)
