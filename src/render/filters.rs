//! How templates write dates and numbers, how a sentence of the word list is filled in, and how an address
//! looks to a camera.

use crate::bahasa::Bahasa;
use crate::page::frame::words::FALLBACK;
use crate::page::frame::writing::Writing;
use crate::render::{contact, qr};
use crate::value::angka::ribuan;
use crate::value::jalur::encoded;
use crate::value::jam::Jam;
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::sentence::{behind, ended};
use crate::value::spoken;
use crate::value::tanggal::Tanggal;
use crate::value::{Nilai, Scalar};
use std::sync::Arc;
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// Gives a template engine our filters, as a language writes dates and numbers. Before templates are added: unknown
/// filters are found then.
pub(super) fn register(tera: &mut Tera, writing: &Arc<Writing>, bahasa: &KodeBahasa) {
    let is_indonesian = bahasa.is_indonesia();
    let own = || Arc::clone(writing);
    let w = own();
    tera.register_filter("tanggal", move |text: &str, _: Kwargs, _: &State| date(text).map(|tanggal| w.day(tanggal)));
    let w = own();
    tera.register_filter("hari", move |text: &str, _: Kwargs, _: &State| {
        date(text).map(|tanggal| w.weekday(tanggal).to_owned())
    });
    let w = own();
    tera.register_filter("hari_tanggal", move |text: &str, _: Kwargs, _: &State| {
        date(text).map(|tanggal| format!("{}, {}", w.weekday(tanggal), w.day(tanggal)))
    });
    let w = own();
    tera.register_filter("jam", move |text: &str, _: Kwargs, _: &State| w.hour(text));
    let w = own();
    tera.register_filter("angka", move |value: &Value, _: Kwargs, _: &State| {
        let number = value.as_f64().ok_or_else(|| tera::Error::message("angka: ini bukan bilangan"))?;
        TeraResult::Ok(w.number(&angka(number)))
    });
    tera.register_filter("asli", move |value: &Value, _: Kwargs, _: &State| match value.as_str() {
        Some(text) if !is_indonesian && !text.is_empty() => {
            Value::from(format!("{}{text}{}", FALLBACK[0], FALLBACK[1]))
        }
        _ => value.clone(),
    });
    tera.register_filter("alinea", |value: &Value, _: Kwargs, _: &State| {
        let paragraphs = value.as_str().map_or_else(|| vec![vec![value.to_string()]], alinea);
        TeraResult::Ok(Value::from_serializable(&paragraphs))
    });
    tera.register_filter("isi", fill);
    tera.register_filter("kalimat", |text: &str, _: Kwargs, _: &State| ended(text));
    tera.register_filter("kontak", |text: &str, _: Kwargs, _: &State| {
        TeraResult::Ok(Value::from_serializable(&contact::pieces(text)))
    });
    // Numbers in words are known in two languages.
    aloud(tera, if &**bahasa == "en" { Bahasa::En } else { Bahasa::Id });
    tera.register_filter("dalam_alamat", |text: &str, _: Kwargs, _: &State| encoded(text).into_owned());
    #[cfg(feature = "og")]
    crate::render::cards::layout::register(tera);
    tera.register_filter("qr", |text: &str, _: Kwargs, _: &State| {
        let code = qr::draw(text).map_err(|_| tera::Error::message(format!("qr: \"{text}\" terlalu panjang")))?;
        TeraResult::Ok(Value::from_serializable(&code))
    });
}

/// The filters of a text that is read aloud, in which everything is a word.
fn aloud(tera: &mut Tera, bahasa: Bahasa) {
    tera.register_filter("angka_lisan", move |value: &Value, _: Kwargs, _: &State| {
        let number = value.as_u64().ok_or_else(|| tera::Error::message("angka_lisan: ini bukan bilangan bulat"))?;
        TeraResult::Ok(spoken::number(number, bahasa))
    });
    tera.register_filter("tanggal_lisan", move |text: &str, _: Kwargs, _: &State| {
        date(text).map(|tanggal| spoken::day(tanggal, bahasa))
    });
    tera.register_filter("jam_lisan", move |text: &str, _: Kwargs, _: &State| {
        let jam = Jam::read(Scalar::Teks(text));
        let jam = jam.map_err(|_| tera::Error::message(format!("jam_lisan: \"{text}\" bukan jam")))?;
        TeraResult::Ok(spoken::time(jam, bahasa))
    });
    tera.register_filter("nama_lisan", |text: &str, _: Kwargs, _: &State| spoken::name(text));
}

/// A sentence of the word list with its gaps filled: `{nama}` with the value of `nama=`.
#[expect(clippy::needless_pass_by_value, reason = "the shape of a filter")]
fn fill(sentence: &str, values: Kwargs, _: &State) -> TeraResult<String> {
    let mut filled = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, gap)| Some((before, gap.split_once('}')?)))
    {
        filled.push_str(before);
        match values.get::<Value>(name)? {
            Some(value) => {
                let value = value.to_string();
                filled.push_str(&value);
                rest = behind(&value, after);
            }
            None => return Err(tera::Error::message(format!("isi: templat tidak memberi {{{name}}}"))),
        }
    }
    filled.push_str(rest);
    Ok(filled)
}

/// The paragraphs of a text, each in its lines: an empty line parts two paragraphs. Where there is none every line is one:
/// that is what YAML makes of the paragraphs of a folded block.
fn alinea(text: &str) -> Vec<Vec<String>> {
    let lines: Vec<&str> = text.trim().lines().map(str::trim).collect();
    if !lines.contains(&"") {
        return lines.into_iter().map(|line| vec![line.to_owned()]).collect();
    }
    let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| lines.iter().map(|line| (*line).to_owned()).collect()).collect()
}

fn date(text: &str) -> TeraResult<Tanggal> {
    Tanggal::read(Scalar::Teks(text)).map_err(|_| tera::Error::message(format!("tanggal: \"{text}\" bukan tanggal")))
}

/// `2695348` as `2.695.348`, `80.33` as `80,33`. At most two decimals, rounded half away from zero.
#[expect(clippy::cast_possible_truncation, reason = "figures are at most 2^53")]
pub fn angka(value: f64) -> String {
    // A tiny nudge keeps 0.125 from falling to 0.12 only because binary has no 0.125 hundredths.
    let hundredths = (value.abs() * 100.0 + 1e-6).round() as i64;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let sign = if value < 0.0 && hundredths != 0 { "-" } else { "" };
    let decimals = match rest {
        0 => String::new(),
        rest if rest % 10 == 0 => format!(",{}", rest / 10),
        rest => format!(",{rest:02}"),
    };
    format!("{sign}{}{decimals}", ribuan(whole.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_look_indonesian() {
        let looks = [
            (2_695_348.0, "2.695.348"),
            (80.33, "80,33"),
            (97.5, "97,5"),
            (0.125, "0,13"),
            (86.0, "86"),
            (1.005, "1,01"),
        ];
        for (value, look) in looks {
            assert_eq!(angka(value), look);
        }
    }

    #[test]
    fn paragraphs_and_lines_stay_apart() {
        assert_eq!(alinea("satu\n\n\ndua\ntiga\n"), [vec!["satu"], vec!["dua", "tiga"]]);
        assert_eq!(alinea("satu\ndua"), [["satu"], ["dua"]]);
        assert_eq!(alinea("satu"), [["satu"]]);
    }
}
