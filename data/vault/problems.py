"""What can be wrong with keys.

VaultProblem
├── WrongPassphrase   the passphrase opens nothing here
├── WrongKeyFile      the users file is damaged, foreign, older than the record, or asks for too much
├── NoKey             this user holds no key to what was asked for
├── NotAllowed        this user may not do this, or it would leave the area without a keeper
└── WrongSheet        a recovery sheet was mistyped or belongs to another set
"""


class VaultProblem(Exception):
    """Its sentence says what is wrong and what to do, and names nobody."""


class WrongPassphrase(VaultProblem):
    """The passphrase does not open this area."""


class WrongKeyFile(VaultProblem):
    """The users file cannot be trusted; nothing was opened and nothing was changed."""


class NoKey(VaultProblem, LookupError):
    """This user holds no key to the value, or the wrap is not what it says."""


class NotAllowed(VaultProblem, ValueError):
    """A change to the users that may not be made."""


class WrongSheet(VaultProblem, ValueError):
    """A recovery sheet that does not fit."""
