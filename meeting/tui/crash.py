"""What the app says when something breaks: the kind of error and where in the program, never what it was about."""

from contextlib import suppress
from gettext import gettext as _
from typing import Any

from textual.app import App


class Crash(App[None]):
    """Replaces the library's own report: it shows the values of variables, and they may name people."""

    @property
    def holds_keys(self) -> bool:
        raise NotImplementedError

    @property
    def all_kept(self) -> bool:
        """Whether all that is typed is kept, as far as one can tell while things break."""
        raise NotImplementedError

    def flush(self) -> None:
        raise NotImplementedError

    def panic(self, *_renderables: Any) -> None:
        super().panic(self._farewell())

    def _fatal_error(self) -> None:
        self.panic()

    def _handle_exception(self, error: Exception) -> None:
        import traceback

        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            with suppress(Exception):  # whatever is broken: what can be kept is kept
                self.flush()
        last = traceback.extract_tb(error.__traceback__)[-1:]
        where = f"{last[0].filename.rsplit('/', 1)[-1]}:{last[0].lineno}" if last else "?"
        super().panic(self._farewell() + f"\n({type(error).__name__}, {where})")

    def _farewell(self) -> str:
        closed = _("Something went wrong and the app closed.")
        if not self.holds_keys:
            return closed
        with suppress(Exception):  # in doubt, nothing is claimed
            if self.all_kept:
                return closed + " " + _("What was typed until a second ago is saved.")
        return closed + " " + _("What was typed last may not be saved: look when the area or the pack is open again.")
