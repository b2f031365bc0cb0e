import Association
package import Exchange
import Ledger
import Report
package import Store

/// One SIE file's way into a book.
package struct SIEImport {
  package let source: ByteSource
  package let name: String
  /// Told how far the reading has come, and nil when it has ended.
  package let progress: (ImportProgress?) -> Void

  package init(source: ByteSource, name: String, progress: @escaping (ImportProgress?) -> Void = { _ in }) {
    self.source = source
    self.name = name
    self.progress = progress
  }

  /// What the file is, told from all of its bytes.
  package func form() throws -> SIEForm {
    var sniffer = SIESniffer()
    try source.forEachChunk { sniffer.read($0) }
    return sniffer.finish()
  }

  /// Reads the file without a book.
  package func look(form: SIEForm) throws -> ImportOutcome {
    var reader = SIEReader(form: form, named: name)
    var sink = CountingSink()
    try source.forEachChunk { reader.read($0, into: &sink) }
    var outcome = ImportOutcome()
    outcome.diagnostics = reader.finish(into: &sink)
    outcome.add(reader.summary)
    return outcome
  }

  /// Reads the file into the book that `writing` writes in. Throws `NothingStored` where the file is not right.
  package func run(in writing: Store.Writing, form: SIEForm, documents: inout Documents) throws -> ImportOutcome {
    let head = try self.head(form: form)
    var outcome = ImportOutcome()
    var used = documents
    let receipt = try writing.importFile(
      ImportHead(name: name, kind: "SIE", organisationNumber: head.organisationNumber ?? "")
    ) { session in
      try source.forEachChunk { try session.keep(chunk: UnsafeRawBufferPointer($0)) }
      // A year that stands in the book only by its balances, as another file's comparison, gives way to the year itself.
      if let year = head.year {
        try session.makeRoom(for: year, because: "Årets verifikationer läses in ur \(name).")
      }
      var reader = SIEReader(form: form, named: name)
      var sink = BookSink(session: session, documents: used)
      var byteCount = 0
      try source.forEachChunk { chunk in
        try reader.read(chunk, into: &sink)
        byteCount += chunk.count
        progress(ImportProgress(name: name, byteCount: byteCount, of: form.byteCount))
      }
      outcome.diagnostics = try reader.finish(into: &sink)
      outcome.add(reader.summary)
      progress(nil)
      if let refusal = sink.refusal, let failure = Words.failure(for: refusal), failure.kind == .input {
        // What the reader has said of the file often tells why the book does not take it.
        outcome.refusal = Failure(.input, "\(name), rad \(sink.refusedLine): \(failure.message)")
      }
      guard !outcome.hasErrors else { throw NothingStored(outcome: outcome) }
      if let refusal = sink.refusal { throw refusal }
      outcome.diagnostics += try finish(sink, in: session, writing: writing)
      used = sink.documents
    }
    documents = used
    outcome.receipt = receipt
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

  /// What only the whole file can tell: names, openings, and balances that stand for vouchers. Gives what there is to
  /// say of the years it compares with.
  private func finish(_ sink: BookSink, in session: ImportSession, writing: Store.Writing) throws -> [Diagnostic] {
    let facts = sink.facts
    let known = Set(try writing.fiscalYears())
    var diagnostics: [Diagnostic] = []
    for index in facts.years.keys.sorted() {
      guard let year = facts.years[index] else { continue }
      guard index == 0 || (!known.contains(year) && facts.hasResults(year: index)) else { continue }
      let changes = index == 0 && sink.hasVouchers ? [] : facts.changes(year: index)
      let difference = changes.map(\.amount).sum()
      guard index == 0 || difference == .zero else {
        diagnostics.append(.comparisonDoesNotAddUp(year, by: difference, in: name))
        continue
      }
      try session.declare(year)
      for standing in facts.openings(year: index) {
        try session.open(year, account: standing.account, objects: standing.objects, amount: standing.amount)
      }
      try add(changes, of: year, in: session)
    }
    for account in facts.accounts { try session.declare(account) }
    for object in facts.objects { try session.declare(object) }
    for record in facts.unknown { try session.keep(unknownRecord: record.text, line: 0) }
    return diagnostics
  }

  private func add(_ changes: [SIEFacts.Standing], of year: FiscalYear, in session: ImportSession) throws {
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

extension Diagnostic {
  fileprivate static func comparisonDoesNotAddUp(_ year: FiscalYear, by difference: Money, in name: String)
    -> Diagnostic
  {
    Diagnostic(
      code: "sie-saldosumma", severity: .warning, place: Place(file: name),
      message:
        "Filens saldon för jämförelseåret \(year.text) går inte ihop: \(Numerals.ore(difference)) skiljer. Det året "
        + "har inte lästs in; läs in det årets egen fil.")
  }
}

extension SIEUnknown {
  /// The record as one line, for keeping.
  package var text: String {
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
