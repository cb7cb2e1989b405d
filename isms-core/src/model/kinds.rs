//! The kinds, each written once.

use super::record::{Stored, kinds};
use super::reference::Refers;
use super::table::{Parts, Row, Skim, Slot, Table};
use super::{Kind, RecordKind, Reference, Relation, RelationRow, guard};
use crate::json::{Reader, Syntax};
use crate::value::{
    Amount, Breakdown, Causes, Cells, Count, Date, Estimate, Extra, FieldLabel, HeadCount, Holding, Label, Lapse,
    Message, Point, RiskLevel, Sharing, Tailoring, Threshold, Trigger, Value,
};

kinds! {
    /// An agency that works in conflict areas: UN, Red Cross and Red Crescent, international or
    /// national NGO, charity, foundation. Never a military-type operator.
    Agency {
        /// Its type, a term: `un_agency`, `red_cross`, `ingo`, `national_ngo` …
        kind: Option<String>,
        /// Where its office is.
        place: Option<String> => AtPlace [Place],
        /// What it gives, terms: `developmental`, `humanitarian`, `technical`, `political`.
        assistance: Vec<String>,
        /// To whom it gives, terms: `government`, `civil_society`, `population`.
        recipients: Vec<String>,
    }

    /// Whoever else acts or is affected: host government, community, civil society, armed or
    /// criminal group, donor, military operator, contractor.
    Party {
        /// Its type, a term: `host_government`, `community`, `armed_group` …
        kind: Option<String>,
        /// Where it is at home.
        place: Option<String> => AtPlace [Place],
    }

    /// A body in which posts or agencies come together: a core of experts, a security management team, a network, a board.
    Body {
        /// Its type, a term: `core`, `security_management_team`, `security_cell`, `network`, `forum`, `certification_board` …
        kind: Option<String>,
        /// Whose it is; missing: of no single one.
        agency: Option<String> => OfAgency [Agency],
        /// For which area.
        place: Option<String> => AtPlace [Place],
        /// The post that chairs it.
        chair: Option<String> => ChairedBy [Post],
        /// The posts in it.
        members: Vec<String> => HasMember [Post],
        /// The agencies in it.
        agencies: Vec<String> => OfAgency [Agency],
        /// The body to which it answers.
        parent: Option<String> => AnswersTo [Body],
        /// Whether it is independent of those whom it judges.
        independent: Option<bool>,
    }

    /// A post: a role, with where its holders come from. Never a person's name.
    Post {
        /// The role, a term: `designated_official`, `security_manager`, `operational_manager`, `warden` …
        role: Option<String>,
        /// Whose post it is.
        agency: Option<String> => OfAgency [Agency],
        /// The area for which it answers.
        place: Option<String> => AtPlace [Place],
        /// Where it stands, a term: `headquarters`, `regional`, `local`.
        level: Option<String>,
        /// The sectors and core functions for which it answers, terms.
        sectors: Vec<String>,
        /// The post that stands in for it.
        deputy: Option<String> => DeputisedBy [Post],
        /// The post, or the body, to which it answers.
        reports_to: Option<String> => AnswersTo [Post, Body],
        /// When it was held; no time on a day: it is vacant; none at all: unknown.
        held: Vec<Holding>,
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
        /// How critical the need is that it answers, a term.
        criticality: Option<String>,
        /// How many people are in need of it; missing: unknown.
        people_in_need: Option<Count>,
        /// How many it reaches; missing: unknown.
        people_reached: Option<Count>,
        /// Whether it goes on, a term: `running`, `reduced`, `suspended`, `stopped`.
        state: Option<String>,
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
        /// Whether the work stops without it.
        critical: Option<bool>,
    }

    /// How many people are exposed, by category. Never names.
    Exposure {
        /// Whose people they are.
        agency: Option<String> => OfAgency [Agency],
        /// Where they are.
        place: Option<String> => AtPlace [Place],
        /// What they work for.
        programme: Option<String> => OfProgramme [Programme],
        /// How many of each category.
        people: Vec<HeadCount>,
    }

    /// Who impedes that aid reaches people, and how.
    Access date date {
        /// Whose access it is.
        agency: Option<String> => OfAgency [Agency],
        /// Where.
        place: Option<String> => AtPlace [Place],
        /// Which programme.
        programme: Option<String> => OfProgramme [Programme],
        /// Who impedes it.
        by: Option<String> => By [Party],
        /// How, terms.
        how: Vec<String>,
        /// How many people are not reached; missing: unknown.
        not_reached: Option<Count>,
        /// Whether the programme goes on, a term: `running`, `reduced`, `suspended`, `stopped`.
        state: Option<String>,
        /// The incident that brought it.
        incident: Option<String> => About [Incident],
        /// When it began.
        date: Option<Date>,
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
    Incident date date ordered [date ended closed] guarded [consent open] by held_back {
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
        /// When it was over; missing: unknown.
        ended: Option<Date>,
        /// When it was reported; missing: unknown.
        reported: Option<Date>,
        /// When all that it asked for was done; missing: that is not so, or unknown.
        closed: Option<Date>,
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
        /// Which of the fields of protection it belongs to, a term: `staff`, `premises`, `transport`, `communication`.
        field: Option<String>,
        /// Where it is carried out, a term: `headquarters`, `regional`, `local`.
        level: Option<String>,
        /// Which school it comes from, a term: `system`, `community`, `both`.
        approach: Option<String>,
        /// What it acts on, a term: `source`, `exposure`, `vulnerability`, `consequence`.
        acts_on: Option<String>,
        /// The post that carries it out.
        implemented_by: Option<String> => ByPost [Post],
        /// What it rests on.
        rests_on: Vec<String> => RestsOn [Assessment, Exchange, Evaluation, Recommendation, Strategy],
        /// The guideline that it follows, as `catalogue:name`.
        follows: Option<String>,
        /// Whether people outside see it.
        visible: Option<bool>,
        /// Whether it touches the life of the community.
        touches_community: Option<bool>,
        /// How it stands to what people in the place do for their own protection, a term: `below`, `equal`, `beyond`.
        against_norm: Option<String>,
        /// What it costs in neutrality, a term: `none`, `some`, `much`.
        costs_neutrality: Option<String>,
        /// What it costs in control over movement and work, a term.
        costs_control: Option<String>,
        /// What it costs in access to people, a term.
        costs_access: Option<String>,
        /// Whether it uses what was there already.
        existing: Option<bool>,
    }

    /// A threat communicated: heard, understood, passed on, acted on.
    Signal ordered [heard understood passed_on acted_on] {
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

    /// A look at the risks of a place and of the work there, by open methods.
    Assessment date date ordered [date concluded] {
        /// Whose it is.
        agency: Option<String> => OfAgency [Agency],
        /// Of which place.
        place: Option<String> => AtPlace [Place],
        /// Of which programmes.
        programmes: Vec<String> => OfProgramme [Programme],
        /// When it was made.
        date: Option<Date>,
        /// When it came to its result; missing: it has none yet.
        concluded: Option<Date>,
        /// How it was made, terms: `interviews`, `community_meetings`, `site_visit` … Covert ones are refused.
        methods: Vec<String>,
        /// The posts that made it.
        led_by: Vec<String> => LedBy [Post],
        /// The risk factors that it looks at.
        risk_factors: Vec<String> => Considers [RiskFactor],
        /// The threats that it looks at.
        threats: Vec<String> => ConsidersThreat [Threat],
        /// The level of risk that it found.
        level: Option<RiskLevel>,
        /// The guideline that it follows, as `catalogue:name`.
        follows: Option<String>,
        /// Whether it is part of an assessment of the programmes.
        within_programme: Option<bool>,
        /// To whom its results were passed on.
        shared: Vec<Sharing> => SharedWith [Agency, Party],
    }

    /// A contact with a party: what was said, what was answered, and what that is worth. Some are better not written down.
    Exchange date date guarded [party] by always {
        /// Whose it is.
        agency: Option<String> => OfAgency [Agency],
        /// Where.
        place: Option<String> => AtPlace [Place],
        /// For which programmes.
        programmes: Vec<String> => OfProgramme [Programme],
        /// With whom: a party, which is a class or a code.
        party: Option<String> => With [Party],
        /// At which level, a term: `capital` or `field`.
        level: Option<String>,
        /// The post that had it.
        by: Option<String> => ByPost [Post],
        /// When; for armed parties a month.
        date: Option<Date>,
        /// What was said.
        message: Option<String>,
        /// What was answered.
        answer: Option<String>,
        /// Whether they accept the work, a term: `consent`, `tolerance`, `refusal`, `unclear`.
        acceptance: Option<String>,
        /// Who says so, a term: `themselves`, `others`, `own_staff`.
        said_by: Option<String>,
        /// Whether they are able to harm.
        able_to_harm: Option<bool>,
        /// Whether they were free to refuse.
        free_to_refuse: Option<bool>,
        /// On what that rests, a term.
        evidence: Option<String>,
        /// Its content is known to those who had it, and is not written down.
        held_off_system: Option<bool>,
        /// To whom its results were passed on.
        shared: Vec<Sharing> => SharedWith [Agency, Party],
    }

    /// What an agency's security rests on in a place.
    Strategy {
        /// Whose it is.
        agency: Option<String> => OfAgency [Agency],
        /// Where.
        place: Option<String> => AtPlace [Place],
        /// The programmes that it serves.
        programmes: Vec<String> => OfProgramme [Programme],
        /// What it rests on, terms: `acceptance`, `protection`, `deterrence`.
        rests_on: Vec<String>,
        /// Its elements of the system-based school.
        system: Vec<String>,
        /// Its elements of the community-based school.
        community: Vec<String>,
        /// What is said about the work, in the capital and in the field.
        messages: Vec<Message>,
        /// What must be seen to reduce the work, to leave, to return.
        thresholds: Vec<Threshold>,
        /// The risk that it accepts at most.
        acceptable_risk: Option<RiskLevel>,
        /// The post, at senior level, that owns it.
        owner: Option<String> => OwnedBy [Post],
        /// When it must be looked at again.
        review_due: Option<Date>,
        /// The strategy that it takes the place of.
        revises: Option<String> => Revises [Strategy],
    }

    /// A standard that an agency takes as its own.
    Adoption {
        /// Who adopts it.
        agency: Option<String> => OfAgency [Agency],
        /// Where; missing: in all its offices.
        place: Option<String> => AtPlace [Place],
        /// The standard, the name of a catalogue.
        standard: Option<String>,
        /// Its edition; missing: whichever is at hand.
        edition: Option<String>,
        /// What the agency changes in it.
        tailoring: Vec<Tailoring>,
        /// The post that decided so.
        by: Option<String> => ByPost [Post],
    }

    /// A requirement found met, partly met, unmet, not applicable or waived. It holds until `until`.
    Verification date date guarded [result] by result {
        /// Whose office it is.
        agency: Option<String> => OfAgency [Agency],
        /// Where the office is; missing: what is found holds for headquarters.
        place: Option<String> => AtPlace [Place],
        /// The requirement, as `catalogue:name`.
        requirement: Option<String>,
        /// The edition of the standard; missing: any.
        edition: Option<String>,
        /// What was found, a term: `met`, `partly`, `unmet`, `not_applicable`, `waived`.
        result: Option<String>,
        /// What shows it.
        evidence: Vec<String>,
        /// When it was found.
        date: Option<Date>,
        /// The post that looked.
        reviewer: Option<String> => ReviewedBy [Post],
        /// The post that allows a waiver.
        approver: Option<String> => ApprovedBy [Post],
        /// Why it does not apply, or is waived.
        reason: Option<String>,
    }

    /// What is done when the worst comes: hibernation, relocation, evacuation, a medical emergency.
    Contingency guarded [triggers] by always {
        /// Whose it is.
        agency: Option<String> => OfAgency [Agency],
        /// Where.
        place: Option<String> => AtPlace [Place],
        /// Its type, a term: `hibernation`, `relocation`, `evacuation`, `medical_evacuation` …
        kind: Option<String>,
        /// What sets it going.
        triggers: Vec<Trigger> => AssignedTo [Post],
        /// Categories of staff whom it covers, terms.
        covers: Vec<String>,
        /// Categories of staff whom it does not cover, terms.
        not_covers: Vec<String>,
        /// Who provides it; missing: the agency itself.
        provider: Option<String> => ProvidedBy [Agency, Party],
        /// The assets that it preserves.
        assets: Vec<String> => Preserves [Asset],
        /// For how many days its stocks last.
        stock_days: Option<u64>,
        /// When it was tested last; missing: never, or unknown.
        tested: Option<Date>,
        /// The incidents for which it was set going.
        activated_for: Vec<String> => ActivatedFor [Incident],
    }

    /// What was decided on risk, by which post, on which grounds, and until when.
    Decision date date {
        /// Whose it is.
        agency: Option<String> => OfAgency [Agency],
        /// For which place.
        place: Option<String> => AtPlace [Place],
        /// For which programmes.
        programmes: Vec<String> => OfProgramme [Programme],
        /// What was decided, a term: `proceed`, `proceed_with_conditions`, `restrict`, `suspend`, `hibernate`, `relocate`,
        /// `evacuate`, `remote`, `return`.
        choice: Option<String>,
        /// What is done about the risk, a term: `accept`, `control`, `avoid`, `transfer`, `share`.
        treatment: Option<String>,
        /// The post that decided.
        by: Option<String> => ByPost [Post],
        /// The posts that advised.
        advised_by: Vec<String> => AdvisedBy [Post],
        /// What those say who do not agree.
        dissent: Option<String>,
        /// When.
        date: Option<Date>,
        /// Under which conditions.
        conditions: Vec<String>,
        /// What ends it before its time.
        lapses_when: Vec<String>,
        /// The assessment on which it rests.
        assessment: Option<String> => RestsOn [Assessment],
        /// The digest of that assessment as it was then.
        digest: Option<String>,
        /// The risk that remains and is accepted.
        level: Option<RiskLevel>,
        /// The policy that it applies, as `catalogue:name`.
        follows: Option<String>,
        /// Why.
        reason: Option<String>,
        /// How many people are reached by what was decided; missing: unknown.
        people_reached: Option<Count>,
        /// How many of those who bear the risk were told of it.
        informed: Option<Count>,
        /// How many of these agreed.
        consented: Option<Count>,
    }

    /// What was done, or must be, for those whom an incident or a loss befell.
    Action {
        /// Who owes it.
        agency: Option<String> => OfAgency [Agency],
        /// Its type, a term: `first_aid`, `medical_evacuation`, `family_informed`, `psychosocial_care_offered`, `claim`,
        /// `compensation`, `asset_recovered` …
        kind: Option<String>,
        /// For which incident.
        incident: Option<String> => About [Incident],
        /// For which loss.
        loss: Option<String> => ForLoss [Loss],
        /// The post that answers for it.
        by: Option<String> => ByPost [Post],
        /// Until when it must be done.
        due: Option<Date>,
        /// When it was done; missing: it was not.
        done: Option<Date>,
        /// The evaluation on which it rests.
        evaluation: Option<String> => RestsOn [Evaluation],
    }

    /// A training that was given.
    Training date date {
        /// Who gave it.
        agency: Option<String> => OfAgency [Agency],
        /// Where.
        place: Option<String> => AtPlace [Place],
        /// Its track, a term: `technique` (for all staff) or `management` (for those who answer for security).
        track: Option<String>,
        /// What it taught, terms.
        topics: Vec<String>,
        /// The posts that it was given to.
        posts: Vec<String> => Trains [Post],
        /// How many others took part, by category.
        people: Vec<HeadCount>,
        /// When.
        date: Option<Date>,
        /// The body that certified its curriculum.
        certified_by: Option<String> => CertifiedBy [Body],
        /// Up to when that holds.
        certified_until: Option<Date>,
    }

    /// An exercise of a plan.
    Drill date date {
        /// Whose it was.
        agency: Option<String> => OfAgency [Agency],
        /// Where.
        place: Option<String> => AtPlace [Place],
        /// The plan that was exercised.
        contingency: Option<String> => Exercises [Contingency],
        /// When.
        date: Option<Date>,
        /// How many took part, by category.
        people: Vec<HeadCount>,
    }

    /// A look back: at a sector, a core function, a strategy, or an incident.
    Evaluation date date {
        /// Whose it is.
        agency: Option<String> => OfAgency [Agency],
        /// Of which office.
        place: Option<String> => AtPlace [Place],
        /// Its type, a term: `sector`, `headquarters`, `strategy`, `incident`, `investigation`, `external`.
        kind: Option<String>,
        /// Of which sector, a term.
        sector: Option<String>,
        /// Of which core function, a term: `policy`, `training`, `evaluation`.
        function: Option<String>,
        /// Of which incident.
        incident: Option<String> => About [Incident],
        /// Of which strategy.
        strategy: Option<String> => Evaluates [Strategy],
        /// The post that made it.
        by: Option<String> => ByPost [Post],
        /// Whether that post is independent of those whom it looks at.
        independent: Option<bool>,
        /// The trades of those from outside who took part, terms.
        reviewers: Vec<String>,
        /// Until when it must be made.
        due: Option<Date>,
        /// When it was made; missing: it was not.
        date: Option<Date>,
        /// What it found not to have worked.
        lapses: Vec<Lapse> => LiesIn [Measure],
        /// To whom its results were passed on.
        shared: Vec<Sharing> => SharedWith [Agency, Party],
    }

    /// What an assessment, an evaluation, a drill or an incident says should be done.
    Recommendation {
        /// Whose it is.
        agency: Option<String> => OfAgency [Agency],
        /// For which office.
        place: Option<String> => AtPlace [Place],
        /// What it arises from.
        arises_from: Vec<String> => ArisesFrom [Assessment, Evaluation, Drill, Incident],
        /// The post to which it is addressed.
        to: Option<String> => ByPost [Post],
        /// At which level, a term: `headquarters`, `regional`, `local`.
        level: Option<String>,
        /// By which way it works, a term: `prevention` or `protection`.
        route: Option<String>,
        /// Whether it was accepted; missing: nobody has said.
        accepted: Option<bool>,
        /// Why, or why not.
        reason: Option<String>,
        /// Until when it must be carried out.
        due: Option<Date>,
        /// The measure that it became.
        became: Option<String> => Became [Measure],
    }

    /// What is owed: by an agency to its staff or to a party, or by a party to an agency.
    Obligation guarded [state] by state {
        /// The agency that it concerns.
        agency: Option<String> => OfAgency [Agency],
        /// Where; missing: everywhere.
        place: Option<String> => AtPlace [Place],
        /// Who owes it; missing: the agency.
        owed_by: Option<String> => OwedBy [Agency, Party],
        /// To whom; missing: to the staff of `category`.
        towards: Option<String> => Towards [Agency, Party],
        /// The category of staff, a term.
        category: Option<String>,
        /// What is owed, a term: `insurance`, `medical`, `evacuation`, `psychosocial`, `compensation` …
        entitlement: Option<String>,
        /// Whether it is given, a term: `yes`, `partly`, `no`, `not_known`.
        state: Option<String>,
    }

    /// What agencies and parties agreed on: access, sharing, partnership.
    Agreement {
        /// Its type, a term: `access`, `information_sharing`, `partnership`, `funding`, `framework` …
        kind: Option<String>,
        /// The agencies.
        agencies: Vec<String> => OfAgency [Agency],
        /// The parties.
        parties: Vec<String> => With [Party],
        /// Where; missing: everywhere.
        place: Option<String> => AtPlace [Place],
        /// The standard that all of them follow, the name of a catalogue.
        standard: Option<String>,
        /// Under which conditions.
        conditions: Vec<String>,
    }

    /// A finding read and set aside: it silences warnings and notes of its code on its record, never errors.
    Acknowledgement {
        /// The code of the findings.
        code: Option<String>,
        /// The record that they are about; missing: no single one.
        record: Option<String> => Acknowledges [
            Agency, Party, Body, Post, Place, Programme, Asset, Exposure, Access, RiskFactor, Threat, Incident, Loss, Measure, Signal, Assessment, Exchange, Strategy, Adoption, Verification, Contingency, Decision, Action, Training, Drill, Evaluation, Recommendation, Obligation, Agreement, Acknowledgement
        ],
        /// Why they may stand.
        reason: Option<String>,
        /// Who set them aside: a post, never a person.
        by: Option<String>,
    }
}
