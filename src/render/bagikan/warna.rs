//! Colours, and the paper that a picture is before anything is drawn.

/// Red, green, blue.
pub(super) type Warna = [u8; 3];

/// Paper.
pub(super) const PUTIH: Warna = [u8::MAX; 3];
/// Its place in the table of colours.
pub(super) const KERTAS: u8 = 0;
