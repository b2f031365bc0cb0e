"""Loads two pages of the office beside Fava and Flask, all on the same 100,000 vouchers in the same run. See script/bench.

Each server is alone on the machine while it is loaded: 50 users by wrk, one thread, ten seconds, after two of warming."""

import http.cookiejar
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

finsam = os.path.abspath(sys.argv[1])
size = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
here = os.path.dirname(os.path.abspath(__file__))
venv = os.path.dirname(sys.executable)
USERS, SECONDS = 50, 10


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait(url):
    for _ in range(600):
        try:
            urllib.request.urlopen(url, timeout=60).read()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{url} svarar inte")


def memory(process):
    """Resident MB of the process and its children, shared pages counted once each."""
    total = 0
    children = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True).stdout.split()
    for pid in [str(process.pid), *children]:
        with open(f"/proc/{pid}/smaps_rollup") as file:
            total += int(re.search(r"^Pss:\s+(\d+)", file.read(), re.M).group(1))
    return total // 1024


def load(url, cookie=None):
    command = ["wrk", "-t1", f"-c{USERS}", f"-d{SECONDS}s", "--latency", "--timeout", "60s", url]
    if cookie:
        command[1:1] = ["-H", f"Cookie: {cookie}"]
    warm = [part if not part.startswith("-d") else "-d2s" for part in command]
    subprocess.run(warm, capture_output=True, check=True)
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text:
        raise SystemExit(f"{url}: {text}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", text).groups()
    return rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


def stop(process):
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=30)


def sign_in(base, link):
    """Makes the first administrator by the link the program prints, as a person would, and gives the cookie."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = opener.open(base + urllib.parse.urlsplit(link).path).read().decode()
    fields = dict(re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
    for name in re.findall(r'<input[^>]*name="([^"]+)"', page):
        if name in fields:
            continue
        fields[name] = {"namn": "Mätaren", "mejl": "mataren@example.se", "epost": "mataren@example.se"}.get(
            name, "en lång fras för mätningen")
    opener.open(base + urllib.parse.urlsplit(link).path, urllib.parse.urlencode(fields).encode()).read()
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar if cookie.name.endswith("finsam"))


def serve(command, environment=None):
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                            env={**os.environ, **(environment or {})})


def main():
    work = tempfile.mkdtemp(prefix="finsam-bench-")
    subprocess.run([sys.executable, f"{here}/generate.py", str(size), work], check=True, stdout=subprocess.DEVNULL)
    book, plain = f"{work}/book.finsam", f"{work}/peer.db"
    subprocess.run([finsam, "new", book, "--name", "Exempelbygden", "--orgnr", "222000-0000"], check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run([finsam, "import", f"{work}/ledger.se", "--book", book], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["gcc", "-O2", "-o", f"{work}/floor", f"{here}/floor.c", "-lsqlite3"], check=True)
    subprocess.run([f"{work}/floor", f"{work}/ledger.se", plain], check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(plain) as database:
        # The floor keeps the file's bytes as they are; a page is in UTF-8.
        database.create_function("from_cp437", 1, lambda text: text.decode("cp437"))
        database.execute("UPDATE voucher SET text = from_cp437(CAST(text AS BLOB))")
        database.executescript(
            "ALTER TABLE voucher ADD COLUMN debit INTEGER;"
            "UPDATE voucher SET debit = (SELECT SUM(MAX(ore, 0)) FROM voucher_row WHERE voucher = voucher.id);"
            "CREATE INDEX by_account ON voucher_row(account, ore); CREATE INDEX by_date ON voucher(date, id); ANALYZE;")
    rows = []

    port = free_port()
    server = serve([finsam, "serve", book, "--port", str(port)])
    base, link = f"http://127.0.0.1:{port}", None
    for line in server.stdout:
        found = re.search(r"https?://\S+/inbjudan/\S+", line)
        if found:
            link = found.group(0)
        if link and "Ctrl-C" in line:
            break
    cookie = sign_in(base, link)
    pages = {"verifikationslista": "/verifikationer/2025", "saldobalans": "/saldobalans/2025"}
    ours = {name: load(base + path, cookie) for name, path in pages.items()}
    rows.append(("finsam", ours, memory(server)))
    stop(server)

    port = free_port()
    server = serve([f"{venv}/gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}", "--chdir", here, "peer:app"],
                   {"FINSAM_PEER": plain})
    wait(f"http://127.0.0.1:{port}/trial")
    rows.append(("Flask, gunicorn 2 arbetare", {
        "verifikationslista": load(f"http://127.0.0.1:{port}/vouchers"),
        "saldobalans": load(f"http://127.0.0.1:{port}/trial")}, memory(server)))
    stop(server)

    port = free_port()
    server = serve([f"{venv}/fava", f"{work}/ledger.beancount", "--host", "127.0.0.1", "--port", str(port)])
    wait(f"http://127.0.0.1:{port}/beancount/api/changed")
    rows.append(("Fava", {
        "verifikationslista": load(f"http://127.0.0.1:{port}/beancount/api/journal_page?page=1&order=desc"),
        "saldobalans": load(f"http://127.0.0.1:{port}/beancount/api/trial_balance")}, memory(server)))
    stop(server)
    shutil.rmtree(work)
    write(rows)


def write(rows):
    lines = ["## Kontoret i webbläsaren", "",
             f"{size} verifikationer, {USERS} användare samtidigt (wrk, en tråd, {SECONDS} s), varje server ensam på maskinen. Hos Fava är det",
             "svaren bakom samma sidor (`journal_page`, `trial_balance`), utan sidan omkring; hos Flask sidor med Jinja ur sqlite3 med täckande index.", "",
             "| server | sida | svar/s | finsam / den | p99 ms | MB |", "|---|---|---:|---:|---:|---:|"]
    ours = rows[0][1]
    for name, pages, megabytes in rows:
        for page, (rate, p99) in pages.items():
            lines.append(f"| {name} | {page} | {rate:.0f} | **{ours[page][0] / rate:.1f}** | {p99:.1f} | {megabytes} |")
    page = "docs/reference/performance.md"
    with open(page) as file:
        text = re.sub(r"\n## Kontoret i webbläsaren\n.*?(?=\n## |\Z)", "\n", file.read(), flags=re.S).rstrip("\n")
    with open(page, "w") as file:
        file.write(text + "\n\n" + "\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
