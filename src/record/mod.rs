//! Reads every file of the content into its typed record.
//!
//! A new record type is a file here and two lines below: its `mod` and its row in the table.

pub mod abaikan;
pub mod berita;
pub mod deklarasi;
pub mod fakta;
mod form;
pub mod halaman;
pub mod hasil;
pub mod istilah;
pub mod jadwal;
pub mod jejak;
pub mod kegiatan;
pub mod klarifikasi;
pub mod koreksi;
pub(crate) mod load;
pub mod partai;
pub mod paslon;
pub mod pengundian;
pub mod rujukan;
pub mod sidik;
pub mod situs;
pub mod skema;
pub mod sumber;
pub mod tanya_jawab;
pub mod ukuran;
pub mod wilayah;

use crate::record::load::{Name, Named, unknown_file};
use crate::record::rujukan::Rujuk;
use crate::record::skema::Jenis;
use crate::report::Report;
use crate::report::place::body_start;
use crate::source::{Body, CONTENT, Media, Source, Sources};
use crate::value::id::Id;
use crate::value::peta::Peta;
use crate::value::tanggal::Tanggal;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Arguments;
use std::sync::{Arc, Mutex, PoisonError};

/// Makes of the table: the record types of a scope, the loader that knows them by their files' names, and that list of
/// names.
macro_rules! records {
    ($($many:ident $field:ident: $type:ty = $pattern:literal;)*) => {
        /// The records of one scope.
        #[derive(Debug, Default)]
        pub struct Scope {
            $(
                #[doc = concat!("`", $pattern, "`")]
                pub $field: records!(@field $many $type),
            )*
            /// Records of this scope that could not be read, by path.
            pub broken: BTreeSet<String>,
        }

        /// Any one record.
        #[derive(Debug, Clone)]
        #[expect(non_camel_case_types, reason = "a variant is named after its field")]
        enum Any {
            $($field(Loaded<$type>),)*
        }

        /// How the files of each record type are named.
        const PATTERNS: &[&str] = &[$($pattern,)*];

        /// Every record type, with the JSON Schema of its files.
        pub const JENIS: &[Jenis] = &[
            $(Jenis { field: stringify!($field), pattern: $pattern, describe: skema::describe::<$type> },)*
        ];

        impl Scope {
            /// Says every source that a record of this scope names, with the record's file and the path of the value.
            pub fn rujukan<'r>(&'r self, say: &mut dyn FnMut(&'r str, Arguments<'_>, &'r Id<sumber::Sumber>)) {
                $(for loaded in self.$field.iter() {
                    loaded.record.rujuk(&mut |path, id| say(loaded.path(), path, id));
                })*
            }

            /// Every file of this scope that holds a record, in no order.
            pub fn files(&self) -> Vec<&Arc<Source>> {
                let mut files = Vec::new();
                $(files.extend(self.$field.iter().map(|loaded| &loaded.source));)*
                files
            }

            fn put(&mut self, any: Any) {
                match any {
                    $(Any::$field(loaded) => records!(@put $many self.$field, loaded),)*
                }
            }
        }

        /// `None` when no type has such a file name, `Some(None)` when the record is unsound.
        fn load_any(
            source: &Arc<Source>,
            named: &Named<'_>,
            findings: &mut Vec<crate::report::Diagnostic>,
        ) -> Option<Option<Any>> {
            match named.pattern() {
                $($pattern => Some(load::load::<$type>(source, named, findings).map(Any::$field)),)*
                _ => None,
            }
        }
    };
    (@field satu $type:ty) => { Option<Loaded<$type>> };
    (@field banyak $type:ty) => { Vec<Loaded<$type>> };
    (@put satu $field:expr, $loaded:ident) => { $field = Some($loaded) };
    (@put banyak $field:expr, $loaded:ident) => { $field.push($loaded) };
}

records! {
    satu situs: situs::Situs = "situs.yaml";
    satu partai: Peta<Id<partai::Partai>, partai::Partai> = "partai.yaml";
    satu istilah: istilah::DaftarIstilah = "istilah.yaml";
    satu tanya_jawab: tanya_jawab::DaftarTanyaJawab = "tanya-jawab.yaml";
    satu sumber: Peta<Id<sumber::Sumber>, sumber::Sumber> = "sumber.yaml";
    satu jadwal: jadwal::Jadwal = "jadwal.yaml";
    satu koreksi: koreksi::DaftarKoreksi = "koreksi.yaml";
    satu wilayah: wilayah::Wilayah = "wilayah.yaml";
    satu pengundian: pengundian::Pengundian = "pengundian.yaml";
    satu hasil: hasil::Hasil = "hasil.yaml";
    banyak halaman: halaman::Halaman = "halaman/<slug>.md";
    banyak berita: berita::Berita = "berita/<tanggal>-<slug>.md";
    banyak klarifikasi: klarifikasi::Klarifikasi = "klarifikasi/<tanggal>-<slug>.md";
    banyak kegiatan: kegiatan::Kegiatan = "kegiatan/<tanggal>-<slug>.yaml";
    banyak fakta: fakta::LembarFakta = "fakta/<slug>.yaml";
    banyak paslon: paslon::LembarPaslon = "paslon/<nomor>.yaml";
    banyak deklarasi: deklarasi::Deklarasi = "deklarasi/<slug>.yaml";
}

/// A record with the file it came from.
#[derive(Debug)]
pub struct Loaded<T> {
    /// The file.
    pub source: Arc<Source>,
    /// What the file's name says.
    pub name: Name,
    /// What the file says; shared with the record of the build before, where the file is the same.
    pub record: Arc<T>,
}

impl<T> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        Self { source: Arc::clone(&self.source), name: self.name.clone(), record: Arc::clone(&self.record) }
    }
}

impl<T> Loaded<T> {
    /// The file's path below the project's folder.
    pub fn path(&self) -> &str {
        &self.source.path
    }

    /// The text below the front matter, in Markdown.
    pub fn body(&self) -> &str {
        &self.source.text()[self.body_start()..]
    }

    /// The byte of the file at which the text below the front matter begins.
    pub fn body_start(&self) -> usize {
        body_start(&self.source.path, self.source.text())
    }

    /// The last part of the page's address: the file's name without date and ending.
    pub fn slug(&self) -> &str {
        &self.name.slug
    }

    /// The same file with another part of its record.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Loaded<U>
    where
        T: Clone,
    {
        let (source, name) = (Arc::clone(&self.source), self.name.clone());
        Loaded { source, name, record: Arc::new(change(self.into_record())) }
    }

    /// What the file says, without the file.
    pub fn into_record(self) -> T
    where
        T: Clone,
    {
        Arc::unwrap_or_clone(self.record)
    }

    /// The date in the file's name.
    pub fn date(&self) -> Option<Tanggal> {
        self.name.tanggal
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
    pub sidik: BTreeMap<String, sidik::Sidik>,
}

/// Records as they were read before, for a program that reads the same content again and again.
#[derive(Debug, Default)]
pub struct Terbaca(Mutex<BTreeMap<String, (u128, Read)>>);

impl Terbaca {
    /// Reads every file, or takes what it was read into where its text is the same; forgets files that are gone.
    fn read_all(&self, files: Vec<&Arc<Source>>) -> Vec<Read> {
        let mut before = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let read: Vec<(u128, Read)> = files
            .into_par_iter()
            .map(|source| match before.get(&source.path).filter(|(sidik, _)| *sidik == source.sidik) {
                Some(known) => known.clone(),
                None => (source.sidik, read(source)),
            })
            .collect();
        // What is wrong with a file is said anew each time.
        let sound = read.iter().filter(|(_, read)| read.findings.is_empty());
        *before = sound.map(|known| (known.1.path.clone(), known.clone())).collect();
        read.into_iter().map(|(_, read)| read).collect()
    }
}

impl Records {
    /// Reads all content; what is wrong goes into the report, and the rest is kept.
    pub fn load(sources: &Sources, report: &mut Report) -> Self {
        let files: Vec<&Arc<Source>> = sources.below(CONTENT).collect();
        Self::of(files.into_par_iter().map(read).collect(), sources, report)
    }

    /// Reads the content that is not known from before.
    pub fn load_again(sources: &Sources, terbaca: &Terbaca, report: &mut Report) -> Self {
        Self::of(terbaca.read_all(sources.below(CONTENT).collect()), sources, report)
    }

    fn of(read: Vec<Read>, sources: &Sources, report: &mut Report) -> Self {
        let mut records = Self::default();
        for read in read {
            report.extend(read.findings);
            match read.kind {
                Kind::Record(scope, any) => records.scopes.entry(scope).or_default().put(any),
                Kind::Broken(scope) => _ = records.scopes.entry(scope).or_default().broken.insert(read.path),
                Kind::Media(media) => _ = records.media.insert(read.path, media),
                Kind::Nothing => {}
            }
        }
        records.jejak = jejak::read(sources, &records.media);
        records.sidik = sidik::read(sources, &records.media);
        records
    }
}

/// What came of one file.
#[derive(Debug, Clone)]
struct Read {
    path: String,
    kind: Kind,
    findings: Vec<crate::report::Diagnostic>,
}

#[derive(Debug, Clone)]
enum Kind {
    Record(String, Any),
    /// A record of this scope that could not be read: rules must not count it as missing.
    Broken(String),
    Media(Media),
    Nothing,
}

fn read(source: &Arc<Source>) -> Read {
    let mut findings = Vec::new();
    let path = source.path.clone();
    let kind = match (&source.body, Named::parse(source.name())) {
        (Body::Media(media), _) => Kind::Media(*media),
        (Body::Refused(reason), named) => {
            findings.push(load::refused(source, reason));
            Kind::Broken(named.scope.to_owned())
        }
        (Body::Text(_), named) => {
            let any = load_any(source, &named, &mut findings);
            match any {
                Some(Some(any)) => Kind::Record(named.scope.to_owned(), any),
                Some(None) => Kind::Broken(named.scope.to_owned()),
                None => {
                    findings.push(unknown_file(source, &named, PATTERNS));
                    Kind::Nothing
                }
            }
        }
    };
    Read { path, kind, findings }
}
