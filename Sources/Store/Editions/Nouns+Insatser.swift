import Association
import Ledger

extension Noun {
  static let insatsOrigin = Noun(
    table: "insats_origin",
    rows: {
      $0.insatsOrigins.numbered {
        [.text($0.insatsID), .text($0.formerID), .text($0.formerName), .date($0.since), .text($0.words)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.insatsOrigins.append(
        InsatsOrigin(
          insatsID: try row.text(), formerID: try row.text(), formerName: try row.text(),
          since: try row.optionalDate(), words: try row.text()))
    })
}
