//! Calendars.

use super::{NAMA, SITE, files, site_on, text};
use crate::content::Site;
use icalendar::parser::{Component, read_calendar, unfold};
use std::collections::BTreeMap;

/// A property of an event, its parameters, and its value as it stands.
fn property(event: &Component<'_>, name: &str) -> Option<String> {
    let property = event.find_prop(name)?;
    let params = property
        .params
        .iter()
        .map(|param| format!(";{}={}", param.key.as_str(), param.val.as_ref().map_or("", |value| value.as_str())));
    Some(format!("{}:{}", params.collect::<String>(), property.val.as_str()))
}

/// The events of a calendar by their keys.
fn events<'c>(components: &'c [Component<'c>]) -> BTreeMap<String, &'c Component<'c>> {
    let events = components.iter().filter(|component| component.name == "VEVENT");
    let keyed: Vec<_> = events.map(|event| (property(event, "UID").unwrap(), event)).collect();
    let unique: BTreeMap<_, _> = keyed.iter().cloned().collect();
    assert_eq!(keyed.len(), unique.len(), "a key stands twice");
    unique
}

#[test]
fn every_calendar_keeps_to_the_format() {
    for (path, calendar) in files(&SITE, ".ics") {
        assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count(), "{path}: a line without its end");
        assert!(!calendar.replace("\r\n", "").contains('\r'), "{path}");
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{path}: a line is too long");
        let unfolded = unfold(&calendar);
        let parsed = read_calendar(&unfolded).unwrap_or_else(|error| panic!("{path}: {error}"));
        for (uid, event) in events(&parsed.components) {
            for name in ["DTSTAMP", "DTSTART", "SUMMARY", "URL", "SEQUENCE"] {
                assert!(event.find_prop(name).is_some(), "{path}: {uid} has no {name}");
            }
        }
    }
    assert_eq!(files(&SITE, "jadwal.ics").count(), 4);
}

#[test]
fn a_region_votes_in_its_own_time_and_the_nation_in_local_time() {
    let unfolded = unfold(&text(&SITE, "contoh/kota-contoh/jadwal.ics"));
    let calendar = read_calendar(&unfolded).unwrap();
    let events_of_region = events(&calendar.components);
    let voting = events_of_region[":pemungutan-suara@contoh.test"];
    assert_eq!(property(voting, "DTSTART").unwrap(), ";TZID=Asia/Makassar:20241127T070000");
    assert_eq!(property(voting, "DTEND").unwrap(), ";TZID=Asia/Makassar:20241127T130000");
    let zone = calendar.components.iter().find(|component| component.name == "VTIMEZONE").unwrap();
    assert_eq!(property(zone, "TZID").unwrap(), ":Asia/Makassar");
    assert_eq!(property(&zone.components[0], "TZOFFSETTO").unwrap(), ":+0800");

    let unfolded = unfold(&text(&SITE, "jadwal.ics"));
    let calendar = read_calendar(&unfolded).unwrap();
    let voting = events(&calendar.components)[":pemungutan-suara@contoh.test"];
    assert_eq!(property(voting, "DTSTART").unwrap(), ":20241127T070000");
    assert!(calendar.components.iter().all(|component| component.name != "VTIMEZONE"));
}

#[test]
fn an_event_is_another_version_when_it_is_corrected_and_not_when_the_day_is_another() {
    let revisions = |site: &Site| {
        let unfolded = unfold(&text(site, "jadwal.ics"));
        let calendar = read_calendar(&unfolded).unwrap();
        let of = |(key, event)| (key, property(event, "SEQUENCE").unwrap(), property(event, "DTSTAMP").unwrap());
        events(&calendar.components).into_iter().map(of).collect::<Vec<_>>()
    };
    let said = revisions(&SITE);
    let of =
        |key: &str| said.iter().find(|(known, ..)| known == key).map(|(_, number, day)| (&**number, &**day)).unwrap();
    // Two corrections name the campaign; the vote has its source's day, a stage without a source that of the year.
    assert_eq!(of(":kampanye@contoh.test"), (":2", ":20241002T000000Z"));
    assert_eq!(of(":pemungutan-suara@contoh.test"), (":0", ":20240126T000000Z"));
    assert_eq!(of(":perencanaan@contoh.test"), (":0", ":20240101T000000Z"));
    assert_eq!(revisions(&site_on("2024-11-05")), said);
}

#[test]
fn a_region_has_its_own_stages_and_events_beside_the_nations() {
    let unfolded = unfold(&text(&SITE, "contoh/kota-contoh/jadwal.ics"));
    let calendar = read_calendar(&unfolded).unwrap();
    let events = events(&calendar.components);
    let keys: Vec<&str> = events.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            ":debat.contoh.kota-contoh@contoh.test",
            ":kampanye@contoh.test",
            ":kegiatan_rakor.contoh.kota-contoh@contoh.test",
            ":pemungutan-suara@contoh.test",
            ":pengumuman@contoh.test",
            ":perencanaan@contoh.test",
        ]
    );
    let of = |key: &str, name: &str| property(events[key], name);
    assert_eq!(of(keys[1], "DTSTART").unwrap(), ";VALUE=DATE:20240925");
    assert_eq!(of(keys[1], "DTEND").unwrap(), ";VALUE=DATE:20241124");
    assert_eq!(of(keys[0], "DTSTART").unwrap(), ";TZID=Asia/Makassar:20241101T193000");
    assert_eq!(of(keys[0], "DTEND"), None);
    assert_eq!(of(keys[2], "DTEND").unwrap(), ";TZID=Asia/Makassar:20241014T113000");
    assert_eq!(of(keys[4], "SUMMARY").unwrap(), ":Mulai: Pengumuman");
    assert_eq!(of(keys[5], "SUMMARY").unwrap(), ":Batas akhir: Perencanaan");
    assert_eq!(of(keys[5], "DTEND").unwrap(), ";VALUE=DATE:20240127");
    let said = events[keys[3]].find_prop("DESCRIPTION").unwrap().val.clone().unescape_text();
    assert_eq!(said.as_str(), format!("Dasar: PKPU 2/2024\nCatatan: {NAMA}"));
    let name = events[keys[2]].find_prop("SUMMARY").unwrap().val.clone().unescape_text();
    assert_eq!(name.as_str(), NAMA);
}

/// The one event of a file, with its alarm.
fn only_event<'c>(components: &'c [Component<'c>]) -> (&'c Component<'c>, &'c Component<'c>) {
    let event = events(components).into_values().collect::<Vec<_>>();
    assert_eq!(event.len(), 1, "it is the one day");
    let alarms: Vec<_> = event[0].components.iter().filter(|part| part.name == "VALARM").collect();
    assert_eq!(alarms.len(), 1);
    (event[0], alarms[0])
}

#[test]
fn the_day_people_vote_is_one_event_that_is_reminded_of_on_the_evening_before() {
    for (path, uid, start) in [
        ("hari-memilih.ics", ":hari_memilih@contoh.test", ":20241127T070000"),
        (
            "contoh/kota-contoh/hari-memilih.ics",
            ":hari_memilih.contoh.kota-contoh@contoh.test",
            ";TZID=Asia/Makassar:20241127T070000",
        ),
    ] {
        let unfolded = unfold(&text(&SITE, path));
        let calendar = read_calendar(&unfolded).unwrap();
        let (event, alarm) = only_event(&calendar.components);
        assert_eq!(
            (property(event, "UID").unwrap().as_str(), property(event, "DTSTART").unwrap().as_str()),
            (uid, start)
        );
        // Twelve hours before seven in the morning it is seven in the evening, whatever the zone.
        assert_eq!(property(alarm, "TRIGGER").unwrap(), ":-PT12H");
        assert_eq!(property(alarm, "ACTION").unwrap(), ":DISPLAY");
        let said = alarm.find_prop("DESCRIPTION").unwrap().val.clone().unescape_text();
        assert!(said.as_str().contains("KTP elektronik"), "{said:?}");
    }
}

#[test]
fn the_day_people_vote_is_the_same_event_on_every_day_and_after_the_vote() {
    let of = |day: &str| text(&site_on(day), "hari-memilih.ics");
    assert_eq!(of("2024-11-05"), text(&SITE, "hari-memilih.ics"));
    assert_eq!(of("2024-11-05"), of("2024-12-20"));
}
