//! Changes of a table that know its columns and its cells.

use super::one_of;
use fastrand::Rng;

const HEADERS: [&str; 48] = [
    "Incident ID",
    "Year",
    "Month",
    "Day",
    "Country Code",
    "Country",
    "Region",
    "District",
    "City",
    "UN",
    "INGO",
    "ICRC",
    "NRCS and IFRC",
    "NNGO",
    "LNGO/NRCS",
    "IFRC",
    "Other",
    "Nationals killed",
    "Nationals wounded",
    "Nationals kidnapped",
    "Nationals detained",
    "Total nationals",
    "Internationals killed",
    "Internationals wounded",
    "Internationals kidnapped",
    "Internationals detained",
    "Total internationals",
    "Total killed",
    "Total wounded",
    "Total kidnapped",
    "Total detained",
    "Total affected",
    "Gender Male",
    "Gender Female",
    "Gender Unknown",
    "Means of attack",
    "Attack context",
    "Location",
    "Latitude",
    "Longitude",
    "Motive",
    "Actor type",
    "Actor name",
    "Details",
    "Verified",
    "Source",
    "Weather",
    "",
];

const CELLS: [&str; 56] = [
    "",
    " ",
    "0",
    "1",
    "2",
    "7",
    "12",
    "13",
    "31",
    "-1",
    "1.0",
    "1.5",
    "2,0",
    "99999999999999999999",
    "2031",
    "2025",
    "1997",
    "31a",
    "XA",
    "XB",
    "xa",
    "X",
    "Arland",
    "ARLAND",
    "Bland",
    "North",
    "Upper",
    "Brook",
    "Unknown",
    "unknown",
    "Uknown",
    "Shooting",
    "shooting",
    "Kidnap-killing",
    "Vehicle-borne IED",
    "Ambush",
    "Raid",
    "Road",
    "Custody",
    "Host state",
    "Criminal",
    "Political",
    "Yes",
    "Arc",
    "Media",
    "#tag",
    "12.5",
    "-3.25",
    "91",
    "181",
    "NaN",
    "&amp;",
    "a\nb",
    "a\"b",
    "\u{202e}x",
    "x\u{0}",
];

/// A table in memory, with the way in which it is written.
struct Table {
    rows: Vec<Vec<String>>,
}

/// Changes a table in one to four places.
pub(super) fn mutate(input: &[u8], rng: &mut Rng) -> Option<Vec<u8>> {
    let mut table = Table::read(std::str::from_utf8(input).ok()?);
    for _ in 0..rng.usize(1..5) {
        table.change(rng);
    }
    Some(table.write(rng))
}

/// Puts rows of the other table into the first.
pub(super) fn cross(one: &[u8], other: &[u8], rng: &mut Rng) -> Option<Vec<u8>> {
    let mut table = Table::read(std::str::from_utf8(one).ok()?);
    let other = Table::read(std::str::from_utf8(other).ok()?);
    for _ in 0..rng.usize(1..4) {
        let row = other.rows.get(rng.usize(..other.rows.len().max(1)))?;
        table.rows.insert(rng.usize(..=table.rows.len()), row.clone());
    }
    Some(table.write(rng))
}

impl Table {
    /// Reads cells with quotes, however they are written.
    fn read(text: &str) -> Self {
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        for character in text.chars() {
            match character {
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted => (),
                '\n' if !quoted => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                other => cell.push(other),
            }
        }
        if !cell.is_empty() || !row.is_empty() {
            row.push(cell);
            rows.push(row);
        }
        Self { rows }
    }

    fn write(&self, rng: &mut Rng) -> Vec<u8> {
        let end = if rng.u8(..16) == 0 { one_of(&["\r\n", "\r", "\n\n"], rng) } else { "\n" };
        let mut out = String::new();
        for row in &self.rows {
            for (at, cell) in row.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                if cell.contains([',', '"', '\n', '\r']) {
                    out.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
                } else {
                    out.push_str(cell);
                }
            }
            out.push_str(end);
        }
        if rng.u8(..16) == 0 {
            out.truncate(out.trim_end().len());
        }
        out.into_bytes()
    }

    fn change(&mut self, rng: &mut Rng) {
        if self.rows.is_empty() {
            self.rows.push(HEADERS[..6].iter().map(|header| (*header).to_owned()).collect());
        }
        let at = self.any_row(rng);
        match rng.u8(..12) {
            0 if rng.u8(..4) == 0 => self.column(rng),
            1 => drop(self.rows.remove(at)),
            2 => self.rows.insert(at, self.rows[at].clone()),
            3 => {
                let to = self.any_row(rng);
                self.rows.swap(at, to);
            }
            4 => {
                let row = (0..self.rows[0].len()).map(|_| one_of(&CELLS, rng).to_owned()).collect();
                self.rows.push(row);
            }
            5 => self.rows[at].push(one_of(&CELLS, rng).to_owned()),
            6 => drop(self.rows[at].pop()),
            7 => self.rows.insert(at, vec![]),
            8 => self.copy_cell(rng),
            _ => self.cell(rng),
        }
    }

    /// Adds, removes, renames or swaps a column, in all rows.
    fn column(&mut self, rng: &mut Rng) {
        let (from, to) = (rng.usize(..=self.rows[0].len()), rng.usize(..=self.rows[0].len()));
        let (what, header) = (rng.u8(..4), one_of(&HEADERS, rng));
        for (at, row) in self.rows.iter_mut().enumerate() {
            let cell = if at == 0 { header } else { one_of(&CELLS, rng) };
            match what {
                0 if from <= row.len() => row.insert(from, cell.to_owned()),
                1 if from < row.len() => drop(row.remove(from)),
                2 if from.max(to) < row.len() => row.swap(from, to),
                3 if at == 0 && from < row.len() => row[from] = cell.to_owned(),
                _ => (),
            }
        }
    }

    /// A row anywhere, seldom that of the headers.
    fn any_row(&self, rng: &mut Rng) -> usize {
        if self.rows.len() > 1 && rng.u8(..16) > 0 { rng.usize(1..self.rows.len()) } else { 0 }
    }

    /// A cell anywhere.
    fn any(&self, rng: &mut Rng) -> Option<(usize, usize)> {
        let row = self.any_row(rng);
        let cells = self.rows[row].len();
        (cells > 0).then(|| (row, rng.usize(..cells)))
    }

    fn cell(&mut self, rng: &mut Rng) {
        let Some((row, at)) = self.any(rng) else { return };
        let cell = &mut self.rows[row][at];
        match rng.u8(..4) {
            0 => cell.push_str(one_of(&[" ", "\n", "\"", ".0", "\u{feff}", "é"], rng)),
            1 => *cell = cell.to_uppercase(),
            _ => *cell = one_of(&CELLS, rng).to_owned(),
        }
    }

    /// Puts a cell of one row into the same column of another.
    fn copy_cell(&mut self, rng: &mut Rng) {
        let Some((row, at)) = self.any(rng) else { return };
        let cell = self.rows[row][at].clone();
        let to = self.any_row(rng);
        if let Some(found) = self.rows[to].get_mut(at) {
            *found = cell;
        }
    }
}
