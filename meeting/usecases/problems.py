"""What a use case may raise and a screen tells in a sentence; anything else is a fault of the program."""

from data.store.problems import CannotOpen
from data.vault.problems import VaultProblem, WrongPassphrase
from meeting.usecases.places import NotPossible
from redaction.gate.gate import GateStopped

EXPECTED: tuple[type[Exception], ...] = (
    NotPossible,
    GateStopped,
    VaultProblem,
    CannotOpen,
    ValueError,
    LookupError,
    OSError,
)


def mistyped(problem: Exception) -> bool:
    """Whether a passphrase was, which is asked for again."""
    return isinstance(problem, WrongPassphrase)
