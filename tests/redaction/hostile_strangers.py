"""People, addresses and numbers that no record holds, told by where they stand; ``[[...]]`` is what must be hidden."""

STRANGERS: dict[str, tuple[str, ...]] = {
    "initials of who signs": (
        "Prepared by: [[D.W.]] 14/11", "Minutes: [[TB]]/[[HK]]", "vol: [[kd]]", "Taken by [[PJ]], checked [[N.O.]]",
        "She will ring back. No answer today. [[GT]]/[[WB]]", "Safe to text. [[LK]]",
    ),
    "after a role or a team": (
        "Duty team: [[Corin]]. Next review Monday.", "Contact: housing team: [[Perpetua]], ext later.", "Social worker [[Ffion Abara]].",
        "She saw health visitor [[Nerys Tolland]].", "The new worker is unsure. Support worker [[Odette Brannigan]].",
        "Locks changed. Social worker [[Idris Osman]].\nHousing to ring.",
    ),
    "initials and a surname": (
        "[[J.K. Osgood]] attended.", "[[A. B. C. Nolan]] attended.", "[[Farrukh D.]] rang.", "Mrs [[T. Abara]] came", "[[T. Fenwick]] rang",
    ),
    "accounts": ("username [[moth.hollow7]] on the app", "his handle is [[grimwader]]", "user name: [[pike_and_eel]]"),
    "numbers in words": (
        "She said oh [[seven seven double oh nine double oh four five six]] and hung up",
        "ring [[zero seven seven, zero zero nine, zero zero three one]]",
    ),
    "plates with a gap": ("[[TZ09 something YO]] outside", "plate [[LK19 blank FD]]", "plate [[AB12 ?? TR]]"),
    "addresses": (
        "[[Pear Tree Cottage, Upper Wendling]]", "Seen.\n[[The Old Forge, Nether Ashby]]\nTel to follow", "goes to [[Flat C, 12 Torwood Gdns]]",
        "goes to [[19 Holmoak Cres]]",
    ),
    "a name that is a word": (
        "her sister [[sky]] heard him and told [[sky]] to write it down", "[[joy]]'s teacher mr [[best]] is aware", "she went to her mate [[grace]] and [[grace]] rang us",
        "Sister [[Memory]] is collecting him. [[Memory]] has a key.", "Friends [[Sky Winter]] and [[Jay]] came.", "[[April]] comes on Mondays.",
        'He is linked to "[[Trigger]]" by police.', "WITNESS [[ROSE]] WAS TOLD. [[ROSE]] WILLING TO ATTEND COURT.", "with that girl [[destiny]] again",
        "nothing goes to [[Clemency]], her daughter. [[Clemency]] is away.", "hi its [[gem]], can you ring",
    ),
    "letters for people": (
        "[[M]] was remanded.", "IDVA ([[TO]]): no contact. [[TO]] to update the chair.", "Told [[K]] to wait.", "(craig, the ex, not [[craig d]] her brother)",
        "She wants [[Sorcha O'D]] there.", "[[J]]'s mother rang.",
    ),
    "names with what belongs to them": ("her friend [[Manju di]] has a key", "ask [[yusuf bhai]] first", "(Kev, surname ?[[Shields]])"),
    "numbers of things": (
        "shoulder no [[7719]]", "family of 4, slip [[610]], no nappies", "Key safe code [[1948]].", "log [[1127 of 2 Nov]]", "it's [[e k one seven]] something",
        "his badge number [[four four one]] is framed", "text [[o7700 9oo 418]]",
    ),
    "houses by number": (
        "Address on PNC: [[119 Caxton Hse]].", "He gave his address as [[twelve bellwether close]] today", "thats [[21 lowther gro]] again",
        "[[Guildhall Chambers, 12 Moot Street]], Alderwick",
    ),
    "days in words": (
        "born on the [[fourteenth of the second eighty six]]", "convicted in [[march twenty seventeen]]", "seen on the [[ninth]].", "on the [[twenty first of october]] he rang",
    ),
    "cut at a line's end": ("[[Perei-\nra]] came", "with [[Tomasze-\nwski]] there"),
}  # fmt: skip

# One letter, one word in small letters, a part of a mark: of the record in ``hostile.py``.
IN_PASSING: dict[str, tuple[str, ...]] = {
    "one letter": (
        "[[M]] said he left", "told [[M]] to go", "[[R]]'s teacher rang", "with [[S]].", "[[S]] + [[R]] seen", "- [[S]] rang", "[[S]]: no answer",
        "Mr [[H]] left", "saw [[m]] today and told [[r]] to hide", "[[S]]/[[R]] seen", "Mrs [[V]] rang", "[[M.H.]]'s car", "Ms [[F-O]] rang",
    ),
    "a word in small letters": (
        "[[mark]]'s car outside", "[[mark]] has a knife", "he ([[mark]]) left", "text from [[mark]]", "she was with [[mark]] all day", "told [[rose]] to hide",
        "her ex is [[mark]]", "called [[mark]]",
    ),
    "part of a number": ("[[QX sixty two ZKT]] parked", "reg ending [[ZKT]]", "[[07700 900 one one four]]", "[[0 double 7 double 0 900114]]"),
}  # fmt: skip
