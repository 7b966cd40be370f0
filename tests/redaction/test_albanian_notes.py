"""What Albanian notes hide behind words: addresses, ages, days, acts, institutions; and what of a law stands."""

from datetime import date

import pytest

from data.records.case_details import Case, CaseFile, Person, Role
from data.records.text import RawText
from redaction.disguise import disguise
from redaction.recorded.known import Known

PERSON = Person(id="1", role=Role.VICTIM, first="Arta", last="Hoxha")
KNOWN = Known.of(
    [CaseFile(case=Case(id="", reference="", referred_on=date.min, referring_agency=""), people=(PERSON,))]
)
HIDDEN = """
    Banon te [[rr. “Kavalioni”, nr. 40, kati përdhes]] me qira.
    Banesa është në [[lagjen “Gurra”, pallati 3, shkalla 2, apartamenti 7]] prej vitesh.
    Djali, [[Aldon]], është [[nëntë vjeç]] dhe fle keq.
    Vajza ndjek klasën [[V-B]] me vështirësi.
    Djali është në klasën [[e pestë]] dhe mungon.
    Seanca është më [[nëntë shkurt]] në mëngjes.
    Takimet u bënë më [[5, 9 dhe 16 tetor 2023]] në zyrë.
    Erdhi vetë të enjten, më [[23]], pa njoftuar.
    Vendimi nr. [[61-2024-0302]] iu dorëzua në dorë.
    Kartela nr. [[2231/19]] u mbyll sot.
    U ulën te [[kafe “Mirditori”]] për të folur.
    Punon te [[furra e Pandit]] çdo natë.
    Këshilluese: [[A.T.]] dhe një kolege.
    Ai punon si [[rojtar parkingu]] natën.
    Automjeti ka targë [[AAMB 07]] dhe është i kuq.
    Djali, [[Tedi]], [[9]], u qetësua vetëm më vonë.
    Kaloi fundjavën në [[Patin e Vogël]] me gjyshen.
    I vëllai, [[Tedi]], [[qep perde]] dhe fle pak.
    E motra [[mban një kioskë]] dhe nuk ka kohë.
    Burri, [[Iliri]], [[drejtues i një shkolle makine]], nuk erdhi.
    Ai [[shet qumësht]] herët në mëngjes.
    Është [[arkiviste në prefekturë]] prej vitesh.
    Banesa ndodhet [[pas xhamisë së vjetër]] në të majtë.
    E priste te [[ura e varur]] në mbrëmje.
    Iku me [[kukullën me një sy]] në dorë.
    U ankua për [[unazën e gjyshes]] sërish.
    Ajo flet vetëm [[romisht]] në shtëpi.
    Është [[pesëdhjetë e pesë]], pa punë.
    Nëna ka [[tetëdhjetë e dy]] dhe rri vetëm.
    Numri është [[zero gjashtë shtatë zero nëntë një dy]] sot.
    Jeton te [[rruga e Hardhive]] prej vitesh.
    U kontrollua te [[poliklinika nr. 3]] dje.
    Kushëriri, [[Tedi]], [[inspektor tatimesh]], u kërcënua.
    Mbajti shënim: [[Prek Gega]], punonjës social.
    Femijet: [[Anesa]] [[14]], dhe vajza tjeter.
    ku je moj [[arta]] pse s'flet
    Mori pjesë dje [[Vera Allmuça]] nga lagjja.
    Më [[2 dhj.]] erdhi vetë.
    Shkuan bashkë në [[Lëpushë]] dhe n'[[Kukës]] me autobus.
    Erdhi e ëma, nëna [[12.05.2023]], pastaj tezja.
    Foli sipas nënës, [[13.05.2023]], në zyrë.
    Peshkon natën në [[liqenin e Shkozëzit]] me varkë.
"""
STANDS = """
    U zbatua Ligji nr. 9669, datë 18.12.2006, i ndryshuar.
    Vepra parashikohet nga neni 130/a i Kodit Penal.
    Sipas nenit 13/1 të ligjit 18/2017 u veprua menjëherë.
    U lëshua urdhër mbrojtjeje për dymbëdhjetë muaj.
    Vizita tjetër bëhet pas dy javësh.
    Ka shenja prej tre muajsh dhe nuk fle.
    Ra telefoni katër herë, pastaj heshti.
    V E N D I M
    Ekspertiza u krye në mungesë të palëve.
    Kopja e procesverbalit iu dorëzua debitorit.
    Kam qenë e sëmurë dhe nuk dola.
    Ajo lan enët dhe pastron shtëpinë.
    Ai ka punuar natën deri vonë.
    Kanë ardhur njëzet e pesë vetë.
    Pas mbledhjes folën në telefon.
    Masat u njoftuan brenda 24 orëve.
"""


def parts(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, places = "", []
    for piece in marked.split("[["):
        inside, closed, rest = piece.partition("]]")
        if closed:
            places.append((len(text), len(text) + len(inside)))
        text += inside + rest
    return text, places


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


@pytest.mark.parametrize("marked", lines(HIDDEN))
def test_what_singles_out_is_hidden(marked: str) -> None:
    """Every letter and digit of each marked place lies inside a span."""
    text, places = parts(marked)
    spans = disguise(RawText(text), KNOWN, language="sq").spans
    hidden = {at for span in spans for at in range(span.start, span.end)}
    assert [text[a:b] for a, b in places if any(text[at].isalnum() and at not in hidden for at in range(a, b))] == []


@pytest.mark.parametrize("text", lines(STANDS))
def test_laws_spans_of_time_and_plain_words_stand(text: str) -> None:
    """A sentence that singles nobody out is left as it is."""
    assert disguise(RawText(text), KNOWN, language="sq").text.text == text
