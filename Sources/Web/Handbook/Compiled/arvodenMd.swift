// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let arvodenMd: StaticString = ##"""
# Arvoden

Sidan **Arvoden** bokför det som styrelsen får: arvoden, förlorad arbetsförtjänst och resor, med skatt och
arbetsgivaravgifter i en enda verifikation.

1. Fyll i en rad för var och en. Platserna i styrelsen står redan där; skriv funktionen, aldrig namn eller personnummer.
2. Välj när personen är född: det avgör avgiften. De vanliga satserna står längst ned på sidan, och en annan sats kan anges
   från ett visst år.
3. Skriv skatten som har dragits, och om pengarna betalas från bankkontot samma dag eller är en skuld.
4. Tryck *Bokför*. Avgifterna räknas på arvode och förlorad arbetsförtjänst, och ören i summan faller bort som i
   arbetsgivardeklarationen. Resor här är de skattefria.

Blev något fel rättas verifikationen, och utbetalningen räknas inte längre. Sidan visar varje år för sig.
"""##
}
