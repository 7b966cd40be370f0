"""How many of what, in words: one of a thing is never 'one things'."""

from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from meeting.usecases.keeping import DraftsKept


def cases(count: int) -> str:
    return ngettext("{count} case", "{count} cases", count).format(count=count)


def drafts(count: int) -> str:
    return ngettext("{count} draft", "{count} drafts", count).format(count=count)


def actions(count: int) -> str:
    return ngettext("{count} action", "{count} actions", count).format(count=count)


def rows(count: int) -> str:
    return ngettext("{count} row", "{count} rows", count).format(count=count)


def days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=count)


def entries(count: int) -> str:
    return ngettext("{count} entry", "{count} entries", count).format(count=count)


def people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=count)


def agencies(count: int) -> str:
    return ngettext("{count} agency", "{count} agencies", count).format(count=count)


def meetings(count: int) -> str:
    return ngettext("{count} meeting", "{count} meetings", count).format(count=count)


def letters(count: int) -> str:
    return ngettext("{count} letter", "{count} letters", count).format(count=count)


def minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def substitutions(count: int) -> str:
    return ngettext("{count} substitution", "{count} substitutions", count).format(count=count)


def ticks(count: int) -> str:
    return ngettext("{count} tick", "{count} ticks", count).format(count=count)


def drafts_kept(kept: "DraftsKept", keep_days: int) -> str:
    """What the dry run says of them."""
    said = _("Typed in forms and never recorded: {drafts}, each kept for {days}; {over} go now.").format(
        drafts=drafts(kept.count), days=days(keep_days), over=kept.over
    )
    return said + (" " + _("The next goes on {day:%d.%m.%Y}.").format(day=kept.first) if kept.first else "")
