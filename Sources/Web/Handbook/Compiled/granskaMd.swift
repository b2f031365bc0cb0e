// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let granskaMd: StaticString = ##"""
# Granska en årsredovisning

En färdig årsredovisning läses och räknas om, och du får veta vad som inte stämmer: summor, noter mot räkningar,
kassaflödet, resultatet på alla ställen, procenttal som inte går att få av antalet svar, text som säger annat än
tabellen. Rapporten får komma från vilket förbund som helst. Gör det före underskriften.

## Så gör du

1. Välj **Granska en årsredovisning** i menyn.
2. Släpp filen i rutan, eller välj den: PDF, text, webbsida eller finsams egen JSON. En PDF som är bilder läses med
   textigenkänning; det tar några sekunder per sida.
3. Tryck **Granska**. Rapportens text visas med anmärkningarna i marginalen. Gå mellan dem med Nästa anmärkning och
   Föregående anmärkning. Ett tal som är kontrollerat är en länk till det som det är kontrollerat mot.

Varje anmärkning säger vad som står, vad som räknats fram, skillnaden, vad som kan förklara den och hur den troligen
rättas. Avrundning i tusental är aldrig en anmärkning. Tal som inte förstås räknas inte om; de är märkta.

Väljer du flera filer får du en tabell med nyckeltal, som också går att hämta som CSV. Flera rapporter från samma förbund
jämförs med varandra: förra årets kolumn ska vara vad förra årets rapport sade.

Filen sparas inte om du inte ber om det, och det lästa glöms när programmet startas om. Bara du ser det.

## Börja från förra årets rapport

Den som sköter boken kan trycka **Ta in siffrorna i boken**. Då visas vad som lästes: fastställda siffror för tidigare år,
medlemmarna, hur de delar bidraget, insatserna och deras ramar, var och en med sida, rad och säkerhet. Kryssa för det som
ska tas in. Har boken något annat står det bredvid, och det ersätts bara om du kryssar för det. I historiken står
rapporten och sidan.

En insats tas in som individinsats utan ägare; ändra det i registret.

## I terminalen

`finsam review RAPPORT.pdf` gör detsamma. `--html granskning.html` skriver sidan, `--table nyckeltal.csv` tabellen, och
`--take-into BOK` visar vad som kan tas in.
"""##
}
