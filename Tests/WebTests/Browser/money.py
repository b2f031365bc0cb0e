"""A year's money entered through the pages of the built program, in Chromium: members and their contributions, the
budget, insatser from application to agreement, and what their performers draw, from a telephone. The book began with
the rest of the example's bookkeeping and nothing else; the published figures must come out."""

import csv
import io
import os
import re

from playwright.sync_api import expect

from office import ADDRESS, become_administrator, chromium, context, follow, heading, is_sideways

FOLDER = os.environ["FINSAM_FILES"]
MAIL, PASSWORD = "utforare@example.se", "fyra blå kajaker under bron"

MEMBERS = [
    ("FK", "Försäkringskassan", "stat", "202100-5521"), ("AF", "Arbetsförmedlingen", "stat", "202100-2114"),
    ("KARLSKRONA", "Karlskrona kommun", "kommun", "212000-0829"),
    ("KARLSHAMN", "Karlshamns kommun", "kommun", "212000-0845"),
    ("RONNEBY", "Ronneby kommun", "kommun", "212000-0837"),
    ("SOLVESBORG", "Sölvesborgs kommun", "kommun", "212000-0852"),
    ("OLOFSTROM", "Olofströms kommun", "kommun", "212000-0811"),
    ("REG", "Region Blekinge", "region", "232100-0081"),
]
PARTS = {"KARLSKRONA": 40, "KARLSHAMN": 20, "RONNEBY": 20, "SOLVESBORG": 10, "OLOFSTROM": 10}
CONTRIBUTIONS = {
    "Försäkringskassan": "6 940 000", "Karlskrona kommun": "1 388 000", "Karlshamns kommun": "694 000",
    "Ronneby kommun": "694 000", "Sölvesborgs kommun": "347 000", "Olofströms kommun": "347 000",
    "Region Blekinge": "3 470 000",
}
# Insats, name, direction, huvudman, decided, paragraph, frame, whose it is (none: shared), and per receiver what it drew
# during the year and what the whole year cost.
INSATSER = [
    ("SIRI", "SIRI", "individ", "FK", "2021-11-19", "§ 64", 2622452, "",
     [("AF", 633148, 1185311), ("FK", 767666, 1437141)]),
    ("SAMSA", "Samsa - Samsyn och agera", "individ", "RONNEBY", "2021-11-19", "§ 64", 2676885, "RONNEBY",
     [("RONNEBY", 1168593, 2187715)]),
    ("SARA", "Sara", "individ", "RONNEBY", "2021-11-19", "§ 65", 298081, "RONNEBY", [("RONNEBY", 159223, 298080)]),
    ("SKAPA2", "Skapa med 2.0", "individ", "SOLVESBORG", "2021-11-19", "§ 64", 1510996, "SOLVESBORG",
     [("SOLVESBORG", 794505, 1487395)]),
    ("ARIS", "ARIS", "individ", "KARLSHAMN", "2022-01-28", "§ 5", 2169000, "KARLSHAMN",
     [("KARLSHAMN", 1158596, 2169000)]),
    ("UNG", "Ung och skuldfri", "struktur", "KARLSHAMN", "2021-11-19", "§ 65", 149209, "KARLSHAMN",
     [("KARLSHAMN", 157346, 157346)]),
    ("VISA", "Visa Vägen", "individ", "KARLSKRONA", "2021-11-19", "§ 64", 3167000, "KARLSKRONA",
     [("KARLSKRONA", 1662547, 3112443)]),
    ("HAS", "Hälsa för arbete & studier", "individ", "OLOFSTROM", "2021-11-19", "§ 64", 1509858, "OLOFSTROM",
     [("OLOFSTROM", 806508, 1509858)]),
    ("KOMM", "Kommunikation och motivation", "struktur", "FK", "2022-03-18", "§ 19", 71480, "FK",
     [("FK", 63431, 63431)]),
    ("BLIP", "BLIP", "struktur", "OLOFSTROM", "2022-03-18", "§ 20", 122000, "OLOFSTROM",
     [("OLOFSTROM", 108905, 108905)]),
    ("ROLLER", "Förståelse för varandras roller", "struktur", "REG", "2022-05-20", "§ 33", 120000, "REG",
     [("REG", 78040, 78040)]),
]

# Chapters of the report, with figures as they were published.
CHAPTERS = {
    "noter": (
        "6 940 000", "3 470 000", "1 388 000", "13 880 000", "1 185 311", "1 437 141", "2 187 715", "13 794 665",
        "16 346 823"),
    "driftredovisning": ("16 347", "13 880", "16 839", "2 959", "1 612", "1 075"),
}


def go(shown, path):
    shown.goto(ADDRESS + path)


def put(shown, **fields):
    """Fills the fields of the page's form by their names; a list is chosen from by its value."""
    for name, value in fields.items():
        field = shown.locator(f"main [name='{name.replace('_', '-')}']").first
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def unfold(shown):
    """Opens what is folded, as one does to fill in what is there."""
    shown.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")


def press(shown, words, saying=None):
    """Presses a button. What the page then finds wrong ends the walk, unless it is what is waited for."""
    shown.locator("main").get_by_role("button", name=words, exact=isinstance(words, str)).first.click()
    shown.wait_for_load_state()
    faults = shown.locator(".faults")
    if saying:
        expect(faults).to_contain_text(saying)
    else:
        assert faults.count() == 0, f"{shown.url}: {faults.inner_text()}"


def kronor(amount):
    """As the office prints it, with spaces that keep a number on one line."""
    return f"{amount:,}".replace(",", "\u00a0") if isinstance(amount, int) else amount.replace(" ", "\u00a0")


def take_in_members(shown):
    for short, name, kind, number in MEMBERS:
        go(shown, "/ny-medlem")
        put(shown, id=short, namn=name, slag=kind, orgnr=number, gata="Box 1", postnummer="371 00", ort="Karlskrona",
            referens="FINSAM")
        press(shown, "Spara")
    go(shown, "/faktureringsuppgifter")
    put(shown, gata="Kansligatan 1", postnummer="371 00", ort="Karlskrona", bankgiro="5050-1055",
        kontakt="Kansliet", epost="kansliet@example.se")
    press(shown, "Spara")
    go(shown, "/ny-fordelningsnyckel")
    put(shown, fran="2021-01-01", staten="FK", delning="delar", avrundning="KARLSKRONA", beslutsdag="2020-11-20",
        paragraf="§ 58", **{"vikt_REG": "1"})
    for short, part in PARTS.items():
        shown.fill(f"main [name='vikt-{short}']", str(part))
    press(shown, "Spara nyckeln")


def choose_accounts(shown):
    """The example books contributions on accounts of its own."""
    go(shown, "/konton/roller")
    put(shown, **{"bidrag_stat": "3985", "bidrag_kommun": "3987", "bidrag_region": "3988"})
    press(shown, "Spara kontona")


def call_contributions(shown):
    """Half of the whole is the state's; what it makes of the others is shown before it is fixed."""
    go(shown, "/medlemsbidrag/2022")
    put(shown, fran="stat", belopp="6 940 000")
    press(shown, "Räkna")
    main = shown.locator("main")
    for member, amount in CONTRIBUTIONS.items():
        expect(main.locator("tr", has_text=member).first).to_contain_text(kronor(amount))
    expect(main).to_contain_text("Det stämmer på öret.")
    put(shown, rater="4", beslutsdag="2021-11-19", paragraf="§ 61")
    press(shown, "Fastställ bidragen för 2022")
    for day in ("2022-01-14", "2022-04-14", "2022-07-14", "2022-10-14"):
        put(shown, fakturadag=day, forfallodag=day[:8] + "30")
        press(shown, re.compile("Utfärda 7 fakturor"))
    expect(main.get_by_role("link", name="28", exact=True)).to_be_visible()


def decide_budget(shown):
    """A file is read into the grid, looked at, saved, consulted about, published and decided."""
    go(shown, "/budget/2022")
    press(shown, "Börja förslaget")
    unfold(shown)
    shown.set_input_files(
        "#fil", {"name": "budget.csv", "mimeType": "text/csv", "buffer": budget_file()})
    press(shown, "Läs filen")
    press(shown, "Spara")
    steps = (
        ("Notera samrådet", {"samrad_dag": "2021-10-15", "samrad_not": "Medlemssamrådet"}),
        ("Notera kungörelsen", {"kungord_dag": "2021-11-01", "mote_dag": "2021-11-19"}),
        ("Notera att det ligger ute", {"utlagt_dag": "2021-11-01", "utlagt_var": "https://example.se/budget"}),
        ("Notera beslutet", {"beslut_dag": "2021-11-19", "beslut_paragraf": "§ 62"}),
    )
    for words, fields in steps:
        unfold(shown)
        put(shown, **fields)
        # The deficit is planned, and that is said once more before it is decided.
        press(shown, words, saying="underskott på" if words == "Notera beslutet" else None)
    unfold(shown)
    shown.check("main [name='beslut-last']")
    press(shown, "Notera beslutet")
    heading(shown, "Budget 2022")
    for words in ("1 074 633", "1 000 000", "2 535 800", "14 303 481", "4 033 914"):
        expect(shown.locator("main")).to_contain_text(kronor(words))


def budget_file():
    """The example's own budget as a spreadsheet program saves it."""
    with open(os.path.join(FOLDER, "budget.yaml"), encoding="utf-8") as source:
        text = source.read()
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(["id", "grupp", "rubrik", "medlem", "insats", "verksamhet", "2022", "2023", "2024"])
    for entry in text.split("\n  - ")[1:]:
        said = dict(re.findall(r"^\s*(id|rubrik|grupp|medlem|insats): *(.*)$", entry, flags=re.M))
        amounts = [re.search(rf"{year}: *(-?\d+)", entry).group(1) for year in (2022, 2023, 2024)]
        table.writerow(
            [said["id"], said["grupp"], said["rubrik"], said.get("medlem", ""), said.get("insats", ""), ""] + amounts)
    table.writerow(["", "ingående eget kapital", "", "", "", "", "4033914", "", ""])
    return out.getvalue().encode("utf-8")


def grant(shown, short, name, kind, owner, day, paragraph, frame, receiver):
    """From the party's application to the agreement, in the office for the party."""
    go(shown, "/ansokningar/ny")
    put(shown, namn=name, slag=kind, huvudman=owner, behov="Parterna ser samma behov i sina uppföljningar.",
        syfte="Fler ska komma närmare arbete eller studier.", malgrupp="Personer med behov av samordnat stöd")
    shown.locator("main [name='ar']").first.fill("2022")
    shown.locator("main select[name='mottagare']").first.select_option(receiver)
    shown.locator("main [name='belopp']").first.fill(str(frame))
    press(shown, "Lämna in ansökan")
    case = shown.url
    put(shown, beredd=day, grupp="Beredningsgruppen", motivering="Behovet är visat.")
    shown.locator("main select[name='forslag']").select_option(index=1)
    press(shown, "Spara beredningen")
    follow(shown, "För in styrelsens beslut")
    put(shown, dag=day, paragraf=paragraph, beteckning=short)
    press(shown, "För in beslutet")
    shown.goto(case)
    follow(shown, "Skriv in avtalet")
    put(shown, dag=day, fran="2022-01-01", till="2022-12-31", rytm="kvartal")
    press(shown, "För in avtalet")


def invite_performer(shown):
    """A performer of all insatser, who follows the link on a telephone."""
    go(shown, "/anvandare/ny")
    put(shown, namn="Utföraren", epost=MAIL, roll="performer")
    for box in shown.locator("main [name='insats']").all():
        box.check()
    press(shown, re.compile("Bjud in"))
    link = shown.locator("main input[value*='/inbjudan/']").input_value()
    # The program was told to find a port by itself, so the link has none that is right.
    return ADDRESS + "/inbjudan/" + link.rsplit("/", 1)[1]


def come_in(phone, link):
    phone.goto(link)
    phone.fill("#nytt-losenord", PASSWORD)
    phone.fill("#nytt-losenord-igen", PASSWORD)
    phone.get_by_role("button", name="Spara och logga in").click()
    phone.wait_for_load_state()


def ask_for_money(phone, insats, receiver, amount):
    """What a party does on a telephone: nothing may stand beside the screen."""
    go(phone, f"/rekvisitioner/ny?ar=2022&insats={insats}&mottagare={receiver}")
    put(phone, fran="2022-01", till="2022-12", kostnad_personal=str(amount))
    if insats == "UNG":
        phone.get_by_role("button", name="Skicka", exact=True).click()
        expect(phone.locator(".faults")).to_contain_text("8\u00a0137")
        put(phone, skal="Studien blev dyrare än väntat.")
    assert not is_sideways(phone), phone.url
    press(phone, "Skicka")
    return phone.url


def book(shown, request):
    shown.goto(request)
    press(shown, "Attestera")
    if shown.locator("main [name='bokforingsdag']").count():
        put(shown, bokforingsdag="2022-10-17")
    press(shown, "Bokför")


def end_of_year(phone, shown):
    """What the performers say that the year cost becomes skulder samverkansinsatser."""
    for short, *_, receivers in INSATSER:
        for receiver, drawn, whole in receivers:
            if whole == drawn:
                continue
            go(phone, "/arsbesked/2022")
            put(phone, insats=f"{short}/{receiver}", belopp=str(whole))
            press(phone, "Lämna årsbeskedet")
    go(shown, "/periodisering/2022")
    expect(shown.locator("main")).to_contain_text(kronor(6236157))
    press(shown, re.compile("Bokför"))


def pay(shown, request):
    """The bookkeeper pays out in January, in a year that is opened for it."""
    go(shown, "/rakenskapsar")
    press(shown, "Öppna räkenskapsåret 2023")
    shown.goto(request)
    put(shown, betalningsdag="2023-01-16")
    press(shown, "Betala")
    expect(shown.locator("main")).to_contain_text("Betald", ignore_case=True)


def read_report(shown):
    """The published figures, to the krona."""
    main = shown.locator("main")
    go(shown, "/projektuppfoljning/2022")
    for words in ("14 416 961", "13 794 665", "622 296", "8 137", "1 185 311", "1 437 141"):
        expect(main).to_contain_text(kronor(words))
    for chapter, figures in CHAPTERS.items():
        go(shown, f"/rapport/2022/kapitel/{chapter}")
        for words in figures:
            expect(main).to_contain_text(kronor(words))


if __name__ == "__main__":
    with chromium() as browser:
        shown = context(browser).new_page()
        become_administrator(shown)
        take_in_members(shown)
        choose_accounts(shown)
        call_contributions(shown)
        for short, name, kind, owner, day, paragraph, frame, receiver, _ in INSATSER:
            grant(shown, short, name, kind, owner, day, paragraph, frame, receiver)
        decide_budget(shown)
        phone = context(browser, width=360, height=740).new_page()
        come_in(phone, invite_performer(shown))
        for short, *_, receivers in INSATSER:
            for receiver, drawn, _ in receivers:
                request = ask_for_money(phone, short, receiver, drawn)
                book(shown, request)
        end_of_year(phone, shown)
        pay(shown, request)
        read_report(shown)
