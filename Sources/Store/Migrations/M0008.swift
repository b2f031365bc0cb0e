/// The eighth schema: the bank and skattekontot, received invoices, compensated value added tax, and board fees. Shipped,
/// so never changed; a test holds its SHA-256 still.
enum M0008 {
  static let sql = bank + vat + fees + invoices + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = bankTables + vatTables + feeTables + invoiceTables
}
