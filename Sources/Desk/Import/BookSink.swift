package import Exchange
package import Ledger
package import Store

/// Takes a SIE file's records and vouchers into the book, as they are read.
///
/// A voucher that cannot be taken stops the storing but not the reading, so that everything the reader has to say about
/// the file is said.
package struct BookSink: SIESink {
  package typealias Failure = any Error

  package let session: ImportSession
  /// Documents that a folder binds to vouchers.
  package var documents: Documents
  private(set) var facts = SIEFacts()
  private(set) var hasVouchers = false
  /// Why the book takes no more, if so.
  private(set) var refusal: (any Error)?
  /// The line of the voucher that it did not take.
  private(set) var refusedLine = 0

  package init(session: ImportSession, documents: Documents) {
    self.session = session
    self.documents = documents
  }

  package mutating func record(_ record: SIERecord, extra: [SIEUnknown.Field]) throws { facts.take(record) }

  package mutating func voucher(_ voucher: SIEVoucher) throws {
    if !hasVouchers, let year = facts.years[0] { take(from: voucher.line) { try $0.declare(year) } }
    hasVouchers = true
    // The reader has said that a voucher has no day or does not balance; nothing of the file is stored then.
    guard refusal == nil, voucher.difference == .zero, var draft = voucher.draft() else { return }
    draft.attachments = documents.digests(for: draft)
    take(from: voucher.line) { try $0.add(try Voucher(draft)) }
  }

  private mutating func take(from line: Int, _ body: (ImportSession) throws -> Void) {
    guard refusal == nil else { return }
    do {
      try body(session)
    } catch {
      refusal = error
      refusedLine = line
    }
  }
}

/// Documents in a folder, by the voucher that their names bind them to.
package struct Documents {
  package init() {}

  private var digests: [AttachedVoucher: [String]] = [:]
  private var paths: [AttachedVoucher: [String]] = [:]

  package mutating func add(_ file: FolderFile, digest: String) {
    guard let voucher = file.attachedVoucher else { return }
    digests[voucher, default: []].append(digest)
    paths[voucher, default: []].append(file.path)
  }

  /// The documents of that voucher, which are then found.
  package mutating func digests(for draft: Voucher.Draft) -> [String] {
    guard !digests.isEmpty, case .imported(let series, let text) = draft.source, let number = Int(text) else {
      return []
    }
    let voucher = AttachedVoucher(number: Voucher.Number(series: series, number: number), year: draft.date.year)
    paths[voucher] = nil
    return digests[voucher] ?? []
  }

  /// Documents whose voucher has not been seen.
  package var unbound: [String] { paths.values.flatMap { $0 }.sorted() }
}
