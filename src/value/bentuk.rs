//! The shape a picture is shown in, and the sizes it is written in.

use crate::value::piksel::Piksel;

/// The shape a picture is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bentuk {
    /// A candidate's photo: cut to three by four, the same for all.
    Foto,
    /// As it was made.
    Utuh,
}

/// The part of a picture that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Potongan {
    /// Pixels left out on the left.
    pub kiri: u32,
    /// Pixels left out above.
    pub atas: u32,
    /// The size of what stays.
    pub piksel: Piksel,
}

impl Bentuk {
    /// The part of an upright picture that is shown.
    pub fn potongan(self, piksel: Piksel) -> Potongan {
        let Piksel { lebar, tinggi } = piksel;
        let most = match self {
            Self::Foto => Piksel { lebar: scaled(tinggi, 3, 4), tinggi: scaled(lebar, 4, 3) },
            Self::Utuh => piksel,
        };
        let kept = Piksel { lebar: lebar.min(most.lebar), tinggi: tinggi.min(most.tinggi) };
        // A face is in the upper part: of what is too high, three quarters go below.
        Potongan { kiri: (lebar - kept.lebar) / 2, atas: (tinggi - kept.tinggi) / 4, piksel: kept }
    }

    /// The sizes a picture is written in, the smallest first: never larger than it is.
    pub fn ukuran(self, piksel: Piksel) -> Vec<Piksel> {
        let whole = self.potongan(piksel).piksel;
        let steps = match self {
            // A quarter of a phone's width, the same on a dense screen, and the pair's own page.
            Self::Foto => [120, 240, 480],
            // A phone, a dense phone, and the column of an article on a dense screen.
            Self::Utuh => [400, 800, 1280],
        };
        let most = whole.lebar.min(steps[2]);
        let widths = steps.into_iter().filter(|lebar| *lebar < most).chain([most]);
        widths.map(|lebar| Piksel { lebar, tinggi: self.height(lebar, whole) }).collect()
    }

    fn height(self, lebar: u32, whole: Piksel) -> u32 {
        match self {
            Self::Foto => scaled(lebar, 4, 3),
            Self::Utuh => scaled(lebar, whole.tinggi, whole.lebar),
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

    fn piksel(lebar: u32, tinggi: u32) -> Piksel {
        Piksel { lebar, tinggi }
    }

    fn sizes(bentuk: Bentuk, lebar: u32, tinggi: u32) -> Vec<(u32, u32)> {
        bentuk.ukuran(piksel(lebar, tinggi)).iter().map(|piksel| (piksel.lebar, piksel.tinggi)).collect()
    }

    #[test]
    fn a_photo_is_cut_to_three_by_four_in_the_middle_and_upwards() {
        let wide = Bentuk::Foto.potongan(piksel(1000, 800));
        assert_eq!(wide, Potongan { kiri: 200, atas: 0, piksel: piksel(600, 800) });
        let high = Bentuk::Foto.potongan(piksel(600, 1200));
        assert_eq!(high, Potongan { kiri: 0, atas: 100, piksel: piksel(600, 800) });
        assert_eq!(Bentuk::Utuh.potongan(piksel(600, 1200)).piksel, piksel(600, 1200));
    }

    #[test]
    fn a_picture_is_written_in_up_to_three_sizes_and_never_made_larger() {
        assert_eq!(sizes(Bentuk::Foto, 600, 800), [(120, 160), (240, 320), (480, 640)]);
        assert_eq!(sizes(Bentuk::Foto, 200, 300), [(120, 160), (200, 267)]);
        assert_eq!(sizes(Bentuk::Foto, 1, 1), [(1, 1)]);
        assert_eq!(sizes(Bentuk::Utuh, 4000, 3000), [(400, 300), (800, 600), (1280, 960)]);
        assert_eq!(sizes(Bentuk::Utuh, 800, 2), [(400, 1), (800, 2)]);
    }
}
