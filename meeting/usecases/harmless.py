"""Words a keeper marked as harmless in the whole area, less those that are a name recorded in some case."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.store.work import Counted
from redaction.harmless import standing

if TYPE_CHECKING:
    from meeting.area import Record
    from meeting.usecases.office import Office


@dataclass(frozen=True, slots=True)
class Harmless:
    """``words`` may stand; ``of`` says which names and words they are of: any change is another one."""

    words: tuple[str, ...] = field(repr=False)
    of: str = ""


def harmless_words(office: "Office") -> tuple[str, ...]:
    """Each word lies sealed with the case it was decided on, and goes with it.

    Who may not open every case cannot try them against every name, and gets none.
    """
    if not office.area.ring.keeps:
        return ()
    with office.area.look() as record:
        of = _version(record)
        if office.harmless is not None and office.harmless.of == of:
            return office.harmless.words
        words = record.harmless_words()
    office.harmless = _tried(office) if words else Harmless((), of)
    return office.harmless.words


def _tried(office: "Office") -> Harmless:
    """Words, names and their version of one moment: no other writer comes between."""
    with office.area.work() as record:
        of, words = _version(record), record.harmless_words()
        return Harmless(standing(words, names_in(record)), of)


def _version(record: "Record") -> str:
    return record.versions().get(Counted.NAMES, "")


def names_in(record: "Record") -> set[str]:
    """Every name of the record, to try harmless words against; the log says that they were looked at."""
    people = (one for _case, some in record.identities(purpose="harmless words tried") for one in some)
    return {name for one in people for name in (one.first, one.last, *one.also_known_as) if name}
