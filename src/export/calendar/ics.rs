//! Calendars as iCalendar (RFC 5545, RFC 7986).

use crate::export::calendar::{Calendar, CalendarEvent, When};
use crate::model::Zona;
use crate::page::frame::page::Export;
use crate::record::pemilihan::KeadaanKemudian;
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use anyhow::Result;
use chrono::{Days, Timelike};

/// The longest line in octets, without its end.
const LONGEST: usize = 75;

impl Export for Calendar {
    fn write(&self, file: &mut Vec<u8>) -> Result<()> {
        file.extend_from_slice(drawn(self).as_bytes());
        Ok(())
    }
}

fn drawn(kalender: &Calendar) -> String {
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", &format!("-//pilkada//Jadwal Pilkada//{}", kalender.bahasa.to_uppercase()));
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", "PUBLISH");
    lines.text("NAME", &kalender.nama);
    lines.text("X-WR-CALNAME", &kalender.nama);
    if let Some(zona) = kalender.zona {
        lines.put("X-WR-TIMEZONE", zona.tzid());
    }
    lines.put("URL", &kalender.halaman);
    lines.put("SOURCE;VALUE=URI", &kalender.alamat);
    lines.put("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    lines.put("X-PUBLISHED-TTL", "P1D");
    if let Some(zona) = kalender.zona.filter(|_| kalender.acara.iter().any(is_timed)) {
        zone(zona, &mut lines);
    }
    for acara in &kalender.acara {
        event(acara, kalender, &mut lines);
    }
    lines.put("END", "VCALENDAR");
    lines.0
}

fn is_timed(acara: &CalendarEvent) -> bool {
    matches!(acara.waktu, When::Jam(..))
}

/// Indonesia has had no summer time since 1964: one rule for all days.
fn zone(zona: Zona, lines: &mut Lines) {
    let (offset, name) = (format!("+{:02}00", zona.offset()), format!("{zona:?}").to_uppercase());
    lines.put("BEGIN", "VTIMEZONE");
    lines.put("TZID", zona.tzid());
    lines.put("BEGIN", "STANDARD");
    lines.put("DTSTART", "19700101T000000");
    lines.put("TZOFFSETFROM", &offset);
    lines.put("TZOFFSETTO", &offset);
    lines.put("TZNAME", &name);
    lines.put("END", "STANDARD");
    lines.put("END", "VTIMEZONE");
}

fn event(acara: &CalendarEvent, kalender: &Calendar, lines: &mut Lines) {
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &acara.uid);
    lines.put("DTSTAMP", &format!("{}T000000Z", day(acara.revisi.tanggal)));
    lines.put("SEQUENCE", &acara.revisi.nomor.to_string());
    time(acara.waktu, kalender.zona, lines);
    lines.text("SUMMARY", &acara.judul);
    if let Some(tempat) = &acara.tempat {
        lines.text("LOCATION", tempat);
    }
    let said = acara.uraian.iter().map(|(name, text)| format!("{name}: {text}"));
    let said: Vec<String> = said.chain(acara.pesan.clone()).collect();
    if !said.is_empty() {
        lines.text("DESCRIPTION", &said.join("\n"));
    }
    let kategori: Vec<String> = acara.kategori.iter().map(|kind| escape(kind)).collect();
    lines.put("CATEGORIES", &kategori.join(","));
    lines.put("URL", &acara.halaman);
    lines.put("STATUS", status(acara.keadaan));
    lines.put("TRANSP", "TRANSPARENT");
    acara.ingatkan.iter().filter(|_| acara.keadaan != Some(KeadaanKemudian::Dibatalkan)).for_each(|said| {
        alarm(said, acara.waktu, lines);
    });
    lines.put("END", "VEVENT");
}

fn status(keadaan: Option<KeadaanKemudian>) -> &'static str {
    match keadaan {
        None | Some(KeadaanKemudian::Dijadwalkan | KeadaanKemudian::Terlaksana) => "CONFIRMED",
        Some(KeadaanKemudian::Ditunda) => "TENTATIVE",
        Some(KeadaanKemudian::Dibatalkan) => "CANCELLED",
    }
}

/// Hours before midnight at which the evening before is reminded of: 19.00 is late enough to be at home, and early enough to look
/// for a letter and a card.
const EVENING: u32 = 5;

/// A reminder on the evening before. It counts back from the beginning, so that it needs no zone: the calendar of the whole
/// country has none.
fn alarm(said: &str, waktu: When, lines: &mut Lines) {
    let into_day = match waktu {
        When::Jam((_, jam), _) => jam.naive().hour() * 60 + jam.naive().minute(),
        When::Hari(..) | When::MulaiSaja(_) | When::SelesaiSaja(_) => 0,
    };
    let minutes = into_day + EVENING * 60;
    let rest = if minutes.is_multiple_of(60) { String::new() } else { format!("{}M", minutes % 60) };
    lines.put("BEGIN", "VALARM");
    lines.put("ACTION", "DISPLAY");
    lines.put("TRIGGER", &format!("-PT{}H{rest}", minutes / 60));
    lines.text("DESCRIPTION", said);
    lines.put("END", "VALARM");
}

fn time(waktu: When, zona: Option<Zona>, lines: &mut Lines) {
    match waktu {
        When::Hari(mulai, selesai) => days(mulai, selesai, lines),
        When::MulaiSaja(tanggal) | When::SelesaiSaja(tanggal) => days(tanggal, tanggal, lines),
        When::Jam(mulai, selesai) => {
            let tzid = zona.map(|zona| format!(";TZID={}", zona.tzid())).unwrap_or_default();
            lines.put(&format!("DTSTART{tzid}"), &moment(mulai));
            if let Some(selesai) = selesai {
                lines.put(&format!("DTEND{tzid}"), &moment(selesai));
            }
        }
    }
}

/// Whole days; the end of a calendar's event is the day after its last.
fn days(mulai: Tanggal, selesai: Tanggal, lines: &mut Lines) {
    lines.put("DTSTART;VALUE=DATE", &day(mulai));
    if let Some(end) = selesai.naive().checked_add_days(Days::new(1)) {
        lines.put("DTEND;VALUE=DATE", &day(end.into()));
    }
}

fn day(tanggal: Tanggal) -> String {
    tanggal.naive().format("%Y%m%d").to_string()
}

fn moment((tanggal, jam): (Tanggal, Jam)) -> String {
    format!("{}T{}", day(tanggal), jam.naive().format("%H%M%S"))
}

/// Lines written one after the other, folded.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A line whose value is text.
    fn text(&mut self, name: &str, value: &str) {
        self.put(name, &escape(value));
    }

    /// A line, parted where it is too long, never inside a character.
    fn put(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut rest = line.as_str();
        let mut room = LONGEST;
        while rest.len() > room {
            let (head, tail) = rest.split_at(rest.floor_char_boundary(room));
            self.0.push_str(head);
            self.0.push_str("\r\n ");
            // The space before a continued line counts.
            (rest, room) = (tail, LONGEST - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_parted_between_characters() {
        let mut lines = Lines::default();
        let text = "é🗳️".repeat(40);
        lines.text("SUMMARY", &text);
        assert!(lines.0.split("\r\n").all(|line| line.len() <= LONGEST));
        assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
    }

    #[test]
    fn text_keeps_its_meaning_among_the_marks_of_the_format() {
        assert_eq!(escape("a, b; c\\ d\r\ne\u{7}"), "a\\, b\\; c\\\\ d\\ne");
    }
}
