//! Generated files: written, or compared with what would be written.

use crate::public_api;
use crate::shell::root;
use isms_conformance::Fault;

/// A generated file and its text.
fn files() -> Result<Vec<(&'static str, String)>, Fault> {
    let schema = isms_core::schema();
    let text = serde_json::to_string_pretty(&schema).map_err(|error| error.to_string())?;
    let catalog = serde_json::to_string_pretty(&isms_core::catalog_schema()).map_err(|error| error.to_string())?;
    let mut files = vec![
        ("docs/schema.json", text + "\n"),
        ("docs/catalog.schema.json", catalog + "\n"),
        ("docs/claims.md", isms_conformance::claims_page()?),
        ("docs/findings.md", isms_conformance::findings_page()?),
        ("docs/format.md", isms_conformance::format_page()?),
        ("isms-py/python/isms/records.py", isms_conformance::python_types(&schema)),
    ];
    files.extend(public_api::list()?.map(|text| ("docs/public-api.txt", text)));
    Ok(files)
}

/// Writes them.
pub(crate) fn write() -> Result<(), Fault> {
    for (path, text) in files()? {
        std::fs::write(root().join(path), text).map_err(|error| format!("{path}: {error}"))?;
        println!("wrote {path}");
    }
    Ok(())
}

/// Says which of them are stale.
pub(crate) fn check() -> Result<(), Fault> {
    let files = files()?;
    for (path, text) in &files {
        let found = std::fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))?;
        if found != *text {
            return Err(format!("{path} is stale; run: cargo dev generate"));
        }
    }
    println!("\ngenerated files: {} up to date", files.len());
    Ok(())
}
