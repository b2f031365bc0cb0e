"""Takes the handbook's pictures of the example association: what each page of docs/handbok shows."""

import io
import os

from PIL import Image

from office import ADDRESS, PICTURES, chromium, page


def take(shown, name):
    """One picture, 1280 px wide at most and of few colours, so that the program that carries it stays small."""
    image = Image.open(io.BytesIO(shown.screenshot()))
    image.convert("RGB").quantize(96, dither=Image.Dither.NONE).save(
        os.path.join(PICTURES, name + ".png"), optimize=True)


def fill(shown):
    """A voucher as it looks when it is nearly done."""
    shown.goto(ADDRESS + "/ny-verifikation")
    for field, text in {
        "#text": "Hyra för kansliet, mars", "#motpart": "Fastighetsbolaget", "#konto-1": "5010", "#debet-1": "12 500",
        "#radtext-1": "Mars", "#konto-2": "1930", "#kredit-2": "10 000+2 500",
    }.items():
        shown.fill(field, text)
        shown.keyboard.press("Tab")


with chromium() as browser:
    stranger = page(browser, width=1100, height=620)
    stranger.goto(ADDRESS + "/logga-in")
    take(stranger, "logga-in")

    shown = page(browser, "director", width=1280, height=800)
    for name, path in {
        "att-gora": "/", "saldobalans": "/saldobalans/2022", "huvudbok": "/huvudbok/2022?konto=1930",
        "underlag": "/verifikationer/2022/A-24", "ratta": "/verifikationer/2022/L-31/rattelse",
        "rakenskapsar": "/rakenskapsar/2022", "kapitel": "/rapport/2022/kapitel/handelser",
        "siffra": "/rapport/2022/siffror/eget-kapital",
    }.items():
        reply = shown.goto(ADDRESS + path)
        assert reply.status == 200, (path, reply.status)
        shown.wait_for_load_state("networkidle")
        take(shown, name)

    fill(shown)
    shown.wait_for_selector("#skillnad:has-text('lika')")
    take(shown, "bokfora")

    shown.goto(ADDRESS + "/inlasningar")
    shown.set_input_files("#fil", {
        "name": "2023.se", "mimeType": "application/octet-stream",
        "buffer": os.environ["FINSAM_SIE"].encode("cp437")})
    shown.get_by_role("button", name="Granska filen").click()
    shown.wait_for_load_state("networkidle")
    take(shown, "las-in-sie")
