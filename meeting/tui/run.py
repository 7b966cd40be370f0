"""Start the app."""

import os
import sys
from gettext import gettext as _
from pathlib import Path

from meeting.tui.pack_given import PackGiven


def run_pack(pack: Path, key: Path, passphrase: str = "") -> int:
    """At the participant's: the app on a pack; the passphrase is asked for unless given."""
    return run("pack", PackGiven(str(pack), str(key), passphrase))


def run(start: str = "", pack: PackGiven | None = None) -> int:
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
    from meeting.tui.app import MeetingApp
    from meeting.tui.opened import ANEW
    from meeting.usecases.held import passed_on, received
    from meeting.usecases.readiness import let_lists_rest

    app = MeetingApp(start, pack, received())
    app.when_ready = let_lists_rest
    app.run()
    if app.return_code == ANEW:
        # What was read stays in a process's memory until it ends: locking replaces the process by a new one. Isolated
        # (-I), it imports nothing from the folder it is started in.
        again = ["open", pack.pack, "--key", pack.key] if pack else []
        environment = {**os.environ, **passed_on(app.held)}
        os.execve(sys.executable, [sys.executable, "-I", "-m", "meeting.cli", *again], environment)
    return app.return_code or 0
