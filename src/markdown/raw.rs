//! Marks of Markdown among the words that readers see: a link, a table or a footnote that the parser took for none.

use crate::markdown::loss::Raw;
use std::ops::Range;

/// The marks in a stretch of words; a stroke before a mark says that it is meant.
pub(super) fn find(text: &str, run: Range<usize>) -> Vec<(Range<usize>, Raw)> {
    let mut marks = Marks { text, run: run.clone(), found: Vec::new(), close: None, round: None };
    let mut at = run.start;
    while at < run.end {
        at = marks.next(at);
    }
    marks.found
}

/// The signs that set off words in a line that is not read as Markdown.
pub fn raw_marks(line: &str) -> Vec<(Range<usize>, Raw)> {
    let marks = find(line, 0..line.len()).into_iter();
    marks.filter(|(_, raw)| matches!(raw, Raw::Mark(_))).collect()
}

struct Marks<'t> {
    text: &'t str,
    run: Range<usize>,
    found: Vec<(Range<usize>, Raw)>,
    /// Where the next `]` and `)` were found last, so that each is looked for once.
    close: Option<usize>,
    round: Option<usize>,
}

impl Marks<'_> {
    fn byte(&self, at: usize) -> u8 {
        if self.run.contains(&at) { self.text.as_bytes()[at] } else { 0 }
    }

    fn is_escaped(&self, at: usize) -> bool {
        at > 0 && self.text.as_bytes()[at - 1] == b'\\'
    }

    /// Takes what stands at a byte, and gives the byte after it.
    fn next(&mut self, at: usize) -> usize {
        let (byte, next) = (self.byte(at), self.byte(at + 1));
        match (byte, next) {
            (b'[' | b']' | b'*' | b'~' | b'{' | b'<', _) if self.is_escaped(at) => at + 1,
            (b'!', b'[') if self.byte(at + 2) == b'[' && !self.is_escaped(at) && self.ends_twice(at) => {
                self.until(at, "]]", Raw::Picture(None))
            }
            (b'[', b'[') if self.ends_twice(at) => self.until(at, "]]", Raw::Link(None)),
            (b'[', _) => self.bracket(at),
            (b'^', b'[') if self.close(at) != usize::MAX => {
                let end = self.close(at) + 1;
                self.put(at..end, Raw::Note)
            }
            (b')', b'[') if self.text[at + 2..self.run.end].starts_with("http") && self.close(at) != usize::MAX => {
                let end = self.close(at) + 1;
                self.put(at..end, Raw::Link(None))
            }
            (b':', b'a'..=b'z') => self.emoji(at),
            (b']', b'(') => self.link(at, at),
            (b'*' | b'~', _) => self.pair(at),
            (b'{', b'{' | b'%') => self.until(at, if next == b'{' { "}}" } else { "%}" }, Raw::Command),
            (b'<', b'!') if self.text[at..].starts_with("<!--") => self.until(at, "-->", Raw::Comment),
            _ => at + 1,
        }
    }

    fn put(&mut self, range: Range<usize>, raw: Raw) -> usize {
        let end = range.end;
        self.found.push((range, raw));
        end
    }

    fn until(&mut self, at: usize, end: &str, raw: Raw) -> usize {
        let end = self.text[at..self.run.end].find(end).map_or(self.run.end, |found| at + found + end.len());
        self.put(at..end, raw)
    }

    /// The next `]` at or after a byte; far behind everything where there is none.
    fn close(&mut self, at: usize) -> usize {
        let known = self.close.filter(|known| *known >= at);
        *self.close.insert(known.unwrap_or_else(|| self.find(at, ']')))
    }

    /// The same of `)`.
    fn round(&mut self, at: usize) -> usize {
        let known = self.round.filter(|known| *known >= at);
        *self.round.insert(known.unwrap_or_else(|| self.find(at, ')')))
    }

    fn find(&self, at: usize, sign: char) -> usize {
        self.text[at..self.run.end].find(sign).map_or(usize::MAX, |found| at + found)
    }

    fn bracket(&mut self, at: usize) -> usize {
        let close = self.close(at);
        if close == usize::MAX {
            return at + 1;
        }
        let inside = &self.text[at + 1..close];
        match (inside.as_bytes().first(), self.byte(close + 1)) {
            (Some(b'^'), _) if inside.len() > 1 && !inside.contains(char::is_whitespace) => {
                let name = inside[1..].to_owned();
                self.put(at..close + 1, Raw::Footnote(name))
            }
            (Some(b'!'), _) if inside.len() > 1 && inside[1..].chars().all(|c| c.is_alphabetic() || c == ' ') => {
                let line = self.text[at..self.run.end].trim_end().to_owned();
                self.put(at..at + line.len(), Raw::Alert(line))
            }
            (_, b'(') => self.link(at, close),
            (_, b' ') if self.is_address(close + 2) => {
                let end = self.round(close).saturating_add(1).min(self.run.end);
                self.put(at..end, Raw::Link(None))
            }
            // Two numbers in brackets are notes of a list of literature.
            (first, b'[') if first.is_some_and(|first| !first.is_ascii_digit()) => self.reference(at, close),
            _ if at > self.run.start && self.byte(at - 1) == b'!' && !self.is_escaped(at - 1) => {
                self.put(at - 1..close + 1, Raw::Picture(None))
            }
            _ => at + 1,
        }
    }

    /// Whether the next `]` stands twice.
    fn ends_twice(&mut self, at: usize) -> bool {
        let close = self.close(at);
        close != usize::MAX && self.byte(close + 1) == b']'
    }

    /// Whether an address stands in round brackets from a byte on.
    fn is_address(&self, at: usize) -> bool {
        let rest = self.text.get(at..self.run.end).and_then(|rest| rest.strip_prefix('('));
        rest.is_some_and(|rest| ["http://", "https://", "www.", "/", "mailto:"].iter().any(|to| rest.starts_with(to)))
    }

    /// `:smile:` between spaces.
    fn emoji(&mut self, at: usize) -> usize {
        let rest = &self.text[at + 1..self.run.end];
        let length = rest.bytes().take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'_').count();
        let is_free =
            |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | '!' | '?' | ')' | '('));
        let before = self.text[self.run.start..at].chars().next_back();
        let mut behind = rest[length..].chars();
        if length < 2 || behind.next() != Some(':') || !is_free(before) || !is_free(behind.next()) {
            return at + 1;
        }
        self.put(at..at + length + 2, Raw::Emoji)
    }

    fn link(&mut self, open: usize, close: usize) -> usize {
        let is_picture = open > self.run.start && self.byte(open - 1) == b'!';
        let (start, raw): (_, fn(Option<String>) -> Raw) =
            if is_picture { (open - 1, Raw::Picture) } else { (open, Raw::Link) };
        let round = self.round(close + 1);
        if round == usize::MAX {
            return self.put(start..close + 2, raw(None));
        }
        // Without its beginning in the same words, only a part of it can be shown.
        let to = (open < close).then(|| self.text[close + 2..round].to_owned());
        self.put(start..round + 1, raw(to))
    }

    fn reference(&mut self, open: usize, close: usize) -> usize {
        let end = self.close(close + 1);
        if end == usize::MAX {
            return close + 1;
        }
        let label = self.text[close + 2..end].trim();
        let label = if label.is_empty() { &self.text[open + 1..close] } else { label }.to_owned();
        self.put(open..end + 1, Raw::Reference(label))
    }

    /// Two or three signs that set off words: open before a word, or with a space where they should touch it. The signs of
    /// notes below a table stay: `52**` and `**)`.
    fn pair(&mut self, at: usize) -> usize {
        let sign = self.byte(at);
        let count = (at..self.run.end).take_while(|at| self.byte(*at) == sign).count();
        let end = at + count;
        let before = self.text[..at].chars().next_back().filter(|_| at > self.run.start);
        let after = self.text[end..self.run.end].chars().next();
        if !matches!(count, 2 | 3) {
            return end;
        }
        let mark = &self.text[at..end];
        let close = self.text[end..self.run.end].find(mark).map(|found| end + found + count);
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '(');
        let opens = after.is_some_and(is_word) && !before.is_some_and(char::is_alphanumeric);
        let spaced = after.is_some_and(char::is_whitespace) && before.is_none_or(char::is_whitespace);
        if opens || spaced && close.is_some() {
            // The sign that was to close it is part of the same mistake.
            return self.put(at..close.unwrap_or(end), Raw::Mark(mark.to_owned()));
        }
        end
    }
}

/// What is wrong with the beginning of a line.
pub(super) fn of_line(text: &str, run: Range<usize>) -> Option<(Range<usize>, Raw)> {
    let words = &text[run.clone()];
    let line = words.trim();
    let start = run.start + (words.len() - words.trim_start().len());
    if text[..start].ends_with('\\') {
        return None;
    }
    let strokes = line.bytes().filter(|byte| *byte == b'|').count();
    let rule = strokes > 0 && line.contains("---") && line.bytes().all(|byte| b"|-: ".contains(&byte));
    let signs = line.bytes().take_while(|byte| *byte == b'#').count();
    let raw = if rule || strokes > 1 && line.starts_with('|') {
        Raw::Table
    } else if line.starts_with(":::") && line.len() > 3 {
        Raw::Command
    } else if signs > 1 && line.len() > signs {
        Raw::Mark(line[..signs].to_owned())
    } else {
        Raw::Item(item(line).or_else(|| line.contains('\t').then_some('\t'))?)
    };
    Some((start..start + line.len(), raw))
}

/// The sign of an entry of a list, that is none to Markdown; of letters and numbers one stands for all.
fn item(line: &str) -> Option<char> {
    const SIGNS: [char; 19] =
        ['•', '·', '●', '○', '▪', '▫', '■', '□', '◦', '‣', '➢', '✓', '✔', '–', '—', '➤', '→', '\u{f0b7}', '\u{f0a7}'];
    let first = line.chars().next()?;
    let behind = &line[first.len_utf8()..];
    if SIGNS.contains(&first) {
        return (behind.starts_with([' ', '\t']) || !matches!(first, '–' | '—' | '→')).then_some(first);
    }
    if first == '-' {
        return behind.starts_with(char::is_alphabetic).then_some(first);
    }
    let inner = line.strip_prefix('(').unwrap_or(line);
    let letters = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let is_number = inner[..letters].bytes().all(|byte| byte.is_ascii_digit()) && (1..=2).contains(&letters);
    let is_letter = letters == 1 && inner.starts_with(|c: char| c.is_ascii_lowercase());
    let mut signs = inner[letters..].chars();
    let closes = matches!(signs.next(), Some(')')) || (inner.len() == line.len() && inner[letters..].starts_with('.'));
    // `1.` and `1)` are Markdown's own.
    let is_own = inner.len() == line.len() && is_number;
    (closes && signs.next() == Some(' ') && !is_own && (is_letter || is_number)).then_some(if is_letter {
        'a'
    } else {
        '1'
    })
}
