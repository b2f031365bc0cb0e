// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let rakenskapsarMd: StaticString = ##"""
# Stänga månader och göra bokslut

## Stänga en månad

Öppna **Räkenskapsår** och sedan året. Stäng en månad när den är avstämd: då kan inget dateras i den, hur det än kommer in, inte heller genom en inläsning.

![Räkenskapsåret med sina månader](bilder/rakenskapsar.png)

En stängd månad kan öppnas igen. Du skriver varför, och det står i historiken.

## Bokslut

**Bokslut** för årets resultat till eget kapital och öppnar nästa år med balanserna. Sidan visar först vad som kommer att hända och vad som talar emot: utkast som inte är
bokförda, månader som är öppna, fel i årsredovisningen. Efter bokslutet rättas året i det nya året.
Verifikationen står i den serie som du senast har bokfört i under året; en annan serie väljs på sidan.

Ett stängt år kan öppnas igen. Ett avslutat år, där bokslutet är gjort, öppnas inte.

## Underlag till medlemmarna

Kommunerna och regionerna tar upp sin andel av förbundets tillgångar och skulder i sina sammanställda räkenskaper
(LKBR 12:5). På årets sida leder *Underlag för sammanställd redovisning* till balansräkningen delad efter
fördelningsnyckeln, för alla medlemmar eller en i taget, att skriva ut eller hämta som CSV. Andelarna blir på öret hela
beloppet.
"""##
}
