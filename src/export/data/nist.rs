//! `data/nist-1500-100.json`: the results that KPU determined, in the form of NIST SP 1500-100 (Election Results Reporting Common Data
//! Format, version 2), which election offices and newsrooms of other countries read.
//!
//! A report of that form has one status, and what is certified must not stand beside what a newspaper wrote: results that are not
//! determined are none of it, and neither are those that a vote held again took the place of. The tables have them all.

use crate::export::data::popolo::titles;
use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::words::{Phrase, spoken};
use crate::record::hasil::{Hasil, StatusHasil};
use crate::record::paslon::Calon;
use crate::record::pemilihan::JenisKemudian;
use crate::record::wilayah::JenisWilayah;
use crate::value::angka::Jumlah;
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::nomor_urut::NomorUrut;
use crate::value::peta::Peta;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Where it lies.
pub(super) fn address() -> Address {
    Address::root("data/nist-1500-100.json")
}

/// The report: the certified contests, and of regions, parties and people those that they name.
pub(super) fn report(model: &Model) -> Value {
    let situs = &model.situs.record;
    let contests: Vec<Contest<'_>> = model.lingkup.iter().filter_map(|lingkup| Contest::of(model, lingkup)).collect();
    let status = match contests.is_empty() {
        false => "certified",
        true if !model.hari.has_come(situs.pemungutan_suara) => "pre-election",
        true => "unofficial-partial",
    };
    let parties: BTreeSet<_> =
        contests.iter().flat_map(Contest::standing).flat_map(|standing| &standing.pair.pengusung).collect();
    let party = |id| {
        let partai = model.partai.get(id)?;
        Some(typed(
            "Party",
            json!({ "@id": format!("partai-{id}"), "Name": text(&partai.nama), "Abbreviation": partai.singkatan }),
        ))
    };
    typed(
        "ElectionReport",
        json!({
            "Format": "summary-contest",
            // The day that the results are true for; the bytes follow from it, so it is no time of the clock.
            "GeneratedDate": format!("{}T00:00:00+07:00", model.hari.exact()),
            "Issuer": situs.penyelenggara.nama,
            "IssuerAbbreviation": situs.penyelenggara.nama,
            "SequenceStart": 1,
            "SequenceEnd": 1,
            "Status": status,
            "VendorApplicationId": "pilkada",
            "Election": contests.iter().map(Contest::election).collect::<Vec<_>>(),
            "GpUnit": contests.iter().flat_map(Contest::units).collect::<Vec<_>>(),
            "Office": contests.iter().flat_map(Contest::offices).collect::<Vec<_>>(),
            "Party": parties.into_iter().filter_map(party).collect::<Vec<_>>(),
            "Person": contests.iter().flat_map(Contest::people).collect::<Vec<_>>(),
        }),
    )
}

/// A vote whose result KPU determined, and which stands.
struct Contest<'m> {
    model: &'m Model,
    lingkup: &'m Lingkup,
    vote: JenisPemilihan,
    day: String,
    hasil: &'m Hasil,
    /// What its identifiers begin with: the region's code, and which of its votes it is.
    key: String,
}

/// A pair on the ballot.
struct Standing<'m> {
    pair: &'m Pasangan,
    /// The names of both among the candidates and the people.
    ids: [String; 2],
    is_elected: bool,
}

impl<'m> Contest<'m> {
    /// The vote of a scope; nothing where no votes are known, or where they do not count.
    fn of(model: &'m Model, lingkup: &'m Lingkup) -> Option<Self> {
        let hasil = &lingkup.hasil.as_ref()?.record;
        let is_determined = match hasil.status {
            StatusHasil::Ditetapkan | StatusHasil::DitetapkanSetelahPutusan => true,
            StatusHasil::Sementara | StatusHasil::Rekapitulasi | StatusHasil::DikutipMedia => false,
        };
        let is_annulled = || {
            let later = model.digantikan(lingkup);
            later.into_iter().filter_map(Lingkup::kemudian).any(|vote| vote.jenis == JenisKemudian::Psu)
        };
        if !is_determined || hasil.suara.is_empty() || is_annulled() {
            return None;
        }
        let region = model.daerah_of(lingkup);
        let kode = &region.daerah.as_ref()?.record.kode;
        let key = match lingkup.slug_kemudian() {
            "" => kode.to_string(),
            later => format!("{kode}-{later}"),
        };
        let (vote, day) = (region.pemilihan()?, model.hari_pemungutan(lingkup)?.to_string());
        Some(Self { model, lingkup, vote, day, hasil, key })
    }

    fn election(&self) -> Value {
        let page = Base::new(&self.model.situs.record.alamat).canonical(&Address::of(self.lingkup, "hasil.html"));
        typed(
            "Election",
            json!({
                "Name": text(self.lingkup.nama()),
                "Type": if self.lingkup.is_kemudian() { "special" } else { "general" },
                "StartDate": self.day,
                "EndDate": self.day,
                "ElectionScopeId": self.unit_id(),
                "ContactInformation": typed("ContactInformation", json!({
                    "Uri": [typed("AnnotatedUri", json!({ "Content": page, "Annotation": "results" }))],
                })),
                "Candidate": self.candidates(),
                "Contest": [self.contest()],
            }),
        )
    }

    fn contest(&self) -> Value {
        let selections = self.lingkup.paslon.iter().filter_map(|paslon| self.selection(paslon));
        let parts = self.hasil.bagian.iter().enumerate();
        let parts = parts.map(|(index, part)| summary(&self.part_id(index), part.sah, part.tidak_sah));
        let whole = summary(&self.unit_id(), self.hasil.sah, self.hasil.tidak_sah);
        typed(
            "CandidateContest",
            json!({
                "@id": format!("pemilihan-{}", self.key),
                "Name": self.lingkup.nama(),
                "ElectoralDistrictId": self.unit_id(),
                "OfficeIds": self.office_ids(),
                "VotesAllowed": 1,
                "VoteVariation": "1-of-m",
                "CountStatus": [typed("CountStatus", json!({ "Type": "total", "Status": "completed" }))],
                "BallotSelection": selections.collect::<Vec<_>>(),
                "SummaryCounts": std::iter::once(whole).chain(parts).flatten().collect::<Vec<_>>(),
            }),
        )
    }

    /// A column of the ballot with its votes. The empty one stands for nobody, so it is chosen as an answer to a question is.
    fn selection(&self, paslon: &'m Paslon) -> Option<Value> {
        let nomor = paslon.nomor_urut?;
        let column = json!({
            "@id": format!("kolom-{}-{nomor}", self.key),
            "SequenceOrder": nomor,
            "VoteCounts": self.votes(nomor),
        });
        Some(match self.pair(paslon) {
            None => {
                let mut column = typed("BallotMeasureSelection", column);
                column["Selection"] = phrase(&Phrase::of("kolom_kosong"));
                column
            }
            Some(standing) => {
                let parties: Vec<String> = standing.pair.pengusung.iter().map(|id| format!("partai-{id}")).collect();
                let mut column = typed("CandidateSelection", column);
                column["CandidateIds"] = json!(standing.ids.map(|id| format!("calon-{id}")));
                column["EndorsementPartyIds"] = json!(parties);
                column
            }
        })
    }

    /// What a number has in the whole region and in each of its parts; a count that is not known is not there.
    fn votes(&self, nomor: NomorUrut) -> Vec<Value> {
        let count = |unit: String, votes: &Peta<NomorUrut, Jumlah>| {
            let count = *votes.get(&nomor)?;
            Some(typed("VoteCounts", json!({ "Type": "total", "GpUnitId": unit, "Count": count })))
        };
        let parts = self.hasil.bagian.iter().enumerate();
        let parts = parts.map(|(index, part)| count(self.part_id(index), &part.suara));
        std::iter::once(count(self.unit_id(), &self.hasil.suara)).chain(parts).flatten().collect()
    }

    /// The region as it voted that day, with the voters of that vote, and its parts.
    fn units(&self) -> Vec<Value> {
        let region = self.model.daerah_of(self.lingkup);
        let kode = region.daerah.as_ref().map(|region| region.record.kode.to_string());
        let parts = || self.hasil.bagian.iter().enumerate();
        let mut whole = json!({
            "@id": self.unit_id(),
            "Name": region.nama(),
            "Type": match region.tingkat() {
                Some(JenisWilayah::Provinsi) => "state",
                Some(JenisWilayah::Kabupaten) => "county",
                Some(JenisWilayah::Kota) => "city",
                None => "country",
            },
            "ExternalIdentifier": [typed("ExternalIdentifier", json!({
                "Type": "national-level",
                "Label": "Kode wilayah Kementerian Dalam Negeri",
                "Value": kode,
            }))],
            "ComposingGpUnitIds": parts().map(|(index, _)| self.part_id(index)).collect::<Vec<_>>(),
        });
        if let Some(voters) = self.hasil.dpt {
            whole["VotersRegistered"] = json!(voters);
        }
        if let Some(voters) = self.hasil.pengguna_hak_pilih {
            whole["VotersParticipated"] = json!(voters);
        }
        let part = |(index, part): (usize, &crate::record::hasil::BagianHasil)| {
            let named =
                json!({ "@id": self.part_id(index), "Name": part.nama, "Type": "other", "OtherType": "bagian" });
            typed("ReportingUnit", named)
        };
        std::iter::once(typed("ReportingUnit", whole)).chain(parts().map(part)).collect()
    }

    fn offices(&self) -> Vec<Value> {
        let region = self.model.daerah_of(self.lingkup);
        let office = |(id, title): (String, &'static str)| {
            let name = phrase(&Phrase::of(title).with("nama", region.nama()));
            typed("Office", json!({ "@id": id, "Name": name, "ElectoralDistrictId": self.unit_id() }))
        };
        self.office_ids().into_iter().zip(titles(self.vote)).map(office).collect()
    }

    fn candidates(&self) -> Vec<Value> {
        let of_pair = |standing: Standing<'m>| {
            let both = standing.people();
            both.map(|(index, id, calon)| {
                let mut candidate = json!({
                    "@id": format!("calon-{id}"),
                    "BallotName": text(&calon.nama),
                    "PersonId": format!("orang-{id}"),
                    "IsTopTicket": index == 0,
                });
                if standing.is_elected {
                    candidate["PostElectionStatus"] = "winner".into();
                }
                typed("Candidate", candidate)
            })
        };
        self.standing().flat_map(of_pair).collect()
    }

    fn people(&self) -> Vec<Value> {
        let of_pair = |standing: Standing<'m>| {
            let person = |(_, id, calon): (usize, String, &Calon)| {
                typed("Person", json!({ "@id": format!("orang-{id}"), "FullName": text(&calon.nama) }))
            };
            standing.people().map(person)
        };
        self.standing().flat_map(of_pair).collect()
    }

    fn standing(&self) -> impl Iterator<Item = Standing<'m>> {
        self.lingkup.paslon.iter().filter_map(|paslon| self.pair(paslon))
    }

    fn pair(&self, paslon: &'m Paslon) -> Option<Standing<'m>> {
        let (pair, nomor) = (paslon.pasangan()?, paslon.nomor_urut?);
        let ids = [1, 2].map(|seat| format!("{}-{nomor}-{seat}", self.key));
        let is_elected = self.hasil.terpilih.as_ref().is_some_and(|elected| elected.nomor_urut == nomor);
        Some(Standing { pair, ids, is_elected })
    }

    fn unit_id(&self) -> String {
        format!("wilayah-{}", self.key)
    }

    fn part_id(&self, index: usize) -> String {
        format!("wilayah-{}-bagian-{}", self.key, index + 1)
    }

    fn office_ids(&self) -> [String; 2] {
        [1, 2].map(|seat| format!("jabatan-{}-{seat}", self.key))
    }
}

impl<'m> Standing<'m> {
    /// Both of the pair, the head first.
    fn people(&self) -> [(usize, String, &'m Calon); 2] {
        let [head, deputy] = self.ids.clone();
        [(0, head, &self.pair.calon), (1, deputy, &self.pair.wakil)]
    }
}

/// Ballots with a vote, and those whose vote is not valid; nothing where neither sum is known.
fn summary(unit: &str, sah: Option<Jumlah>, tidak_sah: Option<Jumlah>) -> Option<Value> {
    let cast = sah.zip(tidak_sah).map(|(sah, tidak_sah)| sah.get() + tidak_sah.get());
    let mut summary = Map::new();
    summary.extend(cast.map(|cast| ("BallotsCast".to_owned(), cast.into())));
    summary.extend(tidak_sah.map(|rejected| ("BallotsRejected".to_owned(), json!(rejected))));
    if summary.is_empty() {
        return None;
    }
    summary.insert("Type".to_owned(), "total".into());
    summary.insert("GpUnitId".to_owned(), unit.into());
    Some(typed("SummaryCounts", Value::Object(summary)))
}

/// A thing of a type of the format.
fn typed(kind: &str, mut thing: Value) -> Value {
    thing["@type"] = format!("ElectionResults.{kind}").into();
    thing
}

/// A text as the records have it, in Indonesian.
fn text(content: &str) -> Value {
    said(content, &KodeBahasa::indonesia())
}

/// A text of the theme.
fn phrase(words: &Phrase) -> Value {
    said(words, &spoken().bahasa())
}

fn said(content: impl Serialize, language: &KodeBahasa) -> Value {
    let said = typed("LanguageString", json!({ "Content": content, "Language": language }));
    typed("InternationalizedText", json!({ "Text": [said] }))
}
