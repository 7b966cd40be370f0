"""A list in which a letter goes to the next line that begins with it."""

from rich.text import Text
from textual.events import Key
from textual.widgets import OptionList


class Lettered(OptionList):
    """Agencies are many, and a room waits."""

    def words(self, at: int) -> str:
        """What a line says."""
        prompt = self.get_option_at_index(at).prompt
        return prompt.plain if isinstance(prompt, Text) else str(prompt)

    def on_key(self, event: Key) -> None:
        letter, count = (event.character or "").casefold(), self.option_count
        if not (letter.isalpha() and count):
            return
        here = -1 if self.highlighted is None else self.highlighted
        for at in ((here + step) % count for step in range(1, count + 1)):
            if self.words(at).casefold().startswith(letter):
                self.highlighted = at
                event.stop()
                return
