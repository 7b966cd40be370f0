"""Draw the picture of the README from the practice area: ``python tools/picture.py docs/pictures``.

Writes an SVG in which no address stands: the terminal's letters are drawn in whatever fixed-width font the reader has.
With Chromium at hand it is painted as a PNG, and only that is left.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

_NAMESPACE = "http://www.w3.org/2000/svg"  # names what the file is; nothing is fetched from it


def without_addresses(svg: str) -> str:
    """The drawing without its fonts from outside. Raises ValueError when an address is left."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: ?[^;]*;", "font-family: monospace;", svg)
    if re.search(r"https?:|//\w", svg.replace(_NAMESPACE, "")):
        raise ValueError("An address is left in the picture.")
    return svg


async def draw(folder: Path) -> Path:
    from meeting.tui.app import MeetingApp
    from meeting.usecases.areas import open_practice

    open_practice(date(2026, 11, 24)).close()
    app = MeetingApp("practice")
    async with app.run_test(size=(100, 28)) as pilot:
        for key, screen in (("2", "AgendaScreen"), ("down", "AgendaScreen")):
            while type(app.screen).__name__ not in ("CasesScreen", screen):
                await pilot.pause(0.05)
            await pilot.press(key)
            await pilot.pause(1)
        picture = folder / "agenda.svg"
        picture.write_text(without_addresses(app.export_screenshot(title="meeting")), encoding="utf-8")
        return picture


def paint(svg: Path) -> None:
    """A PNG of the drawing, where Chromium is there to make it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg.read_text(encoding="utf-8"))
    if chromium and size:
        window = ",".join(str(int(float(part)) + 1) for part in size.groups())
        png = svg.with_suffix(".png").resolve()
        quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={window}"]
        done = subprocess.run(
            [chromium, *quiet, f"--screenshot={png}", svg.resolve().as_uri()], capture_output=True, timeout=120
        )
        if done.returncode == 0 and png.exists():
            svg.unlink()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["MEETING_HOME"] = home
        paint(asyncio.run(draw(Path(sys.argv[1]))))
