//! Draws a small, strict part of SVG as small PNG files.
//!
//! It is made for many pictures of one size that have most of their shapes and letters in common, such as the cards that links
//! are shown with when they are shared. A letter or a path is turned into covered pixels once and then laid down again and
//! again, on pixels that name their colours in a table of at most 256. What it does not draw it refuses by name, so that
//! nothing is left out unseen.
//!
//! ```no_run
//! use kartu::{Fonts, Renderer, Size, Weight};
//!
//! let (regular, bold) = (std::fs::read("Regular.ttf")?, std::fs::read("Bold.ttf")?);
//! let size = Size::new(1200, 630).ok_or("no size for a picture")?;
//! let renderer = Renderer::new(size, Fonts { regular: &regular, bold: &bold })?;
//! // SVG breaks no lines: measure, and choose a size with which a text fits.
//! let letters = (1000.0 / renderer.width(Weight::Bold, "Good morning")).min(96.0);
//! let png = renderer.png(&format!(
//!     r##"<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
//!           <rect width="1200" height="630" fill="#fff4d6"/>
//!           <text x="100" y="340" font-size="{letters}" font-weight="700">Good morning</text>
//!         </svg>"##
//! ))?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is drawn
//!
//! | element | attributes of its own |
//! |---|---|
//! | `svg`, outermost | `width`, `height`, `viewBox`, all as large as the renderer was made for; `xmlns` |
//! | `g` | |
//! | `path` | `d` |
//! | `rect` | `x`, `y`, `width`, `height` |
//! | `text`, one line of letters | `x`, `y` |
//!
//! All may have `fill`, `stroke`, `stroke-width`, `font-size`, `font-weight` (`400`, `700`, `normal`, `bold`) and `text-anchor`
//! (`start`, `middle`, `end`), which elements inside a `g` inherit; letters have no outline. Colours are written `#7d1128`,
//! `#fff` or `none`. `id` and `font-family` are read over: there are the two fonts that the renderer was given. Nothing may lie
//! farther than 4,096 pixels from the picture's corner.

mod cache;
mod canvas;
mod color;
mod coverage;
mod error;
mod glyphs;
mod packing;
mod renderer;
mod size;
mod svg;
#[cfg(test)]
mod tests;

// All that a user of the crate needs, at one place; how it is divided inside is the crate's own business.
pub use error::{Error, FontError};
pub use glyphs::Weight;
pub use renderer::{Fonts, RECIPE, Renderer};
pub use size::Size;
