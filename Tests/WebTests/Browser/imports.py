"""Sends files in, reads one, undoes it: with the browser's scripts and without them, by the keyboard, and axe on each page."""

import os

from office import ADDRESS, chromium, context, is_sideways, picture, violations

FILES = os.environ["FINSAM_FILES"]
faults = []


def fault(words):
    """Said at once, so that it is known also where the walk stops half-way."""
    print(words, flush=True)
    faults.append(words)


def look(shown, name, pictured=True):
    """Axe and widths on the page as it stands, and pictures of it where they are wanted."""
    where = f"{name} ({shown.viewport_size['width']} px)"
    for found in violations(shown):
        fault(f"{where}: {found}")
    if is_sideways(shown):
        fault(f"{where}: scrolls sideways")
    if pictured:
        picture(shown, f"inlasning-{name}-{shown.viewport_size['width']}")


def at_widths(shown, name):
    for width in (1024, 1600, 360):
        shown.set_viewport_size({"width": width, "height": 900})
        look(shown, name)
    shown.set_viewport_size({"width": 1280, "height": 900})


def send(shown, name):
    shown.goto(ADDRESS + "/inlasningar")
    shown.set_input_files("#fil", os.path.join(FILES, name))
    shown.get_by_role("button", name="Granska filen").press("Enter")


def expect(what, isso):
    if not isso:
        fault(what)


with chromium() as browser:
    shown = context(browser, "bookkeeper").new_page()
    shown.on("pageerror", lambda error: fault(f"script: {error}"))

    # A file that is right, one with faults, one of another association, one that is no file of bookkeeping.
    send(shown, "2023.se")
    at_widths(shown, "granskning")
    for name in ("fel.se", "annan.se", "webbsida.se"):
        send(shown, name)
        at_widths(shown, name.split(".")[0])
    shown.get_by_role("button", name="Kasta filen").press("Enter")
    at_widths(shown, "lista")
    expect("a thrown file waits still", shown.get_by_text("Granska webbsida.se").count() == 0)

    # A file that is dropped.
    handle = shown.evaluate_handle(
        """() => { const data = new DataTransfer(); data.items.add(new File(["x"], "släppt.se")); return data; }""")
    shown.dispatch_event("[data-import-drop]", "drop", {"dataTransfer": handle})
    expect("the dropped file is not chosen", shown.evaluate("document.getElementById('fil').files[0]?.name") == "släppt.se")

    # Read, by the keyboard; undone; read again.
    shown.get_by_role("link", name="Granska 2023.se").press("Enter")
    shown.get_by_role("button", name="Läs in", exact=True).press("Enter")
    shown.wait_for_url("**/inlasningar/*")
    expect("no receipt", "är inläst" in shown.inner_text("main"))
    at_widths(shown, "kvitto")
    send(shown, "2023.se")
    expect("the same bytes are not known", "Exakt samma fil är redan inläst" in shown.inner_text("main"))
    look(shown, "samma-fil", False)
    shown.get_by_role("link", name="2023.se, inläst").first.press("Enter")
    shown.fill("#skal", "Byrån har skickat en rättad fil")
    shown.get_by_role("button", name="Ångra inläsningen").press("Enter")
    shown.wait_for_selector("text=Inläsningen är ångrad")
    at_widths(shown, "angrad")

    # A large file: the page leads on by itself.
    send(shown, "stor.se")
    shown.wait_for_selector("text=Sex summor att stämma av")
    shown.get_by_role("button", name="Läs in", exact=True).click()
    shown.wait_for_selector("progress")
    look(shown, "lage")
    shown.wait_for_selector("text=Vad som lästes in")

    # Without scripts the same, but for the drop.
    plain = context(browser, "director", java_script_enabled=False).new_page()
    send(plain, "annat-ar.se")
    plain.get_by_role("button", name="Läs in", exact=True).click()
    expect("no receipt without scripts", "är inläst" in plain.inner_text("main"))

raise SystemExit(1 if faults else 0)
