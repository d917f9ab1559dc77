//! Which sources a record names, each at the path of its value.

use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::peta::Peta;
use std::fmt::Arguments;

/// Is told a source that is named, and the path of its value, such as `pejabat[0].sumber[1]`: few are ever written out.
pub type Say<'s, 'r> = dyn FnMut(Arguments<'_>, &'r Id<Sumber>) + 's;

/// A record says which sources it names.
pub trait Rujuk {
    /// Says each source with the path of its value.
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>);

    /// The lists that name them, to take out what is not published yet.
    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>>;
}

/// A map of records that name nobody: parties and the sources themselves.
impl<K, V> Rujuk for Peta<K, V> {
    fn rujuk<'r>(&'r self, _say: &mut Say<'_, 'r>) {}

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        Vec::new()
    }
}

/// Says each key of a list named `sumber` below `prefix`.
pub(super) fn each<'r>(prefix: Arguments<'_>, ids: &'r [Id<Sumber>], say: &mut Say<'_, 'r>) {
    each_in(format_args!("{prefix}sumber"), ids, say);
}

/// Says each key of the list at a path.
pub(super) fn each_in<'r>(path: Arguments<'_>, ids: &'r [Id<Sumber>], say: &mut Say<'_, 'r>) {
    for (i, id) in ids.iter().enumerate() {
        say(format_args!("{path}[{i}]"), id);
    }
}
