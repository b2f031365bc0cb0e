// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let rekvisitionerMd: StaticString = ##"""
# Rekvisitioner: från begäran till utbetalning

En part begär sina pengar under **Rekvisitioner**. Varje steg sparas med vem och när, och inget tas bort.

## Begära pengar (utföraren)

Välj **Begär pengar** vid din insats. Sidan visar vad som är beviljat, använt, begärt och kvar. Fyll i perioden och vad pengarna har gått
till: personal, lokaler, resor, köpta tjänster och övrigt. Lämnas beloppet tomt räknas raderna ihop; skrivs det ska raderna ge samma
summa. Ett underlag kan läggas med. Det går lika bra i en telefon.

- **Mer än det som är kvar** går bara att begära med ett skäl. Överskridandet sparas och syns för alla som läser rekvisitionen.
- **Utan moms.** En part drar själv av sin moms. Står det moms i beloppet måste du kryssa i att den ska stå kvar, och kansliet ser det.
- **En fråga tillbaka** står överst på din startsida. Svara med **Svara och begär igen**: då görs en ny version, och den gamla finns kvar.

## Attestera, bokföra och betala (kansliet)

Listan visar vad som väntar, ett tryck per steg.

1. **Attestera.** Den som själv har begärt pengarna kan inte attestera.
2. **Bokför.** Bidraget bokförs på insatsen och parten mot leverantörsskulder. Räcker inte ramen måste någon skriva varför.
3. **Betala.** Leverantörsskulden bokas mot bankkontot.

Är en verifikation fel rättas den som vanligt; då går rekvisitionen tillbaka ett steg och tas om. Pengar som en part lämnar tillbaka bokförs
under **Återbetalningar**.

## Vid årets slut

Utföraren lämnar **årsbesked**: vad hela året kostade. **Skulder vid årets slut** föreslår då vad som ska bokföras som skulder
samverkansinsatser: årsbeskedet minus det bokförda, eller de rekvisitioner som väntar. Sidan säger också vad som återförs av varje ram. När
rekvisitionen kommer nästa år löser den skulden och blir ingen kostnad då. Det som aldrig avropas löses upp med ett skäl.

Vilka konton som används står bland förbundets uppgifter (kontonas roller).
"""##
}
