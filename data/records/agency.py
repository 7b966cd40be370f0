"""Agencies registered in the area: they keep their names on papers, also where a town is part of one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """``code`` is short and stable (``police``); ``sector`` one of the profile's kinds of agency.

    ``also_written`` are the spellings under which spreadsheets name it. ``core``: it sits at every meeting, and can be
    recorded as helping in all its cases at once.
    """

    code: str
    name: str
    sector: str = ""
    also_written: tuple[str, ...] = ()
    children_only: bool = False
    core: bool = False

    def __str__(self) -> str:
        return self.name
