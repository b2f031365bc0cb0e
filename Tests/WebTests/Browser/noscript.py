"""A day at the office without JavaScript, in Chromium with scripts turned off: everything that is done by a form works as
it stands. The first claim that does not hold ends the day."""

import hashlib

from playwright.sync_api import expect

from office import ADDRESS, become_administrator, by_menu, chromium, context, follow, heading, invoice, sie


def press(shown, words):
    shown.get_by_role("button", name=words, exact=True).click()


def sign_out_and_in(shown, mail, password):
    press(shown, "Logga ut")
    shown.goto(ADDRESS + "/historik")
    heading(shown, "Logga in")
    shown.fill("#epost", mail)
    shown.fill("#losenord", password + "!")
    press(shown, "Logga in")
    expect(shown.locator("#fel")).to_be_visible()
    shown.fill("#losenord", password)
    press(shown, "Logga in")
    # One comes to the page that was asked for.
    heading(shown, "Historik")


def filter_list(shown):
    by_menu(shown, "Verifikationer")
    heading(shown, "Verifikationer 2022")
    shown.get_by_label("Text", exact=True).fill("lokalhyra")
    shown.get_by_label("Från och med").fill("2022-06")
    press(shown, "Visa")
    main = shown.locator("main")
    expect(main).to_contain_text("3 verifikationer, tillsammans 30\u00a0856,00\u00a0kr")
    expect(main.locator("table.list tbody tr", has_text="lokalhyra")).to_have_count(3)
    expect(main).not_to_contain_text("A 3")


def enter(shown, bytes_of_invoice):
    """A draft is saved, given more rows, and posted with a document. Gives the voucher's number."""
    shown.get_by_role("link", name="Ny verifikation", exact=True).click()
    rows = shown.locator("#rader tbody tr")
    expect(rows).to_have_count(4)
    for field, words in (
        ("datum", "2022-12-15"), ("text", "Städning utan skript"), ("motpart", "Hyresvärden"), ("konto-1", "5010"),
        ("debet-1", "1000+200,50"),
    ):
        shown.fill("#" + field, words)
    shown.click("#spara")
    heading(shown, "Utkast: Städning utan skript")
    expect(shown.locator("#skillnad")).to_contain_text("1\u00a0200,50")
    # With scripts the same button says ”Ny rad”.
    press(shown, "Fler rader")
    expect(rows).to_have_count(9)
    shown.fill("#konto-9", "1930")
    shown.fill("#kredit-9", "1200,50")
    shown.set_input_files(
        "#underlag", {"name": "faktura.pdf", "mimeType": "application/pdf", "buffer": bytes_of_invoice})
    shown.click("#bokfor")
    expect(shown.locator(".notice")).to_contain_text("Bokförd som")
    main = shown.locator("main")
    for words in ("Städning utan skript", "2022-12-15", "1\u00a0200,50\u00a0kr", "5010", "1930"):
        expect(main).to_contain_text(words)
    expect(shown.locator(".documents code")).to_have_text(hashlib.sha256(bytes_of_invoice).hexdigest())
    by_menu(shown, "Utkast och mallar")
    expect(main).not_to_contain_text("Städning utan skript")


def write(shown):
    """What is looked at is not saved before one says so."""
    by_menu(shown, "Årsredovisning")
    follow(shown, "1.4 Styrning och uppföljning av verksamheten")
    field = shown.locator("#text")
    stored = field.input_value()
    shown.fill("#text", "Resultatet var {{arets-resultat}}, skrivet utan skript.")
    press(shown, "Förhandsgranska")
    page = shown.locator("#forhandsvisning")
    expect(page).to_contain_text("skrivet utan skript")
    expect(page).not_to_contain_text("{{")
    expect(page.locator("a.chip")).to_have_count(1)
    expect(field).to_have_value("Resultatet var {{arets-resultat}}, skrivet utan skript.")
    other = shown.context.new_page()
    other.goto(ADDRESS + "/rapport/2022/kapitel/styrning")
    expect(other.locator("#text")).to_have_value(stored)
    press(shown, "Spara")
    expect(shown.locator(".notice")).to_contain_text("Texten är sparad")
    other.reload()
    expect(other.locator("#text")).to_have_value("Resultatet var {{arets-resultat}}, skrivet utan skript.")
    other.close()


def find(shown):
    shown.locator("a.search-link").click()
    shown.get_by_role("searchbox", name="Sök i kontoret").fill("städning utan skript")
    press(shown, "Sök")
    expect(shown.locator("main")).to_contain_text("1 träff.")
    shown.locator(".hits a").click()
    expect(shown.locator("main")).to_contain_text("Städning utan skript")


def close_and_reopen(shown):
    """A month is closed, and opened again only with a reason."""
    by_menu(shown, "Räkenskapsår")
    follow(shown, "2022")
    month = shown.locator("tr", has_text="November 2022")
    press(shown, "Stäng november 2022")
    expect(month.locator(".badge")).to_have_text("Stängd")
    month.locator("summary").click()
    press(shown, "Öppna november 2022")
    expect(shown.locator("#fel")).to_be_visible()
    expect(month.locator(".badge")).to_have_text("Stängd")
    shown.get_by_label("Varför öppnas det igen?").fill("En faktura kom sent")
    press(shown, "Öppna november 2022")
    expect(month.locator(".badge")).to_have_text("Öppen")
    expect(shown.locator("main")).to_contain_text("Skäl: En faktura kom sent")


def read_in(shown):
    by_menu(shown, "Inläsningar")
    shown.set_input_files("#fil", {"name": "2023.se", "mimeType": "application/octet-stream", "buffer": sie()})
    press(shown, "Granska filen")
    heading(shown, "Granska 2023.se")
    expect(shown.locator("main")).to_contain_text("2023-01-01–2023-12-31, läses in")
    press(shown, "Läs in")
    expect(shown.locator("main")).to_contain_text("2023.se är inläst")
    shown.goto(ADDRESS + "/verifikationer/2023")
    expect(shown.locator("main")).to_contain_text("2 verifikationer")


with chromium() as browser:
    document = invoice(browser)
    shown = context(browser, java_script_enabled=False).new_page()
    mail, password = become_administrator(shown)
    sign_out_and_in(shown, mail, password)
    filter_list(shown)
    enter(shown, document)
    write(shown)
    find(shown)
    close_and_reopen(shown)
    read_in(shown)
    press(shown, "Logga ut")
    shown.goto(ADDRESS + "/verifikationer/2022")
    heading(shown, "Logga in")
