"""What the browser's programs have in common: a Chromium, a page signed in as a role, axe, and pictures."""

import contextlib
import json
import os

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

ADDRESS = os.environ["FINSAM_ADDRESS"]
COOKIES = json.loads(os.environ.get("FINSAM_COOKIES", "{}"))
PICTURES = os.environ.get("FINSAM_PICTURES", "")
expect.set_options(timeout=60_000)


@contextlib.contextmanager
def chromium():
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def context(browser, role=None, width=1280, height=900, **options):
    """A fresh browser context, signed in as the role by the session that the test has made."""
    made = browser.new_context(
        viewport={"width": width, "height": height}, locale="sv-SE", timezone_id="Europe/Stockholm", **options)
    made.set_default_timeout(60_000)
    if role:
        name, value = COOKIES[role].split("=", 1)
        made.add_cookies([{"name": name, "value": value, "url": ADDRESS}])
    return made


def page(browser, role=None, **options):
    return context(browser, role, **options).new_page()


def become_administrator(shown):
    """By the one-time link that `finsam serve` has printed; gives the address and the password that were chosen."""
    mail, password = "kim@example.se", "tre gula paraplyer vid kajen"
    shown.goto(os.environ["FINSAM_LINK"])
    shown.fill("#namn", "Kim Exempel")
    shown.fill("#epost", mail)
    shown.fill("#nytt-losenord", password)
    shown.fill("#nytt-losenord-igen", password)
    shown.get_by_role("button", name="Spara och logga in").click()
    shown.get_by_role("link", name="Gör det senare, under Mitt konto").click()
    heading(shown, "Vad behöver jag göra nu?")
    return mail, password


def heading(shown, words):
    expect(shown.get_by_role("heading", level=1)).to_have_text(words)


def by_menu(shown, words):
    shown.get_by_role("navigation", name="Kontoret").get_by_role("link", name=words, exact=True).click()


def follow(shown, words, within=None):
    (within or shown.locator("main")).get_by_role("link", name=words, exact=True).first.click()


def invoice(browser):
    """The bytes of a document that no book has."""
    sheet = browser.new_page()
    sheet.set_content("<h1>Faktura 4711</h1><p>Lokalhyra för december, 4 500,50 kr.</p>")
    made = sheet.pdf()
    sheet.close()
    return made


def sie():
    """A small year of the example's association in SIE 4: 2023, with two vouchers and no balances."""
    lines = [
        "#FLAGGA 0", '#PROGRAM "Exempel" "1"', "#FORMAT PC8", "#GEN 20240105", "#SIETYP 4",
        "#ORGNR 222000-2451", '#FNAMN "Exempelbygden"', "#RAR 0 20230101 20231231", '#KONTO 1930 "Bank"',
        '#KONTO 3985 "Medlemsbidrag"', '#KONTO 5010 "Lokalhyra"',
        '#VER A 1 20230115 "Medlemsbidrag" 20230115', "{", "#TRANS 1930 {} 50000.00", "#TRANS 3985 {} -50000.00", "}",
        '#VER A 2 20230301 "Hyra" 20230301', "{", "#TRANS 5010 {} 5000.00", "#TRANS 1930 {} -5000.00", "}",
    ]
    return "".join(line + "\r\n" for line in lines).encode("cp437")


def violations(shown):
    """What axe finds against WCAG 2.1 A and AA, and its good practice, each as one line."""
    found = Axe().run(shown, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]})
    return [
        f"{rule['id']}: {rule['help']}: " + " | ".join(node["html"][:160] for node in rule["nodes"][:3])
        for rule in found.response["violations"]
    ]


def is_sideways(shown):
    """Whether the page itself can be scrolled sideways."""
    return shown.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")


def picture(shown, name):
    """Keeps a picture for the handbook, where the run is told to make them."""
    if PICTURES:
        shown.screenshot(path=os.path.join(PICTURES, name + ".png"))
