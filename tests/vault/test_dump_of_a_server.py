"""A copy of a server's whole database, made by its host before a case was erased: what opens it, and what ends that."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from small_area import CASE_ID, PHRASE, make, participant, reopen, small_case
from sqlalchemy import text as sql

from data.records.reference import new_reference
from data.vault.keyring import Keyring, open_ring
from data.vault.problems import NoKey, WrongKeyFile
from data.vault.sealing import DoesNotOpen, Place, open_sealed
from meeting.usecases import keeping, people
from meeting.usecases.check.of_record import erased
from meeting.usecases.check.run import gather
from meeting.usecases.office import Office

Dump = dict[str, list[dict[str, Any]]]
TABLES = ("cases", "outer_keys", "grants", "mappings")


@pytest.fixture
def office(tmp_path: Path, database: str) -> Iterator[Office]:
    made = make(tmp_path / "area", server=database)
    with made.area.work() as record:
        record.add_case(small_case("other", new_reference(), last="Vantongeren"))
    participant(made, tmp_path / "reader.key")
    yield made
    made.area.close()


def dump(office: Office) -> Dump:
    """As the host's own tools make it."""
    with office.area.look() as record:
        connection = record.session.connection()
        rows = {table: connection.execute(sql(f"SELECT * FROM {table}")).mappings() for table in TABLES}
        return {table: [dict(row) for row in found] for table, found in rows.items()}


def opens(ring: Keyring, copied: Dump, case_id: str = CASE_ID) -> bool:
    """Whether a copied case's people open with these keys, by whatever wrap of the copy."""
    ring = replace(ring, _outer=dict(ring._outer))  # what it holds already, and learns nothing by this
    for row in copied["outer_keys"]:
        try:
            ring.learn_outer(row["domain"], row["id"], bytes(row["outer"]))
        except (NoKey, WrongKeyFile):
            continue
    case = next(row for row in copied["cases"] if row["id"] == case_id)
    try:
        key = ring.open_case_key(case_id, "I", bytes(case["key_i"]))
        place = Place(ring.area, case_id, "cases", case_id, "people", key.generation)
        return b"Fennick" in open_sealed(key.key, place, bytes(case["people"]))
    except (NoKey, WrongKeyFile, DoesNotOpen):
        return False


def rings_left(office: Office) -> list[Keyring]:
    """All key material that is left in the area: the users file as it lies there, and what the program holds."""
    written = (office.area.folder / "keys.json").read_bytes()
    return [open_ring(written, PHRASE, "coordinator", office.today), office.area.ring]


def test_an_old_copy_opens_no_erased_case_once_keys_were_made_anew(office: Office, tmp_path: Path) -> None:
    copied, keys_of_then = dump(office), (office.area.folder / "keys.json").read_bytes()
    assert all(opens(ring, copied) for ring in rings_left(office)), "the copy is a whole one"
    keeping.erase(office, CASE_ID)
    # The limit that SECURITY.md states: the host's copy has the wrap, the area still has the group's key.
    assert opens(rings_left(office)[0], copied)
    found = gather(office, read_log=False)
    assert found.erased_since_new_keys == 1
    assert erased(1).mend
    people.rotate(office)
    assert gather(office, read_log=False).erased_since_new_keys == 0
    assert not any(opens(ring, copied) for ring in rings_left(office))
    again = reopen(office.area.folder)
    assert not opens(again.area.ring, copied)
    assert again.file_of("other").people[0].last == "Vantongeren", "all others open as before"
    again.area.close()
    # Only a copy of the keys' file from before would: it never lies on the server.
    assert opens(open_ring(keys_of_then, PHRASE, "coordinator", office.today), copied)


def test_the_copy_alone_holds_no_key(office: Office) -> None:
    """Every wrap in it is sealed to keys that are not in it: what the host has is not enough."""
    copied = dump(office)
    text = repr(copied).encode()
    assert b"Fennick" not in text
    secrets = [office.area.ring.file_key, *office.area.ring.secrets.values()]
    assert not any(repr(secret)[2:-1].encode() in text for secret in secrets)
