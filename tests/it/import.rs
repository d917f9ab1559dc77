//! The pairs and polling places of the sample, in the form in which KPU serves them, come back as they are there.

use pilkada::model::{BuildOptions, Drafts};
use pilkada::project::desk::Desk;
use pilkada::project::import::map::Told;
use pilkada::project::import::read::Given;
use pilkada::project::import::work::Wish;
use pilkada::project::import::{Import, Request, plan};
use pilkada::record::{Records, edit};
use pilkada::report::Report;
use pilkada::source::{self, Sources};
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::path::Path;

fn imported(files: &[Given], sources: &Sources) -> Import {
    let hari = Tanggal::read(Scalar::Teks("2024-12-20")).unwrap();
    let folder = Path::new("/tidak-ada");
    let desk = Desk::new(folder, &folder.join("output"), BuildOptions { hari, draf: Drafts::Wait });
    let told = Told { kind: None, columns: &[], remembered: &[] };
    plan(files, &Request { told, wish: Wish::default(), sheet: None, reason: None }, &desk, sources)
}

fn given(path: &str, text: String) -> Given {
    Given { path: path.to_owned(), bytes: text.into_bytes() }
}

/// Every pair of the sample's simultaneous vote with its path, and all of them as KPU serves them.
fn pairs(records: &Records) -> (Vec<String>, Value) {
    let (mut paths, mut served) = (Vec::new(), Map::new());
    for scope in records.scopes.values() {
        let Some(wilayah) = &scope.wilayah else { continue };
        let mut contest = Map::new();
        // Not in the order of their numbers, as KPU's are not.
        for loaded in scope.paslon.iter().rev() {
            let paslon = &loaded.record;
            let nama = match (&paslon.calon, &paslon.wakil) {
                (Some(calon), Some(wakil)) => format!("{} - {}", calon.nama, wakil.nama),
                _ => "KOLOM KOSONG - ".to_owned(),
            };
            let nomor = paslon.nomor_urut.unwrap().get();
            let id = format!("1{:03}{nomor}", served.len());
            contest.insert(id, json!({ "ts": "2024-11-21 21:55:15", "nama": nama, "nomor_urut": nomor }));
            paths.push(loaded.path().to_owned());
        }
        served.insert(wilayah.record.kode.as_str().replace('.', ""), Value::Object(contest));
    }
    (paths, Value::Object(served))
}

#[test]
fn every_pair_of_the_sample_is_right_and_nothing_of_it_is_changed() {
    let sources = source::read(Path::new(".")).unwrap();
    let records = Records::load(&sources, &mut Report::default());
    let (paths, served) = pairs(&records);
    assert!(paths.len() > 150, "{}", paths.len());
    let file = [given("pkwkk.json", served.to_string())];
    let import = imported(&file, &sources);
    assert_eq!((import.wrong.len(), import.changes.len(), import.same), (0, 0, paths.len()));
    // The same regions with nothing in them.
    let regions = sources.iter().filter(|source| source.path.ends_with("/wilayah.yaml"));
    let regions = Sources::from_texts(regions.map(|source| (source.path.as_str(), source.text())));
    let import = imported(&file, &regions);
    assert_eq!((import.wrong.len(), import.changes.len()), (0, paths.len()));
    for planned in &import.changes {
        let (new, old) = (edit::values(&planned.change.text).unwrap(), sources.get(&planned.change.path).unwrap());
        let old = edit::values(old.text()).unwrap();
        for place in ["/nomor_urut", "/kolom_kosong", "/calon/nama", "/wakil/nama"] {
            assert_eq!(new.pointer(place), old.pointer(place), "{}", planned.change.path);
        }
    }
}

#[test]
fn polling_places_of_the_sample_are_found_by_the_codes_of_their_kecamatan() {
    let sources = source::read(Path::new(".")).unwrap();
    let records = Records::load(&sources, &mut Report::default());
    let (mut rows, mut files) = (String::from("kode_kecamatan,tps\n"), 0);
    for scope in records.scopes.values() {
        let (Some(wilayah), Some(tps)) = (&scope.wilayah, &scope.tps) else { continue };
        files += 1;
        let kode = wilayah.record.kode.as_str();
        for kecamatan in &tps.record.kecamatan {
            let plain = pilkada::value::daftar_desa::plain;
            let listed = pilkada::value::daftar_desa::kecamatan_di(kode);
            let known = listed.into_iter().find(|one| plain(one.nama) == plain(&kecamatan.nama)).unwrap();
            writeln!(rows, "{kode}.{},{}", known.kode, kecamatan.banyak()).unwrap();
        }
    }
    let import = imported(&[given("tps_kecamatan.csv", rows.clone())], &sources);
    assert_eq!((import.wrong.len(), import.changes.len(), import.same), (0, 0, files));
    // One polling place more in the first kecamatan changes one row of one file.
    let first = rows.lines().nth(1).unwrap();
    let (code, count) = first.split_once(',').unwrap();
    let more = rows.replacen(first, &format!("{code},{}", count.parse::<u64>().unwrap() + 1), 1);
    let import = imported(&[given("tps_kecamatan.csv", more)], &sources);
    let [planned] = import.changes.as_slice() else { panic!("{}", import.changes.len()) };
    let differing = planned.before.lines().zip(planned.change.text.lines()).filter(|(a, b)| a != b).count();
    assert_eq!((differing, planned.before.lines().count()), (1, planned.change.text.lines().count()));
}
