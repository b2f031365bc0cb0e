/// A small report in which everything agrees. Each check spoils it in one place and must find it; the manual's example
/// messages are what the checks then say. The association does not exist.
public enum SoundExample {
  /// Its text.
  public static let text = """
    Årsredovisning
    2023
    Samordningsförbundet Exempel
    Organisationsnummer: 222000-0117

    Beslutad av styrelsen 2024-03-15

    # 1. Förvaltningsberättelse

    Förbundets två insatser har nått 150 deltagare. 75 procent av de deltagare som avslutades gjorde en stegförflyttning. Förbundet har under året 84 nya deltagare (50 kvinnor och 34 män). Av dem har 24 av 60 avslutade (40 procent) gått till arbete. 67 procent (kvinnor 70 procent och män 60 procent) är mer redo. Bra stöd fick 90 procent av 31 svarande.

    Förbundet hade intäkter på 10 000 000 kr. Kostnaderna uppgick till 9 700 000 kr, vilket ger ett resultat på 300 000 kr. Vid årets slut uppgick det egna kapitalet till 1 300 000 kr. Eget kapital är 13 procent av årets medlemsbidrag och understiger rekommenderat tak. Budgeten har haft ett underskott. Förbundet har haft 200 tkr i beviljade projektmedel som ej avropats. Förbundet hade två anställda.

    ## 1.1 Översikt över verksamhetens utveckling

    \t2023\t2022\t2021
    Verksamhetens intäkter\t10 000 000\t10 000 000\t9 000 000
    Verksamhetens kostnader inkl. avskrivningar och finansiella kostnader\t-9 700 000\t-9 500 000\t-8 800 000
    Årets resultat\t300 000\t500 000\t200 000
    Soliditet\t36 %\t33 %\t20 %
    Antal anställda\t2\t2\t2

    ## 1.2 Insatser

    Vägen\t
    Antal deltagare\t100 deltagare
    Resultat\t50 av 60 avslutade deltagare har gjort stegförflyttning
    Budget\t3 000 000 kr
    Utfall\t2 900 000 kr
    Avvikelse\t100 000 kr
    Kostnad per deltagare\t29 000 kr

    Steget\t
    Antal deltagare\t50 deltagare
    Resultat\t10 av 20 avslutade deltagare har gjort stegförflyttning

    ## 1.3 Deltagare

    Ålder\tKvinnor\tMän\tTotalt
    15 - 29 år\t20\t14\t34
    30 - 44 år\t30\t20\t50
    Summa\t50\t34\t84

    Deltagarflöde\tAntal
    Deltagare vid årets början\t36
    Nya deltagare\t84
    Avslutade deltagare\t80
    Pågående vid årets slut\t40

    Enkäten besvarades av 31 deltagare.

    Fråga\tAndel positiva svar
    Har stödet varit till nytta?\t90 %
    Har du fått vara delaktig?\t97 %

    ## 1.4 Mål

    Deltagarmål 1\t60 procent ska gå vidare till arbete eller studier.
    Kommentar\tMålet mäts i oktober.

    Deltagarmål 2\t90 procent ska uppleva stöd.
    Kommentar\tMålet mäts i december.

    ## 1.5 Balanskravsresultat

    Årets resultat enligt resultaträkningen\t300 000
    Samtliga realisationsvinster\t0
    Balanskravsresultat\t300 000

    ## 1.6 Medlemmarnas andelar

    Medlem\tBidrag\tAndel
    Staten\t5 000 000\t50 %
    Region Norr\t2 500 000\t25 %
    Norra kommun\t1 500 000\t15 %
    Södra kommun\t1 000 000\t10 %
    Totalt\t10 000 000\t100 %

    # 2. Driftredovisning

    Belopp i tkr\tUtfall 2023\tBudget 2023\tAvvikelse\tBokslut 2022
    Kostnader\t-9 700\t-10 200\t500\t-9 500
    Medlemsbidrag\t10 000\t10 000\t0\t10 000
    Resultat\t300\t-200\t500\t500

    # 3. Resultaträkning

    Belopp i kr\tNot\t2023\t2022
    Verksamhetens intäkter\t1\t10 000 000\t10 000 000
    Verksamhetens kostnader\t2\t-9 700 000\t-9 500 000
    Verksamhetens resultat\t\t300 000\t500 000
    Finansiella intäkter\t\t0\t0
    Finansiella kostnader\t\t0\t0
    Resultat efter finansiella poster\t\t300 000\t500 000
    Årets resultat\t\t300 000\t500 000

    # 4. Balansräkning

    Belopp i kr\tNot\t2023-12-31\t2022-12-31
    Tillgångar
    Kortfristiga fordringar\t\t1 100 000\t1 000 000
    Kassa och bank\t\t2 500 000\t2 000 000
    Summa tillgångar\t\t3 600 000\t3 000 000
    Eget kapital, avsättningar och skulder
    Eget kapital\t\t1 000 000\t500 000
    Årets resultat\t\t300 000\t500 000
    Kortfristiga skulder\t\t2 300 000\t2 000 000
    Summa eget kapital, avsättningar och skulder\t\t3 600 000\t3 000 000

    # 5. Kassaflödesanalys

    Belopp i kr\t2023\t2022
    Årets resultat\t300 000\t500 000
    Ökning/minskning kortfristiga fordringar\t-100 000\t50 000
    Ökning/minskning kortfristiga skulder\t300 000\t0
    Kassaflöde från den löpande verksamheten\t500 000\t550 000
    Årets kassaflöde\t500 000\t550 000
    Likvida medel vid årets början\t2 000 000\t1 450 000
    Likvida medel vid årets slut\t2 500 000\t2 000 000

    # 6. Noter

    ## Not 1. Verksamhetens intäkter

    \t2023\t2022
    Driftbidrag från staten\t5 000 000\t5 000 000
    Norra kommun\t1 500 000\t1 500 000
    Södra kommun\t1 000 000\t1 000 000
    Region Norr\t2 500 000\t2 500 000
    Summa\t10 000 000\t10 000 000

    ## Not 2. Verksamhetens kostnader

    \t2023\t2022
    Vägen\t2 900 000\t2 800 000
    Steget\t4 900 000\t4 900 000
    Delsumma\t7 800 000\t7 700 000
    Kansli\t1 900 000\t1 800 000
    Summa\t9 700 000\t9 500 000

    ## Not 3. Projektuppföljning

    Insats\tBeviljad ram 2023\tUtfall\tDifferens
    Vägen\t3 000 000\t2 900 000\t100 000
    Steget\t5 000 000\t4 900 000\t100 000
    Summa\t8 000 000\t7 800 000\t200 000

    # 7. Styrelsens underskrift

    Vi intygar att årsredovisningen ger en rättvisande bild.

    Ada Alm

    Ordförande

    Bo Berg

    Ledamot

    # 8. Bilagor

    Budget 2023\t\t
    \t2023\t2024
    Summa intäkter\t10 000 000\t10 000 000
    Summa kostnader\t10 200 000\t10 000 000
    Årets resultat\t-200 000\t0
    Ingående eget kapital\t1 000 000\t800 000
    Utgående eget kapital\t800 000\t800 000
    """
}
