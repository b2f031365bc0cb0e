import Association
import Ledger
import Store

extension DueBook {
  /// The reports that performers have to write now.
  static func reportsToWrite(_ book: DueBook) -> [DueThing] {
    book.grants.flatMap { grant in
      grant.state.dues.filter { $0.isOpen(on: book.today) }.map { due in
        let question = due.kept?.answer?.words ?? ""
        return DueThing(
          .report, "\(due.title): \(grant.name(in: book.association))",
          detail: question.isEmpty ? "" : "Kansliet frågar: \(question)", day: due.dueOn, doer: grant.performer,
          place: due.place(in: grant), isAsked: !question.isEmpty)
      }
    }
  }

  /// The reports that have come and wait for an answer.
  static func reportsToRead(_ book: DueBook) -> [DueThing] {
    book.grants.flatMap { grant in
      grant.state.dues.compactMap { due in
        guard case .waiting = due.state else { return nil }
        return DueThing(
          .report, "Läs \(due.title.lowercased()): \(grant.name(in: book.association))",
          detail: "Inlämnad och väntar på svar", since: grant.steps.last?.at.dayInSweden,
          place: due.place(in: grant))
      }
    }
  }

  /// The applications, each with its next step.
  static func applications(_ book: DueBook) -> [DueThing] {
    book.grants.compactMap { grant in
      let words: String
      switch grant.state {
      case .applied: words = "Bereda ansökan"
      case .prepared: words = "Styrelsens beslut om ansökan"
      case .granted: words = "Skriv avtal"
      case .agreed, .rejected, .withdrawn, .finished: return nil
      }
      return DueThing(
        .application, "\(words): \(grant.name(in: book.association))", since: grant.steps.last?.at.dayInSweden,
        place: .application(grant.id.rawValue))
    }
  }

  /// The agreements, on the day that they end.
  static func agreements(_ book: DueBook) -> [DueThing] {
    book.grants.compactMap { grant in
      guard let agreement = grant.state.agreed?.standing else { return nil }
      return DueThing(
        .agreement, "Avtalet om \(grant.name(in: book.association)) går ut", day: agreement.last,
        place: .application(grant.id.rawValue), isDone: agreement.last < book.today)
    }
  }

  /// The deliveries that wait for the office, and those that have come back to the performer.
  static func deliveries(_ book: DueBook) throws -> [DueThing] {
    try book.store.deliveries().compactMap { one in
      let since = one.steps.last?.mark.at.dayInSweden
      let name = book.name(ofInsats: one.delivery.insatsID)
      switch one.state.place {
      case .delivered:
        return DueThing(
          .delivery, "Godkänn leverans \(one.id) från \(name)", since: since, place: .delivery(one.id))
      case .returned:
        return DueThing(
          .delivery, "Svara på frågan om leverans \(one.id)", detail: "Antalen räknas inte förrän du har svarat",
          since: since, doer: .performer(insatsID: one.delivery.insatsID, applicant: nil, name: ""),
          place: .delivery(one.id), isAsked: true)
      default: return nil
      }
    }
  }

  /// What has not been delivered, of insatser that have delivered before: an association that types its counts itself
  /// waits for nothing.
  static func missingDeliveries(_ book: DueBook) throws -> [DueThing] {
    let all = try book.store.deliveries().filter { $0.state.place != .replaced }
    return book.association.insatser.filter { $0.kind == .individual }.flatMap { insats -> [DueThing] in
      let delivered = all.filter { $0.delivery.insatsID == insats.id }.map(\.delivery.period)
      guard let first = delivered.map(\.lowerBound).min() else { return [] }
      return [book.today.year - 1, book.today.year].flatMap { year in
        DeliveryGap.gaps(of: insats, year: year, delivered: delivered, today: book.today)
      }.filter { $0.age != .running && $0.period.lowerBound > first }.map { gap in
        let period = "\(gap.period.lowerBound.text)–\(gap.period.upperBound.text)"
        return DueThing(
          .delivery, "Lämna antal för \(insats.name), \(period)",
          day: gap.period.upperBound.adding(days: DeliveryGap.lateAfterDays),
          doer: .performer(insatsID: insats.id, applicant: nil, name: ""), place: .newDelivery(insatsID: insats.id))
      }
    }
  }

  func name(ofInsats id: String) -> String { association.insatser.first { $0.id == id }?.name ?? id }
}

extension GrantCase {
  /// Whose the case is besides the office's.
  var performer: DueThing.Doer {
    .performer(insatsID: insatsID, applicant: user?.rawValue, name: steps.first?.by ?? "")
  }
}

extension ReportDue {
  fileprivate func place(in grant: GrantCase) -> DueThing.Place {
    .report(grant.id.rawValue, period: isFinal ? "slut" : last.text)
  }
}
