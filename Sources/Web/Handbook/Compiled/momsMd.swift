// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let momsMd: StaticString = ##"""
# Moms

Förbundet har rätt till ersättning för den moms det betalar på sina köp (lag 2005:807, *kommunmoms*). Sidan **Moms** säger
vad som är kvar att söka, månad för månad, och till vilken dag. Moms som söks för sent ersätts inte: ansökan ska ha kommit
in senast vid slutet av andra året efter.

1. **Bokför momsen** på kontot för momsfordran när fakturan bokförs. Bidrag till parterna är utan moms.
2. **Sök hos Skatteverket** för en månad eller ett kvartal.
3. **Säg att det är sökt**: välj perioden och dagen. Verifikationerna som ansökan gäller sparas, så att inget söks två
   gånger. Kommer en faktura för perioden senare står den kvar att söka.
4. **Säg att det är krediterat** när pengarna står på skattekontot: välj verifikationen om du redan har bokfört den från
   kontoutdraget, annars bokförs en ny. Fick ni mindre än ni sökte säger sidan hur mycket.
5. **Årsuppgiften** lämnas senast den 30 juni året efter. Sidan visar årets moms, sökt och krediterat, månad för månad; den
   går att skriva ut och hämta som CSV.

En ansökan som är fel tas tillbaka med ett skäl. Vill förbundet ha sökt moms på ett eget konto väljs det bland
konteringarna, och då bokförs omföringen när ansökan sparas.
"""##
}
