// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let protokollMd: StaticString = ##"""
# Protokoll, justering och anslag

När styrelsens möte öppnas börjar protokollet. Det som antecknas vid mötet står i protokollet: närvaro, vem som tjänstgjorde för
vem, deltagande på distans, jäv, yrkanden, omröstningar och hur var och en röstade, beslut med paragraf, och reservationer. Sidan
**Protokoll** visar alla protokoll, hur långt de har kommit och när besluten vinner laga kraft.

1. **Handlingarna före mötet** hämtas som en enda PDF: kallelsen med tid, plats och vad som gäller på distans, dagordningen, varje
   ärende med sin text, och sedan ärendets bilagor sida för sida. Alla bilagor följer också med som filer i PDF:en.
2. **Komplettera protokollet.** Skriv var protokollet förvaras, och vid behov yrkanden, propositionsordning och annat som ska
   antecknas vid en paragraf. Sidan säger vad lagen fortfarande kräver (kommunallagen 5 kap. 65–67 §§). PDF:en bär orden *Ej justerat*
   tills alla har justerat.
3. **Lämna till justering** när mötet är avslutat. Ordföranden och de som mötet valde justerar. Den som inte var med på mötet kan
   inte justera (5 kap. 69 §). Efter det här ändras protokollet inte mer.
4. **Justera.** En ledamot loggar in på telefonen och trycker på sin egen knapp. Har någon skrivit under på papper antecknar
   kansliet dagen. Protokollet ska vara justerat inom 14 dagar; från dag 12 står det under Att göra.
5. **Anslå.** Att protokollet är justerat anslås hos varje medlemskommun och medlemsregion senast två dagar senare; faller den dagen på
   en helg räknas nästa vardag. Staten anslår inte. Varje medlem har en egen sida med anslagets text att skriva ut eller skicka.
   Anteckna när anslaget sattes upp, vem som bekräftar och när det togs ned.
6. **Länk till registratorn.** *Gör länkar* ger en länk till varje medlem. Den som har länken ser anslaget och bekräftar dagen utan
   att logga in. Länkarna visas en gång; nya gör att de gamla slutar gälla.

## När beslut vinner laga kraft

Den som vill överklaga har tre veckor från den dag anslaget sattes upp (kommunallagen 13 kap. 5 §). Faller sista dagen på en lördag,
söndag, helgdag, midsommarafton, julafton eller nyårsafton gäller nästa vardag (lag 1930:173). Dagen räknas från det **senaste** anslaget,
och är inte känd förrän alla har satt upp sitt. Tas ett anslag ned för tidigt har tiden inte löpt ut: då sätts det upp igen, och tiden
räknas på nytt. Att någon har överklagat vet inte programmet.

## Revisorernas protokoll

Revisorernas protokoll justeras och anslås på samma sätt (lag 2003:1210, 26 §). Lägg in dem längst ned på sidan Protokoll.

## Din kalender

På **Mitt konto** gör du en egen, hemlig adress till en kalender som ditt kalenderprogram kan prenumerera på. I den står styrelsens
möten, de dagar i årshjulet som rör din roll, protokoll som du ska justera och, för kansliet, anslag som får tas ned. Adressen visas en
gång och kan när som helst avslutas.
"""##
}
