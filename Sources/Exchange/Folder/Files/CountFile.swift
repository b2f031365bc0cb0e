import Association

/// `deltagare/2022.yaml`: tables of participants, counts only.
extension CountTable {
  static let fileKeys = ["id", "rubrik", "slag", "radrubrik", "insats", "rader", "anmärkning"]

  init(_ section: Section, year: Int) {
    self.init(
      id: section.id(), year: year, title: section.text("rubrik"), kind: section.choice("slag") ?? .separate,
      rowHeading: section.text("radrubrik"), insatsID: section.insats(),
      rows: section.entries("rader", isRequired: true, keys: Row.fileKeys, named: "id").map(Row.init),
      remark: section.textIfSaid("anmärkning"))
  }

  var file: YAMLValue {
    .section([
      ("id", .text(id)), ("rubrik", .text(title)), ("slag", .word(kind)), ("radrubrik", .text(rowHeading)),
      ("insats", .textIfSaid(insatsID)), ("rader", .list(rows.map(\.file))), ("anmärkning", .textIfSaid(remark)),
    ])
  }
}

extension CountTable.Row {
  fileprivate static let fileKeys = ["id", "rubrik", "antal"]

  fileprivate init(_ section: Section) {
    self.init(id: section.id(), title: section.text("rubrik"), tally: section.tally("antal"))
  }

  fileprivate var file: YAMLValue {
    .section([("id", .text(id)), ("rubrik", .text(title)), ("antal", .tally(tally))])
  }
}
