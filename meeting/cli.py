"""The command line. Nothing heavy is imported before a command is known."""

import argparse
import sys
from datetime import date
from gettext import gettext as _
from pathlib import Path

from meeting.agenda_commands import add_agenda
from meeting.backup_commands import add_backup
from meeting.check_commands import add_check
from meeting.import_commands import add_import
from meeting.keeping_commands import add_keeping
from meeting.language import LANGUAGES, choose, speak, spoken
from meeting.log_commands import add_log
from meeting.options import day, needs_area
from meeting.pack_commands import add_packs
from meeting.people_commands import add_people
from meeting.recovery_commands import add_recovery
from meeting.sharing_commands import add_sharing
from meeting.transfer_commands import add_transfer

_PR_SET_DUMPABLE = 4


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 not possible, 2 wrongly asked."""
    speak()
    options = _parser().parse_args(argv)
    _secure()
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except EOFError:
        told = _("This asks for something, and there is no terminal: give the passphrase with --passphrase-fd, "
                 "all else as options ('--help' lists them).")  # fmt: skip
        print(told, file=sys.stderr)
        return 2
    except Exception as problem:
        # A traceback could quote a record; the kind of problem is all that is safe to print.
        sentence = str(problem) if _is_ours(problem) else type(problem).__name__
        print(_("Stopped, and nothing left this machine: {why}").format(why=sentence), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="meeting",
        description=_(
            "Agendas, disguised summaries, actions and redacted minutes. Without a command it opens the app."
        ),
    )
    parser.set_defaults(run=_app)
    commands = parser.add_subparsers(metavar="command")

    demo = commands.add_parser("demo", help=_("the main job on made-up cases"))
    demo.add_argument("--plain", action="store_true", help=_("from start to end, without a terminal"))
    demo.add_argument("--out", type=Path, default=Path("practice-papers"), help=_("folder for the papers"))
    demo.add_argument("--seed", type=int, default=1, help=_("which made-up cases"))
    demo.add_argument("--today", type=day, default=None, help=_("the day it is, as 24.11.2026"))
    demo.set_defaults(run=_demo)

    add_import(commands, needs_area)

    disguise = commands.add_parser("disguise", help=_("replace identifying details in text"))
    disguise.add_argument("--jsonl", action="store_true", help=_("read and write lines of JSON"))
    disguise.add_argument("--lang", choices=("en", "sq"), default="en", help=_("language of plain text"))
    disguise.add_argument("file", nargs="?", type=Path, help=_("a file instead of standard input"))
    disguise.set_defaults(run=_disguise)

    add_agenda(commands, needs_area)

    actions = commands.add_parser("actions", help=_("open and overdue actions"))
    needs_area(actions)
    actions.set_defaults(run=_actions)

    speaks = commands.add_parser("language", help=_("which language screens and papers speak"))
    speaks.add_argument("code", nargs="?", choices=tuple(LANGUAGES), help=_("speak this one from now on"))
    speaks.set_defaults(run=_language)

    add_log(commands, needs_area)
    add_backup(commands, needs_area)
    add_check(commands, needs_area)
    add_keeping(commands, needs_area)
    add_people(commands, needs_area)
    add_recovery(commands, needs_area)
    add_packs(commands, needs_area)
    add_transfer(commands, needs_area)
    add_sharing(commands, needs_area, day)
    return parser


def _app(_options: argparse.Namespace) -> int:
    from meeting.tui.run import run

    return run()


def _demo(options: argparse.Namespace) -> int:
    if options.plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from meeting.demo import plain

        return plain(options.out, options.seed, options.today or date.today())
    from meeting.tui.run import run

    return run(start="practice")


def _disguise(options: argparse.Namespace) -> int:
    from meeting.commands import disguise_lines, disguise_text

    if options.jsonl:
        return disguise_lines(options.file)
    return disguise_text(options.file, options.lang)


def _language(options: argparse.Namespace) -> int:
    if options.code:
        choose(options.code)
    for code, name in LANGUAGES.items():
        print(f"{'*' if code == spoken() else ' '} {code}  {name}")
    return 0


def _actions(options: argparse.Namespace) -> int:
    from meeting.commands import show_actions

    return show_actions(options.area, options.passphrase_fd, options.user)


def _secure() -> None:
    """Before anything is opened: files for this user alone, no core dumps (SECURITY.md)."""
    import os

    os.umask(0o077)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass
    if sys.platform == "linux":
        import ctypes

        # Nobody else's process, and no crash handler, may read this one's memory.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _is_ours(problem: Exception) -> bool:
    module = type(problem).__module__.partition(".")[0]
    return module in {"meeting", "data", "agenda", "minutes", "redaction"}


if __name__ == "__main__":
    sys.exit(main())
