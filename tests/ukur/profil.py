"""Says what the program's processor time goes into, by kind of work, as a Markdown table; needs Linux perf."""

import argparse
import re
import shutil
import subprocess
import sys
from collections import Counter

from ukur import DAY, PROGRAM, RELEASE, Place, add_size, article, in_a_folder, timed

# Kinds of work, and the functions that they are known by: the first kind that has one among a moment's callers gets it.
KINDS = [
    ("QR codes (qrcodegen)", r"qrcodegen|render::qr"),
    ("pictures for links", r"kartu::|render::cards|frame::bagikan"),
    ("digests of files (SHA-256)", r"sha2::|Cap::of"),
    ("writing and publishing files", r"pilkada::output"),
    ("YAML and records", r"yaml|pilkada::record|rmp_serde"),
    ("rules", r"pilkada::check"),
    ("search", r"cari"),
    ("templates (Tera)", r"tera::"),
    ("JSON, tables, feeds, calendars", r"serde_json|pilkada::export"),
    ("Markdown", r"pulldown_cmark|pilkada::markdown|frame::artikel|glosarium"),
    ("views and addresses of pages", r"pilkada::(page|plan)"),
    ("linking records", r"pilkada::model"),
    ("looking at folders and files", r"pilkada::source|walkdir"),
    ("the cache of earlier builds", r"ingatan|pilkada::kept|postcard"),
]
REST = "the rest: threads, memory, start"

# perf is asked this often in a second; how deep the stacks are that it keeps.
OFTEN, STACK = 997, 24576


def profile(command, project):
    """Runs a command under perf; gives the seconds of processor time of each kind of work."""
    data = project.parent / "perf.data"
    record = ["perf", "record", "--quiet", "--event", "cpu-clock", "--freq", OFTEN, "--call-graph", f"dwarf,{STACK}", "--output", data]
    timed([*record, *command], project)
    script = ["perf", "script", "--no-inline", "--fields", "comm,period,ip,sym", "--input", str(data)]
    found = Counter()
    # What perf cannot name it says a great many times.
    with subprocess.Popen(script, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as told:
        for period, callers in moments(told.stdout):
            found[kind_of(callers)] += period / 1e9
    data.unlink()
    return found


def moments(lines):
    """What perf saw: how many nanoseconds each stands for, and the functions that had called one another."""
    period, callers = 0, []
    for line in lines:
        if begun := re.match(r"\S.*?\s+(\d+)\s*$", line):
            period, callers = int(begun[1]), []
        elif line.strip():
            callers.append(line)
        elif callers:
            yield period, "".join(callers)
            callers = []
    if callers:
        yield period, "".join(callers)


def kind_of(callers):
    return next((kind for kind, pattern in KINDS if re.search(pattern, callers)), REST)


def measure(options, folder):
    """The kinds of work of each way of running the program, once for each run asked for."""
    place, project = Place(folder), folder / "pilkada"
    timed([RELEASE / "korpus", project, options.wilayah, options.berita], folder)
    program, changed = PROGRAM, article(project)
    text = changed.read_text()
    found = {}
    for run in range(options.ulang):
        for name, word, change in [("build, first", "build", ""), ("build, one article changed", "build", f"{run} a"),
                                   ("check, one article changed", "check", f"{run} b"), ("check, first", "check", f"{run} b")]:
            if "first" in name:
                place.remove(project / "output", project / ".output.pilkada")
            changed.write_text(f"{text}\nPutaran {change} selesai.\n" if change else text)
            found.setdefault(name, Counter()).update(profile([program, word, "--tanggal", DAY], project))
    return found


def table(found, runs):
    names = sorted(found)
    print("| what | " + " | ".join(names) + " |")
    print("|---|" + "--:|" * len(names))
    sums = {name: sum(found[name].values()) for name in names}
    kinds = sorted([kind for kind, _ in KINDS], key=lambda kind: -found["build, first"][kind])
    for kind in [*kinds, REST]:
        cells = [f"{found[name][kind] / runs * 1000:,.0f} ms ({found[name][kind] / sums[name]:.0%})" for name in names]
        print(f"| {kind} | " + " | ".join(cells) + " |")
    print("| **all, of all cores** | " + " | ".join(f"**{sums[name] / runs * 1000:,.0f} ms**" for name in names) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_size(parser)
    parser.add_argument("--ulang", type=int, default=3, help="runs of everything")
    parser.add_argument("--profil", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not shutil.which("perf"):
        sys.exit("perf is missing: apt-get install linux-perf")
    in_a_folder(options, lambda folder: table(measure(options, folder), options.ulang))


if __name__ == "__main__":
    main()
