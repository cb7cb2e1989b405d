//! Fills a register from the rows of a database, traces, checks and saves it. The Python package has the same example
//! (`isms-py/examples/sqlite.py`), which gives the same answer.

use isms_core::{Batch, Kind, Register};
use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use serde_json::{Number, Value, json};
use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;

/// The tables that hold records. Their columns are named as the fields of the records.
const TABLES: [Kind; 6] = [Kind::Agency, Kind::Place, Kind::RiskFactor, Kind::Threat, Kind::Incident, Kind::Loss];

type Failed = Box<dyn Error>;

/// The links of each effect.
type Causes = HashMap<String, Vec<Value>>;

/// The register of a database: all rows, or an error and none. Rows come as they are: what is wrong in them is no
/// error but a finding, so that nothing is lost on the way.
pub fn register(database: &Connection) -> Result<Register, Failed> {
    let causes = causes(database)?;
    let mut batch = Batch::new();
    for kind in TABLES {
        let mut statement = database.prepare(&format!("SELECT * FROM {} ORDER BY rowid", kind.plural()))?;
        let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            // As text, so that the fields keep their order.
            let mut fields = Vec::new();
            for (at, column) in columns.iter().enumerate() {
                // What the database does not know is left out: a missing value is unknown.
                fields.extend(value(row.get(at)?).map(|value| format!("{}:{value}", json!(column))));
            }
            let id: Option<String> = row.get("id")?;
            let links = id.and_then(|id| causes.get(&id));
            fields.extend(links.map(|links| format!("\"causes\":{}", json!(links))));
            batch.push_json(kind, &format!("{{{}}}", fields.join(",")))?;
        }
    }
    let mut register = Register::new("valley-office", "Valley office");
    register.add(batch)?;
    Ok(register)
}

/// The join table: from each effect to its causes.
fn causes(database: &Connection) -> Result<Causes, Failed> {
    let mut causes = Causes::new();
    let mut statement = database.prepare("SELECT effect, cause, chance FROM causes ORDER BY rowid")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (effect, cause, chance): (String, String, Option<f64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let link = chance.map_or_else(|| json!(cause), |chance| json!({"id": cause, "chance": chance}));
        causes.entry(effect).or_default().push(link);
    }
    Ok(causes)
}

fn value(cell: Cell) -> Option<Value> {
    match cell {
        Cell::Null => None,
        Cell::Integer(number) => Some(number.into()),
        Cell::Real(number) => Number::from_f64(number).map(Value::Number),
        Cell::Text(text) => Some(text.into()),
        // No field of a record holds bytes.
        Cell::Blob(bytes) => Some(format!("{} bytes", bytes.len()).into()),
    }
}

/// What is asked of it, as a page.
pub fn report(register: &Register) -> Result<String, Failed> {
    let mut page = format!("{}: {} records\n", register.title().unwrap_or_default(), register.len());
    for id in register.ids(Kind::Loss) {
        let trace = register.trace(id)?;
        let factors = trace.causes.risk_factors.join(", ");
        let state = if trace.complete { "complete" } else { "broken" };
        writeln!(page, "{id}: {state}: {factors}")?;
    }
    for finding in register.check().findings {
        writeln!(page, "{} {} {}", finding.severity.as_str(), finding.code, finding.path)?;
    }
    writeln!(page, "digest {}", register.digest())?;
    Ok(page)
}
