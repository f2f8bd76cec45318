"""Ports: what the use cases ask of the world, and the records that pass through.

`storage/` keeps these promises on SQLite and PostgreSQL; tests/fakes.py keeps them in memory; one contract suite
runs on all of them.
"""

from __future__ import annotations

from bot.ports.cabinet import Cases, PastYears, Reports
from bot.ports.desk import Audit, Officers, Work
from bot.ports.failures import Conflict, NoticeFailed, RasaUnavailable, ReferenceTaken, StoreBusy
from bot.ports.records import (
    TELEPHONE,
    Alert,
    Chat,
    Handoff,
    Held,
    Helper,
    Issued,
    Noted,
    Officer,
    OfficerSession,
    OpenedCase,
    PastTotal,
    Row,
    Screen,
    Task,
)
from bot.ports.talk import Chats, Clock, Conversations, Notices, Spool, Transcripts

__all__ = [
    "TELEPHONE",
    "Alert",
    "Audit",
    "Cases",
    "Chat",
    "Chats",
    "Clock",
    "Conflict",
    "Conversations",
    "Handoff",
    "Held",
    "Helper",
    "Issued",
    "Noted",
    "NoticeFailed",
    "Notices",
    "Officer",
    "OfficerSession",
    "Officers",
    "OpenedCase",
    "PastTotal",
    "PastYears",
    "RasaUnavailable",
    "ReferenceTaken",
    "Reports",
    "Row",
    "Screen",
    "Spool",
    "StoreBusy",
    "Task",
    "Transcripts",
    "Work",
]
