//! An SVG as pixels, and pixels as a small PNG.

use crate::page::bagikan::{LEBAR, TINGGI};
use png::{BitDepth, ColorType, DeflateCompression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Red, green, blue, and opaque as everything on white is.
type Colour = [u8; 4];

/// Paper.
const WHITE: Colour = [u8::MAX; 4];

/// How many bytes are looked at together: most of a picture is as what comes before.
const STRETCH: usize = 64;

/// Draws an SVG on white, as PNG; the words of the error are of one line.
pub(super) fn drawn(svg: &str, options: &Options<'_>) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(svg, options).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(LEBAR, TINGGI).expect("a picture has a size");
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    packed(pixels.data()).map_err(|error| error.to_string())
}

/// Pixels as PNG: by a table of colours where there are few, as of letters on white.
fn packed(pixels: &[u8]) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, LEBAR, TINGGI);
    // Of a site's thousands, packing them harder would take longer than drawing them. Most rows are like the one above.
    encoder.set_deflate_compression(DeflateCompression::FdeflateUltraFast);
    encoder.set_filter(Filter::Up);
    let data = if let Some((table, places)) = by_table(pixels) {
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(without_alpha(&table));
        places
    } else {
        encoder.set_color(ColorType::Rgb);
        without_alpha(pixels.as_chunks().0)
    };
    encoder.write_header()?.write_image_data(&data)?;
    Ok(bytes)
}

fn without_alpha(colours: &[Colour]) -> Vec<u8> {
    colours.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect()
}

/// The colours of a picture in the order in which they come, and for every pixel its colour's place; nothing when there are
/// more than a table can hold.
fn by_table(pixels: &[u8]) -> Option<(Vec<Colour>, Vec<u8>)> {
    let (mut table, mut places) = (vec![WHITE], Vec::with_capacity(pixels.len() / WHITE.len()));
    // Where a colour was found last, by its lowest bits of red and green: the greys between letters and paper differ there.
    let mut found = [0_u8; 1 << 10];
    let mut before: &[u8] = &[];
    for stretch in pixels.chunks(STRETCH) {
        if stretch == before {
            places.extend_from_within(places.len() - stretch.len() / WHITE.len()..);
            continue;
        }
        for colour in stretch.as_chunks().0 {
            let guess = &mut found[usize::from(colour[0]) | usize::from(colour[1] & 3) << 8];
            if table.get(usize::from(*guess)) != Some(colour) {
                let place = table.iter().position(|known| known == colour).unwrap_or_else(|| {
                    table.push(*colour);
                    table.len() - 1
                });
                *guess = u8::try_from(place).ok()?;
            }
            places.push(*guess);
        }
        before = stretch;
    }
    Some((table, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a decoder makes of it, as red, green and blue.
    fn read(bytes: &[u8]) -> Vec<u8> {
        image::load_from_memory(bytes).unwrap().into_rgb8().into_raw()
    }

    fn pixels(colour: impl Fn(u32) -> [u8; 3]) -> Vec<u8> {
        (0..LEBAR * TINGGI).map(colour).flat_map(|[red, green, blue]| [red, green, blue, u8::MAX]).collect()
    }

    #[test]
    fn few_colours_and_many_come_back_as_they_were() {
        let few = pixels(|at| if at % 97 < 50 { [255; 3] } else { [(at % 7) as u8, 20, 30] });
        let many = pixels(|at| [(at % 251) as u8, (at % 241) as u8, 9]);
        for pixels in [few, many] {
            assert!(read(&packed(&pixels).unwrap()) == without_alpha(pixels.as_chunks().0));
        }
    }
}
