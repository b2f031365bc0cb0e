public import Association
import Ledger

/// Deliveries that hold together, made of a seed.
public struct DeliveryMaker {
  /// The numbers that decide.
  public var numbers: SeededGenerator

  /// Deliveries of that seed.
  public init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  private mutating func count(_ most: Int = 30) -> Int { Int.random(in: 0...most, using: &numbers) }
  private mutating func chance() -> Bool { Bool.random(using: &numbers) }

  private mutating func tally(within most: Tally? = nil) -> Tally {
    Tally(women: count(most?.women ?? 30), men: count(most?.men ?? 30), notStated: count(most?.notStated ?? 3))
  }

  private static let texts = ["Övrigt", "15–29 år", "a;b", "=1+1", "-18", "”citat”", "\"q\"", "Åmål, väster", "'-x"]

  /// A delivery in which everything agrees.
  public mutating func delivery(insatsID: String = "SIRI", year: Int = 2022) -> CountDelivery {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { preconditionFailure("Every year has a first and a last day.") }
    let (carried, new) = (tally(), tally())
    let finished = tally(within: carried + new)
    var delivery = CountDelivery(
      insatsID: insatsID, period: first...last,
      flow: Flow(carried: carried, new: new, finished: finished, ongoing: carried + new - finished))
    for ground in CountGround.allCases where chance() {
      let whole = ground.whole == .new ? new : finished
      var left = whole
      if chance() {
        let outside = tally(within: left)
        left = left - outside
        delivery.coverage.append(
          CountDelivery.Coverage(ground: ground, tally: outside, reason: "Samtycket kom för sent"))
      }
      var rows: [CountDelivery.Row] = []
      let ids = ground == .exitReason ? ExitReason.allCases.map(\.rawValue) : DeliveryMaker.texts
      for id in ids.prefix(1 + count(4)) {
        let part = tally(within: left)
        left = left - part
        rows.append(CountDelivery.Row(id: id, title: "\(id) titel", tally: part))
      }
      rows.append(CountDelivery.Row(id: ground == .exitReason ? "flyttat" : "resten", title: "Resten", tally: left))
      delivery.grounds[ground] = rows
    }
    if chance() { delivery.adviceCalls = count() }
    if chance() { delivery.volume = tally() }
    if chance() { delivery.alsoElsewhere = tally(within: carried + new) }
    if chance() {
      let asked = tally()
      delivery.screening = CountDelivery.Screening(asked: asked, answered: tally(within: asked))
    }
    if chance() {
      delivery.coverage.append(CountDelivery.Coverage(tally: tally(), reason: "Skyddade uppgifter; räknas inte"))
    }
    if chance() { delivery.remark = "En rad om ”det här”; och en till." }
    return delivery
  }
}
