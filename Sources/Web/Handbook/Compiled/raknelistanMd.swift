// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let raknelistanMd: StaticString = ##"""
# Räknelistan hos utföraren

Den som utför en insats behöver hålla reda på vilka som börjar och slutar för att kunna räkna dem. Förbundet får inte hålla uppgifter om
deltagare. Därför finns **räknelistan**: samma program, på utförarens egen dator och under utförarens eget ansvar. Ur listan görs leveranser
som bara är antal.

## Vem ansvarar

- **Utföraren** är personuppgiftsansvarig för listan: för att det finns stöd i lag för att föra den, för lösenordet, för säkerhetskopior och för
  att den raderas. Ta upp det med er dataskyddsfunktion innan ni börjar.
- **Förbundet** får leveransen och aldrig listan. Förbundets program kan inte läsa en räknelista: den är krypterad, och lämnas filen in någonstans
  i förbundets kontor säger sidan nej.

## Vad som står i listan

Inga namn och inga personnummer. Var och en är ett **nummer**, och vem numret är står bara i er egen journal. Det som skrivs är det som räknas: kön,
kommun, åldersgrupp, vem som remitterade, utbildning, tid med försörjning, första och sista dag, avslutsorsak, och om frågor om våld har
ställts och besvarats (aldrig svaren). Det finns inget fält för fri text om en deltagare.

## Börja

    finsam counter samsa.raknelista

Programmet skriver en adress; öppna den i webbläsaren på samma dator. Ingen annan dator når den. Första gången görs listan: insatsens kortnamn (det
som förbundet använder), kommunerna, vad som räknas, hur ofta ni levererar och ett lösenord. **Glöms lösenordet kan ingen öppna listan.**

På sidan **Inställningar** står listans **publika nyckel**. Lämna den till förbundet en gång, så ser de att leveranserna kommer från er.

## Under året

1. **Ny deltagare**: välj i listorna och skriv in. Programmet ger ett nummer; skriv det i journalen.
2. **Avsluta**: öppna numret, skriv sista dagen och orsaken. Era egna orsaker står under **Val i listan**, var och en med den gemensamma orsak som den är.
3. **Rätta** på numrets sida. Det som stod förut syns under *Vad som har hänt*. Den som aldrig skulle ha skrivits in tas bort helt.
4. **Att göra** på första sidan påminner om perioder att leverera, planerade avslut som har passerats och den som varit inskriven länge.

Rådgivande samtal och besökare i en volyminsats räknas som antal, utan någon bakom.

## Leverera

Under **Leverera** visas periodens antal: ingående + nya − avslutade = pågående, och tabellerna. Står någon utanför listan, skriv hur många och varför.
Tryck **Gör leveransen** och spara filen. Den innehåller antal, perioden, insatsens namn och orden i era listor, inget annat, och är signerad med listans
nyckel. Ladda upp den i förbundets kontor eller skicka den. Har något rättats efteråt säger listan vilken period som behöver levereras på nytt.

## Radering

En avslutad deltagare raderas så många månader efter avslutet som ni har valt, men aldrig förrän antalen är levererade och 30 dagar har gått, så att en
fråga från förbundet kan besvaras. Hela filen skrivs då om utan dem. Det sker när listan låses upp, och sidan **Avslutade och radering** visar vad som väntar.
Efter det kan de perioderna inte räknas om; leveranserna finns kvar. **Säkerhetskopior raderas inte av programmet**: spara dem inte längre än listan själv.

## Låsa

Listan låses när ingen har använt den på tio minuter (går att ändra), när du trycker **Lås listan** och när programmet stängs.
Bara den webbläsare som lösenordet skrevs i ser den.
"""##
}
