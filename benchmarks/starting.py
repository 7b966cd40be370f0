"""First paint against an empty Textual app (at most 1.5), and ``meeting --help`` against an empty Python (at most 4)."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import best

_EMPTY = """
from textual.app import App
class Empty(App[None]):
    def on_ready(self): self.exit()
Empty().run(headless=True)
"""
_OURS = """
from meeting.tui.app import MeetingApp
class Timed(MeetingApp):
    def on_ready(self): self.exit()
Timed().run(headless=True)
"""

# Not getrusage: what it tells is inherited from the process that started this one.
_PEAK = """
for line in open("/proc/self/status"):
    if line.startswith("VmHWM"):
        print(line.split()[1])
"""


def measure() -> Iterator[str]:
    script = str(Path(sys.executable).with_name("meeting"))
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "MEETING_HOME": home}

        def run(*command: str) -> None:
            subprocess.run(command, check=True, capture_output=True, env=env)

        empty, ours = best(lambda: run(sys.executable, "-c", _EMPTY), lambda: run(sys.executable, "-c", _OURS), tries=9)
        yield f"first paint : empty Textual app   time {ours / empty:.2f}   ({empty:.2f} s, {ours:.2f} s; at most 1.5)"
        nothing, told = best(lambda: run(sys.executable, "-c", "pass"), lambda: run(script, "--help"), tries=15)
        yield f"meeting --help : python -c pass   time {told / nothing:.2f}   ({nothing * 1000:.0f} ms, {told * 1000:.0f} ms; at most 4)"
        for name, code in (("empty Textual app", _EMPTY), ("our first screen", _OURS)):
            done = subprocess.run([sys.executable, "-c", code + _PEAK], capture_output=True, text=True, env=env)
            yield f"memory of {name}: {int(done.stdout.split()[-1]) / 1024:.0f} MiB"
