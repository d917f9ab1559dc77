//! What several kinds of pages, the sitemap and the links ask of every scope: worked out once, on all cores, before any page is planned.

use crate::memo::reading;
use crate::model::{Lingkup, Model};
use crate::page::frame::listed::{Listed, listed};
use crate::page::frame::texts::{Text, texts};
use rayon::prelude::*;

/// What is asked of every scope, in the order of [`Model::lingkup`].
pub(crate) struct Survey<'m> {
    model: &'m Model,
    scopes: Vec<ScopeSurvey<'m>>,
}

/// What is asked of one scope.
pub(crate) struct ScopeSurvey<'m> {
    /// The pages that its records are shown on.
    pub listed: Vec<Listed<'m>>,
    /// Its articles, with the pages they are shown on.
    pub texts: Vec<Text<'m>>,
}

impl<'m> Survey<'m> {
    /// Looks at every scope.
    pub fn of(model: &'m Model) -> Self {
        let of_one = |lingkup| ScopeSurvey { listed: listed(lingkup).collect(), texts: texts(model, lingkup) };
        Self { model, scopes: model.lingkup.par_iter().map(|lingkup| reading::unwatched(|| of_one(lingkup))).collect() }
    }

    /// All articles, scope by scope.
    pub fn texts(&self) -> impl Iterator<Item = &Text<'m>> {
        self.scopes.iter().flat_map(|found| &found.texts)
    }

    /// Does something with every scope and what is asked of it, on all cores; gives what came of it in their order.
    ///
    /// Nobody is noted as having read them, on whichever core it is done: what comes of it goes on as
    /// [digested](crate::memo::Digested) values, or is said anew in each build.
    pub fn each<T: Send>(&self, of_one: impl Fn(&'m Lingkup, &ScopeSurvey<'m>) -> T + Sync) -> Vec<T> {
        let scopes = self.model.lingkup.par_iter().zip(&self.scopes);
        scopes.map(|(lingkup, found)| reading::unwatched(|| of_one(lingkup, found))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memo::reading::Grounds;
    use crate::model::{self, BuildOptions, Drafts};
    use crate::record::Records;
    use crate::report::Report;
    use crate::source::Sources;
    use crate::value::tanggal::Tanggal;
    use crate::value::{Nilai, Scalar};

    #[test]
    fn what_is_asked_of_every_scope_is_noted_for_nobody() {
        let sources = Sources::from_texts([
            (
                "content/situs.yaml",
                "nama: Contoh\nalamat: https://contoh.test/\npenyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27\n",
            ),
            ("content/halaman/cara.md", "---\njudul: Cara\n---\n\n[Ke sini](/berita/)\n"),
            (
                "content/wilayah/contoh/wilayah.yaml",
                "kode: \"99\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: {}\n",
            ),
        ]);
        let mut report = Report::default();
        let options = BuildOptions { hari: Tanggal::read(Scalar::Teks("2024-11-01")).unwrap(), draf: Drafts::Wait };
        let model = model::link(Records::load(&sources, &mut report), options, &mut report).unwrap();
        let (found, grounds) = reading::watch(|| {
            let survey = Survey::of(&model);
            survey.each(|lingkup, found| (lingkup.halaman.len(), found.listed.len(), found.texts.len()))
        });
        assert_eq!((found, grounds), (vec![(1, 1, 1), (0, 1, 0)], Grounds::default()));
    }
}
