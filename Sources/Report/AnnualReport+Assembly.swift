public import Ledger

extension AnnualReport {
  /// The report of those books and facts: every statement, note and key figure, the chapters in the template's order,
  /// and the association's texts with their names replaced by figures. Not yet checked.
  ///
  /// The same source gives the same report for ever.
  public static func assembled(from source: Source) -> AnnualReport { Assembly(source).report().value }

  /// What is not right in the association's texts: unknown names, tables that are not there, HTML and images.
  /// Empty for a report read from somebody's PDF.
  public var textDiagnostics: [Diagnostic] { source.map { Assembly($0).report().diagnostics } ?? [] }
}
