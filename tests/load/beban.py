"""Weighs pages behind a server as a browser fetches them, loads it with wrk, and writes or checks the tables of docs/skala.md."""

import http.client
import os
import platform
import re
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

DOCUMENT = "docs/skala.md"
# The pages of one visit, in the order in which they are read.
PAGES = [
    ("beranda", ""),
    ("wilayah", "jambi/kota-jambi/"),
    ("pasangan calon", "jambi/kota-jambi/paslon/1.html"),
    ("cara memilih", "cara-memilih.html"),
]
ENCODINGS = ["", "gzip", "br"]
# How far a weight in the document may be from what is weighed now.
TOLERANCE = 0.10
# Assumptions, which the document names as such.
SHARES = [0.01, 0.10, 0.50, 1.00]
PEAK_HOUR = 0.20
CONNECTIONS = 50
SECONDS = int(os.environ.get("DETIK", "2"))


class Needs(HTMLParser):
    """The files that a browser fetches with a page, each once; of a picture in several sizes the one in `src`."""

    def __init__(self, page):
        super().__init__()
        self.page, self.files = page, []

    def handle_starttag(self, tag, attributes):
        of = dict(attributes)
        named = of.get("src") if tag in ("img", "script") else None
        if tag == "link" and {"stylesheet", "icon"} & set((of.get("rel") or "").split()):
            named = of.get("href")
        if named and not named.startswith("data:"):
            address = urljoin(self.page, named).split("#")[0]
            if address not in self.files:
                self.files.append(address)


def ask(address, encoding, etag=None):
    """An answer: its status, how many bytes came over the line, its headers, its body; nothing is unpacked."""
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
    headers = {"Accept-Encoding": encoding} if encoding else {}
    if etag:
        headers["If-None-Match"] = etag
    line.request("GET", parts.path + ("?" + parts.query if parts.query else ""), headers=headers)
    answer = line.getresponse()
    body = answer.read()
    head = 17 + sum(len(name) + len(value) + 4 for name, value in answer.getheaders())
    line.close()
    return answer.status, head + len(body), dict((name.lower(), value) for name, value in answer.getheaders()), body


def fetched(address, encoding, etag=None):
    status, size, headers, body = ask(address, encoding, etag)
    if status not in (200, 304):
        sys.exit(f"{address}: status {status}")
    if encoding and status == 200 and address.endswith((".html", "/", ".css", ".js")):
        if headers.get("content-encoding") != encoding:
            sys.exit(f"{address}: asked for {encoding}, and it came as {headers.get('content-encoding')}")
    return size, headers, body


def weigh(site, encoding):
    """Of each page read one after the other: bytes and requests of the first time, and of the next day."""
    # What was fetched with one page is there for the next.
    cache, rows = {}, []
    for name, path in PAGES:
        page = site + path
        size, headers, _ = fetched(page, encoding)
        _, _, plain = fetched(page, "")
        needs = Needs(page)
        needs.feed(plain.decode())
        alone = size
        count = 1
        again, _, _ = fetched(page, encoding, headers.get("etag"))
        again_count = 1
        in_visit, in_visit_count = size, 1
        for file in needs.files:
            size, headers, _ = fetched(file, encoding)
            alone, count = alone + size, count + 1
            if file not in cache:
                cache[file] = size
                in_visit, in_visit_count = in_visit + size, in_visit_count + 1
            if "immutable" not in headers.get("cache-control", ""):
                size, _, _ = fetched(file, encoding, headers.get("etag"))
                again, again_count = again + size, again_count + 1
        rows.append({"name": name, "alone": alone, "count": count, "again": again, "again_count": again_count, "in_visit": in_visit, "in_visit_count": in_visit_count})
    return rows


def load(address, encoding):
    """Requests a second and the time within which 99 of 100 are answered."""
    words = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"]
    words += ["-H", f"Accept-Encoding: {encoding}"] if encoding else []
    said = subprocess.run(words + [address], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        sys.exit(said)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), re.search(r"99%\s+(\S+)", said)[1]


def number(value, decimals=0):
    """A number as Indonesian writes it."""
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def kilo(size):
    return number(size / 1000, 1)


def voters():
    """The country's voters, as the content has them."""
    text = open("content/fakta/nasional.yaml", encoding="utf-8").read()
    return int(re.search(r"ukuran: dpt\s+nilai: (\d+)", text)[1])


def table(head, rows):
    lines = [" | ".join(head), "|".join(["---"] + ["---:"] * (len(head) - 1))] + [" | ".join(row) for row in rows]
    return "\n".join("| " + line + " |" if "---" not in line else "|" + line + "|" for line in lines) + "\n"


def weights_table(weights):
    rows = []
    for at, (name, _) in enumerate(PAGES):
        none, gzip, br = (weights[encoding][at] for encoding in ENCODINGS)
        rows.append([name, kilo(none["alone"]), kilo(gzip["alone"]), kilo(br["alone"]), str(br["count"]), kilo(br["again"]), str(br["again_count"])])
    total = [sum(row["in_visit"] for row in weights[encoding]) for encoding in ENCODINGS]
    rows.append(["**keempatnya berturut-turut**"] + [f"**{kilo(size)}**" for size in total] + ["", f"**{kilo(sum(row['again'] for row in weights['br']))}**", ""])
    head = ["halaman", "tanpa kemas (kB)", "gzip (kB)", "Brotli (kB)", "permintaan", "besoknya (kB)", "permintaan besoknya"]
    return table(head, rows)


def scale_table(weights):
    visit = sum(row["in_visit"] for row in weights["br"])
    requests = sum(row["in_visit_count"] for row in weights["br"])
    rows = []
    for share in SHARES:
        people = voters() * share
        peak = people * PEAK_HOUR / 3600
        rows.append([
            f"{number(share * 100)}%",
            number(people),
            number(people * visit / 1e12, 1),
            number(people * requests / 1e6),
            number(peak * requests),
            number(peak * visit * 8 / 1e9, 2),
        ])
    head = ["bagian pemilih", "pengunjung sehari", "terkirim (TB)", "permintaan (juta)", "permintaan per detik, jam tersibuk", "Gbit per detik, jam tersibuk"]
    return table(head, rows)


def load_table(site):
    rows = []
    for name, path in PAGES:
        for encoding in ENCODINGS:
            rate, latest = load(site + path, encoding)
            rows.append([name, encoding or "tanpa kemas", number(rate), latest.replace(".", ",")])
    return table(["halaman", "kemasan", "permintaan per detik", "99 dari 100 dalam"], rows)


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    nginx = subprocess.run(["nginx", "-v"], capture_output=True, text=True).stderr.strip().split("/")[-1]
    commit = subprocess.run(["git", "log", "-1", "--format=%h, %cs"], capture_output=True, text=True).stdout.strip()
    busy = number(os.getloadavg()[0] / os.cpu_count(), 1)
    return (
        f"Diukur pada commit {commit}: nginx {nginx} dengan satu proses kerja dan `wrk` dengan {CONNECTIONS} sambungan, di komputer yang sama,\n"
        f"{os.cpu_count()} inti {model}. Sebelum diukur, komputer itu sudah menanggung {busy} pekerjaan lain per inti (rata-rata satu menit).\n"
    )


def between(text, name, new=None):
    """What stands between the marks of a name; with another in its place where one is given."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    before, rest = text.split(begin)
    old, after = rest.split(end)
    return old if new is None else before + begin + new + end + after


def cells(text):
    """The numbers of a table, in order."""
    return [float(found.replace(".", "").replace(",", ".")) for found in re.findall(r"(?<=[ *])\d[\d.]*(?:,\d+)?(?=[ *%])", text)]


def main():
    site = sys.argv[1]
    said = machine()
    weights = {encoding: weigh(site, encoding) for encoding in ENCODINGS}
    loads = load_table(site)
    text = open(DOCUMENT, encoding="utf-8").read()
    tables = {"bobot": weights_table(weights), "skala": scale_table(weights)}
    print(tables["bobot"], tables["skala"], loads, said, sep="\n")
    if "--tulis" in sys.argv:
        for name, new in {**tables, "beban": said + "\n" + loads}.items():
            text = between(text, name, new)
        open(DOCUMENT, "w", encoding="utf-8").write(text)
        return
    for name, new in tables.items():
        written, weighed = cells(between(text, name)), cells(new)
        if len(written) != len(weighed) or any(abs(a - b) > max(TOLERANCE * b, 0.2) for a, b in zip(written, weighed)):
            sys.exit(f"{DOCUMENT}: the table \"{name}\" is not what is weighed now; run tests/load/run --tulis and read the difference")


main()
