//! What was asked for: of which kind, in which region, under which name.

use crate::bahasa::{Kata, kata};
use crate::project::begin::ask::{Ask, Place, Wants};
use crate::record::{Records, Scope};
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
    /// What is there already.
    pub records: &'o Records,
}

impl<'o> Order<'o> {
    /// Reads the words after the kind; says what is wrong with them.
    pub fn new(ask: &Ask, words: &[&'o str], records: &'o Records, hari: Tanggal) -> Result<Self, Kata> {
        let (jalur, mut rest) = split(ask, words)?;
        let mut jalur = jalur.map_or(Ok(String::new()), |text| path(text, ask, records))?;
        if ask.place == Place::NewVote {
            let [name, after @ ..] = rest else {
                return Err(missing(ask, &kata("nama foldernya", "the name of its folder")));
            };
            jalur = format!("{jalur}/pemilihan/{}", Slug::of(name));
            rest = after;
        }
        let mut order = Self { jalur, judul: None, nomor: None, hari, records };
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
        if self.jalur.is_empty() { format!("content/{name}") } else { format!("content/wilayah/{}/{name}", self.jalur) }
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
    match (ask.place, words) {
        (Place::Any, [] | [_]) if ask.wants == Wants::Title => Ok((None, words)),
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
