"""Meetings, items, attendance, notes, actions; texts sealed under C, raw notes under I."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from gettext import gettext as _

from sqlmodel import col, delete, func, select

from data.records.conference import Action, ActionState, Attendance, Item, Meeting, Note, NoteKind, TakenAnswer
from data.records.text import DisguisedText, RawText
from data.store.facts import dump, parse
from data.store.rows import ActionRow, AnswerRow, AttendanceRow, ItemRow, MeetingRow, NoteRow
from data.store.work import NoSuchMeeting, Work

_BETWEEN = "\x1e"  # a reason and those before it, in one sealed value


class MeetingRecords(Work):
    """The part of the record that is about meetings."""

    def save_meeting(self, meeting: Meeting) -> None:
        self.must_keep()
        row = self.session.get(MeetingRow, (self.area, meeting.id))
        if row is None:
            last = self.session.exec(select(func.max(MeetingRow.ordinal)).where(MeetingRow.area_id == self.area)).one()
            row = MeetingRow(area_id=self.area, id=meeting.id, on=meeting.on, ordinal=(last or 0) + 1, facts="")
        row.on, row.facts = meeting.on, dump(Meeting, meeting).decode()
        self.session.add(row)
        self.log_entry(f"meeting {meeting.state.value}", meeting.id)

    def remove_meeting(self, meeting_id: str) -> None:
        """With its agenda; for one in which nothing was recorded."""
        self.must_keep()
        for model in (ItemRow, AttendanceRow):
            self.session.exec(delete(model).where(col(model.area_id) == self.area, col(model.meeting_id) == meeting_id))
        self.session.delete(self._meeting_row(meeting_id))
        self.log_entry("meeting removed", meeting_id)

    def meetings(self) -> tuple[Meeting, ...]:
        """Newest first."""
        rows = self.session.exec(
            select(MeetingRow).where(MeetingRow.area_id == self.area).order_by(col(MeetingRow.on).desc())
        )
        return tuple(parse(Meeting, row.facts) for row in rows)

    def meeting(self, meeting_id: str) -> Meeting:
        found: Meeting = parse(Meeting, self._meeting_row(meeting_id).facts)
        return found

    def save_items(self, meeting_id: str, items: Sequence[Item]) -> None:
        """Replaces all items; the order is the order given."""
        self.session.exec(
            delete(ItemRow).where(col(ItemRow.area_id) == self.area, col(ItemRow.meeting_id) == meeting_id)
        )
        for position, item in enumerate(items):
            self.session.add(
                ItemRow(
                    area_id=self.area,
                    meeting_id=meeting_id,
                    id=item.id,
                    case_id=item.case_id,
                    position=position,
                    facts=dump(Item, replace(item, summary=DisguisedText(""))).decode(),
                    summary=self.seal_c(item.case_id, "items", item.id, "summary", item.summary.text.encode()),
                )
            )
        self.log_entry("agenda saved", meeting_id)

    def items(self, meeting_id: str) -> tuple[Item, ...]:
        rows = self.session.exec(
            select(ItemRow)
            .where(ItemRow.area_id == self.area, ItemRow.meeting_id == meeting_id)
            .order_by(col(ItemRow.position))
        )
        return tuple(
            replace(
                parse(Item, row.facts),
                summary=DisguisedText(self.open_c(row.case_id, "items", row.id, "summary", row.summary).decode()),
            )
            for row in rows
        )

    def save_attendance(self, meeting_id: str, line: Attendance) -> None:
        facts = dump(Attendance, line).decode()
        self.session.merge(AttendanceRow(area_id=self.area, meeting_id=meeting_id, id=line.id, facts=facts))
        self.log_entry(f"attendance {line.presence.value}", meeting_id, agency=line.agency)

    def attendance(self, meeting_id: str) -> tuple[Attendance, ...]:
        rows = self.session.exec(
            select(AttendanceRow).where(AttendanceRow.area_id == self.area, AttendanceRow.meeting_id == meeting_id)
        )
        return tuple(sorted((parse(Attendance, row.facts) for row in rows), key=lambda a: (a.agency, a.id)))

    def save_note(self, meeting_id: str, case_id: str, note: Note) -> None:
        """New, or changed in place as it is typed on."""
        known = self.session.get(NoteRow, (self.area, meeting_id, note.id))
        row = known or NoteRow(
            area_id=self.area,
            meeting_id=meeting_id,
            id=note.id,
            case_id=case_id,
            item_id=note.item_id,
            kind=note.kind.value,
            agency=note.agency,
            raw=b"",
            disguised=b"",
        )
        row.raw = self.seal_i(case_id, "notes", note.id, "raw", note.raw.text.encode())
        row.disguised = self.seal_c(case_id, "notes", note.id, "disguised", note.disguised.text.encode())
        self.session.add(row)
        if known is None:
            self.log_entry(f"note on {note.kind.value}", note.item_id, agency=note.agency)

    def add_answer(self, case_id: str, item_id: str, user: str, at: datetime, said: RawText) -> None:
        """A version of what a participant answered; the earlier ones stay."""
        number = len(self._answers(item_id, user))
        row = f"{item_id} {user} {number}"
        sealed = self.seal_i(case_id, "answers", row, "said", said.text.encode())
        self.session.add(
            AnswerRow(
                area_id=self.area,
                item_id=item_id,
                user_id=user,
                number=number,
                case_id=case_id,
                at=at.isoformat(),
                said=sealed,
            )
        )

    def answers(self, item_id: str, user: str = "") -> tuple[TakenAnswer, ...]:
        """All versions, of one participant or of each, the oldest first."""
        return tuple(
            TakenAnswer(
                user=row.user_id,
                at=datetime.fromisoformat(row.at),
                said=RawText(self.open_i(row.case_id, "answers", self._answer_row(row), "said", row.said).decode()),
            )
            for row in self._answers(item_id, user)
        )

    @staticmethod
    def _answer_row(row: AnswerRow) -> str:
        return f"{row.item_id} {row.user_id} {row.number}"

    def _answers(self, item_id: str, user: str) -> Sequence[AnswerRow]:
        query = select(AnswerRow).where(AnswerRow.area_id == self.area, AnswerRow.item_id == item_id)
        if user:
            query = query.where(AnswerRow.user_id == user)
        return self.session.exec(query.order_by(col(AnswerRow.user_id), col(AnswerRow.number))).all()

    def notes(self, meeting_id: str) -> tuple[Note, ...]:
        """Disguised alone; ``raw_note`` opens what was typed."""
        rows = self.session.exec(
            select(NoteRow)
            .where(NoteRow.area_id == self.area, NoteRow.meeting_id == meeting_id)
            .order_by(col(NoteRow.id))
        )
        return tuple(
            Note(
                id=row.id,
                item_id=row.item_id,
                kind=NoteKind(row.kind),
                agency=row.agency,
                disguised=DisguisedText(self.open_c(row.case_id, "notes", row.id, "disguised", row.disguised).decode()),
            )
            for row in rows
        )

    def raw_note(self, note_id: str) -> RawText:
        """What was typed, empty when nothing was; leaves an entry in the log."""
        row = self.session.exec(select(NoteRow).where(NoteRow.area_id == self.area, NoteRow.id == note_id)).first()
        if row is None:
            return RawText("")
        self.log_entry("raw note looked at", row.item_id)
        return RawText(self.open_i(row.case_id, "notes", row.id, "raw", row.raw).decode())

    def save_action(self, action: Action) -> None:
        reasons = _BETWEEN.join(one.text.replace(_BETWEEN, " ") for one in (action.reason, *action.before))
        sealed = {
            name: self.seal_c(action.case_id, "actions", action.id, name, text.encode())
            for name, text in (("what", action.what.text), ("reason", reasons))
        }
        self.session.merge(
            ActionRow(
                area_id=self.area,
                id=action.id,
                number=action.number,
                case_id=action.case_id,
                reference=action.reference,
                meeting_id=action.meeting_id,
                agency=action.agency,
                due=action.due,
                state=action.state.value,
                carried=action.carried,
                **sealed,
            )
        )
        self.log_entry(f"action {action.number} {action.state.value}", action.reference, agency=action.agency)

    def actions(
        self, *, states: Collection[ActionState] | None = None, case_id: str | None = None
    ) -> tuple[Action, ...]:
        """By the day they are due."""
        query = select(ActionRow).where(ActionRow.area_id == self.area)
        if states is not None:
            query = query.where(col(ActionRow.state).in_([state.value for state in states]))
        if case_id is not None:
            query = query.where(ActionRow.case_id == case_id)
        return tuple(
            self._action(row) for row in self.session.exec(query.order_by(col(ActionRow.due), col(ActionRow.number)))
        )

    def next_action_number(self, meeting_id: str) -> str:
        """'14.2': the second action of the area's fourteenth meeting."""
        count = self.session.exec(
            select(func.count()).where(ActionRow.area_id == self.area, ActionRow.meeting_id == meeting_id)
        ).one()
        return f"{self._meeting_row(meeting_id).ordinal}.{count + 1}"

    def _action(self, row: ActionRow) -> Action:
        what, reasons = (
            self.open_c(row.case_id, "actions", row.id, name, getattr(row, name)).decode()
            for name in ("what", "reason")
        )
        reason, *before = map(DisguisedText, reasons.split(_BETWEEN))
        return Action(
            id=row.id,
            number=row.number,
            case_id=row.case_id,
            reference=row.reference,
            meeting_id=row.meeting_id,
            agency=row.agency,
            due=row.due,
            state=ActionState(row.state),
            carried=row.carried,
            what=DisguisedText(what),
            reason=reason,
            before=tuple(before),
        )

    def _meeting_row(self, meeting_id: str) -> MeetingRow:
        row = self.session.get(MeetingRow, (self.area, meeting_id))
        if row is None:
            raise NoSuchMeeting(_("There is no such meeting in the area."))
        return row
