//! Says what hostile input costs: `cargo run --release -p pilkada-tools --bin hostile -- [NAME…]`.
//!
//! Every input is a project of its own with about one megabyte that was made to be slow. It is checked, checked once more for a
//! program (SARIF), and built, each in a process of its own, and a table says how many seconds of CPU and how much memory that
//! took. Beyond the bound the line has a `*`. The run fails where memory is a quarter beyond it, or time three times as much: so
//! much differs by itself between machines, and what grows with the square of the input is many times beyond.
//!
//! What is bounded is the answer. A build that is sound writes a page for each of tens of thousands of records, and takes what
//! writing so many files takes; that, and a report of tens of thousands of findings for a program, is shown and not held to the bound.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this program measures, and prints what it found"
)]

mod inputs;

use crate::inputs::{Input, all};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// What an answer may take.
const BOUND: Cost = Cost { milliseconds: 2_000, megabytes: 200 };
/// What fails a run.
const LIMIT: Cost = Cost { milliseconds: SLACK * BOUND.milliseconds, megabytes: BOUND.megabytes + KEPT };
/// So many megabytes more or less are what the allocator happens to keep of what was given back.
const KEPT: u64 = 50;
/// Beyond so many times the bound's time a run fails.
const SLACK: u64 = 3;
/// How many threads the program may use: each has memory of its own, and machines have different numbers of processors.
const THREADS: &str = "2";
/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_mins(1);
/// The word by which this program is told to be the one that is measured.
const MEASURED: &str = "--measured";
/// What begins the line in which that one says what it took.
const MARK: &str = "cost ";
/// What is asked of the program.
const ASKED: [&[&str]; 3] = [&["check"], &["check", "--format", "sarif"], &["build"]];
/// Processors that tick so often in a second are what Linux shows to programs, whatever it counts with.
const TICKS: u64 = 100;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What an answer takes.
#[derive(Debug, Clone, Copy)]
struct Cost {
    milliseconds: u64,
    megabytes: u64,
}

impl Cost {
    fn is_within(self, bound: Self) -> bool {
        self.milliseconds <= bound.milliseconds && self.megabytes <= bound.megabytes
    }
}

fn main() -> Result<ExitCode> {
    let mut words = std::env::args_os().skip(1);
    let names: Vec<OsString> = words.by_ref().collect();
    if names.first().is_some_and(|word| word == MEASURED) {
        return measured(&names[1..]);
    }
    let wanted = |input: &&Input| names.is_empty() || names.iter().any(|name| name == input.name);
    let inputs = all();
    let mut failed = 0;
    println!("{:<22}{:>7}{:>18}{:>18}{:>18}", "", "kB", "check", "sarif", "build");
    for input in inputs.iter().filter(wanted) {
        let costs = costs(input)?;
        let held = &costs[..input.held];
        let is_over = held.iter().any(|cost| cost.is_none_or(|cost| !cost.is_within(BOUND)));
        failed += usize::from(held.iter().any(|cost| cost.is_none_or(|cost| !cost.is_within(LIMIT))));
        let shown: String = costs.iter().map(|cost| shown(*cost)).collect();
        let kilobytes = input.files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() / 1_000;
        println!("{:<22}{kilobytes:>7}{shown}{}", input.name, if is_over { " *" } else { "" });
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn shown(cost: Option<Cost>) -> String {
    cost.map_or_else(
        || format!("{:>18}", "no answer"),
        |cost| {
            let (whole, part) = (cost.milliseconds / 1_000, cost.milliseconds % 1_000 / 10);
            format!("{:>18}", format!("{whole}.{part:02} s {:>4} MB", cost.megabytes))
        },
    )
}

/// What each answer takes; nothing where there is none.
fn costs(input: &Input) -> Result<Vec<Option<Cost>>> {
    let folder = tempfile::tempdir()?;
    for (path, bytes) in &input.files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
        fs::write(path, bytes)?;
    }
    ASKED.iter().map(|words| cost(words, folder.path())).collect()
}

/// What the program takes for an answer, in a process of its own.
fn cost(words: &[&str], folder: &Path) -> Result<Option<Cost>> {
    let program = std::env::current_exe()?;
    let mut command = Command::new(program);
    command.env("RAYON_NUM_THREADS", THREADS).arg(MEASURED).args(words).arg("--folder").arg(folder);
    let said = folder.join("said");
    let child = command.stdout(Stdio::null()).stderr(fs::File::create(&said)?).spawn()?;
    if !is_done_soon(child)? {
        return Ok(None);
    }
    let mut text = String::new();
    fs::File::open(&said)?.read_to_string(&mut text)?;
    let Some(line) = text.lines().next_back().and_then(|line| line.strip_prefix(MARK)) else { return Ok(None) };
    let (milliseconds, megabytes) = line.split_once(' ').context("two figures")?;
    Ok(Some(Cost { milliseconds: milliseconds.parse()?, megabytes: megabytes.parse()? }))
}

fn is_done_soon(mut child: Child) -> Result<bool> {
    let begun = Instant::now();
    while child.try_wait()?.is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok(true)
}

/// Is the program, and says at the end what it took.
fn measured(words: &[OsString]) -> Result<ExitCode> {
    let words = std::iter::once(OsString::from("pilkada")).chain(words.iter().cloned());
    let code = pilkada::cli::main(words);
    let status = fs::read_to_string("/proc/self/status").context("only Linux says what a process took")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("the peak of memory")?;
    let kilobytes: u64 = peak.trim().trim_end_matches(" kB").parse()?;
    let stat = fs::read_to_string("/proc/self/stat")?;
    // Behind the name, which may hold anything; user and system time are the 14th and 15th of the line.
    let behind = stat.rsplit_once(')').context("a name in brackets")?.1;
    let times: Vec<u64> = behind.split_whitespace().skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
    if times.len() != 2 {
        bail!("no times in {stat}");
    }
    eprintln!("\n{MARK}{} {}", times.iter().sum::<u64>() * 1_000 / TICKS, kilobytes / 1_000);
    Ok(code)
}
