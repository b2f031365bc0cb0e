// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let finsamplanerMd: StaticString = ##"""
# FINSAM-planer för de lokala grupperna

En lokal samverkansgrupp har en plan för varje år: vad den får använda, till vilka insatser, vad de ska nå och vad det blev av det. Du
hittar planerna på gruppens sida, och alla grupper tillsammans under **Grupper** och **FINSAM-planer**.

## Skriva och besluta

Skriv ramen, målen och insatserna med sina belopp. En insats som finns i registret väljs i listan; den som inte finns än får ett namn.
Planen är ett utkast tills du för in beslutet med sammanträdesdag och paragraf. Insatserna får tillsammans inte ta mer än ramen.

En beslutad plan är låst. **Ändra planen** skriver en ny version med sitt skäl, och den gamla gäller tills den nya är beslutad. Du kan
också kassera ändringen.

När en insats som bara hade ett namn har beviljats medel kopplar du den till planen. Det behöver inget nytt beslut.

## Planen mot pengarna

- **Planerat** är vad planen räknar med för insatserna.
- **Beviljat** är årets ramar för insatserna, enligt besluten om dem. Kvar av ramen är ramen minus det beviljade.
- **Använt** är vad insatserna har kostat enligt bokföringen, som i projektuppföljningen.

Insatsens namn och belopp leder till dess verifikationer, och beslutet till dess ärende. Står en insats i flera planer delas det som är
beviljat och använt mellan dem efter vad de planerar.

Skriv under **Avsatt till lokala grupper** hur mycket styrelsen har avsatt för året. Sidan säger vad som är fördelat, vad som är kvar,
och hur mycket planerna går över om de gör det.

## I årsredovisningen

De beslutade planerna står i avsnittet om insatser med ram, beviljat, använt och kvar. Siffrorna kan namnges i texten, till exempel
`{{finsamplaner.summa.frame}}`.
"""##
}
