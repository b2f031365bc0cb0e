package import Exchange
package import Ledger
package import Store

/// One file's way into a book, SIE or a table of balances: looked at, tried, or read. The command and the office both
/// go this way.
package struct FileImport {
  package let source: ByteSource
  package let name: String
  /// The year of a table of balances, where it is not in the file's name.
  package let year: Int?
  /// Told how far the reading has come, and nil when it has ended.
  package let progress: (ImportProgress?) -> Void

  package init(
    source: ByteSource, name: String, year: Int? = nil, progress: @escaping (ImportProgress?) -> Void = { _ in }
  ) {
    self.source = source
    self.name = name
    self.year = year ?? (FileImport.isTable(name) ? CSVImport.year(in: name) : nil)
    self.progress = progress
  }

  /// Whether a file of that name is read as a table of balances.
  package static func isTable(_ name: String) -> Bool { name.lowercased().utf8.suffix(4).elementsEqual(".csv".utf8) }

  /// What a SIE file is, told from all of its bytes; nil for a table of balances.
  package func form() throws -> SIEForm? { FileImport.isTable(name) ? nil : try sie.form() }

  /// Counts what a SIE file holds, without a book.
  package func look(form: SIEForm) throws -> ImportOutcome { try sie.look(form: form) }

  /// Reads the file into the book, all of it or nothing; nothing at all where it `isDryRun`. The outcome has a receipt
  /// where it was stored; what the book refuses is thrown.
  package func run(
    form: SIEForm?, in store: Store, by actor: Actor, at moment: Moment, isDryRun: Bool = false
  ) throws -> ImportOutcome {
    do {
      return try store.together(by: actor, at: moment) { writing in
        var documents = Documents()
        let outcome: ImportOutcome
        if let form {
          outcome = try sie.run(in: writing, form: form, documents: &documents)
        } else {
          outcome = try CSVImport(bytes: try table(), name: name, year: year).run(in: writing)
        }
        guard !isDryRun, !outcome.hasErrors else { throw NothingStored(outcome: outcome) }
        return outcome
      }
    } catch let nothing as NothingStored {
      var outcome = nothing.outcome
      outcome.receipt = nil
      return outcome
    }
  }

  /// What reading the file into the book would mean. The book is asked too, in a transaction that is taken back, so
  /// that whatever it would refuse is known.
  package func preview(against store: Store, by actor: Actor, at moment: Moment) throws -> ImportPreview {
    let form = try form()
    var preview = try form.map { try previewOfSIE($0, store) } ?? previewOfTable(store)
    // A file that is not right is not tried; what is wrong with it has been said.
    guard !preview.obstacles.contains(where: \.isOfFile) else { return preview }
    do {
      let outcome = try run(form: form, in: store, by: actor, at: moment, isDryRun: true)
      if let refusal = outcome.refusal { preview.add(.refused(refusal.message)) }
      preview.add(outcome.diagnostics)
    } catch let error where Words.failure(for: error)?.kind == .input {
      preview.add(ImportObstacle(error))
    }
    return preview
  }

  private func previewOfSIE(_ form: SIEForm, _ store: Store) throws -> ImportPreview {
    var sniffer = SIESniffer()
    var reader = SIEReader(form: form, named: name)
    var look = SIELook()
    var byteCount = 0
    try source.forEachChunk { chunk in
      sniffer.read(chunk)
      reader.read(chunk, into: &look)
      byteCount += chunk.count
      progress(ImportProgress(name: name, byteCount: byteCount, of: form.byteCount))
    }
    let diagnostics = reader.finish(into: &look)
    progress(nil)
    let content = look.content(reader.summary)
    let isSIE = form.kind == .sie
    return ImportPreview(
      name: name, byteCount: form.byteCount, form: form, evidence: sniffer.evidence, content: content,
      diagnostics: isSIE ? diagnostics : [], counts: reader.diagnosticCounts,
      obstacles: isSIE ? [] : [.unreadable(diagnostics.map(\.message).joined(separator: " "))],
      book: try BookSnapshot(of: store, for: content))
  }

  private func previewOfTable(_ store: Store) throws -> ImportPreview {
    var bytes: [UInt8] = []
    var obstacles: [ImportObstacle] = []
    do {
      bytes = try table()
      try CSVImport.checkEncoding(of: bytes, in: name)
    } catch let failure as Failure where failure.kind == .input {
      obstacles.append(.unreadable(failure.message))
    }
    let reading = BalanceCSV.read(obstacles.isEmpty ? bytes : [], named: name)
    var content = FileContent(kind: .balances)
    if let year = year.flatMap({ FiscalYear(calendarYear: $0) }) {
      content = FileContent(reading.value, of: year)
    } else if obstacles.isEmpty {
      content.accounts = reading.value.accounts
      obstacles.append(.yearMissing)
    }
    return ImportPreview(
      name: name, byteCount: bytes.count, form: nil, content: content,
      diagnostics: bytes.isEmpty && !obstacles.isEmpty ? [] : reading.diagnostics, obstacles: obstacles,
      book: try BookSnapshot(of: store, for: content))
  }

  private func table() throws -> [UInt8] { try source.all(byteCountMax: ByteSource.balanceBytesMax) }

  private var sie: SIEImport { SIEImport(source: source, name: name, progress: progress) }
}

extension ImportObstacle {
  /// What the book refused, as an obstacle.
  fileprivate init(_ error: any Error) {
    switch error {
    case Store.Refusal.alreadyImported(let receipt): self = .alreadyImported(receipt)
    case Store.Refusal.overlaps(let receipt, let first, let last): self = .overlaps(receipt, first: first, last: last)
    default: self = .refused(Words.failure(for: error)?.message ?? "")
    }
  }

  /// Whether it is the file that is not right, whatever the book.
  package var isOfFile: Bool {
    switch self {
    case .unreadable, .faults, .yearMissing: true
    default: false
    }
  }
}
