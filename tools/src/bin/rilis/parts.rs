//! What the program is made of, as CycloneDX 1.6 lists it: each crate with its version, licence and digest, and what it stands on.
//!
//! <https://cyclonedx.org/docs/1.6/json/>. A function of `Cargo.lock`: no time, no chance, so that two who make it have the same bytes.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// The system whose program is published.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// The parts of the program whose workspace lies in a folder.
pub(super) fn of_the_program(workspace: &Path) -> Result<Value> {
    let metadata = metadata(workspace)?;
    let sums = checksums(&std::fs::read_to_string(workspace.join("Cargo.lock"))?);
    let packages = by_id(&metadata["packages"])?;
    let stands_on = stands_on(&metadata["resolve"]["nodes"])?;
    let program = packages.iter().find(|(_, package)| package["name"] == "pilkada").context("no package pilkada")?.0;
    let reached = reached(program, &stands_on);
    let component = |id: &&str| component(packages[*id], &sums);
    let components: Vec<Value> = reached.iter().filter(|id| *id != program).map(component).collect();
    let dependencies = reached.iter().map(|id| {
        let below: BTreeSet<String> = stands_on[*id].iter().map(|below| purl(packages[below])).collect();
        json!({ "ref": purl(packages[*id]), "dependsOn": below })
    });
    let dependencies: Vec<Value> = dependencies.collect();
    let mut itself = self::component(packages[program], &sums);
    itself["type"] = "application".into();
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": itself },
        "components": components,
        "dependencies": dependencies,
    }))
}

/// Cargo's account of the workspace, for the system whose program is published.
fn metadata(workspace: &Path) -> Result<Value> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET]);
    let answer = cargo.current_dir(workspace).output()?;
    ensure!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    Ok(serde_json::from_slice(&answer.stdout)?)
}

fn by_id(packages: &Value) -> Result<BTreeMap<&str, &Value>> {
    let packages = packages.as_array().context("packages are a list")?;
    packages.iter().map(|package| Ok((package["id"].as_str().context("a package has an id")?, package))).collect()
}

/// What each package stands on where it is made or run; tests are no part of the program.
fn stands_on(nodes: &Value) -> Result<BTreeMap<&str, BTreeSet<&str>>> {
    let nodes = nodes.as_array().context("nodes are a list")?;
    nodes.iter().map(|node| Ok((node["id"].as_str().context("a node has an id")?, below(node)))).collect()
}

fn below(node: &Value) -> BTreeSet<&str> {
    let is_part = |dependency: &&Value| {
        let kinds = dependency["dep_kinds"].as_array().map(Vec::as_slice).unwrap_or_default();
        kinds.iter().any(|kind| kind["kind"] != "dev")
    };
    let dependencies = node["deps"].as_array().into_iter().flatten().filter(is_part);
    dependencies.filter_map(|dependency| dependency["pkg"].as_str()).collect()
}

/// A package and all that it stands on.
fn reached<'m>(program: &'m str, stands_on: &BTreeMap<&'m str, BTreeSet<&'m str>>) -> BTreeSet<&'m str> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![program]);
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            open.extend(stands_on.get(id).into_iter().flatten());
        }
    }
    reached
}

/// A package as a component; its name in all registries is its mark.
fn component(package: &Value, sums: &BTreeMap<(String, String), String>) -> Value {
    let text = |key: &str| package[key].as_str();
    let purl = purl(package);
    let mut component = Map::from_iter([
        ("type".to_owned(), "library".into()),
        ("bom-ref".to_owned(), purl.clone().into()),
        ("name".to_owned(), package["name"].clone()),
        ("version".to_owned(), package["version"].clone()),
        ("purl".to_owned(), purl.into()),
    ]);
    if let Some(words) = text("description") {
        component.insert("description".to_owned(), words.split_whitespace().collect::<Vec<_>>().join(" ").into());
    }
    // Older crates part licences of which one may choose by a stroke.
    let licence = text("license").map(|words| json!([{ "expression": words.replace('/', " OR ") }]));
    let licence = licence.or_else(|| text("license_file").map(|file| json!([{ "license": { "name": file } }])));
    component.extend(licence.map(|licence| ("licenses".to_owned(), licence)));
    if let Some(address) = text("repository") {
        component.insert("externalReferences".to_owned(), json!([{ "type": "vcs", "url": address }]));
    }
    let name = text("name").zip(text("version")).map(|(name, version)| (name.to_owned(), version.to_owned()));
    if let Some(sum) = name.and_then(|name| sums.get(&name)) {
        component.insert("hashes".to_owned(), json!([{ "alg": "SHA-256", "content": sum }]));
    }
    component.into()
}

/// The address of a package among those of all registries.
fn purl(package: &Value) -> String {
    let text = |key: &str| package[key].as_str().unwrap_or_default();
    format!("pkg:cargo/{}@{}", text("name"), text("version").replace('+', "%2B"))
}

/// The SHA-256 of each crate as it was downloaded, by name and version, as `Cargo.lock` says.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let value = |entry: &str, key: &str| {
        let line = entry.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))?;
        Some(line.trim_matches('"').to_owned())
    };
    let entries = lock.split("[[package]]").skip(1);
    entries
        .filter_map(|entry| Some(((value(entry, "name")?, value(entry, "version")?), value(entry, "checksum")?)))
        .collect()
}
