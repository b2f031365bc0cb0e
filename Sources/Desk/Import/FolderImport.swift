import Association
package import Exchange
import Foundation
package import Ledger
import Store

/// An association folder's way into a book, in one transaction: the association, its documents and its bookkeeping.
package struct FolderImport {
  package let files: [FolderFile]
  package let book: String
  package let by: Actor
  package let at: Moment
  package let isDryRun: Bool
  package let progress: (String) -> Void

  package init(
    files: [FolderFile], book: String, by: Actor, at: Moment, isDryRun: Bool = false,
    progress: @escaping (String) -> Void = { _ in }
  ) {
    self.files = files
    self.book = book
    self.by = by
    self.at = at
    self.isDryRun = isDryRun
    self.progress = progress
  }

  package func run() throws -> ImportOutcome {
    let reading = AssociationFolder.read(files)
    var outcome = ImportOutcome()
    outcome.diagnostics = reading.diagnostics
    guard !outcome.hasErrors else { return outcome }
    do {
      if FileManager.default.fileExists(atPath: book) {
        let store = try Store(opening: book)
        try store.together(by: by, at: at) { writing in
          try writing.record(reading.value.association)
          try fill(writing, from: reading.value, outcome: &outcome)
        }
      } else {
        try NewBook.check(path: book)
        _ = try Store.create(at: book, association: reading.value.association, by: by, at: at) { writing in
          try fill(writing, from: reading.value, outcome: &outcome)
        }
      }
    } catch let nothing as NothingStored {
      return nothing.outcome
    }
    return outcome
  }

  private func fill(_ writing: Store.Writing, from folder: AssociationFolder, outcome: inout ImportOutcome) throws {
    var documents = Documents()
    for file in folder.attachments + folder.unknown {
      let digest = try writing.attach(file.bytes, name: file.path, mediaType: MediaType.of(file.path))
      documents.add(file, digest: digest)
    }
    for file in folder.bookkeeping {
      let name = file.path.split(separator: "/").last.map { String($0) } ?? file.path
      guard try writing.importReceipt(ofBytes: file.bytes) == nil else {
        outcome.known.append(name)
        continue
      }
      do {
        outcome.add(try read(file, name: name, in: writing, documents: &documents))
      } catch let nothing as NothingStored {
        outcome.add(nothing.outcome)
        throw NothingStored(outcome: outcome)
      }
    }
    for path in documents.unbound where outcome.known.isEmpty {
      outcome.diagnostics.append(.unboundDocument(path))
    }
    guard !isDryRun, !outcome.hasErrors else { throw NothingStored(outcome: outcome) }
  }

  private func read(
    _ file: FolderFile, name: String, in writing: Store.Writing, documents: inout Documents
  ) throws -> ImportOutcome {
    do {
      if name.lowercased().hasSuffix(".csv") {
        return try CSVImport(bytes: file.bytes, name: name, year: CSVImport.year(in: name)).run(in: writing)
      }
      let sie = SIEImport(
        source: .bytes(file.bytes), name: name, progress: { self.progress($0?.words ?? "") })
      return try sie.run(in: writing, form: try sie.form(), documents: &documents)
    } catch let refusal as Store.Refusal {
      throw Failure(.input, "\(file.path): \(Words.sentence(refusal))")
    }
  }
}

extension ImportOutcome {
  /// Adds what another file of the same folder gave.
  package mutating func add(_ part: ImportOutcome) {
    accounts = max(accounts, part.accounts)
    vouchers += part.vouchers
    transactions += part.transactions
    sumDebitOre += part.sumDebitOre
    unbalanced += part.unbalanced
    refusal = refusal ?? part.refusal
    diagnostics += part.diagnostics
  }
}

extension Diagnostic {
  fileprivate static func unboundDocument(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "mapp-bilaga-utan-verifikation", severity: .warning, place: Place(file: path),
      message: "Namnet binder bilagan till en verifikation som inte finns i bokföringsfilerna. Bilagan sparas ändå; "
        + "rätta namnet (serie-nummer-år-vad) om den hör till en verifikation.")
  }
}

/// What kind of file a name's ending says.
package enum MediaType {
  private static let known = [
    "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "xml": "application/xml",
    "txt": "text/plain", "md": "text/markdown", "csv": "text/csv", "json": "application/json",
  ]

  package static func of(_ path: String) -> String {
    known[path.split(separator: ".").last.map { $0.lowercased() } ?? ""] ?? "application/octet-stream"
  }
}
