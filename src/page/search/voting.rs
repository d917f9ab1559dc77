//! What voters ask of how to vote, with the parts of its page that answer.
//!
//! The words are the theme's, in each of its languages.

/// The key of the name of the page of how to vote.
pub(super) const HOW: &str = "cari.cara.judul";

/// What voters ask of how to vote.
pub(super) const VOTING: [VotingPart; 6] = [
    VotingPart { judul: "cari.cara.nama", jangkar: "nama", words: "cari.cara.nama_kata" },
    VotingPart { judul: "cari.cara.bawa", jangkar: "bawa", words: "cari.cara.bawa_kata" },
    VotingPart { judul: "cari.cara.mencoblos", jangkar: "mencoblos", words: "cari.cara.mencoblos_kata" },
    VotingPart { judul: "cari.cara.rusak", jangkar: "mencoblos", words: "cari.cara.rusak_kata" },
    VotingPart { judul: "cari.cara.sah", jangkar: "tidak-sah", words: "cari.cara.sah_kata" },
    VotingPart { judul: "cari.cara.bantuan", jangkar: "bantuan", words: "cari.cara.bantuan_kata" },
];

/// A part of the page of how to vote, and words that ask for it.
pub(super) struct VotingPart {
    /// The key of its name in the list of results.
    pub judul: &'static str,
    /// Its anchor.
    pub jangkar: &'static str,
    /// The key of what it is asked for with.
    pub words: &'static str,
}
