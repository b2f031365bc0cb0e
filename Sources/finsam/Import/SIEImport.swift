import Association
import Exchange
import Ledger
import Report
import Store

/// One SIE file's way into a book.
struct SIEImport {
  let source: ByteSource
  let name: String
  /// The account that holds the year's result, for files with balances and no vouchers.
  let yearResultAccount: AccountNumber
  let progress: (String) -> Void

  /// What the file is, told from all of its bytes.
  func form() throws -> SIEForm {
    var sniffer = SIESniffer()
    try source.forEachChunk { sniffer.read($0) }
    return sniffer.finish()
  }

  /// Reads the file without a book.
  func look(form: SIEForm) throws -> ImportOutcome {
    var reader = SIEReader(form: form, named: name)
    var sink = CountingSink()
    try source.forEachChunk { reader.read($0, into: &sink) }
    var outcome = ImportOutcome()
    outcome.diagnostics = reader.finish(into: &sink)
    outcome.add(reader.summary)
    return outcome
  }

  /// Reads the file into the book that `writing` writes in. Throws `NothingStored` where the file is not right.
  func run(in writing: Store.Writing, form: SIEForm, documents: inout Documents) throws -> ImportOutcome {
    let head = try self.head(form: form)
    var outcome = ImportOutcome()
    if let year = head.year { try makeRoom(for: year, in: writing) }
    var used = documents
    try writing.importFile(
      ImportHead(name: name, kind: "SIE", organisationNumber: head.organisationNumber ?? "")
    ) { session in
      try source.forEachChunk { try session.keep(chunk: UnsafeRawBufferPointer($0)) }
      var reader = SIEReader(form: form, named: name)
      var sink = BookSink(session: session, documents: used)
      var byteCount = 0
      try source.forEachChunk { chunk in
        try reader.read(chunk, into: &sink)
        byteCount += chunk.count
        progress("Läser \(name): \(byteCount * 100 / max(form.byteCount, 1)) %")
      }
      outcome.diagnostics = try reader.finish(into: &sink)
      outcome.add(reader.summary)
      progress("")
      if let refusal = sink.refusal, let failure = Words.failure(for: refusal), failure.kind == .input {
        // What the reader has said of the file often tells why the book does not take it.
        outcome.refusal = Failure(.input, "\(name), rad \(sink.refusedLine): \(failure.message)")
      }
      guard !outcome.hasErrors else { throw NothingStored(outcome: outcome) }
      if let refusal = sink.refusal { throw refusal }
      try finish(sink, in: session, writing: writing)
      used = sink.documents
    }
    documents = used
    return outcome
  }

  /// What the beginning of the file says of whose it is and of which year.
  private func head(form: SIEForm) throws -> (organisationNumber: String?, year: FiscalYear?) {
    var reader = SIEReader(form: form, named: name)
    var sink = FactSink()
    struct Enough: Error {}
    do {
      try source.forEachChunk { chunk in
        reader.read(chunk, into: &sink)
        throw Enough()
      }
    } catch is Enough {}
    return (sink.facts.organisationNumber, sink.facts.years[0])
  }

  /// A year that stands in the book only by its balances, as another file's comparison, gives way to the year itself.
  private func makeRoom(for year: FiscalYear, in writing: Store.Writing) throws {
    guard try writing.fiscalYears().contains(year) else { return }
    for standing in try writing.balanceVouchers(of: year) {
      try writing.reverse(
        standing.number, in: year, on: standing.voucher.date, because: "Årets verifikationer läses in ur \(name).")
    }
  }

  /// What only the whole file can tell: names, openings, and balances that stand for vouchers.
  private func finish(_ sink: BookSink, in session: ImportSession, writing: Store.Writing) throws {
    let facts = sink.facts
    let known = Set(try writing.fiscalYears())
    for index in facts.years.keys.sorted() {
      guard let year = facts.years[index] else { continue }
      let isNew = !known.contains(year)
      guard index == 0 || (isNew && facts.hasBalances(year: index)) else { continue }
      try session.declare(year)
      for standing in facts.openings(year: index, yearResultAccount: yearResultAccount)
      where index != 0 || facts.hasOpenings(year: 0) || !sink.hasVouchers {
        try session.open(year, account: standing.account, objects: standing.objects, amount: standing.amount)
      }
      guard index != 0 || !sink.hasVouchers else { continue }
      try addBalances(of: year, index: index, facts: facts, in: session)
    }
    for account in facts.accounts { try session.declare(account) }
    for object in facts.objects { try session.declare(object) }
    for record in facts.unknown { try session.keep(unknownRecord: record.text, line: 0) }
  }

  private func addBalances(of year: FiscalYear, index: Int, facts: SIEFacts, in session: ImportSession) throws {
    let changes = facts.changes(year: index, yearResultAccount: yearResultAccount)
    guard !changes.isEmpty else { return }
    let difference = changes.map(\.amount).sum()
    guard difference == .zero else {
      throw Failure(
        .input,
        "\(name): saldona för \(year.text) går inte ihop. Utgående balanser (#UB) och resultat (#RES) är tillsammans "
          + "\(Numerals.ore(difference)) från ingående balanser (#IB), men ska vara lika med dem. Inget har lästs in. "
          + "Kontrollera att alla konton har kommit med, och exportera på nytt.")
    }
    let rows = changes.map { Voucher.Row(account: $0.account, amount: $0.amount, objects: $0.objects) }
    try session.add(
      try Voucher(
        Voucher.Draft(
          series: "SALDO", date: year.last, text: "Årets förändring per konto, ur \(name)", rows: rows,
          source: .balances)))
  }
}

extension SIEUnknown {
  /// The record as one line, for keeping.
  var text: String {
    (["#" + label]
      + fields.map { field in
        switch field {
        case .text(let text): "\"\(text)\""
        case .list(let items): "{" + items.map { "\"\($0)\"" }.joined(separator: " ") + "}"
        }
      }).joined(separator: " ")
  }
}

/// Takes nothing: the reader's own summary is all that is asked for.
private struct CountingSink: SIESink {
  mutating func record(_ record: SIERecord, extra: [SIEUnknown.Field]) {}
  mutating func voucher(_ voucher: SIEVoucher) {}
}

/// Takes what the file says besides its vouchers.
private struct FactSink: SIESink {
  var facts = SIEFacts()
  mutating func record(_ record: SIERecord, extra: [SIEUnknown.Field]) { facts.take(record) }
  mutating func voucher(_ voucher: SIEVoucher) {}
}
