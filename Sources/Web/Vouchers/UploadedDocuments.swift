import Exchange
import Store

/// The documents that came with a form, and what is wrong with them.
struct UploadedDocuments {
  let files: [UploadedFile]
  let faults: [FieldFault]

  /// The field of a form that documents are picked in.
  static let field = "underlag"
  /// The most bytes of a form with documents: one of the largest, or several smaller, and the form itself. All of it is
  /// held in memory while it is read.
  static let formBytesMax = 32 << 20
  static let countMax = 20

  /// What came; `accepting` is what is taken, where not every kind of document is.
  init(_ asked: Asked, accepting: Set<FileSniff.Kind> = Set(FileSniff.Kind.allCases)) {
    let files = asked.form.files.filter { $0.field == UploadedDocuments.field }
    var faults: [FieldFault] = []
    func add(_ message: String) { faults.append(FieldFault(field: UploadedDocuments.field, message: message)) }
    if files.count > UploadedDocuments.countMax {
      add("\(files.count) filer är för många på en gång. Skicka högst \(UploadedDocuments.countMax) åt gången.")
    }
    let most = asked.office.settings.documentBytesMax
    for file in files { for words in file.faults(byteCountMax: most, accepting: accepting) { add(words) } }
    self.files = files
    self.faults = faults
  }

  /// Keeps the documents in the book, as they came, and gives their SHA-256.
  func keep(_ asked: Asked) async throws -> [String] {
    guard !files.isEmpty else { return [] }
    let (store, files, actor, moment) = (asked.store, files, asked.actor, asked.now)
    return try await LongWork.run {
      try files.map { file in
        try store.attach(
          file.bytes, name: file.name.isEmpty ? "underlag" : file.name,
          mediaType: DocumentKind.mediaType(of: file.bytes), by: actor, at: moment)
      }
    }
  }
}

extension Sketch {
  /// The sketch with those documents after its own, each once.
  func adding(_ digests: [String]) -> Sketch {
    var sketch = self
    for digest in digests where !sketch.documents.contains(digest) { sketch.documents.append(digest) }
    return sketch
  }
}
