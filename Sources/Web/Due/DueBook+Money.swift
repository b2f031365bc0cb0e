import Association
import Ledger
import Report
import Store

extension DueBook {
  /// The requisitions that wait for a step of somebody's. Who asked for the money does not attest it.
  static func requisitions(_ book: DueBook) throws -> [DueThing] {
    try book.store.requisitions().compactMap { one in
      let since = one.steps.last?.mark.at.dayInSweden
      let id = one.id.rawValue
      let words = "rekvisition \(id) från \(book.name(ofInsats: one.requisition.insatsID))"
      func thing(_ verb: String, _ doer: DueThing.Doer = .office) -> DueThing {
        DueThing(
          .requisition, "\(verb) \(words)", detail: Numerals.ore(one.requisition.said.amount), since: since,
          doer: doer, place: .requisition(id))
      }
      switch one.state.place {
      case .requested: return thing("Attestera", .officeBut(one.steps.last?.mark.by.name ?? ""))
      case .attested: return thing("Bokför")
      case .booked: return thing("Betala")
      case .returned:
        return DueThing(
          .requisition, "Svara på frågan om rekvisition \(id)",
          detail: "Pengarna betalas inte ut förrän du har svarat", since: since,
          doer: .performer(insatsID: one.requisition.insatsID, applicant: nil, name: ""), place: .requisition(id),
          isAsked: true)
      case .paid, .withdrawn: return nil
      }
    }
  }

  /// The suppliers' invoices that are not paid, each with whoever has the next step.
  static func invoices(_ book: DueBook) throws -> [DueThing] {
    try book.store.receivedInvoices().compactMap { one in
      let words: String
      var doer = DueThing.Doer.office
      switch one.state {
      case .received: words = "Mottagningsattestera"
      case .acknowledged(let first):
        words = "Beslutsattestera"
        var others: Set = [first.user]
        if case .acknowledged(let concerned?) = first.deed { others.insert(concerned) }
        doer = .approvers(except: others)
      case .approved: words = "Bokför"
      case .booked: words = "Betala"
      case .paid, .refused: return nil
      }
      return DueThing(
        .invoice, "\(words) fakturan \(one.invoice.number) från \(one.invoice.supplier)",
        detail: Numerals.ore(one.invoice.payable), day: one.invoice.due,
        since: one.steps.last?.at.dayInSweden ?? one.at.dayInSweden, doer: doer, place: .invoice(one.id.rawValue))
    }
  }

  /// The members' invoices that should have been paid, year by year.
  static func contributions(_ book: DueBook) throws -> [DueThing] {
    let overdue = try book.store.unsettledInvoices().filter {
      if case .overdue = $0.state(on: book.today) { true } else { false }
    }
    let byYear = Dictionary(grouping: overdue, by: \.draft.year)
    return byYear.keys.sorted().map { year in
      let own = byYear[year] ?? []
      return DueThing(
        .contribution, "Medlemsbidrag \(year): \(own.count == 1 ? "1 faktura" : "\(own.count) fakturor") att få betalt",
        detail: "Tillsammans \(Numerals.ore(own.map(\.left).sum())) återstår att betala",
        day: own.map(\.draft.due).min(), place: .contributions(year))
    }
  }
}
