import Ledger
import Testing

@testable import Association

@Suite struct InvoiceStateTests {
  private func step(_ deed: InvoiceStep.Deed, _ user: Int64) -> InvoiceStep {
    InvoiceStep(deed, user: user, by: "\(user)", at: Moment(secondsSince1970: 0))
  }

  private func state(_ steps: [InvoiceStep], canApprove: Set<Int64> = []) throws -> InvoiceState {
    var state = InvoiceState.received
    for step in steps { state = try state.after(step, canApprove: canApprove) }
    return state
  }

  private let voucher = ID<Voucher>(rawValue: 7)

  @Test func `an invoice goes by two attests to the voucher and the payment`() throws {
    let steps = [
      step(.acknowledged(concerns: nil), 1), step(.approved, 2), step(.booked(voucher), 1), step(.paid(voucher), 1),
    ]
    #expect(try state(steps).isDone)
    for count in 0..<4 { #expect(!(try state(Array(steps.prefix(count)))).isDone) }
  }

  @Test func `two attests are by two, and nobody attests own costs`() throws {
    let first = step(.acknowledged(concerns: 2), 1)
    #expect(throws: InvoiceRefusal.ownCost) { try self.state([self.step(.acknowledged(concerns: 1), 1)]) }
    #expect(throws: InvoiceRefusal.ownCost) { try self.state([first, self.step(.approved, 2)]) }
    #expect(throws: InvoiceRefusal.sameUser) { try self.state([first, self.step(.approved, 1)]) }
    _ = try state([first, step(.approved, 3)])
  }

  @Test func `the chair's word from outside is taken where nobody in the office can approve`() throws {
    let first = step(.acknowledged(concerns: nil), 1)
    let chair = step(.approvedByChair(note: "Pärm A"), 1)
    _ = try state([first, chair], canApprove: [1])
    #expect(throws: InvoiceRefusal.othersCanApprove) { try self.state([first, chair], canApprove: [1, 2]) }
    _ = try state([step(.acknowledged(concerns: 2), 1), chair], canApprove: [1, 2])
    #expect(throws: InvoiceRefusal.noteMissing) {
      try self.state([first, self.step(.approvedByChair(note: " "), 1)], canApprove: [1])
    }
  }

  @Test func `no step is taken that does not follow`() throws {
    let deeds: [InvoiceStep.Deed] = [
      .acknowledged(concerns: nil), .approved, .refused(reason: "Fel"), .booked(voucher), .paid(voucher),
    ]
    let ways: [[InvoiceStep]] = [
      [], [step(.acknowledged(concerns: nil), 1)], [step(.acknowledged(concerns: nil), 1), step(.approved, 2)],
      [step(.acknowledged(concerns: nil), 1), step(.approved, 2), step(.booked(voucher), 1)],
      [step(.refused(reason: "Fel"), 1)],
    ]
    let allowed: [Set<Int>] = [[0, 2], [1, 2], [2, 3], [4], []]
    for (way, fitting) in zip(ways, allowed) {
      for (index, deed) in deeds.enumerated() {
        let taken = (try? state(way + [step(deed, 3)])) != nil
        #expect(taken == fitting.contains(index), "\(way.count) \(deed)")
      }
    }
  }

  @Test func `the same invoice of the same supplier is known, and a party by its name`() throws {
    func invoice(_ number: String, _ supplier: String, _ id: String) throws -> SupplierInvoice {
      SupplierInvoice(
        kind: .invoice, number: number, supplier: supplier, supplierID: id,
        issued: try #require(CalendarDate("2025-01-01")), due: nil, withoutTax: .zero, tax: .zero)
    }
    #expect(try invoice("1", "A", "5").isSame(as: try invoice("1", "B", "5")))
    #expect(!(try invoice("1", "A", "5").isSame(as: try invoice("2", "A", "5"))))
    #expect(try invoice("1", "Hotellet", "").isSame(as: try invoice("1", "HOTELLET", "5")))
    let members = [Member(id: "K", name: "Karlskrona kommun", kind: .municipality)]
    #expect(try invoice("1", "Karlskrona kommun, Socialförvaltningen", "").member(among: members)?.id == "K")
    #expect(try invoice("1", "Ronneby kommun", "").member(among: members) == nil)
  }
}
