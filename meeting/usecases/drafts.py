"""What is being typed in any form, kept until it is recorded or discarded: one concept, whatever is typed.

A draft is its user's own and is offered to them alone. It lies in the area, sealed under the key of the case it is
about, or under the user's own; at a participant's, who has no area, in the file beside the pack.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from data.records.draft import Draft, DraftOf

if TYPE_CHECKING:
    from meeting.usecases.office import Office

Values = Mapping[str, str]


class Drafts(Protocol):
    """Where drafts are kept. ``keep`` may be called from any thread, and raises what a screen tells in a sentence."""

    def kept_at(self, about: DraftOf) -> datetime | None:
        """When a draft was kept last, where there is one; opens nothing."""

    def keep(self, about: DraftOf, values: Values) -> None: ...
    def take_up(self, about: DraftOf) -> Values:
        """What was typed; empty where nothing is kept."""

    def drop(self, about: DraftOf) -> None: ...


class AreaDrafts:
    """Drafts of the acting user in an open area."""

    def __init__(self, office: "Office") -> None:
        self._office = office

    def kept_at(self, about: DraftOf) -> datetime | None:
        with self._office.area.look() as record:
            return record.draft_kept_at(about)

    def keep(self, about: DraftOf, values: Values) -> None:
        with self._office.area.work() as record:
            record.keep_draft(Draft(about, self._office.clock(), values))

    def take_up(self, about: DraftOf) -> Values:
        with self._office.area.work() as record:
            draft = record.draft(about)
        return draft.values if draft else {}

    def drop(self, about: DraftOf) -> None:
        """Nothing is written where nothing was kept."""
        if self.kept_at(about):
            with self._office.area.work() as record:
                record.drop_draft(about)
