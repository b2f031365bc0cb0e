"""What the browser's programs have in common: a Chromium, a page signed in as a role, axe, and pictures."""

import contextlib
import json
import os

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ADDRESS = os.environ["FINSAM_ADDRESS"]
COOKIES = json.loads(os.environ.get("FINSAM_COOKIES", "{}"))
PICTURES = os.environ.get("FINSAM_PICTURES", "")


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
