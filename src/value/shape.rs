//! The shape a picture is shown in, and the sizes it is written in.

use crate::value::pixel_size::PixelSize;

/// The shape a picture is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A candidate's photo: cut to three by four, the same for all.
    Photo,
    /// A photo of both candidates of a pair: cut to three by two, which is the place of two photos side by side.
    Pair,
    /// As it was made.
    Whole,
}

/// The part of a picture that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crop {
    /// Pixels left out on the left.
    pub left: u32,
    /// Pixels left out above.
    pub top: u32,
    /// The size of what stays.
    pub pixel_size: PixelSize,
}

impl Shape {
    /// The part of an upright picture that is shown.
    pub fn crop(self, pixel_size: PixelSize) -> Crop {
        let PixelSize { width, height } = pixel_size;
        let most = match self {
            Self::Photo => PixelSize { width: scaled(height, 3, 4), height: scaled(width, 4, 3) },
            Self::Pair => PixelSize { width: scaled(height, 3, 2), height: scaled(width, 2, 3) },
            Self::Whole => pixel_size,
        };
        let kept = PixelSize { width: width.min(most.width), height: height.min(most.height) };
        // A face is in the upper part: of what is too high, three quarters go below.
        Crop { left: (width - kept.width) / 2, top: (height - kept.height) / 4, pixel_size: kept }
    }

    /// The sizes a picture is written in, the smallest first: never larger than it is.
    pub fn sizes(self, pixel_size: PixelSize) -> Vec<PixelSize> {
        let whole = self.crop(pixel_size).pixel_size;
        let steps = match self {
            // A quarter of a phone's width, the same on a dense screen, and the pair's own page.
            Self::Photo => [120, 240, 480],
            // Two photos side by side.
            Self::Pair => [240, 480, 960],
            // A phone, a dense phone, and the column of an article on a dense screen.
            Self::Whole => [400, 800, 1280],
        };
        let most = whole.width.min(steps[2]);
        let widths = steps.into_iter().filter(|width| *width < most).chain([most]);
        widths.map(|width| PixelSize { width, height: self.height(width, whole) }).collect()
    }

    fn height(self, width: u32, whole: PixelSize) -> u32 {
        match self {
            Self::Photo => scaled(width, 4, 3),
            Self::Pair => scaled(width, 2, 3),
            Self::Whole => scaled(width, whole.height, whole.width),
        }
    }
}

/// A length by a ratio, rounded, at least one.
fn scaled(length: u32, times: u32, by: u32) -> u32 {
    let exact = (u64::from(length) * u64::from(times) + u64::from(by) / 2) / u64::from(by.max(1));
    u32::try_from(exact).unwrap_or(u32::MAX).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixel_size(width: u32, height: u32) -> PixelSize {
        PixelSize { width, height }
    }

    fn sizes(shape: Shape, width: u32, height: u32) -> Vec<(u32, u32)> {
        shape.sizes(pixel_size(width, height)).iter().map(|pixel_size| (pixel_size.width, pixel_size.height)).collect()
    }

    #[test]
    fn a_photo_is_cut_to_three_by_four_in_the_middle_and_upwards() {
        let wide = Shape::Photo.crop(pixel_size(1000, 800));
        assert_eq!(wide, Crop { left: 200, top: 0, pixel_size: pixel_size(600, 800) });
        let high = Shape::Photo.crop(pixel_size(600, 1200));
        assert_eq!(high, Crop { left: 0, top: 100, pixel_size: pixel_size(600, 800) });
        let of_two = Shape::Pair.crop(pixel_size(1000, 1000));
        assert_eq!(of_two, Crop { left: 0, top: 83, pixel_size: pixel_size(1000, 667) });
        assert_eq!(Shape::Whole.crop(pixel_size(600, 1200)).pixel_size, pixel_size(600, 1200));
    }

    #[test]
    fn a_picture_is_written_in_up_to_three_sizes_and_never_made_larger() {
        assert_eq!(sizes(Shape::Photo, 600, 800), [(120, 160), (240, 320), (480, 640)]);
        assert_eq!(sizes(Shape::Photo, 200, 300), [(120, 160), (200, 267)]);
        assert_eq!(sizes(Shape::Photo, 1, 1), [(1, 1)]);
        assert_eq!(sizes(Shape::Pair, 1600, 1200), [(240, 160), (480, 320), (960, 640)]);
        assert_eq!(sizes(Shape::Whole, 4000, 3000), [(400, 300), (800, 600), (1280, 960)]);
        assert_eq!(sizes(Shape::Whole, 800, 2), [(400, 1), (800, 2)]);
    }
}
