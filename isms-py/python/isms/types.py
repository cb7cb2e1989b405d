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


Sector: TypeAlias = Literal["analysis", "community", "protection", "mitigation"]
"""A sector of the response, in the order of the stages that they answer."""

Function: TypeAlias = Literal["policy", "training", "evaluation"]
"""A core function."""


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
    """A must that is known not to be met, or of which nothing is known."""

    requirement: str
    """The requirement, as `catalogue:name`."""
    text: str
    """What it asks for, in the language of the question."""
    part: str | None
    """Its sector or core function; `None`: the standard names none."""
    result: Literal["partly", "unmet", "waived", "not_known"]
    """What was found."""
    verification: str | None
    """The verification that found it, or that found something and holds no more; `None`: nobody looked, or it has no id."""
    date: str | None
    """When."""
    overdue: bool
    """The time is over in which it had to be met after the adoption."""


class Unproven(TypedDict):
    """A must that is called met by a verification which lacks something."""

    requirement: str
    """The requirement, as `catalogue:name`."""
    verification: str | None
    """The verification; `None`: it has no id."""
    lacks: list[Literal["evidence", "reviewer"]]
    """What it lacks."""


CarriedOver = TypedDict(
    "CarriedOver",
    {"requirement": str, "from": str, "result": Literal["met", "partly", "unmet"], "verification": str | None},
)
"""A must or a should that nobody looked at, and that an answer to another standard settles: `from` is the requirement that was
looked at."""


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
    not_known: list[Gap]
    """Musts of which nothing is known, the first hundred in the order of the standards."""
    not_known_more: int
    """How many more there are."""
    unproven: list[Unproven]
    """Musts that are called met by a verification without evidence, or without a reviewer, the first hundred."""
    unproven_more: int
    """How many more there are."""
    carried: list[CarriedOver]
    """Requirements that nobody looked at here, and that an answer to another standard settles, the first hundred."""
    carried_more: int
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


# `from` is a keyword of Python: such a key can't stand in a class.
Flow = TypedDict("Flow", {"from": str, "to": str, "count": int, "last": str | None})
"""Results that flowed from one sector, or agency, to another: how many, and when the last one; `None`: never, or nobody wrote
when."""


class Unshared(TypedDict):
    """Results that were not passed on to all."""

    id: str
    """The assessment or exchange."""
    sectors: list[Sector]
    """The sectors that they did not reach."""
    outside: bool
    """Whether they reached someone outside."""


class Flows(TypedDict):
    """The flow of results between sectors and agencies."""

    cells: list[Flow]
    """From each sector to each other one, also where nothing ever reached it."""
    between: list[Flow]
    """From each agency to each agency or party that it passed results on to."""
    unshared: list[Unshared]
    """Concluded assessments and exchanges whose results did not reach all other sectors, and assessments of which nobody outside
    learnt."""
    unshared_more: int
    """How many more there are."""


class Lacking(TypedDict):
    """A record, and what it lacks."""

    id: str
    """The record."""
    lacks: list[str]
    """What it lacks, each a word; docs/assess.md tells them."""


class FoundLapse(TypedDict):
    """What an evaluation found not to have worked."""

    evaluation: str
    """The evaluation."""
    text: str | None
    """What did not work."""
    sector: str | None
    """In which sector, a term."""
    requirement: str | None
    """The requirement that was not kept, as `catalogue:name`."""
    measure: str | None
    """The measure in which it lies."""
    mended: bool
    """A measure came of the evaluation."""


class Integration(TypedDict):
    """How the parts of the response hang together."""

    measures: int
    """How many measures are in place."""
    on_assessment: int
    """How many of them rest on an assessment, or on a recommendation of one."""
    for_exchange: int
    """How many should rest on an exchange too: those of protection, and those that are visible or touch the community."""
    on_exchange: int
    """How many of these do."""
    existing: int
    """How many use what was there already."""
    unfounded: list[Lacking]
    """Measures in place that lack something."""
    unfounded_more: int
    """How many more there are."""
    incidents: int
    """How many incidents are over."""
    evaluated: int
    """Of how many of them an evaluation was made."""
    closed: int
    """For how many it closed the loop: every recommendation is answered, and where something did not work a measure came of
    it."""
    open: list[Lacking]
    """Incidents of which the loop is open."""
    open_more: int
    """How many more there are."""
    lapses: list[FoundLapse]
    """What evaluations found not to have worked, the first hundred."""
    lapses_more: int
    """How many more there are."""


class Posture(TypedDict):
    """On which school an office's security rests."""

    agency: str
    """The agency."""
    place: str
    """The place."""
    posture: Literal["integrated", "mix", "system_based", "community_based", "none"]
    """`mix`: both schools, without a strategy that joins them. `none`: no measure in place says which school it comes from."""
    strategy: str | None
    """The strategy that holds there; `None`: none is written."""
    rests_on: list[str]
    """What that strategy says security rests on: acceptance, protection, deterrence."""
    system: int
    """How many measures in place come from the system-based school."""
    community: int
    """How many from the community-based one."""
    reasons: list[str]
    """Why it is not integrated, or what the strategy lacks, each a word; docs/assess.md tells them."""


class AnsweredStage(TypedDict):
    """A sector and its stage of the chain."""

    sector: str
    """The sector."""
    stage: Literal["risk_factors", "threats", "incidents", "losses"]
    """The stage."""
    records: int
    """How many records of that stage there are on the day."""
    answered: int
    """How many of them the sector has an answer to."""


class Pledge(TypedDict):
    """An agreement on a standard that some of its agencies have not adopted."""

    id: str
    """The agreement."""
    standard: str
    """The standard."""
    missing: list[str]
    """Its agencies by which that standard is not adopted on the day."""


class ProtectedField(TypedDict):
    """A field of protection."""

    field: Literal["staff", "premises", "transport", "communication"]
    """The field."""
    measures: int
    """How many measures in place belong to it."""
    guided: int
    """How many of them follow a guideline that is at hand."""


class OfficePractice(TypedDict):
    """What an office works with."""

    agency: str
    """The agency."""
    place: str
    """The place."""
    capital: str | None
    """When the last exchange was had in the capital; `None`: none."""
    field: str | None
    """When the last one was had in the field; `None`: none."""
    fields: list[ProtectedField]
    """The four fields of protection."""
    unpreserved: list[str]
    """Critical assets that no plan preserves."""
    unpreserved_more: int
    """How many more there are."""


class Practice(TypedDict):
    """What the sectors work with, and what it lacks."""

    stages: list[AnsweredStage]
    """The four sectors, each with the stage of the chain that it answers."""
    assessments: list[Lacking]
    """Assessments in force that lack something."""
    assessments_more: int
    """How many more there are."""
    exchanges: list[Lacking]
    """Exchanges that lack something."""
    exchanges_more: int
    """How many more there are."""
    plans: list[Lacking]
    """Plans that lack something."""
    plans_more: int
    """How many more there are."""
    networks: list[Lacking]
    """Networks that lack something."""
    agencies: list[Lacking]
    """Agencies that lack something."""
    pledges: list[Pledge]
    """Agreements on a standard that some of their agencies have not adopted."""
    offices: list[OfficePractice]
    """The offices."""


class Bounds(TypedDict):
    """A sum of which parts may be unknown."""

    low: int
    """At least."""
    high: int | None
    """At most; `None`: unknown."""


class Exposed(TypedDict):
    """People of a category."""

    agency: str
    """The agency whose people they are."""
    category: str
    """The category."""
    low: int
    """How many at least, by the exposures that hold on the day."""
    high: int | None
    """How many at most; `None`: unknown."""
    nights: Bounds
    """How many nights all of them together spend there."""
    trips: Bounds
    """How many trips all of them together make."""


class Covered(TypedDict):
    """Whether people of a category are covered by something."""

    agency: str
    """The agency whose people they are."""
    category: str
    """The category."""
    entitlement: str
    """What they may be entitled to."""
    state: Literal["yes", "partly", "no", "not_known", "empty"]
    """`not_known`: someone said that nobody knows; `empty`: nobody has said. Of several answers the weakest."""
    records: list[str]
    """The obligations and plans that say so."""


class Coverage(TypedDict):
    """Who is covered by what."""

    people: list[Exposed]
    """The categories of people who are exposed, or of whom something is said, agency by agency."""
    entitlements: list[str]
    """What they may be entitled to."""
    cells: list[Covered]
    """Each category of each agency, and each entitlement."""
    empty: int
    """How many cells are empty: nobody has said."""
    uncovered: int
    """How many say no, or partly."""


class Posts(TypedDict):
    """How posts are held on the day."""

    posts: int
    """All posts that hold on the day."""
    held: int
    """Held."""
    acting: int
    """Held ad interim alone."""
    vacant: int
    """Vacant."""
    not_known: int
    """Nobody has said."""
    without_deputy: int
    """Without a deputy."""
    without_superior: int
    """Posts that are not at headquarters, and of which nobody has said to which post or body they answer."""
    national: int
    """Posts that are held by national staff."""


class Answered(TypedDict):
    """Who answers for a sector or a core function."""

    name: Sector | Function
    """The sector or core function."""
    posts: list[str]
    """The posts; none: nobody answers for it."""


class Topic(TypedDict):
    """A topic of training."""

    track: str
    """The track: `technique` or `management`."""
    topic: str
    """The topic."""
    posts: int
    """How many posts were taught it, by trainings that hold on the day."""
    people: int
    """How many other people, at least."""


class Drilled(TypedDict):
    """A plan and its last exercise."""

    contingency: str
    """The plan."""
    last: str | None
    """When it was exercised or tested last; `None`: never, as far as anyone wrote."""
    people: int | None
    """How many people took part in that exercise, at least; `None`: that is not known."""


class LookedBack(TypedDict):
    """When an agency looked back at a sector or a core function."""

    agency: str
    """The agency."""
    name: Sector | Function
    """The sector or core function."""
    last: str | None
    """When last; `None`: never."""
    overdue: bool
    """Whether one is overdue."""


class Preparedness(TypedDict):
    """How prepared the offices are."""

    posts: Posts
    """The posts, by how they are held."""
    answered: list[Answered]
    """The sectors and core functions, each with the posts that answer for it and are held."""
    untrained: list[Lacking]
    """Posts that lack a training, or topics of one."""
    untrained_more: int
    """How many more there are."""
    topics: list[Topic]
    """Every topic of the two tracks, with how many posts and people were taught it."""
    uncertified: list[str]
    """Trainings whose curriculum no independent body has certified up to the day."""
    uncertified_more: int
    """How many more there are."""
    drills: list[Drilled]
    """The plans, with their last exercise."""
    cores: list[Lacking]
    """The cores of agencies, with what they lack."""
    evaluations: list[LookedBack]
    """What was looked back at, by each agency: its sectors and core functions."""


class Area(TypedDict):
    """A designated area of the UN security management system."""

    place: str | None
    """The place; `None`: no designated official answers for these offices."""
    officials: list[str]
    """The posts of designated official for it: one is right."""
    held: Literal["held", "acting", "vacant", "not_known"] | None
    """How that post is held; `None`: there is none. Ad interim is accepted."""
    resident: bool | None
    """Whether the holder lives there; `None`: nobody has said. Who lives elsewhere is accepted."""
    teams: list[str]
    """The security management teams of the area: one is right."""
    missing: list[str]
    """Agencies with an office in the area that are in none of these teams."""
    faults: list[str]
    """What is not as it should be, each a word; docs/assess.md tells them."""
    by_adviser: list[str]
    """Decisions on risk that an adviser took: advisers advise, and never accept."""


class Owed(TypedDict):
    """Obligations towards parties of one sort or the staff, or of such parties."""

    party: Literal["host", "armed_and_civil", "staff", "other"]
    """To whom, or by whom."""
    yes: int
    """Given."""
    partly: int
    """Given in part."""
    no: int
    """Not given."""
    not_known: int
    """Nobody knows."""


class Undecided(TypedDict):
    """A concluded assessment without a decision."""

    assessment: str
    """The assessment."""
    concluded: str
    """When it came to its result."""
    duty: Literal["definite", "open"]
    """`definite` where it determined a level of risk."""


class Duties(TypedDict):
    """What is owed, and whether it is given."""

    towards: list[Owed]
    """Obligations of the agencies, by those to whom they are owed."""
    owed_by: list[Owed]
    """What parties owe to the agencies, by who owes it."""
    undecided: list[Undecided]
    """Concluded assessments on which no decision holds."""
    undecided_more: int
    """How many more there are."""
    without_care: list[str]
    """Losses of people for which no care is recorded as given."""
    without_care_more: int
    """How many more there are."""
    overdue: list[str]
    """Actions that are not done though they were due."""
    overdue_more: int
    """How many more there are."""
    claims: list[str]
    """Claims that rest on no evaluation."""
    claims_more: int
    """How many more there are."""
    incidents: list[Lacking]
    """Incidents that are over and not closed, or were reported late: `closing`, `report`."""
    incidents_more: int
    """How many more there are."""


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
    flows: Flows
    """The flow of results between sectors and agencies."""
    integration: Integration
    """On what measures rest, and what was learnt."""
    postures: list[Posture]
    """On which school the security of each office rests."""
    practice: Practice
    """What the sectors work with, and what it lacks."""
    coverage: Coverage
    """Who is covered by what."""
    preparedness: Preparedness
    """Posts, training, exercises, looking back."""
    governance: list[Area]
    """The designated areas of offices that adopted the UN standard; none elsewhere."""
    duties: Duties
    """What is owed, decided, and done for those whom incidents befell."""
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
    code: str
    """How its source writes it, if not so: a code in a list of codes."""


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


class KindChange(TypedDict):
    """How many records of a kind changed."""

    kind: Kind
    """The kind."""
    happened: int
    """How many happened: they have a date in that time."""
    began: int
    """How many began to hold."""
    ended: int
    """How many ceased to hold. Not counted in the chain."""


class ChangedRecord(TypedDict):
    """A record that changed."""

    id: str
    """The record."""
    kind: str
    """Its kind, in the singular."""
    title: str
    """Its title."""
    what: Literal["happened", "began", "ended", "filled", "vacated"]
    """`filled` and `vacated` are posts that hold on both days."""
    date: str
    """When, as it is written."""


class StandingChange(TypedDict):
    """A sector or core function that stands otherwise."""

    agency: str
    """The agency."""
    place: str | None
    """The place; `None`: its headquarters."""
    name: str
    """The sector or core function."""
    was: State
    """How it stood."""
    now: State
    """How it stands."""
    must_was: Verdicts
    """Its musts as they were."""
    must_now: Verdicts
    """Its musts as they are."""


class Changes(TypedDict):
    """What changed in a register after one day and up to another."""

    label: str | Label
    """Who may see this answer."""
    since: str
    """After this day."""
    as_of: str
    """Up to this one."""
    kinds: list[KindChange]
    """By kind: how many records happened, began and ended. Kinds of which none did are left out."""
    records: list[ChangedRecord]
    """The records, the latest first; the first hundred."""
    records_more: int
    """How many more there are."""
    standings: list[StandingChange]
    """The sectors of offices, and the core functions of headquarters, of which the musts stand otherwise."""


class Reached(TypedDict):
    """A trigger that was reached, and is not over."""

    contingency: str
    """The plan."""
    title: str
    """Its title."""
    observable: str
    """What is watched."""
    reached: str
    """When it was reached."""
    decider: str | None
    """The post that decides; `None`: nobody is named."""
    activated: bool
    """Whether the plan was set going since: for an incident that happened by the day and was not over before it was reached."""


class Lapsing(TypedDict):
    """A decision that lapses."""

    id: str
    """The decision."""
    title: str
    """Its title."""
    choice: str | None
    """What was decided."""
    until: str
    """Until when it holds."""
    lapsed: bool
    """It holds no more."""
    by: str | None
    """The post that took it."""


class Weak(TypedDict):
    """A sector or core function that stands weakest."""

    agency: str
    """The agency."""
    place: str | None
    """The place; `None`: its headquarters."""
    name: str
    """The sector or core function."""
    state: State
    """How it stands."""
    musts: int
    """How many musts make it so."""
    gap: Gap | None
    """The first of its musts that are known not to be met."""


class Todo(TypedDict):
    """Something to do, with who owes it."""

    what: Literal["act", "decide", "answer", "evaluate", "mend"]
    """An action is overdue; a trigger was reached or a concluded assessment has no decision; a recommendation is overdue; an
    evaluation is overdue; a must is known not to be met."""
    record: str | None
    """The record that says so; of a must the verification."""
    title: str
    """In words: its title, or the text of the requirement."""
    owner: str | None
    """The post that owes it; `None`: nobody is named."""
    due: str | None
    """Until when it was, or is, due."""


class Meeting(TypedDict):
    """What a security adviser takes to a meeting on a day."""

    label: str | Label
    """Who may see this answer."""
    as_of: str
    """The day."""
    changes: Changes
    """What changed since the day that was asked for."""
    triggers: list[Reached]
    """Triggers of plans that were reached and are not over, the latest first."""
    triggers_more: int
    """How many there are besides."""
    lapsing: list[Lapsing]
    """Decisions that lapse within 30 days, or have lapsed and were not taken again; the first to lapse first."""
    lapsing_more: int
    """How many there are besides."""
    standards: int
    """How many standards were looked at. None: nothing is asked for, so of gaps nothing is known."""
    weakest: list[Weak]
    """The sectors and core functions that stand weakest, and why."""
    findings: Findings
    """What stood in the way of saying so: standards that are not at hand, records that count for nothing."""
    coverage: Coverage
    """Who is covered by what."""
    actions: list[Todo]
    """What to do first, the first twenty."""
    actions_more: int
    """How many more things wait to be done."""
    review: Review
    """The register itself."""


class Counted(TypedDict):
    """How many, at least and at most."""

    low: int
    high: int


class Impeded(TypedDict):
    """Who impedes a programme."""

    id: str
    """The record."""
    by: str | None
    """The party; `None`: nobody has said."""
    how: list[str]
    """How, terms."""
    not_reached: Counted | None
    """How many people are not reached; `None`: unknown."""
    state: str | None
    """What it does to the programme, a term; `None`: nobody has said."""
    incident: str | None
    """The incident that brought it."""


class Agreed(TypedDict):
    """An agreement that a programme stands on."""

    id: str
    """The agreement."""
    kind: str | None
    """Its type."""
    agencies: list[str]
    """The other agencies in it."""
    parties: list[str]
    """The parties."""
    conditions: list[str]
    """Under which conditions."""
    until: str | None
    """Until when it holds; `None`: it goes on."""


class Decided(TypedDict):
    """A decision on a programme."""

    id: str
    """The decision."""
    title: str
    """Its title."""
    choice: str | None
    """What was decided."""
    treatment: str | None
    """What is done about the risk."""
    by: str | None
    """The post that decided."""
    advised_by: list[str]
    """The posts that advised."""
    date: str | None
    """When."""
    until: str | None
    """Until when it holds."""
    conditions: list[str]
    """Under which conditions."""
    lapses_when: list[str]
    """What ends it before its time."""
    dissent: str | None
    """What those say who do not agree."""
    assessment: str | None
    """The assessment on which it rests."""
    level: str | None
    """The level of the risk that remains and is accepted."""
    follows: str | None
    """The policy that it applies, as `catalogue:name`."""
    reason: str | None
    """Why."""
    people_reached: Counted | None
    """How many people are reached by what was decided; `None`: unknown."""
    informed: Counted | None
    """How many of those who bear the risk were told of it."""
    consented: Counted | None
    """How many of these agreed."""


class Step(TypedDict):
    """What must be seen before something is done."""

    step: str
    """What is done: `reduce`, `leave` or `return`."""
    at: str
    """What must be seen."""


class GoNoGo(TypedDict):
    """What speaks for and against a programme on a day. It decides nothing."""

    label: str | Label
    """Who may see this answer."""
    as_of: str
    """The day."""
    programme: str
    """The programme."""
    title: str
    """Its title."""
    agency: str | None
    """Whose it is."""
    place: str | None
    """Where it is."""
    criticality: str | None
    """How critical the need is."""
    people_in_need: Counted | None
    """How many people are in need of it; `None`: unknown."""
    people_reached: Counted | None
    """How many it reaches; `None`: unknown."""
    state: str | None
    """Whether it goes on."""
    impeded: list[Impeded]
    """Who impedes it and how, on the day."""
    decided: Literal["go", "go_with_conditions", "no_go", "lapsed", "undecided"]
    """How it stands decided; `lapsed`: a decision is over and was not taken again."""
    decision: Decided | None
    """The decision that holds, or that lapsed last."""
    also_in_force: list[Decided]
    """Other decisions on it that are in force too, the latest first; one that a later one for the same programmes, agency and
    place took the place of is none of them."""
    against: list[str]
    """What speaks against it, each a word that `docs/review.md` tells: `gap`, `no_assessment`, `dissent` … None does not mean
    that there is no risk."""
    fix: list[Fixable]
    """Errors of the records on which the sheet rests, by code, and keys and tables that may be misspelt: what can't be read is
    not on it."""
    undecided: list[Undecided]
    """Concluded assessments of its office without a decision, the first hundred."""
    triggers: list[Reached]
    """Triggers that were reached and are not over, of plans for its place, one around it or within it, the latest first."""
    office: AssessedOffice | None
    """How the office stands; `None`: the programme names no agency, or no place."""
    may_decide: list[str]
    """Who may decide: posts in or around the place that decide in its system."""
    not_covered: list[Covered]
    """Who is not covered by what: cells that say no or partly, or in which nobody has said."""
    thresholds: list[Step]
    """What must be seen to reduce the work, to leave, to return, by the strategy."""
    agreements: list[Agreed]
    """The agreements of its agency that hold near its place, or everywhere."""


class Migrated(TypedDict):
    """What becomes of one answer."""

    verification: str
    """The verification."""
    requirement: str
    """The requirement that it answers."""
    now: list[str]
    """The requirements of the new edition that have to do with it."""
    fate: Literal["review", "lost"]
    how: Literal["split", "merged", "reworded", "withdrawn", "untold", "unknown", "unnamed"]
    """Why; `untold`: the new edition says nothing of it, `unknown`: the older edition has no such requirement, `unnamed`: the
    record has no id of its own, so nothing can change it."""


class MigratedTailoring(TypedDict):
    """A change of an adoption that does not come along."""

    adoption: str
    """The adoption."""
    requirement: str
    """The requirement that it changes."""
    change: str
    """`left_out`, `must` or `should`."""
    now: list[str]
    """The requirements of the new edition that have to do with it."""


# `from` is a keyword of Python: such a key can't stand in a class.
Migration = TypedDict(
    "Migration",
    {
        "label": str | Label,
        "standard": str,
        "from": str,
        "to": str,
        "answers": int,
        "kept": int,
        "review": int,
        "lost": int,
        "items": list[Migrated],
        "items_more": int,
        "tailoring": list[MigratedTailoring],
        "adoptions": int,
        "adoptions_left": int,
        "standings": list[StandingChange],
        "fixes": list[Fix],
    },
)
"""What becomes of the answers to one edition of a standard in the next: of all `answers` some are `kept`, some are to be
reviewed, some are lost; `items` are those of the last two; `adoptions` come along, `adoptions_left` can't be changed (an
earlier record has their id, or they have none); `fixes` are what to apply."""


class ReadingNote(TypedDict):
    """One line of a reading report: something in a source was not taken as it stands."""

    row: int
    """The row as a spreadsheet numbers it: the header is row 1. Of a standard: the number of the control, from 1; 0: none."""
    column: str
    """The column as its header is written; empty: the row as a whole. Of a standard: the place, a JSON pointer."""
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
    """The rows of data in the source: all but headers and blank rows; of a standard its controls."""
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
    """A file read whole."""

    document: bytes
    """The document that was made, in its canonical form."""
    answer: ImportAnswer
    """What was read, in counts."""
    notes: list[ReadingNote]
    """The reading report."""


class ExportAnswer(TypedDict):
    """What an export wrote, in counts."""

    label: str | Label
    """Who may see the file, and this answer."""
    format: str
    as_of: str
    """The day."""
    totals: dict[str, int | None]
    """The totals of what was written."""
    not_carried: dict[str, int]
    """How much the format could not carry, exactly, by code."""
    output: str | None
    """Where the file was written; here always `None`: it is in the answer."""


class ExportNote(TypedDict):
    """Something that the format could not carry as it stands."""

    subject: str
    """The record, or the requirement; empty: the whole."""
    field: str
    """The field; empty: all of it."""
    value: str
    """What stands there."""
    code: str
    """What the format lacks."""
    done: str
    """What was done about it."""


class Exported(TypedDict):
    """A file of another format, and what it could not carry."""

    document: bytes
    """The file."""
    answer: ExportAnswer
    """What was written, in counts."""
    notes: list[ExportNote]
    """What could not be carried."""
