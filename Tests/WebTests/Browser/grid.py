"""Works in the voucher's grid as a person does, with the keys, in Chromium: every fault is printed."""

from office import ADDRESS, chromium, context, is_sideways, page, picture, violations

faults = []


def check(is_so, words):
    if not is_so:
        faults.append(words)


def focused(shown):
    return shown.evaluate("document.activeElement.id")


def value(shown, field):
    return shown.input_value("#" + field).replace("\u00a0", " ")


def listed(shown):
    shown.wait_for_selector("#forslag:not([hidden]) [role=option]")
    return shown.locator("#forslag [role=option]").all_inner_texts()


def enter_by_keys(browser):
    shown = page(browser, "bookkeeper", width=1440)
    shown.goto(ADDRESS + "/ny-verifikation")
    check(focused(shown) == "datum", f"begins in {focused(shown)}, not with the day")
    check(shown.get_attribute("#bokfor", "aria-disabled") == "true", "Bokför is to wait for a balance")
    keys = shown.keyboard
    keys.press("Enter")
    keys.press("Enter")
    keys.type("Hyra december")
    keys.press("Enter")
    keys.type("Fastighetsbolaget")
    keys.press("Enter")
    check(focused(shown) == "konto-1", f"Enter after the head leads to {focused(shown)}")

    keys.type("lokalhyr")
    check("5010" in listed(shown)[0], f"”lokalhyr” finds {listed(shown)}")
    check(shown.get_attribute("#konto-1", "aria-expanded") == "true", "the open list is not told")
    check(shown.get_attribute("#konto-1", "aria-activedescendant") == "forslag-0", "the first is not active")
    check(not violations(shown), f"axe, with the list open: {violations(shown)}")
    picture(shown, "ny-verifikation-kontolista")
    keys.press("Tab")
    check(value(shown, "konto-1") == "5010", f"Tab picks {value(shown, 'konto-1')}")
    check(shown.inner_text("#konto-1-namn").startswith("Lokalhyra"), "the account's name is not shown")
    check(focused(shown) == "insats-1", f"Tab leads to {focused(shown)}")
    keys.press("Enter")
    keys.press("Enter")
    check(focused(shown) == "debet-1", f"Enter leads to {focused(shown)}")
    keys.type("4000+500,50")
    keys.press("Tab")
    check(value(shown, "debet-1") == "4 500,50", f"the sum is written {value(shown, 'debet-1')}")
    keys.press("Shift+Tab")
    check(value(shown, "debet-1") == "4000+500,50", "what was typed does not come back")
    keys.press("ArrowDown")
    check(focused(shown) == "debet-2", f"down leads to {focused(shown)}")
    keys.press("ArrowUp")
    check(focused(shown) == "debet-1", f"up leads to {focused(shown)}")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    check(focused(shown) == "konto-2", f"Enter in the last field leads to {focused(shown)}")

    keys.type("1930")
    listed(shown)
    keys.press("Enter")
    keys.type("sir")
    check(listed(shown)[0].startswith("SIRI"), f"”sir” finds {listed(shown)}")
    keys.press("Escape")
    check(shown.is_hidden("#forslag"), "Esc does not close the list")
    for _ in range(3):
        keys.press("Backspace")
    keys.press("Enter")
    keys.press("Enter")
    keys.press("=")
    check(focused(shown) == "kredit-2", f"= leads to {focused(shown)}")
    check(value(shown, "kredit-2") == "4 500,50", f"= writes {value(shown, 'kredit-2')}")
    check(shown.get_attribute("#bokfor", "aria-disabled") == "false", "Bokför waits though it balances")
    shown.wait_for_selector("#skillnad:has-text('lika')")
    check(not violations(shown), f"axe: {violations(shown)}")
    picture(shown, "ny-verifikation")

    rows = shown.locator("#rader tbody tr").count()
    shown.focus(f"#radtext-{rows}")
    keys.press("Enter")
    check(focused(shown) == f"konto-{rows + 1}", f"Enter in the last row leads to {focused(shown)}")
    check(shown.get_attribute(f"#konto-{rows + 1}", "aria-label") == f"Konto, rad {rows + 1}", "the new row's label")
    keys.press("Control+Delete")
    check(shown.locator("#rader tbody tr").count() == rows, "Ctrl Delete takes no row away")
    keys.press("Control+Enter")
    shown.wait_for_url("**/verifikationer/2022/**")
    check("Bokförd som" in shown.inner_text(".notice"), "nothing says that it is recorded")
    check(not violations(shown), f"axe, the voucher: {violations(shown)}")
    picture(shown, "verifikation")


def refuse_what_does_not_balance(browser):
    shown = page(browser, "bookkeeper")
    shown.goto(ADDRESS + "/ny-verifikation")
    shown.fill("#debet-1", "1+")
    shown.focus("#kredit-1")
    check(shown.get_attribute("#debet-1", "aria-invalid") == "true", "what cannot be reckoned is not marked")
    check(shown.is_visible("#debet-1-fel"), "what cannot be reckoned is not told")
    shown.fill("#debet-1", "100")
    shown.keyboard.press("Control+Enter")
    check(focused(shown) == "skillnad", f"Bokför without a balance leads to {focused(shown)}")
    check("100,00" in shown.inner_text("#skillnad"), f"the difference says {shown.inner_text('#skillnad')}")
    check(shown.url.endswith("/ny-verifikation"), "a voucher that does not balance was sent")


def take_a_row_away(browser):
    shown = page(browser, "bookkeeper")
    shown.goto(ADDRESS + "/ny-verifikation")
    keys = shown.keyboard
    shown.fill("#konto-1", "5010")
    shown.fill("#debet-1", "100")
    shown.fill("#konto-2", "qqq")
    shown.focus("#radtext-2")
    check(shown.get_attribute("#konto-2", "aria-invalid") == "true", "an account that is nowhere is not marked")
    shown.wait_for_selector("#skillnad:has-text('finns inte i listan')")
    check(not violations(shown), f"axe, an account that is nowhere: {violations(shown)}")
    keys.press("Tab")
    check(focused(shown) == "konto-3", f"Tab in the last field of a row leads to {focused(shown)}")

    count = shown.locator("#rader tbody tr").count()
    shown.fill("#radtext-1", "två ord")
    keys.press("Home")
    keys.press("Control+Delete")
    check(shown.locator("#rader tbody tr").count() == count, "Ctrl Delete within a text takes the row away")
    shown.focus("#kredit-1")
    keys.press("Control+Delete")
    check(shown.locator("#rader tbody tr").count() == count - 1, "Ctrl Delete in an empty field takes no row away")
    check(not violations(shown), f"axe, with Ångra: {violations(shown)}")
    shown.click("#angra-rad button")
    check(value(shown, "konto-1") == "5010", f"Ångra gives back the account {value(shown, 'konto-1')}")
    check(value(shown, "debet-1") == "100,00", f"Ångra gives back the amount {value(shown, 'debet-1')}")
    check(focused(shown) == "konto-1", f"Ångra leads to {focused(shown)}")

    shown.emulate_media(media="print")
    check(shown.is_visible("#konto-1") and shown.is_hidden("#spara"), "a half voucher cannot be printed")
    shown.emulate_media(media="screen")

    asked = []
    shown.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    shown.goto(ADDRESS + "/")
    check(asked == ["beforeunload"], f"a half voucher is left without a word: {asked}")


def drop_documents(browser):
    shown = page(browser, "bookkeeper")
    shown.goto(ADDRESS + "/ny-verifikation")
    shown.fill("#text", "Med underlag")
    shown.click("#spara")
    shown.wait_for_url("**/utkast/*")
    drop = """([selector, name]) => {
      const data = new DataTransfer();
      data.items.add(new File(["%PDF-1.4 " + name], name, { type: "application/pdf" }));
      document.querySelector(selector).dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }"""
    shown.evaluate(drop, ["[data-drop]", "faktura.pdf"])
    shown.wait_for_selector("#underlag-lista >> text=faktura.pdf")
    shown.fill("#motpart", "Efter underlaget")
    shown.click("#spara")
    shown.wait_for_selector(".notice")
    check("sparat" in shown.inner_text(".notice"), f"saved after a drop: {shown.inner_text('.notice')}")
    check("faktura.pdf" in shown.inner_text("#underlag-lista"), "the document is gone after a save")
    check(not violations(shown), f"axe, the draft: {violations(shown)}")

    shown.goto(ADDRESS + "/verifikationer/2022/A-3")
    shown.evaluate(drop, ["[data-drop]", "avtal.pdf"])
    shown.wait_for_selector(".documents >> text=avtal.pdf")


def fit_a_telephone(browser):
    for scheme in ("light", "dark"):
        made = context(browser, "bookkeeper", width=360, height=780, color_scheme=scheme)
        shown = made.new_page()
        for path in ("/ny-verifikation", "/utkast", "/verifikationer/2022/L-31", "/verifikationer/2022/A-3/rattelse"):
            shown.goto(ADDRESS + path)
            check(not is_sideways(shown), f"{path} scrolls sideways at 360 px")
            check(not violations(shown), f"{path} at 360 px, {scheme}: {violations(shown)}")
        made.close()


with chromium() as browser:
    for job in (enter_by_keys, refuse_what_does_not_balance, take_a_row_away, drop_documents, fit_a_telephone):
        job(browser)
print("\n".join(faults))
raise SystemExit(1 if faults else 0)
