"""Draw the pictures of the README from the practice area: ``python tools/picture.py docs/pictures``."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path


async def draw(folder: Path) -> None:
    from meeting.tui.app import MeetingApp

    app = MeetingApp("practice")
    async with app.run_test(size=(100, 28)) as pilot:
        for _turn in range(400):
            await pilot.pause(0.05)
            if type(app.screen).__name__ == "CasesScreen":
                break
        await pilot.press("2")
        await pilot.pause(0.5)
        (folder / "agenda.svg").write_text(app.export_screenshot(title="meeting"), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["MEETING_HOME"] = home
        asyncio.run(draw(Path(sys.argv[1])))
