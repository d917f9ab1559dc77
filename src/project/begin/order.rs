//! What was asked for: of which kind, in which region, under which name.

use crate::bahasa::{Kata, kata};
use crate::project::begin::ask::{Ask, Place, Wants};
use crate::project::begin::form::Length;
use crate::project::spot::scope_folder;
use crate::record::{Records, Scope};
use crate::value::daftar_wilayah::{self, Resmi};
use crate::value::mirip::nearest;
use crate::value::nomor_urut::NomorUrut;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use crate::value::{Nilai, Scalar};

/// What was asked for.
pub struct Order<'o> {
    /// The region's folder below `wilayah/`; empty for the nation.
    pub jalur: String,
    /// The title or name, if there is one.
    pub judul: Option<&'o str>,
    /// The ballot number, if one was given.
    pub nomor: Option<NomorUrut>,
    /// The day: today, unless told otherwise.
    pub hari: Tanggal,
    /// Whether somebody said that this is the day of the record.
    pub has_day: bool,
    /// How much of the record is written.
    pub length: Length,
    /// What the list of regions knows of a region to be begun.
    pub resmi: Option<&'static Resmi>,
    /// What is there already.
    pub records: &'o Records,
}

impl<'o> Order<'o> {
    /// What is asked for without a name, in a scope that is there.
    pub fn inside(jalur: &str, records: &'o Records, hari: Tanggal) -> Self {
        Self {
            jalur: jalur.to_owned(),
            judul: None,
            nomor: None,
            hari,
            has_day: false,
            length: Length::Short,
            resmi: None,
            records,
        }
    }

    /// Reads the words after the kind; says what is wrong with them.
    pub fn new(ask: &Ask, words: &[&'o str], records: &'o Records, hari: Tanggal) -> Result<Self, Kata> {
        let (jalur, mut rest) = split(ask, words)?;
        let mut resmi = None;
        let mut jalur = match jalur {
            None => String::new(),
            Some(text) if ask.place == Place::NewRegion => {
                let region = new_region(text, (ask, !rest.is_empty()), records)?;
                resmi = region.resmi;
                region.jalur
            }
            Some(text) => path(text, ask, records)?,
        };
        if ask.place == Place::NewVote {
            let [name, after @ ..] = rest else {
                return Err(missing(ask, &kata("nama foldernya", "the name of its folder")));
            };
            jalur = format!("{jalur}/pemilihan/{}", Slug::of(name));
            rest = after;
        }
        let mut order = Self { resmi, ..Self::inside(&jalur, records, hari) };
        let rest = match (ask.wants, rest) {
            (Wants::Title, [title, rest @ ..]) => {
                order.judul = Some(title);
                rest
            }
            (Wants::Title, []) => return Err(missing(ask, &kata("judulnya", "its title"))),
            (Wants::Name, [name, rest @ ..]) => {
                order.judul = Some(name);
                rest
            }
            // Before the draw a pair is known by its names.
            (Wants::Number, [name, rest @ ..]) if name.starts_with(char::is_alphabetic) => {
                order.judul = Some(name);
                rest
            }
            (Wants::Number, [number, rest @ ..]) => {
                order.nomor = Some(ballot_number(number)?);
                rest
            }
            (Wants::Name | Wants::Number | Wants::Nothing, rest) => rest,
        };
        match rest {
            [] => Ok(order),
            [extra, ..] => Err(kata(
                format!("\"{extra}\" berlebih; judul lebih dari satu kata ditulis dalam tanda kutip"),
                format!("\"{extra}\" is one too many; a title of several words goes in quotes"),
            )),
        }
    }

    /// The scope's records, if it has any.
    pub fn scope(&self) -> Option<&'o Scope> {
        self.records.scopes.get(&self.jalur)
    }

    /// The path of a file of the scope.
    pub fn path(&self, file: &str) -> String {
        let name = file.replace("<tanggal>", &self.hari.to_string());
        let name = name.replace("<slug>", &Slug::of(self.judul.unwrap_or_default()));
        format!("{}/{name}", scope_folder(&self.jalur))
    }

    /// A source that can be named here: one of the scope's own, or of those around it.
    pub fn source(&self) -> Option<String> {
        let mut around = Some(self.jalur.as_str());
        while let Some(jalur) = around {
            let scope = self.records.scopes.get(jalur);
            if let Some(id) =
                scope.and_then(|scope| scope.sumber.as_ref()).and_then(|sumber| sumber.record.keys().next())
            {
                return Some(id.to_string());
            }
            around = (!jalur.is_empty()).then(|| jalur.rsplit_once('/').map_or("", |(outer, _)| outer));
        }
        None
    }
}

/// The word that names the region, and the words after it. A nation's record needs none.
fn split<'w, 'o>(ask: &Ask, words: &'w [&'o str]) -> Result<(Option<&'o str>, &'w [&'o str]), Kata> {
    // One word of the nation's own: a region is named by its folder.
    let is_folder = |word: &str| word.split('/').all(Slug::is_slug);
    match (ask.place, words) {
        (Place::Any, [] | [_]) if ask.wants == Wants::Title => Ok((None, words)),
        (Place::Any, [name]) if ask.wants == Wants::Name && !is_folder(name) => Ok((None, words)),
        (Place::Any, []) | (Place::Nation, _) => Ok((None, words)),
        (Place::Any | Place::Region | Place::NewRegion | Place::NewVote, [first, rest @ ..]) => Ok((Some(first), rest)),
        (Place::Region | Place::NewRegion | Place::NewVote, []) => Err(missing(ask, &kata("wilayahnya", "its region"))),
    }
}

fn missing(ask: &Ask, what: &Kata) -> Kata {
    use crate::bahasa::Bahasa::{En, Id};
    let (name, example) = (ask.name, ask.example);
    kata(
        format!("sebutkan juga {}, misalnya pilkada new {name} {example}", what.dalam(Id)),
        format!("name {} too, for example pilkada new {name} {example}", what.dalam(En)),
    )
}

/// A region's path, which must be known, or for a new region must not.
fn path(text: &str, ask: &Ask, records: &Records) -> Result<String, Kata> {
    let is_known = |jalur: &str| {
        let scope = records.scopes.get(jalur);
        // In a later vote every record of a region has its place, but no vote inside it.
        scope.is_some_and(|scope| scope.wilayah.is_some() || (scope.pemilihan.is_some() && ask.place != Place::NewVote))
    };
    let jalur = text.trim_end_matches('/');
    if let Some(bad) = jalur.split('/').find(|part| !Slug::is_slug(part)) {
        return Err(kata(
            format!("\"{bad}\" tidak bisa menjadi nama folder wilayah; pakai huruf kecil, angka dan tanda hubung"),
            format!("\"{bad}\" cannot be the name of a region's folder; use small letters, digits and hyphens"),
        ));
    }
    let needed = match ask.place {
        Place::NewRegion => jalur.rsplit_once('/').map(|(outer, _)| outer),
        Place::Any | Place::Region | Place::Nation | Place::NewVote => Some(jalur),
    };
    match needed.filter(|needed| !is_known(needed)) {
        Some(unknown) => Err(unknown_region(unknown, records)),
        None => Ok(jalur.to_owned()),
    }
}

/// A region that is not there yet.
struct NewRegion {
    /// Its folder below `wilayah/`.
    jalur: String,
    /// What the list of regions knows of it.
    resmi: Option<&'static Resmi>,
}

/// The region that a code, a name or a folder means. One that is not on the list is begun where somebody gives it a name.
fn new_region(text: &str, (ask, has_name): (&Ask, bool), records: &Records) -> Result<NewRegion, Kata> {
    let text = text.trim().trim_end_matches('/');
    let is_code = daftar_wilayah::code_of(text).is_some();
    let Some(resmi) = on_list(text, records) else {
        if has_name && !is_code {
            return Ok(NewRegion { jalur: path(text, ask, records)?, resmi: None });
        }
        return Err(not_on_list(text));
    };
    let parent = (resmi.jenis() != "provinsi").then(|| parent_of(resmi, records));
    let jalur = match text.rsplit_once('/') {
        Some(_) => text.to_owned(),
        None => parent.map_or_else(|| resmi.folder(), |parent| format!("{parent}/{}", resmi.folder())),
    };
    if let Some(there) = folder_of(resmi.kode, records).filter(|there| **there != jalur) {
        return Err(kata(
            format!("{} {} sudah ada di content/wilayah/{there}/", resmi.kode, resmi.nama),
            format!("{} {} is there already, in content/wilayah/{there}/", resmi.kode, resmi.nama),
        ));
    }
    // Who gives another name may mean another region: its code is found by that name.
    Ok(NewRegion { jalur, resmi: Some(resmi).filter(|_| is_code || !has_name) })
}

/// A region of the list, also where its province has another folder in this site.
fn on_list(text: &str, records: &Records) -> Option<&'static Resmi> {
    let inside = || {
        let (outer, folder) = text.rsplit_once('/')?;
        let provinsi = records.scopes.get(outer)?.wilayah.as_ref()?.record.kode.clone();
        daftar_wilayah::all()
            .find(|resmi| resmi.provinsi() == provinsi.as_str() && resmi.kode.len() > 2 && resmi.folder() == folder)
    };
    daftar_wilayah::sought(text).or_else(inside)
}

/// The folder of the region with a code, if this site has it.
fn folder_of<'r>(kode: &str, records: &'r Records) -> Option<&'r String> {
    let has_code = |scope: &Scope| scope.wilayah.as_ref().is_some_and(|loaded| loaded.record.kode.as_str() == kode);
    records.scopes.iter().find(|(_, scope)| has_code(scope)).map(|(jalur, _)| jalur)
}

/// The folder of a region's province: the one that this site has, or that it would be given.
pub fn parent_of(resmi: &Resmi, records: &Records) -> String {
    let there = folder_of(resmi.provinsi(), records).cloned();
    there.or_else(|| Some(daftar_wilayah::by_code(resmi.provinsi())?.folder())).unwrap_or_default()
}

fn not_on_list(text: &str) -> Kata {
    let what = if daftar_wilayah::code_of(text).is_some() {
        kata(format!("tidak ada wilayah dengan kode {text}"), format!("no region has the code {text}"))
    } else {
        kata(
            format!("wilayah \"{text}\" tidak ada di daftar Kementerian Dalam Negeri"),
            format!("the region \"{text}\" is not on the list of the Ministry of Home Affairs"),
        )
    };
    let help = match daftar_wilayah::near(text) {
        Some(near) => kata(
            format!("mungkin maksudnya {} ({}, {})", near.jalur(), near.kode, near.nama),
            format!("perhaps {} ({}, {}) is meant", near.jalur(), near.kode, near.nama),
        ),
        None => kata(
            "jika memang belum ada di daftar, tulis juga namanya: pilkada new wilayah jambi/kota-contoh \"Kota Contoh\"",
            "if it really is not on the list yet, give its name too: pilkada new wilayah jambi/kota-contoh \"Kota Contoh\"",
        ),
    };
    what.and(&help)
}

fn unknown_region(jalur: &str, records: &Records) -> Kata {
    let known = records.scopes.iter().filter(|(_, scope)| scope.wilayah.is_some()).map(|(jalur, _)| jalur.as_str());
    let (id, en) = match nearest(jalur, known) {
        Some(near) => (format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")),
        None => {
            (format!("buat dengan pilkada new wilayah {jalur}"), format!("make it with pilkada new wilayah {jalur}"))
        }
    };
    kata(format!("tidak ada wilayah \"{jalur}\"; {id}"), format!("there is no region \"{jalur}\"; {en}"))
}

/// A ballot number as somebody wrote it.
pub fn ballot_number(text: &str) -> Result<NomorUrut, Kata> {
    let number = text.parse().map_or(Scalar::Teks(text), Scalar::Bulat);
    NomorUrut::read(number).map_err(|refusal| refusal.what)
}
