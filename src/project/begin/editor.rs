//! The line that tells a text editor which schema a file follows, and the schema it names.

use crate::output;
use crate::record::JENIS;
use crate::record::skema::Jenis;
use crate::source::CONTENT;
use anyhow::Result;
use std::path::Path;

/// A record with the line that names its schema, by the way from its folder; an article as it is.
///
/// The YAML language server reads that line; it does not read the front matter of Markdown.
pub fn with_schema(path: &str, text: &str) -> String {
    let Some(jenis) = followed(path) else { return text.to_owned() };
    let up = "../".repeat(path.matches('/').count());
    format!("# yaml-language-server: $schema={up}{}\n{text}", jenis.schema_path())
}

/// Writes the schema that a file names, unless it is there.
pub fn put_schema(root: &Path, path: &str) -> Result<()> {
    followed(path).map_or(Ok(()), |jenis| put(root, jenis))
}

/// Writes every schema that is not there.
pub fn put_schemas(root: &Path) -> Result<()> {
    JENIS.iter().filter(|jenis| jenis.pattern.ends_with(".yaml")).try_for_each(|jenis| put(root, jenis))
}

fn followed(path: &str) -> Option<&'static Jenis> {
    let below = path.strip_prefix(CONTENT)?.strip_prefix('/')?;
    Jenis::of_file(below).filter(|_| path.ends_with(".yaml"))
}

fn put(root: &Path, jenis: &Jenis) -> Result<()> {
    let path = root.join(jenis.schema_path());
    // The folder may lead elsewhere by a link: then its owner keeps his own schemas.
    let linked = path.ancestors().take(3).any(Path::is_symlink);
    if linked || path.exists() {
        return Ok(());
    }
    output::create(&path, &jenis.text()?)
}
