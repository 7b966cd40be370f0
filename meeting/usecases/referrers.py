"""Who referred a case, where the sheet wrote a name that no agency of the area is known by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _

from data.records.agency import Agency
from meeting.area import Record
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.preparing import refresh_planned


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name as referrals write it, and the cases that wait until somebody says which agency it is."""

    name: str = field(repr=False)
    case_ids: tuple[str, ...]


def unknown(office: Office) -> tuple[Unknown, ...]:
    """The names of no registered agency, those with most cases first."""
    codes = {agency.code for agency in office.agencies()}
    with office.area.look() as record:
        found = record.referrers()
    waiting: dict[str, Unknown] = {}
    for name, ids in sorted(found.items()):
        if _plain(name) and name not in codes:
            one = waiting.setdefault(_plain(name), Unknown(" ".join(name.split()), ()))
            waiting[_plain(name)] = replace(one, case_ids=(*one.case_ids, *ids))
    return tuple(sorted(waiting.values(), key=lambda one: (-len(one.case_ids), one.name)))


class Names:
    """Agencies by their names, codes and other names, however they are written."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self._by: dict[str, Agency] = {}
        for agency in agencies:
            for name in (agency.code, agency.name, *agency.also_written):
                self._by.setdefault(_plain(name), agency)

    def agency(self, written: str) -> Agency | None:
        return self._by.get(_plain(written))


def name_them(office: Office, chosen: Mapping[str, str]) -> int:
    """``chosen``: the agency's code for each name as written. The name is kept as one of its other names, so that the
    next sheet knows it, and the cases that wait are linked; returns how many. Raises NotPossible."""
    known = {agency.code: agency for agency in office.agencies()}
    for name, code in chosen.items():
        if code not in known:
            raise NotPossible(_("Choose one of the registered agencies."))
        agency = known[code]
        if Names([agency]).agency(name) is None:
            known[code] = replace(agency, also_written=(*agency.also_written, name.strip()))
    with office.area.work() as record:
        for code in dict.fromkeys(chosen.values()):
            record.save_agency(known[code])
        linked = link(record)
    follow(office, linked)
    return len(linked)


def link(record: Record) -> list[str]:
    """Cases whose referrer is registered by now become that agency's; returns their ids. See ``follow``."""
    agencies = record.agencies()
    codes, names, linked = {agency.code for agency in agencies}, Names(agencies), []
    for name, case_ids in record.referrers().items():
        agency = None if name in codes else names.agency(name)
        for case_id in case_ids if agency else ():
            record.change_facts(replace(record.case(case_id), referring_agency=agency.code if agency else name))
            linked.append(case_id)
    return linked


def follow(office: Office, case_ids: Sequence[str]) -> None:
    """What is kept in memory, and agendas not yet begun, after cases were linked."""
    office.forget()
    for case_id in case_ids:
        refresh_planned(office, case_id)


def _plain(written: str) -> str:
    return " ".join(written.casefold().split())
