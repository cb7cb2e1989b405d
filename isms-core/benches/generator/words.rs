//! The words of which titles are made, and what the records of a kind have in common.

/// What the records of one kind have in common.
pub(super) struct Kind {
    /// The key of the kind in the document.
    pub(super) key: &'static str,
    /// The first letter of its ids.
    pub(super) letter: &'static str,
    /// The fewest and the most causes of a record.
    pub(super) causes: (usize, usize),
    /// Whether a record names its place; if not, it names a harm.
    pub(super) placed: bool,
    /// How a title may begin.
    pub(super) subjects: &'static [&'static str],
}

pub(super) const THREATS: Kind = Kind {
    key: "threats",
    letter: "t",
    causes: (2, 6),
    placed: true,
    subjects: &[
        "Threat of ambush on convoys",
        "Threat of kidnapping of field staff",
        "Threat of robbery of the warehouse",
        "Threat of crossfire between the parties",
        "Threat of mines and unexploded shells",
        "Threat of a mob at the distribution",
        "Threat of detention of national staff",
        "Threat of shelling",
        "Threat of hijacking of vehicles",
        "Threat of false accusations",
    ],
};

pub(super) const INCIDENTS: Kind = Kind {
    key: "incidents",
    letter: "i",
    causes: (1, 3),
    placed: true,
    subjects: &[
        "Relief convoy ambushed",
        "Two drivers held at a checkpoint",
        "Warehouse looted at night",
        "Vehicle hit a mine",
        "Stones thrown at the clinic staff",
        "Shell fell beside the compound",
        "Field team abducted for some hours",
        "Radio and fuel taken by armed men",
        "Shots fired over the water truck",
        "Local partner threatened by telephone",
    ],
};

pub(super) const LOSSES: Kind = Kind {
    key: "losses",
    letter: "l",
    causes: (1, 2),
    placed: false,
    subjects: &[
        "Driver wounded in the arm",
        "Nurse hurt by broken glass",
        "Guard beaten during the robbery",
        "Interpreter injured by fragments",
        "Two community volunteers wounded",
        "Engineer burnt in the vehicle",
        "Visitor hurt in the crush",
        "Partner's accountant beaten",
    ],
};

pub(super) const FACTORS: &[&str] = &[
    "Small arms sold on the market",
    "Militia not paid for months",
    "Agency seen as taking sides",
    "No contact with the armed group",
    "Young men without work",
    "Harvest failed again",
    "Rumours about vaccination",
    "Checkpoints change hands at dusk",
    "Radio coverage is poor",
    "Staff hired from one valley only",
    "Old minefields not marked",
    "Police withdrawn",
    "Cash carried on fixed days",
    "Dispute over the well",
    "Elections postponed again",
    "Drivers not trained for convoys",
];

pub(super) const WHERE: &[&str] = &[
    "near the crossing",
    "on the valley road",
    "beside the northern camp",
    "at the old market",
    "in the lower town",
    "east of the airstrip",
    "around the hospital",
    "behind the grain store",
    "between the bridges",
    "at the border post",
    "in the hill villages",
    "south of the quarry",
];

pub(super) const PARTS: &[&str] = &["Villages", "Quarter", "Camp", "Road", "Post", "Farms"];

pub(super) const MONTHS: &[&str] =
    &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// What a note is made of. Some of it is not English, some of it is escaped in JSON, as people write.
pub(super) const NOTES: &[&str] = &[
    "Heard twice at the market, once from the miller and once from a driver.",
    "Le chef du village l'a confirmé, sans vouloir dire d'où il le tient.",
    "The guard said: \\\"nobody passes after dusk\\\".",
    "Seen by the water team on their way back.",
    "سمعنا بذلك من لجنة المخيم",
    "To be asked again at the next meeting with the elders.",
    "Radio contact was lost for an hour.\\nThe second car waited at the bridge.",
    "No other agency has written of it so far.",
    "Підтверджено місцевим партнером.",
    "The road was open in the morning and closed at noon.",
];

pub(super) const TAGS: &[&str] =
    &["convoy", "night", "dry season", "to verify", "market day", "shared", "roads", "fuel", "water", "school"];

pub(super) const LABELS: &[&str] =
    &["\"amber\"", "\"green\"", "\"amber+strict\"", "\"amber\"", "{\"tlp\":\"amber\",\"personal\":false}"];

/// What stands in the one field that no reader knows.
pub(super) const UNKNOWN: &[&str] =
    &["\"VHF 12\"", "7", "true", "{\"grid\":[38,114],\"sheet\":\"NF-38\"}", "[1,2.5,3e2]"];
