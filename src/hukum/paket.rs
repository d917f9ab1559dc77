//! A pack: what the law says in figures for the votes of some years, each value with its source.

use crate::hukum::nilai::{Bagian, SuratSuaraTunggal, Tangga};
use crate::value::jam::Jam;
use crate::value::kode_aturan::KodeAturan;
use crate::value::tanggal::Tanggal;
use anyhow::{Context, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_yaml::{Mapping, Value};
use std::fmt::Display;

/// A value of the law.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ketentuan<T> {
    /// The value.
    pub nilai: T,
    /// What it is the value of.
    pub apa: Apa,
    /// The article that says so, and whence its words are known.
    pub sumber: String,
    /// How sure we are of it.
    pub keyakinan: Keyakinan,
    /// What is unsure or to be known beside it.
    pub catatan: Option<String>,
    /// The codes of the rules that go by it.
    #[serde(default)]
    pub aturan: Vec<KodeAturan>,
    /// The pack that says so: of an older one, where this pack goes on from it.
    pub paket: String,
}

/// What a value is the value of, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apa {
    /// In Indonesian.
    pub id: String,
    /// In English.
    pub en: String,
}

/// How sure we are of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Keyakinan {
    /// The law's own words were read, or several quotations agree.
    A,
    /// One news report, or a draft.
    B,
    /// From memory.
    C,
}

/// A value as it is told, whatever its type.
#[derive(Debug, Clone)]
pub struct Baris {
    /// Its key in the pack.
    pub kunci: &'static str,
    /// The value and where it comes from.
    pub ketentuan: Ketentuan<String>,
}

/// The entries of a pack that are still to be read.
struct Entries<'f> {
    file: &'f str,
    left: Mapping,
}

impl Entries<'_> {
    fn take<T: DeserializeOwned>(&mut self, kunci: &str) -> Result<Option<Ketentuan<T>>> {
        let Some(value) = self.left.shift_remove(kunci) else { return Ok(None) };
        let read = serde_yaml::from_value(value).with_context(|| format!("{}: ketentuan.{kunci}", self.file))?;
        Ok(Some(read))
    }

    fn needed<T: DeserializeOwned>(&mut self, kunci: &str) -> Result<Ketentuan<T>> {
        self.take(kunci)?.with_context(|| format!("{}: ketentuan.{kunci} is missing", self.file))
    }
}

/// Makes [`Paket`] of one list: its fields, how each is read, and how all are told.
macro_rules! ketentuan {
    ($($(#[$doc:meta])* $kunci:ident: $type:ty,)+ ; $($(#[$odoc:meta])* $maybe:ident: $otype:ty,)+) => {
        /// What the law says for the votes from a day on.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Paket {
            /// Its name: that of its file.
            pub nama: String,
            /// The first voting day that it holds for.
            pub berlaku: Tanggal,
            /// What it is made from.
            pub uraian: String,
            $($(#[$doc])* pub $kunci: Ketentuan<$type>,)+
            $($(#[$odoc])* pub $maybe: Option<Ketentuan<$otype>>,)+
        }

        impl Paket {
            fn read(head: Head, entries: &mut Entries<'_>) -> Result<Self> {
                Ok(Self {
                    nama: head.nama,
                    berlaku: head.berlaku,
                    uraian: head.uraian,
                    $($kunci: entries.needed(stringify!($kunci))?,)+
                    $($maybe: entries.take(stringify!($maybe))?,)+
                })
            }

            /// All its values, in the order of this list.
            pub fn semua(&self) -> Vec<Baris> {
                let mut all = vec![$(told(stringify!($kunci), &self.$kunci)),+];
                $(all.extend(self.$maybe.as_ref().map(|value| told(stringify!($maybe), value)));)+
                all
            }
        }
    };
}

ketentuan! {
    /// Years that a candidate for governor or deputy governor has at least.
    usia_gubernur: u32,
    /// Years that a candidate for the other offices has at least.
    usia_bupati_wali_kota: u32,
    /// The share of valid votes or supporters a pair for governor needs, by the voter list.
    dukungan_gubernur: Tangga,
    /// The share that a pair for the other offices needs.
    dukungan_bupati_wali_kota: Tangga,
    /// The share of a region's parts in which an independent pair has supporters: more than it.
    sebaran_perseorangan: Bagian,
    /// The share of valid votes a single pair is elected with: more than it.
    suara_pasangan_tunggal: Bagian,
    /// The share of valid votes a pair is elected with in Jakarta: more than it.
    suara_jakarta: Bagian,
    /// The ballot of a single pair.
    surat_suara_tunggal: SuratSuaraTunggal,
    /// Days from the determination of pairs to the draw, at most.
    hari_pengundian: u32,
    /// Days from the determination to the campaign.
    hari_sebelum_kampanye: u32,
    /// Days of quiet before the vote.
    hari_masa_tenang: u32,
    /// Days before the quiet period on which media may carry advertisements.
    hari_iklan_media: u32,
    /// Debates, at most.
    debat: u32,
    /// Mass rallies of a pair for governor, at most.
    rapat_umum_gubernur: u32,
    /// Mass rallies of a pair for the other offices, at most.
    rapat_umum_bupati_wali_kota: u32,
    /// Voters of a polling place, at most.
    pemilih_per_tps: u32,
    /// The share of ballot papers printed above the voter list.
    cadangan_surat_suara: Bagian,
    /// Ballot papers kept for a repeated vote.
    surat_suara_ulang: u32,
    /// When quick counts may be told, in western Indonesia's time.
    jam_hitung_cepat: Jam,
    /// Days before the vote until which a candidate may be substituted.
    hari_penggantian_calon: u32,
    /// Days from the Court's notice or ruling to the determination of the winner, at most.
    hari_penetapan_terpilih: u32,
    /// Days from that to the proposal, at most.
    hari_pengusulan: u32,
    /// Working days in which a request for information is answered, at most.
    hari_jawaban_ppid: u32,
    /// Working days by which that may be prolonged.
    hari_perpanjangan_ppid: u32,
    /// Working days in which an objection is answered, at most.
    hari_keberatan_ppid: u32,
    ;
    /// The day of the simultaneous vote, where the law has fixed one.
    hari_serentak: Tanggal,
    /// When the simultaneous vote begins.
    jam_mulai: Jam,
    /// When it ends.
    jam_selesai: Jam,
    /// From when on those vote who are on no list.
    jam_pemilih_tambahan: Jam,
}

/// What stands above the values.
struct Head {
    nama: String,
    berlaku: Tanggal,
    uraian: String,
}

/// A pack's file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Berkas {
    berlaku: Tanggal,
    lanjutan: Option<String>,
    /// How sure it is, at most, that the older pack's values still hold.
    keyakinan_lanjutan: Option<Keyakinan>,
    uraian: String,
    ketentuan: Mapping,
}

/// A pack's file whose values are not read yet: an older pack's stand among them.
pub(super) struct Kerangka {
    head: Head,
    lanjutan: Option<String>,
    keyakinan_lanjutan: Option<Keyakinan>,
    ketentuan: Mapping,
}

impl Kerangka {
    /// Reads the text of a file of this name, such as `2024`.
    pub(super) fn read(nama: &str, text: &str) -> Result<Self> {
        let berkas: Berkas = serde_yaml::from_str(text).with_context(|| format!("data/hukum/{nama}.yaml"))?;
        let head = Head { nama: nama.to_owned(), berlaku: berkas.berlaku, uraian: berkas.uraian };
        let mut ketentuan = berkas.ketentuan;
        for (kunci, value) in &mut ketentuan {
            let own = Value::from(nama);
            match value {
                // `null`: the older pack's value no longer holds, and no other does.
                Value::Null => {}
                Value::Mapping(fields) => {
                    let before = fields.insert(Value::from("paket"), own);
                    ensure!(before.is_none(), "data/hukum/{nama}.yaml: {kunci:?}: `paket` is not written");
                }
                _ => bail!("data/hukum/{nama}.yaml: {kunci:?} is no value with its source"),
            }
        }
        Ok(Self { head, lanjutan: berkas.lanjutan, keyakinan_lanjutan: berkas.keyakinan_lanjutan, ketentuan })
    }

    /// The first voting day that it holds for.
    pub(super) fn berlaku(&self) -> Tanggal {
        self.head.berlaku
    }

    /// Puts the values of the pack that this one goes on from under its own.
    pub(super) fn upon(mut self, older: &[Self]) -> Result<Self> {
        let Some(lanjutan) = &self.lanjutan else { return Ok(self) };
        let Some(base) = older.iter().find(|pack| pack.head.nama == *lanjutan) else {
            bail!("data/hukum/{}.yaml: `lanjutan` names no older pack: {lanjutan}", self.head.nama);
        };
        let mut whole = base.ketentuan.clone();
        for value in whole.values_mut() {
            weaken(value, self.keyakinan_lanjutan)?;
        }
        whole.extend(self.ketentuan);
        self.ketentuan = whole;
        Ok(self)
    }

    /// The pack, all of whose values are there and of their types.
    pub(super) fn whole(&self) -> Result<Paket> {
        let file = format!("data/hukum/{}.yaml", self.head.nama);
        let left = self.ketentuan.iter().filter(|(_, value)| !value.is_null());
        let mut entries =
            Entries { file: &file, left: left.map(|(kunci, value)| (kunci.clone(), value.clone())).collect() };
        let Head { nama, berlaku, uraian } = &self.head;
        let head = Head { nama: nama.clone(), berlaku: *berlaku, uraian: uraian.clone() };
        let paket = Paket::read(head, &mut entries)?;
        let unknown: Vec<&str> = entries.left.keys().filter_map(Value::as_str).collect();
        ensure!(entries.left.is_empty(), "{file}: no rule knows ketentuan.{}", unknown.join(", ketentuan."));
        Ok(paket)
    }
}

/// Lets an older pack's value be no surer than the newer pack says.
fn weaken(value: &mut Value, most: Option<Keyakinan>) -> Result<()> {
    let (Some(most), Some(fields)) = (most, value.as_mapping_mut()) else { return Ok(()) };
    let Some(keyakinan) = fields.get_mut("keyakinan") else { return Ok(()) };
    let known: Keyakinan = serde_yaml::from_value(keyakinan.clone())?;
    *keyakinan = serde_yaml::to_value(known.max(most))?;
    Ok(())
}

fn told<T: Display>(kunci: &'static str, ketentuan: &Ketentuan<T>) -> Baris {
    let Ketentuan { nilai, apa, sumber, keyakinan, catatan, aturan, paket } = ketentuan;
    let ketentuan = Ketentuan {
        nilai: nilai.to_string(),
        apa: apa.clone(),
        sumber: sumber.clone(),
        keyakinan: *keyakinan,
        catatan: catatan.clone(),
        aturan: aturan.clone(),
        paket: paket.clone(),
    };
    Baris { kunci, ketentuan }
}
