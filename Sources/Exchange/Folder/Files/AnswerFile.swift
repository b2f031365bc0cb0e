import Association
import Ledger

/// `svar/2022.yaml`: why something that a check has found may stand.
extension FindingAnswer {
  static let fileKeys = ["anmärkning", "plats", "skäl", "av", "datum"]

  /// Nil where the day cannot be read, which has been logged.
  init?(_ section: Section, year: Int) {
    let code = section.text("anmärkning")
    let place = section.text("plats")
    let reason = section.text("skäl")
    let by = section.text("av")
    guard let on = section.date("datum") else { return nil }
    self.init(year: year, code: code, place: place, reason: reason, by: by, on: on)
  }

  var file: YAMLValue {
    .section([
      ("anmärkning", .text(code)), ("plats", .text(place)), ("skäl", .text(reason)), ("av", .text(by)),
      ("datum", .date(on)),
    ])
  }
}
