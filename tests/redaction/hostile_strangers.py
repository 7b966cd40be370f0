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
