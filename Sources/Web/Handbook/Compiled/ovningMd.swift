// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let ovningMd: StaticString = ##"""
# Öva i ett påhittat förbund

Öppna **Öva** från startsidan eller handboken. Kontoret gör då ett helt exempelförbund med bokföring, insatser och årsredovisning, i en egen fil bredvid ert eget.

En gul rad högst upp säger hela tiden att du är i övningen. Inget du gör där rör ert förbund. **Lämna övningen** tar dig tillbaka; **Ta bort övningsförbundet** tar bort
hela filen. Nästa gång någon öppnar övningen görs den på nytt.
"""##
}
