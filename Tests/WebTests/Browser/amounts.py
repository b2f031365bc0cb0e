"""Reckons what is typed in amount fields by the office's own script, in Chromium: reads texts, prints outcomes."""

import json
import os
import sys

from office import ADDRESS, chromium, page

texts = json.load(open(os.environ["FINSAM_TEXTS"], encoding="utf-8"))
with chromium() as browser:
    shown = page(browser, "bookkeeper")
    shown.goto(ADDRESS + "/ny-verifikation")
    source = shown.eval_on_selector("script[src*=grid]", "script => script.src")
    outcomes = shown.evaluate(
        "async ({ source, texts }) => { const grid = await import(source); return texts.map(grid.outcome); }",
        {"source": source, "texts": texts})
json.dump(outcomes, sys.stdout)
