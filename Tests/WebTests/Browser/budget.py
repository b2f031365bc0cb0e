"""Types in a budget's grid as a person does, in Chromium, with and without scripts: every fault is printed."""

from office import ADDRESS, chromium, context, is_sideways, page, picture, violations

faults = []


def check(is_so, words):
    if not is_so:
        faults.append(words)


def sums(shown):
    """Every sum of the grid, as it stands."""
    return {
        output.get_attribute("id"): output.inner_text().replace("\u00a0", " ")
        for output in shown.locator("table.budget output").all()}


def typed(shown):
    shown.fill("#belopp-1-1", "1388000+12000,40")
    shown.fill("#belopp-2-9", "2*600 000")
    shown.fill("#ingaende", "4 033 914")
    shown.fill("#utgaende-2", "900 000")


with chromium() as browser:
    shown = page(browser, "bookkeeper", width=1440)
    shown.goto(ADDRESS + "/budget/2023/forslag/1")
    shown.wait_for_load_state("networkidle")
    before = sums(shown)
    typed(shown)
    live = sums(shown)
    check(live != before, "the sums stand still while one types")
    check(live["summa-medlemsintakter-1"] == "13 892 000", f"the income is {live['summa-medlemsintakter-1']}")
    check(not shown.is_visible("#omdomen"), "sentences stand that may no longer hold")
    check(not violations(shown), f"axe, in the grid: {violations(shown)}")
    picture(shown, "budget-rutnat")
    # The server says the same of what was typed.
    shown.get_by_role("button", name="Räkna om utan att spara").click()
    shown.wait_for_load_state("networkidle")
    check(sums(shown) == live, f"the office reckons {sums(shown)}, the page {live}")
    check(shown.is_visible("#omdomen"), "the sentences do not come back")

    phone = context(browser, "bookkeeper", width=320, height=640, java_script_enabled=False).new_page()
    phone.goto(ADDRESS + "/budget/2023/forslag/1")
    typed(phone)
    phone.get_by_role("button", name="Räkna om utan att spara").click()
    check(sums(phone) == live, "without a script the sums are others")
    phone.get_by_role("button", name="Lägg till en rad i gemensamma kostnader").click()
    phone.get_by_role("button", name="Spara", exact=True).click()
    check("Förslaget är sparat" in phone.inner_text("main"), "without a script nothing is saved")
    narrow = page(browser, "bookkeeper", width=320, height=640)
    for path in ["/budget/2022", "/budget/2023/forslag/1", "/mal/2022", "/installningar"]:
        narrow.goto(ADDRESS + path)
        check(not is_sideways(narrow), f"{path} scrolls sideways on a phone")

print("\n".join(fault for fault in faults if fault))
raise SystemExit(1 if faults else 0)
