import Ledger

/// Where in the association folder something is told, for findings that say what to do.
extension AnnualReport {
  /// ` i budget/2022.yaml i förbundsmappen`, with the year in place of the star; empty for a report of which only the
  /// print is known.
  func inFile(_ path: String) -> String {
    guard source != nil else { return "" }
    return " i \(path.pieces(separatedBy: "*").joined(separator: "\(year.number)")) i förbundsmappen"
  }
}
