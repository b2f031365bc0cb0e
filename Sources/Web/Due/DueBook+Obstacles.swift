import Association
import Ledger
import Store

extension DueBook {
  /// An answer is told to whoever reported for so many days.
  static let answerToldDays = 14

  /// The obstacles that wait, each until the level that it stands on has answered; and the answers that those who reported
  /// have to read.
  static func obstacles(_ book: DueBook) throws -> [DueThing] {
    let all = try book.store.obstacles()
    let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    return all.compactMap { one in
      if one.keptID == nil, let waiting = one.state.waiting {
        return DueThing(
          .obstacle, "Hinder \(one.id) väntar på svar: \(waiting.level.title.lowercased())",
          detail: "\(one.report.subject). Ägare: \(waiting.charge.owner)", day: waiting.charge.due,
          doer: .lift(waiting.level), place: .obstacle(one.id))
      }
      var root = one
      while let kept = root.keptID, let next = byID[kept] { root = next }
      guard let answer = root.state.answered, let doer = one.reporter,
        answer.day.days(until: book.today) <= answerToldDays
      else { return nil }
      return DueThing(
        .obstacle, "Läs svaret på hinder \(one.id), som du rapporterade", detail: answer.verdict.words,
        since: answer.day, doer: doer, place: .obstacle(one.id))
    }
  }
}

extension ObstacleCase {
  /// Who is told the answer: the user who reported it, or those who perform the insats that it is from; nobody who is
  /// known, where it came from a group by a link.
  fileprivate var reporter: DueThing.Doer? {
    if let user { return .user(user.rawValue) }
    if case .insats(let id) = report.origin {
      return .performer(insatsID: id, applicant: nil, name: steps.first?.by ?? "")
    }
    return nil
  }
}
