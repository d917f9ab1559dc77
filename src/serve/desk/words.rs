//! What the desk says, in both languages.

use crate::bahasa::Bahasa;
use std::collections::BTreeMap;

/// A name, and what it says in Indonesian and in English.
type Word = (&'static str, &'static str, &'static str);

const WORDS: &[Word] = &[
    ("meja", "Meja kerja", "Desk"),
    ("nanti", "Yang akan berubah", "What comes next"),
    ("terbitkan", "Terbitkan", "Publish"),
    ("baru", "Catatan baru", "New record"),
    ("simpan", "Simpan", "Save"),
    ("periksa", "Periksa tanpa menyimpan", "Check without saving"),
    ("sumber_baru", "Sumber baru untuk isian ini", "A new source for this record"),
    (
        "sumber_baru_petunjuk",
        "Kalau dokumennya belum ada di daftar sumber, isi di sini sekali. Ia disimpan di sumber.yaml bersama catatan ini, dan dipakai di bidang Sumber.",
        "If the document is not in the list of sources yet, describe it here once. It is saved in sumber.yaml with this record, and named in its field Sumber.",
    ),
    ("pakai", "Pakai", "Use"),
    ("potong", "Potong foto 3:4", "Crop the photo to 3:4"),
    ("potong_mendatar", "Geser mendatar", "Move sideways"),
    ("potong_tegak", "Geser tegak", "Move up and down"),
    ("potong_besar", "Besarkan", "Enlarge"),
    ("lanjut", "Lanjut", "Continue"),
    ("wilayah", "Wilayah", "Regions"),
    ("wilayahnya", "Di wilayah mana", "In which region"),
    ("seluruh", "Seluruh situs", "The whole site"),
    ("catatan", "Catatan", "Records"),
    ("temuan", "Temuan pemeriksaan", "Findings"),
    ("isian", "Yang belum diisi", "Left to fill in"),
    ("tidak_ada_temuan", "Tidak ada temuan.", "Nothing found."),
    ("lihat", "Lihat halamannya", "See its page"),
    ("halamannya", "Halaman yang dibaca orang", "The page that people read"),
    ("teks", "Ubah teksnya langsung", "Change its text"),
    ("teks_berkas", "Teks berkas", "Text of the file"),
    ("isi", "Isi tulisan (Markdown)", "Text (Markdown)"),
    (
        "isi_petunjuk",
        "Baris kosong memisahkan alinea. ## untuk subjudul, - untuk daftar, [tulisan](alamat) untuk tautan.",
        "A blank line separates paragraphs. ## begins a heading, - a list, [words](address) a link.",
    ),
    ("tambah", "Tambah baris", "Add a row"),
    ("hapus", "Hapus", "Remove"),
    ("naik", "Naikkan", "Move up"),
    ("kunci", "Kunci", "Key"),
    (
        "kunci_petunjuk",
        "Huruf kecil, angka, dan tanda hubung; dibuat sendiri jika dikosongkan.",
        "Small letters, digits and hyphens; made by itself if left empty.",
    ),
    ("wajib", "wajib", "required"),
    ("pilih", "— pilih —", "— choose —"),
    ("unggah", "Unggah berkas foto", "Upload a photo"),
    (
        "unggah_petunjuk",
        "JPEG, PNG, atau WebP, paling besar 20 MB. Catatan kamera dihapus saat situs dibangun.",
        "JPEG, PNG or WebP, 20 MB at most. What the camera noted is taken out when the site is built.",
    ),
    ("kosongkan", "Bidang yang dikosongkan tidak ditulis.", "A field that is left empty is not written."),
    (
        "tetap",
        "Isi ini tidak bisa ditampilkan sebagai bidang; ubah lewat teksnya.",
        "This cannot be shown as a field; change it in the text.",
    ),
    ("urungkan", "Kembalikan isi sebelumnya", "Put the earlier text back"),
    ("berkas", "Berkas", "File"),
    ("judulnya", "Judul", "Title"),
    ("namanya", "Nama", "Name"),
    ("nama_wilayah", "Nama wilayah, misalnya Kota Contoh", "Name of the region, such as Kota Contoh"),
    ("nama_pemilihan", "Nama folder, misalnya psu-2025", "Name of its folder, such as psu-2025"),
    (
        "nomornya",
        "Nomor urut, atau nama pasangan sebelum diundi; kosong untuk pasangan pertama dan kedua sekaligus",
        "Ballot number, or the pair's names before the draw; empty for the first two pairs at once",
    ),
    ("paslon_berdampingan", "Semua pasangan berdampingan", "All pairs side by side"),
    ("tambah_paslon", "Tambah kolom untuk pasangan berikutnya", "Add a column for the next pair"),
    ("belum_ada_paslon", "belum ada pasangan calon di wilayah ini", "there are no pairs in this region yet"),
    ("tidak_bisa", "Tidak bisa", "Not possible"),
    ("tidak_ada", "yang dicari tidak ada", "there is no such thing"),
    ("tersimpan", "Tersimpan.", "Saved."),
    (
        "tidak_disimpan",
        "Belum disimpan: ada galat yang harus diperbaiki dulu. Yang Anda ketik masih ada di bawah.",
        "Not saved: there is an error to be put right first. What you typed is still below.",
    ),
    (
        "diubah_lain",
        "Belum disimpan: berkas ini sudah diubah orang lain sejak formulir ini dibuka. Buka lagi formulirnya, lalu isi kembali perubahan Anda.",
        "Not saved: somebody else changed this file since the form was opened. Open the form again and make your changes anew.",
    ),
    (
        "sudah_ada",
        "Belum disimpan: berkas dengan nama itu sudah ada.",
        "Not saved: there is a file of that name already.",
    ),
    (
        "bukan_formulir",
        "Berkas ini tidak bisa ditampilkan sebagai formulir, jadi inilah teksnya.",
        "This file cannot be shown as a form, so this is its text.",
    ),
    (
        "baca_saja",
        "Hanya untuk dibaca: pratinjau ini dijalankan dengan --baca-saja.",
        "For reading only: this preview was started with --read-only.",
    ),
    ("lain_temuan", "Tentang catatan ini", "About this record"),
    ("lewati", "Langsung ke isi", "Skip to content"),
    ("situs", "Lihat situs", "See the site"),
    ("halaman_berubah", "Halaman yang berubah", "Pages that change"),
    ("halaman_baru", "Halaman baru", "New pages"),
    ("halaman_hilang", "Halaman yang hilang", "Pages that go"),
    ("belum_terbit", "Situs ini belum pernah diterbitkan di folder itu.", "Nothing is published in that folder yet."),
    ("sama", "Yang terbit sudah sama dengan pratinjau.", "What is published is the same as the preview."),
    ("terbit_ke", "Situs diterbitkan ke folder", "The site is published to the folder"),
    ("sudah_terbit", "Sudah terbit", "Published"),
    ("gagal_terbit", "Tidak terbit: perbaiki dulu galat di bawah ini.", "Not published: put these errors right first."),
    (
        "periksa_dulu",
        "Masih ada galat; situs yang lama tetap seperti semula sampai semuanya diperbaiki.",
        "There are still errors; the old site stays as it is until they are put right.",
    ),
    ("isi_tulisan", "Isi tulisan", "Text"),
    (
        "koreksi_tanya",
        "Belum disimpan: yang Anda ubah sudah terbit. Jawab dulu pertanyaan di bawah ini, lalu simpan lagi.",
        "Not saved: what you changed is published. Answer the question below, then save again.",
    ),
    ("koreksi_judul", "Apakah ini membetulkan yang sudah dibaca orang?", "Does this correct what people have read?"),
    (
        "koreksi_ya",
        "Ya, yang lama keliru; catat di halaman koreksi",
        "Yes, it was wrong before; note it on the page of corrections",
    ),
    (
        "koreksi_tidak",
        "Bukan, keadaannya yang berubah atau hanya cara menulisnya",
        "No, things have changed, or only how it is written",
    ),
    ("koreksi_alasan", "Mengapa dikoreksi (ikut terbit)", "Why it is corrected (published too)"),
    ("koreksi_tingkat", "Seberapa penting", "How grave"),
    ("kecil", "Kecil: salah ketik dan sejenisnya", "Small: a slip of the pen and the like"),
    ("penting", "Penting: fakta yang keliru", "Grave: a wrong fact"),
    ("besar", "Besar: bisa menyesatkan pemilih", "Very grave: it may mislead voters"),
    ("menjadi", "menjadi", "becomes"),
    ("tidak_berubah", "Dalam 30 hari tidak ada temuan baru.", "Nothing new will be found within 30 days."),
    ("temuan_pada", "Temuan baru pada", "New findings on"),
];

/// Kinds of records, as people call them.
const KINDS: &[Word] = &[
    ("situs", "Situs", "Site"),
    ("wilayah", "Wilayah", "Region"),
    ("pemilihan", "Pemilihan kemudian", "Later vote"),
    ("paslon", "Pasangan calon", "Candidate pairs"),
    ("pengundian", "Pengundian nomor urut", "Draw of ballot numbers"),
    ("deklarasi", "Deklarasi", "Declaration"),
    ("kegiatan", "Kegiatan", "Event"),
    ("fakta", "Fakta dan angka", "Figures"),
    ("perubahan", "Yang berubah", "What changed"),
    ("persetujuan", "Persetujuan", "Approvals"),
    ("berita", "Berita", "Article"),
    ("klarifikasi", "Klarifikasi", "Clarification"),
    ("halaman", "Halaman tetap", "Fixed page"),
    ("hasil", "Hasil", "Result"),
    ("jadwal", "Jadwal", "Schedule"),
    ("sumber", "Sumber", "Sources"),
    ("partai", "Partai", "Parties"),
    ("istilah", "Istilah", "Glossary"),
    ("tanya-jawab", "Tanya jawab", "Questions and answers"),
    ("koreksi", "Koreksi", "Corrections"),
];

fn in_language(word: &Word, bahasa: Bahasa) -> &'static str {
    match bahasa {
        Bahasa::Id => word.1,
        Bahasa::En => word.2,
    }
}

/// All words by their names, for templates.
pub(super) fn of(bahasa: Bahasa) -> BTreeMap<&'static str, &'static str> {
    WORDS.iter().map(|word| (word.0, in_language(word, bahasa))).collect()
}

/// One of them.
pub(super) fn word(name: &str, bahasa: Bahasa) -> String {
    let found = WORDS.iter().find(|word| word.0 == name);
    found.map_or(name, |word| in_language(word, bahasa)).to_owned()
}

/// What a kind of record is called.
pub(super) fn kind(name: &str, bahasa: Bahasa) -> String {
    let found = KINDS.iter().find(|word| word.0 == name);
    found.map_or(name, |word| in_language(word, bahasa)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::JENIS;
    use crate::record::skema::Jenis;

    #[test]
    fn every_kind_of_record_has_its_words() {
        for jenis in JENIS.iter().map(Jenis::name).filter(|name| !["posko", "tps"].contains(&name.as_str())) {
            assert!(KINDS.iter().any(|word| word.0 == jenis), "{jenis}");
        }
    }
}
