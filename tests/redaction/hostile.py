"""Hostile spellings of one made-up record's details, by class of form; ``[[...]]`` is what must be hidden.

A class is a way of writing, shown by a few strings; a repair is for the class, never for a string. ``FORMS`` must be
hidden and, standing in a finished paper, must stop it; ``HIDDEN_ONLY`` must be hidden, but is too short or too ordinary
to stop a paper by itself.
"""

from datetime import date

from data.records.case_details import Address, Case, CaseFile, Person, Role

RECORD = CaseFile(
    case=Case(id="c", reference="7KQ2-M9XF", referred_on=date(2026, 11, 1), referring_agency="police"),
    people=(
        Person(
            id="v", role=Role.VICTIM, first="Siobhan", last="Fenwick-Oduya", also_known_as=("Shiv",),
            date_of_birth=date(1988, 5, 12), phones=("07700 900114",), emails=("siobhan.fo@post.example",),
            address=Address(line="Flat 3, 14 Skelwith Close", town="Osgarby", postcode="ZZ7 6HE"),
            workplace="Harbour Lights Nursery",
            identifiers=(("nhs", "999 453 3312"), ("vehicle", "QX62 ZKT")),
        ),
        Person(
            id="p", role=Role.PERPETRATOR, first="Mark", last="Hollingworth", date_of_birth=date(1985, 11, 3),
            phones=("+44 7700 900265",),
        ),
        Person(
            id="k", role=Role.CHILD, first="Rose", last="Hollingworth", date_of_birth=date(2016, 12, 25),
            school="St Aldhelm's Primary School",
        ),
    ),
    crime_references=("44/21893/25",),
)  # fmt: skip

FORMS: dict[str, tuple[str, ...]] = {
    "name, capitals and order": (
        "Seen with [[SIOBHAN]] today.", "seen with [[siobhan]] today", "[[FENWICK-ODUYA, Siobhan]] attended.",
        "[[Hollingworth Mark]] was bailed.", "[[HOLLINGWORTH]]/[[Mark]] was bailed.", "Ms [[Fenwick-Oduya]] rang.",
    ),
    "double surname, its parts and joints": (
        "Mrs [[Fenwick]] rang.", "Mrs [[Oduya]] rang.", "[[Fenwick Oduya]] rang.", "[[FenwickOduya]] rang.",
        "[[Fenwick–Oduya]] rang.", "[[Fenwick - Oduya]] rang.", "[[Oduya-Fenwick]] rang.", "[[F-Oduya]] rang.",
    ),
    "possessive and plural": (
        "at [[Siobhan]]'s house", "at [[Siobhan]]’s house", "at [[Siobhans]] house", "the [[Hollingworths]] moved",
        "the [[Hollingworths]]' car", "[[marks]] mum rang [[siobhan]]", "[[Roses]] teacher, Mrs Tate",
    ),
    "a name that is a word, capital inside a sentence": (
        "Then [[Mark]] rang.", "told [[Mark]] to leave", "with [[Rose]] and [[Mark]]", "said [[Rose]] was crying",
        "[[Mark Hollingworth]] rang.", "[[MARK HOLLINGWORTH]] RANG", "he is called [[Mark]]",
    ),
    "pet form": ("[[Rosie]] was there", "[[Marky]] was there", "[[Markie]] was there", "[[Shiv]] was there", "[[Siobhy]] was there"),
    "initial and surname": (
        "[[S. Fenwick-Oduya]] rang", "[[M. Hollingworth]] rang", "[[M Hollingworth]] rang", "[[Hollingworth M]] rang",
        "[[HOLLINGWORTH, M.]] rang", "[[Siobhan F-O]] rang", "[[S F Oduya]] rang", "[[MHollingworth]] rang",
    ),
    "typing error": (
        "[[Siobahn]] rang", "[[Siobhann]] rang", "[[Sioban]] rang", "[[Siobjan]] rang", "[[Hollingsworth]] rang",
        "[[Holingworth]] rang", "[[Holllingworth]] rang", "[[Hollingwroth]] rang", "[[Fenwik]] rang", "[[Odua]] rang",
        "[[hollingworht]] rang", "[[Siohban]] rang", "[[HOLLINGOWRTH]] RANG", "[[Hollinworth]] and [[Siobhna]] rang",
    ),
    "written as heard": ("[[Shivon]] rang", "[[Shivaun]] rang", "[[Chevonne]] rang", "[[Shevaun]] rang", "[[Marc]] rang"),
    "spelled out": (
        "[[S-I-O-B-H-A-N]]", "[[S.I.O.B.H.A.N.]] on the form", "[[s i o b h a n]] on the form", "it is [[S, I, O, B, H, A, N]]",
        "[[S/I/O/B/H/A/N]]", "[[M A R K]] rang", "[[M_A_R_K]] rang", "[[M*A*R*K]] rang", "[[m-a-r-k]] rang",
        "[[R · O · S · E]] rang", "[[H O L L I N G W O R T H]]", "[[H, O, double L, I, N, G, W, O, R, T, H]]",
        "[[R\no\ns\ne]] rang",
    ),
    "spelling alphabet": (
        "[[Sierra India Oscar Bravo Hotel Alpha November]] on the line", "[[Mike Alpha Romeo Kilo]] on the line",
        "[[M for mother, A for apple, R for Robert, K for king]]",
    ),
    "invisible characters inside": tuple(
        f"Seen with [[Siob{sign}han]] today" for sign in
        "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034f\ufe0f\u200e\u200f\u202a\u202c\u2066\u2069\u061c\u115f\u3164\u2064\U000e0061\x00\x08\x7f"
    ),
    "look-alike letters": (
        "[[Ѕіоbhаn]] rang", "[[Μark]] rang", "[[Ηollingworth]] rang", "[[Ｓｉｏｂｈａｎ]] rang", "[[Ｈｏｌｌｉｎｇｗｏｒｔｈ]] rang",
        "[[𝐒𝐢𝐨𝐛𝐡𝐚𝐧]] rang", "[[𝓜𝓪𝓻𝓴]] rang", "[[Ⓢⓘⓞⓑⓗⓐⓝ]] rang", "[[ᴍᴀʀᴋ]] rang", "[[sɪᴏʙʜᴀɴ]] rang", "[[Siоbhаn]] rang", "[[Hollіngwоrth]] rang",
        "[[Siοbhαn]] rang", "[[🅂🄸🄾🄱🄷🄰🄽]] rang", "[[Hoⅼⅼingworth]] rang", "[[Siobhɑn]] rang", "[[Rօse]] rang", "[[Μаrκ]] rang",
    ),
    "diacritics and marks on letters": (
        "[[Siobhán]] rang", "[[Síobhan]] rang", "[[Siobhãn]] rang", "[[S̶i̶o̶b̶h̶a̶n̶]] rang", "[[Siobhan\u0301]] rang", "[[Höllingworth]] rang", "[[Mårk]] rang",
    ),
    "digits and signs for letters": (
        "[[S1obhan]] rang", "[[Si0bhan]] rang", "[[Siobh4n]] rang", "[[H0llingworth]] rang", "[[Ho11ingworth]] rang",
        "[[M@rk]] rang", "[[M4rk]] rang", "[[R0se]] rang", "[[$iobhan]] rang", "[[S!obhan]] rang", "[[Sio8han]] rang", "[[S10bh4n]] rang",
    ),
    "stars for letters": ("[[Si*bhan]] rang", "[[S****an]] rang", "[[H*llingworth]] rang", "[[S_obhan]] rang"),
    "broken over a line or by a space": (
        "[[Siob-\nhan]] rang", "[[Siob\nhan]] rang", "[[Hollingw-\n    orth]] rang", "[[Mark\nHollingworth]] rang",
        "[[Siob han]] rang", "[[Holling worth]] rang", "[[Mark\u2028Hollingworth]] rang", "[[Siob\u00ad\nhan]] rang", "[[Fenwick-\nOduya]] rang",
        "[[Holling-worth]] rang", "[[Holling\tworth]] rang",
    ),
    "run into other words": (
        "[[MarkHollingworth]] rang", "[[markhollingworth]] rang", "[[hollingworthmark]]", "[[SiobhanMark]]",
        "[[Siobhan]]/[[Mark]]", "[[Siobhan]]&[[Mark]]", "[[Siobhan]]+[[Rose]]", "hi[[Siobhan]]its me", "[[Siobhan]](38)", "[[Siobhan]]38",
        "[[Siobhan]]was here", "saw[[Siobhan]]", "[[Mark]],[[Rose]]", "[[Mark]].[[Rose]]", "1.[[Siobhan]] 2.[[Rose]]", "re:[[Siobhan]]", "[[Siobhan]]_x", "x_[[Siobhan]]_x",
    ),
    "in handles, mails, links and file names": (
        "insta [[@siobhan_fo]]", "insta [[@shiv.88]]", "[[#FreeMarkHollingworth]]", "[[#justiceforsiobhan]]",
        "[[@mark_hollingworth85]]", "mail [[hollingworth.m@work.example]]", "[[m.hollingworth@work.example]]",
        "[[mailto:siobhan.fo@post.example]]", "IMG_[[Siobhan]]_bruise.jpg", "[[siobhan]]-statement-v2.docx",
        "C:\\Users\\[[Siobhan]]\\Desktop", "/home/[[mhollingworth]]/x", "https://x.example/[[siobhan-fenwick]]?id=3",
        "https://[[siobhanfo]].example/", "https://x.example/?q=[[Mark]]%20[[Hollingworth]]", "https://x.example/u/[[mark]]", "[[hollingworthm]]", "[[mhollingworth85]]",
        "skype: live:[[markhollingworth_1]]", "[[Mark Hollingworth]] <[[mh85@work.example]]>", "\\\\server\\cases\\[[FENWICK-ODUYA]]\\",
    ),
    "encoded": (
        "[[Siobh&aacute;n]] rang", "[[Si&#111;bhan]] rang", "[[%53iobhan]] rang", "[[siobhan%2Efo%40post.example]]",
        "[[=53iobhan]] rang", "[[\\u0053iobhan]] rang",
    ),
    "marked up": ("[[<b>Sio</b>bhan]] rang", "**[[Siobhan]]** rang", "[[**Sio**bhan]] rang", "_[[Siobhan]]_ rang", "~~[[Mark]]~~ rang", "[[Sio[b]han]] rang", "`[[siobhan]]` rang", "[see [[Siobhan]] ](x)"),
    "inside the placeholders' own brackets": (
        "then ⟨[[Hollingworth]]⟩ left",
        "then ⟨a [[Hollingworth]]⟩ left",
        "see ⟨note that [[Siobhan]] rang on [[07700 900114]]⟩ above",
        "⟨ said [[Siobhan]]\nand then ⟩",
        "a stray ⟨ and [[Hollingworth]] left; ⟨victim⟩ stayed",
        "⟨victim [[Siobhan]]⟩ rang",
        "⟨name [[Oduya]]⟩ rang",
        "⟨⟨[[Hollingworth]]⟩⟩ rang",
    ),
    "mail": (
        "[[siobhan.fo@post.example]]", "[[SIOBHAN.FO@POST.EXAMPLE]]", "[[siobhan.fo [at] post [dot] example]]", "[[siobhan.fo at post dot example]]",
        "[[siobhan . fo @ post . example]]", "[[siobhan.fo＠post.example]]", "[[siobhan.fo(at)post.example]]", "[[siobhan.fo@ post.example]]", "[[siobhan.fo@post\n.example]]",
        "[[siobhan.fo+court@post.example]]", "[[siobhan.fo@\u200bpost.example]]", "[[siobhanfo@post.example]]",
    ),
    "phone, grouping": (
        "[[07700900114]]", "[[07700-900-114]]", "[[(07700) 900114]]", "[[0 7 7 0 0 9 0 0 1 1 4]]", "[[07.70.09.00.11.4]]", "[[07700/900/114]]",
        "[[+44 (0)7700 900114]]", "[[+44(0)7700900114]]", "[[0044 7700 900114]]", "[[447700900114]]", "[[+447700900114]]", "[[7700900114]]", "[[7700 900 114]]",
        "[[077 009 00 114]]", "[[07700  900  114]]", "[[07700\n900114]]", "[[07700 900\u200b114]]", "[[tel:+447700900114]]", "wa.me/[[447700900114]]", "[[0770-0900114]]", "[[07700·900·114]]", "[[07700_900_114]]",
        "x[[07700900114]]x", "[[07700900265]]", "call[[07700900114]]now", "[[07700900114]]/[[07700900265]]", "[[07700 900114]]/[[265]]",
        "[[+44 77 00 90 01 14]]", "[[07700 (900) 114]]", "[[07700, 900, 114]]",
    ),
    "number, letters or other digits for digits": (
        "[[O77OO 9OO114]]", "[[o77oo9oo114]]", "[[07700 9001l4]]", "[[07700 900ll4]]", "[[０７７００９００１１４]]", "[[٠٧٧٠٠٩٠٠١١٤]]", "[[०७७०० ९००११४]]", "[[⁰⁷⁷⁰⁰⁹⁰⁰¹¹⁴]]",
        "[[⓪⑦⑦⓪⓪⑨⓪⓪①①④]]", "[[𝟎𝟕𝟕𝟎𝟎𝟗𝟎𝟎𝟏𝟏𝟒]]", "NHS [[999 4S3 3312]]", "NHS [[999 453 33I2]]", "[[0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣1️⃣4️⃣]]",
    ),
    "number in words": (
        "[[oh seven seven double oh nine double oh double one four]]", "[[zero seven seven zero zero nine zero zero one one four]]",
        "[[o seven seven o o, nine o o, one one four]]", "[[07700 nine double oh one one four]]", "[[07700 nine hundred 114]]",
        "[[nought seven seven nought nought nine nought nought one one four]]", "[[oh-seven-seven-double-oh-nine-double-oh-one-one-four]]",
        "NHS [[nine nine nine four five three three three one two]]", "NHS [[triple nine, four five three, double three one two]]", "[[seven seven double oh nine double oh double one four]]",
        "[[ZERO SEVEN SEVEN ZERO ZERO NINE ZERO ZERO ONE ONE FOUR]]",
    ),
    "identifier": (
        "NHS [[9994533312]]", "NHS [[999-453-3312]]", "NHS [[999.453.3312]]", "NHS [[999 4533 312]]", "NHS no.[[9994533312]]", "nhs[[9994533312]]", "NHS [[999\n453\n3312]]",
        "[[44/21893/25]]", "[[44-21893-25]]", "[[44 21893 25]]", "[[442189325]]", "[[21893/25]]", "crime no [[44/21893]]", "ref[[44/21893/25]]",
    ),
    "plate": (
        "[[QX62 ZKT]]", "[[QX62ZKT]]", "[[qx62zkt]]", "[[QX 62 ZKT]]", "[[Q X 6 2 Z K T]]", "[[QX62-ZKT]]", "[[QX62\nZKT]]", "[[Quebec X-ray six two Zulu Kilo Tango]]", "[[QX6Z ZKT]]", "[[QX62 2KT]]", "[[QX62.ZKT]]", "[[QX62 ZK7]]", "[[ＱＸ６２ ＺＫＴ]]",
    ),
    "date of birth": (
        "born [[12/5/88]]", "born [[12-05-1988]]", "born [[12.05.88]]", "born [[1988-05-12]]", "born [[1988/05/12]]", "born [[12 May 1988]]", "born [[12th of May 1988]]",
        "born [[12th May, 1988]]", "born [[May 12, 1988]]", "born [[May 12th 1988]]", "born [[12 MAY 88]]", "born [[12May1988]]", "born [[12-May-88]]", "born [[120588]]", "born [[12051988]]", "born [[19880512]]",
        "born [[12 / 05 / 1988]]", "born [[12 05 1988]]", "born [[12–05–1988]]", "born [[12⁄05⁄1988]]", "born [[12/V/1988]]", "born [[12.v.88]]", "born [[05/12/1988]]", "born [[１２/０５/１９８８]]",
        "born [[twelfth of May nineteen eighty-eight]]", "born [[twelve five eighty-eight]]", "born [[the 12th day of May 1988]]", "born [[12th may '88]]", "born [[12\n May 1988]]", "DOB[[12/05/1988]]", "dob:[[12.5.88]]",
        "born [[12/05/l988]]", "born [[12/O5/1988]]", "born [[1988.05.12]]", "born [[1988 May 12]]", "b.[[12/05/88]]", "born [[12,05,1988]]", "born [[12:05:1988]]", "born [[12_05_1988]]", "born [[12|05|1988]]", "born [[12. Mai 1988]]", "born [[12 maj 1988]]",
    ),
    "address": (
        "[[14 Skelwith Close]]", "[[14, Skelwith Close]]", "[[14 Skelwith Cl]]", "[[14 Skelwith Cl.]]", "[[14 SKELWITH CLOSE]]", "[[14 skelwith close]]", "[[14 skelwith]]", "[[Skelwith]]", "[[fourteen Skelwith Close]]",
        "[[Flat 3, 14 Skelwith Close, Osgarby, ZZ7 6HE]]", "[[Flat 3/14 Skelwith Close]]", "[[3/14 Skelwith Close]]", "[[14\nSkelwith Close]]", "[[14 Skelwith\nClose]]", "[[14SkelwithClose]]", "[[14 Skelwith Cloze]]", "[[14 Skelwth Close]]",
        "[[Skelwith Close 14]]", "[[number 14]] [[Skelwith]]", "[[no. 14 Skelwith Close]]", "[[14-Skelwith-Close]]", "[[14A Skelwith Close]]",
    ),
    "postcode": (
        "[[ZZ7 6HE]]", "[[ZZ76HE]]", "[[zz7 6he]]", "[[Z Z 7 6 H E]]", "[[ZZ7-6HE]]", "[[ZZ7  6HE]]", "[[ZZ7\n6HE]]", "[[zz7.6he]]", "[[ZZ7 6HЕ]]", "[[Zulu Zulu seven six Hotel Echo]]", "[[ZZ7 6H3]]",
    ),
    "town": ("in [[Osgarby]]", "in [[OSGARBY]]", "in [[osgarby]]", "[[Osgarby]]'s only school", "[[Osgarby]]-based", "in [[Osgarbie]]", "in [[Osgerby]]", "[[Osgarby]]/[[Leeds]]", "in [[O s g a r b y]]"),
    "school and work": (
        "at [[St Aldhelm's]]", "at [[St. Aldhelm's]]", "at [[St Aldhelms]]", "at [[Saint Aldhelm's]]", "at [[Aldhelm's]]", "at [[ST ALDHELM'S PRIMARY]]", "at [[st aldhelms]]", "at [[StAldhelms]]", "at [[St Aldhelm’s CofE]]", "at [[St Adlhelm's]]",
        "at [[Harbour Lights]]", "at [[harbour lights]]", "at [[HARBOUR LIGHTS NURSERY]]", "at [[Harbor Lights]]", "at [[Harbourlights]]", "at [[Harbour-Lights]]", "at [[Harbour\nLights]]",
    ),
}  # fmt: skip

HIDDEN_ONLY: dict[str, tuple[str, ...]] = {
    "part of a plate or postcode": (
        "ends [[ZKT]]", "plate [[QX62]] something", "partial [[QX6]]", "the [[ZZ7]] area", "[[ZZ7 6]]", "postcode ends [[6HE]]",
    ),
    "a name that is a word": (
        "[[Mark]] rang.", "Then [[Mark]] rang.", "and [[mark]] hit her", "[[MARK]] HIT HER AND [[ROSE]] SAW IT",
        "told [[mark]] to leave", "[[Rose]] was crying.", "said [[rose]] was crying", "told [[rose]], who cried",
        "[[mark]] said he will kill her", "with [[rose]] and [[mark]]", "[[Mark]]: no reply", "he is called [[mark]]",
    ),
    "phone, part of it": ("ends [[900114]]", "ending in [[0114]]", "number ends [[900 265]]", "his ends [[114]]", "[[900114]] again"),
    "birthday": (
        "her birthday is [[12 May]]", "her birthday, [[12th of May]]", "on the [[twelfth of May]]", "birthday [[12/5]]", "birthday [[12.05]]", "[[May 12th]] is her birthday", "[[12/05]] birthday", "[[MAY 12]]", "on [[12 may]] again",
        "born on [[Christmas Day]]", "born [[Christmas Day]] 2016", "[[Xmas Day]] baby", "born [[25 Dec]]", "born [[25th December]]",
    ),
    "initials": (
        "[[S.F.-O.]] rang", "[[SFO]] rang", "[[S F-O]] rang", "[[M.H.]] rang", "[[MH]] rang", "[[Mark H]] rang",
        "[[Mark H.]] rang", "Mr [[H]] rang", "[[SF-O]] rang", "[[R.H.]] is at school", "[[mh]] rang",
    ),
}  # fmt: skip


def parted(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the places that were marked."""
    text, places, at = "", [], 0
    while (opens := marked.find("[[", at)) >= 0:
        closes = marked.index("]]", opens)
        while marked[closes : closes + 3] == "]]]" and "[" in marked[opens + 2 : closes]:
            closes += 1
        text += marked[at:opens]
        places.append((len(text), len(text) + closes - opens - 2))
        text += marked[opens + 2 : closes]
        at = closes + 2
    return text + marked[at:], places
