/// What a rule found wrong with an e-invoice.
public struct EInvoiceFinding: Hashable, Sendable {
  /// The rule by its published number: `BR-CO-10`, `PEPPOL-EN16931-R010`, `SE-R-008`; `UBL-ORDER` for the schema's order.
  public let code: String
  /// Whether the network refuses the invoice; else it is a warning.
  public let isFatal: Bool
  /// Where: the path of the element.
  public let path: String
  /// What is wrong and what was expected, in a Swedish sentence.
  public let message: String
}

/// One rule: where it looks, and what it says of what is wrong there.
struct EInvoiceRule: Sendable {
  let code: String
  var isFatal = true
  /// The path of the elements it looks at, from the document; `.` for the document itself, `//name` for all of a name.
  let context: String
  /// What is wrong, in a Swedish sentence; nil where nothing is.
  let fault: @Sendable (UBLElement, _ document: UBLElement) -> String?

  init(
    _ code: String, isFatal: Bool = true, at context: String,
    _ fault: @escaping @Sendable (UBLElement, UBLElement) -> String?
  ) {
    self.code = code
    self.isFatal = isFatal
    self.context = context
    self.fault = fault
  }

  /// A rule that something must be there.
  static func needs(_ code: String, _ path: String, _ what: String, at context: String = ".") -> EInvoiceRule {
    EInvoiceRule(code, at: context) { element, _ in
      element.text(path).isEmpty && (element.first(path)?.children ?? []).isEmpty
        ? "\(what) saknas (\(path))." : nil
    }
  }
}

/// The rules that can be checked without a network: the arithmetic and the contents of EN 16931, those of Peppol BIS
/// Billing 3, the Swedish ones, and the order of elements in UBL 2.1. Made from the published rules; a document that
/// passes them all may still be refused for a code that only its list knows.
public enum EInvoiceRules {
  static let all: [EInvoiceRule] = core + sums + taxes + outsideVAT + peppol + sweden

  /// Everything that is wrong with a document, in the order of the rules and then of the document.
  public static func findings(in document: UBLElement) -> [EInvoiceFinding] {
    let everything = document.everything
    var found: [EInvoiceFinding] = []
    for rule in all {
      for (path, element) in places(of: rule.context, in: document, everything) {
        if let message = rule.fault(element, document) {
          found.append(EInvoiceFinding(code: rule.code, isFatal: rule.isFatal, path: path, message: message))
        }
      }
    }
    return found + UBLOrder.findings(in: everything)
  }

  /// The numbers of all rules, once each.
  public static var codes: [String] {
    var codes: [String] = []
    for rule in all where !codes.contains(rule.code) { codes.append(rule.code) }
    return codes + [UBLOrder.code]
  }

  private static func places(
    of context: String, in document: UBLElement, _ everything: [(path: String, element: UBLElement)]
  ) -> [(path: String, element: UBLElement)] {
    if context == "." { return [(document.name, document)] }
    if context == "//" { return everything }
    if context.utf8.starts(with: "//".utf8) {
      let names = context.split(separator: "|").map { $0.drop { $0 == "/" || $0 == " " } }
      return everything.filter { place in names.contains { place.element.name == $0 } }
    }
    return everything.filter { place in
      // The same path without the numbers of those that stand several times.
      let plain = place.path.split(separator: "/").dropFirst().map { $0.prefix { $0 != "[" } }.joined(separator: "/")
      return plain == context
    }
  }
}
