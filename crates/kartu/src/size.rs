//! How large a picture is.

/// The width and height of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    width: u16,
    height: u16,
}

impl Size {
    /// The longest side a picture may have. Letters and outlines may be as large as that and reach twice as far: all that is
    /// worked out on the way fits the numbers it is worked out in.
    pub const MOST: u16 = 2048;

    /// A size; nothing where a side is zero or longer than [`Size::MOST`].
    pub const fn new(width: u16, height: u16) -> Option<Self> {
        let is_sound = width > 0 && height > 0 && width <= Self::MOST && height <= Self::MOST;
        if is_sound { Some(Self { width, height }) } else { None }
    }

    /// The pixels in a row.
    pub const fn width(self) -> u16 {
        self.width
    }

    /// The rows.
    pub const fn height(self) -> u16 {
        self.height
    }

    /// The longer side.
    pub(crate) fn longest(self) -> u16 {
        self.width.max(self.height)
    }
}
