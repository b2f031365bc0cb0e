"""Writes a year of an invented association as SIE 4E, and the same rows for the peers: CSV, hledger, beancount.

usage: generate.py VOUCHERS FOLDER        the same number gives the same bytes
"""

import random
import sys
import zlib

count, folder = int(sys.argv[1]), sys.argv[2]
rng = random.Random(count)
ACCOUNTS = {
    "1510": ("Kundfordringar", "Assets"), "1930": ("Bank", "Assets"), "2440": ("Leverantörsskulder", "Liabilities"),
    "2068": ("Balanserat resultat", "Liabilities"), "3985": ("Medlemsbidrag", "Income"), "4010": ("Bidrag till insatser", "Expenses"),
    "5010": ("Lokalhyra", "Expenses"), "6530": ("Redovisning", "Expenses"), "7010": ("Löner", "Expenses"), "7510": ("Avgifter", "Expenses"),
    "8310": ("Ränteintäkter", "Income"), "8410": ("Räntekostnader", "Expenses"),
}
NUMBERS = list(ACCOUNTS)
DAYS = [f"2025{m:02d}{d:02d}" for m in range(1, 13) for d in range(1, 29)]

sie = open(f"{folder}/ledger.se", "wb")
rows = open(f"{folder}/rows.csv", "w")
hledger = open(f"{folder}/ledger.journal", "w")
bean = open(f"{folder}/ledger.beancount", "w")
for number, (name, kind) in ACCOUNTS.items():
    bean.write(f"2025-01-01 open {kind}:K{number} SEK\n")

head = ["#FLAGGA 0", '#PROGRAM "bench" "1"', "#FORMAT PC8", "#GEN 20260101", "#SIETYP 4", "#ORGNR 222000-0000",
        '#FNAMN "Samordningsförbundet Exempelbygden"', "#RAR 0 20250101 20251231"]
head += [f'#KONTO {n} "{name}"' for n, (name, _) in ACCOUNTS.items()]
sie.write(("\r\n".join(head) + "\r\n").encode("cp437"))
totals, lines = dict.fromkeys(NUMBERS, 0), 0
for voucher in range(1, count + 1):
    day = DAYS[(voucher - 1) * len(DAYS) // count]
    size = rng.choice((2, 2, 3, 3, 4, 6) if voucher % 2 else (2, 3))
    amounts = [rng.randrange(-5_000_000, 5_000_000) for _ in range(size - 1)]
    amounts.append(-sum(amounts))
    out = [f'#VER "A" "{voucher}" {day} "Faktura {voucher} från part" {day}\r\n{{\r\n']
    iso = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    hledger.write(f"{iso} Faktura {voucher}\n")
    bean.write(f'{iso} * "Faktura {voucher}"\n')
    for amount in amounts:
        account = rng.choice(NUMBERS)
        totals[account] += amount
        lines += 1
        text = f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"
        out.append(f"#TRANS {account} {{}} {text}\r\n")
        rows.write(f"{voucher},{day},{account},{amount}\n")
        kind = ACCOUNTS[account][1]
        hledger.write(f"    {kind}:K{account}  {text} SEK\n")
        bean.write(f"  {kind}:K{account}  {text} SEK\n")
    out.append("}\r\n")
    sie.write("".join(out).encode("cp437"))
for account, total in totals.items():
    label = "#UB" if account[0] in "12" else "#RES"
    text = f"{'-' if total < 0 else ''}{abs(total) // 100}.{abs(total) % 100:02d}"
    sie.write(f"{label} 0 {account} {text}\r\n".encode())
print(lines)
