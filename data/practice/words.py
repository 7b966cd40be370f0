"""What people say in made-up cases: untidy narratives, notes and actions, English and Albanian.

Every sentence takes its names from the case file, so that disguising has real work to do.
"""

from dataclasses import dataclass
from random import Random

from data.records.case_details import CaseFile, Person, Role
from data.records.conference import NoteKind
from data.records.text import RawText

_STORIES_EN = (
    "{v} rang {emergency} from the bathroom, {p} was kicking the door. {v} says he has been following her since she left "
    "in {month}. He turned up at {town} again on Tues and told {c} to get in the car. phone {phone}. {V} is scared to "
    "go back to {street}.",
    "Third call this year. {p} held {v} by the throat (she says about ten seconds) while {c} was in the next room. "
    "He checks her phone.. and has put a tracker on the car. {V}'s sister took her in for two nights. New number {phone}.",
    "{P} is on bail not to go to {street} but neighbours have seen him there. {v} d.o.b. {dob}. {c} has stopped "
    "eating at school. {V} wants to stay in {town}, near her mother.",
    "pt attended with bruising to L arm. says fell. Later disclosed that {p} did it. He controls the money, she has "
    "no card. Children: {c}. She asked that nobody rings {phone} after six because {P} reads the messages.",
    "{V} ({v}) came to the office without an appointment. {P} threatens to take {c} away and to send pictures to her "
    "employer. He has a knife in the van. She lives at {street}, {town}.",
    "Referral after a call from {school}: {c} told staff that {P} 'hurts mummy'. {v} answered from {mail}, she thinks he "
    "reads it too!! They share the tenancy of {street} until {month}. Wants help to leave before he is back.",
)
_STORIES_SQ = (
    "{v} ka telefonuar naten, {p} i kishte thyer deren. Ajo tha se {P}n e ka frike, sepse e ndjek qe kur u nda ne "
    "{month_sq}. Femija {c} ishte ne dhomen tjeter. Tel. {phone}. Banon ne {street}, {town}.",
    "Eshte hera e trete kete vit. {p} e mori nga fyti {v} per disa sekonda. I kontrollon telefonin dhe nuk i jep para. "
    "Motra e {V}s e mbajti dy nete. Numri i ri {phone}.",
    "{P} ka urdher te mos i afrohet shtepise ne {street}, por fqinjet e kane pare. {v}, lindur me {dob}. {c} nuk po "
    "shkon ne shkolle. {V} do te rrije ne {town}, afer nenes.",
    "Erdhi me te nxira ne krah, tha se ishte rrezuar; pastaj tregoi se e kishte bere {p}. Femijet: {c}. Kerkoi te mos "
    "merret ne telefon {phone} pas ores 18, sepse {P} i lexon mesazhet.",
)
# Told in an area of Albania, beside the others.
_STORIES_IN_ALBANIA = (
    "{v} u paraqit vetë, sepse {p} e kishte goditur me grusht në sy të fëmijëve. {c} qau dhe u fsheh në banjë. {V} ka "
    "urdhër mbrojtjeje deri në {month_sq}. Numri i saj: {phone}.",
    "{P} pi çdo natë dhe e kërcënon {V} se do ta nxjerrë nga shtëpia. Fqinjët në {street} kanë dëgjuar britma. {v} "
    "punon, por rrogën ia merr {p}. Fëmijët: {c}.",
    "{v} erdhi me dy brinjë të thyera. Në fillim tha se kishte rënë nga shkallët, pastaj tregoi për {p}. Nuk do të "
    "kthehet në {street}; rri te motra në {town}. Të telefonohet vetëm paradite, {phone}.",
    "{P} u lirua në {month_sq} dhe e gjeti {V} te puna. I tha se do ta vriste po të mos kthehej. {c} ka frikë të flejë "
    "vetëm. Mësuesja te {school} thotë se nuk po mëson më.",
)
_MONTHS_EN = ("January", "March", "June", "September")
_MONTHS_SQ = ("janar", "mars", "qershor", "shtator")

_NOTES = {
    "en": (
        (NoteKind.INFORMATION, "{P} was seen outside {street} twice last week. {v} has changed her number to {phone}."),
        (NoteKind.INFORMATION, "{c} told the teacher that {P} came to the school gate."),
        (NoteKind.RISKS, "{V} is most at risk when {p} is drinking; he knows where she works."),
        (NoteKind.VIEWS, "{V} wants to stay in {town} and does not want {P} told where she is."),
    ),
    "sq": (
        (NoteKind.INFORMATION, "{P} u pa dy herë pranë {street}. {v} ka numër të ri, {phone}."),
        (NoteKind.RISKS, "Rreziku për {V}n rritet kur {p} ka pirë; ai e di ku punon ajo."),
        (NoteKind.VIEWS, "{V} do të rrijë në {town} dhe nuk do që {P} ta dijë ku është."),
    ),
}
# For her, him, the child, the house and the place, where nobody recorded them.
_UNKNOWN = {
    "en": ("she", "he", "the child", "the house", "the area"),
    "sq": ("ajo", "ai", "fëmijës", "shtëpia", "zona"),
}
_ACTIONS = {
    "en": (
        ("Visit {V} at {street} and fit a door alarm.", 7),
        ("Agree a safe time to ring {V} and record it.", 3),
        ("Speak to the school of {c} about who may collect the child.", 5),
        ("Check the bail conditions of {p}.", 2),
    ),
    "sq": (
        ("Të vizitohet {V} në {street} dhe të vendoset alarm në derë.", 7),
        ("Të caktohet ora e sigurt për t'i telefonuar {V}s.", 3),
        ("Të flitet me shkollën e {c} se kush mund ta marrë fëmijën.", 5),
    ),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What made-up agreements, grounds and consents of a practice area say."""

    confidence: str
    reasons: str
    decided: str
    not_told: str
    countersigned: str
    signed: str


_SAID = {
    "en": Said(
        "Named people alone; locked away; not passed on; destroyed as the protocol says.",
        "Risk of serious harm; sharing is proportionate.",
        "police, chair",
        "It would raise the risk.",
        "IDVA service, manager",
        "Made up: signed on paper.",
    ),
    "sq": Said(
        "Vetëm personat e caktuar; e mbyllur me çelës; nuk kalon më tej; asgjësohet siç thotë protokolli.",
        "Rrezik për dëm të rëndë; ndarja është në përpjesëtim.",
        "policia, kryesuesi",
        "Do ta rriste rrezikun.",
        "bashkia, koordinatori vendor",
        "I trilluar: i nënshkruar në letër.",
    ),
}


def said(language: str) -> Said:
    return _SAID["sq" if language == "sq" else "en"]


def story(language: str, random: Random, values: dict[str, str], *, country: str = "en") -> str:
    """One narrative of a referral in an area whose practice speaks ``country``; ``values`` are those of :func:`values`."""
    albanian = (*_STORIES_SQ, *_STORIES_IN_ALBANIA) if country == "sq" else _STORIES_SQ
    chosen = random.choice(albanian if language == "sq" else _STORIES_EN)
    return _tidy(chosen.format(**values, **_months(random)))


def notes(file: CaseFile, random: Random) -> tuple[tuple[NoteKind, str, RawText], ...]:
    """Two or three notes of one item: kind, agency that shares it, and what it says."""
    kinds = _NOTES[_language(file)]
    chosen = random.sample(kinds, k=min(len(kinds), random.randint(2, 3)))
    agencies = file.case.involved or ("police",)
    written = values(file)
    return tuple((kind, random.choice(agencies), RawText(_tidy(text.format(**written)))) for kind, text in chosen)


def actions(file: CaseFile, random: Random) -> tuple[tuple[str, RawText, int], ...]:
    """One or two actions of one item: agency, what, and in how many days."""
    offered = _ACTIONS[_language(file)]
    agencies = file.case.involved or ("police",)
    written = values(file)
    return tuple(
        (random.choice(agencies), RawText(_tidy(what.format(**written))), days)
        for what, days in random.sample(offered, k=random.randint(1, 2))
    )


def values(file: CaseFile) -> dict[str, str]:
    """The words of a case that its texts are filled with; a child or phone nobody recorded leaves a common word."""
    victim, perpetrator = _first(file, Role.VICTIM), _first(file, Role.PERPETRATOR)
    child = _first(file, Role.CHILD)
    born = victim.date_of_birth if victim else None
    she, he, kid, house, area = _UNKNOWN[_language(file)]
    return {
        "v": victim.full_name if victim else she,
        "V": victim.first if victim else she,
        "p": perpetrator.full_name if perpetrator else he,
        "P": perpetrator.first if perpetrator else he,
        "c": child.first if child else kid,
        "phone": victim.phones[0] if victim and victim.phones else "",
        "street": victim.address.line if victim and victim.address.line else house,
        "town": victim.address.town if victim and victim.address.town else area,
        "dob": born.strftime("%d/%m/%Y") if born else "",
    }


def _months(random: Random) -> dict[str, str]:
    at = random.randrange(len(_MONTHS_EN))
    return {"month": _MONTHS_EN[at], "month_sq": _MONTHS_SQ[at]}


def _first(file: CaseFile, role: Role) -> Person | None:
    return next((person for person in file.people if person.role is role), None)


def _language(file: CaseFile) -> str:
    return "sq" if file.case.language == "sq" else "en"


def _tidy(text: str) -> str:
    return " ".join(text.split())
