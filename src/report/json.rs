//! Findings as JSON of our own, for programs that want all there is; `docs/laporan.schema.json` describes it.

use crate::report::edition::Edition;
use crate::report::place::Place;
use crate::report::shown::{Entry, FOR_PROGRAMS, Rest};
use crate::report::{Diagnostic, Level, Silenced};
use schemars::JsonSchema;
use serde::Serialize;

/// What the program gives for `pilkada check --format json`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Laporan<'r> {
    /// The version of this form: keys may be added, but none changes its meaning under one number.
    pub versi: u32,
    /// The program and its version.
    pub program: &'r str,
    /// The families and codes that were asked for with `--hanya`; absent when everything was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hanya: Option<&'r [String]>,
    /// How many findings there are.
    pub jumlah: Jumlah,
    /// The findings, in order of file and line.
    pub temuan: Vec<Temuan<'r>>,
    /// Findings that are counted in `jumlah` but left out of `temuan`: those of a kind after the first thousand in a file.
    /// Absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub tidak_dimuat: Vec<LeftOut<'r>>,
    /// The findings that the content silences, with the reason given there.
    pub diabaikan: Vec<Diabaikan<'r>>,
}

/// Findings that are left out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LeftOut<'r> {
    /// The code of all of them.
    pub kode: &'r str,
    /// How grave they are.
    pub tingkat: Level,
    /// The file's path from where the program was started.
    pub berkas: String,
    /// How many there are.
    pub jumlah: usize,
}

/// How many findings have each level.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Jumlah {
    /// Findings that keep the site from being published.
    pub galat: usize,
    /// Findings a person should look at.
    pub peringatan: usize,
    /// Findings that show what could be better.
    pub saran: usize,
    /// Findings that are silenced; they are in none of the numbers above.
    pub diabaikan: usize,
    /// Findings of level galat that are left out because of `--hanya`.
    pub galat_lain: usize,
}

/// A finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Temuan<'r> {
    /// The code, such as `HUK-02`.
    pub kode: &'r str,
    /// How grave it is.
    pub tingkat: Level,
    /// Where it stands.
    #[serde(flatten)]
    pub tempat: Tempat,
    /// What is wrong.
    pub apa: &'r str,
    /// What to see at the place itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keterangan: Option<&'r str>,
    /// Other places that belong to it.
    pub terkait: Vec<Terkait<'r>>,
    /// Why it matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sebab: Option<&'r str>,
    /// What to do next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saran: Option<&'r str>,
}

/// A finding that the content silences.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Diabaikan<'r> {
    /// The finding.
    #[serde(flatten)]
    pub temuan: Temuan<'r>,
    /// Why it is silenced.
    pub alasan: &'r str,
}

/// Another place that belongs to a finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Terkait<'r> {
    /// Where it is.
    #[serde(flatten)]
    pub tempat: Tempat,
    /// What is to be seen there.
    pub keterangan: &'r str,
}

/// A place in a file; without `mulai` and `selesai` it is the file as a whole.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Tempat {
    /// The file's path from where the program was started.
    pub berkas: String,
    /// The first character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mulai: Option<Titik>,
    /// The character after the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selesai: Option<Titik>,
}

/// A character of a file.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Titik {
    /// The line, from 1.
    pub baris: usize,
    /// The column, from 1, counted in characters.
    pub kolom: usize,
}

/// The whole report.
pub(super) fn write(edition: &Edition<'_>) -> String {
    let report = edition.report;
    let (mut found, mut rest_of_all) = (Vec::new(), Vec::new());
    for entry in report.entries(FOR_PROGRAMS) {
        match entry {
            Entry::Finding(finding) => found.push(temuan(finding, edition)),
            Entry::Rest(rest) => rest_of_all.push(left_out(&rest, edition)),
        }
    }
    let laporan = Laporan {
        versi: 1,
        program: concat!("pilkada ", env!("CARGO_PKG_VERSION")),
        hanya: report.selection().map(|selection| selection.wanted.as_slice()),
        jumlah: Jumlah {
            galat: report.count(Level::Galat),
            peringatan: report.count(Level::Peringatan),
            saran: report.count(Level::Saran),
            diabaikan: report.silenced().len(),
            galat_lain: report.selection().map_or(0, |selection| selection.left_out),
        },
        temuan: found,
        tidak_dimuat: rest_of_all,
        diabaikan: report.silenced().iter().map(|silenced| diabaikan(silenced, edition)).collect(),
    };
    serde_json::to_string_pretty(&laporan).expect("texts and numbers are JSON")
}

fn left_out<'r>(rest: &Rest<'_>, edition: &Edition<'_>) -> LeftOut<'r> {
    LeftOut { kode: rest.code, tingkat: rest.level, berkas: edition.path_of(rest.file), jumlah: rest.count }
}

fn diabaikan<'r>(silenced: &'r Silenced, edition: &Edition<'r>) -> Diabaikan<'r> {
    Diabaikan { temuan: temuan(&silenced.finding, edition), alasan: &silenced.alasan }
}

fn temuan<'r>(finding: &'r Diagnostic, edition: &Edition<'r>) -> Temuan<'r> {
    let related = finding.related.iter();
    Temuan {
        kode: finding.code,
        tingkat: finding.level,
        tempat: tempat(&finding.place, edition),
        apa: edition.say(&finding.what),
        keterangan: finding.label.as_ref().map(|label| edition.say(label)),
        terkait: related
            .map(|(place, label)| Terkait { tempat: tempat(place, edition), keterangan: edition.say(label) })
            .collect(),
        sebab: finding.why.as_ref().map(|why| edition.say(why)),
        saran: finding.help.as_ref().map(|help| edition.say(help)),
    }
}

fn tempat(place: &Place, edition: &Edition<'_>) -> Tempat {
    let region = edition.region(place);
    let titik = |(baris, kolom)| Titik { baris, kolom };
    Tempat {
        berkas: edition.path(place),
        mulai: region.map(|region| titik(region.start)),
        selesai: region.map(|region| titik(region.end)),
    }
}
