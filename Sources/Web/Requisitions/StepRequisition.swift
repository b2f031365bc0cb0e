import Association
import Desk
import HTTPTypes
import Ledger
import Store

/// The steps of a requisition after it has been asked for: each is one click, and each is refused where it does not follow.
enum StepRequisition {
  static func attest(_ asked: Asked, _ id: Int64) throws -> Answer {
    // Without an order the office attests; with one it says who does, and the book holds to it.
    let mayAttest = try AttestRight.order(asked) != nil || Access.bookkeepers.admits(asked.user)
    let faults =
      mayAttest
      ? []
      : [
        FieldFault(
          field: "",
          message: "Utan attestordning attesterar kansliet. Be förbundschefen föra in styrelsens attestordning.")
      ]
    return try step(asked, id, faults: faults) { writing, _ in
      try writing.attest(ID(rawValue: id), as: asked.user.id)
      return "Rekvisition \(id) är attesterad. Nu kan den bokföras."
    }
  }

  static func sendBack(_ asked: Asked, _ id: Int64) throws -> Answer {
    var reading = FormReading(asked.form)
    let question = reading.text("fraga", "Frågan", isRequired: true, isLong: true, byteCountMax: 2000)
    return try step(asked, id, faults: reading.faults) { writing, _ in
      try writing.sendBack(ID(rawValue: id), asking: question)
      return "Frågan är skickad till utföraren."
    }
  }

  static func withdraw(_ asked: Asked, _ id: Int64) throws -> Answer {
    var reading = FormReading(asked.form)
    let reason = reading.text("aterkallelse", "Skälet", isRequired: true, byteCountMax: 1000)
    return try step(asked, id, faults: reading.faults) { writing, _ in
      try writing.withdraw(ID(rawValue: id), because: reason)
      return "Rekvisition \(id) är återtagen. Den finns kvar, och drar inget av ramen."
    }
  }

  static func book(_ asked: Asked, _ id: Int64) throws -> Answer {
    var reading = FormReading(asked.form)
    let reason = reading.text("overskridande", "Skälet", isLong: true, byteCountMax: 1000)
    let day = try day(&reading, "bokforingsdag", asked)
    return try step(asked, id, faults: reading.faults) { writing, ground in
      guard let present = try asked.store.requisition(ID(rawValue: id)) else { throw RequisitionRefusal.unknown }
      let day = try day ?? ground.bookingDay(of: present.requisition)
      let posted = try writing.book(ID(rawValue: id), ground.booking(on: day, overReason: reason))
      return "Rekvisition \(id) är bokförd som \(posted.number.text) den \(day.text). Nu kan den betalas."
    }
  }

  static func pay(_ asked: Asked, _ id: Int64) throws -> Answer {
    var reading = FormReading(asked.form)
    let day = try day(&reading, "betalningsdag", asked)
    return try step(asked, id, faults: reading.faults) { writing, ground in
      let day = try day ?? ground.paymentDay()
      let posted = try writing.pay(ID(rawValue: id), on: day, series: ground.series, as: asked.user.id)
      return "Rekvisition \(id) är betald, \(posted.number.text) den \(day.text)."
    }
  }

  /// The day that is said; nil where none is.
  private static func day(_ reading: inout FormReading, _ field: String, _ asked: Asked) throws -> CalendarDate? {
    guard !asked.form.choice(field).strippedOfBlanks.isEmpty else { return nil }
    return reading.date(field, "Dagen", year: asked.today.year)
  }

  /// Takes the step in one transaction, and shows the requisition again with what was refused.
  private static func step(
    _ asked: Asked, _ id: Int64, faults: [FieldFault] = [],
    _ body: (Store.Writing, RequisitionGround) throws -> String
  ) throws -> Answer {
    let ground = try RequisitionGround(asked)
    guard let present = try asked.store.requisition(ID(rawValue: id)) else { return .notFound }
    guard ground.maySee(present.requisition.insatsID) else { return .forbidden }
    guard faults.isEmpty else { return try again(asked, present, faults) }
    let notice: String
    do {
      notice = try asked.store.together(by: asked.actor, at: asked.now) { try body($0, ground) }
    } catch let refusal as RequisitionRefusal {
      return try again(asked, present, [fault(refusal)])
    } catch let refusal as OrderRefusal {
      return try again(asked, present, [FieldFault(field: "", message: Words.sentence(refusal))])
    } catch let refusal as Store.Refusal where Words.failure(for: refusal)?.kind == .input {
      return try again(asked, present, [FieldFault(field: "", message: Words.sentence(refusal))])
    }
    let back = asked.form.has("lista") ? Addresses.requisitions.path() : Addresses.requisition.path(id)
    return .see(back, notice: notice)
  }

  private static func again(_ asked: Asked, _ present: RequisitionCase, _ faults: [FieldFault]) throws -> Answer {
    .page(try ShowRequisition.page(asked, present, faults: faults), status: .unprocessableContent)
  }

  private static func fault(_ refusal: RequisitionRefusal) -> FieldFault {
    if case .frameExceeded = refusal { return FieldFault(field: "overskridande", message: Words.sentence(refusal)) }
    return FieldFault(field: "", message: Words.sentence(refusal))
  }
}
