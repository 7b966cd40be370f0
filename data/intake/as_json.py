"""What was understood, for other programs to read: ``meeting import FILE --preview --json``."""

from data.intake.understood import Said, Taken, Understood
from data.records.case_details import Person


def as_json(understood: Understood) -> dict[str, object]:
    """Cases, rejected rows and warnings as plain values."""
    return {
        "cases": [_case(taken) for taken in understood.cases],
        "rejected": [_said(said) for said in understood.rejected],
        "warnings": [_said(said) for said in understood.warnings],
        "file_error": understood.file_error,
    }


def _case(taken: Taken) -> dict[str, object]:
    file, case = taken.file, taken.file.case
    risk = case.latest_assessment
    return {
        "sheet": taken.sheet,
        "row": taken.row,
        "case": {
            "referred_on": case.referred_on.isoformat() if taken.dated else "",
            "referring_agency": case.referring_agency,
            "people": [_person(person) for person in file.people],
            "risk": {"count": risk.count if risk else None, "judgement": str(risk.judgement) if risk else ""},
            "criteria": [str(criterion) for criterion in case.criteria],
            "consent": str(case.consent),
            "children_count": case.children_count,
            "narrative": file.narrative.text,
            "orders": list(file.orders),
            "crime_references": list(file.crime_references),
            "remarks": [{"label": remark.label, "text": remark.text.text} for remark in file.remarks],
        },
    }


def _person(person: Person) -> dict[str, object]:
    return {
        "role": str(person.role),
        "first": person.first,
        "last": person.last,
        "also_known_as": list(person.also_known_as),
        "date_of_birth": person.date_of_birth.isoformat() if person.date_of_birth else None,
        "age": person.age,
        "gender": person.gender,
        "phones": list(person.phones),
        "emails": list(person.emails),
        "address": {"line": person.address.line, "town": person.address.town, "postcode": person.address.postcode},
        "school": person.school,
        "workplace": person.workplace,
        "identifiers": [list(pair) for pair in person.identifiers],
        "relationship_to_victim": person.relationship_to_victim,
    }


def _said(said: Said) -> dict[str, object]:
    return {"sheet": said.sheet, "row": said.row, "column": said.column, "why": said.why}
