//! The built-in theme, inside the program, so that a site needs no theme folder of its own.

/// The name of the built-in theme.
pub const NAME: &str = "bawaan";

/// Its files by path below `themes/bawaan/`, as they lay there when the program was built.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));
