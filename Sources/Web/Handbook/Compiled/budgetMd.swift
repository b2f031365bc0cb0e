// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let budgetMd: StaticString = ##"""
# Budgeten

Under **Pengar** och **Budget** görs nästa års budget, med två planår till. Överst väljer du vilket års budget du ser.

## Börja ett förslag

Välj vad förslaget ska börja med: raderna i förra årets budget, det som planerades för året, det som är bokfört förra året
(medlem för medlem, insats för insats, konto för konto), eller inga rader alls. Ingående eget kapital fylls i ur prognosen för
året före.

- **Rutnätet** har grupperna i budgetbilagans ordning. Intäkter och kostnader skrivs utan minus. Det går att räkna i fälten:
  `1230000*1,015`.
- **Lägg till rad** finns i varje grupps summarad, **Ta bort** sist på raden. Inget sparas förrän du trycker *Spara*.
- **Summorna** räknas om medan du skriver: resultat, eget kapital och utrymmet under taket för alla tre åren.
- **Annat utgående eget kapital** fylls i bara när styrelsen anger ett annat än raderna ger.
- Bredvid står det som gäller nu eller förra årets budget, och prognosen för varje insats.

Ett förslag skrivs aldrig ut i årsredovisningen. Varje sparning finns kvar i historiken.

## Excel och CSV

Hämta förslaget som Excel eller CSV, ändra i filen och läs in den under *Läs in raderna ur en fil*. Först visas vad filen
ändrar och vad som inte går att läsa, cell för cell; rutnätet fylls i, och ingenting är sparat förrän du trycker *Spara*.
Formler läses med sitt senast räknade värde. Rader utan grupp som börjar med *Summa* hoppas över. Kolumnerna är `id`, `grupp`,
`rubrik`, `medlem`, `insats`, `verksamhet` och åren; `grupp` är `medlemsintäkter`, `övriga-intäkter`, `gemensamma-kostnader`,
`medlemskostnader` eller `finansiella-poster`. Raderna `ingående eget kapital` och `utgående eget kapital` har sina ord i
kolumnen `grupp`.

## Vägen till beslutet

Under *Notera ett steg* skriver du när varje sak hände. Samma dagar syns i årshjulet.

1. **Samråd** med medlemmarna. Utan en dag för samråd, på beslutsdagen eller före den, kan beslutet inte noteras (lag 2003:1210, 23 §).
2. **Mötet kungörs.** Det är öppet för alla (19 §).
3. **Förslaget ligger på webbplatsen** från kungörelsen (kommunallagen 8 kap. 14 §). *Sida att lägga ut* är en enda fil som är
   tillgänglig för alla och går att skriva ut.
4. **Styrelsen beslutar** senast den 30 november. Skriv dag och paragraf. Är beslutet sent, har förslaget inte legat ute, eller
   planeras ett underskott, sägs det först, och du bekräftar.

Budgeten ska göras så att intäkterna överstiger kostnaderna (kommunallagen 11 kap. 5 §). Många förbund planerar ändå ett underskott
för att komma under taket för eget kapital: skriv då varför, i beslutet och i anteckningen.

En beslutad version ändras aldrig, varken här eller i databasen. Ändrar sig styrelsen görs en **reviderad version** med eget samråd
och eget beslut; årsredovisningen använder den senaste.
"""##
}
