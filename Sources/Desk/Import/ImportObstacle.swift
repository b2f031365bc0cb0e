package import Ledger
package import Store

/// Why a file cannot be read into the book, told before anybody tries.
package enum ImportObstacle: Hashable, Sendable {
  /// The file is no file of bookkeeping, or one that cannot be read; the sentence says what it is.
  case unreadable(String)
  /// The file has faults of its own, so many.
  case faults(Int)
  /// A table of balances does not say its year.
  case yearMissing
  /// The file is another association's.
  case otherAssociation(have: String, got: String)
  /// The file's year shares days with another year of the book.
  case yearOverlaps(FiscalYear, existing: FiscalYear)
  /// The year is closed.
  case yearClosed(FiscalYear)
  /// Months that the file has vouchers in are closed.
  case monthsClosed([Month], voucherCount: Int)
  /// The year begins with other balances in the book.
  case openingsDiffer(FiscalYear, [Opening])
  /// These very bytes have been imported.
  case alreadyImported(ImportReceipt)
  /// Vouchers of the file are in the book already: by an earlier import, or entered here where there is none.
  case overlaps(ImportReceipt?, first: Voucher.Number, last: Voucher.Number)
  /// What the book said when it was tried, in words.
  case refused(String)

  /// An account that began the year with another balance.
  package struct Opening: Hashable, Sendable {
    package let account: AccountNumber
    package let have: Money
    package let got: Money
  }
}

extension ImportObstacle {
  /// What in the file's content the book would not take.
  package static func all(in content: FileContent, against book: BookSnapshot) -> [ImportObstacle] {
    var obstacles: [ImportObstacle] = []
    if let got = content.organisationNumber, let have = digits(book.organisationNumber), let other = digits(got),
      have != other
    {
      obstacles.append(.otherAssociation(have: book.organisationNumber, got: got))
    }
    for part in content.years where part.index == 0 || part.isKept(beside: book) {
      if let other = book.years.first(where: {
        $0 != part.year && $0.first <= part.year.last && part.year.first <= $0.last
      }) {
        obstacles.append(.yearOverlaps(part.year, existing: other))
      }
    }
    let touched = book.years.filter { year in content.months.keys.contains { year.months.contains($0) } }
    let closed = touched.filter { book.closedYears.contains($0) }
    obstacles += closed.map { .yearClosed($0) }
    let months = content.months.keys.filter { month in
      book.closedMonths.contains(month) && !closed.contains { $0.months.contains(month) }
    }
    if !months.isEmpty {
      obstacles.append(
        .monthsClosed(months.sorted(), voucherCount: months.reduce(0) { $0 + (content.months[$1] ?? 0) }))
    }
    for part in content.years where part.index == 0 && part.hasOpenings {
      let openings = differences(part, book.books[part.year])
      if !openings.isEmpty { obstacles.append(.openingsDiffer(part.year, openings)) }
    }
    return obstacles
  }

  /// The accounts whose opening balance is another in the book; none where the book has no opening balances yet.
  private static func differences(_ part: FileContent.Year, _ books: Books?) -> [Opening] {
    var have: [AccountNumber: Money] = [:]
    for balance in books?.balances ?? [] where balance.opening != .zero {
      have[balance.account, default: .zero] += balance.opening
    }
    guard !have.isEmpty else { return [] }
    return Set(have.keys).union(part.standings.keys).sorted().compactMap { account in
      let opening = Opening(
        account: account, have: have[account] ?? .zero, got: part.standings[account]?.opening ?? .zero)
      return opening.have == opening.got ? nil : opening
    }
  }

  private static func digits(_ number: String) -> [UInt8]? {
    let digits = number.utf8.filter { (48...57).contains($0) }
    return digits.count >= 10 ? Array(digits.suffix(10)) : nil
  }
}

extension FileContent.Year {
  /// Whether the book takes the year as a comparison: it has it not, and the file says what came in and went out.
  package func isKept(beside book: BookSnapshot) -> Bool {
    index < 0 && hasResults && !book.years.contains(year)
  }
}
