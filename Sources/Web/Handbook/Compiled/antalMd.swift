// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let antalMd: StaticString = ##"""
# Progression, ärenden, remisser och frågor om våld

Under **Uppföljning** och **Progression och ärenden** finns fyra listor, med ett år i taget:

- **Progression**: hur många som har mätts minst två gånger med en indikator, till exempel i SKAPA, och hur många av dem som har blivit
  bättre, är oförändrade eller har blivit sämre. Bättre, oförändrat och sämre ska tillsammans vara alla som har mätts.
- **Konsultationsärenden**: ärenden hos konsultationsteam och lokala samverkansgrupper, med skäl om du vill dela upp dem. Är teamet en av
  förbundets [grupper](grupper.md), står de på dess sida.
- **Remisser**: efter kommun, efter avsändare eller efter båda.
- **Frågor om våld**: hur många som har fått frågorna och hur många som har svarat. Aldrig vad.

Bara antal får stå här; ett personnummer tas inte emot. Uppgifter om en enskild hör till den part som har mött personen.

## Skriva, rätta, läsa in

Fyll i formuläret, en uppgift i taget. Samma uppgift för samma period en gång till rättar den som står; historiken har kvar båda. Två
perioder som går in i varandra får inte säga detsamma, för då räknas några två gånger.

Många uppgifter läses in som en CSV-fil med rubrikerna i mallen, som finns på sidan. Är något fel sägs varje fel med rad och tecken, och
inget sparas. Samma fil två gånger ändrar ingenting.

## I årsredovisningen

Sidan är arbetsmaterial och visar antalen som de är skrivna. I årsredovisningen står de i kapitlet om individinriktade insatser, och där
skyddas små antal på samma sätt som deltagarnas. En andel trycks bara med sitt underlag.
"""##
}
