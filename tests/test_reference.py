"""Reference codes notice typing errors and say nothing."""

import pytest

from data.records.reference import ALPHABET, WrongReference, new_reference, parse_reference


def test_read_back_as_people_type_it() -> None:
    code = new_reference()
    assert parse_reference(f" {code.lower().replace('-', ' ')} ") == code


def test_every_single_wrong_character_is_noticed() -> None:
    code = new_reference().replace("-", "")
    for place in range(len(code)):
        for other in ALPHABET:
            if other != code[place]:
                with pytest.raises(WrongReference):
                    parse_reference(code[:place] + other + code[place + 1 :])


@pytest.mark.parametrize("typed", ["", "7KQ2", "not_a_code!", "7KQ2-M9X*"])
def test_what_is_no_code_gets_a_sentence(typed: str) -> None:
    with pytest.raises(WrongReference, match="eight letters and digits"):
        parse_reference(typed)
