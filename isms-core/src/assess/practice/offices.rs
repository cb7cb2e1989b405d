//! Offices: whether contact runs at both levels, whether each field of protection has measures, whether plans preserve what is
//! critical.

use super::{Guidelines, exchanges, plans};
use crate::assess::integration::is_in_place;
use crate::assess::near::Near;
use crate::assess::offices::Unit;
use crate::assess::preparedness::{Last, latest};
use crate::assess::scope::{Scope, told};
use crate::catalog::FIELDS;
use crate::document::RowId;
use crate::model::{Asset, Measure, Relation};
use std::collections::HashSet;

/// What an office works with.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct OfficePractice {
    /// The agency.
    pub agency: String,
    /// The place.
    pub place: String,
    /// When the last exchange was had in the capital; absent: none.
    pub capital: Option<String>,
    /// When the last one was had in the field; absent: none.
    pub field: Option<String>,
    /// The four fields of protection.
    pub fields: Vec<ProtectedField>,
    /// Critical assets that no plan preserves.
    pub unpreserved: Vec<String>,
    /// How many more there are.
    pub unpreserved_more: u64,
}

/// A field of protection.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ProtectedField {
    /// The field: `staff`, `premises`, `transport` or `communication`.
    pub field: String,
    /// How many measures in place belong to it.
    pub measures: u64,
    /// How many of them follow a guideline that is at hand.
    pub guided: u64,
}

/// What is known of a place.
#[derive(Default)]
struct Known {
    capital: Last,
    field: Last,
    measures: [(u64, u64); 4],
    unpreserved: Vec<RowId>,
}

pub(super) fn offices(scope: &Scope<'_>, offices: &[Unit], guidelines: &Guidelines) -> Vec<OfficePractice> {
    let near = read(scope, guidelines);
    offices.iter().filter_map(|office| one(scope, *office, &near)).collect()
}

fn read(scope: &Scope<'_>, guidelines: &Guidelines) -> Near<Known> {
    let mut near: Near<Known> = Near::default();
    let mut add = |row: RowId, change: &dyn Fn(&mut Known)| near.add(scope.register, row, change);
    for (row, exchange) in exchanges::made(scope) {
        match exchange.level.as_deref() {
            Some("capital") => add(row, &|known| latest(&mut known.capital, exchange.date.as_ref())),
            Some("field") => add(row, &|known| latest(&mut known.field, exchange.date.as_ref())),
            _ => (),
        }
    }
    for (row, measure) in scope.records::<Measure>().filter(|(_, measure)| is_in_place(scope, measure)) {
        let Some(at) = FIELDS.iter().position(|field| measure.field.as_deref() == Some(*field)) else { continue };
        let is_guided = guidelines.has(measure.follows.as_deref());
        add(row, &|known| {
            if let Some((measures, guided)) = known.measures.get_mut(at) {
                *measures += 1;
                *guided += u64::from(is_guided);
            }
        });
    }
    let preserved: HashSet<RowId> = plans::in_force(scope)
        .flat_map(|(row, _)| scope.referred(row, Relation::Preserves).collect::<Vec<_>>())
        .collect();
    for (row, asset) in scope.records::<Asset>() {
        let holds = scope.valid(asset.since.as_ref(), asset.until.as_ref());
        if asset.critical == Some(true) && holds && !preserved.contains(&row) {
            add(row, &|known| known.unpreserved.push(row));
        }
    }
    near
}

fn one(scope: &Scope<'_>, office: Unit, near: &Near<Known>) -> Option<OfficePractice> {
    let (mut capital, mut field, mut measures): (Last, Last, [(u64, u64); 4]) = Default::default();
    for known in near.near(scope.register, office) {
        capital = capital.max(known.capital.clone());
        field = field.max(known.field.clone());
        for (sum, found) in measures.iter_mut().zip(known.measures) {
            sum.0 += found.0;
            sum.1 += found.1;
        }
    }
    let inside = near.inside(office).flat_map(|known| &known.unpreserved);
    let (unpreserved, unpreserved_more) = told(inside.map(|row| scope.id(*row)).collect());
    let field_of = |(name, (measures, guided)): (&&str, (u64, u64))| ProtectedField {
        field: (*name).to_owned(),
        measures,
        guided,
    };
    Some(OfficePractice {
        agency: scope.id(office.agency),
        place: scope.id(office.place?),
        capital: capital.map(|(_, text)| text),
        field: field.map(|(_, text)| text),
        fields: FIELDS.iter().zip(measures).map(field_of).collect(),
        unpreserved,
        unpreserved_more,
    })
}
