"""A newcomer's walk through the built program, in Chromium: from the one-time link to the printed trial balance. The
first claim that does not hold ends the walk."""

import hashlib
import os
import re
import subprocess

from playwright.sync_api import expect

from office import ADDRESS, become_administrator, by_menu, chromium, context, follow, heading, invoice, sie

FOLDER = os.environ["FINSAM_FILES"]
NAME, NUMBER = "Samordningsförbundet i Blekinge län", "222000-2451"
faults, refused = [], []


def read_in(shown):
    """A SIE file is looked at first, and nothing is recorded before that."""
    by_menu(shown, "Inläsningar")
    shown.set_input_files(
        "#fil", {"name": "2023.se", "mimeType": "application/octet-stream", "buffer": sie()})
    shown.get_by_role("button", name="Granska filen").click()
    heading(shown, "Granska 2023.se")
    main = shown.locator("main")
    expect(main).to_contain_text("2023-01-01–2023-12-31, läses in")
    expect(main).to_contain_text("2, 2023-01-15 till 2023-03-01")
    by_menu(shown, "Räkenskapsår")
    heading(shown, "Räkenskapsår")
    expect(main.get_by_role("link", name="2023", exact=True)).to_have_count(0)
    by_menu(shown, "Inläsningar")
    follow(shown, "Granska 2023.se")
    shown.get_by_role("button", name="Läs in", exact=True).click()
    expect(main).to_contain_text("2023.se är inläst")
    by_menu(shown, "Räkenskapsår")
    expect(main.get_by_role("link", name="2023", exact=True)).to_have_count(1)


def tab_to(shown, target, most=60):
    """Presses Tab until the target has the focus, as one does who has no mouse."""
    for _ in range(most):
        shown.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {target}")


def enter(shown, bytes_of_invoice):
    """With the keys alone: the menu, the head, two rows, a document, and Ctrl-Enter. Gives the voucher's number."""
    # A listener from the start: one that is added with the press of the key may be too late for the dialog.
    shown.on("filechooser", lambda _: None)
    shown.goto(ADDRESS + "/")
    keys = shown.keyboard
    tab_to(shown, shown.get_by_role("link", name="Ny verifikation", exact=True))
    keys.press("Enter")
    heading(shown, "Ny verifikation")

    def expect_focus(field):
        expect(shown.locator("#" + field)).to_be_focused()

    # The day that stands there is marked, so that what is typed replaces it.
    expect_focus("datum")
    keys.type("2022-12-15")
    for field, words in (("serie", ""), ("text", "Extra lokal i december"), ("motpart", "Hyresvärden")):
        keys.press("Tab")
        expect_focus(field)
        keys.type(words)
    rows = (
        (("konto-1", "lokalhyra"), ("insats-1", ""), ("part-1", ""), ("debet-1", "4000+500,50"), ("kredit-1", ""),
         ("radtext-1", "Två dagar")),
        (("konto-2", "1930"), ("insats-2", ""), ("part-2", ""), ("debet-2", ""), ("kredit-2", "=")),
    )
    for field, words in (place for row in rows for place in row):
        keys.press("Tab")
        expect_focus(field)
        keys.type(words)
        if field.startswith("konto"):
            expect(shown.locator("#forslag [role=option]").first).to_be_visible()
    expect(shown.locator("#konto-1")).to_have_value("5010")
    expect(shown.locator("#kredit-2")).to_have_value("4\u00a0500,50")
    expect(shown.locator("#skillnad")).to_contain_text("lika")

    tab_to(shown, shown.locator("#underlag"))
    with shown.expect_file_chooser() as chooser:
        keys.press("Enter")
    chooser.value.set_files({"name": "faktura.pdf", "mimeType": "application/pdf", "buffer": bytes_of_invoice})
    expect(shown.locator("#underlag")).to_have_value(re.compile("faktura.pdf$"))
    keys.press("Control+Enter")
    expect(shown.locator(".notice")).to_contain_text("Bokförd som")
    number = shown.url.rsplit("/", 1)[1].replace("-", " ")
    heading(shown, f"Verifikation {number}")
    main = shown.locator("main")
    for words in ("Extra lokal i december", "2022-12-15", "Hyresvärden", "4\u00a0500,50\u00a0kr", "5010", "1930"):
        expect(main).to_contain_text(words)
    return number


def await_grid(shown):
    """The grid's script has begun when the button has its other words; before that Ctrl-Enter is nobody's."""
    expect(shown.locator("#fler-rader")).to_have_text("Ny rad")


def correct(shown, number):
    """The voucher is turned with a reason, and one stands in its place; the three lead to each other."""
    address = shown.url
    relations = shown.locator("#rattelser")
    shown.get_by_role("link", name="Rätta verifikationen").click()
    shown.fill("#skal", "Fel belopp på fakturan")
    expect(shown.locator("#datum")).to_have_value("2022-12-15")
    shown.get_by_role("button", name="Vänd och gör en ny").click()
    expect(shown.locator("main")).to_contain_text("Utkastet ersätter")
    await_grid(shown)
    shown.fill("#debet-1", "4400")
    shown.fill("#kredit-2", "4400")
    shown.locator("#kredit-2").press("Control+Enter")
    expect(shown.locator(".notice")).to_contain_text("Bokförd som")
    new = shown.url.rsplit("/", 1)[1].replace("-", " ")
    expect(shown.locator("main")).to_contain_text("4\u00a0400,00\u00a0kr")
    expect(relations).to_contain_text(f"Den är bokförd i stället för {number}, 2022")

    relations.get_by_role("link").click()
    expect(shown).to_have_url(address)
    expect(relations).to_contain_text(f"I dess ställe är {new}, 2022 bokförd")
    reversal = relations.get_by_role("link").first
    turned = reversal.inner_text()
    expect(relations).to_contain_text(f"är rättad av {turned}, som vänder alla dess rader")
    reversal.click()
    expect(relations).to_contain_text(f"rättar {number}, 2022. Skälet: Fel belopp på fakturan")
    relations.get_by_role("link").click()
    expect(shown).to_have_url(address)
    expect(shown.locator("#ratta")).to_have_count(0)


def close_month(shown):
    """What is dated in a closed month is refused with a sentence, and nothing of what was typed is lost."""
    by_menu(shown, "Räkenskapsår")
    follow(shown, "2022")
    shown.get_by_role("button", name="Stäng november 2022").click()
    expect(shown.locator("tr", has_text="November 2022")).to_contain_text("Stängd")

    by_menu(shown, "Verifikationer")
    shown.get_by_role("link", name="Ny verifikation", exact=True).click()
    await_grid(shown)
    for field, words in (
        ("datum", "2022-11-30"), ("text", "Sen faktura"), ("motpart", "Hyresvärden"), ("konto-1", "5010"),
        ("debet-1", "100"), ("konto-2", "1930"), ("kredit-2", "100"),
    ):
        shown.fill("#" + field, words)
    shown.locator("#kredit-2").press("Control+Enter")
    faults_shown = shown.locator("#fel")
    expect(faults_shown).to_be_focused()
    expect(faults_shown).to_contain_text("November 2022 är stängd, så inget kan bokföras 2022-11-30")
    expect(shown.locator("#text")).to_have_value("Sen faktura")
    shown.goto(ADDRESS + "/verifikationer/2022?text=Sen+faktura")
    expect(shown.locator("main")).to_contain_text("Ingen verifikation passar urvalet")


def write(shown):
    """A paragraph of its own in a chapter, with a figure that is inserted from the list. Gives the figure as printed."""
    by_menu(shown, "Årsredovisning")
    follow(shown, "2022")
    heading(shown, "Årsredovisning 2022")
    follow(shown, "1.3 Händelser av väsentlig betydelse")
    field = shown.locator("#text")
    field.press("Control+End")
    field.press("Enter")
    field.press("Enter")
    field.press_sequentially("Under året kostade verksamheten ")
    shown.fill("#siffersok", "verksamhetens kostnader")
    shown.get_by_role(
        "button", name=re.compile("^Infoga .*Resultaträkning: Verksamhetens kostnader, 2022$")).first.click()
    expect(field).to_have_value(re.compile(r"kostade verksamheten \{\{verksamhetens-kostnader[^}]*\}\}$"))
    field.press("Control+End")
    field.press_sequentially(".")
    field.press("Control+s")
    expect(shown.locator(".notice")).to_contain_text("Texten är sparad")
    sentence = shown.locator("#forhandsvisning p", has_text="Under året kostade verksamheten")
    expect(sentence).to_have_count(1)
    return sentence.locator("a.chip")


def follow_figure(shown, chip, number, bytes_of_invoice):
    """From the sentence to the accounts that the figure is the sum of, the voucher, and its document as it was sent."""
    chip.click()
    panel = shown.locator("dialog.figure")
    expect(panel).to_contain_text("Resultaträkning: Verksamhetens kostnader, 2022")
    # What the two years' example has, and 4 400 kr of the voucher that stands in the first one's place.
    expect(panel.locator(".value")).to_have_text("−16\u00a0351\u00a0223,00\u00a0kr")
    account = panel.locator("details.account", has_text="5010 Lokalhyra")
    account.locator("summary").click()
    expect(account.locator("summary")).to_contain_text("44\u00a0772,00\u00a0kr")
    follow(shown, number, account)
    heading(shown, f"Verifikation {number}")

    documents = shown.locator(".documents")
    expect(documents.locator("code")).to_have_text(hashlib.sha256(bytes_of_invoice).hexdigest())
    with shown.expect_download() as download:
        shown.get_by_role("link", name="Spara faktura.pdf på datorn").click()
    with open(download.value.path(), "rb") as file:
        assert file.read() == bytes_of_invoice, "the document is not the bytes that were sent"
    assert download.value.suggested_filename == "faktura.pdf", download.value.suggested_filename


def print_balance(shown):
    """On paper every sheet says whose the list is, of which days and in what unit, and the menu is not there."""
    by_menu(shown, "Saldobalans")
    shown.locator("main").get_by_role("link", name="2022", exact=True).first.click()
    heading(shown, "Saldobalans 2022")
    shown.emulate_media(media="print")
    path = os.path.join(FOLDER, "saldobalans.pdf")
    shown.pdf(path=path, format="A4")
    shown.emulate_media(media="screen")
    printed = subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", path, "-"], check=True, capture_output=True).stdout.decode()
    sheets = [" ".join(sheet.split()) for sheet in printed.split("\f") if sheet.strip()]
    assert len(sheets) > 1, "the trial balance no longer needs more than one sheet, so its head is not seen repeated"
    for sheet in sheets:
        for wanted in (f"{NAME}, org.nr {NUMBER}", "Period 2022-01-01–2022-12-31", "Belopp i kronor och ören"):
            assert wanted in sheet, f"a sheet of the printed trial balance lacks ”{wanted}”:\n{printed}"
    words = " ".join(sheets)
    assert "5010 Lokalhyra 0,00 49 272,50 4 500,50 44 772,00" in words, f"the account's amounts differ:\n{printed}"
    assert "Ny verifikation" not in words, "the menu is printed"


def find(shown, number):
    shown.keyboard.press("Control+k")
    shown.keyboard.type("Extra lokal i december")
    hits = shown.locator("#sok-traffar")
    expect(hits.locator("[aria-selected=true]")).to_be_visible()
    found = hits.get_by_role("option", name=re.compile(f"^{number}\\b"))
    expect(found).to_be_visible()
    while found.get_attribute("aria-selected") != "true":
        shown.keyboard.press("ArrowDown")
    shown.keyboard.press("Enter")
    heading(shown, f"Verifikation {number}")


with chromium() as browser:
    document = invoice(browser)
    shown = context(browser).new_page()
    shown.on("pageerror", lambda error: faults.append(f"script: {error}"))
    # What is refused is told among the answers.
    shown.on("console", lambda line: faults.append(f"console: {line.text}")
             if line.type == "error" and "Failed to load resource" not in line.text else None)
    shown.on("response", lambda reply: refused.append((reply.status, reply.url)) if reply.status >= 400 else None)
    become_administrator(shown)
    late = context(browser).new_page()
    late.goto(os.environ["FINSAM_LINK"])
    heading(late, "Länken gäller inte längre")
    late.close()
    read_in(shown)
    number = enter(shown, document)
    correct(shown, number)
    close_month(shown)
    chip = write(shown)
    follow_figure(shown, chip, number, document)
    print_balance(shown)
    find(shown, number)
if refused != [(422, ADDRESS + "/ny-verifikation")]:
    faults.append(f"more is refused than the voucher in the closed month: {refused}")
print("\n".join(faults))
raise SystemExit(1 if faults else 0)
