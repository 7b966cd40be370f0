"""Contacts with agencies, referrals to them, and what came of it (R2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.records.text import RawText


class ContactKind(StrEnum):
    CONTACT = "contact"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact with, or referral to, an agency; ``outcome`` is empty until something came of it."""

    id: str
    kind: ContactKind
    on: date
    agency: str
    service: str = ""
    outcome: str = ""
    note: RawText = RawText("")
