# Generated from the schema of the document; do not edit.
"""Types of records, as they stand in a document.

A record may have fields besides: what this version does not know is kept.
"""

from typing import Literal, Required, TypeAlias, TypedDict


Date: TypeAlias = str
"""A year, a year and month, a day, or an instant with its offset."""


Id: TypeAlias = str
"""One id space for all kinds; 1 to 200 bytes, no control characters, no outer blanks."""


class Label(TypedDict, total=False):
    tlp: Required[str]
    audience: list[str]
    personal: bool


class NotReached(TypedDict, total=False):
    high: Required[int]
    low: Required[int]


class Access(TypedDict, total=False):
    """Who impedes that aid reaches people, and how."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose access it is."""
    by: str
    """Who impedes it."""
    date: Date
    """When it began."""
    how: list[str]
    """How, terms."""
    incident: str
    """The incident that brought it."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    not_reached: int | NotReached
    """How many people are not reached; missing: unknown."""
    note: str
    """What else there is to say."""
    place: str
    """Where."""
    programme: str
    """Which programme."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    state: str
    """Whether the programme goes on, a term: `running`, `reduced`, `suspended`, `stopped`."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


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


class Action(TypedDict, total=False):
    """What was done, or must be, for those whom an incident or a loss befell."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Who owes it."""
    by: str
    """The post that answers for it."""
    done: Date
    """When it was done; missing: it was not."""
    due: Date
    """Until when it must be done."""
    evaluation: str
    """The evaluation on which it rests."""
    incident: str
    """For which incident."""
    kind: str
    """Its type, a term: `first_aid`, `medical_evacuation`, `family_informed`, `psychosocial_care_offered`, `claim`, `compensation`, `asset_recovered` …"""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    loss: str
    """For which loss."""
    note: str
    """What else there is to say."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Tailoring(TypedDict, total=False):
    """A requirement of a standard that an agency leaves out, or takes otherwise than the standard says."""

    change: Required[str]
    """What is changed, a term: `left_out`, `must` or `should`."""
    requirement: Required[str]
    """The requirement, as `catalogue:name`."""
    reason: str
    """Why; without a reason the change does not count."""


class Adoption(TypedDict, total=False):
    """A standard that an agency takes as its own."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Who adopts it."""
    by: str
    """The post that decided so."""
    edition: str
    """Its edition; missing: whichever is at hand."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    place: str
    """Where; missing: in all its offices."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    standard: str
    """The standard, the name of a catalogue."""
    tags: list[str]
    """Words of the user's own."""
    tailoring: list[Tailoring]
    """What the agency changes in it."""
    until: Date
    """Valid up to and with this date."""


class Agency(TypedDict, total=False):
    """An agency that works in conflict areas: UN, Red Cross and Red Crescent, international or national NGO, charity, foundation. Never a military-type operator."""

    id: Required[Id]
    title: str
    """What people call it."""
    assistance: list[str]
    """What it gives, terms: `developmental`, `humanitarian`, `technical`, `political`."""
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
    recipients: list[str]
    """To whom it gives, terms: `government`, `civil_society`, `population`."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Agreement(TypedDict, total=False):
    """What agencies and parties agreed on: access, sharing, partnership."""

    id: Required[Id]
    title: str
    """What people call it."""
    agencies: list[str]
    """The agencies."""
    conditions: list[str]
    """Under which conditions."""
    kind: str
    """Its type, a term: `access`, `information_sharing`, `partnership`, `funding`, `framework` …"""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    parties: list[str]
    """The parties."""
    place: str
    """Where; missing: everywhere."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    standard: str
    """The standard that all of them follow, the name of a catalogue."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class RiskLevel(TypedDict, total=False):
    """A level of risk on a scale. JSON: `{\"level\": \"orange\", \"scale\": \"red-cross:phase\"}`."""

    level: Required[str]
    """The level, a word of the scale."""
    scale: Required[str]
    """The scale, as `catalogue:name`."""


class Sharing(TypedDict, total=False):
    """To whom results were passed on: a sector, or an agency or party."""

    date: Date
    """When; missing: unknown."""
    sector: str
    """The sector, a term."""
    to: str
    """The agency or party."""


class Assessment(TypedDict, total=False):
    """A look at the risks of a place and of the work there, by open methods."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose it is."""
    concluded: Date
    """When it came to its result; missing: it has none yet."""
    date: Date
    """When it was made."""
    follows: str
    """The guideline that it follows, as `catalogue:name`."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    led_by: list[str]
    """The posts that made it."""
    level: RiskLevel
    """The level of risk that it found."""
    methods: list[str]
    """How it was made, terms: `interviews`, `community_meetings`, `site_visit` … Covert ones are refused."""
    note: str
    """What else there is to say."""
    place: str
    """Of which place."""
    programmes: list[str]
    """Of which programmes."""
    risk_factors: list[str]
    """The risk factors that it looks at."""
    shared: list[Sharing]
    """To whom its results were passed on."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    threats: list[str]
    """The threats that it looks at."""
    until: Date
    """Valid up to and with this date."""
    within_programme: bool
    """Whether it is part of an assessment of the programmes."""


class Asset(TypedDict, total=False):
    """What a threat targets and a loss hits: staff, premises, vehicles, goods, communication."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose it is."""
    critical: bool
    """Whether the work stops without it."""
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


class Body(TypedDict, total=False):
    """A body in which posts or agencies come together: a core of experts, a security management team, a network, a board."""

    id: Required[Id]
    title: str
    """What people call it."""
    agencies: list[str]
    """The agencies in it."""
    agency: str
    """Whose it is; missing: of no single one."""
    chair: str
    """The post that chairs it."""
    independent: bool
    """Whether it is independent of those whom it judges."""
    kind: str
    """Its type, a term: `core`, `security_management_team`, `security_cell`, `network`, `forum`, `certification_board` …"""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    members: list[str]
    """The posts in it."""
    note: str
    """What else there is to say."""
    parent: str
    """The body to which it answers."""
    place: str
    """For which area."""
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


class Trigger(TypedDict, total=False):
    """What sets a contingency plan going."""

    decider: str
    """The post that decides."""
    observable: str
    """What is watched."""
    reached: Date
    """When it was reached; missing: it was not."""
    threshold: str
    """From when on it counts."""
    until: Date
    """Up to and with which date it was so; missing: it goes on."""
    watcher: str
    """The post that watches."""


class Contingency(TypedDict, total=False):
    """What is done when the worst comes: hibernation, relocation, evacuation, a medical emergency."""

    id: Required[Id]
    title: str
    """What people call it."""
    activated_for: list[str]
    """The incidents for which it was set going."""
    agency: str
    """Whose it is."""
    assets: list[str]
    """The assets that it preserves."""
    covers: list[str]
    """Categories of staff whom it covers, terms."""
    kind: str
    """Its type, a term: `hibernation`, `relocation`, `evacuation`, `medical_evacuation` …"""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    not_covers: list[str]
    """Categories of staff whom it does not cover, terms."""
    note: str
    """What else there is to say."""
    place: str
    """Where."""
    provider: str
    """Who provides it; missing: the agency itself."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    stock_days: int
    """For how many days its stocks last."""
    tags: list[str]
    """Words of the user's own."""
    tested: Date
    """When it was tested last; missing: never, or unknown."""
    triggers: list[Trigger]
    """What sets it going."""
    until: Date
    """Valid up to and with this date."""


class Decision(TypedDict, total=False):
    """What was decided on risk, by which post, on which grounds, and until when."""

    id: Required[Id]
    title: str
    """What people call it."""
    advised_by: list[str]
    """The posts that advised."""
    agency: str
    """Whose it is."""
    assessment: str
    """The assessment on which it rests."""
    by: str
    """The post that decided."""
    choice: str
    """What was decided, a term: `proceed`, `proceed_with_conditions`, `restrict`, `suspend`, `hibernate`, `relocate`, `evacuate`, `remote`, `return`."""
    conditions: list[str]
    """Under which conditions."""
    consented: int | NotReached
    """How many of these agreed."""
    date: Date
    """When."""
    digest: str
    """The digest of that assessment as it was then."""
    dissent: str
    """What those say who do not agree."""
    follows: str
    """The policy that it applies, as `catalogue:name`."""
    informed: int | NotReached
    """How many of those who bear the risk were told of it."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    lapses_when: list[str]
    """What ends it before its time."""
    level: RiskLevel
    """The risk that remains and is accepted."""
    note: str
    """What else there is to say."""
    people_reached: int | NotReached
    """How many people are reached by what was decided; missing: unknown."""
    place: str
    """For which place."""
    programmes: list[str]
    """For which programmes."""
    reason: str
    """Why."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    treatment: str
    """What is done about the risk, a term: `accept`, `control`, `avoid`, `transfer`, `share`."""
    until: Date
    """Valid up to and with this date."""


class HeadCount(TypedDict, total=False):
    """People of one category of staff. Never names."""

    category: Required[str]
    """The category, a term: `international`, `national`, `driver`, `guard`, `volunteer` …"""
    count: int | NotReached
    """How many people; missing: unknown."""
    nights: int | NotReached
    """How many nights all of them together spend there; missing: unknown."""
    trips: int | NotReached
    """How many trips all of them together make; missing: unknown."""


class Drill(TypedDict, total=False):
    """An exercise of a plan."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose it was."""
    contingency: str
    """The plan that was exercised."""
    date: Date
    """When."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    people: list[HeadCount]
    """How many took part, by category."""
    place: str
    """Where."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Lapse(TypedDict, total=False):
    """What an evaluation found not to have worked. It blames a measure or a requirement, never a person."""

    measure: str
    """Which measure."""
    requirement: str
    """Which requirement, as `catalogue:name`."""
    sector: str
    """In which sector, a term."""
    text: str
    """What did not work."""


class Evaluation(TypedDict, total=False):
    """A look back: at a sector, a core function, a strategy, or an incident."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose it is."""
    by: str
    """The post that made it."""
    date: Date
    """When it was made; missing: it was not."""
    due: Date
    """Until when it must be made."""
    function: str
    """Of which core function, a term: `policy`, `training`, `evaluation`."""
    incident: str
    """Of which incident."""
    independent: bool
    """Whether that post is independent of those whom it looks at."""
    kind: str
    """Its type, a term: `sector`, `headquarters`, `strategy`, `incident`, `investigation`, `external`."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    lapses: list[Lapse]
    """What it found not to have worked."""
    note: str
    """What else there is to say."""
    place: str
    """Of which office."""
    reviewers: list[str]
    """The trades of those from outside who took part, terms."""
    sector: str
    """Of which sector, a term."""
    shared: list[Sharing]
    """To whom its results were passed on."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    strategy: str
    """Of which strategy."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Exchange(TypedDict, total=False):
    """A contact with a party: what was said, what was answered, and what that is worth. Some are better not written down."""

    id: Required[Id]
    title: str
    """What people call it."""
    able_to_harm: bool
    """Whether they are able to harm."""
    acceptance: str
    """Whether they accept the work, a term: `consent`, `tolerance`, `refusal`, `unclear`."""
    agency: str
    """Whose it is."""
    answer: str
    """What was answered."""
    by: str
    """The post that had it."""
    date: Date
    """When; for armed parties a month."""
    evidence: str
    """On what that rests, a term."""
    free_to_refuse: bool
    """Whether they were free to refuse."""
    held_off_system: bool
    """Its content is known to those who had it, and is not written down."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    level: str
    """At which level, a term: `capital` or `field`."""
    message: str
    """What was said."""
    note: str
    """What else there is to say."""
    party: str
    """With whom: a party, which is a class or a code."""
    place: str
    """Where."""
    programmes: list[str]
    """For which programmes."""
    said_by: str
    """Who says so, a term: `themselves`, `others`, `own_staff`."""
    shared: list[Sharing]
    """To whom its results were passed on."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Exposure(TypedDict, total=False):
    """How many people are exposed, by category. Never names."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose people they are."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    people: list[HeadCount]
    """How many of each category."""
    place: str
    """Where they are."""
    programme: str
    """What they work for."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Holding(TypedDict, total=False):
    """A time for which a post is held. Never by whom."""

    acting: bool
    """Ad interim, by a deputy."""
    background: list[str]
    """Where the holder learnt the trade, terms: `military`, `police`, `humanitarian`, `development` …"""
    resident: bool
    """Whether the holder lives in the place for which the post answers."""
    since: Date
    """From this date on; missing: from before all that is known."""
    staff: str
    """Which staff the holder belongs to, a term: `national`, `international` …"""
    until: Date
    """Up to and with this date; missing: it goes on."""


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
    closed: Date
    """When all that it asked for was done; missing: that is not so, or unknown."""
    consent: str
    """What those whom it befell allow, a term: `none` (it is in no review and no count), `count_only` (it is counted, never told), `share`. Any other word is taken as `none`."""
    context: str
    """In which context, a term: ambush, raid, individual attack …"""
    date: Date
    """When it happened; missing: it is assessed."""
    details: str
    """What happened, told."""
    ended: Date
    """When it was over; missing: unknown."""
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
    reported: Date
    """When it was reported; missing: unknown."""
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
    count: int | NotReached
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
    acts_on: str
    """What it acts on, a term: `source`, `exposure`, `vulnerability`, `consequence`."""
    against_norm: str
    """How it stands to what people in the place do for their own protection, a term: `below`, `equal`, `beyond`."""
    agency: str
    """Whose it is."""
    approach: str
    """Which school it comes from, a term: `system`, `community`, `both`."""
    brings: list[str]
    """Risk factors that the measure itself creates."""
    costs_access: str
    """What it costs in access to people, a term."""
    costs_control: str
    """What it costs in control over movement and work, a term."""
    costs_neutrality: str
    """What it costs in neutrality, a term: `none`, `some`, `much`."""
    effectiveness: Estimate
    """The probability that it works."""
    existing: bool
    """Whether it uses what was there already."""
    field: str
    """Which of the fields of protection it belongs to, a term: `staff`, `premises`, `transport`, `communication`."""
    follows: str
    """The guideline that it follows, as `catalogue:name`."""
    implemented_by: str
    """The post that carries it out."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    level: str
    """Where it is carried out, a term: `headquarters`, `regional`, `local`."""
    note: str
    """What else there is to say."""
    place: str
    """Where it holds."""
    provided_by: str
    """Who provides it, a term: `own`, `host`, `military`, `contractor`, `un` …"""
    rests_on: list[str]
    """What it rests on."""
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
    touches_community: bool
    """Whether it touches the life of the community."""
    until: Date
    """Valid up to and with this date."""
    visible: bool
    """Whether people outside see it."""


class Message(TypedDict, total=False):
    """What is said about the agency's work, and where."""

    level: Required[str]
    """Where it is said, a term: `capital` or `field`."""
    text: Required[str]
    """What is said."""


class Obligation(TypedDict, total=False):
    """What is owed: by an agency to its staff or to a party, or by a party to an agency."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """The agency that it concerns."""
    category: str
    """The category of staff, a term."""
    entitlement: str
    """What is owed, a term: `insurance`, `medical`, `evacuation`, `psychosocial`, `compensation` …"""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    owed_by: str
    """Who owes it; missing: the agency."""
    place: str
    """Where; missing: everywhere."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    state: str
    """Whether it is given, a term: `yes`, `partly`, `no`, `not_known`."""
    tags: list[str]
    """Words of the user's own."""
    towards: str
    """To whom; missing: to the staff of `category`."""
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


class Post(TypedDict, total=False):
    """A post: a role, with where its holders come from. Never a person's name."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose post it is."""
    deputy: str
    """The post that stands in for it."""
    held: list[Holding]
    """When it was held; no time on a day: it is vacant; none at all: unknown."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    level: str
    """Where it stands, a term: `headquarters`, `regional`, `local`."""
    note: str
    """What else there is to say."""
    place: str
    """The area for which it answers."""
    reports_to: str
    """The post, or the body, to which it answers."""
    role: str
    """The role, a term: `designated_official`, `security_manager`, `operational_manager`, `warden` …"""
    sectors: list[str]
    """The sectors and core functions for which it answers, terms."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Programme(TypedDict, total=False):
    """What an agency does for people in a place."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose it is."""
    criticality: str
    """How critical the need is that it answers, a term."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    people_in_need: int | NotReached
    """How many people are in need of it; missing: unknown."""
    people_reached: int | NotReached
    """How many it reaches; missing: unknown."""
    place: str
    """Where it is."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    state: str
    """Whether it goes on, a term: `running`, `reduced`, `suspended`, `stopped`."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


class Recommendation(TypedDict, total=False):
    """What an assessment, an evaluation, a drill or an incident says should be done."""

    id: Required[Id]
    title: str
    """What people call it."""
    accepted: bool
    """Whether it was accepted; missing: nobody has said."""
    agency: str
    """Whose it is."""
    arises_from: list[str]
    """What it arises from."""
    became: str
    """The measure that it became."""
    due: Date
    """Until when it must be carried out."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    level: str
    """At which level, a term: `headquarters`, `regional`, `local`."""
    note: str
    """What else there is to say."""
    place: str
    """For which office."""
    reason: str
    """Why, or why not."""
    route: str
    """By which way it works, a term: `prevention` or `protection`."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    to: str
    """The post to which it is addressed."""
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


class Threshold(TypedDict, total=False):
    """What must be seen before the agency reduces its work, leaves, or returns."""

    at: Required[str]
    """What must be seen."""
    step: Required[str]
    """What is done, a term: `reduce`, `leave` or `return`."""


class Strategy(TypedDict, total=False):
    """What an agency's security rests on in a place."""

    id: Required[Id]
    title: str
    """What people call it."""
    acceptable_risk: RiskLevel
    """The risk that it accepts at most."""
    agency: str
    """Whose it is."""
    community: list[str]
    """Its elements of the community-based school."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    messages: list[Message]
    """What is said about the work, in the capital and in the field."""
    note: str
    """What else there is to say."""
    owner: str
    """The post, at senior level, that owns it."""
    place: str
    """Where."""
    programmes: list[str]
    """The programmes that it serves."""
    rests_on: list[str]
    """What it rests on, terms: `acceptance`, `protection`, `deterrence`."""
    review_due: Date
    """When it must be looked at again."""
    revises: str
    """The strategy that it takes the place of."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    system: list[str]
    """Its elements of the system-based school."""
    tags: list[str]
    """Words of the user's own."""
    thresholds: list[Threshold]
    """What must be seen to reduce the work, to leave, to return."""
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


class Training(TypedDict, total=False):
    """A training that was given."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Who gave it."""
    certified_by: str
    """The body that certified its curriculum."""
    certified_until: Date
    """Up to when that holds."""
    date: Date
    """When."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    people: list[HeadCount]
    """How many others took part, by category."""
    place: str
    """Where."""
    posts: list[str]
    """The posts that it was given to."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    topics: list[str]
    """What it taught, terms."""
    track: str
    """Its track, a term: `technique` (for all staff) or `management` (for those who answer for security)."""
    until: Date
    """Valid up to and with this date."""


class Verification(TypedDict, total=False):
    """A requirement found met, partly met, unmet, not applicable or waived. It holds until `until`."""

    id: Required[Id]
    title: str
    """What people call it."""
    agency: str
    """Whose office it is."""
    approver: str
    """The post that allows a waiver."""
    date: Date
    """When it was found."""
    edition: str
    """The edition of the standard; missing: any."""
    evidence: list[str]
    """What shows it."""
    known: Date
    """When the office knew of it."""
    label: str | Label
    """Who may see it; missing: the document's default."""
    labels: dict[str, str | Label]
    """Who may see single fields, by their JSON pointers within the record."""
    note: str
    """What else there is to say."""
    place: str
    """Where the office is; missing: what is found holds for headquarters."""
    reason: str
    """Why it does not apply, or is waived."""
    requirement: str
    """The requirement, as `catalogue:name`."""
    result: str
    """What was found, a term: `met`, `partly`, `unmet`, `not_applicable`, `waived`."""
    reviewer: str
    """The post that looked."""
    since: Date
    """Valid from this date on."""
    source: str
    """A class of sources, never a person."""
    tags: list[str]
    """Words of the user's own."""
    until: Date
    """Valid up to and with this date."""


Kind: TypeAlias = Literal[
    "accesses",
    "acknowledgements",
    "actions",
    "adoptions",
    "agencies",
    "agreements",
    "assessments",
    "assets",
    "bodies",
    "contingencies",
    "decisions",
    "drills",
    "evaluations",
    "exchanges",
    "exposures",
    "incidents",
    "losses",
    "measures",
    "obligations",
    "parties",
    "places",
    "posts",
    "programmes",
    "recommendations",
    "risk_factors",
    "signals",
    "strategies",
    "threats",
    "trainings",
    "verifications",
]
"""A kind, named by its plural, as in a document."""


Record: TypeAlias = (
    Access
    | Acknowledgement
    | Action
    | Adoption
    | Agency
    | Agreement
    | Assessment
    | Asset
    | Body
    | Contingency
    | Decision
    | Drill
    | Evaluation
    | Exchange
    | Exposure
    | Incident
    | Loss
    | Measure
    | Obligation
    | Party
    | Place
    | Post
    | Programme
    | Recommendation
    | RiskFactor
    | Signal
    | Strategy
    | Threat
    | Training
    | Verification
)
"""A record of any kind."""
