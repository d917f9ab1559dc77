//! The order of the stages.

mod cache;
mod clashes;
#[cfg(test)]
mod tests;

use crate::check;
use crate::memo::{End, KeyAlone, Memo, Session};
use crate::model::{self, BuildOptions, Drafts, Model};
use crate::plan::{self, PageGrounds, Pages};
use crate::record::Records;
use crate::render::sink::{File, Sink, Stage};
use crate::render::theme::{Theme, asks_for_the_day};
use crate::render::{self, Tools};
use crate::report::Report;
use crate::source::{Source, Sources, TEMPLATES, THEMES};
use crate::value::tanggal::Tanggal;
use anyhow::Result;
use rayon::prelude::*;
use std::sync::Arc;
use xxhash_rust::xxh3::Xxh3;

pub use crate::pipeline::cache::{Cache, keep_in, keep_texts, recall_texts};

/// What is built from.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'s> {
    /// The project's files.
    pub sources: &'s Sources,
    /// The day, and what becomes of drafts.
    pub options: BuildOptions,
}

/// A run over some inputs, with what is known from before.
#[derive(Clone, Copy)]
struct Run<'r> {
    inputs: Inputs<'r>,
    cache: &'r Cache,
}

/// Reads, links and checks; gives the model whenever there is one, also when the report is not clean.
pub fn load(sources: &Sources, options: BuildOptions, report: &mut Report) -> Option<Model> {
    let cache = Cache::default();
    let (run, texts) = (Run { inputs: Inputs { sources, options }, cache: &cache }, cache.texts.begin(&KeyAlone, 0));
    let model = run.load(&texts, &|_| {}, report)?;
    run.check(&model, &texts, report);
    Some(model)
}

impl Run<'_> {
    /// Reads and links, with what is known of texts; says which stage begins.
    fn load(self, texts: &Session<'_>, begin: &dyn Fn(Stage), report: &mut Report) -> Option<Model> {
        let records = self.read(report);
        begin(Stage::Link);
        model::link_again(records, texts, self.inputs.options, report)
    }

    /// Reads the records.
    fn read(self, report: &mut Report) -> Records {
        let memo = self.cache.records.begin(&KeyAlone, 0);
        let records = Records::load_again(self.inputs.sources, &memo, report);
        self.end(&self.cache.records, &memo);
        records
    }

    /// Applies the rules.
    fn check(self, model: &Model, texts: &Session<'_>, report: &mut Report) {
        let rules = self.cache.rules.begin(model, of_site(model).digest128());
        check::run_again(model, check::Memory { rules: &rules, texts }, report);
        self.end(&self.cache.rules, &rules);
        self.end(&self.cache.texts, texts);
    }

    /// Remembers what a session learned; nothing of it is true where a text was another than it was taken for.
    fn end(self, memo: &Memo, session: &Session<'_>) {
        if !self.inputs.sources.has_changed() {
            memo.end(session, End::Whole);
        }
    }

    /// Applies the rules and plans the pages: neither needs the other, and of each there are parts for one core alone. What was
    /// found stands in that order.
    fn check_and_plan<'m>(
        self,
        texts: &Session<'_>,
        (grounds, memo): (&PageGrounds<'m>, &'m Session<'m>),
        report: &mut Report,
    ) -> (Pages<'m>, Option<Arc<Theme>>) {
        let mut of_plan = Report::default();
        let ((), planned) =
            rayon::join(|| self.check(grounds.model, texts, report), || self.planned(grounds, memo, &mut of_plan));
        report.extend(of_plan.findings().iter().cloned());
        planned
    }

    /// The pages of a model, and the theme they are drawn with; none where there are mistakes in it.
    fn planned<'m>(
        self,
        grounds: &PageGrounds<'m>,
        memo: &'m Session<'m>,
        report: &mut Report,
    ) -> (Pages<'m>, Option<Arc<Theme>>) {
        let mut of_theme = Report::default();
        let theme = || self.cache.theme(grounds.model, self.inputs.sources, &mut of_theme);
        let found = rayon::join(|| plan::plan(grounds, memo, report), theme);
        report.extend(of_theme.findings().iter().cloned());
        if let (pages, Some(theme)) = &found {
            render::anchors::check(pages, theme, report);
        }
        found
    }
}

/// Everything that can be said without drawing: the content, the addresses, the links, the theme.
pub fn check(sources: &Sources, options: BuildOptions, report: &mut Report) {
    check_again(Inputs { sources, options }, &Cache::default(), report);
}

/// Says what [`check`](fn@check) says, from what is known of files that have not changed, and gives the model whenever there is
/// one; nothing of it is true where the sources [have changed](Sources::has_changed) since.
pub fn check_again(inputs: Inputs<'_>, cache: &Cache, report: &mut Report) -> Option<Model> {
    let (run, sources) = (Run { inputs, cache }, inputs.sources);
    let texts = cache.texts.begin(&KeyAlone, 0);
    let model = run.load(&texts, &|_| {}, report);
    if let Some(model) = &model {
        let grounds = PageGrounds::new(model);
        let memo = Memo::default().begin(&grounds, 0);
        let (pages, theme) = run.check_and_plan(&texts, (&grounds, &memo), report);
        if let Some(theme) = theme {
            clashes::check(&pages, &theme, report);
        }
        rayon::join(|| drop(pages), || render::pictures::check(model, sources, report));
    }
    end(report, sources);
    model
}

/// Puts the findings in order, and reads the texts that they are shown in: whoever shows them finds those as they were.
fn end(report: &mut Report, sources: &Sources) {
    report.sort(sources);
    for finding in report.findings() {
        let places = std::iter::once(&finding.place).chain(finding.related.iter().map(|(place, _)| place));
        places.filter_map(|place| sources.get(&place.file)).for_each(|source| _ = source.text());
    }
}

/// Plans a model's pages and draws them into a sink, with the theme's own files; nothing is remembered.
///
/// Draws nothing when the report is not clean; a template that fails makes it so.
pub fn draw(model: &Model, sources: &Sources, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let grounds = PageGrounds::new(model);
    let (memo, drawn) = (Memo::default().begin(&grounds, 0), Memo::default().begin(&KeyAlone, 0));
    let run = Run { inputs: Inputs { sources, options: model.options() }, cache: &Cache::default() };
    if let (pages, Some(theme)) = run.planned(&grounds, &memo, report) {
        let tools = Tools { theme: &theme, sources, memo: &memo, drawn: &drawn };
        if draw_pictures(&pages, tools, sink, report)? {
            draw_files(&pages, tools, sink, report)?;
        }
    }
    Ok(())
}

/// Draws the pictures that pages show; says whether pages are to be drawn.
fn draw_pictures(pages: &Pages<'_>, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<bool> {
    clashes::check(pages, tools.theme, report);
    if !report.is_clean() {
        return Ok(false);
    }
    sink.begin(Stage::Pictures);
    render::pictures::draw_all(pages.model, tools.sources, sink, report)?;
    Ok(report.is_clean())
}

/// Draws the pages with the theme's own files, and then what no page waits for.
fn draw_files(pages: &Pages<'_>, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    render::draw_all(pages, tools, sink, report)?;
    for (path, bytes) in &tools.theme.assets {
        sink.put(File { path: path.clone(), bytes: bytes.clone() })?;
    }
    if !report.is_clean() {
        return Ok(());
    }
    tools.sources.expect_unchanged()?;
    sink.has_all_pages(&pages.base);
    render::draw_others(pages, tools, sink, report)?;
    draw_beside(pages.model, tools, sink, report)?;
    if report.is_clean() { tools.sources.expect_unchanged() } else { Ok(()) }
}

/// Draws what no page waits for: the pictures that links to them are shown with, and the search's index.
fn draw_beside(model: &Model, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    #[cfg(feature = "og")]
    {
        sink.begin(Stage::Cards);
        render::cards::draw_all(model, tools, sink, report)?;
    }
    if report.is_clean() && !sink.is_outdated() {
        sink.begin(Stage::Search);
        render::search::draw_all(model, tools, sink)?;
    }
    Ok(())
}

/// The digest of everything a build is made from: the program, the day, and every file.
pub fn inputs(sources: &Sources, options: BuildOptions) -> u128 {
    let mut digest = begun(options.draf);
    digest.update(options.hari.to_string().as_bytes());
    take(&mut digest, sources.iter());
    digest.digest128()
}

/// A digest of what every rule and every page rests on, and that is no part of the model: the program, the settings, the tree of
/// regions. The day is not in it: who asks the model's day rests on what he was told of it.
fn of_site(model: &Model) -> Xxh3 {
    let mut digest = begun(model.draf);
    take(&mut digest, [&model.situs.source]);
    for lingkup in &model.lingkup {
        digest.update(format!("{}\n{:?}\n{:?}\n", lingkup.jalur, lingkup.induk, lingkup.susulan).as_bytes());
    }
    digest
}

/// A digest of what a theme is made from, and every page: what the site rests on, and the files of themes.
fn of_theme(model: &Model, sources: &Sources) -> Xxh3 {
    let mut digest = of_site(model);
    take(&mut digest, sources.below(THEMES).chain(sources.below(TEMPLATES)));
    digest.update(format!("{:?}", of_templates(model, sources)).as_bytes());
    digest
}

/// The day, where a template of the project asks for it whatever the page.
fn of_templates(model: &Model, sources: &Sources) -> Option<Tanggal> {
    asks_for_the_day(sources).then(|| model.hari.exact())
}

/// A digest of the program and of what the content does not say.
fn begun(draf: Drafts) -> Xxh3 {
    let mut digest = Xxh3::new();
    digest.update(env!("PILKADA_SOURCE_HASH").as_bytes());
    digest.update(format!("{draf:?}").as_bytes());
    digest
}

fn take<'s>(digest: &mut Xxh3, files: impl IntoIterator<Item = &'s Arc<Source>>) {
    for file in files {
        digest.update(&file.key().to_le_bytes());
    }
}

/// Draws the whole site into a sink, from what the sink kept of an earlier build; gives the model when the site is sound and
/// drawn.
pub fn build(sources: &Sources, options: BuildOptions, sink: &dyn Sink, report: &mut Report) -> Result<Option<Model>> {
    let cache = Cache::read(&|name| sink.kept(name));
    let model = build_again(Inputs { sources, options }, &cache, sink, report)?;
    cache.keep_in(sink);
    Ok(model)
}

/// Draws the whole site as [`build`] does, from what is known of files that have not changed.
///
/// Fails where a text was another than it was taken for when somebody asked for it: what `cache` then learned is not true.
pub fn build_again(inputs: Inputs<'_>, cache: &Cache, sink: &dyn Sink, report: &mut Report) -> Result<Option<Model>> {
    let (run, sources) = (Run { inputs, cache }, inputs.sources);
    sink.begin(Stage::Parse);
    let texts = cache.texts.begin(&KeyAlone, 0);
    let loaded = || run.load(&texts, &|stage| sink.begin(stage), report);
    let (model, remembered) = rayon::join(loaded, || cache.pages(sink));
    if let Some(model) = &model {
        sink.begin(Stage::Check);
        let grounds = PageGrounds::new(model);
        let memo = remembered.begin(&grounds, of_theme(model, sources).digest128());
        if let (pages, Some(theme)) = run.check_and_plan(&texts, (&grounds, &memo), report) {
            let drawn = cache.cards.begin(&KeyAlone, 0);
            let tools = Tools { theme: &theme, sources, memo: &memo, drawn: &drawn };
            if draw_pictures(&pages, tools, sink, report)? {
                sink.begin(Stage::Pages);
                draw_files(&pages, tools, sink, report)?;
                // What this build did not draw may be drawn by the next.
                let end = if report.is_clean() && !sink.is_outdated() { End::Whole } else { End::Early };
                cache.cards.end(&drawn, end);
                rayon::join(|| remembered.end(&memo, end), || pages.pages.into_par_iter().for_each(drop));
            }
        }
    }
    end(report, sources);
    sources.expect_unchanged()?;
    Ok(model.filter(|_| report.is_clean()))
}
