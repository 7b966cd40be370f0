"""A paper as plain text: for the screen, and for practice."""

import textwrap

from meeting.documents.paper import Heading, Line, Paper

_WIDTH = 78


def plain(paper: Paper, width: int = _WIDTH) -> str:
    lines = [paper.mark.upper(), "", paper.title, "=" * len(paper.title), ""]
    for block in paper.blocks:
        if isinstance(block, Heading):
            lines += ["", block.text, ("-" if block.level == 1 else "·") * len(block.text)]
        elif isinstance(block, Line):
            lines += _wrapped(f"{block.label}: {block.text}" if block.label else block.text, width)
        else:
            for row in block.rows:
                pairs = [f"{head}: {cell}" for head, cell in zip(block.head, row, strict=True) if cell]
                lines += _wrapped(" | ".join(pairs), width, "- ")
    return "\n".join(lines) + "\n"


def _wrapped(text: str, width: int, first: str = "") -> list[str]:
    found: list[str] = []
    for part in text.split("\n"):
        found += textwrap.wrap(part, width, initial_indent=first, subsequent_indent=" " * len(first)) or [""]
    return found
