//! The values that the source uses in each column, and the misspellings of them that it is known
//! to hold.

/// The values of one column.
pub(super) struct Terms {
    terms: &'static [&'static str],
    /// Misspelled or cut, and what it stands for.
    known_as: &'static [(&'static str, &'static str)],
}

/// How a value stands to the known ones.
pub(super) enum Match {
    /// It is one of them.
    Same,
    /// It is one of them in other case.
    Case(&'static str),
    /// It is a known misspelling of one of them.
    Spelling(&'static str),
    /// It is none of them.
    Unknown,
}

pub(super) const MEANS: Terms = Terms {
    terms: &[
        "Shooting",
        "Kidnapping",
        "Bodily assault",
        "Unknown",
        "Aerial bombardment",
        "Shelling",
        "Kidnap-killing",
        "Vehicle-born IED",
        "Detention/arrest",
        "Roadside IED",
        "Other Explosives",
        "Rape/sexual assault",
        "Complex attack",
        "Landmine",
        "Body-borne IED",
    ],
    known_as: &[("Vehicle-borne IED", "Vehicle-born IED")],
};

pub(super) const CONTEXTS: Terms = Terms {
    terms: &["Ambush", "Combat/Crossfire", "Individual attack", "Unknown", "Raid", "Mob violence", "Detention"],
    known_as: &[],
};

pub(super) const LOCATIONS: Terms = Terms {
    terms: &["Road", "Unknown", "Public location", "Project site", "Home", "Office/compound", "Custody"],
    known_as: &[],
};

pub(super) const MOTIVES: Terms =
    Terms { terms: &["Unknown", "Incidental", "Political", "Economic", "Disputed", "Other"], known_as: &[] };

pub(super) const ACTOR_TYPES: Terms = Terms {
    terms: &[
        "Unknown",
        "Host state",
        "Foreign or coalition forces",
        "Police or paramilitary",
        "State: unknown",
        "Non-state armed group: National",
        "Non-state armed group: Subnational",
        "Non-state armed group: Regional",
        "Non-state armed group: Global",
        "Non-state armed group: Unknown",
        "Unaffiliated",
        "Criminal",
        "Aid recipient",
        "Staff member",
    ],
    known_as: &[],
};

pub(super) const VERIFIED: Terms =
    Terms { terms: &["Yes", "Archived", "Pending"], known_as: &[("Arc", "Archived"), ("Pen", "Pending")] };

pub(super) const SOURCES: Terms = Terms {
    terms: &["Official Report", "Focal Point", "Media", "ACLED", "Archived"],
    known_as: &[("Offiicial Report", "Official Report"), ("Offial report", "Official Report")],
};

/// Names of actors that say that there is no name.
pub(super) const NOT_NAMED: Terms = Terms { terms: &["Unknown", "Not applicable"], known_as: &[("Uknown", "Unknown")] };

/// What the source writes for a value that nobody knows.
pub(super) const UNKNOWN: &str = "Unknown";

impl Terms {
    pub(super) fn find(&self, text: &str) -> Match {
        if self.terms.contains(&text) {
            return Match::Same;
        }
        if let Some(term) = self.terms.iter().find(|term| term.eq_ignore_ascii_case(text)) {
            return Match::Case(term);
        }
        let known = self.known_as.iter().find(|(known, _)| known.eq_ignore_ascii_case(text));
        known.map_or(Match::Unknown, |(_, term)| Match::Spelling(term))
    }
}
