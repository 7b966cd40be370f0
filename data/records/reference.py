"""Reference codes: the only handle of a case in every output (R4).

A code is seven random characters and one check character, written ``7KQ2-M9XF``. Nothing about the person,
the date or the order of referrals can be read from it. The check character (ISO 7064, mod 37,36) notices
every single wrong character and nearly every swap of two.
"""

import secrets
from collections.abc import Callable
from gettext import gettext as _

LENGTH = 7
# No I, L, O, U: they are read as 1, 1, 0, V. The check character may be any of _VALUES.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", " ": None, "-": None, "–": None})


class WrongReference(ValueError):
    """The code is not one of ours; the sentence says what is wrong and what would be accepted."""


def new_reference(choose: Callable[[str], str] = secrets.choice) -> str:
    """A fresh code; ``choose`` picks one character (a seeded one for practice data)."""
    while True:
        body = "".join(choose(ALPHABET) for _letter in range(LENGTH))
        check = _check_character(body)
        # A code that is all digits looks like a number, one without digits may spell a word.
        if check in ALPHABET and any(c.isdigit() for c in body) and not body.isdigit():
            return f"{body[:4]}-{body[4:]}{check}"


def parse_reference(typed: str) -> str:
    """The code as it is kept, from what a person typed (any case, spaces, O for 0).

    Raises WrongReference with a sentence when a character is wrong or missing.
    """
    plain = typed.strip().upper().translate(_READ_AS)
    if len(plain) != LENGTH + 1 or any(c not in ALPHABET for c in plain):
        raise WrongReference(_("A reference code has eight letters and digits, like 7KQ2-M9XF."))
    if _check_character(plain[:LENGTH]) != plain[LENGTH]:
        raise WrongReference(_("This reference code has a typing error: its last character does not fit the others."))
    return f"{plain[:4]}-{plain[4:]}"


def _check_character(body: str) -> str:
    """ISO 7064 hybrid system, modulus 36."""
    product = 36
    for character in body:
        total = (product + _VALUES.index(character)) % 36 or 36
        product = total * 2 % 37
    return _VALUES[(37 - product) % 36]
