"""What the engine loads at its first text, loaded before somebody waits for it."""

import gc

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.languages.choose import LANGUAGES
from redaction.recorded.known import Known

_MADE_UP = "On 3 May Ann Brathwell, 34, went to 12 Elm Road; call 07700 900114."


def make_ready() -> None:
    """Each language's lists and model: half a second that the first case would take."""
    nobody = Known.of([])
    for language in LANGUAGES:
        disguise(RawText(_MADE_UP), nobody, language=language)


def let_lists_rest() -> None:
    """What is loaded stays: not to be looked through for rubbish again and again, a third of a second each time.

    For a process that shows one app until it ends; what is rubbish at this moment is never cleared.
    """
    gc.collect(1)
    gc.freeze()
