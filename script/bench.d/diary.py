"""Times searches in a diary of 20,000 entries, a tenth of them marked as secret, over ten years. See script/bench.

Each search is a whole page of the register, a hundred lines or what is found, from the served program on one connection;
what the program answers to /halsa in the same run is taken off. The entries are written past the program, since only the
reading is timed: the triggers that keep acts sealed are let go in this one book."""

import http.client
import os
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

import web

finsam = os.path.abspath(sys.argv[1])
ENTRIES, YEARS, LIMIT_MS = 20_000, 10, 30
WORDS = """ansökan medel insats rekvisition underlag protokoll kallelse remiss svar fråga begäran yttrande budget årsredovisning
revision avtal överenskommelse samverkan rehabilitering arbetsförmåga kommun region försäkringskassan arbetsförmedlingen uppföljning
utvärdering konferens utbildning lokal hyra anställning upphandling arvode ersättning delegation beslut plan policy rapport
handlingar deltagare handläggare vägledare processledare styrgrupp beredningsgrupp medlemssamråd förbundsordning""".split()
PARTIES = [f"{kind} {name}" for kind in ("Kommunen i", "Regionen", "Kassan i") for name in ("Norr", "Söder", "Öster", "Väster")]


def fill(book):
    rng = random.Random(20)
    database = sqlite3.connect(book)
    for trigger in ("diary_entry_is_new", "diary_entry_follows"):
        database.execute(f"DROP TRIGGER {trigger}")
    numbers = {}
    for entry in range(1, ENTRIES + 1):
        year = 2026 - (entry - 1) * YEARS // ENTRIES
        numbers[year] = numbers.get(year, 0) + 1
        subject = " ".join(rng.choice(WORDS) for _ in range(rng.randint(3, 9))) + f" {rng.randint(1, 5000)}"
        database.execute(
            "INSERT INTO diary_entry VALUES (?, 'FS', ?, ?, ?, 'in', ?, ?, ?, 0, 1)",
            (entry, year, numbers[year], year * 10000 + 101, rng.choice(PARTIES), subject,
             "OSL 26 kap. 1 §" if rng.random() < 0.1 else ""))
    database.commit()
    database.close()


def main():
    with tempfile.TemporaryDirectory(prefix="finsam-bench-") as work:
        book = f"{work}/book.finsam"
        subprocess.run([finsam, "new", book, "--name", "Exempelbygden", "--orgnr", "222000-0000"], check=True,
                       stdout=subprocess.DEVNULL)
        fill(book)
        port = web.free_port()
        start = time.monotonic()
        server = web.serve([finsam, "serve", book, "--port", str(port)])
        link = None
        for line in server.stdout:
            found = re.search(r"https?://\S+/inbjudan/\S+", line)
            link = found.group(0) if found else link
            if link and "Ctrl-C" in line:
                break
        print(f"index över {ENTRIES} poster och start: {time.monotonic() - start:.1f} s")
        try:
            cookie = web.sign_in(f"http://127.0.0.1:{port}", link)
            connection = http.client.HTTPConnection("127.0.0.1", port)

            def median(path):
                walls = []
                for turn in range(32):
                    begun = time.monotonic()
                    connection.request("GET", path, headers={"Cookie": cookie})
                    answer = connection.getresponse()
                    answer.read()
                    if answer.status != 200:
                        raise SystemExit(f"{path}: {answer.status}")
                    if turn > 1:
                        walls.append((time.monotonic() - begun) * 1000)
                return statistics.median(walls)

            floor = median("/halsa")
            slow = []
            for path in ("/diarium/2026", "/diarium/2026?ord=ansökningar", "/diarium/2026?ord=handläggarnas budget",
                         "/diarium/2026?ord=uppf", "/diarium/2020?ord=4711", "/diarium/2026?ord=FS 2021/300",
                         "/diarium/2026?sekretess=ja", "/sok?ord=rehabilitering upphandling", "/sok?ord=FS 2021/300"):
                took = median(urllib.parse.quote(path, safe="/?=")) - floor
                slow += [path] if took > LIMIT_MS else []
                print(f"{path}: {took:.1f} ms")
            if slow:
                raise SystemExit(f"långsammare än {LIMIT_MS} ms: {', '.join(slow)}")
        finally:
            web.stop(server)


main()
