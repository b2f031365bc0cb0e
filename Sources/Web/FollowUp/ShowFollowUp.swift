import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Statements
import Store

/// Projektuppföljningen: the living note of insatser over any period of a year. A performer sees the own insatser alone.
enum ShowFollowUp {
  static func show(_ asked: Asked, _ number: Int) async throws -> Answer {
    guard let request = try ListRequest(asked, number, Addresses.followUp) else {
      return try ListRequest.noYear(asked, title: "Projektuppföljning", section: .followUp)
    }
    let (store, year, filter) = (asked.store, request.year, request.filter)
    let own: Set<String>? = asked.user.role == .performer ? Set(asked.user.insatser) : nil
    let (followUp, path) = try await LongWork.run {
      (
        try FollowUps.followUp(of: store, year: year, from: filter.from, through: filter.through),
        try FollowUps.path(of: store, year: year, insatser: own)
      )
    }
    let association = try store.association()
    let page = FollowUpPage(
      request: request, association: association, followUp: followUp, own: own, path: path,
      said: try store.frameLedger(
        ofYear: number, costs: try ReportMaking.mapping(of: association).insatsCosts
      ).saidOver)
    if request.wantsCSV { return request.csv("projektuppfoljning", page.csv()) }
    return request.answer("Projektuppföljning \(number)", section: .followUp, main: page.html())
  }
}
