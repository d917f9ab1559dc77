//! `tps/tps.csv` of a region: its polling places for programs, always with the same columns.

use crate::export::data::forms::harmless;
use crate::page::frame::page::{Export, export};
use crate::page::frame::plan::Plan;
use crate::page::frame::view::tps::table_of;
use crate::record::Loaded;
use crate::record::tps::{DaftarTps, Kolom, rows};
use anyhow::{Context, Result};
use csv::{Terminator, WriterBuilder};

pub(super) fn plan(plan: &mut Plan<'_>) {
    plan.each_region(|plan, lingkup| {
        if let Some(loaded) = &*lingkup.tps {
            plan.add_from(loaded.path(), table_of(lingkup), move || export(Table(loaded)));
        }
    });
}

/// The rows of a file.
struct Table<'m>(&'m Loaded<DaftarTps>);

impl Export for Table<'_> {
    fn write(&self, file: &mut Vec<u8>) -> Result<()> {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(file);
        writer.write_record(Kolom::ALL.map(|(name, _)| name))?;
        let mut written = Ok(());
        rows(self.0.source.text(), |baris| {
            if written.is_ok() {
                written = writer.write_record(Kolom::ALL.map(|(_, column)| harmless(&baris.cell(column).text)));
            }
        });
        written?;
        writer.flush().context("menulis CSV")
    }
}
