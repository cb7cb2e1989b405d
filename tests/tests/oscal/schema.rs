//! The schema of OSCAL, as its publisher wrote it.

use jsonschema::Validator;
use serde_json::Value as Json;
use std::path::Path;

/// All models of OSCAL, and those of assessment results alone, which say where a fault is.
pub(crate) struct Schema {
    all: Validator,
    results: Validator,
}

impl Schema {
    pub(crate) fn open(folder: &Path) -> Self {
        let text = std::fs::read(folder.join("schema/oscal_complete_schema_1.2.1.json")).unwrap();
        let schema: Json = serde_json::from_slice(&text).unwrap();
        let mut results = schema.clone();
        let models = schema["oneOf"].as_array().unwrap();
        let own = models.iter().find(|model| model["properties"].get("assessment-results").is_some()).unwrap();
        results["oneOf"] = vec![own.clone()].into();
        let validator = |schema: &Json| jsonschema::options().should_validate_formats(true).build(schema).unwrap();
        Self { all: validator(&schema), results: validator(&results) }
    }

    /// Whether a document is valid; where not.
    pub(crate) fn faults(&self, document: &Json) -> Vec<String> {
        let errors = self.results.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path()));
        let mut faults: Vec<String> = errors.collect();
        if faults.is_empty() && !self.all.is_valid(document) {
            faults.push("valid as assessment results, and not as OSCAL".to_owned());
        }
        faults
    }

    pub(crate) fn assert_valid(&self, document: &Json) {
        let faults = self.faults(document);
        assert!(faults.is_empty(), "{}", faults.join("\n").chars().take(4_000).collect::<String>());
    }
}
