"""Times the whole statistics appendix, with suppression, of 75 insatser over 10 years. See script/bench.

Each insats has its flow by sex every year, and all together the flow and every ground, as accepted deliveries give them. Two
times are taken: the first release, which decides for every count whether it may be printed and writes what it told in the
register, and a second one, which reads the register and tells the same. The program's own start is taken off."""

import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

finsam = os.path.abspath(sys.argv[1])
INSATSER, YEARS = 75, range(2016, 2026)
GROUNDS = [("kommun", "Kommun", 12), ("alder", "Ålder", 5), ("remittent", "Remittent", 8), ("utbildning", "Utbildning", 4),
           ("forsorjningstid", "Tid", 6)]


def timed(command):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.monotonic() - start) * 1000


def row(id, title, women, men):
    return f"      - {{id: {id}, rubrik: {title}, antal: {{kvinnor: {women}, män: {men}}}}}\n"


def folder(path):
    """An association folder with the counts of every insats and year. Some of them are small."""
    rng = random.Random(7)
    os.makedirs(f"{path}/deltagare")
    with open(f"{path}/forbund.yaml", "w") as file:
        file.write("namn: Exempelbygden\norganisationsnummer: 222000-0000\nkontoplan: BAS\n")
    with open(f"{path}/medlemmar.yaml", "w") as file:
        file.write("medlemmar:\n  - id: K\n    namn: Kommunen\n    slag: kommun\n")
    with open(f"{path}/insatser.yaml", "w") as file:
        file.write("insatser:\n" + "".join(
            f"  - id: I{n}\n    namn: Insats {n}\n    slag: individ\n    ägare: K\n    syfte: Prov\n    målgrupp: Prov\n"
            for n in range(INSATSER)))
    carried = {n: [rng.randrange(0, 15), rng.randrange(0, 15)] for n in range(INSATSER)}
    for year in YEARS:
        text = "tabeller:\n"
        sums = [[0, 0] for _ in range(4)]
        for n in range(INSATSER):
            new = [rng.randrange(0, 12), rng.randrange(0, 12)]
            finished = [rng.randrange(0, carried[n][s] + new[s] + 1) for s in (0, 1)]
            ongoing = [carried[n][s] + new[s] - finished[s] for s in (0, 1)]
            text += (f"  - id: flode-I{n}\n    rubrik: Deltagare i Insats {n}\n    slag: flöde\n    radrubrik: Deltagare\n"
                     f"    insats: I{n}\n    rader:\n")
            for index, (id, counts) in enumerate([("ingående", carried[n]), ("nya", new), ("avslutade", finished), ("pågående", ongoing)]):
                text += row(id, id.capitalize(), *counts)
                sums[index] = [sums[index][0] + counts[0], sums[index][1] + counts[1]]
            carried[n] = ongoing
        text += "  - id: flode\n    rubrik: Deltagare i alla insatser\n    slag: flöde\n    radrubrik: Deltagare\n    rader:\n"
        for id, counts in zip(["ingående", "nya", "avslutade", "pågående"], sums):
            text += row(id, id.capitalize(), *counts)
        for id, title, count in GROUNDS + [("avslut", "Avslutsanledning", 14)]:
            whole = list(sums[2] if id == "avslut" else sums[1])
            text += f"  - id: {id}\n    rubrik: Efter {title}\n    slag: delar\n    radrubrik: {title}\n    rader:\n"
            for band in range(count):
                part = whole if band == count - 1 else [rng.randrange(0, max(1, 2 * whole[s] // count)) for s in (0, 1)]
                part = [min(part[s], whole[s]) for s in (0, 1)]
                whole = [whole[s] - part[s] for s in (0, 1)]
                text += row(f"b{band}", f"Band {band}", *part)
        with open(f"{path}/deltagare/{year}.yaml", "w") as file:
            file.write(text)


def main():
    work = tempfile.mkdtemp(prefix="finsam-bench-")
    folder(f"{work}/mapp")
    book = f"{work}/bok.finsam"
    subprocess.run([finsam, "import", f"{work}/mapp", "--book", book], check=True, stdout=subprocess.DEVNULL)
    start = statistics.median(timed([finsam, "settings"]) for _ in range(15))
    command = ["statistics", f"{work}/copy.finsam", "--year", "2025", "--html", f"{work}/s.html"]

    def first():
        shutil.copy(book, f"{work}/copy.finsam")
        return timed([finsam] + command) - start

    firsts = statistics.median(first() for _ in range(5))
    seconds = statistics.median(timed([finsam] + command) - start for _ in range(7))
    size = os.path.getsize(f"{work}/s.html") / 1e6
    shutil.rmtree(work)
    lines = ["## Statistikbilagan", "",
             f"{INSATSER} insatser, {len(YEARS)} år, flöde per insats och år och sex grunder över alla; webbsidan är {size:.1f} MB. Programstarten är "
             "fråndragen. Målet är 300 ms.", "",
             "| vad | ms |", "|---|---:|",
             f"| `finsam statistics` första gången: läsa boken, skydda små antal, skriva registret och bilagan | {firsts:.0f} |",
             f"| samma igen, med registret att läsa | {seconds:.0f} |"]
    page = "docs/reference/performance.md"
    with open(page) as file:
        text = re.sub(r"\n## Statistikbilagan\n.*?(?=\n## |\Z)", "\n", file.read(), flags=re.S).rstrip("\n")
    with open(page, "w") as file:
        file.write(text + "\n\n" + "\n".join(lines) + "\n")
    print("\n".join(lines))


main()
