//! The mutants. A text must stand in its file once; where the code has changed, the mutant is
//! changed with it.

use super::Mutant;
use crate::patched::Edit;

/// Writes mutants: law, slip, file, text, what stands there instead, test.
macro_rules! mutants {
    ($($law:literal, $slip:literal: $file:literal $text:literal => $instead:literal, $test:literal;)*) => {
        pub(super) const MUTANTS: &[Mutant] = &[$(Mutant {
            law: $law,
            slip: $slip,
            edit: Edit { file: concat!("isms-core/src/", $file), text: $text, instead: $instead },
            test: $test,
        },)*];
    };
}

mutants! {
    "1", "an incident may be caused by an incident": "graph/links.rs"
        "(Stage::Incident, Stage::Threat)" => "(Stage::Incident, Stage::Threat | Stage::Incident)",
        "laws::trace_is_what_sets_say";
    "1", "links between two cycles are cut as if they were one": "graph/build.rs"
        "group(*effect).is_some() && group(*effect) == group(*cause)" => "group(*effect).is_some() && group(*cause).is_some()",
        "laws::a_link_between_two_cycles_is_followed";
    "2", "a link that can't be followed breaks nothing where another can": "trace/broken.rs"
        "filter(|link| link.why.breaks())" => "filter(|link| link.why.breaks() && graph.causes(row).is_empty())",
        "laws::trace_is_what_sets_say";
    "2", "two risk factors by two ways are taken for one": "rules/chain/single_factor.rs"
        "(Self::One(a), Self::One(b)) if a == b => self" => "(Self::One(_), Self::One(_)) => self",
        "laws::check_counts_exactly_what_was_planted";
    "2", "a source with some causes is told as one without": "rules/chain/broken_trace.rs"
        "sources.remove(&source);" => "let _ = source;",
        "laws::check_counts_exactly_what_was_planted";
    "3", "a trace is complete only if it goes on": "trace/one.rs"
        "complete: broken.is_empty() && reached," => "complete: broken.is_empty() && reached && !effects.is_empty(),",
        "swaps::what_leads_to_nothing_is_normal";
    "4", "the first seconds are compared, whatever the last are": "rules/order/mod.rs"
        "if begin.span.is_certainly_before(cause.span) {" => "if begin.span.first < cause.span.first {",
        "laws::check_counts_exactly_what_was_planted";
    "4", "the threat must lie within the place of the incident": "rules/order/place_apart.rs"
        "tree.is_within(here, there) => return" => "tree.is_within(there, here) => return",
        "laws::check_counts_exactly_what_was_planted";
    "4", "a month ends with its first day": "value/date.rs"
        "last: seconds(next) - 1" => "last: seconds(first) + DAY - 1",
        "laws::check_counts_exactly_what_was_planted";
    "9", "losses of national NGOs are counted elsewhere": "review/picture.rs"
        "        all.add(&loss);" => "        let agency = loss.agency.as_deref().and_then(|id| register.find::<crate::model::Agency>(id));
        if agency.is_none_or(|agency| agency.kind.as_deref() != Some(\"national_ngo\")) {
            all.add(&loss);
        }",
        "swaps::the_type_of_an_agency_changes_nothing";
    "9", "a UN agency that is not on record is no finding": "rules/chain/broken_trace.rs"
        "            if sources.is_empty() ||" => "            let agency = register.first_referred(row, Relation::OfAgency).and_then(|row| register.typed::<crate::model::Agency>(row));
            if agency.is_some_and(|agency| agency.kind.as_deref() == Some(\"un_agency\")) {
                continue;
            }
            if sources.is_empty() ||",
        "swaps::the_type_of_an_agency_changes_nothing";
    "5", "assess: a waiver is taken as met": "assess/tally.rs"
        "if partly + unmet + waived > 0 {" => "if partly + unmet > 0 {",
        "assess::every_sector_stands_as_the_law_says";
    "5", "assess: an office stands as its best sector": "assess/tally.rs"
        "let state = parts().map(|standing| standing.state).min().unwrap_or_default();" => "let state = parts().map(|standing| standing.state).max().unwrap_or_default();",
        "assess::every_sector_stands_as_the_law_says";
    "5", "assess: of two findings of one day the better counts": "assess/verdicts.rs"
        "if verified.verdict > known.verdict {" => "if verified.verdict < known.verdict {",
        "assess::every_sector_stands_as_the_law_says";
    "5", "assess: the first sector alone decides": "assess/tally.rs"
        "let state = parts().map(|standing| standing.state).min().unwrap_or_default();" => "let state = parts().map(|standing| standing.state).next().unwrap_or_default();",
        "assess::the_order_of_sectors_changes_nothing";
    "5", "assess: a part carries over as if it were all": "assess/carried.rs"
        "Some(\"covers\") => Degree::Covers," => "Some(\"covers\" | \"part\") => Degree::Covers,",
        "carried::as_much_as_the_mapping_says";
    "5", "assess: who does not meet more is said not to meet less": "assess/carried.rs"
        "Self::Covers => verdict == Verdict::Met," => "Self::Covers => matches!(verdict, Verdict::Met | Verdict::Unmet),",
        "carried::as_much_as_the_mapping_says";
    "5", "assess: what nobody looked at is in no list": "assess/whole.rs"
        "(Verdict::NotKnown, _) => not_known.push" => "(Verdict::NotKnown, Some(_)) => not_known.push",
        "assess::every_sector_stands_as_the_law_says";
    "5", "assess: a guideline that nobody has is followed": "assess/practice/mod.rs"
        "follows.is_some_and(|follows| self.0.contains(follows))" => "follows.is_some()",
        "sample::neighbours::what_is_said_counts_only_as_far_as_it_holds";
    "5", "assess: those who cannot refuse accept": "assess/practice/exchanges.rs"
        "found.free_to_refuse != Some(true)" => "found.free_to_refuse.is_none()",
        "sample::neighbours::what_is_said_counts_only_as_far_as_it_holds";
    "5", "assess: a plan that is over preserves": "assess/practice/plans.rs"
        "scope.valid(plan.since.as_ref(), plan.until.as_ref())" => "scope.valid(plan.since.as_ref(), None)",
        "sample::neighbours::what_is_said_counts_only_as_far_as_it_holds";
    "5", "assess: an exchange of tomorrow was had": "assess/practice/exchanges.rs"
        "&& scope.past(found.date.as_ref())" => "&& found.date.is_some()",
        "sample::neighbours::what_is_said_counts_only_as_far_as_it_holds";
    "8", "go: what is decided for a programme that is not on record lets another one go on": "review/go_no_go/decisions.rs"
        "rows.filter(|found| !stops || found.is_some()).collect" => "rows.filter(|found| found.is_some()).collect",
        "go_no_go::what_is_decided_for_others_lets_nothing_go_on_here";
    "8", "go: a stop without a date is not seen": "review/go_no_go/decisions.rs"
        "decision.date.as_ref().is_none_or(|date| !as_of" => "decision.date.as_ref().is_some_and(|date| !as_of",
        "go_no_go::a_stop_holds_whatever_is_wrong_with_it";
    "8", "go: a plan that was set going once answers every trigger": "review/triggers.rs"
        "is_open || !incident.ended" => "true || !incident.ended",
        "go_no_go::a_plan_answers_a_trigger_only_since_it_was_reached";
    "8", "go: of conditions the first seven are told": "review/go_no_go/page.rs"
        "let mut all = lines(\"on condition\", &decision.conditions);" => "let mut all = lines(\"on condition\", decision.conditions.get(..7).unwrap_or(&decision.conditions));",
        "go_no_go::what_binds_is_told_whole";
    "8", "assess: a decision of tomorrow settles the risk of today": "assess/duties.rs"
        "if scope.past(decision.date.as_ref()) && !scope.over" => "if decision.date.is_some() && !scope.over",
        "assess::a_concluded_assessment_waits_for_its_decision";
    "9", "assess: who has the right type has no gaps": "assess/assessing.rs"
        "if duty.left_out || applies" => "let kind = self.register.typed::<crate::model::Agency>(unit.agency).and_then(|agency| agency.kind);
        if duty.left_out || kind.as_deref() == Some(\"faith_based\") || applies",
        "assess::the_type_of_an_agency_changes_nothing";
    "10", "assess: national staff count as covered": "assess/coverage.rs"
        "let rank = STATES.iter().position(|known| *known == state).unwrap_or(2);" => "let rank = if category == \"national\" { 3 } else { STATES.iter().position(|known| *known == state).unwrap_or(2) };",
        "assess::a_category_of_people_changes_nothing";
    "10", "of national staff every second is counted": "review/picture.rs"
        "tally.people.saturating_add(count.low)," => "tally.people.saturating_add(if loss.who.as_deref() == Some(\"national_staff\") { count.low / 2 } else { count.low }),",
        "swaps::whom_a_loss_befell_changes_nothing";
    "13", "unknown fields are written from the last to the first": "model/table.rs"
        "for extra in other {" => "for extra in other.iter().rev() {",
        "lossless::unknown_fields_and_kinds_come_back_in_their_order";
    "13", "numbers are written with fifteen digits": "json/text.rs"
        "write!(out, \"{number:e}\")" => "write!(out, \"{number:.14e}\")",
        "swaps::numbers_come_back_with_all_their_bits";
    "13", "blanks within text are taken out": "json/text.rs"
        "b' ' | b'\\n' | b'\\r' | b'\\t' if !in_text => {
                out.push_str" => "b' ' | b'\\n' | b'\\r' | b'\\t' => {
                out.push_str",
        "laws::saving_keeps_every_record";
    "14", "slices are listed as they are hashed": "review/picture.rs"
        "struct Slices(BTreeMap<String, (u64, Harms)>);" => "struct Slices(HashMap<String, (u64, Harms)>);",
        "swaps::the_same_input_gives_the_same_bytes";
    "§3", "of a gate that asks for all by number too many are asked": "value/causes.rs"
        ".map_or(true, |count| count > links)" => ".map_or(true, |count| count >= links)",
        "laws::check_counts_exactly_what_was_planted";
    "§5", "counts end where lists do": "finding/list.rs"
        "        *count += 1;
        if *count <= DEFAULT_CAP as u64 {" => "        if *count < DEFAULT_CAP as u64 {
            *count += 1;",
        "limits::a_hundred_thousand_equal_ids_are_kept";
    "§5", "findings stay in the order in which they were found": "finding/list.rs"
        "        sort_by_key(&mut self.kept, |(code, _)| (code.severity(), *code));
" => "",
        "laws::check_counts_exactly_what_was_planted";
    "§6", "common causes are listed, however far": "trace/common.rs"
        "meter.over(&common).filter(is_nearest)" => "meter.over(&common).filter(|row| graph.causes(**row).is_empty() || is_nearest(row))",
        "laws::common_causes_are_what_sets_say";
}
