"""Words a keeper marked as harmless in the whole area, less those that are a name recorded in some case."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from redaction.harmless import standing

if TYPE_CHECKING:
    from meeting.area import Record
    from meeting.usecases.office import Office


@dataclass(frozen=True, slots=True)
class Harmless:
    """``words`` may stand; ``of`` counts what they were tried against, so that a new name is never missed."""

    words: tuple[str, ...] = field(repr=False)
    of: tuple[int, int] = (0, 0)


def harmless_words(office: "Office") -> tuple[str, ...]:
    """Each word lies sealed with the case it was decided on, and goes with it.

    Who may not open every case cannot try them against every name, and gets none.
    """
    if not office.area.ring.keeps:
        return ()
    held = office.harmless
    if held is not None and held.words:
        with office.area.look() as record:
            if held.of != record.count_names():
                held = None
    if held is None:
        held = office.harmless = _read(office)
    return held.words


def _read(office: "Office") -> Harmless:
    with office.area.look() as record:
        words = record.harmless_words()
    if not words:
        return Harmless(())
    with office.area.work() as record:
        of = record.count_names()
        names = names_in(record)
    return Harmless(standing(words, names), of)


def names_in(record: "Record") -> set[str]:
    """Every name of the record, to try harmless words against; the log says that they were looked at."""
    people = (one for _case, some in record.identities(purpose="harmless words tried") for one in some)
    return {name for one in people for name in (one.first, one.last, *one.also_known_as) if name}
