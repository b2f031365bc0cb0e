// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let listorMd: StaticString = ##"""
# Listor: verifikationer, huvudbok, saldobalans och insatser

Varje lista kan filtreras på period, konto, insats och ord. Varje belopp är en länk ett steg ned: från saldobalansen till huvudboken, därifrån till verifikationen,
och därifrån till underlaget.

![Saldobalansen](bilder/saldobalans.png)

- **Verifikationer**: de senaste först. Filtret säger hur många det behåller och vad de är tillsammans.
- **Huvudbok**: vad som stod på kontot, varje rad med vad som stod efter den, och vad som står.
- **Saldobalans**: ingående balans, debet, kredit och utgående balans per konto. Summan är alltid noll.
- **Insatser**: vad varje insats har kostat, vad den har beviljats och vad som är kvar.

![Huvudboken](bilder/huvudbok.png)

## Skriva ut

Skriv ut med webbläsaren (Ctrl+P). Utskriften har förbundets namn och organisationsnummer, perioden och enheten. **Hämta som CSV** ger samma lista till ett kalkylark.
"""##
}
