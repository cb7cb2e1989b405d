//! The interpreter of the peers.

use std::path::Path;

/// The interpreter as it is named on the command line: a path is meant from the root of the workspace, where cargo is
/// called, while cargo runs a benchmark within its package.
pub fn from_root(named: &str) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    if named.contains('/') { Path::new(root).join(named).to_string_lossy().into_owned() } else { named.to_owned() }
}
