// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let statistikMd: StaticString = ##"""
# Statistik: deltagare, enkäter och mål, år för år

Sidan **Statistik** visar årets antal: hur många som var med i insatserna, efter kön och de grunder som räknas, enkäter, mål,
aktiviteter, kostnad per deltagare och hur det har varit år för år. Välj insats eller grund ovanför tabellerna. Varje siffra
öppnar det den kommer ifrån.

## Så läses talen

| Det står | Det betyder |
|---|---|
| `färre än 5` | minst en och högst fyra; så få att någon kan kännas igen |
| ett streck | ett tal som skulle göra att ett sådant antal gick att räkna ut |
| `minst 55` | alla utom några få; hur få visas inte |
| `71 %` och `136` bredvid | andelen, och antalet den är räknad på; en grupp som är mindre än fem har ingen andel |

Gränsen fem ändras under **Inställningar**. Hur skyddet fungerar, och vad det inte klarar, står i *Hur små antal skyddas*.

**År för år** ställer samma sak bredvid varandra. Började den räknas på ett annat sätt står det under tabellen, med året: jämför
inte över det. Enkäter med olika skala ställs aldrig bredvid varandra.

**Kvinnor och män** säger hur stor skillnaden är, och om den kan vara en slump. Med 38 män kan en andel på 32 procent lika gärna
vara 20 som 48. Om grupper som är mindre än fem sägs ingenting.

## Lämna ut statistiken

**Hämta bilagan som PDF** ger en tillgänglig arkiv-PDF med statistikens data i sig; den finns också som webbsida, CSV och JSON. Det
du hämtar förs in i registret över vad som är utlämnat. Nästa uttag och nästa årsredovisning visar då samma sak, så att ingen kan
räkna ut det dolda genom att jämföra två utgåvor. Från en terminal: `finsam statistics forbund.finsam --year 2025`.

## För över till Uppföljning Finsam

**Uppföljning Finsam** på statistiksidan har en sida per insats, gjord att skriva av i Försäkringskassans system: namn, inriktning,
preciserad inriktning, uppföljningsmetod, ESF-finansiering och årets nya deltagare efter juridiskt kön. Knappen **Kopiera** tar ett
värde i taget.

1. Är insatsen inte upplagd: fyll i uppgifterna först. Inriktning, uppföljningsmetod och ESF-finansiering går inte att ändra i
   systemet när insatsen är skapad. En insats som är både individ- och strukturinriktad läggs upp som två.
2. För in antalen, bocka i **Antalen är införda i Försäkringskassans system** och spara. Vem som förde in dem och när sparas.
3. Ändras antalet senare, till exempel av en rättad leverans, står det *ändrad sedan den fördes över* tills du fört in det nya.

Antalen på de sidorna är exakta. De är en överlämning till en myndighet och ingen publicering: sprid dem inte.
"""##
}
