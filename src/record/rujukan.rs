//! Which sources a record names, each at the path of its value.

use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::peta::Peta;

/// A source that a record names.
#[derive(Debug)]
pub struct Rujukan<'r> {
    /// The file that names it.
    pub file: &'r str,
    /// The path of the value, such as `pejabat[0].sumber[1]`.
    pub path: String,
    /// The source's key.
    pub id: &'r Id<Sumber>,
}

/// A record says which sources it names.
pub trait Rujuk {
    /// Says each source with the path of its value.
    fn rujuk<'r>(&'r self, _say: &mut dyn FnMut(String, &'r Id<Sumber>)) {}
}

/// A map of records that name nobody: parties and the sources themselves.
impl<K, V> Rujuk for Peta<K, V> {}

/// Says each key of a list named `sumber` below `prefix`.
pub(super) fn each<'r>(prefix: &str, ids: &'r [Id<Sumber>], say: &mut dyn FnMut(String, &'r Id<Sumber>)) {
    each_in(&format!("{prefix}sumber"), ids, say);
}

/// Says each key of the list at a path.
pub(super) fn each_in<'r>(path: &str, ids: &'r [Id<Sumber>], say: &mut dyn FnMut(String, &'r Id<Sumber>)) {
    for (i, id) in ids.iter().enumerate() {
        say(format!("{path}[{i}]"), id);
    }
}
