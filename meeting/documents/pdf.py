"""A paper as a tagged PDF (PDF/UA-1), set by typst; no text is read as markup."""

import json
from pathlib import Path

import typst

from meeting.documents.paper import Heading, Line, Paper

_TEMPLATE = Path(__file__).with_name("paper.typ")


def pdf(paper: Paper) -> bytes:
    """The document's bytes; it carries no date and no author."""
    return typst.compile(
        str(_TEMPLATE),
        format="pdf",
        sys_inputs={"paper": json.dumps(_data(paper))},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
    )


def _data(paper: Paper) -> dict[str, object]:
    blocks: list[dict[str, object]] = []
    for block in paper.blocks:
        if isinstance(block, Heading):
            blocks.append({"kind": "heading", "text": block.text, "level": block.level})
        elif isinstance(block, Line):
            blocks.append({"kind": "line", "text": block.text, "label": block.label, "small": block.small})
        else:
            blocks.append({"kind": "table", "head": block.head, "rows": block.rows, "widths": block.widths})
    return {"title": paper.title, "mark": paper.mark, "language": paper.language, "blocks": blocks}
