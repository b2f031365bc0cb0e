// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let rundvandringMd: StaticString = ##"""
# Rundvandring: för den som är ny

Sidan **Rundvandring** i menyn är gjord för den som tar över som förbundschef, och för den som ska lämna över. Den görs av boken varje gång den öppnas, i den ordning som
man behöver den:

1. **Förbundet i siffror**: medlemmar, insatser, beviljade pengar, resultat, likvida medel och eget kapital mot taket.
2. **De närmaste tre månaderna** och **försenat**: vad, vilken dag, vems det är och varför.
3. **Beslutat på sistone**: styrelsens beslut om budget, ramar, nycklar och årsredovisning, med dag och paragraf.
4. **Oavslutat**: rekvisitioner, ansökningar, rapporter, leveranser, fakturor, frågor och utkast som någon har påbörjat.
5. **Vem är vem**: styrelsen och dess mandat, de som arbetar i förbundet, de som loggar in och medlemmarna.
6. **Insatser och avtal**: huvudman, beviljat, använt, kvar, och när avtalet går ut.
7. **Hur årsredovisningen slutade**: beslutet och vad kontrollerna fann.
8. **Var saker finns**: hela menyn på ett ställe.

Varje siffra och varje rad leder dit den kommer från. Skriv ut sidan, eller spara den som PDF, med webbläsarens utskrift. Förbundschef, ekonom och revisor ser den.

Se också [Att göra: startsidan och årshjulet](att-gora.md).
"""##
}
