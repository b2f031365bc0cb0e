import Association
import Ledger

/// `rapport/2022.yaml`: what is said of the year's report itself.
extension ReportFacts {
  static let fileKeys = ["beslut", "underskriven", "diarienummer", "undertecknare", "revisorer"]

  init(_ section: Section, year: Int) {
    self.init(
      year: year, decision: section.decision("beslut"), signedOn: section.dateIfSaid("underskriven"),
      diaryNumber: section.textIfSaid("diarienummer"),
      signatories: section.entries("undertecknare", keys: Signatory.fileKeys).map(Signatory.init),
      auditors: section.entries("revisorer", keys: Signatory.fileKeys).map(Signatory.init))
  }

  var file: YAMLValue {
    .section([
      ("beslut", .decision(decision)), ("underskriven", signedOn.map { .date($0) }),
      ("diarienummer", .textIfSaid(diaryNumber)), ("undertecknare", .listIfAny(signatories.map(\.file))),
      ("revisorer", .listIfAny(auditors.map(\.file))),
    ])
  }
}

extension ReportFacts.Signatory {
  fileprivate static let fileKeys = ["funktion", "namn", "utsedd-av"]

  fileprivate init(_ section: Section) {
    self.init(
      function: section.text("funktion"), name: section.textIfSaid("namn"), appointedBy: section.textIfSaid("utsedd-av")
    )
  }

  fileprivate var file: YAMLValue {
    .section([("funktion", .text(function)), ("namn", .textIfSaid(name)), ("utsedd-av", .textIfSaid(appointedBy))])
  }
}
