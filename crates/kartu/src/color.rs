//! Colours, and the paper that a picture is before anything is drawn.

/// Red, green, blue.
pub(crate) type Color = [u8; 3];

/// Paper.
pub(crate) const WHITE: Color = [u8::MAX; 3];
/// Its place in the table of colours.
pub(crate) const PAPER: u8 = 0;
