// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let siffrorMd: StaticString = ##"""
# Följa en siffra ned till underlaget

Varje siffra i årsredovisningen kan öppnas, också inne i en mening. Tryck på den: sidan visar hur den är räknad, kontona och deras summor, verifikationerna, och därifrån underlaget.

![En siffra och var den kommer från](bilder/siffra.png)

Sidan säger också var siffran används, vad den var när styrelsen såg rapporten, och vad någon har sagt om den.
"""##
}
