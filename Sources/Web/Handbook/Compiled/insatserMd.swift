// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let insatserMd: StaticString = ##"""
# Insatser: från ansökan till slutrapport

Under **Ansökningar** följs varje insats från behov till slutrapport. Varje steg sparas med vem och när och kan inte tas
bort; det som blev fel rättas med ett nytt steg. Under **Insatser** står registret, med ramar och utfall.

## Stegen

1. **Ansökan.** *Ny ansökan* skrivs av utföraren själv eller av kansliet. Bara medlemmar kan söka. Skriv belopp per år
   och mottagare; *Gemensamt* är en ram som alla mottagare delar. Söker huvudmannen ensam, eller för fler än tre år,
   säger sidan till men hindrar inget.
2. **Beredning.** Vem som berett, vad de föreslår och varför. Ändras ansökan efteråt bereds den på nytt.
3. **Beslut.** Dag, paragraf och ramar. En ny insats får en kort beteckning, den som verifikationer märks med; gäller
   beslutet fler år av en insats som finns väljs den i listan. Ramarna gäller genast i not, prognos och register.
   Ett **avslag** förs in med sitt skäl, och före beslutet kan ansökan **återkallas**.
4. **Avtal.** Hur länge det gäller, vad förbundet väntar sig och hur ofta utföraren rapporterar.
5. **Lägesrapporter.** Dagarna räknas ut av avtalet och står hos utföraren, i *Att göra* och i årshjulet. Kansliet
   godkänner rapporten eller skickar tillbaka den med en fråga.
6. **Slutrapport.** Vad insatsen nådde och vad som blivit kvar i parternas vanliga arbete. När den godkänns är insatsen
   avslutad.

Inget om enskilda deltagare ska stå i ansökan eller rapporter. Personnummer tas inte emot.

## Ändra ett beslut

*Ändra beslutet* på ärendets sida: skriv alla ramar som ska gälla efteråt, också dem som är som förut. Det nya beslutet
pekar på det gamla, som finns kvar att läsa.

## Insatser som redan pågår

Öppna insatsen i registret och välj *För in beslut och avtal*: ramarna är ifyllda, skriv bara beslutets dag och paragraf.
En insats som inte finns läggs till med *Registrera en insats*.

## Nytt namn, fortsättning, register

*Namn, slut och register* på insatsens sida byter namn (det gamla finns kvar), säger vilken insats den fortsätter, så att
de visas i samma serie, och sparar hur insatsen är upplagd i Försäkringskassans Uppföljning Finsam. Inriktning, metod och
ESF är låsta när de är sparade, som hos Försäkringskassan.

## För utföraren

Startsidan visar högst tre saker att göra, det mest brådskande först. Tryck på en rapport, skriv några meningar och lämna
in. Har kansliet en fråga står den överst.
"""##
}
