"""How wide the footer of each screen is, from its keys alone: also of screens that the story does not come to."""

from collections.abc import Iterator
from gettext import gettext as _
from importlib import import_module
from pkgutil import iter_modules

from textual.binding import Binding
from textual.screen import Screen

import meeting.tui

_SHOWN = {"enter": "⏎", "escape": "esc", "question_mark": "?", "slash": "/"}


def _screens() -> Iterator[type[Screen[object]]]:
    for module in iter_modules(meeting.tui.__path__):
        for thing in vars(import_module(f"meeting.tui.{module.name}")).values():
            if (
                isinstance(thing, type)
                and issubclass(thing, Screen)
                and thing.__module__ == f"meeting.tui.{module.name}"
            ):
                yield thing


def _keys(screen: type[Screen[object]]) -> dict[str, str]:
    """What the footer says of each action; of classes above, what the screen does not say itself. A key that stands
    there only where nothing is listed stands in place of others: ``empty.py`` looks at it."""
    said: dict[str, str] = {"help": f"? {_('Help')} "}
    ours = [one for one in screen.__mro__ if one.__module__.startswith("meeting.tui")]
    for binding in (one for base in ours for one in vars(base).get("BINDINGS", ())):
        assert isinstance(binding, Binding)
        if binding.action.startswith("start("):
            continue
        key = binding.key.split(",")[0].replace("ctrl+", "^")
        words = f"{binding.key_display or _SHOWN.get(key, key)} {binding.description} "
        said.setdefault(binding.action, words if binding.show else "")
    return said


def tell() -> None:
    wide = {screen.__name__: sum(map(len, _keys(screen).values())) for screen in _screens()}
    assert len(wide) > 20, "no screen was looked at"
    assert not (out := {name: width for name, width in wide.items() if width > 80}), out
