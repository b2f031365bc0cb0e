#!/usr/bin/env python3
"""Makes the ledgers and the attachments of the two example associations in Examples/.

The vouchers are an illustration. Their sums are the published figures of two annual reports, asserted to the krona
before anything is written and read back from the files afterwards. Same script, same bytes: no clock, seeded numbers,
nothing but the standard library.
"""

import datetime
import pathlib
import random
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent / "Examples"
PROSA = "EXEMPEL. Verifikationerna är påhittade, deras summor är årsredovisningens publicerade tal."


# Amounts are öre in int everywhere; kr() is the only door in.


def kr(amount):
    return round(amount * 100)


def text_of(ore):
    sign = "-" if ore < 0 else ""
    kronor, rest = divmod(abs(ore), 100)
    return f"{sign}{kronor}.{rest:02d}" if rest else f"{sign}{kronor}"


def spread(total, weights, step=100):
    """Splits total (öre) by weights into multiples of step; the last part carries the difference."""
    whole = sum(weights)
    parts = [int(total * weight / whole) // step * step for weight in weights]
    parts[-1] += total - sum(parts)
    return parts


def uneven(total, count, seed, step=1, by=0.2):
    """Splits total (öre) in count parts that differ by up to that share."""
    chance = random.Random(seed)
    return spread(total, [1 + by * (chance.random() - 0.5) for _ in range(count)], step)


def day(year, month, number):
    return datetime.date(year, month, number)


def later(date, days):
    """A pay day: at the earliest so many days later, on the 10th or the 25th."""
    date += datetime.timedelta(days=days)
    while date.day not in (10, 25):
        date += datetime.timedelta(days=1)
    return date


# A year's books.


class Year:
    def __init__(self, number, opening, payable, bank, vat_claim):
        self.number = number
        self.opening = dict(opening)
        self.payable, self.bank, self.vat_claim = payable, bank, vat_claim
        self.vouchers = []
        self.runs = {}
        self.vat = []

    def book(self, series, date, text, rows, key=None):
        """rows: (account, öre, insats or None, part or None, text)."""
        rows = [(tuple(row) + (None, None, ""))[:5] if len(row) < 5 else tuple(row) for row in rows]
        rows = [row for row in rows if row[1]]
        assert sum(row[1] for row in rows) == 0, (text, sum(row[1] for row in rows))
        assert date.year == self.number, (text, date)
        assert rows, text
        self.vouchers.append({"series": series, "date": date, "text": text, "rows": rows, "key": key})

    def invoice(self, date, supplier, text, costs, vat=False, days=25, paid=True, key=None):
        """A supplier's invoice, with input VAT that is claimed back by the law on kommunmoms, and its payment."""
        net = sum(cost[1] for cost in costs)
        tax = (net + 2) // 4 if vat else 0
        rows = list(costs) + [(self.vat_claim, tax), (self.payable, -net - tax)]
        self.book("L", date, f"{supplier}: {text}", rows, key)
        if tax:
            self.vat.append((date, tax))
        if paid:
            self.owe(min(later(date, days), day(self.number, 12, 28)), supplier, net + tax)
        return net + tax

    def owe(self, when, supplier, amount):
        self.runs.setdefault(when, []).append((supplier, amount))

    def pay(self):
        for when in sorted(self.runs):
            run = self.runs[when]
            rows = [(self.payable, amount, None, None, supplier) for supplier, amount in run]
            total = sum(amount for _, amount in run)
            title = run[0][0] if len(run) == 1 else f"{len(run)} fakturor"
            self.book("B", when, f"Leverantörsbetalning, {title}", rows + [(self.bank, -total)])

    def numbered(self):
        order = sorted(enumerate(self.vouchers), key=lambda pair: (pair[1]["series"], pair[1]["date"], pair[0]))
        counter = {}
        for _, voucher in order:
            counter[voucher["series"]] = counter.get(voucher["series"], 0) + 1
            voucher["number"] = counter[voucher["series"]]
        return [voucher for _, voucher in order]

    def change(self, account, insats="*", part="*"):
        total = 0
        for voucher in self.vouchers:
            for row in voucher["rows"]:
                if row[0] == account and insats in ("*", row[2]) and part in ("*", row[3]):
                    total += row[1]
        return total

    def closing(self):
        balances = dict(self.opening)
        for voucher in self.vouchers:
            for row in voucher["rows"]:
                if row[0] < "3000":
                    balances[row[0]] = balances.get(row[0], 0) + row[1]
        return balances

    def results(self):
        sums = {}
        for voucher in self.vouchers:
            for row in voucher["rows"]:
                if row[0] >= "3000":
                    sums[row[0]] = sums.get(row[0], 0) + row[1]
        return sums

    def end(self, result_account, year_result):
        """Carries the result to equity on the last day."""
        result = -sum(self.results().values())
        self.book(
            "A", day(self.number, 12, 31), "Årets resultat till eget kapital",
            [(result_account, result), (year_result, -result)])
        return result

    def begin(self, year_result, retained):
        """Carries last year's result to retained equity on the first day."""
        amount = self.opening.get(year_result, 0)
        self.book(
            "A", day(self.number, 1, 1), "Föregående års resultat till balanserat resultat",
            [(year_result, -amount), (retained, amount)])


# SIE 4E.


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


class Sie:
    """Lines and the checksum over them (SIE 4B chapter 10)."""

    def __init__(self):
        self.lines = ["#FLAGGA 0", "#KSUMMA"]
        self.crc = 0

    def add(self, label, *fields, objects=None):
        """A str field is quoted where it must be; objects is the list of a transaction, put after the first field."""
        written = [label]
        fed = label.encode("cp437")
        for index, field in enumerate(fields):
            plain = field and all(33 <= ord(letter) < 127 and letter not in '"{}' for letter in field)
            written.append(field if plain else quoted(field))
            fed += field.encode("cp437")
            if objects is not None and index == 0:
                flat = [part for pair in objects for part in pair]
                written.append("{" + " ".join(flat) + "}")
                fed += "".join(flat).encode("cp437")
        self.lines.append(" ".join(written))
        self.crc = zlib.crc32(fed, self.crc)

    def raw(self, line):
        self.lines.append(line)

    def bytes(self):
        lines = self.lines + [f"#KSUMMA {self.crc & 0xFFFFFFFF}"]
        return ("\r\n".join(lines) + "\r\n").encode("cp437")


def sie_file(association, year, previous):
    out = Sie()
    add = out.add
    add("#PROGRAM", "make-examples", "1")
    add("#FORMAT", "PC8")
    add("#GEN", f"{year.number + 1}0201")
    add("#SIETYP", "4")
    add("#PROSA", PROSA)
    add("#FTYP", "X")
    add("#FNR", association["id"])
    add("#ORGNR", association["orgnr"])
    add("#FNAMN", association["name"])
    add("#RAR", "0", f"{year.number}0101", f"{year.number}1231")
    if previous:
        add("#RAR", "-1", f"{previous.number}0101", f"{previous.number}1231")
    if association["kptyp"]:
        add("#KPTYP", association["kptyp"])
    add("#VALUTA", "SEK")
    kinds = association["kinds"]
    for number, name in sorted(association["accounts"].items()):
        add("#KONTO", number, name)
        add("#KTYP", number, kinds.get(number) or {"1": "T", "2": "S", "3": "I"}.get(number[0], "K"))
    add("#DIM", "20", "Insats")
    add("#DIM", "21", "Part")
    for number, name in association["insatser"].items():
        add("#OBJEKT", "20", number, name)
    for number, name in association["parts"].items():
        add("#OBJEKT", "21", number, name)
    for number, one in ((0, year), (-1, previous)):
        if not one:
            continue
        closing = one.closing()
        for label, balances in (("#IB", one.opening), ("#UB", closing)):
            for account in sorted(set(one.opening) | set(closing)):
                add(label, str(number), account, text_of(balances.get(account, 0)))
        for account, amount in sorted(one.results().items()):
            add("#RES", str(number), account, text_of(amount))
    for voucher in year.numbered():
        date = voucher["date"].strftime("%Y%m%d")
        add("#VER", voucher["series"], str(voucher["number"]), date, voucher["text"], date, "EX")
        out.raw("{")
        for account, amount, insats, part, text in voucher["rows"]:
            objects = [("20", insats)] * bool(insats) + [("21", part)] * bool(part)
            fields = [account, text_of(amount)] + ([date, text] if text else [])
            add("#TRANS", *fields, objects=objects)
            out.lines[-1] = "  " + out.lines[-1]
        out.raw("}")
    return out.bytes()


def read_back(data):
    """An independent reading of a file: its checksum, its sums per account and objects, its counts."""
    crc, opening, closing, results, moved = 0, {}, {}, {}, {}
    seen, vouchers, stated, balance = False, 0, None, 0
    numbers = {}
    for line in data.decode("cp437").split("\r\n"):
        fields, rest = [], line.strip()
        if rest in ("", "{", "}"):
            if rest == "}":
                assert balance == 0, line
            continue
        while rest:
            if rest[0] == '"':
                end = rest.index('"', 1)
                field, rest = rest[1:end], rest[end + 1:]
            elif rest[0] == "{":
                end = rest.index("}")
                field, rest = "{" + rest[1:end] + "}", rest[end + 1:]
            else:
                field, _, rest = rest.partition(" ")
            fields.append(field)
            rest = rest.strip()
        label = fields[0]
        if label == "#KSUMMA":
            if seen:
                stated = int(fields[1])
            seen = True
            continue
        if seen:
            fed = "".join(f.strip("{}").replace(" ", "") if f.startswith("{") else f for f in fields)
            crc = zlib.crc32(fed.encode("cp437"), crc)
        amount = lambda field: round(float(field) * 100)
        if label in ("#IB", "#UB", "#RES") and fields[1] == "0":
            {"#IB": opening, "#UB": closing, "#RES": results}[label][fields[2]] = amount(fields[3])
        if label == "#VER":
            vouchers += 1
            assert int(fields[2]) == numbers.get(fields[1], 0) + 1, line
            numbers[fields[1]] = int(fields[2])
            balance = 0
        if label == "#TRANS":
            pairs = fields[2].strip("{}").split()
            objects = dict(zip(pairs[::2], pairs[1::2]))
            key = (fields[1], objects.get("20"), objects.get("21"))
            moved[key] = moved.get(key, 0) + amount(fields[3])
            balance += amount(fields[3])
    assert stated == crc, (stated, crc)
    for account in set(closing):
        change = sum(value for key, value in moved.items() if key[0] == account)
        assert opening.get(account, 0) + change == closing[account], account
    for account in results:
        assert results[account] == sum(value for key, value in moved.items() if key[0] == account), account
    assert sum(opening.values()) == 0 and sum(closing.values()) == 0
    return {"moved": moved, "opening": opening, "closing": closing, "vouchers": vouchers, "series": numbers}


# The table of published sums.


class Proof:
    def __init__(self, title):
        self.title, self.lines = title, []

    def equal(self, what, is_ore, published):
        self.lines.append((what, is_ore, published))
        assert is_ore == kr(published), f"{self.title}: {what}: {text_of(is_ore)} men publicerat {published}"

    def show(self):
        print(f"\n{self.title}")
        for what, is_ore, _ in self.lines:
            print(f"  {what:<62}" + f"{is_ore // 100:>14,}".replace(",", " "))


def moved(reading, accounts, insats="*", part="*"):
    total = 0
    for (account, one, other), value in reading["moved"].items():
        if any(low <= account <= high for low, high in accounts) and insats in ("*", one) and part in ("*", other):
            total += value
    return total


def stands(reading, accounts, column="closing"):
    return sum(
        value for account, value in reading[column].items() if any(low <= account <= high for low, high in accounts))


# Attachments: small illustrations of what lies behind a voucher.


def pdf(lines):
    """A one-page PDF with those lines in Helvetica."""
    content = b"BT /F1 11 Tf 16 TL 60 780 Td\n"
    for line in lines:
        body = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        content += b"(" + body + b") Tj T*\n"
    content += b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def swedish(ore):
    kronor, rest = divmod(abs(ore), 100)
    return ("-" if ore < 0 else "") + f"{kronor:,}".replace(",", " ") + f",{rest:02d} kr"


def attachment(association, year, voucher):
    """What the paper behind the voucher might say."""
    names = {**association["insatser"], **association["parts"]}
    lines = [
        "ILLUSTRATION - inte ett verkligt underlag", "", association["name"],
        f"Underlag till verifikation {voucher['series']} {voucher['number']}, {voucher['date'].isoformat()}",
        voucher["text"], ""]
    for account, amount, insats, part, text in voucher["rows"]:
        said = ", ".join(names[name] for name in (insats, part) if name)
        lines.append(f"{account} {association['accounts'][account]}  {said}  {swedish(amount)}".replace("    ", "  "))
    return lines


def write(association, years):
    folder = ROOT / association["folder"]
    (folder / "bokforing").mkdir(parents=True, exist_ok=True)
    (folder / "bilagor").mkdir(parents=True, exist_ok=True)
    readings = []
    files = {}
    for index, year in enumerate(years):
        data = sie_file(association, year, years[index - 1] if index else None)
        readings.append(read_back(data))
        files[folder / "bokforing" / f"{year.number}.se"] = data
    association["prove"](*readings).show()
    for old in (folder / "bilagor").iterdir():
        old.unlink()
    last = years[-1]
    for voucher in last.numbered():
        if voucher["key"]:
            name = f"{voucher['series']}-{voucher['number']}-{last.number}-{voucher['key']}"
            lines = attachment(association, last, voucher)
            if voucher["key"].endswith(".txt"):
                files[folder / "bilagor" / name] = ("\n".join(lines) + "\n").encode()
            else:
                files[folder / "bilagor" / name] = pdf(lines)
    for path, data in files.items():
        path.write_bytes(data)
    for year, reading in zip(years, readings):
        print(f"  {year.number}: {reading['vouchers']} verifikationer, {reading['series']}")


# Blekinge 2022: BAS, kept by a bureau.

B_ACCOUNTS = {
    "1510": "Kundfordringar", "1630": "Avräkning för skatter och avgifter (skattekonto)",
    "1650": "Fordran ersättning för moms", "1710": "Förutbetalda hyreskostnader", "1930": "Företagskonto",
    "2068": "Vinst eller förlust från föregående år", "2069": "Årets resultat", "2440": "Leverantörsskulder",
    "2710": "Personalskatt", "2731": "Avräkning lagstadgade sociala avgifter", "2920": "Upplupna semesterlöner",
    "2941": "Beräknade upplupna lagstadgade sociala avgifter",
    "2943": "Beräknad upplupen särskild löneskatt på pensionskostnader",
    "2990": "Övriga upplupna kostnader", "2995": "Skulder samverkansinsatser",
    "3740": "Öres- och kronutjämning", "3985": "Erhållna statliga bidrag", "3987": "Erhållna kommunala bidrag",
    "3988": "Erhållna bidrag från region",
    "4010": "Bidrag till individinriktade insatser", "4020": "Bidrag till strukturövergripande insatser",
    "5010": "Lokalhyra", "5410": "Förbrukningsinventarier", "5420": "Programvaror", "5800": "Resekostnader",
    "5831": "Kost och logi, styrelsen", "5990": "Kunskapsdagar och information", "6110": "Kontorsmateriel",
    "6212": "Mobiltelefon", "6230": "Datakommunikation och webbplats", "6420": "Ersättningar till revisor",
    "6530": "Redovisningstjänster", "6570": "Bankkostnader", "6980": "Föreningsavgifter",
    "6990": "Övriga externa kostnader", "6999": "Öres- och kronutjämning, kostnader",
    "7210": "Löner till tjänstemän", "7240": "Styrelsearvoden", "7249": "Ersättning för förlorad arbetsförtjänst",
    "7290": "Förändring av semesterlöneskuld", "7331": "Skattefria bilersättningar, styrelsen",
    "7410": "Pensionsförsäkringspremier", "7511": "Arbetsgivaravgifter för löner",
    "7516": "Arbetsgivaravgifter på arvoden", "7519": "Arbetsgivaravgifter för semester- och löneskulder",
    "7533": "Särskild löneskatt för pensionskostnader", "7570": "Premier för arbetsmarknadsförsäkringar",
    "7610": "Utbildning och processtöd", "7620": "Sjuk- och hälsovård",
    "8311": "Ränteintäkter från bank", "8314": "Skattefria ränteintäkter",
    "8420": "Räntekostnader för kortfristiga skulder", "8999": "Årets resultat",
}

B_INSATSER = {
    "SIRI": "SIRI", "SKAPA": "Skapa med", "UNG": "Ung och skuldfri", "ARIS": "ARIS", "VISA": "Visa Vägen",
    "HAS": "Hälsa för arbete & studier", "SAMSA": "Samsa - Samsyn och agera", "SARA": "Sara", "SKAPA2": "Skapa med 2.0",
    "KOMM": "Kommunikation och motivation", "BLIP": "BLIP", "ROLLER": "Förståelse för varandras roller",
}

B_PARTS = {
    "FK": "Försäkringskassan", "AF": "Arbetsförmedlingen", "REG": "Region Blekinge", "KARLSKRONA": "Karlskrona kommun",
    "KARLSHAMN": "Karlshamns kommun", "RONNEBY": "Ronneby kommun", "SOLVESBORG": "Sölvesborgs kommun",
    "OLOFSTROM": "Olofströms kommun",
}

# insats, receiver, account, outcome 2022, outcome 2021 (note 2).
B_STREAMS = [
    ("SIRI", "AF", "4010", 1_185_311, 1_086_955), ("SIRI", "FK", "4010", 1_437_141, 1_475_737),
    ("SKAPA", "SOLVESBORG", "4010", 0, 1_416_395), ("UNG", "KARLSHAMN", "4020", 157_346, 147_742),
    ("ARIS", "KARLSHAMN", "4010", 2_169_000, 1_492_360), ("VISA", "KARLSKRONA", "4010", 3_112_443, 2_935_542),
    ("HAS", "OLOFSTROM", "4010", 1_509_858, 1_509_949), ("SAMSA", "RONNEBY", "4010", 2_187_715, 2_011_696),
    ("SARA", "RONNEBY", "4010", 298_080, 0), ("SKAPA2", "SOLVESBORG", "4010", 1_487_395, 0),
    ("KOMM", "FK", "4020", 63_431, 0), ("BLIP", "OLOFSTROM", "4020", 108_905, 0), ("ROLLER", "REG", "4020", 78_040, 0),
]

B_CONTRIBUTIONS = [
    ("FK", "3985", 6_940_000, 4), ("REG", "3988", 3_470_000, 4), ("KARLSKRONA", "3987", 1_388_000, 2),
    ("KARLSHAMN", "3987", 694_000, 2), ("RONNEBY", "3987", 694_000, 2), ("SOLVESBORG", "3987", 347_000, 2),
    ("OLOFSTROM", "3987", 347_000, 2),
]


def debts_of(streams, total, column):
    """The year-end debt per stream: the larger insatser draw their last half-year after the year's end."""
    large = [stream for stream in streams if stream[column] > 200_000]
    parts = spread(kr(total), [stream[column] for stream in large])
    return {(stream[0], stream[1]): part for stream, part in zip(large, parts)}


def blekinge_2021():
    y = Year(2021, {
        "1510": kr(1_600_000), "1630": kr(15_214), "1650": kr(156_630), "1710": kr(10_093), "1930": kr(7_711_097),
        "2068": kr(-5_196_132), "2069": kr(1_007_922), "2440": kr(-88_310), "2710": kr(-20_940), "2731": kr(-23_105),
        "2920": kr(-21_000), "2941": kr(-6_598), "2943": kr(-14_871), "2990": kr(-30_000), "2995": kr(-5_100_000),
    }, "2440", "1930", "1650")
    y.begin("2069", "2068")
    debts = debts_of(B_STREAMS, 4_734_426, 4)
    quarter_days = [(3, 31), (6, 30), (9, 30), (12, 20)]
    # What changes on the balance accounts other than the bank; the rest of the year goes through the bank.
    y.book("B", day(2021, 1, 29), "Medlemsbidrag fakturerade 2020, inbetalda", [
        ("1930", kr(1_600_000)), ("1510", kr(-1_600_000))])
    y.book("B", day(2021, 2, 26), "Samverkansinsatser 2020, utbetalda", [
        ("2995", kr(5_100_000)), ("1930", kr(-5_100_000))])
    for index, (month, number) in enumerate(quarter_days):
        date, q = day(2021, month, number), index + 1
        rows = []
        for part, account, amount, _ in B_CONTRIBUTIONS:
            rows.append((account, -kr(amount) // 4, None, part, ""))
        y.book("B", date, f"Medlemsbidrag kvartal {q} 2021", rows + [("1930", -sum(row[1] for row in rows))])
        rows = []
        for insats, part, account, _, cost in B_STREAMS:
            if cost:
                paid = kr(cost) - debts.get((insats, part), 0)
                rows.append((account, spread(paid, [1] * 4)[index], insats, part, ""))
        y.book("B", date, f"Samverkansinsatser kvartal {q} 2021", rows + [("1930", -sum(row[1] for row in rows))])
        costs = [("5010", 39_792), ("6530", 92_400), ("6420", 28_500), ("6980", 37_000), ("6230", 41_300), ("6212", 7_905),
                 ("5990", 132_000), ("5420", 21_750), ("6570", 2_310), ("6990", 56_140), ("7240", 86_240), ("7516", 27_097),
                 ("5831", 15_746), ("7210", 801_600), ("7511", 251_863), ("7410", 78_000), ("7533", 18_923),
                 ("7610", 209_732), ("7290", 3_000), ("7519", 943), ("7570", 2_007)]
        rows = [(account, spread(kr(amount), [1] * 4)[index]) for account, amount in costs]
        y.book("B", date, f"Förvaltningskostnader kvartal {q} 2021", rows + [("1930", -sum(row[1] for row in rows))])
    y.book("B", day(2021, 12, 31), "Räntekostnader 2021", [("8420", kr(3_463)), ("1930", kr(-3_463))])
    y.book("B", day(2021, 12, 31), "Öres- och kronutjämning 2021", [("3740", kr(6)), ("1930", kr(-6))])
    y.book("A", day(2021, 12, 31), "Skulder samverkansinsatser 2021", [
        *((account, debts[insats, part], insats, part, "") for insats, part, account, _, _ in B_STREAMS
          if (insats, part) in debts), ("2995", kr(-4_734_426))])
    closing = {"1630": 21_004, "1650": 78_123, "1710": 10_093, "2440": -142_560, "2710": -22_310, "2731": -24_262,
               "2920": -24_000, "2941": -7_541, "2943": -15_800, "2990": -13_360}
    rows = [(account, kr(amount) - y.opening[account]) for account, amount in closing.items()]
    y.book("A", day(2021, 12, 31), "Övriga fordringar och skulder, årets förändring",
           rows + [("1930", -sum(row[1] for row in rows))])
    y.end("8999", "2069")
    return y


def blekinge_2022(before):
    y = Year(2022, before.closing(), "2440", "1930", "1650")
    y.begin("2069", "2068")

    # Contributions: called per quarter or half-year, paid within thirty days.
    for part, account, amount, times in B_CONTRIBUTIONS:
        for index in range(times):
            share = kr(amount) // times
            month = 1 + index * 12 // times
            period = f"kvartal {index + 1}" if times == 4 else f"halvår {index + 1}"
            y.book("K", day(2022, month, 14), f"{B_PARTS[part]}: medlemsbidrag {period} 2022",
                   [("1510", share), (account, -share, None, part, "")],
                   key="medlemsbidrag.txt" if (part, index) == ("REG", 0) else None)
            y.book("B", day(2022, month + (1 if month < 12 else 0), 11), f"{B_PARTS[part]}: medlemsbidrag {period} 2022",
                   [("1930", share), ("1510", -share)])

    # Insatser: last year's debt turned, drawn by invoice per quarter, and what is not yet drawn booked as a debt.
    old, new = debts_of(B_STREAMS, 4_734_426, 4), debts_of(B_STREAMS, 6_236_157, 3)
    y.book("A", day(2022, 1, 1), "Återföring av skulder samverkansinsatser 2021", [
        ("2995", kr(4_734_426)),
        *((account, -old[insats, part], insats, part, "") for insats, part, account, _, _ in B_STREAMS
          if (insats, part) in old)])
    for number, (insats, part, account, cost, _) in enumerate(B_STREAMS):
        who, what = B_PARTS[part], B_INSATSER[insats]
        if (insats, part) in old:
            y.invoice(day(2022, 1, 18 + number), who, f"{what}, rekvisition för 2021",
                      [(account, old[insats, part], insats, part, "")])
        if not cost:
            continue
        drawn = kr(cost) - new.get((insats, part), 0)
        if (insats, part) in new:
            quarters = spread(drawn, [40, 38, 22])
            for index, (month, name) in enumerate([(4, "kvartal 1"), (7, "kvartal 2"), (10, "kvartal 3, del")]):
                y.invoice(day(2022, month, 8 + number), who, f"{what}, rekvisition {name} 2022",
                          [(account, quarters[index], insats, part, "")],
                          key="rekvisition.pdf" if (insats, index) == ("VISA", 1) else None)
        else:
            for index, amount in enumerate(spread(drawn, [55, 45])):
                y.invoice(day(2022, 5 + 5 * index, 12 + number % 5), who, f"{what}, rekvisition {index + 1} 2022",
                          [(account, amount, insats, part, "")])
    y.book("A", day(2022, 12, 31), "Skulder samverkansinsatser 2022: beviljat och utfört, ännu inte rekvirerat", [
        *((account, new[insats, part], insats, part, "") for insats, part, account, _, _ in B_STREAMS
          if (insats, part) in new), ("2995", kr(-6_236_157))], key="sammanstallning.pdf")

    # Premises: the first quarter was paid in December; so is next year's.
    y.book("A", day(2022, 1, 1), "Lokalhyra kvartal 1 2022, förutbetald", [("5010", kr(10_093)), ("1710", kr(-10_093))])
    for month, q in ((3, 2), (6, 3), (9, 4)):
        y.invoice(day(2022, month, 15), "Hyresvärden", f"lokalhyra kvartal {q} 2022", [("5010", kr(10_093))], days=12)
    y.invoice(day(2022, 12, 12), "Hyresvärden", "lokalhyra kvartal 1 2023, förutbetald", [("1710", kr(10_670))], days=10)

    # Administration.
    for month in range(1, 13):
        y.invoice(day(2022, month, 27 if month < 12 else 14), "Redovisningsbyrån", f"löpande redovisning månad {month}",
                  [("6530", kr(5_400))], vat=True)
    y.invoice(day(2022, 3, 9), "Redovisningsbyrån", "bokslut 2021", [("6530", kr(14_500))], vat=True)
    y.book("A", day(2022, 1, 1), "Återföring av upplupna kostnader 2021", [("2990", kr(13_360)), ("6420", kr(-13_360))])
    y.invoice(day(2022, 3, 29), "Revisionsbyrån", "granskning av bokslut 2021", [("6420", kr(21_800))], vat=True,
              key="faktura.pdf")
    y.invoice(day(2022, 10, 20), "Revisionsbyrån", "granskning av delårsrapport", [("6420", kr(9_900))], vat=True)
    y.invoice(day(2022, 2, 3), "Nationella nätverket", "medlemsavgift 2022", [("6980", kr(39_500))])
    for month, amount in zip(range(1, 13), uneven(kr(8_436), 12, 11)):
        y.invoice(day(2022, month, 5), "Teleoperatören", f"mobiltelefoner månad {month}", [("6212", amount)], vat=True)
    for month, amount in zip((2, 5, 8, 11), uneven(kr(16_960), 4, 12)):
        y.invoice(day(2022, month, 16), "Webbyrån", "webbplats och e-post", [("6230", amount)], vat=True)
    y.invoice(day(2022, 2, 8), "Datorleverantören", "två datorer till processledarna", [("5410", kr(28_640))], vat=True)
    y.invoice(day(2022, 3, 21), "Programleverantören", "licenser", [("5420", kr(14_212.50))], vat=True)
    for month, amount in zip((3, 6, 9, 11), uneven(kr(19_350), 4, 13)):
        y.invoice(day(2022, month, 23), "Resebyrån", "resor i tjänsten", [("5800", amount)])
    y.invoice(day(2022, 4, 28), "Konferensanläggningen", "kunskapsdag om samverkan", [("5990", kr(47_480))], vat=True)
    y.invoice(day(2022, 10, 21), "Konferensanläggningen", "medarbetarträff i oktober", [("5990", kr(18_260))], vat=True)
    for month, amount in zip((2, 6, 10), uneven(kr(6_118.50), 3, 14)):
        y.invoice(day(2022, month, 18), "Kontorsvaruhuset", "kontorsmateriel", [("6110", amount)], vat=True)
    for month, amount in zip(range(1, 13), uneven(kr(2_214), 12, 15)):
        y.book("B", day(2022, month, 28), f"Banken: avgifter månad {month}", [("6570", amount), ("1930", -amount)])

    # Board: fees after each meeting, on the next pay day.
    meetings = [(1, "Karlskrona"), (3, "Ronneby"), (5, "Karlshamn"), (9, "Sölvesborg"), (10, "Olofström"), (11, "Karlskrona")]
    fees = uneven(kr(68_400), 6, 21, step=5_000)
    lost = uneven(kr(3_912), 6, 22)
    miles = uneven(kr(5_180), 6, 23, step=50)
    board_avg = [(fee * 3142 + 5_000) // 10_000 for fee in fees]
    board = {}
    for index, (month, place) in enumerate(meetings):
        board[month] = (fees[index], lost[index], miles[index], board_avg[index], place)
    food = kr(108_284) - sum(fees) - sum(lost) - sum(miles) - sum(board_avg)
    for (month, place), amount in zip(meetings, uneven(food, 6, 24)):
        y.invoice(day(2022, month, 20), "Värdshuset", f"styrelsemöte i {place}", [("5831", amount)])

    # Salaries on the 25th, taxes and fees to the tax account on the 12th after.
    pension = 0
    due = (kr(22_310), kr(24_262))
    y.book("A", day(2022, 1, 1), "Återföring av upplupna semesterlöner 2021", [
        ("2920", kr(24_000)), ("2941", kr(7_541)), ("7290", kr(-24_000)), ("7519", kr(-7_541))])
    for month in range(1, 13):
        tax, fee = due
        y.book("B", day(2022, month, 12), "Inbetalning till skattekontot", [("1630", tax + fee), ("1930", -tax - fee)])
        y.book("A", day(2022, month, 12), f"Skattekontot: skatt och arbetsgivaravgifter månad {(month + 10) % 12 + 1}", [
            ("2710", tax), ("2731", fee), ("1630", -tax - fee)])
        leaders = 0 if month == 1 else 2 * kr(26_400)
        gross = kr(51_000 if month < 4 else 52_000) + leaders
        tax = kr(15_300 if month < 4 else 15_600) + (0 if month == 1 else 2 * kr(5_808))
        fee = (gross * 3142 + 5_000) // 10_000
        rows = [("7210", gross), ("7511", fee)]
        who = "förbundschef" if month == 1 else "förbundschef och två processledare"
        if month in board:
            arvode, loss, mile, avg, place = board[month]
            rows += [("7240", arvode), ("7249", loss), ("7331", mile), ("7516", avg)]
            tax += (arvode + loss) * 30 // 100 // 100 * 100
            fee += avg
            who += f"; arvoden, möte i {place}"
        paid = sum(row[1] for row in rows) - tax - fee
        y.book("P", day(2022, month, 25), f"Löner månad {month}: {who}", rows + [
            ("2710", -tax), ("2731", -fee), ("1930", -paid)])
        due = (tax, fee)
        premium = kr(9_850) if month == 1 else kr(11_120)
        pension += premium
        y.invoice(day(2022, month, 22 if month < 12 else 10), "Pensionsbolaget", f"premier månad {month}",
                  [("7410", premium)], days=5)
    y.book("B", day(2022, 11, 14), "Inbetalning till skattekontot, särskild löneskatt 2021", [
        ("1630", kr(15_800)), ("1930", kr(-15_800))])
    y.book("A", day(2022, 11, 14), "Skattekontot: särskild löneskatt 2021", [("2943", kr(15_800)), ("1630", kr(-15_800))])
    slp = (pension * 2426 + 500_000) // 1_000_000 * 100
    y.book("A", day(2022, 12, 31), "Särskild löneskatt på årets pensionspremier", [("7533", slp), ("2943", -slp)])
    holiday, holiday_fee = kr(34_000), kr(10_683)
    y.book("A", day(2022, 12, 31), "Upplupna semesterlöner med avgifter", [
        ("7290", holiday), ("7519", holiday_fee), ("2920", -holiday), ("2941", -holiday_fee)])
    audit = kr(91_001) - slp - holiday - holiday_fee
    y.book("A", day(2022, 12, 31), "Upplupen kostnad för revision av 2022", [("6420", audit), ("2990", -audit)])
    y.invoice(day(2022, 3, 4), "Försäkringsgivaren", "arbetsmarknadsförsäkringar 2022", [("7570", kr(6_204))])
    for month, amount in zip((5, 11), (kr(3_450), kr(3_450))):
        y.invoice(day(2022, month, 6), "Företagshälsovården", "hälsoundersökning", [("7620", amount)])

    # Other administration and training take what is left, so that the year's sums are the published ones.
    admin = [account for account in B_ACCOUNTS if "5410" <= account <= "6990" and account != "5831"]
    left = kr(328_321) - sum(y.change(account) for account in admin)
    assert left > kr(3_000), left
    for month, amount in zip((3, 6, 9, 10), uneven(left, 4, 31)):
        y.invoice(day(2022, month, 11), "Konsulten", "stöd i samverkansutveckling, omkostnader", [("6990", amount)], vat=True)
    staff = [account for account in B_ACCOUNTS if "7210" <= account <= "7620"
             and account not in ("7240", "7249", "7331", "7516")]
    left = kr(2_075_177) - sum(y.change(account) for account in staff)
    # The one invoice unpaid at year end: gross with VAT it is all that is owed to suppliers.
    owed = kr(63_120) - due[0] - due[1]
    last = next(net for net in range(owed * 4 // 5 - 3, owed) if net + (net + 2) // 4 == owed)
    for month, amount in zip((2, 3, 5, 6, 8, 9, 10, 11), uneven(left - last, 8, 32)):
        y.invoice(day(2022, month, 17), "Utbildningsföretaget", "processhandledning och utbildning", [("7610", amount)],
                  vat=month in (9, 10, 11))
    y.invoice(day(2022, 12, 20), "Utbildningsföretaget", "handledarmaterial", [("7610", last)], vat=True, paid=False)

    # What was owed to suppliers when the year began.
    for date, supplier, amount in ((10, "Utbildningsföretaget", 86_250), (10, "Konsulten", 42_500), (25, "Webbyrån", 13_810)):
        y.owe(day(2022, 1, date), supplier, kr(amount))

    # VAT compensation comes through the tax account and is paid out; what stands at year end is claimed, not yet paid.
    received = kr(78_123) + sum(tax for _, tax in y.vat) - kr(43_627)
    claims = [(2, kr(78_123), "kvartal 4 2021"), (6, None, "kvartal 1 2022"), (9, None, "kvartal 2 2022"),
              (12, None, "kvartal 3 2022")]
    by_quarter = [sum(tax for date, tax in y.vat if (date.month - 1) // 3 == q) for q in range(4)]
    claims[1] = (6, by_quarter[0], claims[1][2])
    claims[2] = (9, by_quarter[1], claims[2][2])
    claims[3] = (12, received - claims[0][1] - claims[1][1] - claims[2][1], claims[3][2])
    assert claims[3][1] > 0, claims
    for month, amount, period in claims:
        y.book("A", day(2022, month, 16), f"Skatteverket: ersättning för moms, {period}", [("1630", amount), ("1650", -amount)])
    interest = kr(642)
    y.book("A", day(2022, 11, 5), "Skattekontot: intäktsränta", [("1630", interest), ("8314", -interest)])
    out = kr(21_004) + interest + received - kr(12_509)
    parts = [claims[0][1], claims[1][1], claims[2][1]]
    parts.append(out - sum(parts))
    for (month, _, _), amount in zip(claims, parts):
        assert amount > 0, parts
        y.book("B", day(2022, month, 21), "Skattekontot: utbetalning", [("1930", amount), ("1630", -amount)])

    # Bank interest and the last kronor.
    for month, amount in zip((3, 6, 9, 12), spread(kr(46_952) - interest, [1, 3, 11, 31], step=1)):
        y.book("B", day(2022, month, 30), "Banken: ränta på kontot", [("1930", amount), ("8311", -amount)])
    for month, amount in zip((2, 7), (kr(1_846), kr(846))):
        y.book("B", day(2022, month, 26), "Banken: ränta och dröjsmålsränta", [("8420", amount), ("1930", -amount)])
    y.book("A", day(2022, 12, 31), "Öres- och kronutjämning av årets betalningar", [("6999", kr(4)), ("1930", kr(-4))])
    y.pay()
    y.end("8999", "2069")
    return y


def prove_blekinge(a, b):
    p = Proof("Blekinge 2022 (jämförelseår 2021)")
    costs = [("4000", "7999")]
    for r, year, v in ((b, "2022", 0), (a, "2021", 1)):
        def eq(what, ore, *published):
            p.equal(f"{year} {what}", ore, published[v])
        eq("verksamhetens intäkter", -moved(r, [("3000", "3999")]), 13_880_000, 13_879_994)
        eq("verksamhetens kostnader", moved(r, costs), 16_346_823, 14_030_624)
        eq("finansiella intäkter", -moved(r, [("8300", "8399")]), 46_952, 0)
        eq("finansiella kostnader", moved(r, [("8400", "8499")]), 2_692, 3_463)
        eq("årets resultat", -moved(r, [("3000", "8989")]), -2_422_563, -154_093)
        eq("årets resultat, fört till eget kapital", moved(r, [("8999", "8999")]), -2_422_563, -154_093)
        eq("not 1 staten", -moved(r, [("3985", "3985")], part="FK"), 6_940_000, 6_940_000)
        for part, account, amount, _ in B_CONTRIBUTIONS[1:]:
            eq(f"not 1 {B_PARTS[part]}", -moved(r, [(account, account)], part=part), amount, amount)
        eq("not 1 öres- och kronutjämning", moved(r, [("3740", "3740")]), 0, 6)
        for insats, part, _, now, then in B_STREAMS:
            eq(f"not 2 {B_INSATSER[insats]}, {B_PARTS[part]}", moved(r, [("4000", "4999")], insats, part), now, then)
        eq("not 2 samverkansinsatser", moved(r, [("4000", "4999")]), 13_794_665, 12_076_376)
        eq("not 2 lokalkostnader", moved(r, [("5010", "5010")]), 40_372, 39_792)
        eq("not 2 administrativa kostnader", moved(r, [("5400", "5830"), ("5832", "6990")]), 328_321, 419_305)
        board = [("5831", "5831"), ("7240", "7249"), ("7331", "7331"), ("7516", "7516")]
        eq("not 2 styrelsekostnader", moved(r, board), 108_284, 129_083)
        eq("not 2 personalkostnader", moved(r, [("7000", "7999")]) - moved(r, board) + moved(r, [("5831", "5831")]),
           2_075_177, 1_366_068)
        eq("not 2 öres- och kronutjämning", moved(r, [("6999", "6999")]), 4, 0)
        eq("not 3 övriga kortfristiga fordringar", stands(r, [("1500", "1699")]), 56_136, 99_127)
        eq("not 3 förutbetalda kostnader", stands(r, [("1700", "1799")]), 10_670, 10_093)
        eq("fordringar", stands(r, [("1500", "1799")]), 66_806, 109_220)
        eq("kassa och bank", stands(r, [("1900", "1999")]), 7_935_026, 8_909_156)
        eq("summa tillgångar", stands(r, [("1000", "1999")]), 8_001_832, 9_018_376)
        eq("ingående eget kapital", -stands(r, [("2000", "2099")], "opening"), 4_034_117, 4_188_210)
        eq("utgående eget kapital", -stands(r, [("2000", "2099")]), 1_611_554, 4_034_117)
        eq("not 4 skulder samverkansinsatser", -stands(r, [("2995", "2995")]), 6_236_157, 4_734_426)
        eq("not 4 övriga kortfristiga skulder", -stands(r, [("2400", "2899")]), 63_120, 189_132)
        eq("not 4 övriga upplupna kostnader", -stands(r, [("2900", "2994")]), 91_001, 60_701)
        eq("kortfristiga skulder", -stands(r, [("2400", "2999")]), 6_390_278, 4_984_259)
        flow = lambda low, high: stands(r, [(low, high)], "opening") - stands(r, [(low, high)])
        # 2021: published 1 672 718, a krona more than the change in cash allows.
        eq("kassaflöde, fordringar", flow("1500", "1799"), 42_414, 1_672_717)
        eq("kassaflöde, kortfristiga skulder", flow("2400", "2999"), 1_406_019, -320_565)
        eq("kassaflöde från den löpande verksamheten", -flow("1900", "1999"), -974_130, 1_198_059)
    for account in set(a["closing"]) | set(b["opening"]):
        assert a["closing"].get(account, 0) == b["opening"].get(account, 0), account
    return p


BLEKINGE = {
    "id": "BLEKINGE", "folder": "blekinge-2022", "name": "Samordningsförbundet i Blekinge län", "orgnr": "222000-2451",
    "kptyp": "BAS2022", "accounts": B_ACCOUNTS, "parts": B_PARTS,
    "insatser": B_INSATSER,
    "kinds": {"8311": "I", "8314": "I"}, "prove": prove_blekinge,
}


# Sydnärke 2023: Kommun-Bas, kept by a municipality, which also pays fees and wages and invoices them.

S_ACCOUNTS = {
    "1510": "Kundfordringar", "1681": "Fordran ersättning för moms", "1710": "Förutbetalda kostnader",
    "1780": "Upplupna intäkter", "1930": "Bank", "2010": "Eget kapital", "2090": "Årets resultat",
    "2510": "Leverantörsskulder", "2890": "Öres- och kronutjämning", "2980": "Upplupna kostnader",
    "2990": "Förutbetalda intäkter",
    "3511": "Driftbidrag från staten", "3512": "Driftbidrag från region", "3513": "Driftbidrag från kommuner",
    "3590": "EU-medel och andra bidrag", "3690": "Övriga intäkter",
    "4510": "Bidrag till individinriktade insatser", "4520": "Lokaler för insatser",
    "4530": "Kostnader för strukturinsatser",
    "5010": "Arvoden förtroendevalda", "5020": "Ersättning för förlorad arbetsförtjänst", "5590": "Övriga personalkostnader",
    "5610": "Sociala avgifter", "6410": "Förbrukningsmaterial", "6550": "Licenser och system",
    "6810": "Telefon och datakommunikation", "6910": "Kurser och konferenser inklusive resor",
    "7310": "Försäkringar", "7320": "Bankavgifter", "7410": "Köp av tjänst förbundschef",
    "7420": "Köp av administrativa tjänster", "7430": "Revision", "7440": "Webbplats och information",
    "7630": "Medlems- och föreningsavgifter", "7690": "Övriga kostnader", "7699": "Öres- och kronutjämning",
    "8410": "Ränteintäkter", "8510": "Räntekostnader", "8990": "Årets resultat",
}

S_INSATSER = {
    "MOTTAGNING": "Mottagningsteamet", "COACHING": "Coachingteamet", "DRIVBANK": "Drivbank", "STRUKTUR": "Strukturinsatser",
    "MASSA": "Mässa", "BEHOV": "Behovsinventering", "SAMVERKANSDAG": "Gemensam samverkansdag",
    "PSYKIATRI": "Psykiatriveckan", "VALIDERANDE": "Validerande samtal", "ESF": "ESF-ansökan",
}

S_PARTS = {
    "FK": "Försäkringskassan", "AF": "Arbetsförmedlingen", "REG": "Region Örebro län", "ASKERSUND": "Askersunds kommun",
    "HALLSBERG": "Hallsbergs kommun", "KUMLA": "Kumla kommun", "LAXA": "Laxå kommun",
}

# part, account, 2023, 2022 (note 2).
S_CONTRIBUTIONS = [
    ("FK", "3511", 2_611_000, 2_617_000), ("ASKERSUND", "3513", 268_726, 272_463), ("HALLSBERG", "3513", 380_422, 381_586),
    ("KUMLA", "3513", 525_685, 521_849), ("LAXA", "3513", 130_667, 132_602), ("REG", "3512", 1_305_500, 1_308_500),
]

# Driftredovisning, costs: 2023, 2022.
S_ACTIVITIES = {
    "MOTTAGNING": (1_086_516, 1_149_224), "COACHING": (2_020_054, 2_862_676), "STRUKTUR": (355_954, 277_281),
    "MASSA": (29_725, 28_164), "BEHOV": (8_251, 0), "SAMVERKANSDAG": (7_221, 0), "VALIDERANDE": (12_540, 0),
}

# Note 3 apart from the projects: accounts, 2023, 2022.
S_COSTS = {
    "Köp av tjänst förbundschef": (["7410"], 531_985, 450_030),
    "Köp av administrativa tjänster": (["7420"], 312_725, 307_943), "Revision": (["7430"], 97_500, 83_100),
    "Arvoden": (["5010"], 158_215, 140_296), "Sociala avgifter": (["5610"], 47_212, 40_767),
    "Ersättning förlorad arbetsförtjänst": (["5020"], 4_841, 1_671), "Övriga personalkostnader": (["5590"], 12_744, 2_540),
    "Kurser, konferenser inklusive resor": (["6910"], 46_920, 18_229),
    "Övrigt": (["6410", "6550", "6810", "7310", "7320", "7440", "7630", "7690", "7699"], 188_162, 204_807),
}


def sydnarke_2022():
    y = Year(2022, {
        "1510": kr(2_802_000), "1681": kr(351_402), "1710": kr(28_905), "1780": kr(44_416), "1930": kr(1_233_862),
        "2010": kr(-1_248_162), "2090": kr(405_155), "2510": kr(-872_578), "2980": kr(-128_000), "2990": kr(-2_617_000),
    }, "2510", "1930", "1681")
    y.begin("2090", "2010")
    y.book("A", day(2022, 1, 1), "Statens medlemsbidrag 2022, fakturerat i december 2021", [
        ("2990", kr(2_617_000)), ("3511", kr(-2_617_000), None, "FK", "")])
    y.book("B", day(2022, 1, 28), "Kundfordringar från 2021, inbetalda", [("1930", kr(2_802_000)), ("1510", kr(-2_802_000))])
    rows = [(account, -kr(then), None, part, "") for part, account, _, then in S_CONTRIBUTIONS if part != "FK"]
    y.book("B", day(2022, 2, 15), "Medlemsbidrag 2022 från regionen och kommunerna", rows + [
        ("1930", -sum(row[1] for row in rows))])
    y.book("B", day(2022, 6, 15), "Återbetalning av bidrag till drivbank", [
        ("3590", kr(16_603), "DRIVBANK", None, ""), ("1930", kr(-16_603))])
    for index, (month, number) in enumerate([(3, 31), (6, 30), (9, 30), (12, 20)]):
        date, q = day(2022, month, number), index + 1
        rows = []
        for insats, (_, cost) in S_ACTIVITIES.items():
            part = "HALLSBERG" if insats in ("MOTTAGNING", "COACHING") else None
            account = "4510" if part else "4530"
            rows.append((account, spread(kr(cost), [1] * 4)[index], insats, part, ""))
        y.book("B", date, f"Insatser kvartal {q} 2022", rows + [("1930", -sum(row[1] for row in rows))])
        rows = []
        for accounts, _, amount in S_COSTS.values():
            if len(accounts) == 1:
                rows.append((accounts[0], spread(kr(amount), [1] * 4)[index]))
            else:
                used = [account for account in accounts if account != "7699"]
                rows += list(zip(used, [spread(part, [1] * 4)[index] for part in spread(kr(amount), [8, 31, 16, 9, 1, 52, 38, 49])]))
        y.book("B", date, f"Förvaltningskostnader kvartal {q} 2022", rows + [("1930", -sum(row[1] for row in rows))])
    y.book("B", day(2022, 12, 30), "Banken: räntor 2022", [("8410", kr(-308)), ("8510", kr(1_610)), ("1930", kr(-1_302))])
    y.book("K", day(2022, 12, 12), "Försäkringskassan: medlemsbidrag 2023, fakturerat i förväg", [
        ("1510", kr(2_611_000)), ("2990", kr(-2_611_000))])
    closing = {"1510": 2_665_909, "1681": 338_334, "1710": 36_597, "1780": 48_268, "2510": -1_026_832, "2980": -153_328,
               "2890": -1}
    now = y.closing()
    rows = [(account, kr(amount) - now.get(account, 0)) for account, amount in closing.items()]
    y.book("A", day(2022, 12, 31), "Övriga fordringar och skulder, årets förändring",
           rows + [("1930", -sum(row[1] for row in rows))])
    y.end("8990", "2090")
    return y


def sydnarke_2023(before):
    y = Year(2023, before.closing(), "2510", "1930", "1681")
    y.begin("2090", "2010")

    # Contributions: the state's was invoiced in December before; the others are called in January.
    y.book("A", day(2023, 1, 1), "Försäkringskassan: medlemsbidrag 2023, fakturerat i december 2022", [
        ("2990", kr(2_611_000)), ("3511", kr(-2_611_000), None, "FK", "")])
    y.book("B", day(2023, 1, 11), "Försäkringskassan: medlemsbidrag 2023", [("1930", kr(2_611_000)), ("1510", kr(-2_611_000))])
    for index, (part, account, amount, _) in enumerate(S_CONTRIBUTIONS[1:]):
        y.book("K", day(2023, 1, 16), f"{S_PARTS[part]}: medlemsbidrag 2023", [
            ("1510", kr(amount)), (account, -kr(amount), None, part, "")],
            key="medlemsbidrag.txt" if part == "KUMLA" else None)
        y.book("B", day(2023, 2, 9 + index), f"{S_PARTS[part]}: medlemsbidrag 2023", [
            ("1930", kr(amount)), ("1510", -kr(amount))])
    y.book("K", day(2023, 12, 11), "Försäkringskassan: medlemsbidrag 2024, fakturerat i förväg", [
        ("1510", kr(2_360_000)), ("2990", kr(-2_360_000))])

    # Receivables of 2022 come in; what other associations owe for the fair stands at year end.
    y.book("B", day(2023, 1, 25), "Samverkande förbund: del av gemensamma kostnader 2022", [
        ("1930", kr(54_909)), ("1510", kr(-54_909))])
    y.book("B", day(2023, 3, 14), "Projektägare: ersättning upplupen 2022", [("1930", kr(48_268)), ("1780", kr(-48_268))])

    # The two teams: Hallsberg draws per quarter, the last quarter is unpaid at year end; their premises are rented.
    y.book("A", day(2023, 1, 1), "Återföring av förutbetalda kostnader 2022", [
        ("4520", kr(27_000), "COACHING", None, "Lokalhyra januari"), ("6550", kr(9_597), None, None, "Licenser"),
        ("1710", kr(-36_597))])
    y.book("A", day(2023, 1, 1), "Återföring av upplupna kostnader 2022", [
        ("2980", kr(153_328)), ("7430", kr(-52_000)), ("5010", kr(-30_400)), ("5610", kr(-8_890)),
        ("4510", kr(-62_038), "COACHING", "HALLSBERG", "")])
    for month in range(1, 13):
        rent = kr(27_000) if month < 12 else kr(22_395)
        account = ("4520", rent, "COACHING", None, "") if month < 12 else ("1710", rent)
        y.invoice(day(2023, month, 19 if month < 12 else 7), "Fastighetsägaren",
                  f"lokal i Hallsberg månad {month % 12 + 1}", [account], vat=True, days=5)
    y.invoice(day(2023, 12, 5), "Programleverantören", "licenser 2024", [("1710", kr(7_500))], vat=True, days=5)
    y.invoice(day(2023, 1, 20), "Hallsbergs kommun", "Coachingteamet, slutreglering 2022",
              [("4510", kr(62_038), "COACHING", "HALLSBERG", "")])

    unpaid = []

    def later_paid(*arguments, **options):
        unpaid.append(y.invoice(*arguments, paid=False, **options))

    reception = uneven(kr(1_086_516), 4, 41, step=100, by=0.1)
    for index, (month, number) in enumerate([(4, 12), (7, 6), (10, 11)]):
        y.invoice(day(2023, month, number), "Hallsbergs kommun", f"Mottagningsteamet, rekvisition kvartal {index + 1} 2023",
                  [("4510", reception[index], "MOTTAGNING", "HALLSBERG", "")], key="rekvisition.pdf" if index == 1 else None)
    later_paid(day(2023, 12, 22), "Hallsbergs kommun", "Mottagningsteamet, rekvisition kvartal 4 2023",
               [("4510", reception[3], "MOTTAGNING", "HALLSBERG", "")])

    # The chief and the administration are bought of Kumla.
    chief = uneven(kr(531_985), 12, 42, by=0.04)
    for month in range(1, 12):
        y.invoice(day(2023, month, 26), "Kumla kommun", f"förbundschef månad {month}", [("7410", chief[month - 1])], vat=True)
    later_paid(day(2023, 12, 21), "Kumla kommun", "förbundschef månad 12", [("7410", chief[11])], vat=True)
    office = uneven(kr(312_725), 4, 43, step=50, by=0.05)
    for index, month in enumerate((3, 6, 9)):
        y.invoice(day(2023, month, 30), "Kumla kommun", f"ekonomi, löner och diarium kvartal {index + 1}",
                  [("7420", office[index])], vat=True)
    later_paid(day(2023, 12, 21), "Kumla kommun", "ekonomi, löner och diarium kvartal 4", [("7420", office[3])], vat=True)

    # Seven board meetings; Kumla pays the fees and invoices them. The last one is accrued.
    fees = uneven(kr(158_215), 7, 44, step=2_500, by=0.15)
    contributions = spread(kr(47_212), [fee for fee in fees], step=1)
    lost = [0, kr(1_210), kr(605.25), 0, kr(1_815), kr(1_210.75), 0]
    for index, month in enumerate((1, 3, 4, 6, 9, 10)):
        y.invoice(day(2023, month, 27), "Kumla kommun", f"arvoden styrelsemöte {index + 1}", [
            ("5010", fees[index] + (kr(30_400) if index == 0 else 0)), ("5020", lost[index]),
            ("5610", contributions[index] + (kr(8_890) if index == 0 else 0))])
    accrued = fees[6] + contributions[6]
    audit = kr(78_347) - accrued
    y.book("A", day(2023, 12, 31), "Upplupna kostnader: arvoden styrelsemöte 7 och revision av 2023", [
        ("5010", fees[6]), ("5610", contributions[6]), ("7430", audit), ("2980", kr(-78_347))], key="periodisering.pdf")
    rest = kr(97_500) - audit + kr(52_000)
    for date, text, amount in ((day(2023, 3, 28), "granskning av bokslut 2022", kr(52_000)),
                               (day(2023, 6, 14), "löpande granskning", (rest - kr(52_000)) // 2),
                               (day(2023, 10, 19), "granskning av delårsbokslut", rest - kr(52_000) - (rest - kr(52_000)) // 2)):
        y.invoice(date, "Revisionsbyrån", text, [("7430", amount)], vat=True,
                  key="faktura.pdf" if "bokslut 2022" in text else None)

    # Structure: seminars, courses, the shared site, the need inventory.
    plan = [(2, "Föreläsaren", "kunskapsseminarium om våldsutsatthet"), (3, "Utbildningsföretaget", "BIP, processledning"),
            (4, "Konferensanläggningen", "samverkanskonferens"), (5, "Utbildningsföretaget", "motiverande samtal, grund"),
            (6, "Samverkande förbund", "länsgemensam samordning halvår 1"), (8, "Föreläsaren", "seminarium om psykisk ohälsa"),
            (9, "Utbildningsföretaget", "BIP, handledning"), (10, "Konferensanläggningen", "planeringsdag för parterna"),
            (11, "Föreläsaren", "seminarium om unga"), (12, "Samverkande förbund", "länsgemensam samordning halvår 2")]
    for (month, who, what), amount in zip(plan, uneven(kr(355_954), len(plan), 45, by=0.7)):
        line = [("4530", amount, "STRUKTUR", None, "")]
        if month == 12:
            later_paid(day(2023, 12, 18), who, what, line)
        else:
            y.invoice(day(2023, month, 13), who, what, line, vat=who != "Samverkande förbund")
    for month, insats, who, what in ((9, "MASSA", "Samverkande förbund", "Rehabmässan, förbundets del"),
                                     (5, "BEHOV", "Enkätföretaget", "behovsinventering"),
                                     (4, "SAMVERKANSDAG", "Konferensanläggningen", "gemensam samverkansdag"),
                                     (11, "VALIDERANDE", "Utbildningsföretaget", "validerande samtal")):
        y.invoice(day(2023, month, 21), who, what, [("4530", kr(S_ACTIVITIES[insats][0]), insats, None, "")],
                  vat=who != "Samverkande förbund")

    # Courses, other staff costs and the rest.
    for (month, what), amount in zip([(2, "NNS konferens"), (4, "resa till nationella rådets dagar"), (5, "kurs för nya ledamöter"),
                                      (9, "studiebesök"), (11, "chefsdagar")], uneven(kr(46_920), 5, 46, by=0.8)):
        y.invoice(day(2023, month, 24), "Resebyrån" if "resa" in what else "Kursgivaren", what, [("6910", amount)],
                  vat="resa" not in what)
    for month, amount in zip((6, 12), uneven(kr(12_744), 2, 47)):
        y.invoice(day(2023, month, 8), "Företagshälsovården", "hälsofrämjande insatser", [("5590", amount)], vat=True, days=5)
    for month, amount in zip(range(1, 13), uneven(kr(9_120), 12, 48)):
        y.invoice(day(2023, month, 4), "Teleoperatören", f"telefon och bredband månad {month}", [("6810", amount)], vat=True)
    for month, amount in zip((2, 5, 8, 11), uneven(kr(38_600), 4, 49)):
        y.invoice(day(2023, month, 15), "Webbyrån", "ny webbplats, förbundets del", [("7440", amount)], vat=True)
    y.invoice(day(2023, 1, 30), "Nationella nätverket", "medlemsavgift 2023", [("7630", kr(37_000))])
    y.invoice(day(2023, 2, 6), "Försäkringsbolaget", "företagsförsäkring", [("7310", kr(8_412))])
    y.invoice(day(2023, 1, 9), "Programleverantören", "licenser", [("6550", kr(21_480))], vat=True)
    for month, amount in zip((3, 6, 9), uneven(kr(7_936.50), 3, 50)):
        y.invoice(day(2023, month, 17), "Kontorsvaruhuset", "förbrukningsmaterial", [("6410", amount)], vat=True)
    for month, amount in zip(range(1, 13), uneven(kr(1_380), 12, 51)):
        y.book("B", day(2023, month, 28), f"Banken: avgifter månad {month}", [("7320", amount), ("1930", -amount)])
    # A krona of the coaching team's published cost is not among the project money of note 3.
    y.book("A", day(2023, 12, 31), "Öres- och kronutjämning av årets betalningar", [
        ("7699", kr(1), "COACHING", None, ""), ("1930", kr(-1))])
    left = kr(188_162) - sum(y.change(account) for account in S_COSTS["Övrigt"][0])
    assert left > kr(20_000), left
    for month, amount in zip((2, 3, 5, 6, 9, 10), uneven(left, 6, 52)):
        y.invoice(day(2023, month, 9), "Konsulten", "stöd till förbundets systematiska kvalitetsarbete", [("7690", amount)],
                  vat=True)

    # A receivable on other associations, and Hallsberg's invoices for the coaching team take what is left.
    y.book("K", day(2023, 12, 14), "Samverkande förbund: del av gemensamma kostnader 2023", [
        ("1510", kr(51_188)), ("7440", kr(-9_000)), ("4530", kr(-42_188), "STRUKTUR", None, "")])
    y.invoice(day(2023, 10, 6), "Webbyrån", "ny webbplats, alla förbund", [("7440", kr(9_000))], vat=True)
    y.invoice(day(2023, 10, 9), "Konferensanläggningen", "länsgemensamma seminarier", [("4530", kr(42_188), "STRUKTUR", None, "")],
              vat=True)
    owed = kr(997_401) - sum(unpaid)
    coaching = kr(2_020_054) - sum(y.change(account, "COACHING") for account in ("4510", "4520", "7699"))
    assert 0 < owed < coaching // 2, (owed, coaching)
    for index, amount in enumerate(spread(coaching - owed, [33, 31, 36])):
        y.invoice(day(2023, (4, 7, 10)[index], 13), "Hallsbergs kommun", f"Coachingteamet, rekvisition kvartal {index + 1} 2023",
                  [("4510", amount, "COACHING", "HALLSBERG", "")])
    y.invoice(day(2023, 12, 22), "Hallsbergs kommun", "Coachingteamet, rekvisition kvartal 4 2023",
              [("4510", owed, "COACHING", "HALLSBERG", "")], paid=False)

    # Opening debts, VAT, interest.
    for date, who, amount in ((10, "Hallsbergs kommun", 402_610), (10, "Kumla kommun", 118_406),
                              (25, "Hallsbergs kommun", 471_200), (25, "Konferensanläggningen", 34_616)):
        y.owe(day(2023, 1, date), who, kr(amount))
    received = kr(338_334) + sum(tax for _, tax in y.vat) - kr(332_396)
    parts = [kr(338_334), received - kr(338_334)]
    assert parts[1] > 0, text_of(parts[1])
    for month, amount, period in ((5, parts[0], "2022"), (11, parts[1], "2023, första delen")):
        y.book("B", day(2023, month, 15), f"Skatteverket: ersättning för moms {period}", [("1930", amount), ("1681", -amount)])
    for month, amount in zip((3, 6, 9, 12), spread(kr(9_007), [1, 2, 3, 4], step=1)):
        y.book("B", day(2023, month, 30), "Banken: ränta på kontot", [("1930", amount), ("8410", -amount)])
    for month, amount in zip((2, 8), (kr(1_120), kr(535))):
        y.book("B", day(2023, month, 20), "Dröjsmålsränta", [("8510", amount), ("1930", -amount)])
    y.pay()
    y.end("8990", "2090")
    return y


def prove_sydnarke(a, b):
    p = Proof("Sydnärke 2023 (jämförelseår 2022)")
    for r, year, v in ((b, "2023", 0), (a, "2022", 1)):
        def eq(what, ore, *published):
            p.equal(f"{year} {what}", ore, published[v])
        eq("verksamhetens intäkter", -moved(r, [("3000", "3999")]), 5_222_000, 5_217_397)
        eq("verksamhetens kostnader", moved(r, [("4000", "7999")]), 4_920_564, 5_566_728)
        eq("finansiella intäkter", -moved(r, [("8400", "8499")]), 9_007, 308)
        eq("finansiella kostnader", moved(r, [("8500", "8599")]), 1_655, 1_610)
        eq("årets resultat", -moved(r, [("3000", "8989")]), 308_788, -350_633)
        eq("årets resultat, fört till eget kapital", moved(r, [("8990", "8990")]), 308_788, -350_633)
        for part, account, now, then in S_CONTRIBUTIONS:
            eq(f"not 2 {S_PARTS[part]}", -moved(r, [(account, account)], part=part), now, then)
        eq("not 2 EU-medel och andra bidrag", -moved(r, [("3590", "3590")]), 0, -16_603)
        eq("not 3 projektmedel", moved(r, [("4500", "4599")]), 3_520_260, 4_317_345)
        for title, (accounts, now, then) in S_COSTS.items():
            eq(f"not 3 {title}", moved(r, [(account, account) for account in accounts]), now, then)
        projects = 0
        for insats, (now, then) in S_ACTIVITIES.items():
            projects += moved(r, [("4000", "7999")], insats)
            eq(f"driftredovisning {S_INSATSER[insats]}", moved(r, [("4000", "7999")], insats), now, then)
        # 2022: published 1 250 684, a krona less than the income statement has.
        eq("driftredovisning administration, kostnad", moved(r, [("4000", "8989")]) - projects, 1_392_951, 1_250_685)
        eq("driftredovisning administration, intäkt", -moved(r, [("3000", "3589")]), 5_222_000, 5_234_000)
        eq("not 4 kundfordringar", stands(r, [("1510", "1510")]), 2_411_188, 2_665_909)
        eq("not 4 momsfordran", stands(r, [("1681", "1681")]), 332_396, 338_334)
        eq("not 4 förutbetalda kostnader", stands(r, [("1710", "1710")]), 29_895, 36_597)
        eq("not 4 upplupna intäkter", stands(r, [("1780", "1780")]), 0, 48_268)
        eq("fordringar", stands(r, [("1500", "1799")]), 2_773_479, 3_089_108)
        eq("kassa och bank", stands(r, [("1900", "1999")]), 1_463_432, 1_194_427)
        eq("summa tillgångar", stands(r, [("1000", "1999")]), 4_236_911, 4_283_535)
        eq("ingående eget kapital", -stands(r, [("2000", "2099")], "opening"), 492_374, 843_007)
        # 2022: published 492 375 there, 492 374 as the opening of 2023.
        eq("utgående eget kapital", -stands(r, [("2000", "2099")]), 801_162, 492_374)
        eq("not 5 leverantörsskulder", -stands(r, [("2510", "2510")]), 997_401, 1_026_832)
        eq("not 5 upplupna kostnader", -stands(r, [("2980", "2980")]), 78_347, 153_328)
        eq("not 5 förutbetalda intäkter", -stands(r, [("2990", "2990")]), 2_360_000, 2_611_000)
        eq("not 5 öres- och kronutjämning (vår rad)", -stands(r, [("2890", "2890")]), 1, 1)
        # 2022: published 3 791 160.
        eq("kortfristiga skulder", -stands(r, [("2400", "2999")]), 3_435_749, 3_791_161)
        flow = lambda low, high: stands(r, [(low, high)], "opening") - stands(r, [(low, high)])
        eq("kassaflöde, fordringar", flow("1500", "1799"), 315_629, 137_615)
        # 2022: published 173 582, with a result of -350 632.
        eq("kassaflöde, kortfristiga skulder", flow("2400", "2999"), -355_412, 173_583)
        eq("kassaflöde från den löpande verksamheten", -flow("1900", "1999"), 269_005, -39_435)
    for account in set(a["closing"]) | set(b["opening"]):
        assert a["closing"].get(account, 0) == b["opening"].get(account, 0), account
    return p


SYDNARKE = {
    "id": "SYDNARKE", "folder": "sydnarke-2023", "name": "Samordningsförbundet Sydnärke", "orgnr": "222000-2600",
    "kptyp": "", "accounts": S_ACCOUNTS, "parts": S_PARTS, "insatser": S_INSATSER, "kinds": {"8410": "I"},
    "prove": prove_sydnarke,
}


# A newcomer's list: the published figures of Sydnärke 2023 and nothing else, one row per account of Kommun-Bas.
# The 4th column is what stands at the end of the year; credit is negative.

NEWCOMER = [
    ("1510", "Kundfordringar", 2_665_909, 2_411_188), ("1681", "Fordran ersättning för moms", 338_334, 332_396),
    ("1710", "Förutbetalda kostnader", 36_597, 29_895), ("1780", "Upplupna intäkter", 48_268, 0),
    ("1930", "Bank", 1_194_427, 1_463_432), ("2010", "Eget kapital", -492_374, -492_374),
    ("2510", "Leverantörsskulder", -1_026_832, -997_401), ("2890", "Öres- och kronutjämning", -1, -1),
    ("2980", "Upplupna kostnader", -153_328, -78_347), ("2990", "Förutbetalda intäkter", -2_611_000, -2_360_000),
    ("3511", "Driftbidrag från staten", 0, -2_611_000), ("3512", "Driftbidrag från region", 0, -1_305_500),
    ("3513", "Driftbidrag från kommuner", 0, -1_305_500),
    ("4510", "Lämnade bidrag till individinriktade insatser", 0, 3_520_260),
    ("5010", "Arvoden förtroendevalda", 0, 158_215), ("5020", "Ersättning för förlorad arbetsförtjänst", 0, 4_841),
    ("5590", "Övriga personalkostnader", 0, 12_744), ("5610", "Arbetsgivaravgifter", 0, 47_212),
    ("6910", "Kurser och konferenser med resor", 0, 46_920), ("7410", "Köp av tjänst förbundschef", 0, 531_985),
    ("7420", "Köp av administrativa tjänster", 0, 312_725), ("7430", "Revision", 0, 97_500),
    ("7690", "Övriga kostnader", 0, 188_162), ("8410", "Ränteintäkter", 0, -9_007), ("8510", "Räntekostnader", 0, 1_655),
]


def newcomer():
    assert sum(row[2] for row in NEWCOMER) == 0 and sum(row[3] for row in NEWCOMER) == 0
    assert -sum(row[3] for row in NEWCOMER if row[0] >= "3000") == 308_788
    assert sum(row[3] for row in NEWCOMER if row[0] < "2000") == 4_236_911
    lines = ["konto;benämning;ingående;utgående"] + [";".join(map(str, row)) for row in NEWCOMER]
    folder = ROOT / "nyborjare"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "saldon-2023.csv").write_bytes(("\n".join(lines) + "\n").encode())


def main():
    year = blekinge_2021()
    write(BLEKINGE, [year, blekinge_2022(year)])
    year = sydnarke_2022()
    write(SYDNARKE, [year, sydnarke_2023(year)])
    newcomer()


if __name__ == "__main__":
    sys.exit(main())
