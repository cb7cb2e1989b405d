"""Types of answers and findings. Those of records are in `isms.records`.

All are dicts at run time. Import them where type checkers look only:

>>> from typing import TYPE_CHECKING
>>> if TYPE_CHECKING:
...     from isms.types import Trace
"""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

ChainKind: TypeAlias = Literal["risk_factor", "threat", "incident", "loss"]
"""A kind of the chain, as answers name it."""

Severity: TypeAlias = Literal["error", "warning", "note"]
"""How much a finding matters."""


class Fix(TypedDict):
    """A change that would mend a finding: a new value, or the field removed."""

    id: str
    """The record."""
    field: str
    """JSON pointer of the field within the record."""
    value: NotRequired[Any]
    """The new value."""
    remove: NotRequired[Literal[True]]
    """The field goes."""


class Finding(TypedDict):
    """One thing that the library has to say about a record."""

    code: str
    """What it is about."""
    severity: Severity
    """How much it matters."""
    subject: str | None
    """The id of the record; missing where it has none, or where many are meant."""
    path: str
    """JSON pointer in the document as opened."""
    message: str
    """What was expected, what was found."""
    facts: dict[str, str | int | list[str]]
    """The parameters of the message, for translation."""
    fix: list[Fix]
    """Changes that would mend it, where there is one."""
    claims: list[str]
    """Ids of the claims of the source texts on which it rests."""


class Counts(TypedDict):
    """How many findings there are, exactly."""

    error: int
    warning: int
    note: int
    by_code: dict[str, int]


class Findings(TypedDict):
    """All findings of a register, sorted; at most a thousand of one code."""

    findings: list[Finding]
    """The findings."""
    counts: Counts
    """How many there are, exactly."""
    capped: list[str]
    """The codes of which the list holds fewer than there are."""


class TraceCauses(TypedDict):
    """Ids of causes, by stage."""

    incidents: list[str]
    threats: list[str]
    risk_factors: list[str]


class TraceEffects(TypedDict):
    """Ids of effects, by stage."""

    threats: list[str]
    incidents: list[str]
    losses: list[str]


class Broken(TypedDict):
    """Where a trace breaks: a record without a cause that can be followed, or one link."""

    id: str
    """The record."""
    kind: ChainKind
    """Its kind."""
    missing: ChainKind
    """The kind of cause that is missing."""
    link: NotRequired[str]
    """The id that the link names; absent: the record names no cause at all."""
    why: NotRequired[Literal["dangling", "wrong_stage", "self", "cycle"]]
    """Why the link can't be followed."""


class Trace(TypedDict):
    """What led to a record, and what it can lead to."""

    id: str
    """The record."""
    kind: ChainKind
    """Its kind."""
    complete: bool
    """Nothing is broken and a risk factor is reached."""
    causes: TraceCauses
    """All that led to it."""
    effects: TraceEffects
    """All that it led or can lead to."""
    broken: list[Broken]
    """Where the trace back breaks."""


class Paths(TypedDict):
    """The paths back from a record to where they end."""

    id: str
    """The record."""
    total: str
    """How many there are, exactly, as decimal digits; `more than 2^128` beyond that."""
    paths: list[list[str]]
    """Paths, each from the record back, as ids."""
    complete: bool
    """The list holds all of them."""


class CommonCauses(TypedDict):
    """The nearest common causes of some records."""

    ids: list[str]
    """The records asked for."""
    common: int
    """How many causes they all share."""
    nearest: TraceCauses
    """Those of them that lead to no other one."""


class BrokenTally(TypedDict):
    """How many traces break at records of one kind."""

    kind: ChainKind
    missing: ChainKind
    count: int


class BrokenTraces(TypedDict):
    """The broken traces of a whole register."""

    by_kind: list[BrokenTally]
    """How many there are, exactly, by the kind of the record."""
    broken: list[Broken]
    """The first thousand, in the order of the document."""
    capped: bool
    """The list holds fewer than there are."""
