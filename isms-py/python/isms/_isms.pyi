"""The compiled half of the package."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike
from typing import Any, Literal, TypeAlias, TypeVar, final, overload

from isms.records import (
    Access,
    Acknowledgement,
    Action,
    Adoption,
    Agency,
    Agreement,
    Assessment,
    Asset,
    Body,
    Contingency,
    Decision,
    Drill,
    Evaluation,
    Exchange,
    Exposure,
    Incident,
    Kind,
    Label,
    Loss,
    Measure,
    Obligation,
    Party,
    Place,
    Post,
    Programme,
    Recommendation,
    Record,
    RiskFactor,
    Signal,
    Strategy,
    Threat,
    Training,
    Verification,
)
from isms.types import (
    Assessed,
    BrokenTraces,
    Catalog,
    CatalogSummary,
    Changes,
    CommonCauses,
    Explanation,
    Exported,
    Finding,
    Findings,
    Fix,
    GoNoGo,
    Imported,
    Meeting,
    Migration,
    Paths,
    ReadingNoteKind,
    Review,
    Trace,
)

__all__ = [
    "Ancestors",
    "Refused",
    "Register",
    "Table",
    "__version__",
    "awsd_notes",
    "catalog",
    "catalog_schema",
    "catalogs",
    "check_catalog",
    "explain",
    "export_oscal",
    "import_awsd",
    "import_oscal",
    "load",
    "oscal_export_notes",
    "oscal_notes",
    "run",
    "requirements_table",
    "sample",
    "schema",
]

__version__: str

_T = TypeVar("_T")
_Bytes: TypeAlias = bytes | bytearray | memoryview
_Data: TypeAlias = _Bytes | str
_Record: TypeAlias = Record | Mapping[str, Any] | str
_Catalog: TypeAlias = Catalog | Mapping[str, Any] | _Data
_Watch: TypeAlias = Callable[[int, int], bool | None]

class Refused(ValueError):
    """A call that could not be done; `finding` says why.

    `finding` is a dict: `code` names the reason, and `isms.explain(code)` tells about it; `path` is
    the place in the document or request, as a JSON pointer; `message` says what was expected and
    found; `facts` holds the parts of the message. The text of the exception is the message.

    >>> import isms
    >>> try:
    ...     isms.Register.open('{"isms": "7"}')
    ... except isms.Refused as refused:
    ...     print(refused.finding["code"], refused.finding["path"])
    newer_version /isms
    """

    finding: Finding

@final
class Register:
    """All records of one agency, or of many together.

    Threads may share it, ask and edit at the same time: a question is answered on the register as it
    was when it was asked, and nobody waits for another's question. Its slow calls take
    `watch(done, total)`, which is called about every thousand records, and at the end with `done`
    equal to `total`: bytes where a file is read, fixes where fixes are applied, records elsewhere,
    those of all passes. If it returns `False` the call refuses with the code `stopped` and leaves
    everything as it was; what it raises comes out of the call. So does Ctrl-C, with `watch` and without.

    >>> import isms
    >>> register = isms.Register.open('''{"isms": "1",
    ...     "incidents": [{"id": "ambush", "title": "Convoy ambushed"}],
    ...     "losses": [{"id": "driver", "title": "Driver injured", "causes": ["ambush"]}]}''')
    >>> len(register), "driver" in register, list(register)
    (2, True, ['ambush', 'driver'])
    >>> register["driver"]
    {'id': 'driver', 'title': 'Driver injured', 'causes': ['ambush']}
    """

    @staticmethod
    def new(id: str, title: str) -> Register:
        """A register without records.

        >>> import isms
        >>> register = isms.Register.new("valley-office", "Valley office")
        >>> register.insert("places", {"id": "valley", "title": "The valley"})
        >>> register
        <isms.Register "valley-office", 1 records>
        """

    @staticmethod
    def open(data: _Data, *, watch: _Watch | None = None) -> Register:
        """Opens a document: UTF-8 JSON text.

        Its text is copied once; `isms.load` opens a file without that. `watch(done, total)` is told
        of bytes. Refuses what is no JSON, has no `isms` key, is of a newer format or over a limit.
        What is wrong within the document is no reason to refuse: `check` finds it. Cost: linear in
        the bytes.
        """

    def save(self, *, watch: _Watch | None = None) -> bytes:
        """The document in its canonical form.

        Opening and saving loses nothing; saving twice gives the same bytes.
        """

    def digest(self, *, watch: _Watch | None = None) -> str:
        """The SHA-256 of what `save` gives, in hexadecimal digits.

        Equal records, equally written, have an equal digest.

        >>> import hashlib, isms
        >>> register = isms.Register.open(isms.sample())
        >>> register.digest() == hashlib.sha256(register.save()).hexdigest()
        True
        """

    def digest_of(self, id: str) -> str | None:
        """The SHA-256 of a record as `save` writes it: what decisions rest on; `None`: no record has this id.

        A decision that keeps it under `digest` shows later whether its assessment is still the same.

        >>> import hashlib, isms
        >>> register = isms.Register.open('{"isms": "1", "assessments": [{"title": "Valley", "id": "sra"}]}')
        >>> register.digest_of("sra") == hashlib.sha256(b'{"id":"sra","title":"Valley"}').hexdigest()
        True
        """

    @property
    def id(self) -> str | None:
        """The register's id. It can be set; so can title, period and label, and `None` takes them away."""

    @id.setter
    def id(self, id: str | None) -> None: ...
    @property
    def title(self) -> str | None:
        """The register's title."""

    @title.setter
    def title(self, title: str | None) -> None: ...
    @property
    def period(self) -> str | None:
        """The period to which likelihoods refer, an ISO 8601 duration; `None`: one year."""

    @period.setter
    def period(self, period: str | None) -> None: ...
    @property
    def label(self) -> str | Label | None:
        """The label of records that have none of their own."""

    @label.setter
    def label(self, label: str | Label | None) -> None: ...
    def insert(self, kind: Kind, record: _Record) -> None:
        """Adds a record: a dict, or its JSON text.

        It comes to the end of its table; the kind is named by its plural, such as `losses`. What is
        wrong within it is found by `check`. Refuses an id that a record has already
        (`duplicate_id`), and what is no object (`not_json`).

        >>> import isms
        >>> register = isms.Register.new("valley-office", "Valley office")
        >>> register.insert("incidents", {"id": "ambush", "title": "Convoy ambushed"})
        >>> register.insert("losses", {"id": "driver", "title": "Driver injured", "causes": ["ambush"]})
        >>> register.trace("driver")["causes"]["incidents"]
        ['ambush']
        """

    def replace(self, kind: Kind, record: _Record) -> None:
        """Puts a record, a dict or its JSON text, in the place of the one that has its id.

        Of equal ids the first is meant. All of the old record goes: what `get` leaves out because it
        could not be read is in `json`. Refuses an id that no record has (`unknown_id`), a record of
        another kind (`wrong_kind`), and what is no object (`not_json`).
        """

    def remove(self, id: str) -> None:
        """Removes the record of an id; of equal ids the first.

        Refuses an id that no record has (`unknown_id`).
        """

    def extend(
        self,
        records: Iterable[tuple[str, _Record]] | Mapping[str, Iterable[_Record]],
        *,
        watch: _Watch | None = None,
    ) -> None:
        """Adds many records, or none of them.

        `records` are pairs of a kind and a record, or a mapping from kinds to lists of records;
        records are dicts or JSON texts. The pairs may come from a generator. `watch(done, total)` is
        told of records. Refuses as `insert` does, also an id that two of them have; `path` begins
        with the number of the record, from 0.

        >>> import isms
        >>> register = isms.Register.new("valley-office", "Valley office")
        >>> rows = [("driver", "Driver injured"), ("truck", "Truck lost")]
        >>> register.extend(("losses", {"id": id, "title": title}) for id, title in rows)
        >>> register.extend({"places": [{"id": "valley", "title": "The valley"}]})
        >>> list(register)
        ['valley', 'driver', 'truck']
        """

    def apply(
        self, fixes: Findings | Finding | Fix | Iterable[Finding | Fix], *, watch: _Watch | None = None
    ) -> None:
        """Makes the changes that findings offer as their mend, all of them or none.

        `fixes` are fixes or findings, as `check` gives them, or all of its answer. `watch(done,
        total)` is told of fixes. Refuses an id that no record has (`unknown_id`), and a field that
        is not there (`bad_request`).

        >>> import isms
        >>> register = isms.Register.open('''{"isms": "1",
        ...     "places": [{"id": "upper-valley", "title": "Upper valley"}],
        ...     "threats": [{"id": "ambush", "title": "Ambush", "place": "upper-vally"}]}''')
        >>> register.apply(register.check())
        >>> register["ambush"]["place"], register.check()["counts"]["error"]
        ('upper-valley', 0)
        """

    def __len__(self) -> int: ...
    def __contains__(self, id: object, /) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def __getitem__(self, id: str, /) -> dict[str, Any]: ...
    @overload
    def get(self, id: str, default: None = None) -> dict[str, Any] | None:
        """The record of an id as a dict, or else `default`; of equal ids the first.

        Its kind is known only at run time; `find` gives a record of a kind, with its type. Fields
        that could not be read are left out; `json` has them.
        """

    @overload
    def get(self, id: str, default: _T) -> dict[str, Any] | _T: ...
    @overload
    def find(self, kind: Literal["agencies"], id: str) -> Agency | None:
        """The record of an id and a kind as a dict, or `None`; of equal ids the first.

        A kind is named by its plural, such as `losses`; another name is refused.
        """

    @overload
    def find(self, kind: Literal["parties"], id: str) -> Party | None: ...
    @overload
    def find(self, kind: Literal["bodies"], id: str) -> Body | None: ...
    @overload
    def find(self, kind: Literal["posts"], id: str) -> Post | None: ...
    @overload
    def find(self, kind: Literal["places"], id: str) -> Place | None: ...
    @overload
    def find(self, kind: Literal["programmes"], id: str) -> Programme | None: ...
    @overload
    def find(self, kind: Literal["assets"], id: str) -> Asset | None: ...
    @overload
    def find(self, kind: Literal["exposures"], id: str) -> Exposure | None: ...
    @overload
    def find(self, kind: Literal["accesses"], id: str) -> Access | None: ...
    @overload
    def find(self, kind: Literal["risk_factors"], id: str) -> RiskFactor | None: ...
    @overload
    def find(self, kind: Literal["threats"], id: str) -> Threat | None: ...
    @overload
    def find(self, kind: Literal["incidents"], id: str) -> Incident | None: ...
    @overload
    def find(self, kind: Literal["losses"], id: str) -> Loss | None: ...
    @overload
    def find(self, kind: Literal["measures"], id: str) -> Measure | None: ...
    @overload
    def find(self, kind: Literal["signals"], id: str) -> Signal | None: ...
    @overload
    def find(self, kind: Literal["assessments"], id: str) -> Assessment | None: ...
    @overload
    def find(self, kind: Literal["exchanges"], id: str) -> Exchange | None: ...
    @overload
    def find(self, kind: Literal["strategies"], id: str) -> Strategy | None: ...
    @overload
    def find(self, kind: Literal["adoptions"], id: str) -> Adoption | None: ...
    @overload
    def find(self, kind: Literal["verifications"], id: str) -> Verification | None: ...
    @overload
    def find(self, kind: Literal["contingencies"], id: str) -> Contingency | None: ...
    @overload
    def find(self, kind: Literal["decisions"], id: str) -> Decision | None: ...
    @overload
    def find(self, kind: Literal["actions"], id: str) -> Action | None: ...
    @overload
    def find(self, kind: Literal["trainings"], id: str) -> Training | None: ...
    @overload
    def find(self, kind: Literal["drills"], id: str) -> Drill | None: ...
    @overload
    def find(self, kind: Literal["evaluations"], id: str) -> Evaluation | None: ...
    @overload
    def find(self, kind: Literal["recommendations"], id: str) -> Recommendation | None: ...
    @overload
    def find(self, kind: Literal["obligations"], id: str) -> Obligation | None: ...
    @overload
    def find(self, kind: Literal["agreements"], id: str) -> Agreement | None: ...
    @overload
    def find(self, kind: Literal["acknowledgements"], id: str) -> Acknowledgement | None: ...
    @overload
    def find(self, kind: Kind, id: str) -> Any: ...
    def json(self, id: str) -> str | None:
        """The text of a record as it was written; `None`: no record has this id.

        It holds what `get` leaves out because it could not be read.
        """

    def label_of(self, id: str) -> str | Label | None:
        """The label of a record, with all its fields: who may see it; `None`: no record has this id.

        The strictest of its own label (else the document's, else `amber+strict`), those of its fields,
        and what is red by default. A text, or a dict of `tlp`, `audience` and `personal`.

        >>> import isms
        >>> isms.Register.open('{"isms": "1", "places": [{"id": "valley"}]}').label_of("valley")
        'amber+strict'
        """

    @overload
    def records(self, kind: Literal["agencies"]) -> list[Agency]:
        """All records of a kind as dicts, in the order of the document.

        A kind is named by its plural, such as `losses`; another name is refused.

        >>> import isms
        >>> register = isms.Register.open('{"isms": "1", "places": [{"id": "valley"}]}')
        >>> register.records("places")
        [{'id': 'valley'}]
        """

    @overload
    def records(self, kind: Literal["parties"]) -> list[Party]: ...
    @overload
    def records(self, kind: Literal["bodies"]) -> list[Body]: ...
    @overload
    def records(self, kind: Literal["posts"]) -> list[Post]: ...
    @overload
    def records(self, kind: Literal["places"]) -> list[Place]: ...
    @overload
    def records(self, kind: Literal["programmes"]) -> list[Programme]: ...
    @overload
    def records(self, kind: Literal["assets"]) -> list[Asset]: ...
    @overload
    def records(self, kind: Literal["exposures"]) -> list[Exposure]: ...
    @overload
    def records(self, kind: Literal["accesses"]) -> list[Access]: ...
    @overload
    def records(self, kind: Literal["risk_factors"]) -> list[RiskFactor]: ...
    @overload
    def records(self, kind: Literal["threats"]) -> list[Threat]: ...
    @overload
    def records(self, kind: Literal["incidents"]) -> list[Incident]: ...
    @overload
    def records(self, kind: Literal["losses"]) -> list[Loss]: ...
    @overload
    def records(self, kind: Literal["measures"]) -> list[Measure]: ...
    @overload
    def records(self, kind: Literal["signals"]) -> list[Signal]: ...
    @overload
    def records(self, kind: Literal["assessments"]) -> list[Assessment]: ...
    @overload
    def records(self, kind: Literal["exchanges"]) -> list[Exchange]: ...
    @overload
    def records(self, kind: Literal["strategies"]) -> list[Strategy]: ...
    @overload
    def records(self, kind: Literal["adoptions"]) -> list[Adoption]: ...
    @overload
    def records(self, kind: Literal["verifications"]) -> list[Verification]: ...
    @overload
    def records(self, kind: Literal["contingencies"]) -> list[Contingency]: ...
    @overload
    def records(self, kind: Literal["decisions"]) -> list[Decision]: ...
    @overload
    def records(self, kind: Literal["actions"]) -> list[Action]: ...
    @overload
    def records(self, kind: Literal["trainings"]) -> list[Training]: ...
    @overload
    def records(self, kind: Literal["drills"]) -> list[Drill]: ...
    @overload
    def records(self, kind: Literal["evaluations"]) -> list[Evaluation]: ...
    @overload
    def records(self, kind: Literal["recommendations"]) -> list[Recommendation]: ...
    @overload
    def records(self, kind: Literal["obligations"]) -> list[Obligation]: ...
    @overload
    def records(self, kind: Literal["agreements"]) -> list[Agreement]: ...
    @overload
    def records(self, kind: Literal["acknowledgements"]) -> list[Acknowledgement]: ...
    @overload
    def records(self, kind: Kind) -> list[Any]: ...
    def ids(self, kind: Kind) -> list[str]:
        """The ids of all records of a kind, in the order of the document.

        A kind is named by its plural, such as `losses`; another name is refused.
        """

    def id_of_row(self, row: int) -> str | None:
        """The id of a row of an answer that gives rows, such as `ancestors`.

        `None`: the row has no id, or there is no such row. Editing gives rows other numbers. A row is
        a whole number from 0 to 4294967295; another is a `ValueError`.
        """

    def trace(self, id: str, *, watch: _Watch | None = None) -> Trace:
        """What led to a record and what it can lead to.

        Keys: `label`, who may see it; `id`; `kind`; `complete` (nothing is broken and a risk factor is reached); `causes` and
        `effects`, lists of ids by stage, such as `causes["threats"]`; `broken`, where the trace back
        breaks. Refuses an id that no record has (`unknown_id`), and a record outside the chain
        (`not_in_chain`).

        >>> import isms
        >>> register = isms.Register.open('''{"isms": "1",
        ...     "incidents": [{"id": "ambush", "title": "Convoy ambushed"}],
        ...     "losses": [{"id": "driver", "title": "Driver injured", "causes": ["ambush"]}]}''')
        >>> trace = register.trace("driver")
        >>> trace["causes"]["incidents"], trace["complete"], trace["broken"]
        (['ambush'], False, [{'id': 'ambush', 'kind': 'incident', 'missing': 'threat'}])
        """

    def paths(self, id: str, budget: int = 1000, *, watch: _Watch | None = None) -> Paths:
        """All paths back from a record, at most `budget` of them listed, all of them counted.

        Keys: `label`, who may see it; `id`; `total`, how many there are, as text, because it may exceed 2^64; `paths`, each a
        list of ids from the record back; `complete` (the list holds all of them). `budget` is a whole
        number from 0 to 4294967295; another is a `ValueError`. Refuses as `trace` does.
        """

    def common_causes(self, ids: Sequence[str], *, watch: _Watch | None = None) -> CommonCauses:
        """The nearest common causes of two or more records.

        Keys: `label`, who may see it; `ids`, as asked; `common`, how many causes they all share; `nearest`, those of them that
        lead to no other one, lists of ids by stage. Refuses fewer than two ids, and each id as `trace`
        does.
        """

    def ancestors(self, *, watch: _Watch | None = None) -> Ancestors:
        """The ancestors of every loss, as offsets and rows: all that led to it.

        For many losses at once; `trace` tells the causes of one. Refuses nothing.
        """

    def broken_traces(self, *, watch: _Watch | None = None) -> BrokenTraces:
        """All broken traces, counted by kind.

        Keys: `label`, who may see it; `by_kind`, exact counts; `broken`, the first thousand in the order of the document;
        `capped` (there are more). Refuses nothing.
        """

    def check(
        self,
        as_of: str | date | None = None,
        *,
        catalogs: Iterable[_Catalog] | None = None,
        watch: _Watch | None = None,
    ) -> Findings:
        """All findings: what is wrong or missing.

        Keys: `label`, who may see it; `as_of`; `findings`, sorted, at most a thousand of one code; `counts`,
        exact, by severity, `by_code` and `acknowledged`; `capped`, the codes of which there are more. Each
        finding has `code`, `severity`, `subject`, `path`, `message`, `facts`, `fix` and `claims`;
        `isms.explain(code)` tells what it means.

        Warnings and notes that acknowledgements set aside on the day `as_of`, a text such as `2026-03-14` or a
        `datetime.date`, are counted apart; without a day, those that acknowledgements without a beginning or
        an end set aside. `catalogs` are catalogues beside those that are bundled, each a dict or its text:
        their words are known too. Refuses what is no date (`bad_request`) and no catalogue
        (`not_a_catalog`).

        >>> import isms
        >>> findings = isms.Register.open(isms.sample()).check()
        >>> findings["counts"]["by_code"]["order_in_time"]
        1
        >>> findings["findings"][0]["path"]
        '/incidents/10/causes/0/barriers/0'
        """

    def table(self, kind: Kind) -> Table:
        """The records of a kind as a table: a row for each, in the order of the document, a column for each field.

        `pyarrow.table(register.table("losses"))`, `polars.DataFrame(...)` and their like take it without a copy by
        row. A field that is missing, or could not be read, is null. Text, dates among it, stands as it is written;
        what has parts of its own, or several forms, is JSON text, as are two columns more: `other`, the fields that
        this version does not know, and `unread`, the whole text of a record of which something could not be read.
        The table is of the register as it was. Refuses what is no kind (`bad_request`). Cost: none by row until it
        is read.

        >>> import isms
        >>> table = isms.Register.open(isms.sample()).table("losses")
        >>> len(table), table.columns[10:14]
        (25, ['harm', 'who', 'count', 'amount'])
        """

    def findings_table(
        self,
        as_of: str | date | None = None,
        *,
        catalogs: Iterable[_Catalog] | None = None,
        watch: _Watch | None = None,
    ) -> Table:
        """What `check` finds, as a table: a row for each finding of its list, with the keys of a finding as columns.

        `facts` and `fix` are JSON text; `more` tells how many the list leaves out. Arguments and refusals as those
        of `check`.
        """

    def assessed_table(
        self,
        as_of: str | date,
        *,
        offices: Iterable[tuple[str, str]] | None = None,
        standards: Sequence[str] | None = None,
        catalogs: Iterable[_Catalog] | None = None,
        language: str = "en",
        watch: _Watch | None = None,
    ) -> Table:
        """How each requirement stands at each office, and at the headquarters of each agency, as a table.

        What `assess` counts, row by row: `agency`, `place` (null: headquarters), `standard`, `edition`,
        `requirement`, `text`, `sector`, `function`, `field`, `level`, `approach`, `must`, `result` (`met`, `partly`,
        `unmet`, `waived`, `not_known`, `not_applicable`), `verification` that was looked at, its `date`, when it
        `expires`, from which requirement of another standard it was `carried_from`, whether it names `evidence` and
        a `reviewer`, until when a new requirement is `due`, and whether it is `overdue`.
        Arguments and refusals as those of `assess`. Cost: linear in the records, plus offices times requirements.
        """

    def assess(
        self,
        as_of: str | date,
        *,
        offices: Iterable[tuple[str, str]] | None = None,
        standards: Sequence[str] | None = None,
        catalogs: Iterable[_Catalog] | None = None,
        language: str = "en",
        watch: _Watch | None = None,
    ) -> Assessed:
        """Where the gaps are: which requirements of the standards that they adopted offices meet on a day.

        Keys: `label`, who may see it; `as_of`; `state`, as the weakest office stands: `gap`, `not_known` or
        `holds`; `standards` that were looked at; `standings`, counts and states by sector, field, core
        function, level, approach and standard, of all together; `offices`, each with its own `standings`,
        `weakest` sectors, `gaps`, and musts that are `not_known` or `unproven`; `headquarters`, what each
        agency owes centrally; `flows` of results, `integration`, `postures`, `coverage` (who is covered by
        what), `preparedness`, `governance`, `duties`; `findings`, what stood in the way.
        `isms.types.Assessed` tells each.

        `as_of` is a text such as `2026-03-14` or a `datetime.date`. `offices` are pairs of an agency
        and a place, all that the register tells of unless they are given; `standards` are names, all
        that are adopted unless they are given; `catalogs` are catalogues beside those that are
        bundled, each a dict or its text; texts are in `language`, else in English. Refuses what is no
        date (`bad_request`), no agency or place (`unknown_id`, `bad_request`) and no catalogue
        (`not_a_catalog`). Cost: linear in the records, plus offices times requirements.

        >>> import isms
        >>> register = isms.Register.open('''{"isms": "1",
        ...     "agencies": [{"id": "ours", "title": "Our agency"}], "places": [{"id": "valley", "title": "The valley"}],
        ...     "adoptions": [{"id": "a", "title": "ISMS", "agency": "ours", "place": "valley", "standard": "isms"}],
        ...     "verifications": [{"id": "v", "title": "Talks broken off", "agency": "ours", "place": "valley",
        ...         "requirement": "isms:field-contacts", "result": "unmet", "date": "2026-11"}]}''')
        >>> (office,) = register.assess("2026-11-22")["offices"]
        >>> office["state"], office["weakest"], [gap["requirement"] for gap in office["gaps"]]
        ('gap', ['community'], ['isms:field-contacts'])
        """

    def diff(
        self,
        since: str | date,
        as_of: str | date,
        *,
        offices: Iterable[tuple[str, str]] | None = None,
        standards: Sequence[str] | None = None,
        catalogs: Iterable[_Catalog] | None = None,
        language: str = "en",
        watch: _Watch | None = None,
    ) -> Changes:
        """What changed after one day and up to another: records, and how offices stand.

        Keys: `label`; `since` and `as_of`; `kinds`, how many records of each happened, began and ended;
        `records`, posts that were filled or fell vacant among them, the latest first, and `records_more`;
        `standings`, the sectors of offices and core functions of headquarters of which the musts stand
        otherwise. `isms.types.Changes` tells each. The other arguments are those of `assess`. Refuses a
        first day that is after the second (`bad_request`), and what `assess` refuses.

        >>> import isms
        >>> register = isms.Register.open('''{"isms": "1",
        ...     "incidents": [{"id": "raid", "title": "Raid", "date": "2026-03-14"}]}''')
        >>> [(record["id"], record["what"]) for record in register.diff("2026-03-01", "2026-03-31")["records"]]
        [('raid', 'happened')]
        """

    def meeting(
        self,
        as_of: str | date,
        *,
        since: str | date | None = None,
        offices: Iterable[tuple[str, str]] | None = None,
        standards: Sequence[str] | None = None,
        catalogs: Iterable[_Catalog] | None = None,
        language: str = "en",
        watch: _Watch | None = None,
    ) -> Meeting:
        """What a security adviser takes to a meeting on a day.

        Keys: `label`; `as_of`; `changes` since another day, 30 days before unless one is given;
        `triggers` that were reached; `lapsing` decisions; `weakest`; `coverage`; `actions`, what to do
        first; `review`, as `review` gives it. `isms.types.Meeting` tells each. The other arguments are
        those of `assess`. Refuses as `diff`.
        """

    def meeting_page(
        self,
        file: str,
        as_of: str | date,
        *,
        since: str | date | None = None,
        offices: Iterable[tuple[str, str]] | None = None,
        standards: Sequence[str] | None = None,
        catalogs: Iterable[_Catalog] | None = None,
        language: str = "en",
        watch: _Watch | None = None,
    ) -> str:
        """The meeting of a day as a page of text, 80 columns wide, in English.

        `file` is the name under which the register can be opened: the page names commands that show more, of the
        same offices and standards; catalogues of your own they take with `--catalog FILE`. The other arguments are
        those of `meeting`.
        """

    def cover_page(
        self,
        as_of: str | date,
        *,
        offices: Iterable[tuple[str, str]] | None = None,
        standards: Sequence[str] | None = None,
        catalogs: Iterable[_Catalog] | None = None,
        language: str = "en",
        watch: _Watch | None = None,
    ) -> str:
        """Who is covered by what on a day, as a page of text, 80 columns wide, in English.

        The same as data is the `coverage` of `assess`, whose arguments it takes.
        """

    def go_no_go(
        self,
        programme: str,
        as_of: str | date,
        *,
        standards: Sequence[str] | None = None,
        catalogs: Iterable[_Catalog] | None = None,
        language: str = "en",
        watch: _Watch | None = None,
    ) -> GoNoGo:
        """What speaks for and against a programme on a day, and who may decide. It decides nothing.

        Keys: `label`; `as_of`; the programme with its need; `impeded`; `decided` and `decision`; `against`,
        what speaks against it, with `fix`, `undecided` and `triggers`; `office`, how it stands;
        `may_decide`; `not_covered`; `thresholds`; `agreements`. `isms.types.GoNoGo` tells each. The other
        arguments are those of `assess`, without `offices`: the office is that of the programme. Refuses an
        id that no record has (`unknown_id`) and a record that is no programme (`bad_request`).

        >>> import isms
        >>> register = isms.Register.open('''{"isms": "1",
        ...     "programmes": [{"id": "clinics", "title": "Mobile clinics", "people_in_need": 8000}]}''')
        >>> sheet = register.go_no_go("clinics", "2026-11-22")
        >>> sheet["decided"], sheet["people_in_need"]
        ('undecided', {'low': 8000, 'high': 8000})
        """

    def go_no_go_page(
        self,
        programme: str,
        as_of: str | date,
        *,
        standards: Sequence[str] | None = None,
        catalogs: Iterable[_Catalog] | None = None,
        language: str = "en",
        watch: _Watch | None = None,
    ) -> str:
        """Go or no go as a page of text, 80 columns wide, in English.

        The arguments are those of `go_no_go`.
        """

    def migrate(
        self,
        standard: str,
        to: str,
        as_of: str | date,
        *,
        offices: Iterable[tuple[str, str]] | None = None,
        catalogs: Iterable[_Catalog] | None = None,
        watch: _Watch | None = None,
    ) -> Migration:
        """What becomes of the answers to a standard in a new edition. Nothing is changed.

        The new edition and the one that it replaces must be at hand. Keys: `label`; `standard`, `from`,
        `to`; `answers`, of which `kept`, `review` and `lost` are parts; `items`, those to be reviewed and
        those that are lost; `adoptions` that are brought over, and `adoptions_left`; `standings`, how
        offices stand otherwise afterwards; `fixes`, to be made with `apply`. `isms.types.Migration` tells
        each. Refuses an edition that is not at hand, or does not say which one it replaces (`bad_request`),
        and what `assess` refuses.

        >>> import isms
        >>> one = {"isms_catalog": "1", "id": "ours", "edition": "1", "requirements": [{"id": "map"}]}
        >>> two = {"isms_catalog": "1", "id": "ours", "edition": "2", "requirements": [{"id": "risk-map"}],
        ...     "replaces": {"edition": "1", "changes": [{"was": ["map"], "now": ["risk-map"], "how": "moved"}]}}
        >>> register = isms.Register.open('''{"isms": "1", "agencies": [{"id": "terra", "title": "Terra"}],
        ...     "verifications": [{"id": "v", "title": "Map", "agency": "terra", "requirement": "ours:map",
        ...         "result": "met", "date": "2026-03"}]}''')
        >>> migration = register.migrate("ours", "2", "2026-11-22", catalogs=[one, two])
        >>> migration["answers"], migration["kept"], migration["review"], migration["lost"]
        (1, 1, 0, 0)
        >>> register.apply(migration["fixes"])
        >>> register["v"]["requirement"]
        'ours:risk-map'
        """

    def review(self, *, watch: _Watch | None = None) -> Review:
        """What a security adviser takes to a meeting, as data.

        Incidents that are open or without consent are in none of it.
        Keys: `label` and `notice`, who may see it; `title`; `contents`; `first` and `last` date; `picture`, what
        happened, counted; `worst` and `worst_more`; `missed` and `missed_more`, signals not acted on;
        `measures`; `fix`. `isms.types.Review` tells each. Refuses nothing.
        """

    def review_page(self, file: str, *, watch: _Watch | None = None) -> str:
        """The review as a page of text.

        At most 60 lines of 80 columns, in English. `file` is the name under which the register
        can be opened: the page names commands that show more.
        """

    def ask(self, request: Mapping[str, Any] | str, *, watch: _Watch | None = None) -> dict[str, Any]:
        """Answers a request of any question: a dict, or its JSON text.

        The same as the typed calls, for programs that pass requests on:

            {"ask": "trace", "id": ID}
            {"ask": "paths", "id": ID, "budget": N}    budget 1000 unless said
            {"ask": "common_causes", "ids": [ID, ...]}
            {"ask": "ancestors"}
            {"ask": "broken_traces"}
            {"ask": "check", "as_of": DATE}            as_of may be left out
            {"ask": "assess", "as_of": DATE}           may have offices, [{"agency": ID, "place": ID}, ...],
                                                       standards, catalogs, language
            {"ask": "diff", "since": DATE, "as_of": DATE}      may have what assess may
            {"ask": "meeting", "as_of": DATE}          may have since, and what assess may
            {"ask": "go_no_go", "programme": ID, "as_of": DATE}
                                                       may have standards, catalogs, language
            {"ask": "migrate", "standard": NAME, "to": EDITION, "as_of": DATE}
                                                       may have offices, catalogs
            {"ask": "review"}
            {"ask": "digest", "id": ID}                without id: of the whole register
            {"ask": "record", "id": ID}                its label, and the record as it was written
            {"ask": "catalogs"}                        may have language, catalogs
            {"ask": "catalog", "id": NAME}             may have edition, catalogs
            {"ask": "check_catalog", "catalog": CATALOGUE}     may have catalogs
            {"ask": "explain", "code": CODE}
            {"ask": "schema"}

        Refuses a request of no known form (`bad_request`), and what the question itself refuses.

        >>> import isms
        >>> register = isms.Register.open(isms.sample())
        >>> register.ask({"ask": "trace", "id": "sarn"})
        Traceback (most recent call last):
        isms.Refused: expected a risk factor, threat, incident or loss, found `sarn`, ...
        """

    def ask_text(self, request: str, *, watch: _Watch | None = None) -> str:
        """Answers a request of any question, both as JSON text.

        The same bytes in every language. For the requests see `ask`.
        """

    def _repr_html_(self) -> str: ...

@final
class Table:
    """Records, or an answer, as columns.

    Whatever takes Arrow streams takes it: `pyarrow.table(table)`, `polars.DataFrame(table)`,
    `pandas.DataFrame.from_arrow(table)`. Each stream begins anew; rows are read as they are asked for, at most
    65,536 at a time. Columns hold text, whole numbers, flags, lists of text, or JSON text
    (`json` is true in the metadata of the field).

    >>> import isms
    >>> table = isms.requirements_table("isms")
    >>> len(table), table.columns[:3], table.label
    (115, ['standard', 'edition', 'requirement'], None)
    """

    @property
    def label(self) -> str | Label | None:
        """Who may see it; `None`: it rests on no record."""

    @property
    def columns(self) -> list[str]:
        """The names of its columns."""

    @property
    def more(self) -> int:
        """How many rows more there would be: lists of findings are capped."""

    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> object:
        """Its columns, as a capsule of the Arrow C data interface."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Its rows, as a capsule of the Arrow C stream interface. `requested_schema` is passed over, as the interface allows."""

@final
class Ancestors:
    """The ancestors of every loss: all that led to it, as rows.

    Those of loss number `n` are `rows[offsets[n]:offsets[n + 1]]`; `Register.id_of_row` gives the
    id of a row. The views are read only; `numpy.frombuffer` reads them without a copy.

    >>> import isms
    >>> register = isms.Register.open('''{"isms": "1",
    ...     "incidents": [{"id": "ambush", "title": "Convoy ambushed"}],
    ...     "losses": [{"id": "driver", "title": "Driver injured", "causes": ["ambush"]}]}''')
    >>> found = register.ancestors()
    >>> found.losses.tolist(), found.offsets.tolist(), found.rows.tolist()
    ([1], [0, 1], [0])
    """

    @property
    def label(self) -> str | Label:
        """Who may see this answer."""

    @property
    def losses(self) -> memoryview:
        """The rows of the losses, in the order of the document."""

    @property
    def offsets(self) -> memoryview:
        """Where the ancestors of each loss begin; one more than there are losses."""

    @property
    def rows(self) -> memoryview:
        """The rows of the ancestors, one loss after the other."""

def import_awsd(data: _Bytes, *, watch: _Watch | None = None) -> Imported:
    """Reads a CSV export of the Aid Worker Security Database: the bytes of the file.

    Keys: `document`, the register that was made, as bytes for `Register.open`; `answer`, counts of
    `rows`, `read` and `refused` rows, `totals`, which of them are lower bounds (`at_least`), and
    `findings`, the reading notes by code; `notes`, all reading notes, row by row. Nothing is
    repaired, left out or guessed without a note; `awsd_notes` explains their codes. A blank count is
    unknown, never 0.

    `watch(done, total)` is called on the way with the bytes that are read, of those of all passes. If
    it returns `False` the call refuses with the code `stopped`; what it raises comes out of the call.
    Refuses what is no such export (`not_the_format`).

    >>> import isms
    >>> table = b'''Incident ID,Year,Month,Country,Nationals killed,Internationals killed,Means of attack
    ... 35,2025,8,Sudan,2,0,Shooting'''
    >>> imported = isms.import_awsd(table)
    >>> imported["answer"]["totals"]["killed"], imported["answer"]["totals"]["wounded"]
    (2, None)
    >>> isms.Register.open(imported["document"])["awsd-35"]["title"]
    'Shooting, Sudan, 2025-08'
    """

def import_oscal(
    data: _Bytes,
    *,
    name: str | None = None,
    place: Mapping[str, Any] | _Data | None = None,
    source: _Bytes | None = None,
    language: str | None = None,
) -> Imported:
    """Reads a catalogue of OSCAL, or a profile with the catalogue that it imports: the bytes of the JSON file.

    Keys: `document`, the standard as a catalogue of ours, as bytes, for `catalogs` of `assess` and for
    `check_catalog`; `answer`, counts, with `totals` of groups, controls, enhancements, withdrawn ones,
    requirements and more; `notes`, all that was not taken as it stands: `row` is the number of the
    control, `column` the place, a JSON pointer. `oscal_notes` explains their codes.

    `name` is the name of the standard, made from the title unless given. `place` says where
    requirements belong, a dict of ids of groups and controls, or its text: `{"pe": {"sector":
    "protection"}}`; without it they belong to no sector. `source` are the bytes of the catalogue that a
    profile imports. `language` is that of the texts: OSCAL does not say; `en` unless given. Refuses what
    is no catalogue or profile of OSCAL (`not_the_format`). Cost: linear in the bytes.

    >>> import isms
    >>> text = b'''{"catalog": {"metadata": {"title": "Radio rules", "version": "2", "oscal-version": "1.1.2"},
    ...     "controls": [{"id": "r-1", "title": "Check", "parts": [
    ...         {"name": "statement", "prose": "Radios are checked every {{ insert: param, p }}."}],
    ...         "params": [{"id": "p", "label": "period"}]}]}}'''
    >>> imported = isms.import_oscal(text, place={"r-1": {"sector": "protection"}})
    >>> imported["answer"]["totals"]["requirements"]
    1
    >>> isms.catalog("radio-rules", own=[imported["document"]])["requirements"][0]["text"]["en"]
    'Check: Radios are checked every [period].'
    """

def oscal_notes() -> list[ReadingNoteKind]:
    """The codes of the reading notes of `import_oscal`, with what they mean.

    A list of dicts of `code` and `explanation`.
    """

def export_oscal(
    register: Register,
    standard: str,
    office: tuple[str, str],
    as_of: str | date,
    *,
    catalogs: Iterable[_Catalog] | None = None,
    language: str = "en",
    watch: _Watch | None = None,
) -> Exported:
    """Writes how a standard is met at an office on a day as assessment results of OSCAL, JSON.

    The file is an inside file: it shows gaps. Keys: `document`, the file, as bytes; `answer`, its
    `label`, `totals`, and `not_carried`, what OSCAL has no word for, by code; `notes`, all of that, one by
    one. `oscal_export_notes` explains the codes. What nobody knows has no finding; only what is met is
    satisfied.

    `as_of` is a text such as `2026-03-14` or a `datetime.date`; `office` is a pair of the ids of an agency
    and a place; `catalogs` are catalogues beside those that are bundled, each a dict or its text.
    `watch(done, total)` is called on the way. Refuses an office that is not there (`unknown_id`), a standard
    that is not at hand or not adopted there, and one of which nothing is verified (`bad_request`).

    >>> import isms
    >>> rules = {"isms_catalog": "1", "id": "rules", "requirements": [{"id": "radio"}, {"id": "vest"}]}
    >>> register = isms.Register.open('''{"isms": "1", "agencies": [{"id": "terra", "title": "Terra"}],
    ...     "places": [{"id": "valley", "title": "The valley"}],
    ...     "adoptions": [{"id": "a", "title": "Rules", "agency": "terra", "standard": "rules"}],
    ...     "verifications": [{"id": "v", "title": "Radios", "agency": "terra", "place": "valley",
    ...         "requirement": "rules:radio", "result": "partly", "date": "2026-03"}]}''')
    >>> exported = isms.export_oscal(register, "rules", ("terra", "valley"), "2026-06-30", catalogs=[rules])
    >>> exported["answer"]["totals"]["not_satisfied"], exported["answer"]["not_carried"]["not_known"]
    (1, 1)
    """

def oscal_export_notes() -> list[ReadingNoteKind]:
    """The codes of what `export_oscal` can't carry, with what they mean.

    A list of dicts of `code` and `explanation`.
    """

def load(path: str | PathLike[str], *, watch: _Watch | None = None) -> Register:
    """Opens the document in a file.

    As `Register.open`; a refusal names the file in a note. A file that can't be read is an
    `OSError`. The bytes of the file are kept once and never copied.
    """

def awsd_notes() -> list[ReadingNoteKind]:
    """The codes of the reading notes of `import_awsd`, with what they mean.

    A list of dicts of `code` and `explanation`.
    """

def catalogs(language: str = "en", *, own: Iterable[_Catalog] | None = None) -> list[CatalogSummary]:
    """The catalogues at hand: standards and vocabularies, those that are bundled and those of one's own.

    Each with `id`, `edition`, `title`, `official` (its publisher's own text), `provenance`,
    `languages`, and how many `requirements`, `terms` and `mappings` it has; titles and provenance in
    `language`, else in English, else in any there is. `own` are catalogues beside those that are
    bundled, each a dict or its text; of several editions of one name the last is meant where no
    edition is named. Refuses what is no catalogue (`not_a_catalog`).

    >>> import isms
    >>> [(found["id"], found["official"]) for found in isms.catalogs()][:3]
    [('isms', False), ('unsms', False), ('red-cross', False)]
    """

def catalog(name: str, edition: str | None = None, *, own: Iterable[_Catalog] | None = None) -> Catalog:
    """A catalogue: to be looked at, changed and given back.

    All that it came with, in its order and in all its languages; without `edition` the one added last.
    `own` as in `catalogs`. Refuses a name or an edition that is not at hand (`bad_request`).

    >>> import isms
    >>> ours = isms.catalog("isms")
    >>> ours["id"], ours["requirements"] = "ours", ours["requirements"][:20]
    >>> isms.catalogs(own=[ours])[-1]["requirements"]
    20
    """

def check_catalog(catalog: _Catalog, *, own: Iterable[_Catalog] | None = None) -> Findings:
    """What is wrong in a catalogue of one's own: a dict, or its text.

    What can't be read, requirements without a place in the system, names that repeat, words that
    nobody knows, mappings that lead nowhere or back, requirements that its edition table loses, texts
    that are missing in a language. Keys as those of `Register.check`; places are JSON pointers in the
    catalogue. `own` are other ones at hand, as in `catalogs`: to them it may map, and its older
    edition may be among them. Refuses what is no catalogue (`not_a_catalog`), or of a newer format.

    >>> import isms
    >>> found = isms.check_catalog({"isms_catalog": "1", "id": "ours", "edition": "1", "title": {"en": "Ours"},
    ...     "requirements": [{"id": "radio", "text": {"en": "Every vehicle has a radio."}, "sector": "protection",
    ...                       "level": "local", "approach": "system", "force": "shall"}]})
    >>> [(finding["code"], finding["path"]) for finding in found["findings"]]
    [('unknown_term', '/requirements/0/force')]
    """

def catalog_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a catalogue."""

def requirements_table(
    name: str, edition: str | None = None, *, language: str = "en", own: Iterable[_Catalog] | None = None
) -> Table:
    """The requirements of a standard as a table: a row for each, in their order.

    Columns: `standard`, `edition`, `requirement` (`catalogue:name`), `text`, `sector`, `function`, `field`, `level`,
    `approach`, `force`, `applies` (JSON text), `evidence`, `review`, `within`, `claims` (a list), `source`; texts in
    `language`, else in English, else in any there is. `own` as in `catalogs`. Refuses a name or an
    edition that is not at hand (`bad_request`).

    >>> import isms
    >>> len(isms.requirements_table("red-cross"))
    53
    """

def explain(code: str) -> Explanation:
    """The page of a finding's code.

    Keys: `code`, `severity`, `looks_for`, `why`, `example`, `normal_when`, `what_to_do` and `claims`.
    Refuses a code that there is none of.

    >>> import isms
    >>> isms.explain("cycle")["severity"]
    'error'
    """

def sample() -> str:
    """The bundled sample, as the text of a document.

    A fictional country, with a few faults such as people make.

    >>> import isms
    >>> isms.Register.open(isms.sample())
    <isms.Register "tarsava", 506 records>
    """

def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a document."""

def run(args: Sequence[str]) -> int:
    """Runs the `isms` command with these arguments, the program's name first.

    The exit code comes back: 0 fine, 1 `check` found errors, 2 refused or misused.
    """
