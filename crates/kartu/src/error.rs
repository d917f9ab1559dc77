//! Why something is not drawn.

use std::error;
use std::fmt::{Display, Formatter, Result};

/// Why an SVG is not drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// It has something that is not drawn, given as it stands there: `<image>`, `opacity="0.5"`, `&name;`.
    NotDrawn(String),
    /// It is no sound XML, with what the XML reader says.
    NotXml(String),
    /// There is no whole `<svg> … </svg>`.
    NotWhole,
}

/// A file is no font that can be drawn with, with what its reader says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FontError(pub(crate) String);

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::NotDrawn(what) => write!(f, "{what} cannot be drawn"),
            Self::NotXml(why) => write!(f, "this is no sound XML: {why}"),
            Self::NotWhole => f.write_str("there is no whole <svg> … </svg>"),
        }
    }
}

impl Display for FontError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "this is no sound font: {}", self.0)
    }
}

impl error::Error for Error {}

impl error::Error for FontError {}
