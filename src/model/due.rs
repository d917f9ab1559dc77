//! The days that decide in each scope what of its records is public: worked out from the schedules, draws and sources before
//! anything is held back.

use crate::model::later;
use crate::model::{BuildOptions, Drafts, HeldBack, Tertunda};
use crate::record::due::Days;
use crate::record::fakta::{Fakta, StatusFakta};
use crate::record::jadwal::{Jadwal, JenisTahapan};
use crate::record::sumber::Sumber;
use crate::record::{Loaded, Scope};
use crate::value::id::Id;
use crate::value::peta::Peta;
use crate::value::tanggal::Tanggal;
use rayon::prelude::*;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// The days of all scopes, by their paths.
pub(super) struct Calendar {
    options: BuildOptions,
    scopes: BTreeMap<String, Own>,
    /// The sources without a day that records name, those that wait too.
    undated: BTreeSet<HeldSource>,
}

/// A source, by the path of the scope that holds it and its key.
type HeldSource = (String, Id<Sumber>);

/// The path of a scope that holds sources, and the sources.
type Holder<'c> = (&'c str, &'c Peta<Id<Sumber>, Sumber>);

/// The path of the first scope that holds a source, and the source.
fn holder<'c>(holders: &[Holder<'c>], id: &Id<Sumber>) -> Option<(&'c str, &'c Sumber)> {
    holders.iter().find_map(|(jalur, sources)| Some((*jalur, sources.get(id)?)))
}

/// What a scope itself says of days.
struct Own {
    jadwal: Option<Loaded<Jadwal>>,
    pengundian: Option<Tanggal>,
    /// The day each pair was determined, where its record says it; the empty column is none.
    ditetapkan: Vec<Option<Tanggal>>,
    sumber: Option<Loaded<Peta<Id<Sumber>, Sumber>>>,
    /// When people vote, where that is known.
    pemungutan_suara: Option<Tanggal>,
    /// The scope whose vote it takes the place of.
    menggantikan: Option<String>,
}

impl Own {
    fn of(scope: &Scope, menggantikan: Option<String>, serentak: Tanggal) -> Self {
        // A pair that is taken over was determined for another vote.
        let pairs = scope.paslon.iter().map(|loaded| &loaded.record).filter(|record| !record.kolom_kosong);
        Self {
            jadwal: scope.jadwal.clone(),
            pengundian: scope.pengundian.as_ref().map(|loaded| loaded.record.tanggal),
            ditetapkan: pairs.map(|record| record.ditetapkan()).collect(),
            sumber: scope.sumber.clone(),
            pemungutan_suara: match &scope.pemilihan {
                Some(loaded) => loaded.record.pemungutan_suara,
                None => Some(serentak),
            },
            menggantikan,
        }
    }

    /// The last day of a kind of stage.
    fn stage(&self, jenis: JenisTahapan) -> Option<Tanggal> {
        let stages = &self.jadwal.as_ref()?.record.tahapan;
        let stage = stages.iter().find(|stage| stage.jenis == jenis)?;
        stage.selesai.or(stage.mulai)
    }
}

impl Calendar {
    /// The days of all scopes, before anything of them is held back.
    pub(super) fn of(scopes: &BTreeMap<String, Scope>, serentak: Tanggal, options: BuildOptions) -> Self {
        let mut replaced = later::replaced(scopes);
        let own = scopes.iter().map(|(jalur, scope)| (jalur.clone(), Own::of(scope, replaced.remove(jalur), serentak)));
        let mut calendar = Self { options, scopes: own.collect(), undated: BTreeSet::new() };
        calendar.undated = calendar.undated(scopes);
        calendar
    }

    /// Takes out of all scopes what is not public yet; gives what waits of each.
    pub(super) fn hold_back(
        &self,
        scopes: &mut BTreeMap<String, Scope>,
        copies: &BTreeMap<String, later::Copies>,
    ) -> BTreeMap<String, HeldBack> {
        if self.options.draf == Drafts::Show {
            return BTreeMap::new();
        }
        let none = later::Copies::new();
        let of_one = |(jalur, scope): (&String, &mut Scope)| {
            (jalur.clone(), self.hold_back_in(jalur, scope, copies.get(jalur).unwrap_or(&none)))
        };
        let waiting = scopes.par_iter_mut().map(of_one).collect();
        // Also where nothing waits here: a later vote that does is gone, with all that it named.
        if !self.undated.is_empty() {
            let public = self.undated(scopes);
            leave_out(scopes, self.undated.difference(&public));
        }
        waiting
    }

    /// The sources without a day that records name. Nobody knows since when they are public but by what names them: that they
    /// wait for.
    fn undated(&self, scopes: &BTreeMap<String, Scope>) -> BTreeSet<HeldSource> {
        let is_undated =
            |own: &Own| own.sumber.iter().any(|loaded| loaded.record.values().any(|one| one.tanggal.is_none()));
        if !self.scopes.values().any(is_undated) {
            return BTreeSet::new();
        }
        let of_one = |(jalur, scope): (&String, &Scope)| {
            let (mut named, holders) = (BTreeSet::new(), self.holders(jalur));
            scope.rujukan(&mut |_, _, id| match holder(&holders, id) {
                Some((holder, sumber)) if sumber.tanggal.is_none() => _ = named.insert((holder.to_owned(), id.clone())),
                Some(_) | None => {}
            });
            named
        };
        scopes.par_iter().map(of_one).reduce(BTreeSet::new, |mut all, named| {
            all.extend(named);
            all
        })
    }

    fn hold_back_in(&self, jalur: &str, scope: &mut Scope, copies: &later::Copies) -> HeldBack {
        let known = keys(scope);
        let holders = self.holders(jalur);
        let source = |id: &Id<Sumber>| holder(&holders, id)?.1.tanggal;
        let days = self.days(jalur, &source);
        let waiting = scope.hold_back(&days);
        let left = keys(scope);
        forget(scope, &known.difference(&left).collect());
        let waiting = waiting.into_iter().map(|(folder, one)| Tertunda {
            // A pair that is taken over waits as the file here that says so, and not as that of the other vote.
            berkas: copies.get(&one.berkas).map_or(one.berkas, |own| own.path.clone()),
            folder,
            slug: one.slug,
            sejak: one.sejak,
            is_part: one.is_part,
        });
        HeldBack { tertunda: waiting.collect(), terakhir: days.terakhir.get() }
    }

    /// Whether the numbers of a scope's pairs were drawn, or will be: then pairs stood without numbers once.
    pub(super) fn is_drawn(&self, jalur: &str) -> bool {
        self.pengundian(jalur).is_some()
    }

    fn pengundian(&self, jalur: &str) -> Option<Tanggal> {
        let own = self.scopes.get(jalur).and_then(|own| own.pengundian);
        own.or_else(|| self.stage(jalur, JenisTahapan::Pengundian))
    }

    fn days<'d>(&self, jalur: &str, sumber: &'d (dyn Fn(&Id<Sumber>) -> Option<Tanggal> + Sync)) -> Days<'d> {
        let own = self.scopes.get(jalur);
        let penetapan = self.stage(jalur, JenisTahapan::Penetapan);
        let pairs = own.iter().flat_map(|own| &own.ditetapkan);
        Days {
            hari: self.options.hari,
            penetapan,
            penetapan_pertama: pairs.filter_map(|day| day.or(penetapan)).min().or(penetapan),
            pengundian: self.pengundian(jalur),
            pemungutan_suara: own.and_then(|own| own.pemungutan_suara),
            sumber,
            terakhir: Cell::default(),
        }
    }

    /// The last day of a kind of stage: the scope's own, or that of a scope around it; a later vote has its own stages only.
    fn stage(&self, jalur: &str, jenis: JenisTahapan) -> Option<Tanggal> {
        let most = if later::parts(jalur).is_some() { 1 } else { usize::MAX };
        self.outward(jalur).take(most).find_map(|(_, own)| own.stage(jenis))
    }

    /// Where a source that a scope names is looked up: in the scope, in those around it, and in the votes whose place a later vote
    /// takes.
    fn holders<'c>(&'c self, jalur: &'c str) -> Vec<Holder<'c>> {
        let next = |(_, own): &(&'c str, &'c Own)| self.own(own.menggantikan.as_ref()?);
        let before = std::iter::successors(self.own(jalur), next).skip(1).take(self.scopes.len());
        let holders = self.outward(jalur).chain(before);
        holders.filter_map(|(jalur, own)| Some((jalur, &*own.sumber.as_ref()?.record))).collect()
    }

    fn own<'c>(&'c self, jalur: &'c str) -> Option<(&'c str, &'c Own)> {
        Some((jalur, self.scopes.get(jalur)?))
    }

    /// The scope and those around it, from the inside out, with their paths.
    fn outward<'c>(&'c self, jalur: &'c str) -> impl Iterator<Item = (&'c str, &'c Own)> {
        let outer =
            |jalur: &&'c str| (!jalur.is_empty()).then(|| jalur.rsplit_once('/').map_or("", |(outer, _)| outer));
        std::iter::successors(Some(jalur), outer).filter_map(|jalur| self.own(jalur))
    }
}

/// Leaves sources out.
fn leave_out<'h>(scopes: &mut BTreeMap<String, Scope>, gone: impl Iterator<Item = &'h HeldSource>) {
    let mut by_scope: BTreeMap<&str, BTreeSet<&Id<Sumber>>> = BTreeMap::new();
    for (jalur, id) in gone {
        by_scope.entry(jalur).or_default().insert(id);
    }
    for (jalur, ids) in by_scope {
        let Some(sources) = scopes.get_mut(jalur).and_then(|scope| scope.sumber.as_mut()) else { continue };
        let mut record = (*sources.record).clone();
        record.retain(|id, _| !ids.contains(id));
        *sources = sources.clone().cut(record);
    }
}

/// The keys of a scope's figures.
fn keys(scope: &Scope) -> BTreeSet<Id<Fakta>> {
    let sheets = scope.fakta.iter().flat_map(|loaded| &loaded.record.fakta);
    let events = scope.kegiatan.iter().flat_map(|loaded| &loaded.record.fakta);
    sheets.chain(events).filter_map(|fakta| fakta.id.clone()).collect()
}

/// Takes out of the figures that they disagree with one that is not known yet.
fn forget(scope: &mut Scope, gone: &BTreeSet<&Id<Fakta>>) {
    let names = |fakta: &Fakta| fakta.bertentangan_dengan.iter().any(|id| gone.contains(id));
    let one = |fakta: &mut Fakta| {
        if !names(fakta) {
            return;
        }
        fakta.bertentangan_dengan.retain(|id| !gone.contains(id));
        if fakta.bertentangan_dengan.is_empty() && fakta.status == Some(StatusFakta::Berselisih) {
            fakta.status = None;
        }
    };
    for loaded in scope.fakta.iter_mut().filter(|loaded| loaded.record.fakta.iter().any(names)) {
        let mut record = (*loaded.record).clone();
        record.fakta.iter_mut().for_each(one);
        *loaded = loaded.clone().cut(record);
    }
    for loaded in scope.kegiatan.iter_mut().filter(|loaded| loaded.record.fakta.iter().any(names)) {
        let mut record = (*loaded.record).clone();
        record.fakta.iter_mut().for_each(one);
        *loaded = loaded.clone().cut(record);
    }
}
