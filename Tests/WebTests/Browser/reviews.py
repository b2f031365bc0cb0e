"""Drops a PDF to be reviewed and reads the finding in the margin: by mouse, by keyboard, without scripts, at 320 px, with axe."""

import base64
import os
import sys

from office import ADDRESS, chromium, context, is_sideways, picture, violations

FILES = os.environ["FINSAM_FILES"]
faults = []


def fault(words):
    print(words, flush=True)
    faults.append(words)


def look(shown, name):
    for width in (1280, 320):
        shown.set_viewport_size({"width": width, "height": 900})
        for found in violations(shown):
            fault(f"{name} ({width} px): {found}")
        if is_sideways(shown):
            fault(f"{name} ({width} px): scrolls sideways")
        picture(shown, f"granskning-{name}-{width}")
    shown.set_viewport_size({"width": 1280, "height": 900})


def expect(what, isso):
    if not isso:
        fault(what)


with chromium() as browser:
    # Dropped.
    shown = context(browser, "director").new_page()
    shown.on("pageerror", lambda error: fault(f"script: {error}"))
    shown.goto(ADDRESS + "/granska")
    look(shown, "skicka")
    with open(os.path.join(FILES, "rapport.pdf"), "rb") as file:
        text = base64.b64encode(file.read()).decode()
    handle = shown.evaluate_handle(
        """(text) => { const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0)); const data = new DataTransfer();
           data.items.add(new File([bytes], "rapport.pdf", { type: "application/pdf" })); return data; }""", text)
    shown.dispatch_event("[data-import-drop]", "drop", {"dataTransfer": handle})
    shown.get_by_role("button", name="Granska", exact=True).click()
    shown.wait_for_selector(".granskad-rad", timeout=400_000)
    margin = shown.locator(".granskning")
    expect("no finding in the margin", margin.count() >= 1)
    words = " ".join(margin.all_inner_texts())
    expect(f"the slip is not said: {words}", "Kassaflöde från den löpande verksamheten" in words)
    beside = shown.locator(".granskad-rad", has=shown.locator(".granskning")).first.inner_text()
    expect(f"it does not stand beside its line: {beside}", "löpande verksamheten" in beside)
    expect("no figure is linked", shown.locator("a.granskat-tal").count() > 50)
    look(shown, "funnet")

    # By the keyboard: from the list to the line, and on to the next.
    shown.locator("section ol a").first.press("Enter")
    expect("the list leads nowhere", "#anmarkning-" in shown.url)
    if margin.count() > 1:
        shown.get_by_role("link", name="Nästa anmärkning").first.press("Enter")
        expect("the next is not found", "#anmarkning-2" in shown.url)
    shown.locator("a.granskat-tal").first.press("Enter")
    expect("a figure leads nowhere", "#rad-" in shown.url)

    # Into the book.
    shown.get_by_role("link", name="Ta in siffrorna i boken").press("Enter")
    shown.wait_for_selector("h1:has-text('Ta in siffrorna i boken')")
    look(shown, "historik")

    # Several, without scripts.
    plain = context(browser, "auditor", java_script_enabled=False).new_page()
    plain.goto(ADDRESS + "/granska")
    plain.set_input_files("#fil", [os.path.join(FILES, name) for name in ("provet.txt", "rapport.pdf")])
    plain.get_by_role("button", name="Granska", exact=True).press("Enter")
    plain.wait_for_selector("table.list", timeout=400_000)
    plain.get_by_role("link", name="Samordningsförbundet Exempel, 2023 (provet.txt)").press("Enter")
    expect("no finding without scripts", plain.locator(".granskning").count() == 1)

    table = context(browser, "auditor").new_page()
    table.goto(ADDRESS + "/granska")
    table.locator("main ul a").first.click()
    look(table, "tabell")

sys.exit(1 if faults else 0)
