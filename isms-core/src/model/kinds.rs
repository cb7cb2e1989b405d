//! The kinds, each written once.

use super::record::{Stored, kinds};
use super::reference::Refers;
use super::table::{Parts, Row, Skim, Slot, Table};
use super::{Kind, RecordKind, Reference, Relation, RelationRow, guard};
use crate::json::{Reader, Syntax};
use crate::value::{Amount, Breakdown, Causes, Count, Date, Estimate, Extra, FieldLabel, Label, Point, Value};

kinds! {
    /// An agency that works in conflict areas: UN, Red Cross and Red Crescent, international or
    /// national NGO, charity, foundation. Never a military-type operator.
    Agency {
        /// Its type, a term: `un_agency`, `red_cross`, `ingo`, `national_ngo` …
        kind: Option<String>,
        /// Where its office is.
        place: Option<String> => AtPlace [Place],
    }

    /// Whoever else acts or is affected: host government, community, civil society, armed or
    /// criminal group, donor, military operator, contractor.
    Party {
        /// Its type, a term: `host_government`, `community`, `armed_group` …
        kind: Option<String>,
        /// Where it is at home.
        place: Option<String> => AtPlace [Place],
    }

    /// A place. Places form a tree.
    Place guarded [point] by point_of_premises {
        /// Its type, a term: `country`, `region`, `district`, `city`, `road`, `premises` …
        kind: Option<String>,
        /// The place in which it lies.
        within: Option<String> => Within [Place],
        /// Its code in a list of codes, such as ISO 3166.
        code: Option<String>,
        /// Its point on the map.
        point: Option<Point>,
    }

    /// What an agency does for people in a place.
    Programme {
        /// Whose it is.
        agency: Option<String> => OfAgency [Agency],
        /// Where it is.
        place: Option<String> => AtPlace [Place],
    }

    /// What a threat targets and a loss hits: staff, premises, vehicles, goods, communication.
    Asset {
        /// Its type, a term: `staff`, `premises`, `vehicle`, `goods`, `communication`.
        kind: Option<String>,
        /// Whose it is.
        agency: Option<String> => OfAgency [Agency],
        /// Where it is.
        place: Option<String> => AtPlace [Place],
        /// What it serves.
        programme: Option<String> => OfProgramme [Programme],
    }

    /// A circumstance that may contribute to a threat, from benign to most serious. The first
    /// stage of the chain.
    RiskFactor {
        /// Where it holds.
        place: Option<String> => AtPlace [Place],
        /// The probability that it is there in the register's period.
        likelihood: Option<Estimate>,
    }

    /// Several risk factors coming together at a time and place. The second stage of the chain.
    Threat date date {
        /// Where it holds.
        place: Option<String> => AtPlace [Place],
        /// From whom it comes.
        actor: Option<String> => By [Party],
        /// At what it is aimed.
        targets: Vec<String> => Targets [Agency, Programme, Asset],
        /// When it was observed; missing: it is assessed.
        date: Option<Date>,
        /// The assessed threat of which it is an instance.
        realises: Option<String> => Realises [Threat],
        /// The risk factors, or threats, that come together in it.
        causes: Option<Causes> => CausedBy [RiskFactor, Threat],
    }

    /// A threat carried out. The third stage of the chain.
    Incident date date guarded [consent open] by held_back {
        /// Where it happened.
        place: Option<String> => AtPlace [Place],
        /// Its point on the map.
        point: Option<Point>,
        /// The point as its source wrote it, where that can't be read as one.
        point_text: Option<String>,
        /// When it happened; missing: it is assessed.
        date: Option<Date>,
        /// Whose work it was.
        actor: Option<String> => By [Party],
        /// The agencies that it concerned.
        agencies: Vec<String> => OfAgency [Agency],
        /// What it hit.
        targets: Vec<String> => Targets [Agency, Programme, Asset],
        /// By which means, a term.
        means: Option<String>,
        /// In which context, a term: ambush, raid, individual attack …
        context: Option<String>,
        /// At what sort of place, a term: road, office, home …
        location: Option<String>,
        /// Why, a term.
        motive: Option<String>,
        /// All who were affected, counted by one property at a time.
        affected: Vec<Breakdown>,
        /// Harms of which its source does not say whether, or how many, they befell: unknown, not 0.
        harms_unknown: Vec<String>,
        /// How far the source has verified it, a term.
        verified: Option<String>,
        /// What happened, told.
        details: Option<String>,
        /// What those whom it befell allow, a term: `none` (it is in no review and no count),
        /// `count_only` (it is counted, never told), `share`. Any other word is taken as `none`.
        consent: Option<String>,
        /// An abduction or detention that is not over: it is in no review and no count.
        open: Option<bool>,
        /// The assessed incident of which it is an instance.
        realises: Option<String> => Realises [Incident],
        /// The threats that were carried out in it.
        causes: Option<Causes> => CausedBy [Threat],
    }

    /// What an incident cost people, programmes or goods. The last stage of the chain.
    Loss date date {
        /// Which harm, a term: `death`, `injury`, `kidnapping`, `detention`, `theft`, `damage` …
        harm: Option<String>,
        /// Whom it befell, a term: `national_staff`, `international_staff`, `community` …
        who: Option<String>,
        /// How many of them; missing: unknown.
        count: Option<Count>,
        /// How much, for goods.
        amount: Option<Amount>,
        /// Whose loss it is.
        agency: Option<String> => OfAgency [Agency],
        /// What it hit.
        hits: Vec<String> => Hits [Asset, Programme],
        /// When it happened; missing: it is assessed.
        date: Option<Date>,
        /// The assessed loss of which it is an instance.
        realises: Option<String> => Realises [Loss],
        /// The incidents that brought it.
        causes: Option<Causes> => CausedBy [Incident],
    }

    /// What is done about the chain: it stands as a barrier on links.
    Measure guarded [effectiveness status] by state_of_barrier {
        /// The stage that it answers, a term: `analysis` (risk factors), `community` (threats),
        /// `protection` (incidents), `mitigation` (losses).
        sector: Option<String>,
        /// Whose it is.
        agency: Option<String> => OfAgency [Agency],
        /// Where it holds.
        place: Option<String> => AtPlace [Place],
        /// The probability that it works.
        effectiveness: Option<Estimate>,
        /// `proposed`, `planned`, `in_place`, `suspended` or `retired`; only `in_place` works.
        status: Option<String>,
        /// Risk factors that the measure itself creates.
        brings: Vec<String> => Brings [RiskFactor],
        /// Who provides it, a term: `own`, `host`, `military`, `contractor`, `un` …
        provided_by: Option<String>,
    }

    /// A threat communicated: heard, understood, passed on, acted on.
    Signal ordered heard understood passed_on acted_on {
        /// The threat that it announces.
        threat: Option<String> => Announces [Threat],
        /// Who heard it.
        agency: Option<String> => OfAgency [Agency],
        /// Where it was heard.
        place: Option<String> => AtPlace [Place],
        /// How it was said, a term: `express`, `implied`, `inferred`.
        form: Option<String>,
        /// How far it was believed, a term.
        credibility: Option<String>,
        /// When it was heard.
        heard: Option<Date>,
        /// When it was understood; missing: it was not, or that is unknown.
        understood: Option<Date>,
        /// When it was passed on.
        passed_on: Option<Date>,
        /// When it was acted on.
        acted_on: Option<Date>,
    }

    /// A finding read and set aside: it silences warnings and notes of its code on its record, never errors.
    Acknowledgement {
        /// The code of the findings.
        code: Option<String>,
        /// The record that they are about; missing: no single one.
        record: Option<String> => Acknowledges [
            Agency, Party, Place, Programme, Asset, RiskFactor, Threat, Incident, Loss, Measure, Signal, Acknowledgement
        ],
        /// Why they may stand.
        reason: Option<String>,
        /// Who set them aside: a post, never a person.
        by: Option<String>,
    }
}
