import Desk
import HTTPTypes
import Ledger
import Press
import Review
import Store

/// What came of a sending of reports: how far it has come, the table of many, the one report.
enum ShowReview {
  static func show(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let job = asked.office.reviews.find(id, of: asked.reviewOwner) else { return gone }
    // A small file takes less than a second: nobody needs to see how far it has come.
    for _ in 0..<30 where !job.hasEnded && !asked.isScript { try await Task.sleep(for: .milliseconds(50)) }
    guard job.hasEnded else {
      if asked.isScript { return .json(Array("{\"percent\":\(job.percent),\"done\":false}".utf8)) }
      return .page(progress(job))
    }
    if asked.isScript { return .json(Array("{\"percent\":100,\"done\":true}".utf8)) }
    if job.fileCount == 1 { return .see(Addresses.reviewedReport.path(Pair(id, 1)), notice: asked.notice) }
    let rows = table(job)
    switch asked.query.choice("form") {
    case "csv":
      return .file(
        FileAnswer(
          bytes: Array(ReviewPress.table(rows).utf8), name: "nyckeltal.csv", mediaType: "text/csv; charset=utf-8"))
    case "json":
      return .file(
        FileAnswer(
          bytes: ReviewPress.tableJSON(rows).line + [10], name: "nyckeltal.json", mediaType: "application/json"))
    default: return .page(ReviewedPage.many(job, asked.visitor))
    }
  }

  /// One report: its page, or all that was read as JSON.
  static func report(_ asked: Asked, _ place: Pair<Int64, Int64>) throws -> Answer {
    guard let job = asked.office.reviews.find(place.first, of: asked.reviewOwner), job.hasEnded else { return gone }
    guard let (file, across) = job.file(place.second) else { return .notFound }
    guard case .reviewed(let review, let against) = file.outcome else {
      return .page(ReviewedPage.unread(file, job, asked.visitor), status: .unprocessableContent)
    }
    if asked.query.choice("form") == "json" {
      return .file(
        FileAnswer(
          bytes: ReviewPress.json(review, source: file.name, acrossYears: across).line + [10], name: "granskning.json",
          mediaType: "application/json"))
    }
    return .page(
      ReviewedPage.one(
        file, review, across: across, against: against, place, job, isBookkeeper: Access.bookkeepers.admits(asked.user),
        asked.visitor))
  }

  static func remove(_ asked: Asked, _ id: Int64) -> Answer {
    asked.office.reviews.remove(id, of: asked.reviewOwner)
    return .see(Addresses.reviews.path(), notice: "Det lästa är kastat.")
  }

  static var gone: Answer {
    .see(
      Addresses.reviews.path(),
      notice: "Granskningen finns inte kvar: den är kastad, eller programmet har startats om. Välj filen igen.")
  }

  static func table(_ job: ReviewJob) -> [(source: String, review: Review, findingCount: Int)] {
    (1...max(job.files.count, 1)).compactMap { number in
      guard let (file, across) = job.file(Int64(number)), let review = file.review else { return nil }
      return (file.name, review, review.findings.count + across.count)
    }
  }

  private static func progress(_ job: ReviewJob) -> Page {
    let words =
      if job.isWaiting {
        "Andra rapporter läses just nu. Dina står på tur."
      } else if job.fileCount == 1 {
        "Rapporten läses. Är den bilder av sidor tar det några sekunder per sida."
      } else {
        "\(job.files.count) av \(job.fileCount) rapporter är granskade."
      }
    return Page(
      title: "Granskar", section: .reviews, trail: [ReviewedPage.trail], scripts: ["imports.js"], refreshSeconds: 5,
      main: tag(
        "div", [.other("data-import-progress", "")], tag("p", [.class("lead")], .text(words)),
        tag(
          "p", tag("label", [.other("for", "lage")], .text("Granskat hittills")),
          tag(
            "progress", [.id("lage"), .other("max", "100"), .other("value", "\(job.percent)")],
            .text("\(job.percent) %")),
          .raw(" "), tag("span", [.class("import-percent")], .text("\(job.percent)\u{A0}%"))),
        tag("p", [.class("unseen import-said"), .role("status")]),
        tag("p", [.class("hint")], .text("Sidan uppdateras av sig själv. Du kan lämna den under tiden."))))
  }
}
