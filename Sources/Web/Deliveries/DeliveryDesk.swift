import Association
import Desk
import Ledger
import Press
import Report
import Store

/// What all pages of deliveries stand on: the association, and who may see what.
struct DeliveryDesk {
  let asked: Asked
  let association: Association

  init(_ asked: Asked) throws {
    self.asked = asked
    association = try asked.store.association()
  }

  var isStaff: Bool { Access.bookkeepers.admits(asked.user) }
  private var isPerformer: Bool { asked.user.role == .performer }

  /// The insatser that the visitor may deliver for: a performer their own.
  var own: [Insats] { association.insatser.filter { maySee($0.id) } }

  func maySee(_ insatsID: String) -> Bool { !isPerformer || asked.user.insatser.contains(insatsID) }

  func insats(_ id: String) -> Insats? { own.first { $0.id == id } }

  func name(_ insatsID: String) -> String { association.insatser.first { $0.id == insatsID }?.name ?? insatsID }

  /// Which delivery new counts correct where nobody has said: the one of the same insats and days that stands.
  static func standing(_ cases: [DeliveryCase], like delivery: CountDelivery) -> Int64? {
    let same = cases.filter {
      $0.delivery.insatsID == delivery.insatsID && $0.delivery.period == delivery.period && $0.state.place != .replaced
    }
    return (same.first { $0.state.place != .accepted } ?? same.last)?.id
  }
}

/// Pieces that the pages of deliveries share.
enum DeliveryPart {
  static func badge(_ place: DeliveryPlace) -> HTML {
    let kind: StaticString =
      switch place {
      case .delivered: "badge warn"
      case .returned: "badge alarm"
      case .accepted: "badge good"
      case .replaced: "badge"
      }
    return tag("span", [.class(kind)], .text(Words.words(place)))
  }

  static func period(_ period: ClosedRange<CalendarDate>) -> String {
    "\(period.lowerBound.text)–\(period.upperBound.text)"
  }

  /// A table of tallies as they were delivered: working material, not what is published.
  static func table(_ caption: String, _ heading: String, _ rows: [(title: String, tally: Tally)], sum: Tally? = nil)
    -> HTML
  {
    let showsNotStated = rows.contains { $0.tally.notStated != 0 }
    var columns = [MoneyPart.Column(heading)]
    columns += [MoneyPart.Column("Kvinnor", isNumber: true), MoneyPart.Column("Män", isNumber: true)]
    if showsNotStated { columns.append(MoneyPart.Column("Ej angivet", isNumber: true)) }
    columns.append(MoneyPart.Column("Totalt", isNumber: true))
    func cells(_ title: String, _ tally: Tally) -> [HTML] {
      let counts = [tally.women, tally.men] + (showsNotStated ? [tally.notStated] : []) + [tally.total]
      return [.text(title)] + counts.map { .text(Numerals.whole(Int64($0))) }
    }
    return MoneyPart.table(
      caption, columns, rows: rows.map { cells($0.title, $0.tally) }, sums: sum.map { cells("Summa", $0) } ?? [])
  }

  /// That what is shown is not protected.
  static let working = tag(
    "p", [.class("hint")],
    .text(
      "Det här är arbetsmaterial: antalen visas som de lämnades, också små. I årsredovisning och statistik skyddas de.")
  )
}
