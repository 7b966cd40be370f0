"""Where a pack and the key to it lie, as the command line or the first screen was told."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PackGiven:
    pack: str = "~/Downloads/meeting.pack"
    key: str = "~/participant.key"
    passphrase: str = field(default="", repr=False)
