// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let ovningMd: StaticString = ##"""
# Öva i ett påhittat förbund

Öppna **Öva** i menyn, under **Kontoret**. Kontoret gör då ett helt exempelförbund med bokföring, insatser och årsredovisning, i en egen fil bredvid ert eget.

En gul rad högst upp säger hela tiden att du är i övningen. Inget du gör där rör ert förbund. I övningen är det samma dag som i dag, men året efter
exemplets bokföring, så att det som ska göras är det som ska göras då; den gula raden säger vilken dag. **Lämna övningen** tar dig tillbaka; **Ta bort övningsförbundet** tar bort
hela filen. Nästa gång någon öppnar övningen görs den på nytt.
"""##
}
