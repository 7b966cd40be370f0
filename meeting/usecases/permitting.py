"""Asking ``data.permission`` with what is recorded now: for an agenda, a screen, a paper about to leave.

A decision is never kept: whoever publishes or releases asks again at that moment.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from gettext import gettext as _

from agenda.audience import held_reasons, narrowed
from data.permission.decide import CASE, Matter, decide
from data.permission.reasons import Reason
from data.permission.seen import common, entitled, flagged, of_note, own_part, withheld_from
from data.records.case_details import Case
from data.records.conference import Action, Item, Meeting, Note
from data.records.profile import WithheldFact
from data.records.sharing import Disclosure
from data.records.text import DisguisedText
from meeting.area import Record
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.withholding import cut, mark


class NoLongerShared(NotPossible):
    """A paper speaks of a case that no agency may see any more; it may leave without it."""


def matters(office: Office, record: Record, cases: Sequence[Case]) -> dict[str, Matter]:
    """What is recorded now on the sharing of each case, by its id."""
    sharings = record.sharings([case.id for case in cases])
    agreements, agencies = record.agreements(), record.agencies()
    return {
        case.id: Matter(
            case=case, sharing=sharings[case.id], agreements=agreements, agencies=agencies, profile=office.profile
        )
        for case in cases
    }


def matters_of(office: Office, case_ids: Iterable[str]) -> dict[str, Matter]:
    with office.area.look() as record:
        return matters(office, record, [record.case(case_id) for case_id in dict.fromkeys(case_ids)])


def stopped(office: Office, found: Mapping[str, Matter]) -> dict[str, tuple[Reason, ...]]:
    """The cases among these that no agency may see today, and why."""
    return {case_id: why for case_id, matter in found.items() if (why := held_reasons(matter, office.today))}


def still_shared(
    office: Office, items: Sequence[Item], found: Mapping[str, Matter], *, leave_out: bool
) -> tuple[Item, ...]:
    """The items as they may leave today, for no agency that was not meant before.

    Raises NoLongerShared, naming the cases and why, unless ``leave_out`` lets them go without.
    """
    why = stopped(office, found)
    narrow = tuple(replace(item, agencies=narrowed(item, found, office.today)) for item in items)
    gone = {item.case_id for item in narrow if not item.agencies}
    if gone and not leave_out:
        raise NoLongerShared(_cannot([item for item in items if item.case_id in gone], why))
    return tuple(item for item in narrow if item.agencies)


def still_acted_on(
    office: Office, actions: Sequence[Action], found: Mapping[str, Matter], *, leave_out: bool
) -> tuple[Action, ...]:
    """Actions of cases that may be shared today, without what may not be told.

    Settled ones of other cases go quietly; an open one stops the list unless ``leave_out`` lets it go without.
    """
    why = stopped(office, found)
    gone = [action for action in actions if action.case_id in why and action.is_open]
    if gone and not leave_out:
        raise NoLongerShared(_cannot(gone, why))
    kept = [action for action in actions if action.case_id not in why]
    return tuple(_action_for(office, action, found[action.case_id], (action.agency,)) for action in kept)


def notes_for(
    office: Office,
    meeting: Meeting,
    notes: Sequence[Note],
    items: Sequence[Item],
    found: Mapping[str, Matter],
    agency: str = "",
) -> tuple[Note, ...]:
    """The notes that all agencies of an item may see, or one agency; withheld facts cut out."""
    of = {item.id: item for item in items}
    kept = []
    for note in notes:
        item = of.get(note.item_id)
        if item is None:
            continue
        matter, readers = found[item.case_id], (agency,) if agency else item.agencies
        if of_note(note.kind, note.agency, office.agencies(), office.profile) in common(readers, matter, office.today):
            facts = _withheld(office, matter, readers)
            text = note.disguised
            if agency and len(facts) < len(office.withheld(item.case_id)):
                # It may be told more than all together: the note as it was said, with less left out.
                with office.area.work() as record:
                    raw = record.raw_note(note.id)
                text = office.disguise(item.case_id, raw, facts, on=meeting.on).text
            kept.append(replace(note, disguised=cut(office, text, facts)))
    return tuple(kept)


def actions_for(
    office: Office, actions: Sequence[Action], found: Mapping[str, Matter], agency: str = ""
) -> tuple[Action, ...]:
    """The actions that all who may see their case may read, or one agency; an agency always sees its own."""
    kept = []
    for action in actions:
        matter = found[action.case_id]
        readers = tuple(code for code in entitled(matter, office.today) if not agency or code == agency)
        if agency and action.agency == agency:
            kept.append(_own(office, action, matter))
        elif "actions" in common(readers, matter, office.today):
            kept.append(_action_for(office, action, matter, readers))
    return tuple(kept)


def own_actions(
    office: Office, actions: Sequence[Action], found: Mapping[str, Matter], agency: str
) -> tuple[Action, ...]:
    """One agency's own actions, whether or not it may see their cases."""
    return tuple(_own(office, action, found[action.case_id]) for action in actions if action.agency == agency)


def lapses_for(
    office: Office, cases: Sequence[Case], found: Mapping[str, Matter], agency: str = ""
) -> tuple[Case, ...]:
    """The lapsing cases whose code all agencies together, or one, are told: they take the flag off their files."""
    told = {case.id: flagged(found[case.id], office.today) for case in cases}
    return tuple(case for case in cases if (agency in told[case.id] if agency else told[case.id]))


def disclose(
    office: Office,
    record: Record,
    paper: str,
    readers: Mapping[str, Sequence[str]],
    found: Mapping[str, Matter],
    digest: str,
) -> None:
    """Record what goes to whom, and on what: ``readers`` are agencies by case id, ``digest`` the paper's."""
    for case_id, codes in readers.items():
        matter = found[case_id]
        to = tuple((code, decide(code, CASE, matter, office.today).basis) for code in codes)
        record.add_sharing(case_id, Disclosure(on=office.today, paper=paper, to=to, paper_hash=digest))


def _own(office: Office, action: Action, matter: Matter) -> Action:
    """Its code, its case's code and its disguised words, less what its owner may not be told; or the codes alone."""
    if own_part(action.agency, matter, office.today):
        return _action_for(office, action, matter, (action.agency,))
    return replace(action, what=mark(office), reason=mark(office) if action.reason else DisguisedText(""))


def _action_for(office: Office, action: Action, matter: Matter, readers: Sequence[str]) -> Action:
    facts = _withheld(office, matter, readers)
    return replace(action, what=cut(office, action.what, facts), reason=cut(office, action.reason, facts))


def _withheld(office: Office, matter: Matter, readers: Sequence[str]) -> tuple[WithheldFact, ...]:
    return withheld_from(readers, matter, office.today)


def _cannot(of: Sequence[Item | Action], why: Mapping[str, tuple[Reason, ...]]) -> str:
    said = []
    for case_id, reference in dict.fromkeys((one.case_id, one.reference) for one in of):
        first = why.get(case_id, (Reason("not involved"),))[0]
        said.append(f"{reference}: {first.sentence} {first.lift}")
    return (
        _("Nothing was released: a case may no longer be shared. Take it off, or leave it out.") + " " + " ".join(said)
    )
