#!/usr/bin/env python3
"""Set up and run the program: ``python3 run.py demo``, ``test`` or ``meeting …``.

Needs Python 3.11 or later and nothing else. The first call makes ``.venv``, installs the locked
dependencies with their hashes checked, and goes on; later calls start at once.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent
VENV = HOME / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
LOCK = HOME / "constraints.txt"
STAMP = VENV / "installed"
TESTS = [str(BIN / f"python{SUFFIX}"), "-P", "-m", "pytest"]
SIDE_BY_SIDE = ["-n", "logical"]  # one test after another where a part of them is asked for
USAGE = "usage: python3 run.py demo | test | meeting …    ('meeting --help' lists what it can do)"


def main(arguments: list[str]) -> int:
    """Install what is missing, then run the command; returns its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - run by whatever Python is there
        return _fail(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    if not arguments or arguments[0] not in ("demo", "test", "meeting", "check"):
        print(USAGE)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    problem = _install()
    if problem:
        return _fail(problem)
    command, rest = arguments[0], arguments[1:]
    if command == "meeting":
        return _go([str(BIN / f"meeting{SUFFIX}"), *rest])
    if command == "demo":
        return _go([str(BIN / f"meeting{SUFFIX}"), "demo", *rest])
    if command == "check":
        return _check()
    return _go([*TESTS, *(rest or SIDE_BY_SIDE)], HOME)


def _install() -> str:
    """Make the environment hold what the lock says; a sentence when it cannot be done."""
    wanted = _fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return ""
    print("Setting up (once): making .venv and installing the locked dependencies …", flush=True)
    python = str(BIN / f"python{SUFFIX}")
    if not Path(python).exists():
        made = subprocess.run([sys.executable, "-I", "-m", "venv", str(VENV)], capture_output=True, text=True)
        if made.returncode:
            return (
                "Python's venv module is missing or broken. On Debian and Ubuntu: "
                f"apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv (or python3-venv), "
                "then delete .venv and run this again."
            )
    pip = [python, "-I", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    # Two steps: pip refuses hashes together with an editable install.
    steps = (
        [*pip, "--require-hashes", "-r", str(LOCK)],
        [*pip, "--no-deps", "--no-build-isolation", "-e", str(HOME)],
    )
    for step in steps:
        if subprocess.run(step, cwd=HOME).returncode:
            return "Installing failed; the lines above say why. Nothing else was changed; run it again."
    STAMP.write_text(wanted, encoding="utf-8")
    return ""


def _fingerprint() -> str:
    parts = [LOCK.read_bytes(), (HOME / "pyproject.toml").read_bytes(), str(HOME).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _check() -> int:
    """Style, types, the fences between the packages, then the tests."""
    steps = (
        [str(BIN / f"ruff{SUFFIX}"), "check", "."],
        [str(BIN / f"ruff{SUFFIX}"), "format", "--check", "."],
        [str(BIN / f"mypy{SUFFIX}")],
        [str(BIN / f"lint-imports{SUFFIX}")],
        [*TESTS, *SIDE_BY_SIDE],
    )
    return max(subprocess.run(step, cwd=HOME).returncode for step in steps)


def _go(command: list[str], folder: Path | None = None) -> int:
    if os.name == "nt":
        return subprocess.run(command, cwd=folder).returncode
    if folder:
        os.chdir(folder)
    os.execv(command[0], command)
    return 0


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
