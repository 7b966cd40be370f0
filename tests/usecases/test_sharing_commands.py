"""Sharing on the command line: who may see a case and why, agreements, the notice, a team's own profile."""

from pathlib import Path

import pytest

from meeting.cli import main


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("MEETING_HOME", str(home))

    def one(*words: str) -> tuple[int, str]:
        status = main(list(words))
        told = capsys.readouterr()
        return status, told.out + told.err

    return one


def test_the_commands_in_a_row(run, home: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    status, told = run("agreements")
    assert status == 0
    assert told.count("in force") == 12
    assert "review was due" in told
    reference = run("agenda")[1].split()[1]
    status, told = run("sharing", "show", reference.lower())
    assert status == 0
    assert "Police: " in told
    assert "Withheld unless decided otherwise: Immigration status" in told
    assert run("sharing", "notice", reference, "--out", str(tmp_path))[0] == 0
    assert {path.suffix for path in tmp_path.iterdir()} == {".docx", ".pdf"}
    status, told = run("sharing", "notice", reference, "--out", str(tmp_path), "--to", "perpetrator")
    assert (status, "safely be told" in told) == (1, True)
    assert run("sharing", "show", "7KQ2-M9XG")[0] == 1
    assert run("agreements", "end", "--agency", "police")[0] == 0
    status, told = run("sharing", "show", reference)
    assert "Its agreement ended on" in told
    assert run("agreements", "review", "--agency", "refuge", "--next", "2099-01-01")[0] == 0
    status, told = run("agreements", "add", "--agency", "all", "--signed", "2026-01-05", "--review", "2099-01-01")
    assert told == "Recorded: Police\n"
    assert run("agreements", "add", "--agency", "no", "--signed", "2026-01-05", "--review", "2099-01-01")[0] == 1
    for agency in ("police", "idva"):
        assert run("agreements", "end", "--agency", agency)[0] == 0
    status, told = run("agreements", "add", "--agency", "police,no", "--signed", "2026-01-05", "--review", "2099-01-01")
    assert (status, "Recorded" in told) == (1, False), "all of them or none"
    told = run("agreements", "add", "--agency", "police, idva", "--signed", "2026-01-05", "--review", "2099-01-01")[1]
    assert told.count("Recorded") == 2
    assert run("agreements")[1].count("in force") == 12
    assert run("profile", "copy", "uk")[0] == 0
    assert run("profile", "copy", "uk")[0] == 1, "a changed profile is never written over"
    assert run("profile", "check", "uk")[0] == 0
    own = home / "profiles" / "uk.toml"
    own.write_text(own.read_text(encoding="utf-8").replace("urgent_days = 0", "urgent_days = no"), encoding="utf-8")
    for command in (("profile", "check", "uk"), ("agreements",)):
        status, told = run(*command)
        assert status == 1
        assert "line" in told
