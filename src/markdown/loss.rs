//! What of an article does not come out as it was written, and in which way.

use serde::{Deserialize, Serialize};

/// What of an article does not come out as it was meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Loss {
    /// Markdown that readers would see as it is written.
    Raw(Raw),
    /// Text that readers would not see.
    Dropped(Dropped),
    /// Text that is shown as a program's code.
    Code(Code),
    /// A character that cannot be seen and changes how others are read.
    Sign(char),
    /// A character without width, which parts what is read as one word.
    Unseen(char),
    /// A link that cannot be read out, or leads nowhere.
    Link(Empty),
    /// More parts than an article has; nothing is known of what follows.
    Parts,
}

/// Markdown that is shown as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Raw {
    /// A link, with the address between its brackets; nothing where they do not close.
    Link(Option<String>),
    /// The same of a picture.
    Picture(Option<String>),
    /// A link by a label that is not explained.
    Reference(String),
    /// A mark of a footnote that is not there.
    Footnote(String),
    /// The kind of a box, with what follows on its line.
    Alert(String),
    /// Marks such as `**`.
    Mark(String),
    /// A line of a table that is none.
    Table,
    /// A command of another program, such as `{{ … }}`.
    Command,
    /// A comment that does not end.
    Comment,
    /// Lines that begin with a sign that begins no list: `•`, `–`, `a.`, `(1)`, or a hyphen without its space; and lines with a tab
    /// in them.
    Item(char),
    /// A note within the text: `^[…]`.
    Note,
    /// The name of a picture sign: `:smile:`.
    Emoji,
}

/// Text that is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dropped {
    /// Cells beyond the columns of their table.
    Cell,
    /// The address of a label that no link uses, or that has one already.
    Definition,
    /// A footnote that nothing refers to.
    Footnote(String),
    /// A footnote whose mark has one already.
    SecondFootnote(String),
    /// All that follows a comment that does not end, or stands on the line of its end.
    Comment,
    /// Words behind the sign that opens a block of code.
    Info,
    /// The number of a list's item, and the one that is shown.
    Number(u64, u64),
    /// Signs between figures that were taken for emphasis: `07.00~13.00, 14.00~15.00`, `2*3*4`.
    Sign(char),
    /// The sign before a figure, which was taken for that of a quote or a list: `> 50`, `- 5`.
    Start(char),
    /// A line below a paragraph that makes the paragraph a heading.
    Rule,
    /// A heading without words.
    Heading,
    /// Anything else.
    Other,
}

/// Why text is shown as code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Code {
    /// Its line begins with four spaces or a tab.
    Indent,
    /// A sign above it opens a block of code, and none closes it.
    Unclosed,
}

/// What a link lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Empty {
    /// Words.
    Words,
    /// An address.
    Target,
}
