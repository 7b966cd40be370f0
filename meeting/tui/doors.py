"""The doors of the first screen: what each asks, and what it opens."""

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, cast

from meeting.language import country
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill, Recording
from meeting.tui.pack_given import PackGiven
from meeting.tui.page import sentence_of

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp
    from meeting.tui.first import FirstScreen
    from meeting.usecases.office import Office

Values = dict[str, str]
SHEET_LINES = 5


def _enter(first: "FirstScreen", doing: str, opening: "Callable[[], Office]", ask_again: Callable[[str], None]) -> None:
    first.doing(doing)
    first.through(opening, cast("MeetingApp", first.app).enter, ask_again)


def practise(first: "FirstScreen") -> None:
    def opening() -> "Office":
        from meeting.usecases.areas import open_practice

        return open_practice()

    _enter(first, _("Making ready the practice area…"), opening, first.doing)


def new_area(first: "FirstScreen") -> None:
    from meeting.usecases.areas import SHORTEST_PASSPHRASE, check_free, create_area
    from meeting.usecases.places import NotPossible

    def free(value: str) -> str:
        try:
            check_free(value.strip())
        except NotPossible as problem:
            return sentence_of(problem)
        return ""

    def long_enough(value: str) -> str:
        return "" if len(value) >= SHORTEST_PASSPHRASE else _("At least 15 characters; five random words are best.")

    def make(values: Values | None) -> None:
        if values is None:
            return
        name, passphrase, profile = values["name"].strip(), values["passphrase"], values["profile"]
        _enter(first, _("Making the area…"), lambda: create_area(name, passphrase, profile), first.doing)

    kinds = [("uk", _("United Kingdom, MARAC")), ("albania", _("Albania, CaDV"))]
    kinds.sort(key=lambda kind: kind[0] != country())
    form = Fill(
        _("A new area. Its passphrase cannot be given back: write it down and lock the paper away."),
        [
            Field("name", _("Name (letters, digits, - or _)"), check=free),
            Field("profile", _("Practice of"), choices=kinds),
            Field("passphrase", _("Passphrase"), secret=True, check=long_enough),
            Field("again", _("The passphrase again"), secret=True, same_as="passphrase"),
        ],
        _("Make it"),
        kept=None,
    )
    first.app.push_screen(form, make)


def open_area(first: "FirstScreen", name: str, known: str = "", wrong: str = "") -> None:
    """``known``: the user, and ``wrong``: the sentence, where a passphrase is asked for again."""
    from meeting.usecases import areas

    def unlock(values: Values | None) -> None:
        if values is not None:
            passphrase, user = values["passphrase"], values.get("user")
            _enter(
                first,
                _("Opening…"),
                lambda: areas.open_area(name, passphrase, user=user),
                lambda sentence: open_area(first, name, user or "", sentence),
            )

    fields = [Field("passphrase", _("Passphrase"), secret=True)]
    if len(users := _users(name)) > 1:
        fields.insert(0, Field("user", _("Which user are you?"), known, choices=[(user, user) for user in users]))
    title, cursor = _("Open '{name}'").format(name=name), "passphrase" if wrong else ""
    first.app.push_screen(Fill(title, fields, _("Open"), kept=None, first=cursor, wrong=wrong), unlock)


def read_pack(first: "FirstScreen", wrong: str = "") -> None:
    """At a participant's: no area is opened."""

    def read(values: Values | None) -> None:
        if values is not None:
            # Kept, so that a mistyped passphrase does not cost the paths.
            first.pack = PackGiven(values["pack"], values["key"])
            _open_pack(first, PackGiven(**values))

    if first.pack.passphrase:
        _open_pack(first, first.pack)
        first.pack = PackGiven(first.pack.pack, first.pack.key)
        return
    told = first.pack != PackGiven()
    fields = [
        Field("pack", _("The pack's file"), first.pack.pack, check=needed(_("Say where the pack lies."))),
        Field("key", _("Your key file"), first.pack.key, check=needed(_("Say where your key file lies."))),
        Field("passphrase", _("Your passphrase"), secret=True),
    ]
    cursor = "passphrase" if told else ""
    form = Fill(_("Read a pack that was sent to you"), fields, _("Open"), kept=None, first=cursor, wrong=wrong)
    first.app.push_screen(form, read)


def _open_pack(first: "FirstScreen", given: PackGiven) -> None:
    from meeting.usecases.answering import open_desk

    pack, key = Path(given.pack.strip()).expanduser(), Path(given.key.strip()).expanduser()
    first.doing(_("Opening…"))
    enter = cast("MeetingApp", first.app).enter_pack
    first.through(
        lambda: open_desk(pack, key, given.passphrase, date.today()), enter, lambda wrong: read_pack(first, wrong)
    )


def recover(first: "FirstScreen") -> None:
    """Two people with a sheet each: a keeper with a new passphrase."""
    from meeting.tui.dialogs import Ask
    from meeting.usecases.people import Welcome
    from meeting.usecases.recovering import use_recovery

    made: list[Welcome] = []

    def do(values: Values) -> None:
        made.append(use_recovery(values["area"], sheets_of(values), values["id"].strip()))

    def told(_values: Values | None) -> None:
        if made:
            words = _("The area opens again. Passphrase of {id}, shown this once:\n\n    {passphrase}\n\nWrite it down. "
                      "Then open the area, and make new recovery sheets: these were used.")  # fmt: skip
            text = words.format(id=made[0].id, passphrase=made[0].passphrase)
            first.app.push_screen(Ask(text, {"ok": _("It is written down")}))

    form = Fill(
        _("Every passphrase is lost: two sheets of one set make a coordinator with a new passphrase."),
        [
            Field("area", _("Which area"), choices=[(name, name) for name in first.found]),
            Field("id", _("Whose place (the id); a new one makes another coordinator"), "coordinator"),
            *sheet_fields(),
        ],
        _("Open it again"),
        kept=None,
    )
    first.app.push_screen(Recording(form, do), told)


def sheet_fields() -> list[Field]:
    label = _("The five lines of sheet {number} of 2, without the numbers before them")
    return [Field(f"sheet{n}", label.format(number=n), lines=SHEET_LINES, check=_sheet) for n in (1, 2)]


def sheets_of(values: Values) -> tuple[str, str]:
    return values["sheet1"], values["sheet2"]


def _sheet(typed: str) -> str:
    """The first line that is not as printed, told at once."""
    from meeting.usecases.recovering import wrong_line

    return wrong_line(typed)


def _users(name: str) -> tuple[str, ...]:
    """Who opens the area, by id; nobody where its key file cannot be read, which opening then tells."""
    from meeting.usecases.areas import who_opens

    try:
        return who_opens(name)
    except Exception:
        return ()


DOORS: dict[str, Callable[["FirstScreen"], None]] = {
    "practise": practise,
    "new": new_area,
    "read": read_pack,
    "recover": recover,
}
