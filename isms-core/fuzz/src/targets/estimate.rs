//! Estimates: of what JSON they are made, and that they come back as they were.

use super::{questions, refusal};
use crate::json::Tree;
use isms_core::{Estimate, Register, RiskFactor};

/// Reads an estimate as the likelihood of a risk factor.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let is_json = questions::is_json(text);
    let document =
        format!("{{\"isms\":\"1\",\"risk_factors\":[{{\"id\":\"f\",\"title\":\"F\",\"likelihood\":{text}}}]}}");
    let register = match Register::open(document.as_bytes()) {
        Ok(register) => register,
        Err(refused) => {
            refusal::assert_whole(&refused);
            assert!(!is_json || refused.code() == "over_limit", "{refused}");
            return false;
        }
    };
    // Other text may end the record by itself, and begin others.
    if !is_json {
        return false;
    }
    let factor: RiskFactor = register.find("f").expect("a risk factor");
    let errors = register.check().counts.error;
    let Some(estimate) = factor.likelihood else {
        assert!(errors > 0, "{text} is dropped without a word");
        return false;
    };
    assert_eq!(Some(form(&estimate)), Tree::read(text).as_ref().and_then(expected), "{text}");
    assert_holds(&estimate);
    let mut again = RiskFactor::new("f", "F");
    again.likelihood = Some(estimate.clone());
    let saved = format!("{{\"isms\":\"1\",\"risk_factors\":[{}]}}", again.to_json());
    let register = Register::open(saved.as_bytes()).expect("a register");
    let read: RiskFactor = register.find("f").expect("a risk factor");
    assert_eq!(bits(read.likelihood.as_ref()), bits(Some(&estimate)), "{saved}");
    assert_eq!(register.check().counts.error, 0, "{saved}");
    true
}

/// The keys of an estimate's form.
fn form(estimate: &Estimate) -> Vec<&'static str> {
    match estimate {
        Estimate::Point { .. } => vec![],
        Estimate::Rate { .. } => vec!["per", "rate"],
        Estimate::Range { low: Some(_), high: None } => vec!["low"],
        Estimate::Range { low: None, .. } => vec!["high"],
        Estimate::Range { .. } => vec!["high", "low"],
        Estimate::Level { scale: None, .. } => vec!["level"],
        Estimate::Level { .. } => vec!["level", "scale"],
        Estimate::Beta { .. } => vec!["beta"],
        Estimate::Pert { .. } => vec!["pert"],
        Estimate::P05P95 { .. } => vec!["p05_p95"],
        _ => vec!["of", "seen"],
    }
}

/// The known keys of the input, each once.
fn expected(tree: &Tree) -> Option<Vec<&'static str>> {
    const KEYS: [&str; 11] = ["beta", "high", "level", "low", "of", "p05_p95", "per", "pert", "rate", "scale", "seen"];
    match tree {
        Tree::Raw(_) => Some(vec![]),
        Tree::List(_) => None,
        Tree::Object(_) => Some(KEYS.into_iter().filter(|key| tree.field(key).is_some()).collect()),
    }
}

/// The numbers are what the design lets them be.
fn assert_holds(estimate: &Estimate) {
    let unit = |number: &f64| (0.0..=1.0).contains(number);
    let holds = match estimate {
        Estimate::Point { value } => unit(value),
        Estimate::Rate { rate, .. } => *rate >= 0.0 && rate.is_finite(),
        Estimate::Range { low, high } => low.iter().chain(high).all(unit) && low.unwrap_or(0.0) <= high.unwrap_or(1.0),
        Estimate::Beta { a, b } => [a, b].into_iter().all(|number| *number > 0.0 && number.is_finite()),
        Estimate::Pert { min, mode, max } => unit(min) && unit(max) && min <= mode && mode <= max && min < max,
        Estimate::P05P95 { p05, p95 } => 0.0 < *p05 && p05 < p95 && *p95 < 1.0,
        Estimate::Counts { seen, of } => seen <= of,
        _ => true,
    };
    assert!(holds, "{estimate:?}");
}

/// An estimate with the bits of its numbers: -0 is not 0.
fn bits(estimate: Option<&Estimate>) -> String {
    format!("{estimate:?}")
}
