"""Short forms of given names, both ways, from a file of lines ``full: short short``."""

from importlib.resources import files


def nicknames(name: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, set[str]] = {}
    for line in (files("redaction.languages.data") / name).read_text(encoding="utf-8").splitlines():
        full, _, short = line.partition(":")
        if line.startswith("#"):
            continue
        for one in short.split():
            table.setdefault(full, set()).add(one)
            table.setdefault(one, set()).add(full)
    return {one: tuple(sorted(others)) for one, others in table.items()}
