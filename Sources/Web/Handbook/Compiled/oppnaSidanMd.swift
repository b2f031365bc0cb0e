// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let oppnaSidanMd: StaticString = ##"""
# Den öppna sidan: det alla får se

På adressen `/offentligt` kan vem som helst läsa om förbundet utan att logga in: medlemmar, styrelse, utlagda årsredovisningar, budgetförslaget inför
sammanträdet (KL 8 kap. 14 §), anslag, styrdokument och rader ur diariet. Sidan är av tills förbundschefen slår på den under **Öppna sidan**, och ger
inga kakor.

- **Lägg ut en fil**: en PDF med slag, år och titel. Kontrollera först att den inte innehåller personuppgifter som inte ska spridas.
- **Budgetförslaget** visas när du har noterat under Budget att det ligger på webbplatsen, och så länge det är oförändrat.
- **Styrdokument** och **rader i diariet** visas när det är sagt på deras egna sidor.

Längst ned på sidan Öppna sidan ser du vad andra ser. Det som är sekretessmarkerat visas aldrig: markeras en post i diariet senare, försvinner raden
och dess filer från den öppna sidan i samma stund.

Samma uppgifter finns som öppna data på `/offentligt/data.json`.
"""##
}
