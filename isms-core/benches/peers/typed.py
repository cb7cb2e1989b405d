"""A register read into declared types by msgspec.

Ranges are declared too (`Meta`), which is the fastest way of checking them, and stops at the first
fault; the shapes for which this reader is measured have none of that sort.
"""

from typing import Annotated

import msgspec

from columns import KINDS, Columns

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Link(msgspec.Struct, gc=False):
    """A cause and its chance."""

    id: str
    chance: Share | None = None


class Record(msgspec.Struct):
    """What every kind has."""

    id: str | None = None
    title: str | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None


class Factor(Record):
    """A risk factor."""

    likelihood: Share | None = None


class Effect(Record):
    """A threat, an incident or a loss."""

    date: str | None = None
    harm: str | None = None
    causes: list[Link] = []


class Document(msgspec.Struct):
    """A register of the benchmark's kinds."""

    isms: str
    id: str | None = None
    title: str | None = None
    places: list[Record] = []
    risk_factors: list[Factor] = []
    threats: list[Effect] = []
    incidents: list[Effect] = []
    losses: list[Effect] = []


decode = msgspec.json.Decoder(Document).decode


def columns(document):
    """Return the columns of each kind."""
    return [table(getattr(document, kind), kind) for kind in KINDS]


def table(records, kind):
    """Return the columns of one kind."""
    effects = kind in ("threats", "incidents", "losses")
    return Columns(
        ids=[record.id for record in records],
        titles=[record.title for record in records],
        places=None if kind in ("places", "losses") else [record.place for record in records],
        causes=[[link.id for link in record.causes] for record in records] if effects else None,
        dates=[record.date for record in records] if effects else (),
        sinces=[record.since for record in records],
        own_dates=[(row, record.since, record.until) for row, record in enumerate(records) if record.until],
    )
