"""Forty made-up sentences a fact and language that tell it in all sorts of words: how many are left out.

They were written before the classes of words were; of each file the even lines were not read while these were made.
What is caught is a floor under which it must not fall, not a promise: the rest would be read by others.
"""

from pathlib import Path

import pytest

from data.permission.together import NEAR
from data.permission.withheld import find
from data.profiles.load import load

HERE = Path(__file__).parent / "sentences"
PROFILE = {"en": load("uk"), "sq": load("albania")}
# Caught of the 20 that were read while the words were listed, and of the 20 that were not.
CAUGHT = {
    "en.fear_of_losing_children": (18, 10),
    "en.immigration_status": (18, 15),
    "en.refuge_address": (18, 16),
    "en.small_community": (17, 18),
    "sq.fear_of_losing_children": (18, 10),
    "sq.immigration_status": (18, 17),
    "sq.refuge_address": (14, 17),
    "sq.small_community": (19, 19),
}


def lines(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def left_out(name: str, sentences: list[str]) -> list[str]:
    return [one for one in sentences if find(one, PROFILE[name[:2]].withheld)]


@pytest.mark.parametrize("name", CAUGHT)
def test_most_sentences_that_tell_are_left_out(name: str) -> None:
    read, unread = lines(name)[::2], lines(name)[1::2]
    assert len(read) == len(unread) == 20
    caught = len(left_out(name, read)), len(left_out(name, unread))
    assert all(now >= floor for now, floor in zip(caught, CAUGHT[name], strict=True)), caught


@pytest.mark.parametrize("name", ["en.plain", "sq.plain"])
def test_plain_sentences_stay(name: str) -> None:
    assert left_out(name, lines(name)) == []


def test_classes_count_in_either_profile_and_only_near_each_other() -> None:
    said = "She is scared that the court gives him the kids."
    for profile in PROFILE.values():
        assert [(tells.fact, tells.sure) for tells in find(said, profile.withheld)] == [
            ("fear of losing children", False)
        ]
    between = "and then " * NEAR
    assert find(f"She is scared {between} the court {between} the kids.", PROFILE["en"].withheld) == ()


def test_a_team_can_do_without_the_packaged_words_and_give_its_own() -> None:
    import tomllib

    from data.profiles.load import parse, text_of

    given = tomllib.loads(text_of("uk"))
    given["withheld"][2] |= {"common": False, "together": ["mill|mills + owner*"]}
    own = parse("uk", given).withheld
    assert find("She is scared that the court gives him the kids.", own) == ()
    assert [tells.fact for tells in find("The mill has a new owner.", own)] == ["fear of losing children"]
