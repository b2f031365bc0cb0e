"""The peer: the same two pages by Flask and sqlite3, as a good afternoon's work would make them. Run under gunicorn.

FINSAM_PEER names the database that floor.c made, with a covering index and the sum of each voucher beside it."""

import os
import sqlite3

from flask import Flask, g, render_template_string

app = Flask(__name__)
HEAD = "<!DOCTYPE html><html lang=sv><head><meta charset=utf-8><title>{{ title }}</title></head><body><h1>{{ title }}</h1>"
LIST = HEAD + """<p>{{ count }} verifikationer</p><table><tr><th>Nummer<th>Dag<th>Text<th>Belopp</tr>
{% for series, number, date, text, ore in rows %}<tr><td><a href="/v/{{ series }}-{{ number }}">{{ series }} {{ number }}</a>
<td>{{ date }}<td>{{ text }}<td>{{ "{:,.2f}".format(ore / 100) }}</tr>{% endfor %}</table></body></html>"""
TRIAL = HEAD + """<table><tr><th>Konto<th>Debet<th>Kredit<th>Saldo</tr>
{% for account, debit, credit in rows %}<tr><td><a href="/h/{{ account }}">{{ account }}</a>
<td>{{ "{:,.2f}".format(debit / 100) }}<td>{{ "{:,.2f}".format(credit / 100) }}
<td>{{ "{:,.2f}".format((debit - credit) / 100) }}</tr>{% endfor %}</table></body></html>"""


def database():
    if "db" not in g:
        g.db = sqlite3.connect(f"file:{os.environ['FINSAM_PEER']}?mode=ro", uri=True)
    return g.db


@app.teardown_appcontext
def close(_):
    if "db" in g:
        g.db.close()


@app.route("/vouchers")
def vouchers():
    rows = database().execute(
        "SELECT series, number, date, text, debit FROM voucher ORDER BY date DESC, id DESC LIMIT 100").fetchall()
    count, = database().execute("SELECT COUNT(*) FROM voucher").fetchone()
    return render_template_string(LIST, title="Verifikationer", rows=rows, count=count)


@app.route("/trial")
def trial():
    rows = database().execute(
        "SELECT account, SUM(MAX(ore, 0)), SUM(MAX(-ore, 0)) FROM voucher_row GROUP BY account").fetchall()
    return render_template_string(TRIAL, title="Saldobalans", rows=rows)
