"""The frame of every page by the keys alone: the menu of a narrow screen, the search over the page, where focus goes."""

from office import ADDRESS, chromium, page, violations

faults = []


def check(is_so, words):
    if not is_so:
        faults.append(words)


def focused(shown):
    return shown.evaluate("(document.activeElement.id || document.activeElement.className || document.activeElement.tagName)")


def open_the_menu(browser):
    shown = page(browser, "director", width=360, height=640)
    shown.goto(ADDRESS + "/ny-verifikation")
    for close in ("Escape", "Enter"):
        shown.focus(".menu-link")
        shown.keyboard.press("Enter")
        shown.wait_for_selector("main[inert]", state="attached")
        check("close" in focused(shown), f"the opened menu has its focus at {focused(shown)}")
        check(not violations(shown), f"axe, the menu: {violations(shown)}")
        shown.keyboard.press(close)
        shown.wait_for_selector("main:not([inert])")
        check(focused(shown) == "menu-link", f"{close} leaves the focus at {focused(shown)}")
        check(shown.is_hidden("#meny"), f"{close} does not close the menu")


def search(browser):
    shown = page(browser, "director", width=320, height=256)
    shown.goto(ADDRESS + "/")
    shown.keyboard.press("Control+k")
    shown.keyboard.type("hyra")
    shown.wait_for_selector("#sok [role=option]")
    height = shown.evaluate("document.getElementById('sok-traffar').clientHeight")
    check(height >= 100, f"at 320 by 256 px the hits have {height} px")

    shown.set_viewport_size({"width": 1280, "height": 900})
    shown.goto(ADDRESS + "/")
    shown.keyboard.press("Control+k")
    shown.keyboard.type("A 24")
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/verifikationer/2022/A-24")


def tell(browser):
    stranger = page(browser)
    stranger.goto(ADDRESS + "/logga-in")
    stranger.fill("#epost", "ingen@example.se")
    stranger.fill("#losenord", "fel lösenord")
    stranger.keyboard.press("Enter")
    stranger.wait_for_selector("#fel")
    check(focused(stranger) == "fel", f"a wrong password leaves the focus at {focused(stranger)}")
    check(stranger.title().startswith("Fel: "), f"a wrong password's title is {stranger.title()}")
    check(stranger.get_attribute("#epost", "aria-invalid") == "true", "the field of a wrong password is not marked")

    shown = page(browser, "bookkeeper")
    shown.goto(ADDRESS + "/ny-verifikation")
    shown.fill("#text", "Fokus")
    shown.click("#spara")
    shown.wait_for_url("**/utkast/*")
    check("notice" in focused(shown), f"what has been done leaves the focus at {focused(shown)}")


with chromium() as browser:
    for job in (open_the_menu, search, tell):
        job(browser)
print("\n".join(faults))
raise SystemExit(1 if faults else 0)
