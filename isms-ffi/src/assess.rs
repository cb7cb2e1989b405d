//! Questions of a day, by the standards that offices adopted.

use crate::register::{Answer, Register, Watches};
use crate::watcher::Watching;
use isms_core::{AssessOptions, Assessed, Catalogs, Changes, Date, GoNoGo, Meeting, Migration, Office, Refusal};

#[uniffi::export]
impl Register {
    /// Where the gaps are: which requirements of the standards that they adopted offices meet on the day `as_of`
    /// (2026-03-14). Linear in the records, plus offices times requirements.
    ///
    /// Without `offices` all that the register tells of, without `standards` all that are adopted. `catalogs` are the texts
    /// of catalogues beside those that are bundled; texts of the answer are in `language`, else in English.
    ///
    /// # Errors
    /// Refuses text that is no date, offices whose agency or place no record is, and what is no catalogue; also when
    /// `watcher` stops it.
    #[uniffi::method(default(offices = [], standards = [], catalogs = [], language = "en", watcher = None))]
    pub fn assess(
        &self,
        as_of: &str,
        offices: Vec<Office>,
        standards: Vec<String>,
        catalogs: Vec<String>,
        language: String,
        watcher: Watches,
    ) -> Answer<Assessed> {
        let (options, catalogs) = asked(as_of, offices, standards, catalogs, language)?;
        Ok(self.core.now().assess_watched(&options, &catalogs, &mut Watching(watcher))?)
    }

    /// What changed after the day `since` and up to the day `as_of`: records, and how offices stand. The other arguments
    /// are those of `assess`.
    ///
    /// # Errors
    /// Refuses a first day that is after the second, and what `assess` refuses.
    #[uniffi::method(default(offices = [], standards = [], catalogs = [], language = "en", watcher = None))]
    #[expect(clippy::too_many_arguments, reason = "they have names in Kotlin and Swift")]
    pub fn diff(
        &self,
        since: &str,
        as_of: &str,
        offices: Vec<Office>,
        standards: Vec<String>,
        catalogs: Vec<String>,
        language: String,
        watcher: Watches,
    ) -> Answer<Changes> {
        let (since, (options, catalogs)) =
            (day("since", since)?, asked(as_of, offices, standards, catalogs, language)?);
        Ok(self.core.now().diff_watched(&since, &options, &catalogs, &mut Watching(watcher))?)
    }

    /// What a security adviser takes to a meeting on the day `as_of`: what changed since another day (30 days before unless
    /// one is given), triggers reached, decisions that lapse, where it is weakest, who is not covered, what to do first.
    /// The other arguments are those of `assess`.
    ///
    /// # Errors
    /// As `diff`.
    #[uniffi::method(default(since = None, offices = [], standards = [], catalogs = [], language = "en", watcher = None))]
    #[expect(clippy::too_many_arguments, reason = "they have names in Kotlin and Swift")]
    pub fn meeting(
        &self,
        as_of: &str,
        since: Option<String>,
        offices: Vec<Office>,
        standards: Vec<String>,
        catalogs: Vec<String>,
        language: String,
        watcher: Watches,
    ) -> Answer<Meeting> {
        let since = since.map(|since| day("since", &since)).transpose()?;
        let (options, catalogs) = asked(as_of, offices, standards, catalogs, language)?;
        Ok(self.core.now().meeting_watched(since.as_ref(), &options, &catalogs, &mut Watching(watcher))?)
    }

    /// What speaks for and against a programme on the day `as_of`, and who may decide. It decides nothing. The other
    /// arguments are those of `assess`.
    ///
    /// # Errors
    /// Refuses an id that no programme has, and what `assess` refuses.
    #[uniffi::method(default(standards = [], catalogs = [], language = "en", watcher = None))]
    pub fn go_no_go(
        &self,
        programme: &str,
        as_of: &str,
        standards: Vec<String>,
        catalogs: Vec<String>,
        language: String,
        watcher: Watches,
    ) -> Answer<GoNoGo> {
        let (options, catalogs) = asked(as_of, Vec::new(), standards, catalogs, language)?;
        Ok(self.core.now().go_no_go_watched(programme, &options, &catalogs, &mut Watching(watcher))?)
    }

    /// What becomes of the answers to a standard in the edition `to`, which must be at hand with the one that it replaces.
    /// Nothing is changed: `apply` makes the `fixes` of the answer. The other arguments are those of `assess`.
    ///
    /// # Errors
    /// Refuses an edition that is not at hand, or does not say which one it replaces, and what `assess` refuses.
    #[uniffi::method(default(offices = [], catalogs = [], watcher = None))]
    pub fn migrate(
        &self,
        standard: &str,
        to: &str,
        as_of: &str,
        offices: Vec<Office>,
        catalogs: Vec<String>,
        watcher: Watches,
    ) -> Answer<Migration> {
        let (options, catalogs) = asked(as_of, offices, Vec::new(), catalogs, "en".to_owned())?;
        Ok(self.core.now().migrate_watched(standard, to, &options, &catalogs, &mut Watching(watcher))?)
    }
}

/// What an assessment is asked for, and the catalogues at hand.
#[expect(clippy::needless_pass_by_value, reason = "a list crosses by value")]
fn asked(
    as_of: &str,
    offices: Vec<Office>,
    standards: Vec<String>,
    own: Vec<String>,
    language: String,
) -> Answer<(AssessOptions, Catalogs)> {
    let mut options = AssessOptions::on(day("as_of", as_of)?);
    options.offices = offices;
    options.standards = standards;
    options.language = language;
    Ok((options, Catalogs::with_own(&own)?))
}

fn day(key: &str, text: &str) -> Answer<Date> {
    Ok(text.parse().map_err(|fault| Refusal::of_day(key, &fault))?)
}
