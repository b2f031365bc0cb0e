// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let avvikelserMd: StaticString = ##"""
# Avvikelser: följa eller förklara

Förbundet följer rekommendationerna för kommunal redovisning eller förklarar varför det avviker (LKBR 4:3). Under **Hissen och
styrelsen** och **Avvikelser** skrivs vilken rekommendation det gäller, vad som görs i stället och varför, och styrelsens beslut om det
finns ett.

Avvikelserna står i en not i årsredovisningen; kolumnen med beslut trycks när någon avvikelse har ett. Gäller avvikelsen i år också
hämtas förra årets med ett tryck, utan beslutet, som togs för det året. Det som ändras eller tas bort finns kvar i historiken.
"""##
}
