"""The agencies of an area; the day from which a case is due again."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from gettext import gettext as _

from data.records.agency import Agency
from data.records.profile import Profile
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.referrers import follow, link


def core(profile: Profile) -> tuple[Agency, ...]:
    """The agencies a new area of this practice begins with; each can be renamed, and more added."""
    return tuple(
        Agency(code=_code(s, ()), name=s[:1].upper() + s[1:], sector=s, core=s in profile.core) for s in profile.sectors
    )


def add_agency(office: Office, name: str, kind: str = "", also: str = "", *, core: bool = False) -> Agency:
    """Raises NotPossible for a name that is empty or here already."""
    _check(office, name, "")
    code = _code(name, tuple(agency.code for agency in office.agencies()))
    added = Agency(code=code, name=name.strip(), sector=kind.strip(), also_written=_spellings(also), core=core)
    return _save(office, added)


def change_agency(office: Office, code: str, name: str, kind: str, also: str, *, core: bool) -> Agency:
    """The code stays: what the agency did stays its own. Raises NotPossible."""
    agency = next((a for a in office.agencies() if a.code == code), None)
    if agency is None:
        raise NotPossible(_("There is no such agency any more."))
    _check(office, name, code)
    spellings = _spellings(also)
    return _save(office, replace(agency, name=name.strip(), sector=kind.strip(), also_written=spellings, core=core))


def set_review(office: Office, case_id: str, day: date | None) -> None:
    """The day from which the case is due again."""
    with office.area.work() as record:
        file = record.open_file(case_id)
        record.save_case(replace(file, case=replace(file.case, review_on=day)))
    office.forget(case_id)


def _save(office: Office, agency: Agency) -> Agency:
    """Cases that waited for one of its names are linked."""
    with office.area.work() as record:
        record.save_agency(agency)
        linked = link(record)
    follow(office, linked)
    return agency


def _check(office: Office, name: str, own: str) -> None:
    if not name.strip():
        raise NotPossible(_("Give the agency a name."))
    if any(a.name.casefold() == name.strip().casefold() and a.code != own for a in office.agencies()):
        raise NotPossible(_("An agency of this name is here already."))


def spellings_written(agency: Agency) -> str:
    """As they are typed: with commas between, or semicolons where one of them has a comma itself."""
    if any("," in one for one in agency.also_written):
        return "; ".join(agency.also_written) + ";"
    return ", ".join(agency.also_written)


def _spellings(also: str) -> tuple[str, ...]:
    between = ";" if ";" in also else ","
    return tuple(dict.fromkeys(part.strip() for part in also.split(between) if part.strip()))


def _code(name: str, taken: tuple[str, ...]) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    code = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:24] or "agency"
    return next(c for c in (code, *(f"{code}-{n}" for n in range(2, 1000))) if c not in taken)
