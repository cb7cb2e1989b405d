//! Documents of older versions, brought to the present one before they are read: one reader reads them all.
//!
//! An upgrade is code: the text of one version in, the text of the next out. It changes what it knows, and keeps the
//! rest as it is written and where it stands. What it can make no sense of it leaves to the reader, who reports it.
//! Its lists of names are its own: those of the present version change, an upgrade never does.

use crate::json::Syntax;

/// The version of the format that this library reads and writes.
pub(crate) const VERSION: &str = "1";

/// An upgrade from one version to the next.
pub(crate) struct Upgrade {
    /// The older version, as it stands under `isms`.
    pub(crate) from: &'static str,
    /// Writes the document anew, `isms` included. Linear in the text.
    pub(crate) step: fn(&str) -> Result<String, Syntax>,
}

/// The upgrades that ship, in their order; the last one makes the present version. Version 1 is the first there is.
pub(super) const UPGRADES: &[Upgrade] = &[];

/// What a version is to this library.
pub(super) enum Age<'u> {
    /// Read after these upgrades, in their order; none for the present version.
    Known(&'u [Upgrade]),
    /// Of a later format.
    Newer,
    /// No version at all.
    Unknown,
}

/// What a version is, given these upgrades.
pub(super) fn age<'u>(version: &str, upgrades: &'u [Upgrade]) -> Age<'u> {
    if version == VERSION {
        return Age::Known(&[]);
    }
    let first = upgrades.iter().position(|upgrade| upgrade.from == version);
    if let Some(steps) = first.and_then(|first| upgrades.get(first..)) {
        return Age::Known(steps);
    }
    // Numbers of any length: the longer one is larger.
    let is_number = !version.starts_with('0') && version.bytes().all(|byte| byte.is_ascii_digit());
    let is_later = (version.len(), version) > (VERSION.len(), VERSION);
    if is_number && is_later { Age::Newer } else { Age::Unknown }
}
