"""Times the search for similar obstacles among 5,000 in the office, the list, and the lift. See script/bench.

The obstacles are reported through the office's own form, of words that real ones share, so that every search meets hundreds
of candidates. What is timed is the whole answer: form read, words stemmed and looked up, page made and sent."""

import http.cookiejar
import os
import random
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

finsam = os.path.abspath(sys.argv[1])
COUNT, RUNS = 5_000, 200
WHO = ["Försäkringskassan", "Arbetsförmedlingen", "vårdcentralen", "socialtjänsten", "psykiatrin", "kommunens handläggare",
       "regionens rehabkoordinator", "skolan", "kronofogden", "arbetsgivaren"]
WHAT = ["blanketten", "sekretessen", "läkarintyget", "ersättningen", "remissen", "aktivitetsrapporten", "tolken", "väntetiden",
        "bostadsbidraget", "praktikplatsen", "samtycket", "journalen", "SGI-skyddet", "planeringsmötet", "e-legitimationen"]
HOW = ["finns bara på svenska", "tar för lång tid att få", "får inte delas mellan parterna", "upphör när insatsen börjar",
       "kräver ett nytt beslut varje månad", "går inte att söka för den som saknar fast adress", "nekas utan att skälet sägs",
       "hanteras olika i varje kommun", "passar inte för deltid", "måste göras om när handläggaren byts"]


def sentence(rng):
    return f"{rng.choice(WHAT).capitalize()} hos {rng.choice(WHO)} {rng.choice(HOW)}"


class Office:
    def __init__(self, book):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.process = subprocess.Popen([finsam, "serve", book, "--port", str(port)], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        self.base, link = f"http://127.0.0.1:{port}", None
        for line in self.process.stdout:
            found = re.search(r"https?://\S+/inbjudan/\S+", line)
            link = found.group(0) if found else link
            if link and "Ctrl-C" in line:
                break
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        path = urllib.parse.urlsplit(link).path
        page = self.get(path)
        fields = dict(re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
        for name in re.findall(r'<input[^>]*name="([^"]+)"', page):
            fields.setdefault(name, {"namn": "Mätaren", "mejl": "mataren@example.se", "epost": "mataren@example.se"}.get(
                name, "en lång fras för mätningen"))
        self.post(path, fields)
        self.token = re.search(r'name="_nyckel" value="([^"]*)"', self.get("/hinder/nytt")).group(1)

    def get(self, path):
        return self.opener.open(self.base + path).read().decode()

    def post(self, path, fields):
        return self.opener.open(self.base + path, urllib.parse.urlencode(fields).encode()).read().decode()

    def report(self, rng, **more):
        return self.post("/hinder/nytt", {
            "_nyckel": self.token, "fran": "kansli", "rubrik": sentence(rng), "ofta": "månad",
            "stoppar": f"{sentence(rng)}. {sentence(rng)}.", "losning": sentence(rng), **more})


def times(body, runs=RUNS):
    """Median and 99th percentile in milliseconds, after ten that are not counted."""
    walls = []
    for turn in range(runs + 10):
        start = time.monotonic()
        body()
        if turn >= 10:
            walls.append((time.monotonic() - start) * 1000)
    return statistics.median(walls), statistics.quantiles(walls, n=100)[98]


def main():
    work = tempfile.mkdtemp(prefix="finsam-bench-")
    book = f"{work}/bok.finsam"
    subprocess.run([finsam, "new", book, "--name", "Exempelbygden", "--orgnr", "222000-0000"], check=True,
                   stdout=subprocess.DEVNULL)
    office, rng = Office(book), random.Random(7)
    try:
        for _ in range(COUNT):
            # The page of what was kept is not asked for: it searches too.
            try:
                office.opener.open(urllib.request.Request(
                    office.base + "/hinder/nytt", method="POST", headers={},
                    data=urllib.parse.urlencode({
                        "_nyckel": office.token, "fran": "kansli", "rubrik": sentence(rng), "ofta": "månad", "granskat": "ja",
                        "stoppar": f"{sentence(rng)}. {sentence(rng)}.", "losning": sentence(rng)}).encode())).read()
            except urllib.error.HTTPError as error:
                raise SystemExit(f"{error.code}: {error.read().decode()[:500]}")
        rows = [("söka liknande medan ett hinder skrivs", times(lambda: office.report(rng, sok="ja"))),
                ("listan, sökt på ord i böjd form", times(lambda: office.get("/hinder?sok=" + urllib.parse.quote("läkarintygens väntetider")), 50)),
                ("hissen: var hindren står och hur länge", times(lambda: office.get("/hinder/hissen"), 50))]
    finally:
        office.process.send_signal(signal.SIGTERM)
        office.process.wait(timeout=30)
        shutil.rmtree(work)
    lines = ["## Hinder", "", f"{COUNT} hinder. Tiden är hela svaret från kontoret, över den lokala datorns nät.", "",
             "| vad | median, ms | 99 av 100, ms |", "|---|---:|---:|"]
    lines += [f"| {words} | {middle:.0f} | {high:.0f} |" for words, (middle, high) in rows]
    page = "docs/reference/performance.md"
    with open(page) as file:
        text = re.sub(r"\n## Hinder\n.*?(?=\n## |\Z)", "\n", file.read(), flags=re.S).rstrip("\n")
    with open(page, "w") as file:
        file.write(text + "\n\n" + "\n".join(lines) + "\n")
    print("\n".join(lines))


main()
