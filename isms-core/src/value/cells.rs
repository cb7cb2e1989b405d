//! Cells: what stands in one column of a table, row by row.

/// What the cells of a column hold. A cell of any of them may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text. A date is one: a month stays a month.
    Text,
    /// Whole numbers from 0 on.
    Whole,
    /// True or false.
    Flag,
    /// Lists of texts.
    Texts,
    /// JSON text: what has parts of its own, or several forms.
    Json,
}

/// Texts, one behind the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// All of them.
    pub text: String,
    /// Where each begins in `text`, and behind them where the last ends.
    pub offsets: Vec<i32>,
}

/// The cells of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cells {
    /// Of [`Holds::Text`] and [`Holds::Json`].
    Text {
        /// The texts; an empty one where none is there.
        texts: Texts,
        /// Which are there.
        there: Vec<bool>,
    },
    /// Of [`Holds::Whole`].
    Whole(Vec<Option<u64>>),
    /// Of [`Holds::Flag`].
    Flag(Vec<Option<bool>>),
    /// Of [`Holds::Texts`].
    Lists {
        /// The items of all lists.
        items: Texts,
        /// Where each list begins among the items, and behind them how many there are.
        offsets: Vec<i32>,
        /// Which are there.
        there: Vec<bool>,
    },
}

/// One column has room for 2 GiB of text; what does not fit has no place.
const MOST: usize = i32::MAX as usize;

impl Default for Texts {
    fn default() -> Self {
        Self { text: String::new(), offsets: vec![0] }
    }
}

impl Texts {
    /// Ends the text that was written behind the others.
    fn end(&mut self) {
        // Whoever fills a column looks at `is_full` first.
        self.offsets.push(i32::try_from(self.text.len()).unwrap_or(i32::MAX));
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, at: usize) -> &str {
        let place = |at: usize| usize::try_from(*self.offsets.get(at)?).ok();
        let range = || Some(place(at)?..place(at + 1)?);
        range().and_then(|range| self.text.get(range)).unwrap_or_default()
    }
}

impl Cells {
    /// None, for what a column holds.
    pub(crate) fn new(holds: Holds) -> Self {
        match holds {
            Holds::Text | Holds::Json => Self::Text { texts: Texts::default(), there: Vec::new() },
            Holds::Whole => Self::Whole(Vec::new()),
            Holds::Flag => Self::Flag(Vec::new()),
            Holds::Texts => Self::Lists { items: Texts::default(), offsets: vec![0], there: Vec::new() },
        }
    }

    /// How many bytes of text they have.
    pub(crate) fn bytes(&self) -> usize {
        match self {
            Self::Text { texts, .. } | Self::Lists { items: texts, .. } => texts.text.len(),
            Self::Whole(_) | Self::Flag(_) => 0,
        }
    }

    /// They hold more text than a column can.
    pub(crate) fn is_over(&self) -> bool {
        self.bytes() > MOST
    }

    /// Adds a cell in which nothing is.
    pub(crate) fn none(&mut self) {
        match self {
            Self::Text { texts, there } => {
                texts.end();
                there.push(false);
            }
            Self::Whole(cells) => cells.push(None),
            Self::Flag(cells) => cells.push(None),
            Self::Lists { offsets, there, .. } => {
                offsets.extend(offsets.last().copied());
                there.push(false);
            }
        }
    }

    /// Adds a text, as `write` writes it.
    pub(crate) fn write(&mut self, write: impl FnOnce(&mut String)) {
        match self {
            Self::Text { texts, there } => {
                write(&mut texts.text);
                texts.end();
                there.push(true);
            }
            other => other.none(),
        }
    }

    /// Adds a text.
    pub(crate) fn text(&mut self, text: &str) {
        self.write(|out| out.push_str(text));
    }

    /// Adds a text, if there is one.
    pub(crate) fn maybe(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.none(),
        }
    }

    /// Adds a whole number.
    pub(crate) fn whole(&mut self, number: u64) {
        match self {
            Self::Whole(cells) => cells.push(Some(number)),
            other => other.none(),
        }
    }

    /// Adds a flag.
    pub(crate) fn flag(&mut self, flag: bool) {
        match self {
            Self::Flag(cells) => cells.push(Some(flag)),
            other => other.none(),
        }
    }

    /// Adds a list of texts.
    pub(crate) fn list(&mut self, list: &[String]) {
        match self {
            Self::Lists { items, offsets, there } => {
                for item in list {
                    items.text.push_str(item);
                    items.end();
                }
                offsets.push(i32::try_from(items.offsets.len() - 1).unwrap_or(i32::MAX));
                there.push(true);
            }
            other => other.none(),
        }
    }

    /// The cell of a row, to be looked at; `None`: nothing is in it.
    #[must_use]
    pub fn shown(&self, row: usize) -> Option<String> {
        match self {
            Self::Text { texts, there } => there.get(row).filter(|there| **there).map(|_| texts.get(row).to_owned()),
            Self::Whole(cells) => cells.get(row).copied().flatten().map(|number| number.to_string()),
            Self::Flag(cells) => cells.get(row).copied().flatten().map(|flag| flag.to_string()),
            Self::Lists { items, offsets, there } => {
                there.get(row).filter(|there| **there)?;
                let place = |at: usize| usize::try_from(*offsets.get(at)?).ok();
                let list: Vec<&str> = (place(row)?..place(row + 1)?).map(|at| items.get(at)).collect();
                Some(list.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_rows() {
        let mut texts = Cells::new(Holds::Text);
        texts.text("a");
        texts.none();
        texts.text("");
        assert_eq!([texts.shown(0), texts.shown(1), texts.shown(2)], [Some("a".into()), None, Some(String::new())]);
        let mut lists = Cells::new(Holds::Texts);
        lists.none();
        lists.list(&["b".into(), "c".into()]);
        assert_eq!((lists.shown(0), lists.shown(1), lists.shown(2)), (None, Some("b, c".into()), None));
    }

    #[test]
    fn what_is_of_another_sort_is_missing_and_moves_no_row() {
        let mut numbers = Cells::new(Holds::Whole);
        numbers.text("a");
        numbers.flag(true);
        numbers.list(&[]);
        numbers.whole(7);
        assert_eq!(numbers, Cells::Whole(vec![None, None, None, Some(7)]));
    }
}
