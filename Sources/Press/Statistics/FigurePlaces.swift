public import Report
public import Statements

/// Where in a document's web page each of its figures opens: the fragment that shows what it comes from.
public struct FigurePlaces: Sendable {
  private let fragments: [Figure: String]

  /// The places of that document, printed without links into the office.
  public init(_ document: AnnualReport) { fragments = HTMLPress.origins(of: document).fragments }

  /// The fragment of a figure, or nil of one that the document does not have.
  public func fragment(of figure: Figure) -> String? { fragments[Figure(figure.value, origin: figure.origin)] }
}
