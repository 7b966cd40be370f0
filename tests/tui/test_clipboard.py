"""What is copied in a note can be pasted in another, and never reaches the machine's clipboard."""

import pytest
from textual.app import App

from meeting.tui.app import MeetingApp

MARKER = "Zzyxmarker"


class Driver:
    """Stands for the terminal."""

    def __init__(self) -> None:
        self.written = ""

    def write(self, data: str) -> None:
        self.written += data


@pytest.mark.parametrize(("app", "leaves"), [(MeetingApp, False), (App, True)])
def test_what_is_copied_stays_in_the_program(app: type[App[None]], leaves: bool) -> None:
    """The library's own would send it to the terminal: this test can tell."""
    made, driver = app(), Driver()
    made._driver = driver  # type: ignore[assignment]
    made.copy_to_clipboard(MARKER)
    assert made.clipboard == MARKER
    assert bool(driver.written) is leaves
