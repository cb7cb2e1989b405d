//! What is asked of the response: how agencies stand on a day.

use super::Register;
use crate::arguments::{Day, Names, Offices};
use crate::catalogs::{Asked, Own};
use crate::convert::answer;
use isms_core::{Assessed, Commands, Date, GoNoGo, Meeting};
use pyo3::prelude::*;

/// What both the data and the page are made of.
impl Register {
    fn assessed(&self, py: Python<'_>, asked: &Asked, watch: Option<Py<PyAny>>) -> PyResult<Assessed> {
        self.watched(py, watch, |register, watch| register.assess_watched(&asked.options, &asked.catalogs()?, watch))
    }

    fn met(&self, py: Python<'_>, since: Option<&Date>, asked: &Asked, watch: Option<Py<PyAny>>) -> PyResult<Meeting> {
        self.watched(py, watch, |register, watch| {
            register.meeting_watched(since, &asked.options, &asked.catalogs()?, watch)
        })
    }

    fn weighed(&self, py: Python<'_>, programme: &str, asked: &Asked, watch: Option<Py<PyAny>>) -> PyResult<GoNoGo> {
        self.watched(py, watch, |register, watch| {
            register.go_no_go_watched(programme, &asked.options, &asked.catalogs()?, watch)
        })
    }
}

#[pymethods]
impl Register {
    /// Where the gaps are: which requirements of the standards that they adopted offices meet on a day.
    ///
    /// Keys: `label`, who may see it; `as_of`; `state`, as the weakest office stands: `gap`, `not_known` or
    /// `holds`; `standards` that were looked at; `standings`, counts and states by sector, field, core
    /// function, level, approach and standard, of all together; `offices`, each with its own `standings`,
    /// `weakest` sectors, `gaps`, and musts that are `not_known` or `unproven`; `headquarters`, what each
    /// agency owes centrally; `flows` of results, `integration`, `postures`, `coverage` (who is covered by
    /// what), `preparedness`, `governance`, `duties`; `findings`, what stood in the way.
    /// `isms.types.Assessed` tells each.
    ///
    /// `as_of` is a text such as `2026-03-14` or a `datetime.date`. `offices` are pairs of an agency
    /// and a place, all that the register tells of unless they are given; `standards` are names, all
    /// that are adopted unless they are given; `catalogs` are catalogues beside those that are
    /// bundled, each a dict or its text; texts are in `language`, else in English. Refuses what is no
    /// date (`bad_request`), no agency or place (`unknown_id`, `bad_request`) and no catalogue
    /// (`not_a_catalog`). Cost: linear in the records, plus offices times requirements.
    #[pyo3(signature = (as_of, *, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn assess<'py>(
        &self,
        py: Python<'py>,
        as_of: Day,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language);
        answer(py, &self.assessed(py, &asked, watch)?)
    }

    /// What changed after one day and up to another: records, and how offices stand.
    ///
    /// Keys: `label`; `since` and `as_of`; `kinds`, how many records of each happened, began and ended;
    /// `records`, posts that were filled or fell vacant among them, the latest first, and `records_more`;
    /// `standings`, the sectors of offices and core functions of headquarters of which the musts stand
    /// otherwise. `isms.types.Changes` tells each. The other arguments are those of `assess`. Refuses a
    /// first day that is after the second (`bad_request`), and what `assess` refuses.
    #[pyo3(signature = (since, as_of, *, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn diff<'py>(
        &self,
        py: Python<'py>,
        since: Day,
        as_of: Day,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (since, asked) =
            (since.date(py, "since")?, Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language));
        let found = self.watched(py, watch, |register, watch| {
            register.diff_watched(&since, &asked.options, &asked.catalogs()?, watch)
        })?;
        answer(py, &found)
    }

    /// What a security adviser takes to a meeting on a day.
    ///
    /// Keys: `label`; `as_of`; `changes` since another day, 30 days before unless one is given;
    /// `triggers` that were reached; `lapsing` decisions; `weakest`; `coverage`; `actions`, what to do
    /// first; `review`, as `review` gives it. `isms.types.Meeting` tells each. The other arguments are
    /// those of `assess`. Refuses as `diff`.
    #[pyo3(signature = (as_of, *, since=None, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn meeting<'py>(
        &self,
        py: Python<'py>,
        as_of: Day,
        since: Option<Day>,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let since = since.map(|day| day.date(py, "since")).transpose()?;
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language);
        answer(py, &self.met(py, since.as_ref(), &asked, watch)?)
    }

    /// The meeting of a day as a page of text, 80 columns wide, in English.
    ///
    /// `file` is the name under which the register can be opened: the page names commands that show more, of the
    /// same offices and standards; catalogues of your own they take with `--catalog FILE`. The other arguments are
    /// those of `meeting`.
    #[pyo3(signature = (file, as_of, *, since=None, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn meeting_page(
        &self,
        py: Python<'_>,
        file: &str,
        as_of: Day,
        since: Option<Day>,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<String> {
        let since = since.map(|day| day.date(py, "since")).transpose()?;
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language);
        let met = self.met(py, since.as_ref(), &asked, watch)?;
        let commands = Commands::of(file).asking(asked.options.offices, asked.options.standards);
        Ok(isms_core::meeting_page(&met, commands))
    }

    /// Who is covered by what on a day, as a page of text, 80 columns wide, in English.
    ///
    /// The same as data is the `coverage` of `assess`, whose arguments it takes.
    #[pyo3(signature = (as_of, *, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn cover_page(
        &self,
        py: Python<'_>,
        as_of: Day,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<String> {
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language);
        Ok(isms_core::cover_page(&self.assessed(py, &asked, watch)?))
    }

    /// What speaks for and against a programme on a day, and who may decide. It decides nothing.
    ///
    /// Keys: `label`; `as_of`; the programme with its need; `impeded`; `decided` and `decision`; `against`,
    /// what speaks against it, with `fix`, `undecided` and `triggers`; `office`, how it stands;
    /// `may_decide`; `not_covered`; `thresholds`; `agreements`. `isms.types.GoNoGo` tells each. The other
    /// arguments are those of `assess`, without `offices`: the office is that of the programme. Refuses an
    /// id that no record has (`unknown_id`) and a record that is no programme (`bad_request`).
    #[pyo3(signature = (programme, as_of, *, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn go_no_go<'py>(
        &self,
        py: Python<'py>,
        programme: &str,
        as_of: Day,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let asked = Asked::new(as_of.date(py, "as_of")?, None, standards, catalogs, language);
        answer(py, &self.weighed(py, programme, &asked, watch)?)
    }

    /// Go or no go as a page of text, 80 columns wide, in English.
    ///
    /// The arguments are those of `go_no_go`.
    #[pyo3(signature = (programme, as_of, *, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn go_no_go_page(
        &self,
        py: Python<'_>,
        programme: &str,
        as_of: Day,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<String> {
        let asked = Asked::new(as_of.date(py, "as_of")?, None, standards, catalogs, language);
        Ok(isms_core::go_no_go_page(&self.weighed(py, programme, &asked, watch)?))
    }

    /// What becomes of the answers to a standard in a new edition. Nothing is changed.
    ///
    /// The new edition and the one that it replaces must be at hand. Keys: `label`; `standard`, `from`,
    /// `to`; `answers`, of which `kept`, `review` and `lost` are parts; `items`, those to be reviewed and
    /// those that are lost; `adoptions` that are brought over, and `adoptions_left`; `standings`, how
    /// offices stand otherwise afterwards; `fixes`, to be made with `apply`. `isms.types.Migration` tells
    /// each. Refuses an edition that is not at hand, or does not say which one it replaces (`bad_request`),
    /// and what `assess` refuses.
    #[pyo3(signature = (standard, to, as_of, *, offices=None, catalogs=None, watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn migrate<'py>(
        &self,
        py: Python<'py>,
        standard: &str,
        to: &str,
        as_of: Day,
        offices: Option<Offices>,
        catalogs: Option<Own>,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, None, catalogs, "en");
        let found = self.watched(py, watch, |register, watch| {
            register.migrate_watched(standard, to, &asked.options, &asked.catalogs()?, watch)
        })?;
        answer(py, &found)
    }
}
