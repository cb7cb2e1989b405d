"""Types of answers and findings. Those of records are in `isms.records`.

All are dicts at run time. Import them where type checkers look only:

>>> from typing import TYPE_CHECKING
>>> if TYPE_CHECKING:
...     from isms.types import Trace
"""

from typing import Any, Literal, NotRequired, Required, TypeAlias, TypedDict

from isms.records import Kind, Label

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
    acknowledged: dict[str, int]
    """By code, those that acknowledgements set aside: they are in no other count, and in no list."""


class Findings(TypedDict):
    """All findings of a register, sorted; at most a thousand of one code."""

    label: str | Label
    """Who may see this answer."""
    as_of: str | None
    """The date of the question, as it was given."""
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

    label: str | Label
    """Who may see this answer."""
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

    label: str | Label
    """Who may see this answer."""
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

    label: str | Label
    """Who may see this answer."""
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

    label: str | Label
    """Who may see this answer."""
    by_kind: list[BrokenTally]
    """How many there are, exactly, by the kind of the record."""
    broken: list[Broken]
    """The first thousand, in the order of the document."""
    capped: bool
    """The list holds fewer than there are."""


State: TypeAlias = Literal["gap", "not_known", "holds"]
"""How something stands, from the weakest: a must that applies is known not to be met; of some that is not known; all
are met."""


class Verdicts(TypedDict):
    """How many requirements were found so. Partly met and waived ones are not met."""

    met: int
    """Met, by the latest verification, which still holds."""
    partly: int
    """Partly met."""
    unmet: int
    """Not met."""
    waived: int
    """Waived, with an approver and until a day."""
    not_known: int
    """Nobody has looked, or what was found holds no more."""
    not_applicable: int
    """It does not apply there, or was left out with a reason."""


class Standing(TypedDict):
    """How the requirements of one sector, field, core function, level, approach or standard stand."""

    by: Literal["sector", "field", "function", "level", "approach", "standard"]
    """By what the requirements are taken together."""
    name: str
    """Its name: `analysis`, `premises` … Requirements of no sector and no core function are in the sector `unplaced`."""
    state: State
    """How it stands."""
    must: Verdicts
    """Its musts."""
    should: Verdicts
    """Its shoulds. They change no state."""


class Gap(TypedDict):
    """A must that is known not to be met."""

    requirement: str
    """The requirement, as `catalogue:name`."""
    text: str
    """What it asks for, in the language of the question."""
    part: str | None
    """Its sector or core function; `None`: the standard names none."""
    result: Literal["partly", "unmet", "waived"]
    """What was found."""
    verification: str | None
    """The verification that found it; `None`: it has no id."""
    date: str | None
    """When."""


class AssessedOffice(TypedDict):
    """How an office stands, or the headquarters of an agency."""

    agency: str
    """The agency."""
    place: str | None
    """The place; `None`: it is the agency's headquarters."""
    state: State
    """As its weakest sector, or core function, stands."""
    weakest: list[str]
    """The sectors and core functions that stand so; none if all hold."""
    adoptions: list[str]
    """The adoptions by which standards hold there."""
    standings: list[Standing]
    """How each part stands. The four sectors, the fields of protection and the two approaches are always there, at
    headquarters the core functions."""
    gaps: list[Gap]
    """Musts that are known not to be met, the first hundred in the order of the standards."""
    gaps_more: int
    """How many more there are."""
    without_evidence: int
    """How many musts are called met without any evidence."""
    overdue: int
    """How many musts are not met though the time is over in which they had to be after the adoption."""
    others: State | None
    """How the weakest of the other agencies in the same place stands; `None`: there is none. It is never named."""


class AssessedStandard(TypedDict):
    """A standard that was assessed."""

    id: str
    """Its name."""
    edition: str
    """Its edition."""
    title: str
    """What people call it."""
    official: bool
    """Whether it is its publisher's own text."""
    requirements: int
    """How many requirements it has."""
    offices: int
    """At how many of the offices it is adopted."""


class Assessed(TypedDict):
    """The answer to: where are the gaps?"""

    label: str | Label
    """Who may see this answer."""
    as_of: str
    """The day."""
    state: State
    """As the weakest office, or headquarters, stands. No office at all: not known."""
    standards: list[AssessedStandard]
    """The standards that were looked at."""
    standings: list[Standing]
    """All offices and headquarters together."""
    offices: list[AssessedOffice]
    """The offices, in the order of the question, else by agency and place."""
    headquarters: list[AssessedOffice]
    """What headquarters owes: the core functions, for each agency of these offices that adopted a standard."""
    findings: Findings
    """What stood in the way of an answer."""


Texts: TypeAlias = dict[str, str]
"""A text in several languages: `{"en": "Death", "fr": "Décès"}`."""


class CatalogSummary(TypedDict):
    """A catalogue in a list."""

    id: str
    """Its name."""
    edition: str
    """Its edition; empty: it does not say."""
    title: str
    """What people call it."""
    official: bool
    """Whether it is its publisher's own text."""
    provenance: str
    """Where it comes from."""
    languages: list[str]
    """Its languages, as those of its title."""
    requirements: int
    """How many requirements it has."""
    terms: int
    """How many terms."""
    mappings: int
    """How many mappings."""


class RiskLevel(TypedDict):
    """A level of a scale."""

    level: str
    """The level."""
    scale: str
    """The scale: one of the same catalogue by its name, another as `catalogue:name`."""


class Applies(TypedDict, total=False):
    """When a requirement applies: all that is said here must be so."""

    agencies: list[str]
    """To agencies of one of these types, terms."""
    places: list[str]
    """At places of one of these types, terms."""
    assets: list[str]
    """Where there is an asset of one of these types, terms."""
    staff_at_least: int
    """Where there are so many people of the agency, or more."""
    level_at_least: RiskLevel
    """Where the risk was assessed at this level, or a higher one of its scale."""


class Requirement(TypedDict, total=False):
    """What a standard asks for."""

    id: str
    """Its name within the standard."""
    text: Texts
    """What is asked for."""
    function: str
    """The core function that it belongs to: `policy`, `training`, `evaluation`."""
    sector: str
    """The sector that it belongs to: `analysis`, `community`, `protection`, `mitigation`."""
    field: str
    """The field of protection: `staff`, `premises`, `transport`, `communication`."""
    level: str
    """Where it is met: `headquarters`, `regional`, `local`."""
    approach: str
    """The school that it comes from: `system`, `community`, `both`."""
    force: str
    """Whether it is a `must` or a `should`."""
    applies: Applies
    """When it applies; missing: always."""
    evidence: Texts
    """What shows that it is met."""
    review: str
    """After which time a verification is out of date, a duration."""
    within: str
    """In which time it must be met after the standard is adopted, a duration."""
    claims: list[str]
    """The claims of the source texts that it honours."""
    source: str
    """Where else it comes from."""


class ScaleLevel(TypedDict, total=False):
    """A level of a scale."""

    id: str
    """Its name within the scale."""
    title: Texts
    """What people call it."""


class Scale(TypedDict, total=False):
    """A scale of levels, from the lowest to the highest."""

    id: str
    """Its name within the catalogue."""
    title: Texts
    """What people call it."""
    levels: list[ScaleLevel]
    """Its levels, the lowest first."""


class Term(TypedDict, total=False):
    """A word of a taxonomy."""

    id: str
    """The word, as it stands in records."""
    title: Texts
    """What people call it."""
    within: str
    """The broader term that it belongs to."""


class Taxonomy(TypedDict, total=False):
    """The words that some fields take."""

    id: str
    """Its name within the catalogue."""
    title: Texts
    """What people call it."""
    fields: list[str]
    """The fields that take its terms: `losses.harm`, `posts.held.staff` …"""
    terms: list[Term]
    """Its terms."""


# `from` is a keyword of Python: such a key can't stand in a class.
Mapping = TypedDict("Mapping", {"from": str, "to": str, "degree": str, "note": Texts}, total=False)
"""How much carries over from a requirement or a term to another one: `equal`, `covers`, `part`, `related`."""


class Change(TypedDict, total=False):
    """What became of requirements in a new edition."""

    was: list[str]
    """Their names in the old edition."""
    now: list[str]
    """Their names in the new one."""
    how: str
    """`moved`, `split`, `merged`, `reworded` or `withdrawn`."""


class Edition(TypedDict, total=False):
    """The edition that a catalogue takes the place of."""

    edition: str
    """The edition."""
    changes: list[Change]
    """What changed."""


class Catalog(TypedDict, total=False):
    """A catalogue: an edition of a standard, or a set of taxonomies, with where it comes from."""

    isms_catalog: Required[str]
    """The version of the format of catalogues."""
    id: str
    """Its name: requirements are `name:requirement`."""
    title: Texts
    """What people call it."""
    edition: str
    """Its edition."""
    official: bool
    """Whether it is its publisher's own text."""
    publisher: str
    """Who publishes it."""
    provenance: Texts
    """Where it comes from."""
    scales: list[Scale]
    """Scales that requirements and records name."""
    requirements: list[Requirement]
    """What the standard asks for."""
    taxonomies: list[Taxonomy]
    """Words that fields of records take."""
    mappings: list[Mapping]
    """How its requirements and terms map to others."""
    replaces: Edition
    """The edition that it takes the place of."""


class Explanation(TypedDict):
    """What a finding means: its page."""

    code: str
    """The code."""
    severity: Severity
    """The severity of its findings."""
    looks_for: str
    """What the rule looks for."""
    why: str
    """Why it matters."""
    example: str
    """An example."""
    normal_when: str
    """When it is normal."""
    what_to_do: str
    """What to do."""
    claims: list[str]
    """Ids of the claims of the source texts on which it rests."""


class KindCount(TypedDict):
    """How many records there are of a kind."""

    kind: Kind
    count: int
    observed: int
    """How many of them were observed."""


class HarmTally(TypedDict):
    """People who met one harm."""

    harm: str
    losses: int
    """Losses of this harm."""
    people: int
    """People, at least; 0 for goods."""
    unknown: int
    """Losses without a count."""


class Slice(TypedDict):
    """Incidents that share a year, a place or a means."""

    name: str
    """What they share; empty: unknown."""
    incidents: int
    harms: list[HarmTally]
    """The harms of the losses that they brought."""


class Picture(TypedDict):
    """What happened, counted: observed incidents and losses alone."""

    incidents: int
    harms: list[HarmTally]
    by_year: list[Slice]
    """All years, the first first."""
    by_place: list[Slice]
    """The most incidents first; the coarsest places that tell them apart."""
    by_means: list[Slice]
    """The most incidents first."""


class OnPath(TypedDict):
    """A measure on a path."""

    id: str
    status: str
    """Its status; empty: unknown."""


class Worst(TypedDict):
    """One of the worst incidents."""

    id: str
    title: str
    date: str
    """Its date, as it is written."""
    place: str
    """The title of its place; empty: unknown."""
    harms: list[HarmTally]
    """The harms of the losses that it brought."""
    undated: int
    """Losses that it leads to and that have no date: whether they happened is not said; each is unknown in its harm."""
    complete: bool
    """Nothing is broken and a risk factor is reached."""
    threats: list[str]
    """The threats that led to it."""
    risk_factors: list[str]
    """The risk factors that led to it."""
    broken: list[Broken]
    """Where its trace breaks."""
    measures: list[OnPath]
    """Measures on the links from its risk factors to its losses."""


class Missed(TypedDict):
    """A signal heard and not acted on."""

    id: str
    title: str
    heard: str
    """When it was heard."""
    reached: Literal["heard", "understood", "passed_on"]
    """How far it got."""
    followed_by: str
    """An observed incident of its threat, not before it; empty: none on record."""


class StatusCount(TypedDict):
    """How many measures have a status."""

    status: str
    """The status; empty: unknown."""
    count: int


class Fixable(TypedDict):
    """Findings of one code."""

    code: str
    severity: Severity
    count: int
    subjects: list[str]
    """The records of the first few."""
    message: str
    """The words of the first."""


class Review(TypedDict):
    """What is in a register, the worst that happened and why, warnings missed, and what needs
    fixing. People are counted at least: a loss without a count adds to `unknown`."""

    label: str | Label
    """Who may see this answer."""
    notice: str
    """The same in words: always an inside page."""
    title: str
    """The register's title; empty: it has none."""
    contents: list[KindCount]
    """How many records there are of each kind."""
    first: str | None
    """The first date on which something was observed."""
    last: str | None
    """The last one."""
    picture: Picture
    """What happened, counted."""
    worst: list[Worst]
    """The worst incidents: deaths first, then injuries, kidnappings, detentions, then others."""
    worst_more: int
    """How many observed incidents there are besides."""
    missed: list[Missed]
    """Signals heard and not acted on, the latest first."""
    missed_more: int
    """How many there are besides."""
    measures: list[StatusCount]
    """Measures, by status."""
    fix: list[Fixable]
    """What needs fixing in the record, by code."""


class ReadingNote(TypedDict):
    """One line of a reading report: something in a source was not taken as it stands."""

    row: int
    """The row as a spreadsheet numbers it: the header is row 1."""
    column: str
    """The column as its header is written; empty: the row as a whole."""
    value: str
    """The value as the source wrote it."""
    code: str
    """What was met."""
    done: str
    """What was done about it."""


class ReadingNoteKind(TypedDict):
    """A kind of reading note."""

    code: str
    explanation: str
    """What it means, in one sentence or two."""


class ImportAnswer(TypedDict):
    """What an import read, in counts."""

    label: str | Label
    """Who may see this answer."""
    format: str
    rows: int
    """The rows of data in the source: all but headers and blank rows."""
    read: int
    refused: int
    """The rows that were refused; each has a reading note."""
    totals: dict[str, int | None]
    """The totals of what was read; `None`: the source does not say, which is not 0."""
    findings: dict[str, int]
    """How many reading notes there are, exactly, by code."""
    output: str | None
    """Where the document was written; here always `None`: it is in the answer."""
    at_least: list[str]
    """The totals that are lower bounds, because single cells of the source are unknown."""


class Imported(TypedDict):
    """A table read whole."""

    document: bytes
    """The document that was made, in its canonical form."""
    answer: ImportAnswer
    """What was read, in counts."""
    notes: list[ReadingNote]
    """The reading report."""
