"""The lift and the board, in Chromium: an obstacle goes from a telephone to the board and its answer back, by a meeting with
its minutes and notices; and what the annual report and the public page say of it afterwards."""

import datetime
import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from office import ADDRESS, become_administrator, by_menu, chromium, context, follow, heading, is_sideways, violations

PASSWORD = "tre gula paraplyer vid kajen"
SUBJECT = "Intyg kommer för sent för att planera arbetsträning"
STOPS = "Läkarintyg tar åtta veckor, och under tiden får ingen börja arbetsträna."
SECRET = "Begäran om utlämnande av sjukjournal"
# What a member of the board comes to.
BOARD = "På gång i förbundet"
# As the example has them: members first, then their substitutes.
SEATS = [
    ("Alva Exempel", "alva@example.se"), ("Bo Exempel", ""), ("Cim Exempel", "cim@example.se"), ("Disa Exempel", ""),
    ("Elis Exempel", ""), ("", ""), ("", ""), ("", ""),
    ("Flora Exempel", ""), ("Gry Exempel", ""), ("", ""), ("", ""), ("", ""), ("", ""), ("", ""), ("", ""),
]


def press(shown, words):
    shown.locator("main").get_by_role("button", name=words, exact=True).click()


def go(shown, path):
    shown.goto(ADDRESS + path)


def put(shown, **values):
    """Fills the fields of those names."""
    for name, value in values.items():
        field = shown.locator(f"main [name='{name.replace('_', '-')}']").first
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def says(shown, *words):
    for each in words:
        expect(shown.locator("main")).to_contain_text(each)


def is_sound(shown):
    """The page before axe; on a telephone it cannot be scrolled sideways either."""
    found = violations(shown)
    assert found == [], (shown.url, found)
    if shown.viewport_size["width"] <= 360:
        assert not is_sideways(shown), shown.url


def telephone(browser):
    return context(browser, width=360, height=740, has_touch=True, is_mobile=True).new_page()


def invite(shown, name, mail, role, insats=None):
    go(shown, "/anvandare/ny")
    put(shown, namn=name, epost=mail, roll=role)
    if insats:
        shown.get_by_label(insats, exact=True).check()
    press(shown, re.compile("Bjud in"))
    link = shown.locator("main input[value*='/inbjudan/']").input_value()
    # The program was told to find a port by itself, so the link has none that is right.
    return ADDRESS + "/inbjudan/" + link.rsplit("/", 1)[1]


def come_in(shown, link, home="Vad behöver jag göra nu?"):
    shown.goto(link)
    shown.fill("#nytt-losenord", PASSWORD)
    shown.fill("#nytt-losenord-igen", PASSWORD)
    shown.get_by_role("button", name="Spara och logga in").click()
    shown.get_by_role("link", name="Gör det senare, under Mitt konto").click()
    heading(shown, home)
    return shown


# The obstacle.


def make_link(shown):
    by_menu(shown, "Hinder")
    is_sound(shown)
    follow(shown, "Rapportlänkar")
    is_sound(shown)
    press(shown, "Gör länken")
    says(shown, "Länken har ingen avsändare")
    put(shown, insats="SAMSA")
    press(shown, "Gör länken")
    heading(shown, "Rapportlänk för Samsa - Samsyn och agera")
    is_sound(shown)
    return urlsplit(shown.locator(".slip .code").inner_text()).path


def report(phone, path):
    """By the link, without signing in; gives the path of the receipt."""
    go(phone, path)
    heading(phone, "Rapportera ett hinder")
    is_sound(phone)
    put(phone, rubrik=SUBJECT, stoppar=STOPS + " Ring 811228-9874.", provat="Möten med vårdcentralen.")
    phone.get_by_text("Region Blekinge", exact=True).tap()
    phone.get_by_text("Varje vecka", exact=True).tap()
    phone.get_by_role("button", name="Rapportera", exact=True).tap()
    expect(phone.locator(".faults")).to_contain_text("personnummer")
    expect(phone.locator("#rubrik")).to_have_value(SUBJECT)
    expect(phone.get_by_label("Region Blekinge")).to_be_checked()
    expect(phone.get_by_label("Varje vecka")).to_be_checked()
    is_sound(phone)
    put(phone, stoppar=STOPS)
    phone.get_by_role("button", name="Rapportera", exact=True).tap()
    heading(phone, "Ditt hinder")
    says(phone, "Hindret är mottaget. Nu väntar det på svar från", SUBJECT)
    is_sound(phone)
    assert phone.context.cookies() == [], phone.context.cookies()
    assert path not in phone.url
    return urlsplit(phone.url).path


def make_group(shown, name, kind, municipality=""):
    by_menu(shown, "Grupper")
    follow(shown, "Ny grupp")
    is_sound(shown)
    put(shown, namn=name, slag=kind, kommun=municipality, person="Hedda Exempel", funktion="Samordnare", part="AF")
    press(shown, "Spara gruppen")
    expect(shown.locator(".notice[role='status']")).to_be_visible()
    is_sound(shown)


def pass_up(shown, owner, words, level):
    """The level that has it passes it up to that owner."""
    put(shown, svar="passed", ord=words, agare=owner)
    press(shown, "Svara")
    expect(shown.locator(".notice[role='status']")).to_have_text("Hindret står nu hos " + level + ".")
    says(shown, words)


def lift_up(shown):
    """The office passes the obstacle up, level by level, to the board."""
    by_menu(shown, "Hinder")
    shown.get_by_role("link", name="1. " + SUBJECT).click()
    heading(shown, SUBJECT)
    says(shown, "Frontlinjen svarar", "Region Blekinge", "Varje vecka")
    is_sound(shown)
    press(shown, "Svara")
    expect(shown.locator(".faults")).to_be_visible()
    is_sound(shown)
    put(shown, svar="passed")
    press(shown, "Svara")
    expect(shown.locator(".faults")).to_contain_text("Svaret")
    pass_up(shown, "LSG Karlskrona", "Vi kan inte ändra regionens rutin.", "den lokala samverkansgruppen")
    pass_up(shown, "Beredningsgruppen", "Det gäller alla kommuner i länet.", "beredningsgruppen")
    pass_up(shown, "Styrelsen", "Regionens ledning behöver besluta.", "styrelsen")
    says(shown, "Styrelsen svarar")
    is_sound(shown)


def report_like_it(shown):
    """A performer who writes of the same is shown it, and is counted with it."""
    by_menu(shown, "Hinder")
    follow(shown, "Rapportera ett hinder")
    put(
        shown, rubrik="Intygen dröjer", stoppar="Läkarintyget dröjer, så arbetsträningen kan inte planeras.",
        ofta="vecka")
    press(shown, "Sök liknande")
    says(shown, "Är det ett av de här?", SUBJECT)
    is_sound(shown)
    press(shown, "Samma hinder som hinder 1 – räkna med mitt")
    expect(shown.locator(".notice[role='status']")).to_contain_text("Din rapport räknas med.")
    says(shown, "Hindret räknas till hinder 1")
    is_sound(shown)


def join(shown):
    """One that was reported as new all the same is joined by the office."""
    go(shown, "/hinder/nytt")
    put(
        shown, fran="kansli", rubrik="Planera arbetsträning utan intyg",
        stoppar="Arbetsträning kan inte planeras när intyg kommer sent.", ofta="vecka")
    press(shown, "Rapportera")
    says(shown, "Är det ett av de här?")
    press(shown, "Rapportera som ett nytt hinder")
    heading(shown, "Planera arbetsträning utan intyg")
    press(shown, "För samman med hinder 1: " + SUBJECT)
    expect(shown.locator(".notice[role='status']")).to_contain_text("sammanfört med hinder 1")
    go(shown, "/hinder/1")
    says(shown, "3 gånger", "Sammanförda hit:")
    is_sound(shown)
    go(shown, "/hinder/hissen")
    says(shown, "1 hinder väntar på svar")
    is_sound(shown)


# The meeting.


def fill_seats(shown):
    for index, (name, mail) in enumerate(SEATS):
        go(shown, f"/styrelse/platser/{index + 1}")
        put(shown, namn=name, till="2027-03-31", konto=mail)
        if index >= 8:
            put(shown, ordning=str(index - 7))
        press(shown, "Spara platsen")
        expect(shown.locator(".notice[role='status']")).to_have_text("Platsen är sparad.")
    is_sound(shown)
    go(shown, "/styrelse/ny-plats")
    is_sound(shown)


def plan(shown, today):
    by_menu(shown, "Styrelsen")
    follow(shown, "Möten")
    is_sound(shown)
    follow(shown, "Nytt möte")
    is_sound(shown)
    put(shown, dag=today, tid="09.00", plats="Kansliet")
    press(shown, "Planera mötet")
    heading(shown, "Dagordning")
    for words in ("Hinder 1: intyg i tid", "Ansökan om Vägen in"):
        put(shown, ny_rubrik=words)
        press(shown, "Spara dagordningen")
        expect(shown.locator(".notice[role='status']")).to_have_text("Dagordningen är sparad.")
    shown.fill("#ordning-9", "7")
    shown.fill("#ordning-10", "7")
    press(shown, "Spara dagordningen")
    expect(shown.locator("#rubrik-7")).to_have_value("Hinder 1: intyg i tid")
    expect(shown.locator("#rubrik-8")).to_have_value("Ansökan om Vägen in")
    is_sound(shown)
    shown.get_by_role("link", name="Text och handlingar för punkt 8").click()
    is_sound(shown)
    go(shown, "/styrelse/moten/1/dagordning")
    follow(shown, "Vidare till kallelsen")
    heading(shown, "Kallelse")
    says(shown, "Alva Exempel", "Hinder 1: intyg i tid")
    is_sound(shown)
    press(shown, "Kallelsen är skickad")
    is_sound(shown)


def attend(shown, present, remote=()):
    for words, names in (("på plats", present), ("på distans", remote)):
        for name in names:
            shown.get_by_label(re.compile("^Närvaro för " + name)).select_option(label=words)
    put(shown, sekreterare="Förbundschefen")
    shown.get_by_label("Leder mötet").select_option(label=option(shown, "#ordforande", "Alva"))
    shown.get_by_label("Justerare", exact=True).select_option(label=option(shown, "#justerare-1", "Cim"))


def option(shown, selector, name):
    """The words of the option that begins with that name."""
    words = [each for each in shown.locator(selector + " option").all_inner_texts() if each.startswith(name)]
    assert len(words) == 1, (name, words)
    return words[0]


def open_meeting(shown):
    """Opened with too few; nothing can be decided until enough are there, one of them from afar."""
    go(shown, "/styrelse/moten/1/oppning")
    heading(shown, "Öppna mötet")
    is_sound(shown)
    expect(shown.get_by_label("Antal ledamöter i styrelsen")).to_have_value("8")
    attend(shown, ["Alva", "Cim", "Disa"])
    press(shown, "Öppna mötet")
    heading(shown, "Mötesrummet")
    says(shown, "Inget kan beslutas: minst 5 ska tjänstgöra (KL 6:27)")
    is_sound(shown)
    go(shown, "/styrelse/moten/1/punkter/7/beslut")
    says(shown, "3 av 8 tjänstgör, inte beslutsför")
    put(shown, beslut="Styrelsen tar upp hindret.")
    press(shown, "För in beslutet")
    expect(shown.locator(".faults")).to_contain_text("minst 5 (KL 6:27, lag 2003:1210 § 19)")
    is_sound(shown)

    go(shown, "/styrelse/moten/1/narvaro")
    is_sound(shown)
    attend(shown, ["Alva", "Cim", "Disa", "Flora"], remote=["Elis"])
    shown.locator("#ersattare-1").select_option(label=option(shown, "#ersattare-1", "Flora"))
    shown.locator("#for-1").select_option(label=option(shown, "#for-1", "Bo"))
    press(shown, "Spara närvaron")
    expect(shown.locator(".faults")).to_contain_text("§ 19 a")
    is_sound(shown)
    go(shown, "/styrelse/moten/1/uppgifter")
    put(
        shown, distans_dag="2022-11-11", distans_paragraf="§ 41",
        distans_omfattning="En ledamot i taget, med ljud och bild.")
    is_sound(shown)
    press(shown, "Spara")
    go(shown, "/styrelse/moten/1/narvaro")
    attend(shown, ["Alva", "Cim", "Disa", "Flora"], remote=["Elis"])
    shown.locator("#ersattare-1").select_option(label=option(shown, "#ersattare-1", "Flora"))
    shown.locator("#for-1").select_option(label=option(shown, "#for-1", "Bo"))
    press(shown, "Spara närvaron")
    expect(shown.locator(".notice[role='status']")).to_have_text("Närvaron är sparad.")


def decide(shown):
    """A vote with a reservation, and a decision without; the meeting is closed."""
    shown.get_by_role("link", name="För in beslut på punkt 7").click()
    says(shown, "5 av 8 tjänstgör")
    put(
        shown, beslut="Styrelsen ger regionen i uppdrag att lämna intyg inom två veckor.",
        yrkanden="Disa Exempel: att avvakta. Alva Exempel: bifall till förslaget.")
    shown.get_by_text("Omröstning", exact=True).click()
    shown.get_by_label("Omröstning begärdes").check()
    put(shown, ja_betyder="förslaget", nej_betyder="att avvakta")
    for name in ("Alva", "Cim", "Elis", "Flora"):
        shown.get_by_label(re.compile(f"^{name}")).last.select_option("ja")
    shown.get_by_label(re.compile("^Disa")).last.select_option("nej")
    is_sound(shown)
    press(shown, "För in beslutet")
    expect(shown.locator(".notice[role='status']")).to_have_text("§ 1 är införd.")
    says(shown, "4")
    shown.get_by_text("Reservation mot § 1", exact=True).click()
    shown.locator("#reservant-1").select_option(label=option(shown, "#reservant-1", "Disa"))
    shown.fill("#reservation-1", "Uppdraget borde ha beretts med primärvården.")
    press(shown, "Anteckna reservationen")
    expect(shown.locator(".notice[role='status']")).to_have_text("Reservationen mot § 1 är antecknad.")

    shown.get_by_role("link", name="För in beslut på punkt 8").click()
    put(shown, beslut="Styrelsen beviljar Vägen in 400 000 kronor för 2023.")
    press(shown, "För in beslutet")
    expect(shown.locator(".notice[role='status']")).to_have_text("§ 2 är införd.")
    is_sound(shown)
    put(shown, slut="11.30")
    press(shown, "Avsluta mötet")
    expect(shown.locator(".notice[role='status']")).to_contain_text("justeras inom 14 dagar (KL 5:69)")
    is_sound(shown)


# The minutes.


def hand_over_minutes(shown):
    by_menu(shown, "Protokoll")
    is_sound(shown)
    go(shown, "/styrelse/moten/1/protokoll")
    says(shown, "Det här saknas innan protokollet kan justeras:", "var protokollet förvaras", "ropositionsordning")
    is_sound(shown)
    press(shown, "Lämna till justering")
    expect(shown.locator(".faults")).to_be_visible()
    is_sound(shown)
    put(shown, forvaras="Förbundets kansli, Storgatan 1")
    field = shown.locator("[name='propositioner-1']")
    if not field.is_visible():
        shown.locator("details summary", has_text="§ 1").click()
    field.fill("Ordföranden ställde förslaget mot att avvakta.")
    press(shown, "Spara texterna")
    expect(shown.locator(".notice[role='status']")).to_have_text("Protokollets texter är sparade.")
    says(shown, "Disa Exempel", "Uppdraget borde ha beretts med primärvården.", "distans")
    is_sound(shown)
    press(shown, "Lämna till justering")
    expect(shown.locator(".notice[role='status']")).to_contain_text("lämnat till justering")
    is_sound(shown)
    return urlsplit(shown.url).path


def adjust(shown, path, name):
    """A signer's own button."""
    go(shown, path)
    is_sound(shown)
    others = "Alva Exempel" if name != "Alva Exempel" else "Cim Exempel"
    expect(shown.get_by_role("button", name=f"Jag, {others}, justerar protokollet")).to_have_count(0)
    press(shown, f"Jag, {name}, justerar protokollet")
    says(shown, "Justerade")
    is_sound(shown)


def announce(browser, shown, path, today):
    """Notices at the municipalities and the region, one of them confirmed by its registrar; the day of legal force."""
    go(shown, path.replace("/justering", "/anslag"))
    is_sound(shown)
    boxes = shown.locator("[name='medlem']")
    assert sorted(box.get_attribute("value") for box in boxes.all()) == sorted(
        ["KARLSKRONA", "KARLSHAMN", "RONNEBY", "SOLVESBORG", "OLOFSTROM", "REG"])
    put(shown, dag=today)
    press(shown, "Anteckna")
    expect(shown.locator(".notice[role='status']")).to_have_text("6 anslag är antecknade.")
    is_sound(shown)
    down = shown.locator("main td[data-label='Tas ned tidigast']").first.inner_text()
    waited = (datetime.date.fromisoformat(down) - datetime.date.fromisoformat(today)).days
    assert waited >= 22, (today, down)
    says(shown, f"Besluten vinner laga kraft {down} om ingen överklagar")
    press(shown, "Gör länkar")
    is_sound(shown)
    link = shown.get_by_role("textbox", name="Ronneby kommun", exact=True).input_value()

    phone = telephone(browser)
    go(phone, urlsplit(link).path)
    heading(phone, "Anslag hos Ronneby kommun")
    is_sound(phone)
    phone.get_by_role("button", name="Bekräfta att anslaget är uppsatt").tap()
    expect(phone.locator(".faults")).to_be_visible()
    put(phone, vem="registrator")
    phone.get_by_role("button", name="Bekräfta att anslaget är uppsatt").tap()
    says(phone, f"Tack! Uppsättningen {today} är bekräftad av registrator.")
    is_sound(phone)
    phone.context.close()
    go(shown, path.replace("/justering", "/anslag"))
    says(shown, f"registrator, {today}")


def answer(shown, today):
    """The chair answers for the board by its decision."""
    by_menu(shown, "Hinder")
    shown.get_by_role("link", name="1. " + SUBJECT).click()
    put(shown, svar="solved", ord="Regionen lämnar intyg inom två veckor från årsskiftet.")
    press(shown, "Svara")
    expect(shown.locator(".faults")).to_be_visible()
    put(shown, dag=today, paragraf="§ 1")
    press(shown, "Svara")
    expect(shown.locator(".notice[role='status']")).to_contain_text("Svaret är sparat.")
    is_sound(shown)


# What rests on it.


def grant(shown, today):
    go(shown, "/ansokningar/ny")
    put(
        shown, namn="Vägen in", slag="individ", huvudman="REG", behov="Intyg dröjer.", syfte="Snabbare väg till arbete.",
        malgrupp="Unga vuxna")
    shown.get_by_label("Arbetsförmedlingen", exact=True).first.check()
    shown.fill("#ar-1", "2023")
    shown.fill("#belopp-1", "400 000")
    press(shown, "Lämna in ansökan")
    expect(shown.locator(".notice[role='status']")).to_contain_text("är inlämnad")
    put(shown, beredd=today, grupp="Beredningsgruppen", motivering="Behovet är visat.")
    shown.locator("main select[name='forslag']").select_option(index=1)
    press(shown, "Spara beredningen")
    follow(shown, "För in styrelsens beslut")
    put(shown, dag=today, paragraf="§ 7")
    press(shown, "För in beslutet")
    expect(shown.locator(".faults")).to_contain_text("har ingen § 7")
    put(shown, paragraf="§ 2")
    press(shown, "För in beslutet")
    expect(shown.locator(".notice[role='status']")).to_contain_text("och ramarna gäller")
    go(shown, f"/beslut/{today}/2")
    says(shown, "Ansökan om Vägen in", "Beviljat: Vägen in")
    is_sound(shown)
    follow(shown, "Beviljat: Vägen in")
    heading(shown, "Vägen in")
    go(shown, f"/beslut/{today}/1")
    says(shown, "Disa Exempel")
    is_sound(shown)
    follow(shown, "Hinder 1: " + SUBJECT)
    heading(shown, SUBJECT)
    go(shown, "/styrelse/beslut")
    is_sound(shown)


def print_report(shown, today):
    """The year's annual report has the meeting, the obstacle with its answer, and a departure that is explained."""
    go(shown, "/rakenskapsar")
    press(shown, "Öppna räkenskapsåret 2023")
    go(shown, "/avvikelser/2023")
    put(
        shown, rekommendation="RKR R5 Leasing", skal="Avtalen är korta, så hyran redovisas som kostnad.", dag=today,
        paragraf="§ 1")
    press(shown, "Spara avvikelsen")
    says(shown, "RKR R5 Leasing", "Avtalen är korta, så hyran redovisas som kostnad.")
    is_sound(shown)
    go(shown, "/rapport/2023/kapitel/styrning")
    put(shown, text="Styrelsen sammanträdde {{moten.styrelsen}} gång under året.")
    press(shown, "Spara")
    is_sound(shown)
    go(shown, "/rapport/2023/utskrift")
    body = shown.locator("body")
    for words in (
        "Styrelsen sammanträdde 1 gång under året.", "RKR R5 Leasing", "Avtalen är korta, så hyran redovisas som kostnad.",
        "Vägen in",
    ):
        expect(body).to_contain_text(words)
    lift = body.get_by_role("table", name="Hinder i hissen 2023")
    expect(lift.get_by_role("row", name=re.compile("^Frontlinjen"))).to_have_text("Frontlinjen30010")
    expect(lift.get_by_role("row", name=re.compile("^Styrelsen"))).to_have_text("Styrelsen11000")
    is_sound(shown)


def keep_secret(shown):
    """A line of the diary that is marked as secret beside one that everybody may see, and the public page is turned on."""
    for subject, secrecy in ((SECRET, "OSL 25 kap. 1 §"), ("Inbjudan till samråd", "")):
        go(shown, "/diarium")
        is_sound(shown)
        follow(shown, "Registrera en handling")
        is_sound(shown)
        put(shown, part="Region Blekinge", arende=subject, sekretess=secrecy)
        shown.get_by_text("Fler uppgifter", exact=True).click()
        shown.locator("#oppen").check()
        press(shown, "Registrera")
        if secrecy:
            expect(shown.locator(".faults")).to_be_visible()
            is_sound(shown)
            # The box that the refusal speaks of is in sight.
            shown.locator("#oppen").uncheck()
            press(shown, "Registrera")
        expect(shown.locator(".notice[role='status']")).to_contain_text("Diariefört som")
        is_sound(shown)
    go(shown, "/offentlig-sida")
    is_sound(shown)
    press(shown, "Slå på den öppna sidan")
    expect(shown.locator(".notice[role='status']")).to_contain_text("Den öppna sidan är på.")
    is_sound(shown)


def look_as_stranger(browser):
    phone = telephone(browser)
    go(phone, "/offentligt")
    body = phone.locator("body")
    for words in ("Samordningsförbundet i Blekinge län", "Alva Exempel", "Inbjudan till samråd", "Ronneby kommun"):
        expect(body).to_contain_text(words)
    data = phone.request.get(ADDRESS + "/offentligt/data.json").text()
    assert "Inbjudan till samråd" in data, data
    for said in (body.inner_text(), data):
        for words in (SECRET, "sjukjournal", SUBJECT, "Läkarintyg"):
            assert words not in said, words
    is_sound(phone)
    for path in ("/hinder/1", "/diarium", "/styrelse", "/beslut/2023-01-01/1"):
        go(phone, path)
        heading(phone, "Logga in")


with chromium() as browser:
    shown = context(browser).new_page()
    become_administrator(shown)
    go(shown, "/diarium/ny")
    today = shown.locator("#dag").input_value()
    links = {
        name: invite(shown, name, mail, role, insats)
        for name, mail, role, insats in (
            ("Alva Exempel", "alva@example.se", "board-member", None),
            ("Cim Exempel", "cim@example.se", "board-member", None),
            ("Ekonomen", "eko@example.se", "bookkeeper", None),
            ("Utföraren", "utf@example.se", "performer", "Samsa - Samsyn och agera"))
    }
    phone = telephone(browser)
    receipt = report(phone, make_link(shown))

    economist = come_in(context(browser).new_page(), links["Ekonomen"])
    make_group(economist, "LSG Karlskrona", "lsg", "KARLSKRONA")
    make_group(economist, "Beredningsgruppen", "beredning")
    lift_up(economist)
    report_like_it(come_in(context(browser).new_page(), links["Utföraren"], home="Dina insatser 2022"))
    join(economist)

    fill_seats(shown)
    plan(shown, today)
    open_meeting(shown)
    decide(shown)
    minutes = hand_over_minutes(shown)
    adjuster = come_in(telephone(browser), links["Cim Exempel"], home=BOARD)
    adjust(adjuster, minutes, "Cim Exempel")
    chair = come_in(context(browser).new_page(), links["Alva Exempel"], home=BOARD)
    adjust(chair, minutes, "Alva Exempel")
    announce(browser, shown, minutes, today)

    answer(chair, today)
    go(phone, receipt)
    says(
        phone, "Hindret är löst.", "Regionen lämnar intyg inom två veckor från årsskiftet.",
        f"Styrelsens beslut {today} § 1.")
    is_sound(phone)

    grant(shown, today)
    print_report(shown, today)
    keep_secret(shown)
    look_as_stranger(browser)
