// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let sokMd: StaticString = ##"""
# Hitta från var som helst

Tryck **Ctrl+K** (Cmd+K på Mac), eller **Sök** högst upp. Skriv ett verifikationsnummer, ett diarienummer (`FS 2026/12`), ett belopp, ett konto, en insats, ett beslut (`§ 31`) en dag (`2025-03-31`) eller namnet på en sida. Pilarna väljer,
Enter öppnar, Esc stänger.
"""##
}
