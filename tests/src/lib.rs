//! What every language must answer alike.
