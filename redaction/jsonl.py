"""``meeting disguise --jsonl``: the engine for other programs, a line in and a line out."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from data.records.case_details import Address, Case, CaseFile, Person, Role
from data.records.text import RawText
from redaction.disguise import disguise
from redaction.languages.choose import guess
from redaction.recorded.known import Known


def answer(line: Mapping[str, Any]) -> dict[str, Any]:
    """``{"id", "lang", "record", "text"}`` to ``{"id", "disguised", "spans"}``; the record may be absent."""
    text = str(line.get("text", ""))
    files = [case_file(line["record"])] if line.get("record") else []
    language = line.get("lang") or guess(text)
    disguised = disguise(RawText(text), Known.of(files), language=language)
    return {"id": line.get("id"), "disguised": disguised.text.text, "spans": [asdict(s) for s in disguised.spans]}


def case_file(record: Mapping[str, Any]) -> CaseFile:
    people = tuple(_person(number, person) for number, person in enumerate(record.get("people", ())))
    case = Case(id="", reference="", referred_on=date.min, referring_agency="")
    reference = record.get("reference")
    return CaseFile(case=case, people=people, crime_references=(reference,) if reference else ())


def _person(number: int, person: Mapping[str, Any]) -> Person:
    names = person.get("names", {})
    address = person.get("address") or {}
    born = person.get("date_of_birth")
    role = person.get("role", "other")
    return Person(
        id=str(number),
        role=Role(role) if role in set(Role) else Role.OTHER,
        first=names.get("first", ""),
        last=names.get("last", ""),
        also_known_as=tuple(names.get("also_known_as", ())),
        date_of_birth=date.fromisoformat(born) if born else None,
        phones=tuple(person.get("phones", ())),
        emails=tuple(person.get("emails", ())),
        address=Address(**{key: address.get(key, "") for key in ("line", "town", "postcode")}),
        workplace=person.get("workplace", ""),
        school=person.get("school", ""),
        identifiers=tuple((person.get("identifiers") or {}).items()),
    )
