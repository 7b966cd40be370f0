"""Start the app."""

import os
import sys
from gettext import gettext as _


def run(start: str = "") -> int:
    """Show the app until it is left; ``start="practice"`` opens the practice area at once."""
    if os.environ.get("TEXTUAL_LOG") or "devtools" in os.environ.get("TEXTUAL", ""):
        print(
            _("TEXTUAL_LOG and TEXTUAL=devtools write screens, with names, to a file: unset them first."),
            file=sys.stderr,
        )
        return 2
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(_("The app needs a terminal; 'meeting --help' lists what works without one."), file=sys.stderr)
        return 2
    from meeting.tui.app import LOCKED, MeetingApp

    app = MeetingApp(start)
    app.run()
    if app.return_code == LOCKED:
        # What was read stays in a process's memory until it ends: locking replaces the process by a new one.
        os.execv(sys.executable, [sys.executable, "-m", "meeting.cli"])
    return app.return_code or 0
