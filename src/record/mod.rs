//! Reads every file of the content into its typed record.
//!
//! A new record type is a file here and two lines below: its `mod` and its row in the table. A row in the `leaf` part of it gives
//! the type a page, drawn by the template of its name, and all that follows from having one.

pub mod abaikan;
pub(crate) mod align;
pub mod backdrop;
pub mod berita;
mod cache;
mod choice;
mod copy;
pub mod deklarasi;
pub mod difference;
pub mod due;
pub mod edit;
pub mod fakta;
pub mod fingerprint;
pub(crate) mod form;
pub mod halaman;
pub mod hasil;
pub mod istilah;
pub mod jadwal;
pub mod jejak;
mod kantor;
pub mod kegiatan;
pub mod klarifikasi;
pub mod koreksi;
pub mod leaf;
pub(crate) mod load;
pub mod partai;
pub mod paslon;
mod pdf;
pub(crate) mod pdf_wipe;
pub mod pemilihan;
pub mod pengundian;
pub mod persetujuan;
pub mod perubahan;
#[cfg(test)]
pub mod posko;
pub mod ppid;
pub(crate) mod prose;
pub mod rujukan;
pub mod situs;
pub mod skema;
pub mod sumber;
mod syntax;
pub mod tanya_jawab;
pub mod tps;
mod tps_form;
pub mod ukuran;
pub mod versi;
pub mod wilayah;

use crate::memo::{KeyAlone, Memo, Session};
use crate::record::due::{Days, Waiting};
use crate::record::leaf::{AnyLeaf, NamedPicture};
use crate::record::load::{Name, Named, unknown_file};
use crate::record::rujukan::Rujuk;
use crate::record::skema::Jenis;
use crate::report::Report;
use crate::source::{Body, Media, Source, Sources};
use crate::value::format::Format;
use crate::value::id::Id;
use crate::value::peta::Peta;
use crate::value::tanggal::Tanggal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Arguments;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_128;

/// Makes of the table: the record types of a scope, the loader that knows them by their files' names, and that list of
/// names.
///
/// The types of `own` have pages and views made for them; those of `leaf` are many to a scope, and have what their row gives.
macro_rules! records {
    (
        own { $($many:ident $field:ident: $type:ty = $pattern:literal;)* }
        leaf { $($(#[$only:meta])? $leaf:ident: $leaf_type:ty = $leaf_pattern:literal;)* }
    ) => {
        /// The records of one scope.
        #[derive(Debug, Default)]
        pub struct Scope {
            $(
                #[doc = concat!("`", $pattern, "`")]
                pub $field: records!(@field $many $type),
            )*
            $(
                $(#[$only])?
                #[doc = concat!("`", $leaf_pattern, "`")]
                pub $leaf: Vec<Loaded<$leaf_type>>,
            )*
            /// Records of this scope that could not be read, by path.
            pub broken: BTreeSet<String>,
        }

        /// Any one record.
        #[derive(Debug, Clone)]
        #[expect(non_camel_case_types, reason = "a variant is named after its field")]
        enum Any {
            $($field(Loaded<$type>),)*
            $($(#[$only])? $leaf(Loaded<$leaf_type>),)*
        }

        /// The record types, in the order of the table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(non_camel_case_types, missing_docs, reason = "a variant is named after its field")]
        pub enum Type {
            $($field,)*
            $($(#[$only])? $leaf,)*
        }

        /// The record types that have pages and views made for them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(non_camel_case_types, missing_docs, reason = "a variant is named after its field")]
        pub enum Own {
            $($field,)*
        }

        impl Type {
            /// How many record types there are.
            pub const COUNT: usize = Own::COUNT + LEAVES.len();

            /// Its name, which for a leaf is that of its folder too.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$field => stringify!($field),)*
                    $($(#[$only])? Self::$leaf => stringify!($leaf),)*
                }
            }

            /// The template that draws its page.
            pub fn template(self) -> &'static str {
                match self {
                    $(Self::$field => concat!(stringify!($field), ".html"),)*
                    $($(#[$only])? Self::$leaf => concat!(stringify!($leaf), ".html"),)*
                }
            }
        }

        impl Own {
            /// How many record types have pages of their own making.
            pub const COUNT: usize = [$(stringify!($field)),*].len();
        }

        /// The names of the types whose pages follow from their rows.
        const LEAVES: &[&str] = &[$($(#[$only])? stringify!($leaf)),*];

        /// How the files of each record type are named.
        const PATTERNS: &[&str] = &[$($pattern,)* $($leaf_pattern,)*];

        /// Every record type, with the JSON Schema of its files.
        pub const JENIS: &[Jenis] = &[
            $(Jenis { field: stringify!($field), pattern: $pattern, describe: skema::describe::<$type> },)*
            $($(#[$only])? Jenis { field: stringify!($leaf), pattern: $leaf_pattern, describe: skema::describe::<$leaf_type> },)*
        ];

        impl Scope {
            /// Says every source that a record of this scope names, with the record's file and the path of the value.
            pub fn rujukan<'r>(&'r self, say: &mut dyn FnMut(&'r str, Arguments<'_>, &'r Id<sumber::Sumber>)) {
                $(for loaded in self.$field.iter() {
                    loaded.record.rujuk(&mut |path, id| say(loaded.path(), path, id));
                })*
                $($(#[$only])? for loaded in &self.$leaf {
                    loaded.record.rujuk(&mut |path, id| say(loaded.path(), path, id));
                })*
            }

            /// Every file of this scope that holds a record, in no order.
            pub fn files(&self) -> Vec<&Arc<Source>> {
                let mut files = Vec::new();
                $(files.extend(self.$field.iter().map(|loaded| &loaded.source));)*
                $($(#[$only])? files.extend(self.$leaf.iter().map(|loaded| &loaded.source));)*
                files
            }

            /// The content hash of the files of each record type, in the order of the table: their paths and their texts,
            /// those of drafts and translations too. Whatever is made of them is stale when it changes.
            pub fn content_hashes(&self) -> [u128; Type::COUNT] {
                [
                    $(hash_of(self.$field.iter().map(Loaded::key)),)*
                    $($(#[$only])? hash_of(self.$leaf.iter().map(Loaded::key)),)*
                ]
            }

            /// The records whose pages follow from their rows, by type; they are taken out.
            pub fn take_leaves(&mut self) -> Vec<(Type, Vec<Loaded<dyn AnyLeaf>>)> {
                vec![$($(#[$only])? (Type::$leaf, leaf::any(std::mem::take(&mut self.$leaf))),)*]
            }

            /// The pictures that these records name.
            pub fn leaf_pictures(&self) -> Vec<NamedPicture<'_>> {
                let named: Vec<Vec<NamedPicture<'_>>> = vec![$($(#[$only])? self.$leaf.iter().flat_map(leaf::pictures).collect()),*];
                named.into_iter().flatten().collect()
            }

            /// Takes out what is not public yet; gives the files that wait, or of which a part does, with the folder of
            /// their pages.
            pub fn hold_back(&mut self, days: &Days<'_>) -> Vec<(&'static str, Waiting)> {
                let mut waiting = Vec::new();
                $(
                    let mut of_type = Vec::new();
                    records!(@public $many self.$field, days, &mut of_type);
                    let folder = $pattern.split_once('/').map_or("", |(folder, _)| folder);
                    waiting.extend(of_type.into_iter().map(|one| (folder, one)));
                )*
                $(
                    $(#[$only])?
                    {
                        let mut of_type = Vec::new();
                        records!(@public banyak self.$leaf, days, &mut of_type);
                        waiting.extend(of_type.into_iter().map(|one| (stringify!($leaf), one)));
                    }
                )*
                waiting
            }

            fn put(&mut self, any: Any) {
                match any {
                    $(Any::$field(loaded) => records!(@put $many self.$field, loaded),)*
                    $($(#[$only])? Any::$leaf(loaded) => self.$leaf.push(loaded),)*
                }
            }
        }

        /// `None` when no type has such a file name, `Some(None)` when the record is unsound.
        fn load_any(
            files: (&Arc<Source>, &Sources),
            named: &Named<'_>,
            findings: &mut Vec<crate::report::Diagnostic>,
        ) -> Option<Option<Any>> {
            match named.pattern {
                $($pattern => Some(load::load::<$type>(files, named, findings).map(Any::$field)),)*
                $($(#[$only])? $leaf_pattern => Some(load::load::<$leaf_type>(files, named, findings).map(Any::$leaf)),)*
                _ => None,
            }
        }

        /// The record of a sound file from what was kept of it; nothing where that cannot be read.
        fn recall_any(source: &Arc<Source>, kept: &[u8]) -> Option<Any> {
            let named = Named::parse(source.name());
            match named.pattern {
                $($pattern => load::recall::<$type>(source, &named, kept).map(Any::$field),)*
                $($(#[$only])? $leaf_pattern => load::recall::<$leaf_type>(source, &named, kept).map(Any::$leaf),)*
                _ => None,
            }
        }
    };
    (@field satu $type:ty) => { Option<Loaded<$type>> };
    (@field banyak $type:ty) => { Vec<Loaded<$type>> };
    (@public satu $field:expr, $days:expr, $waiting:expr) => {
        $field = $field.take().and_then(|loaded| due::public(loaded, $days, $waiting))
    };
    (@public banyak $field:expr, $days:expr, $waiting:expr) => {
        $field = std::mem::take(&mut $field)
            .into_iter()
            .filter_map(|loaded| due::public(loaded, $days, $waiting))
            .collect()
    };
    (@put satu $field:expr, $loaded:ident) => { $field = Some($loaded) };
    (@put banyak $field:expr, $loaded:ident) => { $field.push($loaded) };
}

records! {
    own {
        satu situs: situs::Situs = "situs.yaml";
        satu partai: Peta<Id<partai::Partai>, partai::Partai> = "partai.yaml";
        satu istilah: istilah::DaftarIstilah = "istilah.yaml";
        satu tanya_jawab: tanya_jawab::DaftarTanyaJawab = "tanya-jawab.yaml";
        satu sumber: Peta<Id<sumber::Sumber>, sumber::Sumber> = "sumber.yaml";
        satu jadwal: jadwal::Jadwal = "jadwal.yaml";
        satu koreksi: koreksi::DaftarKoreksi = "koreksi.yaml";
        satu perubahan: perubahan::DaftarPerubahan = "perubahan.yaml";
        satu persetujuan: persetujuan::DaftarPersetujuan = "persetujuan.yaml";
        satu wilayah: wilayah::Wilayah = "wilayah.yaml";
        satu pemilihan: pemilihan::PemilihanKemudian = "pemilihan.yaml";
        satu pengundian: pengundian::Pengundian = "pengundian.yaml";
        satu hasil: hasil::Hasil = "hasil.yaml";
        satu tps: tps::DaftarTps = "tps.csv";
        banyak halaman: halaman::Halaman = "halaman/<slug>.md";
        banyak berita: berita::Berita = "berita/<tanggal>-<slug>.md";
        banyak klarifikasi: klarifikasi::Klarifikasi = "klarifikasi/<tanggal>-<slug>.md";
        banyak kegiatan: kegiatan::Kegiatan = "kegiatan/<tanggal>-<slug>.yaml";
        banyak fakta: fakta::LembarFakta = "fakta/<slug>.yaml";
        banyak paslon: paslon::LembarPaslon = "paslon/<nomor>.yaml";
        banyak deklarasi: deklarasi::Deklarasi = "deklarasi/<slug>.yaml";
    }
    leaf {
        #[cfg(test)]
        posko: posko::Posko = "posko/<slug>.md";
    }
}

/// The content hash of files: of their paths and of what is in them.
pub fn content_hash<'f>(files: impl Iterator<Item = &'f Source>) -> u128 {
    hash_of(files.map(Source::key))
}

fn hash_of(keys: impl Iterator<Item = u128>) -> u128 {
    let bytes: Vec<u8> = keys.flat_map(u128::to_le_bytes).collect();
    xxh3_128(&bytes)
}

/// A record with the file it came from.
#[derive(Debug)]
pub struct Loaded<T: ?Sized> {
    /// The file.
    pub source: Arc<Source>,
    /// What the file's name says.
    pub name: Name,
    /// What the file says; shared with the record of the build before, where the file is the same.
    pub record: Arc<T>,
    /// The digest of the record, where a part of it waits for its day and is left out; 0 where all is there.
    pub cut: u128,
}

impl<T: ?Sized> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        Self {
            source: Arc::clone(&self.source),
            name: self.name.clone(),
            record: Arc::clone(&self.record),
            cut: self.cut,
        }
    }
}

impl<T: ?Sized> Loaded<T> {
    /// The file's path below the project's folder.
    pub fn path(&self) -> &str {
        &self.source.path
    }

    /// Whether there is a text below the front matter.
    pub fn is_article(&self) -> bool {
        self.path().ends_with(".md")
    }

    /// The digest of the file and of so much of its record as is public.
    pub fn key(&self) -> u128 {
        self.source.key() ^ self.cut
    }

    /// The text below the front matter, in Markdown.
    pub fn body(&self) -> &str {
        &self.source.text()[self.body_start()..]
    }

    /// The byte of the file at which the text below the front matter begins.
    pub fn body_start(&self) -> usize {
        self.source.body_start()
    }

    /// The last part of the page's address: the file's name without date and ending.
    pub fn slug(&self) -> &str {
        &self.name.slug
    }

    /// The date in the file's name.
    pub fn date(&self) -> Option<Tanggal> {
        self.name.tanggal
    }
}

impl<T> Loaded<T> {
    /// The same file with another part of its record.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Loaded<U>
    where
        T: Clone,
    {
        let (source, name, cut) = (Arc::clone(&self.source), self.name.clone(), self.cut);
        Loaded { source, name, record: Arc::new(change(self.into_record())), cut }
    }

    /// What the file says, without the file.
    pub fn into_record(self) -> T
    where
        T: Clone,
    {
        Arc::unwrap_or_clone(self.record)
    }
}

/// All records by scope; the national scope has the empty path, a region the path of its folder.
#[derive(Debug, Default)]
pub struct Records {
    /// The scopes, in order of their paths.
    pub scopes: BTreeMap<String, Scope>,
    /// Pictures and attachments, by path below the project's folder.
    pub media: BTreeMap<String, Media>,
    /// Pictures and attachments that tell of people, by path.
    pub jejak: BTreeMap<String, jejak::Jejak>,
    /// The fingerprints of pictures, by path.
    pub fingerprint: BTreeMap<String, fingerprint::Fingerprint>,
    /// Texts beside the records: attachments, and files that are published as they are.
    pub attachments: Vec<Arc<Source>>,
}

/// What is said of a text that no kind of record claims.
pub(crate) fn unclaimed(source: &Source) -> crate::report::Diagnostic {
    unknown_file(source, &Named::parse(source.name()), PATTERNS)
}

impl Records {
    /// Reads all content; what is wrong goes into the report, and the rest is kept.
    pub fn load(sources: &Sources, report: &mut Report) -> Self {
        Self::load_again(sources, &Memo::default().begin(&KeyAlone, 0), report)
    }

    /// Reads the content that is not known from before.
    pub fn load_again(sources: &Sources, memo: &Session<'_>, report: &mut Report) -> Self {
        let mut records = Self::default();
        let read = cache::read_all(sources, memo);
        for one_scope in read.chunk_by(|one, next| one.scope == next.scope) {
            records.put(one_scope, report);
        }
        records
    }

    /// Takes what came of files of the same scope.
    fn put(&mut self, one_scope: &[Arc<Read>], report: &mut Report) {
        for read in one_scope {
            report.extend(read.findings.iter().cloned());
            match &read.kind {
                Kind::Media(seen) => self.see(&read.source, seen),
                Kind::Attachment => self.put_lampiran(&read.source),
                Kind::Record(_) | Kind::Broken | Kind::Nothing => {}
            }
        }
        let mut records =
            one_scope.iter().filter(|read| matches!(read.kind, Kind::Record(_) | Kind::Broken)).peekable();
        let Some(first) = records.peek() else { return };
        let scope = self.scopes.entry(first.scope.clone()).or_default();
        for read in records {
            match &read.kind {
                Kind::Record(any) => scope.put(any.clone()),
                Kind::Broken | Kind::Media(_) | Kind::Attachment | Kind::Nothing => {
                    scope.broken.extend(load::meant_as(&read.source.path));
                }
            }
        }
    }

    /// Takes a text that is no record.
    fn put_lampiran(&mut self, source: &Arc<Source>) {
        self.media.insert(source.path.clone(), Media::of_text(source.text()));
        self.attachments.push(Arc::clone(source));
    }

    /// Takes what was seen of a picture or an attachment.
    fn see(&mut self, source: &Source, seen: &Inspection) {
        let Body::Media(media) = source.body else { return };
        // A picture that was looked at is as wide as it is shown: upright.
        let pixel_size = seen.fingerprint.map_or(media.pixel_size, |fingerprint| fingerprint.pixel_size);
        self.media.insert(source.path.clone(), Media { pixel_size, ..media });
        self.jejak.extend(seen.jejak.map(|jejak| (source.path.clone(), jejak)));
        self.fingerprint.extend(seen.fingerprint.map(|fingerprint| (source.path.clone(), fingerprint)));
    }
}

/// What came of one file.
#[derive(Debug)]
struct Read {
    source: Arc<Source>,
    /// The path of the scope that the file is in.
    scope: String,
    kind: Kind,
    findings: Vec<crate::report::Diagnostic>,
}

#[derive(Debug)]
enum Kind {
    Record(Any),
    /// A record that could not be read: rules must not count it as missing.
    Broken,
    Media(Inspection),
    /// A text that is no record.
    Attachment,
    Nothing,
}

/// What is seen in a picture or an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Inspection {
    jejak: Option<jejak::Jejak>,
    fingerprint: Option<fingerprint::Fingerprint>,
    /// Whether it was seen twice with the same marks of the disk. What was just written may be written once more before
    /// the disk's clock moves on; by the second look it has moved.
    settled: bool,
}

impl Inspection {
    fn of(sources: &Sources, path: &str, format: Option<Format>) -> Self {
        let (jejak, fingerprint) = (jejak::of(sources, path, format), fingerprint::of(sources, path, format));
        Self { jejak, fingerprint, settled: false }
    }
}

impl Read {
    /// What came of a sound file.
    fn new(source: &Arc<Source>, kind: Kind) -> Self {
        let scope = Named::parse(source.name()).scope.to_owned();
        Self { source: Arc::clone(source), scope, kind, findings: Vec::new() }
    }
}

fn read(source: &Arc<Source>, sources: &Sources) -> Read {
    let mut findings = Vec::new();
    let named = Named::parse(source.name());
    let kind = match &source.body {
        Body::Media(media) => Kind::Media(Inspection::of(sources, &source.path, media.format)),
        Body::Refused(reason) => {
            findings.push(load::refused(source, reason));
            Kind::Broken
        }
        Body::Text(_) if source.is_attachment() => Kind::Attachment,
        Body::Text(_) if named.pattern == tps::FILE => match tps_form::load(source, &mut findings) {
            Some(loaded) => Kind::Record(Any::tps(loaded)),
            None => Kind::Broken,
        },
        Body::Text(_) => match load_any((source, sources), &named, &mut findings) {
            Some(Some(any)) => Kind::Record(any),
            Some(None) => Kind::Broken,
            None => {
                findings.push(unclaimed(source));
                if load::was_meant(source, &named) { Kind::Broken } else { Kind::Nothing }
            }
        },
    };
    Read { findings, ..Read::new(source, kind) }
}
