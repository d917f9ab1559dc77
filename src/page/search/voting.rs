//! What voters ask of how to vote, with the parts of its page that answer.
//!
//! The index has one language, that of the content.

/// The name of the page of how to vote.
pub(super) const HOW: &str = "Cara memilih";

/// What voters ask of how to vote.
pub(super) const VOTING: [VotingPart; 6] = [
    VotingPart {
        judul: "Cek nama dan TPS",
        jangkar: "nama",
        words: "daftar pemilih terdaftar DPT di mana tempat memilih saya, tanya KPPS, RT, RW",
    },
    VotingPart {
        judul: "Yang dibawa ke TPS",
        jangkar: "bawa",
        words: "bawa apa, membawa KTP elektronik, KTP-el, C.Pemberitahuan-KWK, surat pemberitahuan, undangan, syarat",
    },
    VotingPart {
        judul: "Cara mencoblos",
        jangkar: "mencoblos",
        words: "coblos satu kali, paku, bilik, lipat, kotak suara, tinta, telepon, foto, langkah",
    },
    VotingPart {
        judul: "Surat suara rusak",
        jangkar: "mencoblos",
        words: "surat suara rusak, sudah tercoblos, tanpa tanda tangan ketua KPPS, minta ganti",
    },
    VotingPart {
        judul: "Suara sah dan tidak sah",
        jangkar: "tidak-sah",
        words: "tulisan atau catatan di surat suara, tanda tangan",
    },
    VotingPart {
        judul: "Bantuan, pemilih pindahan, pemilih tambahan",
        jangkar: "bantuan",
        words: "lansia, lanjut usia, disabilitas, difabel, tunanetra, pendamping, pindah memilih, tidak terdaftar di daftar",
    },
];

/// A part of the page of how to vote, and words that ask for it.
pub(super) struct VotingPart {
    /// Its name in the list of results.
    pub judul: &'static str,
    /// Its anchor.
    pub jangkar: &'static str,
    /// What it is asked for with.
    pub words: &'static str,
}
