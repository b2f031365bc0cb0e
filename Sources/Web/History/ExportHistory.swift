import Ledger
import Press
import Store

/// The whole history with its hashes, as a file: whoever keeps it can tell if a line is ever changed or cut off.
enum ExportHistory {
  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    let store = asked.store
    let number = AssociationName.of(store).number
    let bytes = try await LongWork.run { CSVPress.csv(of: lines(try store.history())) }
    return .file(
      FileAnswer(
        bytes: bytes, name: "historik-\(number)-\(asked.today.text).csv", mediaType: "text/csv; charset=utf-8"))
  }

  /// The columns that are hashed stand as they are in the book, with the words and the Swedish time besides.
  private static func lines(_ history: [HistoryLine]) -> [[String]] {
    let head = [
      "Rad", "Tid", "Sekunder sedan 1970", "Vem", "Handling", "Avser", "I ord", "Form", "Innehållets avtryck",
      "Föregående rads avtryck", "Radens avtryck",
    ]
    return [head]
      + history.map { line in
        [
          "\(line.sequence)", SwedishTime.text(line.moment), "\(line.moment.secondsSince1970)", line.actor.name,
          line.act.rawValue, line.subject, HistoryWords.sentence(line), "\(line.formVersion)", line.digest,
          line.previousHash, line.hash,
        ]
      }
  }
}
