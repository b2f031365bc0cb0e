// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let bokforaMd: StaticString = ##"""
# Bokföra en verifikation med tangentbordet

Tryck **Ny verifikation**. Fyll i dag, vad det gäller och motparten, och sedan raderna.

![En ny verifikation](bilder/bokfora.png)

- **Dag** går att skriva som `2025-03-31`, `250331`, `31/3` eller `31 mars`. Utan år gäller det år du arbetar i.
- **Konto**: skriv numret eller ett ord, som `hyra`. Det översta är valt: Enter eller Tab tar det, pilarna byter.
- **Belopp** kan räknas ut i fältet: `1200+350*2`, `12 500,50`, `(400+80)/2`. Ett ensamt `=` i ett tomt fält lägger skillnaden där.
- **Tab** går till nästa fält, **pil upp** och **pil ned** till samma fält på raden ovanför och under. **Enter** i sista fältet ger en ny rad; **Ctrl+Delete** i ett tomt fält tar bort raden, och **Ångra** under rutnätet lägger tillbaka den.
- Skillnaden mellan debet och kredit räknas medan du skriver. **Ctrl+Enter** bokför när den är noll.

Det går inte att bokföra något som inte är i balans, som saknar motpart eller som hör till en stängd månad. Sidan säger vad som saknas, och det du skrev är sparat som utkast.

## Utkast

**Spara utkast** lägger undan det du har hunnit. Utkast finns under **Utkast och mallar**; de kan ändras och kastas. Har någon annan ändrat samma utkast medan du skrev visar
sidan båda, och inget går förlorat.

## Mallar

Det som återkommer varje månad gör du en mall av: öppna ett utkast eller en bokförd verifikation och tryck **Gör en mall**. Av mallen gör du sedan ett nytt utkast.

## Underlag

Välj filer, eller dra dem till sidan, på ett utkast eller på en bokförd verifikation. Filen sparas precis som den är, med sitt avtryck (SHA-256), och visas bredvid verifikationen.

![En verifikation med sitt underlag](bilder/underlag.png)
"""##
}
