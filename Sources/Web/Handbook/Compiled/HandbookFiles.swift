// Written by script/embed from the names in docs/handbok. Do not edit.
// swift-format-ignore-file

/// The handbook: its pages in Markdown and its pictures in base64.
enum HandbookFiles {
  static var pages: [(name: String, text: StaticString)] { [
    ("aktiviteter.md", HandbookFiles.aktiviteterMd),
    ("antal.md", HandbookFiles.antalMd),
    ("anvandare.md", HandbookFiles.anvandareMd),
    ("arsredovisning.md", HandbookFiles.arsredovisningMd),
    ("arvoden.md", HandbookFiles.arvodenMd),
    ("att-gora.md", HandbookFiles.attGoraMd),
    ("bank.md", HandbookFiles.bankMd),
    ("bokfora.md", HandbookFiles.bokforaMd),
    ("budget.md", HandbookFiles.budgetMd),
    ("enkater.md", HandbookFiles.enkaterMd),
    ("granska.md", HandbookFiles.granskaMd),
    ("historik.md", HandbookFiles.historikMd),
    ("index.md", HandbookFiles.indexMd),
    ("insatser.md", HandbookFiles.insatserMd),
    ("las-in-sie.md", HandbookFiles.lasInSieMd),
    ("leveranser.md", HandbookFiles.leveranserMd),
    ("leverantorsfakturor.md", HandbookFiles.leverantorsfakturorMd),
    ("listor.md", HandbookFiles.listorMd),
    ("logga-in.md", HandbookFiles.loggaInMd),
    ("mal.md", HandbookFiles.malMd),
    ("medlemmar-och-bidrag.md", HandbookFiles.medlemmarOchBidragMd),
    ("moms.md", HandbookFiles.momsMd),
    ("ovning.md", HandbookFiles.ovningMd),
    ("prognos.md", HandbookFiles.prognosMd),
    ("projektuppfoljning.md", HandbookFiles.projektuppfoljningMd),
    ("rakenskapsar.md", HandbookFiles.rakenskapsarMd),
    ("raknelistan.md", HandbookFiles.raknelistanMd),
    ("ratta.md", HandbookFiles.rattaMd),
    ("rekvisitioner.md", HandbookFiles.rekvisitionerMd),
    ("siffror.md", HandbookFiles.siffrorMd),
    ("sok.md", HandbookFiles.sokMd),
    ("statistik.md", HandbookFiles.statistikMd),
  ] }
  static var pictures: [(name: String, base64: StaticString)] { [
    ("att-gora.png", HandbookFiles.attGoraPng),
    ("bokfora.png", HandbookFiles.bokforaPng),
    ("huvudbok.png", HandbookFiles.huvudbokPng),
    ("kapitel.png", HandbookFiles.kapitelPng),
    ("las-in-sie.png", HandbookFiles.lasInSiePng),
    ("logga-in.png", HandbookFiles.loggaInPng),
    ("rakenskapsar.png", HandbookFiles.rakenskapsarPng),
    ("ratta.png", HandbookFiles.rattaPng),
    ("saldobalans.png", HandbookFiles.saldobalansPng),
    ("siffra.png", HandbookFiles.siffraPng),
    ("underlag.png", HandbookFiles.underlagPng),
  ] }
}
