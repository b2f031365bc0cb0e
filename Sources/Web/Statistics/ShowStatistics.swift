import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report

/// The year's statistics, of all insatser or one, by every ground or one.
enum ShowStatistics {
  enum Name {
    static let insats = "insats"
    static let subject = "grund"
  }

  static func show(_ asked: Asked, _ year: Int) async throws -> Answer {
    let store = asked.store
    let years = try StatisticsMaking.years(of: store)
    // A year that nothing is counted of yet says so: other pages of it lead here.
    guard years.contains(year) || ListGoals.isShown(year) else { return .notFound }
    guard
      let (statistics, places) = try await LongWork.run({
        try StatisticsMaking.statistics(of: store, year: year).map { ($0, FigurePlaces($0.document)) }
      })
    else { return .notFound }
    let insats = asked.query.choice(Name.insats)
    guard insats.isEmpty || statistics.insatser.contains(where: { $0.id == insats }) else { return .notFound }
    let subject = Statistics.Subject.all.first { $0.id == asked.query.choice(Name.subject) }
    return .page(
      StatisticsPage(
        asked: asked, statistics: statistics, places: places, years: years, insatsID: insats, subject: subject
      ).page())
  }

  /// The appendix as it is printed, every figure opening to what it comes from.
  static func appendix(_ asked: Asked, _ year: Int) async throws -> Answer {
    let store = asked.store
    guard try StatisticsMaking.years(of: store).contains(year) else { return .notFound }
    let links = OfficeLinks(
      report: Addresses.statistics.path(year),
      voucher: { Addresses.voucher.path(VoucherPlace(year: year, number: $0)) },
      document: { Addresses.document.path($0) },
      account: { Addresses.ledger.path(year, query: [("konto", $0.text)]) })
    let bytes = try await LongWork.run {
      try StatisticsMaking.statistics(of: store, year: year).map { HTMLPress.page($0.document, links: links) }
    }
    return bytes.map { .document($0) } ?? .notFound
  }

  /// The statistics as a file: PDF, web page, data, or for a spreadsheet. What leaves is in the register first.
  static func file(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    let (store, press, actor, now, year) = (asked.store, asked.office.press, asked.actor, asked.now, place.first)
    guard let kind = StatisticsMaking.FileKind(rawValue: place.second),
      try StatisticsMaking.years(of: store).contains(year)
    else { return .notFound }
    do {
      let bytes = try await LongWork.run {
        try StatisticsMaking.released(of: store, year: year, by: actor, at: now).map {
          try StatisticsMaking.file(kind, of: $0, press: press)
        }
      }
      guard let bytes else { return .notFound }
      return .file(FileAnswer(bytes: bytes, name: "statistik-\(year).\(kind.rawValue)", mediaType: kind.mediaType))
    } catch let failure as PDFPress.Failure {
      if asked.isScript { return .piece(.text(failure.sentence), status: .unprocessableContent) }
      let main =
        tag("p", [.class("faults")], .text(failure.sentence))
        + tag("p", tag("a", [.href(.path(Addresses.statistics.path(year)))], .text("Tillbaka till statistiken")))
      return .page(
        Page(title: "PDF-filen kunde inte göras", section: .statistics, main: main), status: .unprocessableContent)
    }
  }
}

extension StatisticsMaking.FileKind {
  fileprivate var mediaType: String {
    switch self {
    case .html: "text/html; charset=utf-8"
    case .pdf: "application/pdf"
    case .json: "application/json"
    case .csv: "text/csv; charset=utf-8"
    }
  }
}
