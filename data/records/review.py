"""What a keeper decided about the words of one case."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Remembered for the case and sealed with it, since each of its words may be a name.

    ``keep`` stands although it was doubted, ``hide`` goes although nothing found it. ``harmless`` was decided here for
    the whole area. ``alone`` are the facts together that a keeper saw to fit too few cases, and left so. ``wider`` are
    facts told in general, each with how ('' leaves it out). ``letters`` are those that names nobody recorded have got,
    so that a placeholder means the same person next month.
    """

    keep: tuple[str, ...] = field(default=(), repr=False)
    hide: tuple[str, ...] = field(default=(), repr=False)
    harmless: tuple[str, ...] = field(default=(), repr=False)
    alone: str = ""
    wider: dict[str, str] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict, repr=False)
