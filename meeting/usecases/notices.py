"""What the person is told, and the record of it (R8)."""

from dataclasses import replace
from datetime import date
from gettext import gettext as _
from pathlib import Path

from agenda.audience import audience
from data.permission.consents import counting
from data.permission.decide import CASE, Matter, decide
from data.permission.seen import seen
from data.records.sharing import Caution, Consent, Ground, Notice, Sharing, Told
from data.records.text import RawText
from data.store.ports import Done
from meeting.documents.notice import Explained, NoticePaper, PerpetratorPaper, languages
from meeting.documents.paper import Paper
from meeting.documents.release import Released, release
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters
from meeting.usecases.places import NotPossible
from meeting.usecases.telling import Telling
from redaction.gate.gate import Gate


def explained(office: Office, case_id: str) -> Explained:
    """What is recorded about a case's sharing today, as its notice tells it."""
    with office.area.look() as record:
        case, sharing = record.case(case_id), record.sharing(case_id)
        matter = replace(matters(office, record, [case])[case_id], sharing=sharing)
    told = [seen(code, matter, office.today) for code in audience(matter, office.today)]
    shared = {code for one in told for code, decision in one.categories if decision.allowed}
    facts = {code for one in told for code, decision in one.facts if decision.allowed}
    consent, children, ground = _bases(matter, office.today)
    went = tuple((d.on, tuple(code for code, _basis in d.to)) for d in sharing.disclosures)
    return Explained(
        case=case,
        agencies=tuple(one.agency for one in told),
        categories=tuple(c.code for c in office.profile.categories if c.code in shared),
        withheld=tuple(f.code for f in office.profile.withheld if f.code not in facts),
        consent=consent,
        for_children=children,
        ground=ground,
        went=tuple(dict.fromkeys(went)),
        safe_wording=_caution(sharing).safe_wording,
    )


def notice(office: Office, case_id: str, language: str = "", to: Told = Told.PERSON) -> Paper:
    """The paper; for the perpetrator only where that is recorded as safe. Raises NotPossible."""
    with office.area.look() as record:
        case, sharing = record.case(case_id), record.sharing(case_id)
    speaks = language or case.language
    if speaks not in languages():
        raise NotPossible(_("A notice is written in one of: {codes}.").format(codes=", ".join(languages())))
    if to is Told.PERPETRATOR:
        check_safe(sharing)
        return PerpetratorPaper.of(office.today, speaks, office.agencies())
    return NoticePaper.of(explained(office, case_id), speaks, office.agencies(), office.profile)


def release_notice(
    office: Office,
    case_id: str,
    folder: Path,
    language: str = "",
    to: Told = Told.PERSON,
    *,
    formats: tuple[str, ...] = ("docx", "pdf"),
) -> Released:
    """Through the door out: the gate reads it against every form of every name of the case."""
    paper = notice(office, case_id, language, to)
    gate = Gate.over(office.files_of([case_id]), agencies=office.agencies())
    with office.area.look() as record:
        reference = record.case(case_id).reference
    telling = Telling(office, Done(f"notice released: {to.value}", reference))
    return release(paper, folder, gate=gate, practice=office.area.practice, tells=telling, formats=formats)


def record_notice(
    office: Office,
    case_id: str,
    *,
    given: bool,
    on: date,
    by: str = "",
    why_not: str = "",
    to: Told = Told.PERSON,
    language: str = "en",
) -> None:
    """That the explanation was given, when and by whom, or why not. Raises NotPossible when something is missing."""
    if on > office.today:
        raise NotPossible(_("A notice is recorded when it was given: today or before."))
    if given and not by.strip():
        raise NotPossible(_("Say who gave the notice, as agency and role."))
    if not given and not why_not.strip():
        raise NotPossible(_("Say why the notice was not given."))
    with office.area.work() as record:
        if to is Told.PERPETRATOR and given:
            check_safe(record.sharing(case_id))
        said = Notice(
            to=to, on=on, given=given, language=language, by=RawText(by.strip()), why_not=RawText(why_not.strip())
        )
        record.add_sharing(case_id, said)


def record_caution(
    office: Office,
    case_id: str,
    *,
    perpetrator_may_be_told: bool,
    safe_wording: bool,
    decided_by: str,
    reasons: str,
) -> None:
    """How careful notices of this case must be; the latest counts. Raises NotPossible without who and why."""
    if not decided_by.strip() or not reasons.strip():
        raise NotPossible(_("Say who decided, and why."))
    caution = Caution(
        on=office.today,
        perpetrator_may_be_told=perpetrator_may_be_told,
        safe_wording=safe_wording,
        decided_by=RawText(decided_by.strip()),
        reasons=RawText(reasons.strip()),
    )
    with office.area.work() as record:
        record.add_sharing(case_id, caution)


def _caution(sharing: Sharing) -> Caution:
    return sharing.cautions[-1] if sharing.cautions else Caution(on=date.min)


def check_safe(sharing: Sharing) -> None:
    """Raises NotPossible unless it is recorded that the perpetrator may be told."""
    if not _caution(sharing).perpetrator_may_be_told:
        raise NotPossible(_("It is not recorded that the perpetrator can safely be told; record that first."))


def _bases(matter: Matter, on: date) -> tuple[Consent | None, Consent | None, Ground | None]:
    """The consents that are in force, and the ground that is used where one is."""
    consent, children = (counting(matter.case, matter.sharing, child=child, on=on) for child in (False, True))
    used = {decide(agency.code, category, matter, on).basis for agency in matter.agencies
            for category in (CASE, *(c.code for c in matter.profile.categories))}  # fmt: skip
    ground = next((g for g in reversed(matter.sharing.grounds) if g.kind in used and g.in_force(on)), None)
    return (
        consent if consent and consent.in_force(on) else None,
        children if children and children.in_force(on) else None,
        ground,
    )
