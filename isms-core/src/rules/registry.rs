//! The registry of rules: every code has its page.

use super::{acknowledgement, chain, identity, order, refusals, response, shape, standard};
use crate::finding::{Code, Fact, Finding, Refusal, Severity};
use crate::json::shortened;

/// A rule's page.
pub(super) struct Rule {
    pub(super) code: Code,
    pub(super) looks_for: &'static str,
    pub(super) why: &'static str,
    pub(super) example: &'static str,
    pub(super) normal_when: &'static str,
    pub(super) what_to_do: &'static str,
    pub(super) claims: &'static [&'static str],
}

/// What a finding means: its page.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Explanation {
    /// The code.
    pub code: String,
    /// The severity of its findings.
    pub severity: Severity,
    /// What the rule looks for.
    pub looks_for: String,
    /// Why it matters.
    pub why: String,
    /// An example.
    pub example: String,
    /// When it is normal.
    pub normal_when: String,
    /// What to do.
    pub what_to_do: String,
    /// Ids of the claims of the source texts on which it rests.
    pub claims: Vec<String>,
}

/// The rule of a code. The compiler sees to it that every code has one.
pub(super) fn rule(code: Code) -> &'static Rule {
    match code {
        Code::WrongType => &shape::wrong_type::RULE,
        Code::OutOfRange => &shape::out_of_range::RULE,
        Code::RepeatedKey => &shape::repeated_key::RULE,
        Code::MissingId => &shape::missing_id::RULE,
        Code::MissingTitle => &shape::missing_title::RULE,
        Code::UnknownField => &shape::unknown_field::RULE,
        Code::PersonalField => &shape::personal_field::RULE,
        Code::IdleAcknowledgement => &acknowledgement::idle_acknowledgement::RULE,
        Code::UnknownTerm => &shape::unknown_term::RULE,
        Code::UnknownKind => &shape::unknown_kind::RULE,
        Code::DuplicateId => &identity::duplicate_id::RULE,
        Code::DanglingReference => &identity::dangling_reference::RULE,
        Code::WrongKind => &identity::wrong_kind::RULE,
        Code::WrongStage => &chain::wrong_stage::RULE,
        Code::RepeatedLink => &chain::repeated_link::RULE,
        Code::Cycle => &chain::cycle::RULE,
        Code::BrokenTrace => &chain::broken_trace::RULE,
        Code::SingleFactor => &chain::single_factor::RULE,
        Code::OrderInTime => &order::order_in_time::RULE,
        Code::OrderInDoubt => &order::order_in_doubt::RULE,
        Code::PlaceApart => &order::place_apart::RULE,
        Code::UnplacedRequirement => &standard::unplaced_requirement::RULE,
        Code::SelfMapping => &standard::self_mapping::RULE,
        Code::LostRequirement => &standard::lost_requirement::RULE,
        Code::MissingLanguage => &standard::missing_language::RULE,
        Code::CovertMethod => &response::covert_method::RULE,
        Code::PostHeldTwice => &response::post_held_twice::RULE,
        Code::TwoDesignatedOfficials => &response::two_designated_officials::RULE,
        Code::LapsedWaiver => &response::verified_at::LAPSED_WAIVER,
        Code::FutureVerification => &response::verified_at::FUTURE_VERIFICATION,
        Code::StaleDigest => &response::stale_digest::RULE,
        Code::IdleRecord => &response::idle_record::RULE,
        Code::UnknownStandard => &response::unknown_standard::RULE,
        other => refusals::rule(other),
    }
}

/// The page of a code.
///
/// ```
/// let page = isms_core::explain("cycle")?;
/// assert!(page.looks_for.contains("lead back to themselves"));
/// assert_eq!(isms_core::explain("cicle").unwrap_err().code(), "bad_request");
/// # Ok::<(), isms_core::Refusal>(())
/// ```
///
/// # Errors
/// Refuses text that is no code, with the code most like it.
pub fn explain(text: &str) -> Result<Explanation, Refusal> {
    let Some(code) = Code::parse(&text.trim().to_lowercase()) else { return Err(unknown(text)) };
    let rule = rule(code);
    Ok(Explanation {
        code: rule.code.as_str().to_owned(),
        severity: code.severity(),
        looks_for: rule.looks_for.to_owned(),
        why: rule.why.to_owned(),
        example: rule.example.to_owned(),
        normal_when: rule.normal_when.to_owned(),
        what_to_do: rule.what_to_do.to_owned(),
        claims: rule.claims.iter().map(|claim| (*claim).to_owned()).collect(),
    })
}

/// The code most like a text, if one is.
pub(super) fn nearest_code(text: &str) -> Option<&'static str> {
    const ALIKE: f64 = 0.8;
    let text = shortened(text).to_lowercase();
    let alike = Code::ALL.iter().map(|code| (strsim::jaro_winkler(&text, code.as_str()), code.as_str()));
    let near = alike.filter(|(likeness, _)| *likeness >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0));
    near.map(|(_, near)| near)
}

fn unknown(text: &str) -> Refusal {
    let near = nearest_code(text);
    let hint = near
        .map_or_else(|| "`isms explain` alone lists all codes".to_owned(), |near| format!("did you mean `{near}`?"));
    let found = shortened(text);
    let finding =
        Finding::new(Code::BadRequest, "/code", format!("expected the code of a finding, found `{found}`; {hint}"));
    near.into_iter().fold(finding, |finding, near| finding.fact(Fact::text("near", near))).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_own_page() {
        assert!(!Code::ALL.is_empty());
        for code in Code::ALL {
            let page = explain(code.as_str()).unwrap();
            assert_eq!(page.code, code.as_str());
            for text in [&page.looks_for, &page.why, &page.example, &page.normal_when, &page.what_to_do] {
                assert!(text.len() > 10, "{}: {text:?}", page.code);
            }
        }
    }
}
