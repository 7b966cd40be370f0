"""The log: verified, shown, taken out, countersigned, proved (R30)."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from data.log.checkpoint import Checkpoint, NotACheckpoint, Signed, read_checkpoint
from data.log.entry import Entry
from data.log.export import check_export, write_export
from data.log.merkle import Frontier, Tree, leaf_hash
from data.log.proof import Proved, check, make
from data.log.verify import Verdict
from data.log.witness import Witnessed, countersign, new_key, open_key, read_witnessed
from data.store.ports import Done
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.telling import Telling, leave_new

TAKEN_OUT = "checkpoint taken out"


@dataclass(frozen=True, slots=True)
class Countersigned:
    """Another agency vouched for the first ``size`` entries; ``key_id`` begins with its name."""

    key_id: str
    checkpoint: Checkpoint


def verify_log(office: Office, held: Sequence[Path] = (), printed: str = "") -> Verdict:
    """Read the whole log, against checkpoints in files and against one printed under minutes ('SIZE 12345 67890 …').

    Raises NotPossible when what is held outside is no checkpoint of this area.
    """
    kept = [read_held(office, path) for path in held]
    kept += [given.checkpoint for given in countersigned(office)]
    verdict = office.area.check_log(kept)
    if verdict.whole and printed:
        _compare_printed(office, verdict, printed)
    return verdict


def read_held(office: Office, path: Path) -> Checkpoint:
    """A checkpoint from outside, signed by this area or by an agency that countersigns it. Raises NotPossible."""
    told = _read(path)
    ours = {**office.area.ledger.all_keys, **_witness_keys(office)}
    if told.signed.checkpoint.area != office.area.ledger.area:
        raise NotPossible(_("This checkpoint is of another area's log."))
    if not told.signed.valid_by(ours):
        raise NotPossible(
            _("No key of this area, nor of an agency that countersigns here, has signed this checkpoint.")
        )
    return told.signed.checkpoint


def latest(office: Office) -> Signed:
    """The newest signed checkpoint. Raises NotPossible when the log has none yet."""
    with office.area.look() as record:
        text = record.last_checkpoint()
    if not text:
        raise NotPossible(_("The log has no signed checkpoint yet; the next change makes one."))
    return read_checkpoint(text)


def take_out(office: Office, path: Path) -> Signed:
    """Write the newest checkpoint to a file, to be kept outside; the log says that it was."""
    signed = latest(office)
    text = signed.to_text()
    leave_new(path, text.encode(), Telling(office, Done(TAKEN_OUT, str(signed.checkpoint.size))))
    return signed


def sign_for_another(path: Path, key_path: Path, name: str, passphrase: str) -> Witnessed:
    """At the second agency: add its signature to a checkpoint's file; its key is made on first use."""
    told = _read(path)
    if not key_path.exists():
        write_new(key_path, new_key(passphrase))
    signer = open_key(name, key_path.read_bytes(), passphrase)
    if signer.key_id in told.signed.key_ids:
        raise NotPossible(_("This agency has signed this checkpoint already."))
    signed = countersign(told, signer)
    beside = path.with_name(path.name + ".part")
    write_new(beside, signed.to_text().encode())
    beside.replace(path)
    return signed


def keep_countersigned(office: Office, path: Path) -> tuple[str, ...]:
    """Keep the signatures other agencies set under a checkpoint of ours; returns their key ids. Raises NotPossible."""
    told = _read(path)
    checkpoint = told.signed.checkpoint
    if not set(told.signed.valid_by(office.area.ledger.all_keys)):
        raise NotPossible(_("This checkpoint was not signed by this area."))
    if not office.area.check_log([checkpoint]).whole:
        raise NotPossible(_("The log and this checkpoint do not fit: verify the log first."))
    given = told.signed.valid_by(told.keys)
    if not given or set(given) != set(told.keys):
        raise NotPossible(_("No other agency's signature under this checkpoint holds."))
    with office.area.work() as record:
        for key_id in given:
            record.save_countersignature(checkpoint.size, key_id, told.keys[key_id], told.signed.to_text())
    return given


def countersigned(office: Office) -> tuple[Countersigned, ...]:
    """What others vouched for and still holds, the newest first."""
    with office.area.look() as record:
        rows = record.countersignatures()
    found = []
    for _size, key_id, public, text in rows:
        signed = read_checkpoint(text)
        if key_id in signed.valid_by({key_id: public}):
            found.append(Countersigned(key_id, signed.checkpoint))
    return tuple(found)


def export_log(office: Office, path: Path) -> int:
    """The whole log as a file that can be checked without the area; returns the number of entries."""
    with office.area.look() as record:
        lines = list(write_export(office.area.ledger.area, record.log_rows(), office.area.ledger.all_keys))
    data = ("\n".join(lines) + "\n").encode()
    leave_new(path, data, Telling(office, Done("log exported")))
    return len(lines) - 1


def prove(
    office: Office, path: Path, *, agency: str = "", entries: Sequence[int] = (), since: Path | None = None
) -> int:
    """A file that proves an agency's entries, or those of these numbers; returns how many. Raises NotPossible."""
    signed = latest(office)
    held = read_held(office, since) if since else None
    with office.area.look() as record:
        texts = record.log_texts()[: signed.checkpoint.size]
    wanted = {number - 1 for number in entries}
    if agency:
        wanted |= {at for at, text in enumerate(texts) if Entry.from_bytes(text).agency == agency}
    if any(not 0 <= at < len(texts) for at in wanted) or (held and held.size > len(texts)):
        raise NotPossible(_("The log has {size} entries; there is none of this number.").format(size=len(texts)))
    if not wanted and held is None:
        raise NotPossible(_("The log has no entry of this agency."))
    tree = Tree([leaf_hash(text) for text in texts])
    keys = office.area.ledger.all_keys
    data = make(tree, {at: texts[at] for at in wanted}, signed, keys, held)
    leave_new(path, data, Telling(office, Done("entries proved", str(len(wanted)), agency)))
    return len(wanted)


def check_proof(path: Path, held: Path | None = None) -> Proved | Verdict:
    """Read a proof or an exported log, with nothing but the file. Raises DoesNotProve, NotAnExport, NotPossible."""
    told = _read(held).signed.checkpoint if held else None
    data = read_file(path)
    if data.startswith(b'{"log"'):
        return check_export(data.decode("utf-8", "replace").splitlines(), [told] if told else [])
    return check(data, told)


def clock_went_back(office: Office) -> bool:
    """Whether the machine's clock now shows a time before the log's newest checkpoint."""
    return office.area.clock_went_back()


def read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise NotPossible(_("The file cannot be read; check its name and that you may read it.")) from None


def write_new(path: Path, data: bytes) -> None:
    """Whole or not at all, and never over something. Raises NotPossible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise NotPossible(_("There is a file of this name already; choose another name.")) from None
    except OSError:
        path.unlink(missing_ok=True)
        raise NotPossible(_("The file cannot be written there; check the folder and the room on the disk.")) from None


def _read(path: Path) -> Witnessed:
    try:
        return read_witnessed(read_file(path).decode())
    except (NotACheckpoint, UnicodeDecodeError):
        raise NotPossible(_("This file is no checkpoint of a log, or it was cut or changed.")) from None


def _witness_keys(office: Office) -> dict[str, bytes]:
    with office.area.look() as record:
        return {key_id: public for _size, key_id, public, _text in record.countersignatures()}


def _compare_printed(office: Office, verdict: Verdict, printed: str) -> None:
    size, _gap, short = printed.strip().partition(" ")
    if not size.isdecimal() or len(short.replace(" ", "")) != 25:
        raise NotPossible(_("Type the number of entries and the five groups as they stand under the minutes."))
    frontier = Frontier()
    with office.area.look() as record:
        for _position, entry, _frontier, _checkpoint in record.log_rows():
            if frontier.size == int(size):
                break
            frontier = frontier.append(leaf_hash(entry))
    last = verdict.last.checkpoint.at if verdict.last else office.clock()
    ours = Checkpoint(office.area.ledger.area, frontier.size, frontier.root, last)
    if frontier.size != int(size) or ours.short.replace(" ", "") != short.replace(" ", ""):
        raise NotPossible(
            _(
                "The log does not fit what was printed: its end was cut off, an older file was put back, "
                "or it was made anew."
            )
        )
