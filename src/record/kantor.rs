//! Who made a document of an office program: its properties lie in an archive (ECMA-376 part 2, ODF 1.3 part 2).

use memchr::memmem;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The files of the archive that hold the properties.
const PROPERTIES: [&[u8]; 2] = [b"docProps/core.xml", b"meta.xml"];
/// The elements that name somebody.
const PEOPLE: [&str; 4] = ["dc:creator", "cp:lastModifiedBy", "meta:initial-creator", "meta:printed-by"];
/// The most that properties are unpacked to; those of an office take some kilobytes.
const MOST: usize = 1 << 20;
/// The length of what stands before a file's name.
const HEAD: usize = 30;

/// Whether the properties of a document name somebody.
pub(super) fn names_author(archive: &[u8]) -> bool {
    let files = memmem::find_iter(archive, b"PK\x03\x04").map(|at| &archive[at..]);
    let properties = files.filter(|file| PROPERTIES.iter().any(|name| is_named(file, name))).take(PROPERTIES.len());
    properties.filter_map(content).any(|text| names_somebody(&String::from_utf8_lossy(&text)))
}

fn is_named(file: &[u8], name: &[u8]) -> bool {
    short(file, 26) == Some(name.len()) && file.get(HEAD..).is_some_and(|rest| rest.starts_with(name))
}

/// What is in a file of an archive.
fn content(file: &[u8]) -> Option<Vec<u8>> {
    let body = file.get(HEAD + short(file, 26)? + short(file, 28)?..)?;
    match short(file, 8)? {
        0 => Some(body[..body.len().min(MOST)].to_vec()),
        // Its length may stand behind it: the packed text says itself where it ends.
        8 => Some(decompress_to_vec_with_limit(body, MOST).unwrap_or_else(|stopped| stopped.output)),
        _ => None,
    }
}

fn short(file: &[u8], at: usize) -> Option<usize> {
    file.get(at..)?.first_chunk().map(|pair| usize::from(u16::from_le_bytes(*pair)))
}

fn names_somebody(xml: &str) -> bool {
    PEOPLE.iter().any(|element| {
        let tag = format!("<{element}");
        let parts = xml.split(tag.as_str()).skip(1);
        let mut texts = parts.filter_map(|part| part.split_once('>')?.1.split('<').next());
        texts.any(|text| !text.trim().is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::names_author;
    use miniz_oxide::deflate::compress_to_vec;

    fn archive(name: &str, (method, body): (u8, Vec<u8>)) -> Vec<u8> {
        let length = u8::try_from(name.len()).unwrap();
        let mut bytes = b"PK\x03\x04\x14\0\x08\0".to_vec();
        bytes.extend([method, 0]);
        bytes.extend([0; 16]);
        bytes.extend([length, 0, 0, 0]);
        [&bytes[..], name.as_bytes(), &body, b"PK\x05\x06"].concat()
    }

    #[test]
    fn the_properties_name_somebody_or_nobody() {
        let core = |maker: &str| format!("<cp:coreProperties><dc:creator>{maker}</dc:creator></cp:coreProperties>");
        let packed = |text: &str| (8, compress_to_vec(text.as_bytes(), 6));
        assert!(names_author(&archive("docProps/core.xml", packed(&core("Contoh")))));
        assert!(names_author(&archive(
            "meta.xml",
            (0, b"<meta:initial-creator>Contoh</meta:initial-creator>".to_vec())
        )));
        assert!(!names_author(&archive("docProps/core.xml", packed(&core("")))));
        assert!(!names_author(&archive("word/document.xml", packed(&core("Contoh")))));
        let whole = archive("docProps/core.xml", packed(&core("Contoh")));
        for length in 0..whole.len() {
            let _ = names_author(&whole[..length]);
        }
    }
}
