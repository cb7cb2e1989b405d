//! The public API of the core, as rustdoc sees it: every item with its signature.

use crate::shell::{cargo, output, run, target};
use isms_conformance::Fault;
use public_api::Builder;

/// The compiler whose rustdoc JSON the reader of it knows.
const RUSTC: &str = "rustc 1.95.";

/// The list. `None`: this compiler writes its docs in another format, so the list can't be made.
pub(crate) fn list() -> Result<Option<String>, Fault> {
    let compiler = output(&mut crate::shell::program("rustc", &["--version"])).unwrap_or_default();
    if !compiler.starts_with(RUSTC) {
        println!("\nskipped the public API: its list needs {RUSTC}x, found {}", compiler.trim());
        return Ok(None);
    }
    // A folder of its own: what is built with the variable would be built again without it.
    let folder = target().join("public-api");
    let mut rustdoc = cargo(&["rustdoc", "--quiet", "--package", "isms-core", "--lib", "--target-dir"]);
    rustdoc.arg(&folder).args(["--", "-Z", "unstable-options", "--output-format", "json"]);
    run(rustdoc.env("RUSTC_BOOTSTRAP", "1"))?;
    let json = folder.join("doc/isms_core.json");
    let api = Builder::from_rustdoc_json(json).omit_blanket_impls(true).omit_auto_trait_impls(true).build();
    let api = api.map_err(|error| format!("the public API can't be listed: {error}"))?;
    Ok(Some(api.to_string()))
}
