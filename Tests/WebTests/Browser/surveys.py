"""A survey at the office, in Chromium: opened, answered on telephones by the links of the printed sheet, typed in from
paper by keys alone, closed and read."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from office import ADDRESS, become_administrator, by_menu, chromium, context, heading, is_sideways, violations

QUESTIONS = 8


def press(shown, words):
    shown.locator("main").get_by_role("button", name=words, exact=True).click()


def open_survey(shown):
    by_menu(shown, "Enkäter")
    heading(shown, "Enkäter")
    shown.get_by_role("link", name="Ny enkät", exact=True).click()
    shown.select_option("#formular", "avslut")
    for field, words in (
        ("rubrik", "Enkät vid avslut i Samsa"), ("kortnamn", "avslut-samsa"), ("malgrupp", "Alla som avslutat"),
        ("tillfragade", "8"),
    ):
        shown.fill("#" + field, words)
    shown.select_option("#insats", "SAMSA")
    press(shown, "Öppna enkäten")
    heading(shown, "Enkät vid avslut i Samsa")
    expect(shown.locator("main")).to_contain_text("0 av 8")


def make_codes(shown, count):
    """The links that the QR codes on the sheet hold."""
    shown.fill("#antal", str(count))
    press(shown, "Gör koder")
    codes = shown.locator("svg.qr")
    expect(codes).to_have_count(count)
    links = [codes.nth(index).get_attribute("aria-label").split()[-1] for index in range(count)]
    assert len(set(links)) == count
    for width in (360, 1280):
        shown.set_viewport_size({"width": width, "height": 800})
        assert not is_sideways(shown), f"the sheet of codes, {width} wide"
    assert violations(shown) == [], violations(shown)
    # Printed: the slips and nothing of the office around them.
    shown.emulate_media(media="print")
    expect(codes.first).to_be_visible()
    expect(shown.locator("nav.menu")).to_be_hidden()
    shown.emulate_media(media="screen")
    return [urlsplit(link).path for link in links]


def answer(browser, path, step, words="", sex="Kvinna"):
    """On a telephone with scripts turned off."""
    phone = context(browser, width=360, height=740, has_touch=True, is_mobile=True, java_script_enabled=False)
    shown = phone.new_page()
    fetched = []
    shown.on("request", lambda request: fetched.append(request.url))
    shown.goto(ADDRESS + path)
    heading(shown, "Till dig som avslutar")
    assert fetched == [ADDRESS + path], fetched
    for question in shown.locator("fieldset").all()[:QUESTIONS]:
        question.locator("label.choice").nth(step - 1).tap()
    shown.fill("#text9", words)
    shown.get_by_text(sex, exact=True).tap()
    shown.get_by_role("button", name="Skicka svaren").tap()
    heading(shown, "Tack för ditt svar!")
    assert path not in shown.url
    shown.goto(ADDRESS + path)
    heading(shown, "Svaret är redan lämnat")
    assert phone.cookies() == [], phone.cookies()
    phone.close()


def look(browser, path):
    """The page of a respondent before axe, narrow; every choice is as large as a finger."""
    phone = context(browser, width=360, height=740, has_touch=True, is_mobile=True)
    shown = phone.new_page()
    shown.goto(ADDRESS + path)
    assert violations(shown) == [], violations(shown)
    assert not is_sideways(shown)
    choices = shown.locator("label.choice")
    assert choices.count() == QUESTIONS * 7 + 3, (choices.count(), shown.locator("main").inner_text())
    for index in range(choices.count()):
        box = choices.nth(index).bounding_box()
        assert box["height"] >= 48 and box["width"] >= 250, box
    # By keys alone: the first choice is reached, and arrows move among the steps.
    shown.keyboard.press("Tab")
    shown.keyboard.press("ArrowDown")
    expect(shown.locator("#fraga1 input:checked")).to_have_count(1)
    # A personnummer is refused, and the rest of what was answered stands.
    shown.fill("#text9", "Jag är 811228-9874")
    shown.get_by_role("button", name="Skicka svaren").tap()
    expect(shown.locator(".faults")).to_contain_text("personnummer")
    expect(shown.locator("#fraga1 input:checked")).to_have_count(1)
    assert violations(shown) == [], violations(shown)
    shown.goto(ADDRESS + "/svara")
    assert violations(shown) == [], violations(shown)
    shown.fill("#kod", path.split("/")[-1].lower().replace("-", " "))
    shown.get_by_role("button", name="Till frågorna").tap()
    heading(shown, "Till dig som avslutar")
    phone.close()


def type_paper(shown, steps, sex):
    """The hands never leave the keys."""
    expect(shown.locator("#fraga1")).to_be_focused()
    for step in steps:
        shown.keyboard.type(str(step))
        shown.keyboard.press("Tab")
    # Past the free text.
    shown.keyboard.press("Tab")
    shown.keyboard.type(sex)
    shown.keyboard.press("Enter")
    expect(shown.locator(".notice")).to_contain_text("Svaret är sparat")


with chromium() as browser:
    office = context(browser)
    shown = office.new_page()
    become_administrator(shown)
    open_survey(shown)
    paths = make_codes(shown, 5)
    look(browser, paths[4])
    for number, path in enumerate(paths[:4]):
        answer(browser, path, 6 if number else 2, "Tack till Anna Ek" if number == 1 else "", "Man" if number == 2 else "Kvinna")
    shown.set_viewport_size({"width": 1280, "height": 900})
    by_menu(shown, "Enkäter")
    shown.get_by_role("link", name="Enkät vid avslut i Samsa").click()
    expect(shown.locator("main")).to_contain_text("4 av 8")
    expect(shown.locator("main")).not_to_contain_text("Resultat")
    shown.get_by_role("link", name="Skriv in svar på papper").click()
    type_paper(shown, [5, 5, 5, 5, 5, 5, 5, 5], "k")
    expect(shown.locator(".notice")).to_contain_text("5 av 8")
    type_paper(shown, [6, 5, "", 4, 5, 5, 5, 5], "m")
    expect(shown.locator(".notice")).to_contain_text("6 av 8")
    assert violations(shown) == [], violations(shown)
    shown.get_by_role("navigation", name="Var du är").get_by_role("link", name="Enkät vid avslut i Samsa").click()
    shown.check("#saker")
    press(shown, "Stäng enkäten")
    main = shown.locator("main")
    expect(main).to_contain_text("6 av 8 (75\u00a0%)")
    expect(main.get_by_role("heading", name="Resultat")).to_be_visible()
    expect(main.locator(".table").first).to_contain_text("Jag har haft nytta av stödet.")
    expect(main).not_to_contain_text("Anna Ek")
    assert violations(shown) == [], violations(shown)
    shown.get_by_role("link", name="1 svar väntar på att läsas").click()
    expect(main.locator("mark")).to_have_text("Anna Ek")
    press(shown, "Ta bort")
    expect(main).to_contain_text("Inget är skrivet.")
    # A code that was not used is good no more.
    stranger = context(browser, width=360).new_page()
    stranger.goto(ADDRESS + paths[4])
    heading(stranger, "Koden finns inte")
