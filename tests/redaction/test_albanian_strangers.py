"""People no record holds, in Albanian notes: names that are words, initials, nicknames, one name in several cases."""

import pytest

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.languages.sq_forms import same_name
from redaction.recorded.known import Known
from tests.redaction.hostile import RECORD, parted

# ``[[...]]`` is what must be hidden.
HIDDEN = (
    # names that are words, where nobody types capitals, or where capitals say nothing
    "o [[bujar]] po te shkruj se s'kam kujt. [[gezimi]] ma mori telefonin",
    "i thash [[fluturës]] me ardh. burri im [[arsimi]] me ndjek kudo dhe [[petriti]] e di",
    "jam [[vesa]] nga fshati. [[drita]] rri me agronin dhe [[besën]]",
    "TELEFONOI [[DHURATA]]. [[FLUTURA]] ESHTE NE SPITAL, [[SHPRESA]] DO TE VIJE NESER",
    # a sentence's first word that stands in another case elsewhere
    "Ai mori [[Valën]] dhe [[Agun]] dhe u nis. [[Vala]] qau. [[Agu]] jo.",
    "Prindërit e [[Fitores]] e dinë. [[Fitorja]] është te ne.",
    "[[Besnik Hoxha]] u kthye. [[Hoxha]] thotë se s'e ka prekur.",
    # initials
    "Sot u soll [[D. Ç.]], e shoqëruar nga kunati.", "Erdhi [[K.]] me djalin.", "Dëshmitare: [[A.]] e [[Xhemalit]].", "Na shkroi [[A.B.C.]] dje.",
    "Kam folur me [[l.m.]] nga gjykata.", "me shkruj ne numrin e [[lules]] sot", "Takim me [[F.]] Sot heshti gjatë.", "kjo eshte e vertete. mbaj pergjegjesi. [[dh. zaka]]",
    # messages quoted as they were typed, in a note that has capitals
    "Mesazhi u lexua. Tha: “mos u trego. [[gezimi]] eshte me [[driten]] te dyqani.” U ruajt.", "Biseda u lexua.\n17:03 [[dona]] jo ende, mos hajde",
    # told by a relation
    "Kontakte: [[Gazi]] (dajë), numër i fiksuar.", "Më ndjekin dy: [[Ferri]], shoku i tij; dhe një tjetër.", "Pika 4: [[Paqja]] (vajza [[15 vjeç]]) flet.",
    # what somebody is called
    "Profili tjetër, \"[[princi i nates]]\", i shkruan.", "numri i saj [[o69 555 73 02]]",
)  # fmt: skip
DETAILS = (
    "Vajza [[studion për mami]] në qytet.", "Kushërira që [[ka lavanderi]] e mori.", "Është kameriere te “[[Guaska e Bardhë]]” çdo verë.",
    "I vëllai, [[Tedi]], [[pedagog]], u kthye.", "Nr. kontakti: [[+383 (0)44 555 331]].", "Instagram: [[aneta.rk]].", "Sipas raportit [[PP.II.nr.214/2023]].",
    "Unë kam [[një sy prej xhami]] qysh herët.", "Ajo është [[verbër nga njëri sy]].",
)  # fmt: skip
STANDS = (
    "TA 170/100, temperatura 38,2.",
    "Sipas nenit 130/a dhe kërkesës së palës, gjykata vendosi.", "Ai e quan “e çekuilibruar” para fëmijëve.", "Vitamina D. u dha, hepatiti C. jo.",
)  # fmt: skip
ONE = (
    "besnikut besniku",
    "valen vala",
    "lules lulja",
    "petri peter",
    "ndou ndue",
    "gashit gashi",
    "hoxhen hoxha",
    "spiron spiro",
)
TWO = ("ardit ardita", "arta artan", "arbenin arbena", "besa besari", "mira mirela", "florin flori")


@pytest.mark.parametrize("marked", [*HIDDEN, *DETAILS])
def test_strangers_are_hidden(marked: str) -> None:
    """Every letter of a marked place lies inside a span."""
    text, places = parted(marked)
    spans = disguise(RawText(text), Known.of([RECORD]), language="sq").spans
    hidden = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in hidden for start, end in places for at in range(start, end) if text[at].isalnum())


@pytest.mark.parametrize("text", STANDS)
def test_plain_sentences_stand(text: str) -> None:
    """What names nobody is shown as it was written."""
    assert disguise(RawText(text), Known.of([RECORD]), language="sq").text.text == text


@pytest.mark.parametrize("pair", ONE)
def test_cases_of_one_name(pair: str) -> None:
    """A name is itself in every case, whichever stands first."""
    one, other = pair.split()
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize("pair", TWO)
def test_names_of_two_people(pair: str) -> None:
    """A brother's and a sister's name are two."""
    one, other = pair.split()
    assert not same_name(one, other)
    assert not same_name(other, one)


def test_two_names_are_two_people() -> None:
    """'e' between two names in the nominative is 'and'."""
    shown = disguise(RawText("Erdhën Anila e Edlira."), Known.of([RECORD]), language="sq").text.text
    assert shown == "Erdhën ⟨emri A⟩ e ⟨emri B⟩."


def test_a_stranger_keeps_the_letter() -> None:
    """In whatever case a name stands, its placeholder has the same letter, in that case."""
    text = "Dje erdhi Afrimi. E pashë Afrimin me Teutën. I thashë Afrimit të ikë. Teuta qau."
    shown = disguise(RawText(text), Known.of([RECORD]), language="sq").text.text
    assert shown == "Dje erdhi ⟨emri A⟩. E pashë ⟨emrin A⟩ me ⟨emrin B⟩. I thashë ⟨emrit A⟩ të ikë. ⟨emri B⟩ qau."


def test_a_point_parts_two_people() -> None:
    """A name that ends a sentence and one that begins the next are two; an initial and a surname are one."""
    text = "Qëndroi te fqinja Vitore. Siobhan kërkoi çelësat. Erdhi L. Kaloshi."
    shown = disguise(RawText(text), Known.of([RECORD]), language="sq").text.text
    assert shown == "Qëndroi te fqinja ⟨emri A⟩. ⟨viktima⟩ kërkoi çelësat. Erdhi ⟨emri B⟩."
