//! Help and mistakes of the command line, in both languages.

use super::{COMMANDS, REFUSED, shared};
use crate::bahasa::{Bahasa, kata};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};
use std::process::ExitCode;

/// The whole command line in a language.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let about = word(
        "Membuat situs informasi Pilkada dari catatan YAML dan tulisan Markdown.",
        "Makes a public information site on Indonesian local elections from YAML records and Markdown.",
    );
    let commands = format!("{}:\n{{subcommands}}\n\n", word("Perintah", "Commands"));
    let version = Arg::new("version").long("version").short('V').action(ArgAction::Version);
    Command::new("pilkada")
        .version(env!("CARGO_PKG_VERSION"))
        .about(about)
        .subcommand_required(false)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(shared(bahasa))
        .arg(help_flag(bahasa))
        .arg(version.help(word("tampilkan versi", "show the version")))
        .help_template(template(bahasa, &commands))
        .subcommands(COMMANDS.iter().map(|subcommand| dressed((subcommand.command)(bahasa), bahasa)))
}

/// A subcommand with its help in the language asked for.
fn dressed(command: Command, bahasa: Bahasa) -> Command {
    let arguments = match command.get_positionals().next() {
        Some(_) => format!("{}:\n{{positionals}}\n\n", kata("Isian", "Arguments").dalam(bahasa)),
        None => String::new(),
    };
    command.disable_help_flag(true).arg(help_flag(bahasa)).help_template(template(bahasa, &arguments))
}

fn help_flag(bahasa: Bahasa) -> Arg {
    let help = kata("tampilkan bantuan ini", "show this help").dalam(bahasa).to_owned();
    Arg::new("help").long("help").short('h').action(ArgAction::Help).help(help)
}

fn template(bahasa: Bahasa, list: &str) -> String {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let usage = word("Pemakaian", "Usage");
    format!("{{about}}\n\n{usage}: {{usage}}\n\n{list}{}:\n{{options}}\n", word("Pilihan", "Options"))
}

/// Prints help and version as asked, and mistakes in the user's language.
pub(super) fn explain(error: &clap::Error, bahasa: Bahasa) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{}", translated_usage(&error.to_string(), bahasa));
            ExitCode::SUCCESS
        }
        kind => {
            let (id, en) = sentence(error, kind);
            eprintln!("{}", kata(id, en).dalam(bahasa));
            eprintln!("{}", kata("lihat: pilkada --help", "see: pilkada --help").dalam(bahasa));
            ExitCode::from(REFUSED)
        }
    }
}

fn translated_usage(text: &str, bahasa: Bahasa) -> String {
    match bahasa {
        Bahasa::Id => text
            .replace("[OPTIONS]", "[PILIHAN]")
            .replace("[COMMAND]", "[PERINTAH]")
            .replace("[possible values:", "[pilihan:")
            .replace("[default:", "[bawaan:")
            .replace("[aliases:", "[alias:"),
        Bahasa::En => text.to_owned(),
    }
}

/// clap's own sentences are English only.
fn sentence(error: &clap::Error, kind: ErrorKind) -> (String, String) {
    let about = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = about(ContextKind::InvalidArg);
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].map(about).concat();
    let (hint_id, hint_en) = match near.as_str() {
        "" => (String::new(), String::new()),
        near => (format!("; mungkin maksudnya {near}"), format!("; perhaps {near} is meant")),
    };
    match kind {
        ErrorKind::InvalidSubcommand => {
            let name = about(ContextKind::InvalidSubcommand);
            (format!("tidak ada perintah \"{name}\"{hint_id}"), format!("there is no command \"{name}\"{hint_en}"))
        }
        ErrorKind::UnknownArgument => (
            format!("pilihan \"{argument}\" tidak dikenal{hint_id}"),
            format!("the option \"{argument}\" is not known{hint_en}"),
        ),
        ErrorKind::MissingRequiredArgument => (format!("belum ada: {argument}"), format!("missing: {argument}")),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = about(ContextKind::InvalidValue);
            let choices = match about(ContextKind::ValidValue) {
                choices if choices.is_empty() => (String::new(), String::new()),
                choices => (format!("; pilihannya: {choices}"), format!("; the choices are: {choices}")),
            };
            (
                format!("\"{value}\" bukan nilai untuk {argument}{}", choices.0),
                format!("\"{value}\" is no value for {argument}{}", choices.1),
            )
        }
        _ => (
            format!("baris perintah ini tidak bisa dibaca: {kind}"),
            format!("this command line cannot be read: {kind}"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Words that are the same in both languages.
    const SAME: [&str; 6] = ["folder", "format", "help", "output", "port", "version"];

    #[test]
    fn every_option_and_every_command_has_a_name_in_both_languages() {
        let command = command(Bahasa::Id);
        let all = || std::iter::once(&command).chain(command.get_subcommands());
        let options = all().flat_map(Command::get_arguments).filter(|option| option.get_long().is_some());
        let one_name = options.filter(|option| option.get_visible_aliases().is_none_or(|names| names.is_empty()));
        let one_name: BTreeSet<&str> = one_name.filter_map(Arg::get_long).collect();
        assert_eq!(one_name, SAME.into());
        assert!(command.get_subcommands().all(|command| command.get_visible_aliases().next().is_some()));
    }

    #[test]
    fn a_language_is_read_by_each_of_its_names() {
        for words in [["--bahasa", "en"], ["--language", "en"]] {
            assert_eq!(super::super::language(&words.map(std::ffi::OsString::from)), Bahasa::En);
            assert_eq!(super::super::language(&[words.join("=").into()]), Bahasa::En);
        }
    }
}
