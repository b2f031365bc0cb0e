"""A performer's year in the counter: a new list, people in and out, corrections, and a delivery every quarter. On each page axe and the eye for
widths have their say, wide and on a telephone. Then the same without JavaScript, and the list is locked."""

import datetime
import os
import sys

from office import ADDRESS, chromium, context, expect, heading, is_sideways, violations

FILES = os.environ["FINSAM_FILES"]
YEAR = datetime.date.today().year - 1
PASSWORD = "tre gula paraplyer vid kajen"
faults = []


def look(shown, where):
    """What axe and the eye for widths find on the page, wide and narrow."""
    for width in (1280, 360):
        shown.set_viewport_size({"width": width, "height": 900})
        faults.extend(f"{where}, {width} px: {fault}" for fault in violations(shown))
        if is_sideways(shown):
            faults.append(f"{where}, {width} px: scrolls sideways")
    shown.set_viewport_size({"width": 1280, "height": 900})


def save(shown):
    shown.locator("main form").last.get_by_role("button").last.click()


def menu(shown, words):
    shown.get_by_role("navigation", name="Räknelistan").get_by_role("link", name=words, exact=True).click()


def said(shown, words):
    expect(shown.locator("main > .notice")).to_contain_text(words)


def enter(shown, day, sex, municipality="Karlshamn", age="30–44 år", **more):
    menu(shown, "Ny deltagare")
    shown.get_by_label("Inskriven").fill(f"{YEAR}-{day}")
    shown.get_by_label("Kön").select_option(label=sex)
    shown.get_by_label("Kommun", exact=True).select_option(label=municipality)
    shown.get_by_label("Ålder").select_option(label=age)
    shown.get_by_label("Remitterad av").select_option(label=more.get("referrer", "Kommunen"))
    if more.get("elsewhere"):
        shown.get_by_label("Är också i en annan av förbundets insatser").check()
    shown.get_by_role("button", name="Skriv in").click()
    said(shown, "Inskriven som nummer")


def leave(shown, number, day, reason):
    menu(shown, "Pågående")
    shown.get_by_role("link", name=f"Nummer {number}", exact=True).first.click()
    heading(shown, f"Nummer {number}")
    shown.get_by_label("Sista dagen").fill(f"{YEAR}-{day}")
    shown.get_by_label("Avslutsorsak").select_option(label=reason)
    shown.get_by_role("button", name="Avsluta", exact=True).click()
    said(shown, f"Nummer {number} är avslutat")


def deliver(shown, first, last):
    """Makes the delivery of the period and saves its file."""
    menu(shown, "Leverera")
    expect(shown.get_by_role("heading", level=2).first).to_have_text(f"Antalen {YEAR}-{first}–{YEAR}-{last}")
    shown.get_by_role("button", name="Gör leveransen").click()
    said(shown, "Leveransen är gjord")
    with shown.expect_download() as waiting:
        shown.get_by_role("link", name="Spara filen", exact=True).click()
    waiting.value.save_as(os.path.join(FILES, f"leverans-{last[:2]}.json"))


with chromium() as browser:
    shown = context(browser).new_page()
    errors = []
    shown.on("pageerror", lambda error: errors.append(f"script: {error}"))
    shown.on("console", lambda line: errors.append(f"console: {line.text}") if line.type == "error" else None)

    # A new list.
    shown.goto(ADDRESS)
    heading(shown, "Gör en räknelista")
    look(shown, "set-up")
    shown.get_by_role("button", name="Gör listan").click()
    expect(shown.get_by_role("alert")).to_contain_text("behöver rättas")
    look(shown, "set-up with faults")
    errors.clear()  # The browser calls a page of faults an error; it is 422.
    shown.get_by_label("Insatsens kortnamn").fill("SAMSA")
    shown.get_by_label("Insatsens namn").fill("Samsa")
    shown.get_by_label("Utföraren", exact=True).fill("Arbetscentrum")
    shown.get_by_label("Första dagen som räknas").fill(f"{YEAR}-01-01")
    shown.get_by_label("Kommuner").fill("Karlshamn\nSölvesborg")
    shown.get_by_label("Rådgivande samtal").check()
    shown.get_by_label("Besökare i en volyminsats").check()
    shown.get_by_label("Att frågor om våld har ställts").check()
    shown.get_by_label("Nytt lösenord").fill(PASSWORD)
    shown.get_by_label("Samma lösenord igen").fill(PASSWORD)
    shown.get_by_role("button", name="Gör listan").click()
    heading(shown, "Inställningar")
    said(shown, "Listan är gjord")
    key = shown.locator("dl.facts code").first.inner_text()
    look(shown, "settings")

    # An own reason for an exit.
    menu(shown, "Val i listan")
    look(shown, "choices")
    shown.get_by_role("link", name="Avslutsorsak").click()
    shown.get_by_label("Rad 15", exact=True).fill("Deltidsarbete med stöd")
    shown.get_by_label("Rad 15: gemensam orsak").select_option(label="Arbete")
    look(shown, "exit reasons")
    shown.get_by_role("button", name="Spara", exact=True).click()
    said(shown, "Avslutsorsak: sparat")

    # The first quarter: one who came before the year, by keys alone, and three in it.
    menu(shown, "Ny deltagare")
    look(shown, "new entry")
    shown.get_by_label("Inskriven").focus()
    shown.keyboard.press("Control+a")
    shown.keyboard.type(f"{YEAR - 1}-11-04")
    shown.keyboard.press("Tab")
    shown.keyboard.type("Kvinna")
    shown.keyboard.press("Tab")
    shown.keyboard.type("Karlshamn")
    shown.get_by_label("Inskriven").focus()
    shown.keyboard.press("Enter")
    said(shown, "Inskriven som nummer 1")
    enter(shown, "01-20", "Kvinna")
    enter(shown, "02-03", "Man", municipality="Sölvesborg", age="19–29 år")
    enter(shown, "03-10", "Ej angivet", elsewhere=True)
    leave(shown, 1, "03-14", "Deltidsarbete med stöd")
    look(shown, "list")
    shown.get_by_role("link", name="Nummer 2", exact=True).first.click()
    shown.get_by_text("Skriv att frågorna har ställts").click()
    shown.get_by_label("Frågorna ställdes").fill(f"{YEAR}-02-10")
    shown.get_by_label("De besvarades").check()
    shown.get_by_role("button", name="Spara", exact=True).click()
    said(shown, "Sparat")
    look(shown, "entry")
    menu(shown, "Samtal och volym")
    shown.get_by_label("Dag", exact=True).first.fill(f"{YEAR}-03-31")
    shown.get_by_label("Antal samtal").fill("12")
    shown.get_by_role("button", name="Spara samtalen").click()
    said(shown, "Sparat")
    look(shown, "plain counts")
    menu(shown, "Leverera")
    look(shown, "delivery")
    deliver(shown, "01-01", "03-31")
    look(shown, "made delivery")

    # The second: an exit that was a mistake, and one that was corrected.
    enter(shown, "04-15", "Kvinna", municipality="Sölvesborg")
    enter(shown, "05-02", "Man", age="45–59 år")
    leave(shown, 2, "06-12", "Studier")
    leave(shown, 3, "06-20", "Sjukdom")
    menu(shown, "Avslutade och radering")
    look(shown, "finished")
    shown.get_by_role("link", name="Nummer 3", exact=True).first.click()
    shown.locator("summary", has_text="Rätta avslutet").click()
    shown.get_by_role("button", name="Ta tillbaka avslutet").click()
    said(shown, "nummer 3 pågår")
    deliver(shown, "04-01", "06-30")

    # The third.
    enter(shown, "08-20", "Kvinna", age="60 år eller äldre")
    leave(shown, 5, "09-30", "Arbete")
    deliver(shown, "07-01", "09-30")

    # The fourth, on a telephone and without JavaScript: the other browser must give the password itself.
    plain = context(browser, width=360, java_script_enabled=False).new_page()
    plain.goto(ADDRESS)
    heading(plain, "Lås upp listan")
    plain.get_by_label("Lösenord").fill("tre gula paraplyer vid kajer")
    plain.get_by_role("button", name="Lås upp").click()
    expect(plain.get_by_role("alert")).to_contain_text("Lösenordet stämmer inte")
    plain.get_by_label("Lösenord").fill(PASSWORD)
    plain.get_by_role("button", name="Lås upp").click()
    heading(plain, "Pågående")

    def phone_menu(words):
        plain.get_by_role("link", name="Meny", exact=True).click()
        menu(plain, words)

    phone_menu("Ny deltagare")
    plain.get_by_label("Inskriven").fill(f"{YEAR}-10-06")
    plain.get_by_label("Kön").select_option(label="Man")
    plain.get_by_label("Kommun", exact=True).select_option(label="Karlshamn")
    plain.get_by_role("button", name="Skriv in").click()
    said(plain, "Inskriven som nummer 8")
    plain.get_by_role("link", name="Nummer 3", exact=True).first.click()
    plain.get_by_label("Sista dagen").fill(f"{YEAR}-12-31")
    plain.get_by_label("Avslutsorsak").select_option(label="Praktik eller arbetsträning")
    plain.get_by_role("button", name="Avsluta", exact=True).click()
    said(plain, "Nummer 3 är avslutat")
    phone_menu("Leverera")
    plain.locator("summary", has_text="Några står utanför listan").click()
    plain.get_by_label("Kvinnor", exact=True).fill("2")
    plain.get_by_label("Varför").fill("Samtycket kom sent")
    plain.get_by_role("button", name="Gör leveransen").click()
    said(plain, "Leveransen är gjord")
    with plain.expect_download() as waiting:
        plain.get_by_role("link", name="Spara filen", exact=True).click()
    waiting.value.save_as(os.path.join(FILES, "leverans-12.json"))
    phone_menu("Så fungerar listan")
    heading(plain, "Räknelistan hos utföraren")
    plain.get_by_role("button", name="Lås listan").click()
    heading(plain, "Lås upp listan")

    # Locked, the first browser sees nothing either.
    shown.goto(ADDRESS + "/nummer/3")
    heading(shown, "Lås upp listan")
    look(shown, "locked")
    faults.extend(errors)

print(key)
print("\n".join(faults), file=sys.stderr)
raise SystemExit(1 if faults else 0)
