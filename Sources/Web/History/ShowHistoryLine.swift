import Store

/// One line of history: what it recorded, and its hashes.
enum ShowHistoryLine {
  static func show(_ asked: Asked, _ sequence: Int64) async throws -> Answer {
    let store = asked.store
    guard let line = try store.historyLine(sequence) else { return .notFound }
    let facts = try store.recordedFacts(in: sequence)
    // Two whole associations are read and written as texts.
    let edition =
      facts.editedTables.isEmpty ? nil : try await LongWork.run { try EditionDifference.of(sequence, in: store) }
    let page = HistoryLinePage(
      line: line, facts: facts, edition: edition, comment: try facts.comment.flatMap { try store.comment($0) },
      receipt: line.act == .importFile ? try store.imports().first { $0.sequence == sequence } : nil,
      hasNext: try store.historyLine(sequence + 1) != nil)
    return .page(page.page)
  }
}
