"""The line under minutes that ties them to the log: a checkpoint that leaves the machine on paper."""

from dataclasses import replace
from gettext import gettext as _

from data.log.checkpoint import Checkpoint
from meeting.documents.paper import Heading, Line, Paper


def under_log(paper: Paper, told: Checkpoint) -> Paper:
    """The paper with the log's size, short form, root and time at its foot."""
    heading = _("Log")
    first = _("{size} entries · {short} · {at} UTC").format(
        size=told.size, short=told.short, at=f"{told.at:%d.%m.%Y %H:%M}"
    )
    root = told.root.hex()
    said = _("Keep this paper: these figures show later whether the log was changed (meeting log verify --printed).")
    lines = (Heading(heading), Line(first, small=True), Line(root, small=True), Line(said, small=True))
    # Figures and our own sentence alone: nothing here can let a name through the gate.
    own = frozenset({heading, first, root, said})
    return replace(paper, blocks=(*paper.blocks, *lines), constant=paper.constant | own)
