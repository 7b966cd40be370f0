"""Every word of screens and papers for translators, gathered by ``make words``: what stands in ``_()``, and what is
shown through ``_(value)``, values of codes and the engine's reasons for hiding a word. ``babel.cfg`` names these."""

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from babel.messages.extract import extract_python

Message = tuple[int, str | None, Any, list[str]]
# A reason is a few plain words; nothing else in the engine's code reads so, but lists that are split.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z' ,-]* [A-Za-z' ,-]*[a-z]")

# What argparse itself says to somebody who asks for help or mistypes; it asks the same catalogue.
_ARGPARSE = (
    "usage: ", "options", "positional arguments", "show this help message and exit",
    "%(prog)s: error: %(message)s\n", "argument %(argument_name)s: %(message)s", "unrecognized arguments: %s",
    "the following arguments are required: %s", "one of the arguments %s is required", "not allowed with argument %s",
    "expected one argument", "expected at most one argument", "expected at least one argument",
    "ambiguous option: %(option)s could match %(matches)s", "ignored explicit argument %r",
    "invalid choice: %(value)r (choose from %(choices)s)", "invalid %(type)s value: %(value)r",
    "unknown parser %(parser_name)r (choices: %(choices)s)",
)  # fmt: skip


def command_line(file: BytesIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    yield from words(file, keywords, comment_tags, options)
    yield from ((0, None, said, []) for said in _ARGPARSE)


def words(file: BytesIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    source = file.read()
    yield from extract_python(BytesIO(source), keywords, comment_tags, options)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):  # Babel reads no word inside an f-string
            calls = (one for one in ast.walk(node) if isinstance(one, ast.Call) and ast.unparse(one.func) == "_")
            yield from (_message(one.args[0]) for one in calls if _said(one.args[0]))
        if isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in node.bases):
            values = [line.value for line in node.body if isinstance(line, ast.Assign)]
            yield from (_message(value) for value in values if _said(value))


def log_codes(file: BytesIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """The table of what the log keeps: words of their own, since 'action' alone reads otherwise there."""
    source = file.read()
    yield from words(BytesIO(source), keywords, comment_tags, options)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_CODES":
            codes = ast.literal_eval(node.value)
            yield from ((node.lineno, "pgettext", ("log", code), []) for code in codes)


def reasons(file: BytesIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    source = file.read()
    yield from words(BytesIO(source), keywords, comment_tags, options)
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    split = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}
    no_reason = split | {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if _said(node) and id(node) not in no_reason and _PLAIN.fullmatch(node.value):
            yield _message(node)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Shape":
            yield _message(node.args[1], before="looks like ")


def _said(node: Any) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)


def _message(node: Any, before: str = "") -> Message:
    return node.lineno, None, before + node.value, []
