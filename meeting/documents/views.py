"""What stands on each paper: agenda, minutes, action list, attendance sheet. Disguised text alone."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from gettext import gettext as _
from gettext import pgettext

from agenda.agenda import Agenda
from data.records.agency import Agency
from data.records.conference import (
    Action,
    ActionState,
    Attendance,
    Grade,
    Item,
    Meeting,
    NoteKind,
    Presence,
    Why,
)  # fmt: skip
from data.records.profile import Profile
from meeting.documents.paper import Block, Heading, Line, Paper, Table
from meeting.language import spoken
from meeting.usecases import counted
from minutes.compose import Heard, Minutes, as_what

_Names = Callable[[str], str]


class AgendaPaper:
    """Open actions first, then the cases in the chair's order, lapses last."""

    @staticmethod
    def of(agenda: Agenda, agencies: Sequence[Agency], profile: Profile, agency: str = "") -> Paper:
        name = _names(agencies)
        meeting = agenda.meeting
        blocks: list[Block] = [*_head(meeting, name, profile)]
        if agency:
            blocks.insert(0, Line(_("Extract for {agency}").format(agency=name(agency)), _("Grade")))
        load = agenda.load
        blocks.append(
            Line(_("{minutes} of {length} minutes").format(minutes=load.minutes, length=load.length), _("Time planned"))
        )
        blocks.append(Heading(_("Open actions")))
        blocks.append(_action_table(agenda.open_actions, name, meeting.on) if agenda.open_actions else Line(_("None.")))
        blocks.append(Heading(_("Cases")))
        if agenda.items:
            blocks.append(_case_table(agenda.items))
        for number, item in enumerate(agenda.items, 1):
            blocks.append(Heading(f"{number}. {item.reference}", 2))
            blocks.append(Line(" · ".join(item_facts(item)), small=True))
            blocks += [Line(text) for text in item.summary.text.split("\n") if text.strip()]
            blocks.append(Line(", ".join(name(code) for code in item.agencies) or _("none"), _("Goes to")))
        if not agenda.items:
            blocks.append(Line(_("No case of this meeting goes to this agency.")))
        blocks += _lapses(_("Due to lapse"), [case.reference for case in agenda.lapses])
        ending = f"-extract-{agency}" if agency else ""
        return _paper(f"agenda-{meeting.on:%Y-%m-%d}{ending}", _("Agenda"), blocks, agencies, profile)


class MinutesPaper:
    """Composed minutes in their grade; people of the agencies appear as agency and role."""

    @staticmethod
    def of(minutes: Minutes, agencies: Sequence[Agency], profile: Profile) -> Paper:
        name = _names(agencies)
        meeting = minutes.meeting
        whole = minutes.grade is Grade.ALL_PARTNERS
        grade = _("For all partners") if whole else _("Extract for {agency}").format(agency=name(minutes.agency))
        blocks: list[Block] = [Line(grade, _("Grade")), *_head(meeting, name, profile)]
        blocks += _attendance(minutes)
        blocks.append(Heading(_("Actions still open from earlier meetings")))
        blocks.append(
            _action_table(minutes.open_actions, name, meeting.on) if minutes.open_actions else Line(_("None."))
        )
        if minutes.settled:
            blocks.append(Heading(_("What became of other actions from earlier meetings")))
            blocks.append(_settled_table(minutes.settled))
        blocks.append(Heading(_("Cases")))
        for number, heard in enumerate(minutes.heard, 1):
            blocks += _heard(number, heard, name, meeting)
        if not minutes.heard:
            blocks.append(Line(_("No case of this meeting goes to this agency.")))
        if minutes.own:
            blocks.append(Heading(_("Own actions in cases this agency does not see")))
            blocks.append(_action_table(minutes.own, name, meeting.on, agency=False))
        blocks += _lapses(_("Lapsed"), minutes.lapses)
        ending = "all-partners" if whole else f"extract-{minutes.agency}"
        return _paper(f"minutes-{meeting.on:%Y-%m-%d}-{ending}", _("Minutes"), blocks, agencies, profile)


class ActionsPaper:
    """Open actions by agency, overdue ones and those for the steering group marked; then what became of the others."""

    @staticmethod
    def of(actions: Sequence[Action], agencies: Sequence[Agency], today: date, raised: Collection[str] = ()) -> Paper:
        """``raised``: ids of the actions that were carried so often that the steering group hears of them."""
        name = _names(agencies)
        still = [a for a in actions if a.state is ActionState.OPEN]
        blocks: list[Block] = [Line(f"{today:%d.%m.%Y}", _("As of"))]
        if persisting := [a for a in still if a.id in raised]:
            numbers = ", ".join(a.number for a in persisting)
            blocks.append(Line(numbers, _("For the steering group, as they persist")))
        for code in dict.fromkeys(sorted((a.agency for a in still), key=name)):
            blocks.append(Heading(name(code)))
            own = [a for a in still if a.agency == code]
            blocks.append(_action_table(own, name, today, agency=False, raised=raised))
        if not still:
            blocks.append(Line(_("No action is open.")))
        settled = [a for a in actions if a.state is not ActionState.OPEN]
        if settled:
            blocks.append(Heading(_("Settled")))
            blocks.append(_settled_table(settled))
        return _paper(f"actions-{today:%Y-%m-%d}", _("Actions"), blocks, agencies, None)


class AttendanceSheet:
    """The one paper that carries professionals' names; it speaks of no case."""

    @staticmethod
    def of(meeting: Meeting, lines: Sequence[Attendance], agencies: Sequence[Agency]) -> Paper:
        name = _names(agencies)
        blocks: list[Block] = [Line(f"{meeting.on:%d.%m.%Y}, {meeting.starts}", _("Meeting"))]
        rows = tuple(
            (name(a.agency) or _("Guest"), as_what(a), a.name, _(a.presence.value), _("yes") if a.declared else _("no"))
            for a in lines
        )
        head = (_("Agency"), _("Role"), _("Name"), _("Attendance"), _("Declaration"))
        blocks.append(Table(head, rows, (26, 20, 26, 15, 13)) if rows else Line(_("Nobody was recorded.")))
        paper = _paper(f"attendance-{meeting.on:%Y-%m-%d}", _("Attendance"), blocks, agencies, None)
        own = paper.constant | {a.name for a in lines} | {as_what(a) for a in lines}
        return Paper(paper.name, paper.title, paper.mark, paper.language, paper.blocks, own)


def _head(meeting: Meeting, name: _Names, profile: Profile) -> list[Block]:
    when = f"{meeting.on:%d.%m.%Y}, {meeting.starts}"
    lines: list[Block] = [Line(when, _("Meeting"))]
    if meeting.venue:
        lines.append(Line(meeting.venue, _("Where")))
    if meeting.chair:
        lines.append(Line(name(meeting.chair), _("Chair")))
    lines.append(Line(profile.declaration, _("Confidential")))
    return lines


def _case_table(items: Sequence[Item]) -> Table:
    rows = tuple(
        (str(number), item.reference, ", ".join(_(why.value) for why in item.why),
         _("yes") if item.with_children else _("no"), str(item.minutes), _("late") if item.late else "")
        for number, item in enumerate(items, 1)
    )  # fmt: skip
    return Table((_("No."), _("Case"), _("Why"), _("Children"), _("Min."), _("Added")), rows, (7, 20, 35, 13, 12, 13))


def item_facts(item: Item) -> list[str]:
    facts = [_(why.value) for why in item.why]
    facts.append(counted.minutes(item.minutes))
    if item.with_children:
        facts.append(_("children"))
    if item.late:
        facts.append(_("late addition"))
    return facts


def _attendance(minutes: Minutes) -> list[Block]:
    blocks: list[Block] = [Heading(_("Attendance"))]
    for presence, label in (
        (Presence.PRESENT, pgettext("heading", "Present")),
        (Presence.OBSERVER, _("Observers")),
        (Presence.APOLOGIES, pgettext("heading", "Apologies")),
    ):
        people = [p for p in minutes.present if p.presence is presence]
        if people:
            said = [p.agency + (f" ({p.role})" if p.role else "") for p in people]
            blocks.append(Line("; ".join(said), label))
    declared = [p for p in minutes.present if p.presence in (Presence.PRESENT, Presence.OBSERVER)]
    if declared:
        agreed = sum(p.declared for p in declared)
        text = _("{agreed} of {count} present have agreed to it.").format(agreed=agreed, count=len(declared))
        blocks.append(Line(text, _("Declaration")))
    return blocks


def _lapses(title: str, references: Sequence[str]) -> list[Block]:
    if not references:
        return []
    return [Heading(title), Line(", ".join(references)), Line(_("Agencies take the flag off their files."), small=True)]


def _heard(number: int, heard: Heard, name: _Names, meeting: Meeting) -> list[Block]:
    blocks: list[Block] = [
        Heading(f"{number}. {heard.item.reference}", 2),
        Line(" · ".join(item_facts(heard.item)), small=True),
    ]
    for said in heard.said:
        label = _kind(said.kind) + (f" ({said.agency})" if said.agency and said.kind is NoteKind.INFORMATION else "")
        blocks.append(Line(said.text.text, label))
    if heard.actions:
        blocks.append(_action_table(heard.actions, name, meeting.on, case=False))
    else:
        blocks.append(Line(_("No action was agreed."), small=True))
    return blocks


def _kind(kind: NoteKind) -> str:
    return {
        NoteKind.INFORMATION: _("Information shared"),
        NoteKind.RISKS: _("Risks"),
        NoteKind.VIEWS: _("The victim's views"),
    }[kind]


def _action_table(
    actions: Sequence[Action],
    name: _Names,
    today: date,
    *,
    case: bool = True,
    agency: bool = True,
    raised: Collection[str] = (),
) -> Table:
    """Without the column of what the heading above it says already."""
    columns = [
        (_("Action"), 11, [_number(a) for a in actions]),
        *([(_("Case"), 15, [a.reference for a in actions])] if case else []),
        *([(_("Agency"), 20, [name(a.agency) for a in actions])] if agency else []),
        (_("What"), 36, [a.what.text for a in actions]),
        (_("By"), 18, [_by(a, today, raised) for a in actions]),
    ]
    heads, widths, cells = zip(*columns, strict=True)
    return Table(heads, tuple(zip(*cells, strict=True)), widths)


def _settled_table(actions: Sequence[Action]) -> Table:
    rows = tuple((_number(a), a.reference, a.what.text, _(a.state.value), a.reason.text) for a in actions)
    head = (_("Action"), _("Case"), _("What"), _("State"), _("Reason"))
    return Table(head, rows, (10, 14, 42, 14, 20))


def _by(action: Action, today: date, raised: Collection[str]) -> str:
    notes = [_("overdue")] if action.is_overdue(today) else []
    if action.carried:
        notes.append(_("carried {count}×").format(count=action.carried))
    if action.id in raised:
        notes.append(_("STEERING GROUP"))
    return f"{action.due:%d.%m.%Y}" + (f" ({', '.join(notes)})" if notes else "")


def _number(action: Action) -> str:
    return action.number


def _names(agencies: Sequence[Agency]) -> _Names:
    known = {agency.code: agency.name for agency in agencies}
    return lambda code: known.get(code, code)


def _paper(
    name: str, title: str, blocks: Sequence[Block], agencies: Sequence[Agency], profile: Profile | None
) -> Paper:
    mark = profile.restriction if profile else _("Restricted when completed")
    own = {title, mark, *(agency.name for agency in agencies), *(_(why.value) for why in Why)}
    own |= {_(state.value) for state in ActionState} | {_kind(kind) for kind in NoteKind}
    own |= {_(presence.value) for presence in Presence} | _form_words(blocks)
    if profile:
        own |= {profile.declaration, profile.name}
    return Paper(name, title, mark, spoken(), tuple(blocks), frozenset(own))


def _form_words(blocks: Sequence[Block]) -> set[str]:
    """Labels, headings of tables and fixed sentences: words of the form, whoever a case is about."""
    words = {
        _("Cases"),
        _("Open actions"),
        _("Due to lapse"),
        _("minutes"),
        _("children"),
        _("late addition"),
        _("overdue"),
        _("STEERING GROUP"),
    }
    for block in blocks:
        if isinstance(block, Table):
            words |= set(block.head)
        elif isinstance(block, Line) and block.label:
            words.add(block.label)
        elif isinstance(block, Heading) and block.level == 1:
            words.add(block.text)
    return words
