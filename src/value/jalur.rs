//! Paths below the project's folder.

/// The folder of a path.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A relative path from a folder; nothing when it climbs out of the root.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    let slash = if path.ends_with('/') { "/" } else { "" };
    Some(format!("{}{slash}", parts.join("/")))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn a_relative_path_never_climbs_out_of_the_root() {
        assert_eq!(join("content/berita", "../kegiatan/x.yaml").as_deref(), Some("content/kegiatan/x.yaml"));
        assert_eq!(join("content/berita", "../../../x"), None);
        assert_eq!(join("a", "b/").as_deref(), Some("a/b/"));
    }
}
