//! What articles bring along: attachments that a browser would run, and pictures that it would fetch elsewhere, are refused.

use crate::bahasa::{Kata, kata};
use crate::markdown::{Link, Scheme, scheme};
use crate::model::pictures::berkas;
use crate::model::{Model, attachments};
use crate::page::frame::survey::Survey;
use crate::record::jejak::Jejak;
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::is_statis;
use rayon::prelude::*;

/// An attachment of a kind that is not published.
const KIND: &str = "RUJ-18";
/// A picture from another host.
const ELSEWHERE: &str = "RUJ-19";

/// Looks at every link and picture of every article, translations too, and at what is published as it is.
pub(crate) fn check(model: &Model, survey: &Survey<'_>, report: &mut Report) {
    let articles = model.documents.par_iter().filter(|berkas| berkas.is_article());
    let found = articles.flat_map_iter(|article| {
        let start = article.body_start();
        let place = move |link: &Link| Place::bytes(&article.path, link.range.start + start..link.range.end + start);
        article.outline().links.iter().filter_map(move |link| finding(model, link, &article.path, place(link)))
    });
    report.extend(found.collect::<Vec<_>>());
    // Answers are values of a file that holds many, and no articles.
    for text in survey.texts() {
        let (file, Err(value)) = (&text.source.path, &text.at) else { continue };
        let links = text.outline.links.iter();
        report.extend(links.filter_map(|link| finding(model, link, file, Place::value(file, value.as_str()))));
    }
    for (path, media) in model.media.iter().filter(|(path, _)| is_statis(path)) {
        if let Some((what, help)) = attachments::refused(path, media).or_else(|| told(model, path)) {
            report.add(Diagnostic::galat(KIND, Place::file(path), what).help(help));
        }
    }
}

fn finding(model: &Model, link: &Link, file: &str, place: Place) -> Option<Diagnostic> {
    let to = &link.to;
    if link.picture {
        return (scheme(to) == Scheme::Outside).then(|| elsewhere(to, place));
    }
    let named = berkas(to, file).into_iter().find_map(|path| model.media.get_key_value(&path));
    let (path, media) = named.filter(|(path, _)| !is_statis(path))?;
    if let Some((what, help)) = told(model, path) {
        return Some(Diagnostic::galat(KIND, place, what).help(help));
    }
    let (what, help) = attachments::refused(path, media)?;
    Some(Diagnostic::galat(KIND, place, what).help(help).why(kata(
        "halaman dan skrip di dalam berkas seperti itu berjalan atas nama situs ini di peramban pembaca",
        "pages and scripts inside such a file would run in a reader's browser in this site's name",
    )))
}

/// What a document tells of people that the build cannot take out of it.
fn told(model: &Model, path: &str) -> Option<(Kata, Kata)> {
    let file = path.rsplit('/').next().unwrap_or(path);
    let is_left = matches!(model.jejak.get(path), Some(Jejak::LokasiTetap | Jejak::PembuatTetap));
    is_left.then(|| {
        (
            kata(
                format!("\"{file}\" menyebut pembuatnya atau tempat sebuah foto, dan tidak bisa dihapus saat terbit"),
                format!("\"{file}\" names its author or the place of a photo, which cannot be taken out"),
            ),
            kata(
                "ekspor ulang PDF-nya tanpa properti dokumen dan tanpa lokasi foto; dokumen bertanda tangan elektronik cukup ditautkan ke tempat resminya, misalnya JDIH",
                "export the PDF again without its properties and the places of photos; of a signed document link to its official place, such as JDIH",
            ),
        )
    })
}

fn elsewhere(to: &str, place: Place) -> Diagnostic {
    let name = to.split(['?', '#']).next().unwrap_or(to).rsplit('/').next().filter(|name| name.contains('.'));
    let name = name.unwrap_or("gambar.jpg");
    let what = kata(
        format!("gambar \"{to}\" ada di situs lain, dan situs itu akan melihat setiap pembaca"),
        format!("the picture \"{to}\" lies on another site, which would see every reader"),
    );
    Diagnostic::galat(ELSEWHERE, place, what)
        .why(kata(
            "situs ini berjanji tidak mengirim pembacanya ke pihak lain; gambar itu pun bisa diganti atau hilang kapan saja",
            "this site promises not to send its readers to others; and the picture may be changed or gone at any time",
        ))
        .help(kata(
            format!("unduh gambarnya, taruh di samping tulisan ini, lalu tulis namanya saja di antara kurung: ({name}); mintalah izin pemiliknya"),
            format!("download the picture, put it beside this article and write its name alone between the brackets: ({name}); ask its owner first"),
        ))
}
