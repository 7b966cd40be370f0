"""A paper as its parts: what Word, PDF and plain text are all made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1  # 1 or 2


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; ``label`` stands before it in bold, ``small`` sets it back."""

    text: str
    label: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """``widths`` are parts of the page's width, one for each column."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


Block = Heading | Line | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """``name`` is the file's name without its ending; ``mark`` stands on every page.

    ``constant`` are the words of the form itself, which the gate need not suspect.
    """

    name: str
    title: str
    mark: str
    language: str
    blocks: tuple[Block, ...]
    constant: frozenset[str] = field(default=frozenset(), repr=False)

    def texts(self) -> Mapping[str, str]:
        """Every text of the paper by where it stands, for the gate."""
        found = {"title": self.title, "mark": self.mark, "file name": self.name.replace("-", " ")}
        for number, block in enumerate(self.blocks, 1):
            if isinstance(block, Table):
                for row_number, row in enumerate((block.head, *block.rows)):
                    for column, cell in enumerate(row):
                        found[f"part {number}, row {row_number}, column {column + 1}"] = cell
            elif isinstance(block, Line):
                found[f"part {number}"] = f"{block.label}\n{block.text}" if block.label else block.text
            else:
                found[f"part {number}"] = block.text
        return found
