//! The columns of the export, found by header name: their order differs from release to release.

macro_rules! columns {
    ($($name:ident $header:literal,)*) => {
        /// A column that this import knows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Column {
            $($name,)*
        }

        impl Column {
            pub(super) const ALL: &[Self] = &[$(Self::$name),*];

            /// Its header, as the source writes it today.
            pub(super) fn header(self) -> &'static str {
                match self { $(Self::$name => $header,)* }
            }
        }
    };
}

columns! {
    IncidentId "Incident ID",
    Year "Year",
    Month "Month",
    Day "Day",
    CountryCode "Country Code",
    Country "Country",
    Region "Region",
    District "District",
    City "City",
    Un "UN",
    Ingo "INGO",
    Icrc "ICRC",
    NrcsAndIfrc "NRCS and IFRC",
    Nngo "NNGO",
    LngoNrcs "LNGO/NRCS",
    Ifrc "IFRC",
    OtherAgency "Other",
    NationalsKilled "Nationals killed",
    NationalsWounded "Nationals wounded",
    NationalsKidnapped "Nationals kidnapped",
    NationalsDetained "Nationals detained",
    TotalNationals "Total nationals",
    InternationalsKilled "Internationals killed",
    InternationalsWounded "Internationals wounded",
    InternationalsKidnapped "Internationals kidnapped",
    InternationalsDetained "Internationals detained",
    TotalInternationals "Total internationals",
    TotalKilled "Total killed",
    TotalWounded "Total wounded",
    TotalKidnapped "Total kidnapped",
    TotalDetained "Total detained",
    TotalAffected "Total affected",
    GenderMale "Gender Male",
    GenderFemale "Gender Female",
    GenderUnknown "Gender Unknown",
    Means "Means of attack",
    Context "Attack context",
    Location "Location",
    Latitude "Latitude",
    Longitude "Longitude",
    Motive "Motive",
    ActorType "Actor type",
    ActorName "Actor name",
    Details "Details",
    Verified "Verified",
    Source "Source",
}

/// Agencies' types, a column each. Earlier releases group national societies otherwise.
pub(super) const AGENCIES: [Column; 8] = [
    Column::Un,
    Column::Ingo,
    Column::Icrc,
    Column::NrcsAndIfrc,
    Column::Nngo,
    Column::LngoNrcs,
    Column::Ifrc,
    Column::OtherAgency,
];

/// Genders, a column each, with their terms.
pub(super) const GENDERS: [(Column, &str); 3] =
    [(Column::GenderMale, "male"), (Column::GenderFemale, "female"), (Column::GenderUnknown, "unknown")];

/// A harm: the source's word for it, ours, and its columns.
pub(super) struct Harm {
    /// The word in ids, titles and totals.
    pub(super) word: &'static str,
    /// Our term.
    pub(super) term: &'static str,
    /// Its count of national staff.
    pub(super) national: Column,
    /// Its count of international staff.
    pub(super) international: Column,
    /// Its total.
    pub(super) total: Column,
}

pub(super) const HARMS: [Harm; 4] = [
    Harm {
        word: "killed",
        term: "death",
        national: Column::NationalsKilled,
        international: Column::InternationalsKilled,
        total: Column::TotalKilled,
    },
    Harm {
        word: "wounded",
        term: "injury",
        national: Column::NationalsWounded,
        international: Column::InternationalsWounded,
        total: Column::TotalWounded,
    },
    Harm {
        word: "kidnapped",
        term: "kidnapping",
        national: Column::NationalsKidnapped,
        international: Column::InternationalsKidnapped,
        total: Column::TotalKidnapped,
    },
    Harm {
        word: "detained",
        term: "detention",
        national: Column::NationalsDetained,
        international: Column::InternationalsDetained,
        total: Column::TotalDetained,
    },
];

impl Column {
    /// The column of a header, whatever its case and blanks.
    pub(super) fn of_header(header: &str) -> Option<Self> {
        let header = super::text::collapsed(header);
        Self::ALL.iter().copied().find(|column| column.header().eq_ignore_ascii_case(&header))
    }

    /// A column of which earlier releases have none, or which only they have, in place of others.
    pub(super) fn replaced_by(self) -> &'static [Self] {
        match self {
            Self::NrcsAndIfrc | Self::Nngo => &[Self::LngoNrcs, Self::Ifrc],
            Self::LngoNrcs | Self::Ifrc => &[Self::NrcsAndIfrc, Self::Nngo],
            _ => &[],
        }
    }
}
