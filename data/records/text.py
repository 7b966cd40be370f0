"""Text has a type: what nobody has disguised yet, what has been, and what the gate let out.

The three never print themselves, so that a traceback or a log line shows no text.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Text:
    text: str

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.text)} characters)"

    def __str__(self) -> str:
        return repr(self)

    def __bool__(self) -> bool:
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True, repr=False)
class RawText(_Text):
    """As somebody wrote it; may name anyone. Sealed under a case's key I."""


@dataclass(frozen=True, slots=True, repr=False)
class DisguisedText(_Text):
    """What ``redaction`` made of a raw text; sealed under a case's key C."""


@dataclass(frozen=True, slots=True, repr=False)
class ReleasedText(_Text):
    """What the gate has read and let through; only the gate makes one."""
