import Desk
import Ledger
import Store

/// What is done with a file that has been sent in: it is looked at, and it is read into the book.
enum ImportWork {
  /// The preview of the file, being made or made; made anew where the book has changed since.
  static func preview(_ upload: Upload, year: Int?, _ asked: Asked) throws -> ImportJob {
    let (store, actor, moment) = (asked.store, asked.actor, asked.now)
    let bookHash = try store.lastHash()
    let isSpent: (ImportJob.Stage) -> Bool = { stage in
      switch stage {
      case .waiting, .working: false
      case .ended(.previewed(_, let hash)): hash != bookHash
      case .ended: true
      }
    }
    return asked.office.imports.job(key(upload.id, .preview(year: year), asked), unless: isSpent) { job in
      let file = FileImport(source: .upload(upload.id, in: store), name: upload.name, year: year) { job.tell($0) }
      return .previewed(try file.preview(against: store, by: actor, at: moment), bookHash: bookHash)
    }
  }

  /// The reading of the file into the book, under way or done; tried anew where it came to nothing.
  static func reading(_ upload: Upload, year: Int?, _ asked: Asked) -> ImportJob {
    let (store, actor, moment) = (asked.store, asked.actor, asked.now)
    let isSpent: (ImportJob.Stage) -> Bool = { stage in
      switch stage {
      case .waiting, .working, .ended(.stored): false
      case .ended: true
      }
    }
    return asked.office.imports.job(key(upload.id, .reading, asked), unless: isSpent) { job in
      let file = FileImport(source: .upload(upload.id, in: store), name: upload.name, year: year) { job.tell($0) }
      let outcome = try file.run(form: try file.form(), in: store, by: actor, at: moment)
      guard let receipt = outcome.receipt else { return .refused(outcome) }
      // What has been read needs not wait any more; should it stay, it goes by itself within a day.
      try? store.remove(upload.id)
      return .stored(receipt.sequence)
    }
  }

  static func key(_ upload: ID<Upload>, _ purpose: ImportJobs.Purpose, _ asked: Asked) -> ImportJobs.Key {
    ImportJobs.Key(book: asked.store.path, upload: upload, purpose: purpose)
  }

  /// The year that a form or a query gives a table of balances, or nil where the file's name says it.
  static func year(_ form: Form) -> Int? { Int(typed: form.choice("ar").strippedOfBlanks, in: TypedRange.year) }

  /// Where one is sent whose file does not wait any more: to what it became, or to the list.
  static func gone(_ upload: Int64, _ asked: Asked) -> Answer {
    let job = asked.office.imports.find(key(ID(rawValue: upload), .reading, asked))
    if case .ended(.stored(let sequence)) = job?.stage { return .see(Addresses.importReceipt.path(sequence)) }
    return .see(
      Addresses.imports.path(),
      notice: "Filen väntar inte längre här: den är inläst, kastad eller äldre än ett dygn. Inget har ändrats.")
  }
}
