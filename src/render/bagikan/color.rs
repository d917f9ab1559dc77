//! Colours, and the paper that a picture is before anything is drawn.

/// Red, green, blue.
pub(super) type Color = [u8; 3];

/// Paper.
pub(super) const WHITE: Color = [u8::MAX; 3];
/// Its place in the table of colours.
pub(super) const PAPER: u8 = 0;
