public import Ledger

extension Store {
  /// The association's name and organisation number, and nothing else of it: what stands at the top of every page.
  public func title() throws(Refusal) -> (name: String, organisationNumber: String) {
    try read { connection in
      let title = try connection.first(
        """
        SELECT name, organisation_number FROM association WHERE history_sequence = (
          SELECT rows_sequence FROM edition
          WHERE noun = 'association' AND history_sequence = (SELECT MAX(history_sequence) FROM edition))
        """
      ) { ($0.text(0), $0.text(1)) }
      guard let title else { throw Store.Refusal.corrupt("association") }
      return title
    }
  }

  /// Whether the book is for practice and nobody's real one.
  public func isPractice() throws(Refusal) -> Bool {
    try read { try $0.first("SELECT 1 FROM practice_mark") { _ in true } ?? false }
  }

  /// Says, once and for ever, that the book is for practice.
  public func markPractice(by actor: Actor, at moment: Moment) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.markPractice() }
  }
}

extension Store.Writing {
  /// Says, once and for ever, that the book is for practice.
  public func markPractice() throws {
    guard try connection.first("SELECT 1 FROM practice_mark", body: { _ in true }) == nil else { return }
    _ = try act(.practice, subject: "") { try $0.record("practice_mark", .integer(1), .integer($0.sequence)) }
  }
}
