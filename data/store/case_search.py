"""Cases looked for in the store, whatever their number: the database compares, and only those shown are read."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, func, or_
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from data.store.rows import CaseRow


@dataclass(frozen=True, slots=True)
class Sought:
    """One word somebody looks for, and the codes whose words on the screen hold it."""

    word: str
    agencies: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    unassessed: bool = False


def condition(sought: Sought, dialect: str) -> ColumnElement[bool]:
    """What of a case the word may stand in: its reference, its agency, or one of its coded facts."""
    fact = _on_a_server if dialect == "postgresql" else _on_the_file
    agency, criteria = fact("referring_agency"), fact("criteria")
    judgement, count = fact("assessments", "judgement"), fact("assessments", "count")
    found: list[ColumnElement[bool]] = [
        col(CaseRow.reference).icontains(sought.word, autoescape=True),
        func.replace(CaseRow.reference, "-", "") == sought.word.upper(),
        agency.in_(sought.agencies),
        # The words of a referral that named no registered agency.
        agency.icontains(sought.word, autoescape=True),
        fact("consent").in_(sought.consents),
        col(CaseRow.state).in_(sought.states),
        *(criteria.contains(f'"{code}"', autoescape=True) for code in sought.criteria),
        judgement.in_(sought.judgements),
        count.in_([str(number) for number in sought.counts]),
    ]
    if sought.unassessed:
        found.append(and_(or_(judgement.is_(None), judgement == ""), count.is_(None)))
    return or_(*found)


def _on_the_file(name: str, of_latest: str = "") -> Any:
    path = f"$.{name}[#-1].{of_latest}" if of_latest else f"$.{name}"
    return cast(func.json_extract(CaseRow.facts, path), String)


def _on_a_server(name: str, of_latest: str = "") -> Any:
    facts = cast(CaseRow.facts, JSONB)[name]
    return facts[-1][of_latest].astext if of_latest else facts.astext
