//! What a person can see: files in, words and pages out.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a test may fail loudly, reads what was written, and shows a whole case in one place"
)]

/// As the program allocates: the system's own took an eighth of the time of these tests.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod addresses;
mod architecture;
#[cfg(feature = "og")]
mod cara_memilih;
mod cards;
mod check_cache;
mod codes;
mod content;
mod corpus;
mod corrections;
mod days;
#[cfg(feature = "serve")]
mod edits;
mod form;
mod formats;
mod hostile_fields;
mod hukum;
mod import;
mod incremental;
mod languages;
mod later_votes;
#[cfg(unix)]
mod lazy_texts;
mod looks;
mod machine;
mod manual;
mod map;
mod migrate;
mod mutasi;
mod offline;
mod ppid;
mod print;
mod read_aloud;
mod real_texts;
mod related;
mod reports;
mod rules;
mod sample;
mod schema;
mod search;
mod search_cache;
mod sharing;
mod silence;
mod sites;
mod sources;
mod struck;
mod theme;
mod tps;
mod waiting;
mod words;
