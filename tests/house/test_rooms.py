"""The rooms stay what the design says: empty package files, and pure rooms that load nothing heavy."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("agenda", "data", "meeting", "minutes", "redaction")


def test_package_files_are_empty() -> None:
    found = [path for room in ROOMS for path in (ROOT / room).rglob("__init__.py")]
    assert len(found) > 10
    assert [str(p.relative_to(ROOT)) for p in found if p.read_text(encoding="utf-8").strip()] == []


@pytest.mark.parametrize(
    "module",
    ["data.records.case_details", "agenda.agenda", "minutes.compose", "redaction.disguise", "data.permission.decide"],
)
def test_a_pure_room_loads_nothing_heavy(module: str) -> None:
    heavy = "{'sqlalchemy', 'sqlmodel', 'textual', 'cryptography', 'docx', 'typst', 'pydantic'}"
    code = f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "[]", done.stderr


def test_the_first_screen_loads_nothing_heavy() -> None:
    heavy = (
        "{'sqlalchemy', 'sqlmodel', 'cryptography', 'docx', 'typst', 'pydantic', 'redaction', 'sqlcipher3', 'alembic'}"
    )
    code = f"import sys, meeting.tui.app; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "[]", done.stderr
