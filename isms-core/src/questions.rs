//! The questions as methods of the register: one line each, and one for those who watch. They stand apart from it, so
//! that the register knows nothing of those who ask.

use crate::assess::{self, AssessOptions, Assessed};
use crate::catalog::Catalogs;
use crate::compare::{self, Changes};
use crate::finding::{Findings, Refusal};
use crate::migrate::{self, Migration};
use crate::register::Register;
use crate::review::{self, GoNoGo, Meeting, Review};
use crate::rules;
use crate::trace::{self, Ancestors, BrokenTraces, CommonCauses, Paths, Trace};
use crate::value::{Date, Meter, NoWatch, Watch};

impl Register {
    /// What led to a record and what it can lead to. Linear in its causes and effects; the first
    /// question of the chain also builds the graph, linear in the register.
    ///
    /// # Errors
    /// Refuses an id that no record has, and a record outside the chain.
    pub fn trace(&self, id: &str) -> Result<Trace, Refusal> {
        self.trace_watched(id, &mut NoWatch)
    }

    /// As [`Register::trace`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// As [`Register::trace`]; also when `watch` stops it.
    pub fn trace_watched(&self, id: &str, watch: &mut dyn Watch) -> Result<Trace, Refusal> {
        trace::trace(self, id, watch)
    }

    /// All paths back from a record, at most `budget` of them listed, all of them counted.
    ///
    /// # Errors
    /// Refuses an id that no record has, and a record outside the chain.
    pub fn paths(&self, id: &str, budget: u32) -> Result<Paths, Refusal> {
        self.paths_watched(id, budget, &mut NoWatch)
    }

    /// As [`Register::paths`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// As [`Register::paths`]; also when `watch` stops it.
    pub fn paths_watched(&self, id: &str, budget: u32, watch: &mut dyn Watch) -> Result<Paths, Refusal> {
        trace::paths(self, id, budget, watch)
    }

    /// The nearest common causes of two or more records.
    ///
    /// # Errors
    /// Refuses fewer than two ids, ids that no record has, and records outside the chain.
    pub fn common_causes(&self, ids: &[String]) -> Result<CommonCauses, Refusal> {
        self.common_causes_watched(ids, &mut NoWatch)
    }

    /// As [`Register::common_causes`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// As [`Register::common_causes`]; also when `watch` stops it.
    pub fn common_causes_watched(&self, ids: &[String], watch: &mut dyn Watch) -> Result<CommonCauses, Refusal> {
        trace::common_causes(self, ids, watch)
    }

    /// The ancestors of every loss, as offsets and rows. Linear in the links plus the answer.
    #[must_use]
    pub fn ancestors(&self) -> Ancestors {
        unstopped(self.ancestors_watched(&mut NoWatch))
    }

    /// As [`Register::ancestors`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// Refuses when `watch` stops it.
    pub fn ancestors_watched(&self, watch: &mut dyn Watch) -> Result<Ancestors, Refusal> {
        trace::ancestors(self, watch)
    }

    /// All broken traces, counted by kind. Linear.
    #[must_use]
    pub fn broken_traces(&self) -> BrokenTraces {
        unstopped(self.broken_traces_watched(&mut NoWatch))
    }

    /// As [`Register::broken_traces`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// Refuses when `watch` stops it.
    pub fn broken_traces_watched(&self, watch: &mut dyn Watch) -> Result<BrokenTraces, Refusal> {
        trace::broken_traces(self, watch)
    }

    /// All findings, but those that acknowledgements without a beginning or an end set aside. Linear.
    #[must_use]
    pub fn check(&self) -> Findings {
        unstopped(self.check_watched(None, &mut NoWatch))
    }

    /// All findings, but those that acknowledgements set aside on this day: those that hold on all of it, from the first
    /// moment of `since` to the last one of `until`. Linear.
    ///
    /// ```
    /// use isms_core::{Date, Register};
    /// let register = Register::open(br#"{"isms": "1", "losses": [{"id": "driver", "title": "Driver injured"}],
    ///     "acknowledgements": [{"id": "known", "title": "No cause known", "code": "broken_trace", "record": "driver",
    ///         "reason": "The report was lost in the fire.", "until": "2026-12"}]}"#)?;
    /// assert_eq!(register.check().counts.warning, 1);
    /// let counts = register.check_as_of(&"2026-12-31".parse::<Date>()?).counts;
    /// assert_eq!((counts.warning, counts.acknowledged[0].count), (0, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check_as_of(&self, as_of: &Date) -> Findings {
        unstopped(self.check_watched(Some(as_of), &mut NoWatch))
    }

    /// As [`Register::check`], or on a day [`Register::check_as_of`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// Refuses when `watch` stops it.
    pub fn check_watched(&self, as_of: Option<&Date>, watch: &mut dyn Watch) -> Result<Findings, Refusal> {
        Ok(rules::check(self, as_of, None, &self.meter_of_check(watch))?)
    }

    /// As [`Register::check`], or on a day [`Register::check_as_of`], by the words of these catalogues: those that are
    /// bundled, and your own. Linear in the register and in them.
    ///
    /// ```
    /// use isms_core::{Catalogs, Register};
    /// let register = Register::open(br#"{"isms": "1", "assets": [{"id": "mule", "title": "Mule", "kind": "mule"}]}"#)?;
    /// assert_eq!(register.check().findings[0].code, "unknown_term");
    /// let ours = r#"{"isms_catalog": "1", "id": "ours", "edition": "1",
    ///     "taxonomies": [{"id": "asset", "fields": ["assets.kind"], "terms": [{"id": "mule"}]}]}"#;
    /// assert_eq!(register.check_by(None, &Catalogs::with_own([ours])?).counts.note, 0);
    /// # Ok::<(), isms_core::Refusal>(())
    /// ```
    #[must_use]
    pub fn check_by(&self, as_of: Option<&Date>, catalogs: &Catalogs) -> Findings {
        unstopped(self.check_by_watched(as_of, catalogs, &mut NoWatch))
    }

    /// As [`Register::check_by`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// Refuses when `watch` stops it.
    pub fn check_by_watched(
        &self,
        as_of: Option<&Date>,
        catalogs: &Catalogs,
        watch: &mut dyn Watch,
    ) -> Result<Findings, Refusal> {
        Ok(rules::check(self, as_of, Some(catalogs), &self.meter_of_check(watch))?)
    }

    fn meter_of_check<'w>(&self, watch: &'w mut dyn Watch) -> Meter<'w> {
        Meter::new(watch, rules::PASSES, self.records.rows.numbers())
    }

    /// Which requirements of the standards that they adopted offices meet on a day, and where the gaps are. Linear in the
    /// records, plus offices times requirements.
    ///
    /// ```
    /// use isms_core::{AssessOptions, Catalogs, Register, State};
    /// let register = Register::open(br#"{"isms": "1",
    ///     "agencies": [{"id": "ours", "title": "Our agency"}], "places": [{"id": "valley", "title": "The valley"}],
    ///     "adoptions": [{"id": "a", "title": "ISMS", "agency": "ours", "place": "valley", "standard": "isms"}]}"#)?;
    /// let assessed = register.assess(&AssessOptions::on("2026-11-22".parse()?), &Catalogs::bundled())?;
    /// assert_eq!(assessed.state, State::NotKnown, "nobody has looked");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Refuses offices whose agency or place no record is.
    pub fn assess(&self, options: &AssessOptions, catalogs: &Catalogs) -> Result<Assessed, Refusal> {
        self.assess_watched(options, catalogs, &mut NoWatch)
    }

    /// As [`Register::assess`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// As [`Register::assess`]; also when `watch` stops it.
    pub fn assess_watched(
        &self,
        options: &AssessOptions,
        catalogs: &Catalogs,
        watch: &mut dyn Watch,
    ) -> Result<Assessed, Refusal> {
        assess::assess(self, options, catalogs, watch)
    }

    /// What changed after one day and up to that of the options: records, and how offices stand. Linear in the records, and
    /// twice the cost of an assessment.
    ///
    /// ```
    /// use isms_core::{AssessOptions, Catalogs, Register};
    /// let register = Register::open(br#"{"isms": "1", "incidents": [{"id": "raid", "title": "Raid", "date": "2026-03-14"}]}"#)?;
    /// let changes =
    ///     register.diff(&"2026-03-01".parse()?, &AssessOptions::on("2026-03-31".parse()?), &Catalogs::bundled())?;
    /// assert_eq!((changes.records[0].id.as_str(), changes.kinds[0].happened), ("raid", 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Refuses a first day that is after the second, and what [`Register::assess`] refuses.
    pub fn diff(&self, since: &Date, options: &AssessOptions, catalogs: &Catalogs) -> Result<Changes, Refusal> {
        self.diff_watched(since, options, catalogs, &mut NoWatch)
    }

    /// As [`Register::diff`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// As [`Register::diff`]; also when `watch` stops it.
    pub fn diff_watched(
        &self,
        since: &Date,
        options: &AssessOptions,
        catalogs: &Catalogs,
        watch: &mut dyn Watch,
    ) -> Result<Changes, Refusal> {
        compare::diff(self, since, options, catalogs, watch)
    }

    /// What becomes of the answers to a standard in a new edition, which must be at hand with the one that it replaces: what
    /// is kept, what must be reviewed, what is lost, and how offices stand afterwards on the day of the options. Nothing is
    /// changed: [`Register::apply`] makes the changes that the answer lists. Linear in the records, and twice the cost of an
    /// assessment.
    ///
    /// # Errors
    /// Refuses an edition that is not at hand, or does not say which one it replaces, and options with `standards`. There is no
    /// text in the answer that their language could change.
    pub fn migrate(
        &self,
        standard: &str,
        to: &str,
        options: &AssessOptions,
        catalogs: &Catalogs,
    ) -> Result<Migration, Refusal> {
        self.migrate_watched(standard, to, options, catalogs, &mut NoWatch)
    }

    /// As [`Register::migrate`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// As [`Register::migrate`]; also when `watch` stops it.
    pub fn migrate_watched(
        &self,
        standard: &str,
        to: &str,
        options: &AssessOptions,
        catalogs: &Catalogs,
        watch: &mut dyn Watch,
    ) -> Result<Migration, Refusal> {
        migrate::migrate(self, standard, to, options, catalogs, watch)
    }

    /// What a security adviser takes to a meeting on the day of the options: what changed since another day (30 days before
    /// unless one is given), triggers
    /// reached, decisions that lapse, where it is weakest, who is not covered, what to do first, and the review of the
    /// register. Linear in the records, and three times the cost of an assessment.
    ///
    /// # Errors
    /// As [`Register::diff`].
    pub fn meeting(
        &self,
        since: Option<&Date>,
        options: &AssessOptions,
        catalogs: &Catalogs,
    ) -> Result<Meeting, Refusal> {
        self.meeting_watched(since, options, catalogs, &mut NoWatch)
    }

    /// As [`Register::meeting`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// As [`Register::meeting`]; also when `watch` stops it.
    pub fn meeting_watched(
        &self,
        since: Option<&Date>,
        options: &AssessOptions,
        catalogs: &Catalogs,
        watch: &mut dyn Watch,
    ) -> Result<Meeting, Refusal> {
        review::meeting(self, since, options, catalogs, watch)
    }

    /// What speaks for and against a programme on the day of the options, and who may decide. Linear in the records: the
    /// cost of a check, and of the assessment of its office.
    ///
    /// # Errors
    /// Refuses an id that no programme has, and options with `offices`: the office is that of the programme.
    pub fn go_no_go(&self, programme: &str, options: &AssessOptions, catalogs: &Catalogs) -> Result<GoNoGo, Refusal> {
        self.go_no_go_watched(programme, options, catalogs, &mut NoWatch)
    }

    /// As [`Register::go_no_go`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// As [`Register::go_no_go`]; also when `watch` stops it.
    pub fn go_no_go_watched(
        &self,
        programme: &str,
        options: &AssessOptions,
        catalogs: &Catalogs,
        watch: &mut dyn Watch,
    ) -> Result<GoNoGo, Refusal> {
        review::go_no_go(self, programme, options, catalogs, watch)
    }

    /// What a security adviser takes to a meeting, as data. Linear.
    #[must_use]
    pub fn review(&self) -> Review {
        unstopped(self.review_watched(&mut NoWatch))
    }

    /// As [`Register::review`], and tells `watch` how far it is.
    ///
    /// # Errors
    /// Refuses when `watch` stops it.
    pub fn review_watched(&self, watch: &mut dyn Watch) -> Result<Review, Refusal> {
        review::review(self, watch)
    }
}

/// The answer of a call that refuses only when it is stopped, and that nobody stops.
fn unstopped<T: Default>(answer: Result<T, Refusal>) -> T {
    answer.unwrap_or_default()
}
