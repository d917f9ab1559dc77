//! How a kind of record is asked for: where it lies, and what it is told besides.

/// How a kind of record is asked for.
pub struct Ask {
    /// The kind's name on the command line.
    pub name: &'static str,
    /// What comes after the name, in an example.
    pub example: &'static str,
    /// Where such a record lies.
    pub place: Place,
    /// What it is told besides.
    pub wants: Wants,
}

/// Where a record lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the nation, and nowhere else.
    Nation,
    /// In a region, or the nation where none is named.
    Any,
    /// In a region.
    Region,
    /// In a region that is not there yet.
    NewRegion,
    /// In a folder of its own inside a region, which is named besides and not there yet.
    NewVote,
}

/// What a record is told besides its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    /// A title.
    Title,
    /// A name, if there is one.
    Name,
    /// A ballot number, if there is one, or a name before it is drawn.
    Number,
    /// Nothing.
    Nothing,
}

/// What becomes of an order for a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It is refused.
    Refused,
    /// The file is a list, which grows by what is begun.
    Grown,
}
