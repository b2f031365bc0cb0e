package import Exchange
package import Ledger
package import Store

/// What reading a file into the book would mean, told before it is done: what it holds, what was wrong with it, what it
/// changes, what can be ticked off, and what stands in the way. A function of the file and the book; nothing is stored.
package struct ImportPreview: Sendable {
  /// The diagnostics of one kind.
  package struct Remarks: Sendable {
    package let code: String
    package let severity: Diagnostic.Severity
    /// How many there are; those shown may be fewer.
    package let count: Int
    package let shown: [Diagnostic]
  }

  /// How the file's chart differs from the book's.
  package struct ChartDifference: Hashable, Sendable {
    /// Accounts that the book has not.
    package var new: [Account] = []
    /// Accounts that have another name or kind in the file, which they then have in the book.
    package var changed: [Change] = []
    /// Accounts that the book has and the file has not; they stay.
    package var missing: [Account] = []

    package struct Change: Hashable, Sendable {
      package let have: Account
      package let got: Account
    }
  }

  /// A year's six totals, in the file and in the book.
  package struct Year: Hashable, Sendable {
    package let year: FiscalYear
    /// Whether it is the file's own year, not one that it compares with.
    package let isOwn: Bool
    /// Whether the year is read into the book; a comparison that the book has is only compared.
    package let isRead: Bool
    package let file: ImportTotals
    /// Nil where the book has not the year.
    package let book: ImportTotals?

    package init(year: FiscalYear, isOwn: Bool, isRead: Bool, file: ImportTotals, book: ImportTotals?) {
      self.year = year
      self.isOwn = isOwn
      self.isRead = isRead
      self.file = file
      self.book = book
    }
  }

  package let name: String
  package let byteCount: Int
  /// How a SIE file is written; nil for a table of balances.
  package let form: SIEForm?
  package let evidence: EncodingEvidence
  package let content: FileContent
  package private(set) var remarks: [Remarks]
  package let chart: ChartDifference
  package let years: [Year]
  /// Earlier imports that have vouchers in the file's year.
  package let neighbours: [ImportReceipt]
  /// Everything that stands in the way; the file can be read where there is nothing.
  package private(set) var obstacles: [ImportObstacle]

  /// What there is to say of a file that has been looked at, beside a book.
  package init(
    name: String, byteCount: Int, form: SIEForm?, evidence: EncodingEvidence = EncodingEvidence(), content: FileContent,
    diagnostics: [Diagnostic], counts: [String: Int] = [:], obstacles: [ImportObstacle] = [], book: BookSnapshot
  ) {
    self.name = name
    self.byteCount = byteCount
    self.form = form
    self.evidence = evidence
    self.content = content
    remarks = ImportPreview.remarks(diagnostics, counts: counts)
    chart = ImportPreview.difference(content, book)
    years = ImportPreview.years(content, book)
    let own = content.years.first { $0.index == 0 }?.year
    neighbours = book.imports.filter { receipt in
      guard let own, let first = receipt.firstDate, let last = receipt.lastDate else { return false }
      return first <= own.last && own.first <= last
    }
    let errors = remarks.filter { $0.severity == .error }.reduce(0) { $0 + $1.count }
    let faults: [ImportObstacle] = obstacles.isEmpty && errors > 0 ? [.faults(errors)] : []
    self.obstacles = obstacles + faults + ImportObstacle.all(in: content, against: book)
  }

  /// Adds what the book itself said when the file was tried and nothing stored. What has been found already is not said
  /// again in other words.
  package mutating func add(_ obstacle: ImportObstacle) {
    switch obstacle {
    case .refused: if obstacles.isEmpty { obstacles.append(obstacle) }
    // Whatever else stands in the way follows from the file's being in the book already.
    case .alreadyImported: obstacles = [obstacle]
    default: if !obstacles.contains(obstacle) { obstacles.append(obstacle) }
    }
  }

  /// Adds what was found when the file was tried.
  package mutating func add(_ diagnostics: [Diagnostic]) {
    let known = Set(remarks.map(\.code))
    let new = diagnostics.filter { !known.contains($0.code) }
    remarks = (remarks + ImportPreview.remarks(new, counts: [:])).sorted { $0.severity > $1.severity }
  }

  /// The diagnostics by what they say, the gravest first. `counts` tells of those that are more than are listed.
  package static func remarks(_ diagnostics: [Diagnostic], counts: [String: Int]) -> [Remarks] {
    var order: [String] = []
    var groups: [String: [Diagnostic]] = [:]
    for diagnostic in diagnostics {
      if groups[diagnostic.code] == nil { order.append(diagnostic.code) }
      groups[diagnostic.code, default: []].append(diagnostic)
    }
    return order.map { code in
      let all = groups[code] ?? []
      let severity = all.map(\.severity).max() ?? .note
      // The reader's own ”and so many more” is said by the count.
      let shown = all.filter { !$0.message.utf8.starts(with: "… och ".utf8) }
      return Remarks(code: code, severity: severity, count: counts[code] ?? all.count, shown: shown)
    }.sorted { $0.severity > $1.severity }
  }

  private static func difference(_ content: FileContent, _ book: BookSnapshot) -> ChartDifference {
    var difference = ChartDifference()
    guard !content.accounts.isEmpty else { return difference }
    let have = Dictionary(book.accounts.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    let got = Set(content.accounts.map(\.number))
    for account in content.accounts {
      guard let known = have[account.number] else {
        difference.new.append(account)
        continue
      }
      if known.name != account.name || known.kind != account.kind {
        difference.changed.append(.init(have: known, got: account))
      }
    }
    difference.missing = book.accounts.filter { !got.contains($0.number) }
    return difference
  }

  private static func years(_ content: FileContent, _ book: BookSnapshot) -> [Year] {
    var kinds: [AccountNumber: AccountKind] = [:]
    for account in book.accounts + content.accounts { kinds[account.number] = account.kind }
    return content.years.map { part in
      Year(
        year: part.year, isOwn: part.index == 0, isRead: part.index == 0 || part.isKept(beside: book),
        file: ImportTotals(part, debit: content.debit, kinds: kinds, resultTransfer: book.resultTransfer),
        book: book.books[part.year].map {
          ImportTotals($0, voucherCount: book.voucherCounts[part.year] ?? 0, resultTransfer: book.resultTransfer)
        })
    }
  }
}
