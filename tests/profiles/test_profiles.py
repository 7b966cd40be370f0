"""Profiles: both are whole, a team's own stands in their place, and a wrong line is named with its number."""

from pathlib import Path

import pytest

from data.profiles.load import NEEDED_CATEGORIES, WrongProfile, codes, load, parse, text_of


@pytest.mark.parametrize("code", codes())
def test_each_profile_says_what_the_permission_needs(code: str) -> None:
    profile = load(code)
    assert {c.code for c in profile.categories} >= set(NEEDED_CATEGORIES)
    assert {f.code for f in profile.withheld} >= {"immigration status", "refuge address", "fear of losing children",
                                                  "small community"}  # fmt: skip
    assert all(fact.words for fact in profile.withheld)
    assert all(ground.basis for ground in profile.grounds), "each ground names its law"
    assert {s for c in profile.categories for s in c.sectors} <= set(profile.sectors)
    assert set(profile.sharing.adults_only_leave_out) <= set(profile.sectors)
    assert set(profile.sharing.quiet_sectors) <= set(profile.sectors)
    assert next(c for c in profile.categories if c.code == "children").child


def test_a_team_changes_its_profile(tmp_path: Path) -> None:
    (tmp_path / "uk.toml").write_text(text_of("uk").replace("urgent_days = 0", "urgent_days = 3"), encoding="utf-8")
    assert load("uk", tmp_path).sharing.urgent_days == 3
    assert load("uk").sharing.urgent_days == 0
    assert load("albania", tmp_path).language == "sq"
    (tmp_path / "albania.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WrongProfile, match="UTF-8"):
        load("albania", tmp_path)


@pytest.mark.parametrize(
    ("line", "wrong", "said"),
    [
        ("urgent_days = 0", "urgent_days = -1", "sharing: urgent_days is a whole number"),
        ("urgent_days = 0", 'urgent_days = "soon"', "sharing: urgent_days is a whole number"),
        ("referral_consent = true", "referral_consent = 1", "sharing: referral_consent is true or false"),
        ("urgent_days = 0", "urgent_dayz = 0", "sharing has lines nobody knows: urgent_dayz"),
        ('child_consent_from = ["parent", "guardian"]', 'child_consent_from = ["aunt"]', "person, parent, guardian"),
        ('order = ["children", "risk", "waiting"]', 'order = ["luck"]', "not 'luck'"),
        ('cases = ["children"]', 'cases = ["cats"]', "not 'cats'"),
        ('category = "children"', 'category = "gossip"', "its category is one of"),
        ('code = "crime"', 'code = "Crime!"', "letters a to z"),
        ('code = "crime"', 'code = "serious harm"', "'serious harm' twice"),
        ('code = "risk"', 'code = "odds"', "lacks what the program writes: risk"),
        ('repeat_definition = "any abuse"', 'repeat_definition = "any"', "any abuse, criminal incident"),
    ],
)
def test_a_wrong_line_is_named_with_its_number(line: str, wrong: str, said: str, tmp_path: Path) -> None:
    text = text_of("uk")
    assert line in text
    (tmp_path / "uk.toml").write_text(text.replace(line, wrong, 1), encoding="utf-8")
    with pytest.raises(WrongProfile, match="line") as stopped:
        load("uk", tmp_path)
    assert said in str(stopped.value)


def test_what_is_missing_and_what_is_no_toml(tmp_path: Path) -> None:
    text = text_of("uk")
    (tmp_path / "uk.toml").write_text(text.replace("consent_months = 12\n", ""), encoding="utf-8")
    with pytest.raises(WrongProfile, match=r"line \d+: sharing lacks: consent_months"):
        load("uk", tmp_path)
    (tmp_path / "uk.toml").write_text(text + "\nhalf a line", encoding="utf-8")
    with pytest.raises(WrongProfile, match="line"):
        load("uk", tmp_path)
    with pytest.raises(WrongProfile, match="lacks"):
        parse("x", {"name": "X"})
    with pytest.raises(WrongProfile, match="no profile"):
        load("mars")
