//! The pictures that links are shown with when they are shared: the theme's SVG as PNG.
//!
//! A picture depends on the text of its SVG, on the letters and on the way of drawing alone, so one that was kept is as good
//! as a new one.

mod huruf;
mod piksel;
pub(super) mod tata;

use crate::model::Model;
use crate::model::tracked;
use crate::page::bagikan::{Kartu, all};
use crate::render::Tools;
use crate::render::bagikan::huruf::{KELUARGA, Tebal};
use crate::render::ingatan::Taken;
use crate::render::sink::{File, Sink};
use crate::report::{Diagnostic, Report};
use anyhow::Result;
use rayon::prelude::*;
use resvg::usvg::{ImageHrefResolver, Options, fontdb};
use sha2::{Digest, Sha256};
use std::sync::{Arc, LazyLock};

/// The template of every picture.
pub const TEMPLAT: &str = "bagikan.svg";

/// Raise it whenever the same SVG is drawn as other bytes.
const RESEP: &[u8] = b"1";

/// Puts every picture into the sink, on all cores; those kept from an earlier build are not drawn again.
pub fn draw_all(model: &Model, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let drawn = |kartu: Kartu<'_>| {
        let path = kartu.address().file().to_owned();
        if matches!(tools.ingatan.retain_group(&path, sink), Taken::All) || sink.is_outdated() {
            return Ok(None);
        }
        let (view, parts) = tracked::watch(|| kartu.view(model));
        Ok(match picture(&view, tools, sink) {
            Ok((name, bytes)) => {
                let cap = sink.put(File { path: path.clone(), bytes })?;
                tools.ingatan.learn_group((&path, &name), &parts, vec![(path.clone(), cap)]);
                None
            }
            Err(finding) => Some(*finding),
        })
    };
    let found: Result<Vec<Option<Diagnostic>>> = all(model).into_par_iter().map(drawn).collect();
    report.extend(found?.into_iter().flatten());
    Ok(())
}

/// A picture as PNG with the name it is kept under, from what is kept or drawn; a template that cannot be drawn is a finding.
fn picture(view: &tera::Context, tools: Tools<'_>, sink: &dyn Sink) -> Result<(String, Vec<u8>), Box<Diagnostic>> {
    let svg = String::from_utf8(tools.theme.render(TEMPLAT, view)?).expect("a template writes text");
    let name = name(&svg);
    if let Some(bytes) = sink.kept(&name) {
        return Ok((name, bytes));
    }
    let bytes = piksel::drawn(&svg, &MEANS.options).map_err(|error| Box::new(tools.theme.refuse(TEMPLAT, &error)))?;
    sink.keep(&name, &bytes);
    Ok((name, bytes))
}

/// What a picture is kept as.
fn name(svg: &str) -> String {
    let digest = MEANS.digest.clone().chain_update(svg).finalize();
    let hex = digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    format!("{hex}.png")
}

/// What pictures are drawn with, read once.
struct Means {
    options: Options<'static>,
    /// The digest so far of the way of drawing and of the letters.
    digest: Sha256,
}

static MEANS: LazyLock<Means> = LazyLock::new(|| {
    let (mut fonts, mut digest) = (fontdb::Database::new(), Sha256::new().chain_update(RESEP));
    for weight in [Tebal::Biasa, Tebal::Tebal] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(weight.bytes())));
        digest.update(weight.bytes());
    }
    // Whatever family a theme asks for, these are the letters there are.
    fonts.set_serif_family(KELUARGA);
    fonts.set_sans_serif_family(KELUARGA);
    fonts.set_monospace_family(KELUARGA);
    let options = Options {
        font_family: KELUARGA.to_owned(),
        fontdb: Arc::new(fonts),
        // An SVG is drawn from itself: it opens no file.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Means { options, digest }
});
