import Association
import Ledger
import Store
import Testing

@testable import Web

/// Something on each page of orders, internal control, departures and documents.
enum OrderSamples {
  static func fill(_ kit: OfficeKit) throws {
    let day = try #require(CalendarDate("2021-11-19"))
    let due = try #require(CalendarDate("2022-06-30"))
    let control = try Control(
      number: 1, risk: "Fel kontering", likelihood: 2, consequence: 3, measure: "Stickprov", frequency: "Varje kvartal",
      responsible: "ekonomen", due: due, year: 2022)
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      try writing.decide(
        try DelegationOrder([DelegationOrder.Point(number: "1", matter: "Bevilja förstudier", delegate: "Chefen")]),
        on: day, paragraph: "§ 7", validFrom: day)
      try writing.decide(try RetentionPlan([kind]), on: day, paragraph: "§ 8", validFrom: day)
      try writing.destroyed(
        kind.title, lastYear: 2010, words: "Pärm 1", decidedOn: due, paragraph: "§ 3", day: due, by: "chefen",
        method: "Dokumentförstörare")
      try writing.propose([control], for: 2022)
      try writing.decideControls(for: 2022, on: day, paragraph: "§ 9", lateReason: "")
      var association = try writing.association()
      association.deviations.append(
        Deviation(
          year: 2022, recommendation: "RKR R5", reason: "Hyran kostnadsförs.",
          decision: Decision(date: day, paragraph: "§ 10")))
      try writing.record(association)
    }
  }

  static let kind = RetentionPlan.Kind(
    title: "Fakturor", place: "Pärm", keeping: .years(7), ground: "LKBR 3:13", isAccounting: true)
}
