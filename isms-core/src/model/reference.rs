//! References between records: the relation table, and how a record shows its references.

use super::Kind;
use super::place::readable;
use crate::json::{Fields, Name, Problem, Reader, Shape, Syntax};
use crate::value::{Causes, Estimate, LINK, Lapse, Sharing, Trigger, Value};
use std::borrow::Cow;

macro_rules! relations {
    ($($(#[$attr:meta])* $name:ident $text:literal,)*) => {
        /// What a reference means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum Relation {
            $($(#[$attr])* $name,)*
        }

        impl Relation {
            /// Every relation.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

relations! {
    /// The effect has this cause.
    CausedBy "caused_by",
    /// The link from a cause is stopped by this measure when it works.
    StoppedBy "stopped_by",
    /// The observed record is an instance of this assessed one.
    Realises "realises",
    /// The record is at this place.
    AtPlace "at_place",
    /// The place lies in this one.
    Within "within",
    /// The record belongs to this agency.
    OfAgency "of_agency",
    /// The record belongs to this programme.
    OfProgramme "of_programme",
    /// The record is the work of this party.
    By "by",
    /// The threat or incident is aimed at this.
    Targets "targets",
    /// The loss hits this.
    Hits "hits",
    /// The measure itself creates this risk factor.
    Brings "brings",
    /// The signal announces this threat.
    Announces "announces",
    /// The measure is carried out, or the recommendation addressed, the decision taken, the action owed by this post.
    ByPost "by_post",
    /// The work is led by this post.
    LedBy "led_by",
    /// The strategy is owned by this post.
    OwnedBy "owned_by",
    /// The body is chaired by this post.
    ChairedBy "chaired_by",
    /// The post is a member of the body.
    HasMember "has_member",
    /// The body, or the post, answers to this one.
    AnswersTo "answers_to",
    /// The post is deputised by this one.
    DeputisedBy "deputised_by",
    /// The trigger is watched or decided on by this post.
    AssignedTo "assigned_to",
    /// The decision was advised on by this post.
    AdvisedBy "advised_by",
    /// The finding was reviewed by this post.
    ReviewedBy "reviewed_by",
    /// The waiver was approved by this post.
    ApprovedBy "approved_by",
    /// The curriculum was certified by this body.
    CertifiedBy "certified_by",
    /// The training was given to this post.
    Trains "trains",
    /// The assessment looks at this risk factor.
    Considers "considers",
    /// The assessment looks at this threat.
    ConsidersThreat "considers_threat",
    /// The results were passed on to this agency or party.
    SharedWith "shared_with",
    /// The exchange, or the agreement, is with this party.
    With "with",
    /// The record rests on this one.
    RestsOn "rests_on",
    /// The strategy takes the place of this one.
    Revises "revises",
    /// The plan is provided by this agency or party.
    ProvidedBy "provided_by",
    /// The plan preserves this asset.
    Preserves "preserves",
    /// The plan was set going for this incident.
    ActivatedFor "activated_for",
    /// The record is about this incident.
    About "about",
    /// The action is for this loss.
    ForLoss "for_loss",
    /// The evaluation looks at this strategy.
    Evaluates "evaluates",
    /// The drill exercises this plan.
    Exercises "exercises",
    /// The recommendation arises from this record.
    ArisesFrom "arises_from",
    /// The recommendation became this measure.
    Became "became",
    /// The obligation is owed by this agency or party.
    OwedBy "owed_by",
    /// The obligation is owed to this agency or party.
    Towards "towards",
    /// What did not work lies in this measure.
    LiesIn "lies_in",
    /// The acknowledgement sets aside findings on this record.
    Acknowledges "acknowledges",
}

/// Reads the long form of a link that comes next for its references and faults alone. What exactly is wrong, the reading
/// of the record says.
fn skim_link<'a>(
    reader: &mut Reader<'a>,
    relation: Relation,
    place: usize,
    names: &mut Vec<Named<'a>>,
) -> Result<(), Syntax> {
    const FIELDS: Fields = &["id", "chance", "barriers"];
    if reader.cursor.shape()? != Shape::Object {
        return reader.wrong_type(LINK);
    }
    let start = names.len();
    let (mut id, mut is_short) = (None, true);
    reader.each_field(FIELDS, |reader, name| match name {
        Name::Known("id") => {
            id = reader.text("text")?;
            Ok(())
        }
        Name::Known("chance") => {
            is_short = false;
            Estimate::read(reader).map(drop)
        }
        Name::Known(_) => {
            is_short = false;
            <Vec<String> as Refers>::skim(reader, Relation::StoppedBy, place, names)
        }
        Name::Unknown(_) | Name::Odd(_) => reader.keep_raw(),
    })?;
    if is_short {
        // It is written as an id alone.
        reader.cursor.untidy();
    }
    match id {
        Some(id) => names.insert(start, (place, relation, id)),
        None => reader.note(Problem::Type { expected: LINK, found: "an object without them".into() }),
    }
    Ok(())
}

/// A row of the relation table: what may refer to what, through which field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationRow {
    /// What the reference means.
    pub relation: Relation,
    /// The kind that refers.
    pub from: Kind,
    /// Its field.
    pub field: &'static str,
    /// The kinds that may be referred to.
    pub to: &'static [Kind],
}

/// Barriers stand on the links of `causes`.
pub(super) const BARRIERS: [RelationRow; 3] = {
    const fn barriers(from: Kind) -> RelationRow {
        RelationRow { relation: Relation::StoppedBy, from, field: "causes", to: &[Kind::Measure] }
    }
    [barriers(Kind::Threat), barriers(Kind::Incident), barriers(Kind::Loss)]
};

/// For each relation and each kind that refers, a bit for each kind that may be referred to: the table above, for
/// questions that ask it a million times.
#[expect(clippy::indexing_slicing, reason = "an index beyond the table does not compile")]
static TAKES: [[u64; Kind::ALL.len()]; Relation::ALL.len()] = {
    const fn add(takes: &mut [[u64; Kind::ALL.len()]; Relation::ALL.len()], row: &RelationRow) {
        let mut at = 0;
        while at < row.to.len() {
            takes[row.relation as usize][row.from as usize] |= 1 << row.to[at] as u64;
            at += 1;
        }
    }
    let mut takes = [[0; Kind::ALL.len()]; Relation::ALL.len()];
    let mut at = 0;
    while at < super::RELATIONS.len() {
        add(&mut takes, &super::RELATIONS[at]);
        at += 1;
    }
    at = 0;
    while at < BARRIERS.len() {
        add(&mut takes, &BARRIERS[at]);
        at += 1;
    }
    takes
};

/// Two fields of a kind that mean the same lead to the same kinds: the bits above know no fields.
#[expect(clippy::indexing_slicing, reason = "an index beyond the table does not compile")]
const _: () = {
    let rows = super::RELATIONS;
    let mut at = 0;
    while at < rows.len() {
        let mut other = 0;
        while other < at {
            let (a, b) = (&rows[at], &rows[other]);
            if a.relation as usize == b.relation as usize && a.from as usize == b.from as usize {
                assert!(a.to.len() == b.to.len(), "two fields of one relation lead to other kinds");
                let mut to = 0;
                while to < a.to.len() {
                    assert!(a.to[to] as usize == b.to[to] as usize, "two fields of one relation lead to other kinds");
                    to += 1;
                }
            }
            other += 1;
        }
        at += 1;
    }
};

impl Relation {
    /// Whether a record of the one kind may refer so to a record of the other.
    #[must_use]
    #[inline]
    pub fn takes(self, from: Kind, to: Kind) -> bool {
        let bits = TAKES.get(self as usize).and_then(|kinds| kinds.get(from as usize));
        bits.is_some_and(|bits| bits >> (to as u64) & 1 == 1)
    }

    /// The kinds to which a record of this kind may refer so.
    #[must_use]
    pub fn targets(self, from: Kind) -> &'static [Kind] {
        super::RELATIONS
            .iter()
            .chain(&BARRIERS)
            .find(|row| row.relation == self && row.from == from)
            .map_or(&[], |row| row.to)
    }
}

/// One reference of a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reference<'r> {
    pub(crate) relation: Relation,
    pub(crate) id: &'r str,
    pub(crate) at: At,
}

/// Which of the values of a record, as it was read, a reference is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum At {
    Field(&'static str),
    Item(&'static str, usize),
    /// A key of a part.
    Part {
        field: &'static str,
        item: usize,
        key: &'static str,
    },
    /// A link, or one of its barriers.
    Link {
        field: &'static str,
        link: usize,
        barrier: Option<usize>,
    },
}

/// A reference as it is found in a record that is skimmed: the place of its field among those that refer, what it
/// means, and the id.
pub(crate) type Named<'a> = (usize, Relation, Cow<'a, str>);

/// A field that refers to other records.
pub(super) trait Refers {
    /// Reads the next value for its references and faults alone: what the reading of the value notes, this notes.
    fn skim<'a>(
        reader: &mut Reader<'a>,
        relation: Relation,
        place: usize,
        names: &mut Vec<Named<'a>>,
    ) -> Result<(), Syntax>;

    fn refer<'r>(&'r self, relation: Relation, field: &'static str, visit: &mut dyn FnMut(Reference<'r>));

    /// Which items of the list that this text is can be read.
    fn readable(_list: &str) -> Result<Vec<usize>, Syntax> {
        Ok(Vec::new())
    }
}

/// A part of a record that refers to other records.
pub(super) trait Part: Value {
    /// The ids that it names, each with its key.
    fn names(&self) -> [Option<(&'static str, &str)>; 2];
}

impl Part for Sharing {
    fn names(&self) -> [Option<(&'static str, &str)>; 2] {
        [named("to", self.to.as_deref()), None]
    }
}

impl Part for Trigger {
    fn names(&self) -> [Option<(&'static str, &str)>; 2] {
        [named("watcher", self.watcher.as_deref()), named("decider", self.decider.as_deref())]
    }
}

impl Part for Lapse {
    fn names(&self) -> [Option<(&'static str, &str)>; 2] {
        [named("measure", self.measure.as_deref()), None]
    }
}

fn named<'r>(key: &'static str, id: Option<&'r str>) -> Option<(&'static str, &'r str)> {
    id.map(|id| (key, id))
}

/// Parts are few, and short: they are read whole.
impl<P: Part> Refers for Vec<P> {
    fn skim<'a>(
        reader: &mut Reader<'a>,
        relation: Relation,
        place: usize,
        names: &mut Vec<Named<'a>>,
    ) -> Result<(), Syntax> {
        let parts = <Self as Value>::read(reader)?.unwrap_or_default();
        parts.refer(relation, "", &mut |name| names.push((place, name.relation, Cow::Owned(name.id.to_owned()))));
        Ok(())
    }

    fn refer<'r>(&'r self, relation: Relation, field: &'static str, visit: &mut dyn FnMut(Reference<'r>)) {
        for (item, part) in self.iter().enumerate() {
            for (key, id) in part.names().into_iter().flatten() {
                visit(Reference { relation, id, at: At::Part { field, item, key } });
            }
        }
    }

    fn readable(list: &str) -> Result<Vec<usize>, Syntax> {
        readable::<P>(list)
    }
}

impl Refers for Option<String> {
    fn skim<'a>(
        reader: &mut Reader<'a>,
        relation: Relation,
        place: usize,
        names: &mut Vec<Named<'a>>,
    ) -> Result<(), Syntax> {
        names.extend(reader.text("text")?.map(|id| (place, relation, id)));
        Ok(())
    }

    fn refer<'r>(&'r self, relation: Relation, field: &'static str, visit: &mut dyn FnMut(Reference<'r>)) {
        if let Some(id) = self {
            visit(Reference { relation, id, at: At::Field(field) });
        }
    }
}

impl Refers for Vec<String> {
    fn skim<'a>(
        reader: &mut Reader<'a>,
        relation: Relation,
        place: usize,
        names: &mut Vec<Named<'a>>,
    ) -> Result<(), Syntax> {
        if reader.cursor.shape()? != Shape::Array {
            return reader.wrong_type("a list");
        }
        let mut empty = true;
        reader.each_item(|reader| {
            empty = false;
            names.extend(reader.text("text")?.map(|id| (place, relation, id)));
            Ok(())
        })?;
        if empty {
            // An empty list is left out.
            reader.cursor.untidy();
        }
        Ok(())
    }

    fn refer<'r>(&'r self, relation: Relation, field: &'static str, visit: &mut dyn FnMut(Reference<'r>)) {
        for (index, id) in self.iter().enumerate() {
            visit(Reference { relation, id, at: At::Item(field, index) });
        }
    }

    fn readable(list: &str) -> Result<Vec<usize>, Syntax> {
        readable::<String>(list)
    }
}

impl Refers for Option<Causes> {
    fn skim<'a>(
        reader: &mut Reader<'a>,
        relation: Relation,
        place: usize,
        names: &mut Vec<Named<'a>>,
    ) -> Result<(), Syntax> {
        if reader.cursor.shape()? != Shape::Array {
            let causes: Self = Causes::read(reader)?;
            causes.refer(relation, "", &mut |name| names.push((place, name.relation, Cow::Owned(name.id.to_owned()))));
            return Ok(());
        }
        reader.each_item(|reader| {
            if reader.cursor.shape()? == Shape::Text {
                names.extend(reader.text(LINK)?.map(|id| (place, relation, id)));
                return Ok(());
            }
            skim_link(reader, relation, place, names)
        })
    }

    fn refer<'r>(&'r self, relation: Relation, field: &'static str, visit: &mut dyn FnMut(Reference<'r>)) {
        let Some(causes) = self else { return };
        for (index, link) in causes.links.iter().enumerate() {
            visit(Reference { relation, id: &link.id, at: At::Link { field, link: index, barrier: None } });
            for (barrier, id) in link.barriers.iter().enumerate() {
                let at = At::Link { field, link: index, barrier: Some(barrier) };
                visit(Reference { relation: Relation::StoppedBy, id, at });
            }
        }
    }
}
