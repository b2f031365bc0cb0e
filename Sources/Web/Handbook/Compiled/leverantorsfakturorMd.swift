// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let leverantorsfakturorMd: StaticString = ##"""
# Leverantörsfakturor

Förbundet ska ta emot fakturor som e-fakturor (lag 2018:1277), i formatet Peppol BIS Billing 3. På sidan
**Leverantörsfakturor** tas de emot, attesteras av två personer, bokförs och betalas. Inget kan tas bort.

1. **Ta emot**: välj XML-filen från er meddelandetjänst, eller släpp den på sidan. Den sparas byte för byte och visas som en
   läsbar faktura. En PDF är ingen e-faktura och tas inte emot; bokför den som underlag till en vanlig verifikation.
2. **Kontrollera**: sidan räknar om summor och moms efter reglerna för e-fakturor, säger om samma faktura redan är mottagen
   och om den är ställd till någon annan. Har en part lagt på **moms** på det den får för en insats varnas det, med beloppet
   och vad som ska göras: be om en kreditfaktura och en ny faktura utan moms.
3. **Mottagningsattest** av kansliet: det som fakturan gäller är mottaget, som beställt. Gäller den någons egna kostnader
   anges det, och den personen får inte attestera.
4. **Beslutsattest** av förbundschefen eller en ledamot, alltid en annan än den som gav den första. Finns det ingen annan i
   kontoret kan ordförandens attest, som då ges på papper, antecknas med var den finns.
5. **Bokför** kostnaden på konto, insats och part. Momsen bokförs på momsfordran (se [Moms](moms.md)), resten som
   leverantörsskuld, och XML-filen läggs som underlag.
6. **Betala**: säg vilken verifikation som är betalningen, till exempel den från [kontoutdraget](bank.md), eller bokför en ny.

Är en [attestordning](attest-och-delegation.md) införd säger den i stället vem som attesterar vad och upp till hur mycket. Sidan visar
vad den ger dig rätt till, och den som saknar rätt får veta varför.

En faktura som inte ska betalas **avvisas** med ett skäl. Den står kvar bland de färdiga.
"""##
}
