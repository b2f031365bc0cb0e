"""Times the note of insatser and the forecast in a book of 80 insatser, 4 receivers each, over 10 years. See script/bench.

The program's own start, measured by `finsam settings` in the same run, is taken off: what is left is to open the book, read
two years month by month, and reckon and write the forecast as JSON, which has a row for each of the note's."""

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
INSATSER, RECEIVERS, YEARS = 80, 4, range(2016, 2026)


def median(command, runs=15):
    """Median wall milliseconds, after two runs that are not counted."""
    walls = []
    for turn in range(runs + 2):
        start = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        if turn > 1:
            walls.append((time.monotonic() - start) * 1000)
    return statistics.median(walls)


def folder(path):
    """An association folder with a frame per insats, receiver and year, and a SIE file per year."""
    rng = random.Random(7)
    os.makedirs(f"{path}/bokforing")
    members = [f"P{number}" for number in range(RECEIVERS)]
    with open(f"{path}/forbund.yaml", "w") as file:
        file.write("namn: Exempelbygden\norganisationsnummer: 222000-0000\nkontoplan: BAS\n")
    with open(f"{path}/medlemmar.yaml", "w") as file:
        file.write("medlemmar:\n" + "".join(f"  - id: {m}\n    namn: Part {m}\n    slag: kommun\n" for m in members))
    with open(f"{path}/insatser.yaml", "w") as file:
        file.write("insatser:\n")
        for number in range(INSATSER):
            file.write(f"  - id: I{number}\n    namn: Insats {number}\n    slag: individ\n    ägare: P0\n    syfte: Prov\n    målgrupp: Prov\n")
        file.write("ramar:\n")
        for year in YEARS:
            file.write(f"  {year}:\n")
            for number in range(INSATSER):
                for member in members:
                    file.write(f"    - insats: I{number}\n      mottagare: {member}\n      belopp: {rng.randrange(50_000, 400_000)}\n")
    for year in YEARS:
        rows = ["#FLAGGA 0", '#PROGRAM "bench" "1"', "#FORMAT PC8", "#GEN 20260101", "#SIETYP 4", "#ORGNR 222000-0000",
                '#FNAMN "Exempelbygden"', f"#RAR 0 {year}0101 {year}1231", '#KONTO 1930 "Bank"', '#KONTO 4010 "Bidrag"',
                '#KONTO 3981 "Medlemsbidrag"', '#DIM 20 "Insats"', '#DIM 21 "Part"']
        rows += [f'#OBJEKT 20 "I{number}" "Insats {number}"' for number in range(INSATSER)]
        rows += [f'#OBJEKT 21 "{member}" "Part {member}"' for member in members]
        totals, voucher = {"1930": 0, "4010": 0, "3981": 0}, 0
        for month in range(1, 13):
            for number in range(INSATSER):
                voucher += 1
                rows += [f'#VER "A" "{voucher}" {year}{month:02d}15 "Rekvisition"', "{"]
                whole = 0
                for member in members:
                    amount = rng.randrange(3_000, 30_000)
                    whole += amount
                    rows.append(f'#TRANS 4010 {{20 "I{number}" 21 "{member}"}} {amount}.00')
                rows += [f"#TRANS 1930 {{}} -{whole}.00", "}"]
                totals["4010"] += whole
                totals["1930"] -= whole
        rows += [f'#VER "A" "{voucher + 1}" {year}0102 "Bidrag"', "{", "#TRANS 1930 {} 70000000.00", "#TRANS 3981 {} -70000000.00", "}"]
        totals["1930"] += 70_000_000
        totals["3981"] -= 70_000_000
        rows += [f"#RES 0 {account} {total}.00" for account, total in totals.items() if account[0] != "1"]
        with open(f"{path}/bokforing/{year}.se", "wb") as file:
            file.write(("\r\n".join(rows) + "\r\n").encode("cp437"))


def main():
    work = tempfile.mkdtemp(prefix="finsam-bench-")
    folder(f"{work}/mapp")
    book = f"{work}/bok.finsam"
    subprocess.run([finsam, "import", f"{work}/mapp", "--book", book], check=True, stdout=subprocess.DEVNULL)
    start = median([finsam, "settings"])
    forecast = median([finsam, "forecast", book, "--month", "2025-08", "--json"]) - start
    shutil.rmtree(work)
    lines = ["## Noten och prognosen", "",
             f"{INSATSER} insatser, {RECEIVERS} mottagare per insats, {len(YEARS)} år, en ram per insats, mottagare och år. Programstarten är fråndragen.", "",
             "| vad | ms |", "|---|---:|", f"| `finsam forecast`: öppna boken, läsa två år månad för månad, räkna och skriva 320 rader | {forecast:.0f} |"]
    page = "docs/reference/performance.md"
    with open(page) as file:
        text = re.sub(r"\n## Noten och prognosen\n.*?(?=\n## |\Z)", "\n", file.read(), flags=re.S).rstrip("\n")
    with open(page, "w") as file:
        file.write(text + "\n\n" + "\n".join(lines) + "\n")
    print("\n".join(lines))


main()
