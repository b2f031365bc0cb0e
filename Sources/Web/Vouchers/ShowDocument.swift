import Store

/// A document as it came. Only what cannot run is shown by the browser itself; the rest it saves.
enum ShowDocument {
  static func show(_ asked: Asked, _ digest: String) async throws -> Answer {
    let store = asked.store
    guard let document = try await LongWork.run({ try store.attachment(digest) }) else { return .notFound }
    // What lies at a marked entry of the diary is for the office and the auditors, wherever else it lies.
    guard try Access.insiders.admits(asked.user) || !store.isSecret(document: digest) else { return .forbidden }
    let kind = DocumentKind(document.bytes)
    return .file(
      FileAnswer(
        bytes: document.bytes, name: document.name.split(separator: "/").last.map { String($0) } ?? document.name,
        mediaType: kind?.rawValue ?? "application/octet-stream",
        isShown: kind != nil && !asked.query.has("spara")))
  }
}
