# Generated from the schema of the document; do not edit.
"""Types of records, as they stand in a document.

A record may have fields besides: what this version does not know is kept.
"""

from typing import Literal, Required, TypeAlias, TypedDict


Id: TypeAlias = str
"""One id space for all kinds; 1 to 200 bytes, no control characters, no outer blanks."""


Date: TypeAlias = str
"""A year, a year and month, a day, or an instant with its offset."""


class Label(TypedDict, total=False):
    tlp: Required[str]
    audience: list[str]
    personal: bool


class Acknowledgement(TypedDict, total=False):
    """A finding read and set aside: it silences warnings and notes of its code on its record, never errors."""

    id: Required[Id]
    title: str
    """What people call it."""
    by: str
    """Who set them aside: a post, never a person."""
    code: str
    """The code of the findings."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    reason: str
    """Why they may stand."""
    record: str
    """The record that they are about; missing: no single one."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Agency(TypedDict, total=False):
    """An agency that works in conflict areas: UN, Red Cross and Red Crescent, international or national NGO, charity, foundation. Never a military-type operator."""

    id: Required[Id]
    title: str
    """What people call it."""
    kind: str
    """Its type, a term: `un_agency`, `red_cross`, `ingo`, `national_ngo` …"""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    place: str
    """Where its office is."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Asset(TypedDict, total=False):
    """What a threat targets and a loss hits: staff, premises, vehicles, goods, communication."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose it is."""
    kind: str
    """Its type, a term: `staff`, `premises`, `vehicle`, `goods`, `communication`."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    place: str
    """Where it is."""
    programme: str
    """What it serves."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


Duration: TypeAlias = str
"""An ISO 8601 duration above 0: whole numbers of years, months, weeks, days, hours, minutes, seconds."""


class EstimateRate(TypedDict, total=False):
    per: Required[Duration]
    rate: Required[float]


class EstimateLow(TypedDict, total=False):
    low: Required[float]
    high: float


class EstimateHigh(TypedDict, total=False):
    high: Required[float]


class EstimateLevel(TypedDict, total=False):
    level: Required[str]
    scale: str


class EstimateBeta(TypedDict, total=False):
    beta: Required[list[float]]


class EstimatePert(TypedDict, total=False):
    pert: Required[list[float]]


class EstimateP05P95(TypedDict, total=False):
    p05_p95: Required[list[float]]


class EstimateSeen(TypedDict, total=False):
    of: Required[int]
    seen: Required[int]


Estimate: TypeAlias = float | EstimateRate | EstimateLow | EstimateHigh | EstimateLevel | EstimateBeta | EstimatePert | EstimateP05P95 | EstimateSeen
"""A probability, in the form in which it is known."""


class CausesItem(TypedDict, total=False):
    id: Required[str]
    barriers: list[str]
    chance: Estimate


class CausesAny(TypedDict, total=False):
    any: Required[list[str | CausesItem]]


class CausesAll(TypedDict, total=False):
    all: Required[list[str | CausesItem]]


class CausesAtLeast(TypedDict, total=False):
    at_least: Required[int]
    of: Required[list[str | CausesItem]]


Causes: TypeAlias = list[str | CausesItem] | CausesAny | CausesAll | CausesAtLeast
"""The causes, and how many of them it takes."""


class Point(TypedDict, total=False):
    lat: Required[float]
    lon: Required[float]
    precision: str


class Incident(TypedDict, total=False):
    """A threat carried out. The third stage of the chain."""

    id: Required[Id]
    title: str
    """What people call it."""
    actor: str
    """Whose work it was."""
    affected: dict[str, dict[str, int]]
    """All who were affected, counted by one property at a time."""
    agencies: list[str]
    """The agencies that it concerned."""
    causes: Causes
    """The threats that were carried out in it."""
    consent: str
    """What those whom it befell allow, a term: `none` (it is in no review and no count), `count_only` (it is counted, never told), `share`. Any other word is taken as `none`."""
    context: str
    """In which context, a term: ambush, raid, individual attack …"""
    date: Date
    """When it happened; missing: it is assessed."""
    details: str
    """What happened, told."""
    harms_unknown: list[str]
    """Harms of which its source does not say whether, or how many, they befell: unknown, not 0."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    location: str
    """At what sort of place, a term: road, office, home …"""
    means: str
    """By which means, a term."""
    motive: str
    """Why, a term."""
    note: str
    """What else there is to say."""
    open: bool
    """An abduction or detention that is not over: it is in no review and no count."""
    place: str
    """Where it happened."""
    point: Point
    """Its point on the map."""
    point_text: str
    """The point as its source wrote it, where that can't be read as one."""
    realises: str
    """The assessed incident of which it is an instance."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    targets: list[str]
    """What it hit."""
    until: Date
    """Valid up to and with this date."""
    verified: str
    """How far the source has verified it, a term."""


class Amount(TypedDict, total=False):
    unit: Required[str]
    value: Required[float]


class Count(TypedDict, total=False):
    high: Required[int]
    low: Required[int]


class Loss(TypedDict, total=False):
    """What an incident cost people, programmes or goods. The last stage of the chain."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose loss it is."""
    amount: Amount
    """How much, for goods."""
    causes: Causes
    """The incidents that brought it."""
    count: int | Count
    """How many of them; missing: unknown."""
    date: Date
    """When it happened; missing: it is assessed."""
    harm: str
    """Which harm, a term: `death`, `injury`, `kidnapping`, `detention`, `theft`, `damage` …"""
    hits: list[str]
    """What it hit."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    realises: str
    """The assessed loss of which it is an instance."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""
    who: str
    """Whom it befell, a term: `national_staff`, `international_staff`, `community` …"""


class Measure(TypedDict, total=False):
    """What is done about the chain: it stands as a barrier on links."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose it is."""
    brings: list[str]
    """Risk factors that the measure itself creates."""
    effectiveness: Estimate
    """The probability that it works."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    place: str
    """Where it holds."""
    provided_by: str
    """Who provides it, a term: `own`, `host`, `military`, `contractor`, `un` …"""
    sector: str
    """The stage that it answers, a term: `analysis` (risk factors), `community` (threats), `protection` (incidents), `mitigation` (losses)."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    status: str
    """`proposed`, `planned`, `in_place`, `suspended` or `retired`; only `in_place` works."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Party(TypedDict, total=False):
    """Whoever else acts or is affected: host government, community, civil society, armed or criminal group, donor, military operator, contractor."""

    id: Required[Id]
    title: str
    """What people call it."""
    kind: str
    """Its type, a term: `host_government`, `community`, `armed_group` …"""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    place: str
    """Where it is at home."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Place(TypedDict, total=False):
    """A place. Places form a tree."""

    id: Required[Id]
    title: str
    """What people call it."""
    code: str
    """Its code in a list of codes, such as ISO 3166."""
    kind: str
    """Its type, a term: `country`, `region`, `district`, `city`, `road`, `premises` …"""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    point: Point
    """Its point on the map."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""
    within: str
    """The place in which it lies."""


class Programme(TypedDict, total=False):
    """What an agency does for people in a place."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose it is."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    place: str
    """Where it is."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class RiskFactor(TypedDict, total=False):
    """A circumstance that may contribute to a threat, from benign to most serious. The first stage of the chain."""

    id: Required[Id]
    title: str
    """What people call it."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    likelihood: Estimate
    """The probability that it is there in the register's period."""
    note: str
    """What else there is to say."""
    place: str
    """Where it holds."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Signal(TypedDict, total=False):
    """A threat communicated: heard, understood, passed on, acted on."""

    id: Required[Id]
    title: str
    """What people call it."""
    acted_on: Date
    """When it was acted on."""
    agency: str
    """Who heard it."""
    credibility: str
    """How far it was believed, a term."""
    form: str
    """How it was said, a term: `express`, `implied`, `inferred`."""
    heard: Date
    """When it was heard."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    passed_on: Date
    """When it was passed on."""
    place: str
    """Where it was heard."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    threat: str
    """The threat that it announces."""
    understood: Date
    """When it was understood; missing: it was not, or that is unknown."""
    until: Date
    """Valid up to and with this date."""


class Threat(TypedDict, total=False):
    """Several risk factors coming together at a time and place. The second stage of the chain."""

    id: Required[Id]
    title: str
    """What people call it."""
    actor: str
    """From whom it comes."""
    causes: Causes
    """The risk factors, or threats, that come together in it."""
    date: Date
    """When it was observed; missing: it is assessed."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    place: str
    """Where it holds."""
    realises: str
    """The assessed threat of which it is an instance."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    targets: list[str]
    """At what it is aimed."""
    until: Date
    """Valid up to and with this date."""


Kind: TypeAlias = Literal[
    "acknowledgements",
    "agencies",
    "assets",
    "incidents",
    "losses",
    "measures",
    "parties",
    "places",
    "programmes",
    "risk_factors",
    "signals",
    "threats",
]
"""A kind, named by its plural, as in a document."""


Record: TypeAlias = (
    Acknowledgement
    | Agency
    | Asset
    | Incident
    | Loss
    | Measure
    | Party
    | Place
    | Programme
    | RiskFactor
    | Signal
    | Threat
)
"""A record of any kind."""
