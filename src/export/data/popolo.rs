//! `data/popolo.json`: regions, offices, votes, parties and those who stand, in the form of the Popolo project
//! (<https://www.popoloproject.com/specs/>), which parliament and candidate databases of other countries read.

use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::media;
use crate::page::frame::view::paslon::offices;
use crate::page::frame::words::Phrase;
use crate::record::paslon::Calon;
use serde_json::{Value, json};

/// Where it lies.
pub(super) fn address() -> Address {
    Address::root("data/popolo.json")
}

/// The two people of a pair, as parts of an address.
const ROLES: [&str; 2] = ["calon", "wakil"];

/// All of it. The empty column stands for nobody, so it is none of it.
pub(super) fn popolo(model: &Model) -> Value {
    let popolo = Popolo { model, base: Base::new(&model.situs.record.alamat) };
    let votes = || model.lingkup.iter().filter(|lingkup| lingkup.pemilihan().is_some());
    let pairs = || {
        votes().flat_map(|lingkup| {
            let pairs = lingkup.paslon.iter();
            pairs.filter_map(move |paslon| Some(Standing { lingkup, paslon, pair: paslon.pasangan()? }))
        })
    };
    json!({
        "areas": model.wilayah().filter_map(|lingkup| popolo.area(lingkup)).collect::<Vec<_>>(),
        "organizations": popolo.parties(),
        "posts": model.wilayah().flat_map(|lingkup| popolo.posts(lingkup)).collect::<Vec<_>>(),
        "events": votes().map(|lingkup| popolo.vote(lingkup)).collect::<Vec<_>>(),
        "persons": pairs().flat_map(|standing| popolo.people(standing)).collect::<Vec<_>>(),
        "memberships": pairs().flat_map(|standing| popolo.candidacies(standing)).collect::<Vec<_>>(),
    })
}

struct Popolo<'m> {
    model: &'m Model,
    base: Base,
}

/// A pair that stands in a vote.
#[derive(Clone, Copy)]
struct Standing<'m> {
    lingkup: &'m Lingkup,
    paslon: &'m Paslon,
    pair: &'m Pasangan,
}

impl<'m> Standing<'m> {
    fn people(self) -> impl Iterator<Item = (&'static str, &'m Calon)> {
        ROLES.into_iter().zip([&self.pair.calon, &self.pair.wakil])
    }
}

/// Both offices that a vote of a region fills, by the parts that their people have in a pair.
pub(super) fn titles(vote: JenisPemilihan) -> [&'static str; 2] {
    match vote {
        JenisPemilihan::Gubernur => ["jabatan.gubernur", "jabatan.wakil_gubernur"],
        JenisPemilihan::Bupati => ["jabatan.bupati", "jabatan.wakil_bupati"],
        JenisPemilihan::WaliKota => ["jabatan.wali_kota", "jabatan.wakil_wali_kota"],
    }
}

impl Popolo<'_> {
    fn link(&self, address: &Address) -> String {
        self.base.canonical(address)
    }

    /// The name of a region among the areas: its code lasts, its address may not.
    fn area_id(&self, lingkup: &Lingkup) -> Option<String> {
        let region = self.model.daerah_of(lingkup).daerah.as_ref()?;
        Some(format!("wilayah/{}", region.record.kode))
    }

    fn post_id(&self, lingkup: &Lingkup, role: &str) -> Option<String> {
        Some(format!("{}/{role}", self.area_id(lingkup)?.replacen("wilayah", "jabatan", 1)))
    }

    fn area(&self, lingkup: &Lingkup) -> Option<Value> {
        let region = &lingkup.daerah.as_ref()?.record;
        let outer = self.model.induk(lingkup).and_then(|outer| self.area_id(outer));
        Some(json!({
            "id": self.area_id(lingkup),
            "identifier": region.kode,
            "name": lingkup.nama(),
            "classification": region.jenis,
            "parent_id": outer,
            "sources": [{ "url": self.link(&Address::lingkup(lingkup)) }],
        }))
    }

    fn parties(&self) -> Vec<Value> {
        let party = |(id, partai): (&_, &crate::record::partai::Partai)| {
            json!({
                "id": format!("partai/{id}"),
                "name": partai.nama,
                "other_names": [{ "name": partai.singkatan }],
                "classification": "party",
            })
        };
        self.model.partai.iter().map(party).collect()
    }

    /// The two offices of a region where they are elected.
    fn posts(&self, lingkup: &Lingkup) -> Vec<Value> {
        let Some(vote) = lingkup.pemilihan() else { return Vec::new() };
        let post = |(role, title): (&str, &'static str)| {
            json!({
                "id": self.post_id(lingkup, role),
                "label": Phrase::of(title).with("nama", lingkup.nama()),
                "area_id": self.area_id(lingkup),
            })
        };
        ROLES.into_iter().zip(titles(vote)).map(post).collect()
    }

    fn vote_id(&self, lingkup: &Lingkup) -> String {
        self.link(&Address::lingkup(lingkup))
    }

    fn vote(&self, lingkup: &Lingkup) -> Value {
        let day = self.model.hari_pemungutan(lingkup);
        json!({
            "id": self.vote_id(lingkup),
            "name": lingkup.nama(),
            "classification": "election",
            "start_date": day,
            "end_date": day,
            "area_id": self.area_id(lingkup),
        })
    }

    fn person_id(&self, standing: Standing<'_>, role: &str) -> String {
        format!("{}#{role}", self.link(&Address::paslon(standing.lingkup, standing.paslon)))
    }

    fn people(&self, standing: Standing<'_>) -> Vec<Value> {
        let page = self.link(&Address::paslon(standing.lingkup, standing.paslon));
        let person = |(role, calon): (&str, &Calon)| {
            let foto = calon.foto.as_ref().map(|foto| self.link(&media::beside(standing.paslon.path(), foto)));
            json!({
                "id": self.person_id(standing, role),
                "name": calon.nama,
                // Of a birth the year alone is published.
                "birth_date": calon.tahun_lahir.map(|year| year.get().to_string()),
                "image": foto,
                "sources": [{ "url": page }],
            })
        };
        standing.people().map(person).collect()
    }

    /// What each of a pair stands for; once for each party that nominates them, or once where none does.
    fn candidacies(&self, standing: Standing<'_>) -> Vec<Value> {
        let Standing { lingkup, paslon, pair } = standing;
        let mut parties: Vec<Option<String>> = pair.pengusung.iter().map(|id| Some(format!("partai/{id}"))).collect();
        if parties.is_empty() {
            parties.push(None);
        }
        let labels = ROLES.into_iter().zip(offices(lingkup));
        let of_one = labels.flat_map(|(role, label)| {
            parties.iter().map(move |party| {
                json!({
                    "label": label,
                    "role": "candidate",
                    "person_id": self.person_id(standing, role),
                    "post_id": self.post_id(lingkup, role),
                    "area_id": self.area_id(lingkup),
                    "on_behalf_of_id": party,
                    "event_id": self.vote_id(lingkup),
                    "ballot_number": paslon.nomor_urut,
                    "standing": pair.langkah_terakhir().map(|step| step.keadaan),
                })
            })
        });
        of_one.collect()
    }
}
