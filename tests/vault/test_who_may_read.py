"""Random histories of an area against a model of who may read what, tried with everyone's real keys."""

import json
import os
import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, SQLModel, select

from data.store.ports import Done
from data.store.record import Record
from data.store.rows import ActionRow, CaseRow, GrantRow, OuterKeyRow
from data.store.server import server_engines
from data.vault import changing
from data.vault.keyring import Grant, Keyring, assemble
from data.vault.people import Role, User
from data.vault.problems import NoKey, NotAllowed
from data.vault.sealing import DoesNotOpen, Place, open_sealed
from data.vault.seed import Keys
from data.vault.slot import TRIAL
from data.vault.wrapping import CaseKey
from meeting.sealing_rows import VaultOfStore
from tests.servers import database_on

PHRASE = "five made up words here"
DAY = date(2026, 11, 24)
# All thousand: MEETING_HISTORIES=1000. A part of them suffices to see each right that is not taken away.
HISTORIES = int(os.environ.get("MEETING_HISTORIES", "500"))
MARKER = b"Zzyxmarker"


class Silent:
    """A log that keeps nothing: the log has tests of its own."""

    def extend(self, frontier: str, checkpoint: bytes, done: Sequence[Done]) -> tuple[Sequence[bytes], str, bytes]:
        return [b"" for _done in done], frontier, checkpoint


@dataclass
class World:
    """One area over a shared database in memory; ``held`` is every key anyone ever had, copied away."""

    session: Session
    ring: Keyring
    today: date = DAY
    keys: dict[str, Keys] = field(default_factory=dict)
    held: dict[str, list[Keyring]] = field(default_factory=dict)
    copied: dict[tuple[str, str, str], list[CaseKey]] = field(default_factory=dict)  # every case key anyone ever opened
    seen: set[tuple[str, str, str, bytes]] = field(default_factory=set)
    roles: dict[str, Role] = field(default_factory=dict)
    grants: dict[tuple[str, str, str], date] = field(default_factory=dict)  # (user, case, domain) → last day
    cases: list[str] = field(default_factory=list)

    @property
    def record(self) -> Record:
        return Record(self.session, self.ring.area, VaultOfStore(lambda: self.ring, lambda: self.today), Silent())

    def follow(self, ring: Keyring) -> None:
        """What ``Area.change_users`` does, without its files."""
        self.ring = ring
        self.copy_keys()
        if not ring.settled:
            self.record.follow_keys()
            self.record.sweep_grants(self.today)
            self.ring = changing.pruned(ring)
            self.copy_keys()

    def copy_keys(self) -> None:
        """Whoever may open the file now copies all they can open."""
        outer = self.session.exec(select(OuterKeyRow).where(OuterKeyRow.area_id == self.ring.area)).all()
        for user, keys in self.keys.items():
            try:
                ring = assemble(self.ring.file, user, keys)
            except NoKey:
                continue
            learn(ring, outer)
            held = self.held.setdefault(user, [])
            if not held or set(ring.groups) - set(held[-1].groups) or held[-1].keys != ring.keys:
                held.append(ring)
            else:
                held[-1] = replace(
                    ring, groups={**held[-1].groups, **ring.groups}, _outer={**held[-1]._outer, **ring._outer}
                )

    # What the model allows.
    def may(self, user: str, case: str, domain: str) -> bool:
        role = self.roles.get(user)
        if role is None:
            return False
        until = self.grants.get((user, case, domain))
        return role.keeps or (role is Role.FIGURES and until is not None and self.today <= until)

    def can(self, user: str, row: CaseRow, domain: str, value: bytes, grants: list[GrantRow]) -> bool:
        """Whether anything this person ever held or opened reads the case as it stands, whatever code they run."""
        known = [lambda key=key: key for key in self.copied.get((user, row.id, domain), [])]
        tries = [*known, *self._tries(user, row, domain, grants)]
        return any(opens(attempt, self.ring.area, row, domain, value) for attempt in tries)

    def _tries(self, user: str, row: CaseRow, domain: str, grants: list[GrantRow]) -> list[Callable[[], CaseKey]]:
        wrapped = row.key_i if domain == "I" else row.key_c
        tries: list[Callable[[], CaseKey]] = []
        for ring in self.held.get(user, []):
            tries.append(lambda ring=ring: ring.open_case_key(row.id, domain, wrapped))
            for held in grants:
                grant = Grant(row.id, domain, held.user_id, held.until, held.because, held.wrapped)
                # Their own code looks at no day: the wrap itself must be gone, or be theirs no more.
                tries.append(lambda ring=ring, grant=grant: ring.open_grant(grant, date.min))
        return tries

    def copy_opened(self) -> None:
        """Whoever may open a case now keeps its key: taking the right away must make that worthless."""
        rows, grants, _actions = stored(self)
        for row in rows:
            for domain in "IC":
                held = [grant for grant in grants if (grant.case_id, grant.domain) == (row.id, domain)]
                for user in ("chair", "figures", "figures-2"):
                    at = (user, row.id, domain, row.key_i if domain == "I" else row.key_c)
                    if at not in self.seen and self.may(user, row.id, domain):
                        self.seen.add(at)
                        for attempt in self._tries(user, row, domain, held):
                            with suppress(NoKey):
                                self.copied.setdefault((user, row.id, domain), []).append(attempt())

    def invite(self, user: str, role: Role) -> None:
        invited = changing.invite(self.ring, User(id=user, role=role), PHRASE, cost=TRIAL)
        self.keys[user] = keys_of(invited, user)
        self.roles[user] = role
        if not role.opens_file:
            self.grants = {k: v for k, v in self.grants.items() if k[0] != user}
        self.follow(invited.ring)


def learn(ring: Keyring, outer: Sequence[OuterKeyRow]) -> None:
    """Every key that cases' keys are locked under, as far as these keys open it."""
    for row in outer:
        if (row.domain, row.id) in ring._outer or not ring.groups:
            continue
        with suppress(NoKey):
            ring.learn_outer(row.domain, row.id, row.outer)


def opens(attempt: Callable[[], CaseKey], area: str, row: CaseRow, domain: str, value: bytes) -> bool:
    table, field = ("cases", "narrative") if domain == "I" else ("actions", "what")
    try:
        key = attempt()
        return open_sealed(key.key, Place(area, row.id, table, row.id, field, key.generation), value) == MARKER
    except (NoKey, DoesNotOpen):
        return False


def keys_of(invited: changing.Invited, user: str) -> Keys:
    from data.vault.slot import unlock

    return unlock(invited.slot, invited.ring.area, PHRASE)[0]


@pytest.fixture(scope="module", params=["memory", "server"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "memory":
        made = create_engine("sqlite://", poolclass=StaticPool)
        SQLModel.metadata.create_all(made)
        yield made
        return
    with database_on(request.getfixturevalue("postgres")) as address:
        writer, _reader = server_engines(address, "area")
        SQLModel.metadata.create_all(writer)
        yield writer
        writer.dispose()


def new_world(session: Session) -> World:
    ring = changing.found(str(uuid.uuid4()), PHRASE, cost=TRIAL)
    world = World(session, ring)
    world.keys["coordinator"], world.roles["coordinator"] = ring.keys, Role.COORDINATOR
    world.copy_keys()
    world.invite("figures", Role.FIGURES)
    return world


def add_case(world: World) -> None:
    case = str(uuid.uuid4())
    record = world.record
    key_i, wrapped_i = record.new_case_keys({case: 1}, "I")[case]
    key_c, wrapped_c = record.new_case_keys({case: 1}, "C")[case]
    vault = VaultOfStore(lambda: world.ring, lambda: world.today)
    values = {
        name: vault.seal(key_i, case, "cases", case, name, MARKER)
        for name in ("people", "narrative", "remarks", "identifiers")
    }
    row = CaseRow(
        area_id=world.ring.area, id=case, reference=case, referred_on=DAY, facts=json.dumps({}),
        key_i=wrapped_i, key_c=wrapped_c, **values,
    )  # fmt: skip
    said = {name: vault.seal(key_c, case, "actions", case, name, MARKER) for name in ("what", "reason")}
    action = ActionRow(
        area_id=world.ring.area, id=case, number="1.1", case_id=case, reference=case, meeting_id="m", agency="police",
        due=DAY, state="open", carried=0, **said,
    )  # fmt: skip
    record.session.add_all([row, action])
    record.session.flush()
    world.cases.append(case)


TAKING_AWAY = ("invite", "revoke", "disable", "disable", "role", "rotate", "day", "day", "day")
STEPS = ("grant",) * 6 + ("case",) + TAKING_AWAY


def step(world: World, chance: random.Random) -> str:
    """One thing that happens in an area; returns its name."""
    user = chance.choice(["chair", "chair", "figures", "figures", "figures", "figures-2", "police"])
    what = chance.choice(STEPS)
    if what in TAKING_AWAY:
        world.copy_opened()
    if what == "invite":
        roles = {"chair": Role.CHAIR, "police": Role.PARTICIPANT}
        world.invite(user, roles.get(user, Role.FIGURES))
    elif what == "grant" and world.roles.get(user) is Role.FIGURES:
        case, domain = chance.choice(world.cases), chance.choice("IC")
        until = world.today + timedelta(days=chance.randrange(4))
        world.record.grant(case, domain, user, until, "consent")
        world.grants[user, case, domain] = until
    elif what == "revoke":
        case = chance.choice(world.cases)
        world.record.end_grants(case, user_id=user)
        world.grants = {k: v for k, v in world.grants.items() if k[:2] != (user, case)}
    elif what == "disable" and user in world.roles:
        del world.roles[user]
        world.grants = {k: v for k, v in world.grants.items() if k[0] != user}
        world.follow(changing.disable(world.ring, user))
    elif what == "rotate":
        world.follow(changing.rotate(world.ring))
    elif what == "role" and user == "chair" and user in world.roles:
        world.roles[user] = chance.choice([Role.CHAIR, Role.FIGURES])
        world.grants = {k: v for k, v in world.grants.items() if k[0] != user}
        world.record.session.flush()
        for case in world.cases:
            world.record.end_grants(case, user_id=user)
        world.follow(changing.set_role(world.ring, user, world.roles[user]))
    elif what == "case":
        add_case(world)
    elif what == "day":
        world.today += timedelta(days=chance.randrange(1, 4))
        world.record.sweep_grants(world.today)
        world.grants = {k: v for k, v in world.grants.items() if v >= world.today}
    return what


def stored(world: World) -> tuple[list[CaseRow], list[GrantRow], dict[str, ActionRow]]:
    def rows(model):
        return list(world.session.exec(select(model).where(model.area_id == world.ring.area)).all())

    outer = rows(OuterKeyRow)
    for rings in world.held.values():
        for ring in rings:
            learn(ring, outer)
    return rows(CaseRow), rows(GrantRow), {action.id: action for action in rows(ActionRow)}


def differences(world: World) -> list[str]:
    everyone = ["coordinator", "chair", "figures", "figures-2", "police"]
    rows, grants, actions = stored(world)
    found = []
    for row in rows:
        for domain in "IC":
            value = row.narrative if domain == "I" else actions[row.id].what
            held = [grant for grant in grants if (grant.case_id, grant.domain) == (row.id, domain)]
            for user in everyone:
                may = world.may(user, row.id, domain)
                if may != world.can(user, row, domain, value, held):
                    found.append(f"{user} {domain}: may {may}")
    return found


def test_random_histories_end_as_the_model_says(engine: Engine) -> None:
    # The histories are the same on either: a server has a part of them, to see that it does what is asked.
    for seed in range(HISTORIES if engine.dialect.name == "sqlite" else HISTORIES // 20):
        chance = random.Random(seed)
        with Session(engine, info={"writes": True}) as session:
            world = new_world(session)
            add_case(world)
            if seed % 2:
                world.invite("chair", Role.CHAIR)
            happened = []
            for _step in range(chance.randrange(2, 6)):
                happened.append(step(world, chance))
            assert not differences(world), (seed, happened, differences(world))
            session.rollback()


def test_the_model_is_not_blind(engine: Engine) -> None:
    """Were a revoked grant's key not renewed, or a leaving keeper's epoch kept, the comparison would say so."""
    with Session(engine, info={"writes": True}) as session:
        world = new_world(session)
        add_case(world)
        world.record.grant(world.cases[0], "I", "figures", DAY, "consent")
        assert differences(world) == ["figures I: may False"]
        world.grants["figures", world.cases[0], "I"] = DAY
        assert not differences(world)
        world.invite("chair", Role.CHAIR)
        world.roles.pop("chair")
        assert len(differences(world)) == 2
        world.ring = replace(changing.disable(world.ring, "chair"))  # the record does not follow
        assert len(differences(world)) == 2
        session.rollback()


def test_keepers_and_participants_are_granted_nothing(engine: Engine) -> None:
    with Session(engine, info={"writes": True}) as session:
        world = new_world(session)
        add_case(world)
        world.invite("police", Role.PARTICIPANT)
        for user in ("police", "coordinator"):
            with pytest.raises(NotAllowed, match="figures-only"):
                world.record.grant(world.cases[0], "I", user, DAY, "consent")
        session.rollback()
