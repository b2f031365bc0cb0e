import Desk
import Foundation
import Review
import Store

/// What a reviewed report can give a book as history: shown, or taken.
struct HistoryOfReport {
  let path: String
  let book: String
  let take: String?
  let by: String?

  func run(_ world: World) throws {
    let review: Review
    do { review = Review(of: try ReportText.read(path: path)) } catch let obstacle {
      throw Failure(.input, "\(path): \(obstacle.sentence)")
    }
    let store = try Store(opening: book)
    let proposals = HistoryTaking.proposals(of: review, for: try store.association())
    guard let take else {
      for line in HistoryOfReport.lines(proposals) { world.say(line) }
      return
    }
    let chosen = try chosen(take, proposals)
    let name = URL(fileURLWithPath: path).lastPathComponent
    try store.together(by: world.actor(by), at: world.now()) { writing in
      for step in HistoryTaking.steps(chosen, of: proposals, into: try writing.association()) {
        try writing.record(step.association, readIn: HistoryTaking.source(name, page: step.page))
      }
    }
    world.say("\(chosen.count == 1 ? "1 uppgift" : "\(chosen.count) uppgifter") är intagna i \(book).")
  }

  private func chosen(_ take: String, _ proposals: [HistoryProposal]) throws -> Set<String> {
    if take == "allt" { return Set(proposals.filter { $0.standing == nil }.map(\.id)) }
    let names = Set(take.split(separator: ",").map { String($0) })
    for name in names.sorted() where !proposals.contains(where: { $0.id == name }) {
      throw Failure(.use, "Rapporten ger inget som heter \(name). Kör utan --take, så visas namnen.")
    }
    if let missing = HistoryTaking.missing(names, of: proposals).first {
      throw Failure(.use, "\(missing.title) behövs för något som är valt. Lägg till \(missing.id).")
    }
    return names
  }

  private static func lines(_ proposals: [HistoryProposal]) -> [String] {
    guard !proposals.isEmpty else { return ["Inget i rapporten kunde läsas säkert nog för att tas in."] }
    return proposals.flatMap { proposal -> [String] in
      let state = proposal.isKnown ? " – står redan så" : proposal.collides ? " – boken har annat" : ""
      let places = proposal.readings.map { "sida \($0.page), rad \($0.line): \($0.words)" }
      return ["\(proposal.id): \(proposal.title)\(state)", "    rapporten: \(proposal.words)"]
        + (proposal.collides ? ["    boken: \(proposal.standing ?? "")"] : [])
        + places.map { "    läst: \($0)" } + ["    säkerhet: \(proposal.confidence) %"]
    }
  }
}
