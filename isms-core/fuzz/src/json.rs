//! JSON as it is written, with all that a JSON library would not keep: repeated keys, lone
//! surrogates, numbers as their characters. Nothing of the library under test.

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    /// A number, a literal or a text, as its characters.
    Raw(String),
    List(Vec<Tree>),
    /// Keys are as they are written, without their quotes.
    Object(Vec<(String, Tree)>),
}

/// Beyond this depth nothing is read. More than the library takes.
const DEEPEST: usize = 80;

impl Tree {
    /// Reads text that is one JSON value. It takes more than JSON allows: whoever wants to know
    /// whether text is JSON asks elsewhere.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut reading = Reading { text, at: 0 };
        let tree = reading.value(0)?;
        reading.blanks();
        (reading.at == text.len()).then_some(tree)
    }

    pub(crate) fn text(text: &str) -> Self {
        Self::Raw(format!("\"{text}\""))
    }

    /// What a text says; of one that no `String` can hold, how it is written.
    pub(crate) fn as_text(&self) -> Option<String> {
        let Self::Raw(raw) = self else { return None };
        let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
        Some(unescaped(inner))
    }

    pub(crate) fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    pub(crate) fn fields(&self) -> &[(String, Self)] {
        if let Self::Object(fields) = self { fields } else { &[] }
    }

    /// Of repeated keys the last.
    pub(crate) fn field(&self, key: &str) -> Option<&Self> {
        self.fields().iter().rev().find(|(name, _)| unescaped(name) == key).map(|(_, value)| value)
    }

    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Self::Raw(raw) => out.push_str(raw),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push('{');
                for (at, (key, value)) in fields.iter().enumerate() {
                    out.push_str(if at > 0 { ",\"" } else { "\"" });
                    out.push_str(key);
                    out.push_str("\":");
                    value.write(out);
                }
                out.push('}');
            }
        }
    }

    /// How many values there are, this one and all within.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Raw(_) => 1,
            Self::List(items) => 1 + items.iter().map(Self::size).sum::<usize>(),
            Self::Object(fields) => 1 + fields.iter().map(|(_, value)| value.size()).sum::<usize>(),
        }
    }

    /// The value of this number, counted as `size` does.
    pub(crate) fn nth(&mut self, mut nth: usize) -> Option<&mut Self> {
        if nth == 0 {
            return Some(self);
        }
        nth -= 1;
        let within: &mut dyn Iterator<Item = &mut Self> = match self {
            Self::Raw(_) => return None,
            Self::List(items) => &mut items.iter_mut(),
            Self::Object(fields) => &mut fields.iter_mut().map(|(_, value)| value),
        };
        for value in within {
            let size = value.size();
            if nth < size {
                return value.nth(nth);
            }
            nth -= size;
        }
        None
    }
}

/// The characters of text between quotes.
pub(crate) fn unescaped(inner: &str) -> String {
    if !inner.contains('\\') {
        return inner.to_owned();
    }
    serde_json::from_str(&format!("\"{inner}\"")).unwrap_or_else(|_| inner.to_owned())
}

struct Reading<'t> {
    text: &'t str,
    at: usize,
}

impl Reading<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn takes(&mut self, byte: u8) -> bool {
        self.blanks();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: usize) -> Option<Tree> {
        self.blanks();
        match self.peek()? {
            _ if depth > DEEPEST => None,
            b'[' => self.list(depth),
            b'{' => self.object(depth),
            b'"' => Some(Tree::Raw(format!("\"{}\"", self.quoted()?))),
            _ => {
                let start = self.at;
                while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)) {
                    self.at += 1;
                }
                (self.at > start).then(|| Tree::Raw(self.text[start..self.at].to_owned()))
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Tree> {
        self.at += 1;
        let mut items = Vec::new();
        if self.takes(b']') {
            return Some(Tree::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.takes(b']') {
                return Some(Tree::List(items));
            }
            self.takes(b',').then_some(())?;
        }
    }

    fn object(&mut self, depth: usize) -> Option<Tree> {
        self.at += 1;
        let mut fields = Vec::new();
        if self.takes(b'}') {
            return Some(Tree::Object(fields));
        }
        loop {
            self.blanks();
            let key = self.quoted()?;
            self.takes(b':').then_some(())?;
            fields.push((key, self.value(depth + 1)?));
            if self.takes(b'}') {
                return Some(Tree::Object(fields));
            }
            self.takes(b',').then_some(())?;
        }
    }

    /// Text in quotes, without them.
    fn quoted(&mut self) -> Option<String> {
        (self.peek()? == b'"').then_some(())?;
        let start = self.at + 1;
        let mut escaped = false;
        let length = self.text.as_bytes()[start..].iter().position(|byte| {
            let ends = *byte == b'"' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            ends
        })?;
        self.at = start + length + 1;
        Some(self.text[start..start + length].to_owned())
    }
}
