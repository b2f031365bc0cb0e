#!/usr/bin/env python3
"""Reckons a finsam book again, independently of finsam: every hash of its history and every voucher's balance.
Says which line of history is the first that differs. Needs Python 3.9 and nothing else. Usage: verify.py BOOK.finsam
Exit code 0: the book is whole. 1: it is not. The canonical form is described in schema.md."""
import hashlib, sqlite3, sys

book = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})

def line(fields):
    """A canonical line: fields separated by TAB, ended by LF; NULL is \\N."""
    texts = ("\\N" if f is None else str(f).translate(ESCAPES) for f in fields)
    return ("\t".join(texts) + "\n").encode("utf-8")

# 1. Every fact, hashed by the line of history it belongs to. A table of facts is one with a history_sequence.
facts = {}  # sequence -> table -> [row count, SHA-256]
for (table,) in book.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall():
    columns = book.execute("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", (table,)).fetchall()
    names = [name for name, kind, _ in columns if kind != "BLOB"]
    if "history_sequence" not in names:
        continue
    key = ", ".join(name for _, name in sorted((pk, name) for name, _, pk in columns if pk))
    place = names.index("history_sequence")
    for row in book.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY {key}"):
        entry = facts.setdefault(row[place], {}).setdefault(table, [0, hashlib.sha256()])
        entry[0] += 1
        entry[1].update(line(row))

# 2. Every line of history: the digest of its facts, bound to the line before.
wrong, previous, last = [], "0" * 64, 0
for sequence, moment, actor, act, subject, *stored in book.execute(
        "SELECT h.sequence, moment, actor, act, subject, digest, previous_hash, hash FROM history h"
        " LEFT JOIN history_seal s ON s.sequence = h.sequence ORDER BY h.sequence"):
    tables = sorted(facts.pop(sequence, {}).items())
    digest = hashlib.sha256(b"".join(line((t, n, h.hexdigest())) for t, (n, h) in tables)).hexdigest()
    text = line(("finsam-history-1", sequence, moment, actor, act, subject, digest, previous))
    expected = hashlib.sha256(text).hexdigest()
    if sequence != last + 1 or stored != [digest, previous, expected]:
        first = sequence if sequence == last + 1 else last + 1
        wrong.append(f"history line {first} ({act} {subject}): expected {expected}, found {stored[2]}")
        break
    previous, last = expected, sequence
else:
    wrong += [f"history line {sequence} is missing" for sequence in sorted(facts)[:1]]

# 3. Every voucher's balance, and the bytes of attachments and imported files.
wrong += [f"voucher {s} {n} does not balance: {d} öre" for s, n, d in book.execute(
    "SELECT series, number, SUM(amount_ore) FROM voucher JOIN voucher_row ON voucher_id = id"
    " GROUP BY id HAVING SUM(amount_ore) <> 0")]
wrong += [f"attachment {n} has other bytes" for n, h, b in book.execute("SELECT name, sha256, bytes FROM attachment")
          if hashlib.sha256(b).hexdigest() != h]
for sequence, sha256 in book.execute("SELECT history_sequence, sha256 FROM import_content").fetchall():
    file = hashlib.sha256()
    for (piece,) in book.execute("SELECT bytes FROM import_chunk WHERE history_sequence = ? ORDER BY position", (sequence,)):
        file.update(piece)
    wrong += [f"imported file {sequence} has other bytes"] if file.hexdigest() != sha256 else []

print("\n".join(wrong) or f"whole: {last} lines of history, last hash {previous}")
sys.exit(1 if wrong else 0)
