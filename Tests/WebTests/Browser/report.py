"""The annual report in a real browser: a text is written beside its preview, a figure is inserted and opened, a mend is
put in, an answer is sent without losing what is not saved, and the same is done without any script."""

import os
import re

from playwright.sync_api import expect

from office import ADDRESS, chromium, context, is_sideways, violations

PAGES = [
    "/rapport/2022", "/rapport/2022/kapitel/handelser", "/rapport/2022/kapitel/insatser",
    "/rapport/2022/siffror", "/rapport/2022/siffror/arets-resultat",
    "/rapport/2022/siffror/resultatrakning%3Averksamhetens-intakter%3Acurrent", "/rapport/2022/anmarkningar",
    "/rapport/2022/uppgifter", "/rapport/2022/versioner", "/rapport/2022/texter-fran-i-fjol", "/kommentarer",
]
PICTURES = os.environ.get("FINSAM_PICTURES", "")
faults = []
# What the office is expected to refuse: a browser writes each such answer in its console.
refused = []


def need(claim, words):
    if not claim:
        faults.append(words)


def picture(page, name):
    if PICTURES:
        page.screenshot(path=os.path.join(PICTURES, name + ".png"), full_page=True)


def write(page):
    """With the page's script."""
    page.goto(ADDRESS + "/rapport/2022/kapitel/handelser")
    field = page.locator("#text")
    field.fill("Till 4 711 mottagare. Resultatet blev ett underskott på 2 423 tkr.\n\nSlut.")
    page.wait_for_selector("#forhandsvisning p:has-text('4 711 mottagare')")
    need("inte sparad" in page.locator("#besked").inner_text(), "the page does not say that the text is not saved")
    picture(page, "skriver")
    page.locator("#anmarkningar button[data-stands='2 423 tkr']").first.click()
    need("{{arets-resultat|tkr,belopp}}" in field.input_value(), "the mend is not in the text")
    page.wait_for_selector("#forhandsvisning a.chip")

    field.press("Control+End")
    field.press("Enter")
    need(page.locator("#sifferantal").inner_text() == "", "the list is told of before anybody has searched")
    page.locator("#siffersok").fill("eget kapital")
    page.wait_for_selector("#sifferantal:has-text('träffar')")
    page.locator("#siffersok").press("Enter")
    # The list may ask anew before it inserts.
    expect(field).to_have_value(re.compile(r"\{\{eget-kapital"))
    page.locator("#forhandsvisning a.chip").nth(1).wait_for()

    page.locator("#forhandsvisning a.chip").first.click()
    page.wait_for_selector("dialog.figure[open]")
    faults.extend(f"the opened figure: {fault}" for fault in violations(page))
    picture(page, "siffra-bredvid")
    page.locator("dialog.figure .formula a").first.click()
    page.wait_for_selector("#siffra-rubrik:not(:text('Årets resultat'))")
    page.keyboard.press("Escape")
    need(page.locator("dialog.figure[open]").count() == 0, "Escape does not close the figure")

    finding = page.locator("#anmarkningar .finding:has-text('4 711')").first
    finding.locator("summary").click()
    finding.locator("textarea").fill("Talet är ur tidningen.")
    finding.locator("button:has-text('Spara svaret')").click()
    page.wait_for_selector("#anmarkningar .answered:has-text('ur tidningen')")
    need("4 711" in field.input_value(), "answering a finding loses the text")

    expect(page.locator("#anmarkningar-rubrik")).to_be_focused()

    refused.append("422")
    page.locator("button:has-text('Spara kommentaren')").click()
    page.wait_for_selector("#kommentar[aria-invalid=true]")
    expect(page.locator("#kommentar")).to_be_focused()
    need(page.locator("#kommentar-fel").is_visible(), "an empty comment is not told of at its field")
    page.locator("#kommentar").fill("Är det rätt tidning?")
    page.locator("button:has-text('Spara kommentaren')").click()
    page.wait_for_selector("#samtal .comment:has-text('rätt tidning')")
    expect(page.locator("#kommentarer-rubrik")).to_be_focused()

    field.evaluate("field => field.setSelectionRange(7, 7)")
    field.press("Control+s")
    page.wait_for_selector(".notice:has-text('Texten är sparad')")
    need("4 711" in page.locator("#text").input_value(), "Ctrl-S does not save")
    expect(page.locator("#text")).to_be_focused()
    need(page.locator("#text").evaluate("field => field.selectionStart") == 7, "Ctrl-S loses the marker")
    need("sparad" in page.locator("#besked").inner_text(), "what Ctrl-S did is not said beside the text")


def write_without_script(page):
    page.goto(ADDRESS + "/rapport/2022/kapitel/styrning")
    page.locator("#text").fill("Styrelsen hade {{moten.styrelsen|ord}} möten, och resultatet var {{arets-resultat}}.")
    page.locator("button:has-text('Förhandsgranska')").click()
    need(page.locator("#forhandsvisning a.chip").count() > 0, "no preview without script")
    page.locator("button:text-is('Spara')").click()
    need("Texten är sparad" in page.locator(".notice").inner_text(), "no saving without script")
    page.locator("#forhandsvisning a.chip").last.click()
    need("Så är den räknad" in page.content(), "a chip does not lead to its figure without script")


def meet(browser):
    """Two write in the same chapter: the later is shown both texts, and both are kept."""
    first, second = context(browser, "director"), context(browser, "bookkeeper")
    mine, theirs = first.new_page(), second.new_page()
    for page in (mine, theirs):
        page.goto(ADDRESS + "/rapport/2022/kapitel/personal")
    theirs.locator("#text").fill("Den andras mening.")
    theirs.locator("button:text-is('Spara')").click()
    theirs.wait_for_selector(".notice")
    mine.locator("#text").fill("Min mening.")
    mine.locator("button:text-is('Spara')").click()
    mine.wait_for_selector(".conflict")
    faults.extend(f"two at once: {fault}" for fault in violations(mine))
    picture(mine, "krock")
    mine.locator("button:has-text('Lägg den andras text före min')").click()
    mine.wait_for_selector(".conflict")
    need(mine.locator("#text").input_value() == "Den andras mening.\n\nMin mening.", "both texts are not in the field")
    mine.locator("button:text-is('Spara')").click()
    mine.wait_for_selector(".notice:has-text('Texten är sparad')")
    first.close()
    second.close()


def show_board(browser):
    """A version is kept, a text changed, and the difference read."""
    made = context(browser, "director")
    page = made.new_page()
    page.goto(ADDRESS + "/rapport/2022/versioner")
    page.locator("#namn").fill("Styrelsens möte")
    page.locator("button:has-text('Spara versionen')").click()
    page.goto(ADDRESS + "/rapport/2022/kapitel/personal")
    page.locator("#text").fill("Den andras mening.\n\nEn helt ny mening.")
    page.locator("button:text-is('Spara')").click()
    page.wait_for_selector(".notice")
    page.goto(ADDRESS + "/rapport/2022/versioner")
    page.locator("a:has-text('Styrelsens möte')").click()
    need("En helt ny mening." in page.locator("ins").first.inner_text(), "the difference lacks what was added")
    faults.extend(f"the difference: {fault}" for fault in violations(page))
    picture(page, "skillnad")
    page.goto(ADDRESS + "/rapport/2022")
    need(page.locator("td:has-text('Ändrad')").count() == 1, "the desk does not mark the chapter that has changed")
    made.close()


with chromium() as browser:
    made = context(browser, "director", width=1600)
    shown = made.new_page()
    shown.on("pageerror", lambda error: faults.append(f"script: {error}"))
    shown.on("console", lambda line: faults.append(f"console: {line.text}")
             if line.type == "error" and not any(status in line.text for status in refused) else None)
    write(shown)
    made.close()

    bare = context(browser, "director", java_script_enabled=False)
    write_without_script(bare.new_page())
    bare.close()
    meet(browser)
    show_board(browser)

    for width, scheme in ((1600, "light"), (360, "dark")) + (((1024, "light"),) if PICTURES else ()):
        made = context(browser, "director", width=width, color_scheme=scheme)
        shown = made.new_page()
        for path in PAGES:
            shown.goto(ADDRESS + path)
            where = f"{path} ({width} px, {scheme})"
            faults.extend(f"{where}: {fault}" for fault in violations(shown))
            need(not is_sideways(shown), f"{where}: scrolls sideways")
            picture(shown, f"{width}-" + path.strip("/").replace("/", "-").replace("%3A", "_"))
        made.close()
print("\n".join(faults))
raise SystemExit(1 if faults else 0)
