"""The whole log as a file that can be read and checked without the area: a line of JSON for each entry.

The first line names the area and brings the public keys. Entries are codes, ids and hashes; references of cases
are among them, so the file is for those who may know which cases there are.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from gettext import gettext as _

from data.log.checkpoint import Checkpoint, Keys
from data.log.merkle import Frontier, leaf_hash
from data.log.verify import Row, Verdict, verify

_VERSION = 1


class NotAnExport(ValueError):
    """The file is no log that was written out here."""


def write_export(area: str, rows: Iterable[Row], keys: Keys) -> Iterator[str]:
    """The lines of the file. The first version's checkpoints stay here: only the area itself can check them."""
    public = {key_id: base64.b64encode(key).decode() for key_id, key in keys.items()}
    yield json.dumps({"log": area, "version": _VERSION, "keys": public})
    for _position, entry, _frontier, checkpoint in rows:
        line = {"entry": entry.decode()}
        if checkpoint.startswith(b"meeting-log/"):
            line["checkpoint"] = checkpoint.decode()
        yield json.dumps(line, ensure_ascii=False)


def check_export(lines: Iterable[str], held: Iterable[Checkpoint] = ()) -> Verdict:
    """Read a whole exported log. Raises NotAnExport when it is none."""
    read = iter(lines)
    try:
        head = json.loads(next(read))
        keys = {str(key_id): base64.b64decode(key) for key_id, key in head["keys"].items()}
        if head["version"] != _VERSION:
            raise ValueError
        return verify(str(head["log"]), _rows(read), keys, held=tuple(held))
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration):
        raise NotAnExport(_("This file is no exported log, or it was cut or changed.")) from None


def _rows(lines: Iterator[str]) -> Iterator[Row]:
    frontier = Frontier()
    for position, line in enumerate(lines):
        said = json.loads(line)
        entry, checkpoint = said["entry"].encode(), said.get("checkpoint", "").encode()
        frontier = frontier.append(leaf_hash(entry))
        yield position, entry, frontier.to_text() if checkpoint else "", checkpoint
