"""Runs finsam and its peers side by side and writes the table of ratios. See script/bench."""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

# Each run of a peer reads its file anew.
os.environ["BEANCOUNT_DISABLE_LOAD_CACHE"] = "1"
finsam, sizes = os.path.abspath(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [10_000, 100_000, 1_000_000]
here = os.path.dirname(os.path.abspath(__file__))
venv = os.path.dirname(sys.executable)


def run(command, before=None, runs=3):
    """Median wall seconds and largest peak in MB over some runs, after one that is not counted."""
    walls, peak = [], 0
    for turn in range(runs + 1):
        if before:
            before()
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        if status != 0:
            raise SystemExit(f"{command[0]} ended with {status}: {errors.decode()[-500:]}")
        if turn:
            walls.append(wall)
            peak = max(peak, usage.ru_maxrss // 1024)
    return statistics.median(walls), peak


def main():
    work = tempfile.mkdtemp(prefix="finsam-bench-")
    floor = f"{work}/floor"
    subprocess.run(["gcc", "-O2", "-o", floor, f"{here}/floor.c", "-lsqlite3"], check=True)
    rows = []
    for size in sizes:
        folder = f"{work}/{size}"
        os.mkdir(folder)
        lines = subprocess.run([sys.executable, f"{here}/generate.py", str(size), folder], check=True,
                               capture_output=True, text=True).stdout.strip()
        megabytes = os.path.getsize(f"{folder}/ledger.se") / 1e6
        runs = 3 if size <= 100_000 else 1
        print(f"── {size} verifikationer, {lines} rader, {megabytes:.1f} MB", flush=True)
        book, plain = f"{folder}/book.finsam", f"{folder}/floor.db"

        def fresh(path):
            for ending in ("", "-wal", "-shm"):
                if os.path.exists(path + ending):
                    os.remove(path + ending)

        def new_book():
            fresh(book)
            subprocess.run([finsam, "new", book, "--name", "Exempelbygden", "--orgnr", "222000-0000"], check=True,
                           stdout=subprocess.DEVNULL)

        c_wall, c_peak = run([floor, f"{folder}/ledger.se", plain], before=lambda: fresh(plain), runs=runs)
        i_wall, i_peak = run([finsam, "import", f"{folder}/ledger.se", "--book", book], before=new_book, runs=runs)
        subprocess.run(["sqlite3", plain, "CREATE INDEX by_account ON voucher_row(account, ore)"], check=True)
        query = "SELECT account, SUM(ore) FROM voucher_row GROUP BY account"
        q_wall, _ = run(["sqlite3", plain, query], runs=7)
        s_wall, s_peak = run([finsam, "statements", book, "--year", "2025"], runs=7)
        v_wall, v_peak = run([finsam, "verify", book], runs=1)
        peers = {}
        if size <= 100_000:
            peers["hledger"], _ = run(["hledger", "-f", f"{folder}/ledger.journal", "is", "-Y"], runs=1)
            peers["beancount"], _ = run([f"{venv}/bean-query", f"{folder}/ledger.beancount",
                                         "SELECT account, sum(position) GROUP BY account"], runs=1)
        rows.append((size, lines, megabytes, c_wall, c_peak, i_wall, i_peak, q_wall, s_wall, s_peak, v_wall, v_peak, peers))
        print(f"   läsa in {i_wall:.2f} s ({i_wall / c_wall:.2f} × golvet), räkningar {s_wall * 1000:.0f} ms", flush=True)
        os.remove(f"{folder}/ledger.journal")
        os.remove(f"{folder}/ledger.beancount")

    report_wall, engine_wall = measure_report(work)
    write(rows, report_wall, engine_wall)
    shutil.rmtree(work)


def measure_report(work):
    """A whole report of the example against the PDF engine alone on the same model."""
    book, out = f"{work}/report.finsam", f"{work}/report"
    subprocess.run([finsam, "import", "Examples/blekinge-2022", "--book", book], check=True, stdout=subprocess.DEVNULL)
    model = f"{work}/model.json"
    whole, _ = run([finsam, "report", book, "--year", "2022", "--out", out])
    engine, _ = run([finsam, "report", book, "--year", "2022", "--out", out, "--only", "pdf", "--engine-alone"])
    return whole, engine


def write(rows, report_wall, engine_wall):
    lines = [
        "# Prestanda", "",
        "Skriven av `script/bench`; varje rad är mätt i en och samma körning på samma rader. Förhållanden säger mer än sekunder.",
        f"Maskin: {os.cpu_count()} kärnor, {platform.system()} {platform.machine()}.", "",
        "## Läsa in SIE 4E i boken", "",
        "Golvet är ett C-program som läser samma fil till SQLite utan kontroller (`script/bench.d/floor.c`).", "",
        "| verifikationer | rader | MB | golvet s | finsam s | finsam / golvet | finsam MB |",
        "|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for size, count, megabytes, c_wall, _, i_wall, i_peak, *_ in rows:
        lines.append(f"| {size} | {count} | {megabytes:.1f} | {c_wall:.2f} | {i_wall:.2f} | **{i_wall / c_wall:.2f}** | {i_peak} |")
    lines += ["", "## Resultat- och balansräkning ur en färdig bok, med programstart", "",
              "| verifikationer | sqlite3 med täckande index ms | finsam ms | finsam / sqlite3 | hledger / finsam | beancount / finsam | finsam MB |",
              "|---:|---:|---:|---:|---:|---:|---:|"]
    for size, _, _, _, _, _, _, q_wall, s_wall, s_peak, _, _, peers in rows:
        ratio = [f"{peers[name] / s_wall:.0f}" if name in peers else "ej mätt" for name in ("hledger", "beancount")]
        lines.append(f"| {size} | {q_wall * 1000:.0f} | {s_wall * 1000:.0f} | **{s_wall / q_wall:.2f}** | {ratio[0]} | {ratio[1]} | {s_peak} |")
    lines += ["", "## Räkna om allt (`finsam verify`)", "", "| verifikationer | s | MB |", "|---:|---:|---:|"]
    for size, *_, v_wall, v_peak, _ in rows:
        lines.append(f"| {size} | {v_wall:.2f} | {v_peak} |")
    lines += ["", "## En hel årsredovisning (HTML, PDF, JSON) av exemplet Blekinge 2022", "",
              f"Hela rapporten {report_wall:.2f} s; PDF-motorn ensam på samma modell {engine_wall:.2f} s; förhållande **{report_wall / engine_wall:.2f}**.", ""]
    with open("docs/reference/performance.md", "w") as page:
        page.write("\n".join(lines))
    print("\n".join(lines))


main()
