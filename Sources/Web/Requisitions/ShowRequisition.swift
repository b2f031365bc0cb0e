import Association
import Desk
import Ledger
import Press
import Report
import Store

/// One requisition: what it says, where it is, every step, and what can be done with it now.
enum ShowRequisition {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let present = try asked.store.requisition(ID(rawValue: id)) else { return .notFound }
    guard try RequisitionGround(asked).maySee(present.requisition.insatsID) else { return .forbidden }
    return .page(try page(asked, present))
  }

  static func page(_ asked: Asked, _ present: RequisitionCase, faults: [FieldFault] = []) throws -> Page {
    let ground = try RequisitionGround(asked)
    let asking = present.requisition
    return RequisitionPage(
      ground: ground, present: present,
      standing: try ground.ledger(asking.year).standing(asking.insatsID, asking.receiverID),
      bookingDay: try ground.bookingDay(of: asking), paymentDay: try ground.paymentDay(),
      documents: try asked.store.documents(named: asking.said.documents),
      right: try AttestRight(asked, of: asking, ground.association), faults: faults
    ).page
  }

  /// A document of a requisition, for whoever may see the requisition.
  static func document(_ asked: Asked, _ place: Pair<Int64, String>) async throws -> Answer {
    guard let present = try asked.store.requisition(ID(rawValue: place.first)),
      present.versions.contains(where: { $0.said.documents.contains(place.second) })
    else { return .notFound }
    guard try RequisitionGround(asked).maySee(present.requisition.insatsID) else { return .forbidden }
    return try await ShowDocument.show(asked, place.second)
  }
}

/// The page of a requisition.
private struct RequisitionPage {
  let ground: RequisitionGround
  let present: RequisitionCase
  let standing: FrameStanding
  let bookingDay: CalendarDate
  let paymentDay: CalendarDate
  let documents: [VoucherDocument]
  let right: AttestRight
  let faults: [FieldFault]

  private var asked: Asked { ground.asked }
  private var asking: Requisition { present.requisition }
  private var id: Int64 { present.id.rawValue }
  private var isKeeper: Bool { Access.bookkeepers.admits(asked.user) }
  private var opensVouchers: Bool { Access.readers.admits(asked.user) }

  var page: Page {
    Page(
      title: "Rekvisition \(id)", section: .requisitions,
      trail: [Page.Link("Rekvisitioner", Addresses.requisitions.path())],
      print: Page.PrintHead(period: RequisitionPart.period(asking)),
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")], .text("\(ground.title(asking.insatsID, asking.receiverID)) "),
          RequisitionPart.badge(present.state.place), RequisitionPart.marks(asking)),
        facts(), acts(), costs(), papers(), steps(),
      ]))
  }

  private func facts() -> HTML {
    let object = ListLink.object(asking.year, ObjectReference(dimension: .insats, object: asking.insatsID))
    func opened(_ amount: Money, _ path: String) -> HTML {
      tag("a", [.class("amount"), .href(.path(path))], .text(Numerals.ore(amount)))
    }
    var pairs: [(String, HTML)] = [
      ("Belopp", .text(Numerals.ore(asking.amount))), ("Period", .text(RequisitionPart.period(asking))),
      ("Ram \(asking.year)", standing.granted.map { opened($0, object) } ?? .text("ingen ram")),
      ("Använt", opened(standing.used, object)),
      ("Kvar att begära", opened(standing.left, Addresses.followUp.path(asking.year))),
    ]
    if asking.said.vat > .zero { pairs.append(("Moms i beloppet", .text(Numerals.ore(asking.said.vat)))) }
    if asking.over > .zero {
      pairs.append(("Över ramen", .text(Numerals.ore(asking.over))))
      pairs.append(("Varför", .text(asking.overReason)))
    }
    if !asking.said.note.isEmpty { pairs.append(("Meddelande", .text(asking.said.note))) }
    return tag("dl", [.class("facts")], each: pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
  }

  private func costs() -> HTML {
    let rows = asking.said.costs.rows.map { row in
      tag(
        "tr", tag("th", [.scope(.row)], .text(row.kind.title)),
        MoneyPart.amount("Belopp", row.amount))
    }
    return tag("h2", .text("Kostnader"))
      + tag(
        "table", [.class("list cards-on-phone")],
        tag("caption", [.class("unseen")], .text("Vad pengarna har gått till")),
        MoneyPart.head([("Kostnad", false), ("Belopp", true)]), tag("tbody", each: rows),
        tag(
          "tfoot",
          tag(
            "tr", tag("th", [.scope(.row)], .text("Summa")),
            MoneyPart.amount("Belopp", asking.said.costs.total))))
  }

  private func papers() -> HTML {
    guard !documents.isEmpty else { return .empty }
    return tag("h2", .text("Underlag"))
      + tag(
        "ul",
        each: documents.map { document in
          tag(
            "li",
            tag(
              "a", [.href(.path(Addresses.requisitionDocument.path(Pair(id, document.sha256))))],
              .text(document.fileName)),
            .text(" "), tag("span", [.class("quiet")], .text(FileSize.words(document.byteCount))))
        })
  }

  private func steps() -> HTML {
    let items = present.steps.map { step in
      tag(
        "li", .text("\(SwedishTime.text(step.mark.at)): \(Words.words(step.place)) av \(step.mark.by.name)"),
        step.place == .requested && step.version > 1 ? .text(", version \(step.version)") : .empty,
        step.voucher.map { .text(", ") + RequisitionPart.voucher($0, opens: opensVouchers) } ?? .empty,
        step.isReversed ? .text(" ") + tag("span", [.class("badge warn")], .text("rättad")) : .empty,
        step.text.isEmpty ? .empty : .text(". \(step.text)"))
    }
    return tag("h2", .text("Vad som har hänt")) + tag("ol", each: items)
  }

  // What can be done now.

  private func acts() -> HTML {
    switch present.state {
    case .requested(let requested):
      let isOwn = requested.marks.contains { $0.by == asked.actor }
      return .joined([
        right.html, (right.isNamed ?? isKeeper) && !isOwn ? act(Addresses.requisitionAttest, "Attestera") : .empty,
        isKeeper && isOwn
          ? tag("p", [.class("quiet")], .text("Du har begärt pengarna, så någon annan attesterar.")) : .empty,
        isKeeper ? question() : .empty, withdrawal(),
      ])
    case .returned(let returned):
      return .joined([
        tag("p", [.class("warning")], .text("\(returned.mark.by.name) frågar: \(returned.question)")),
        Access.forecasters.admits(asked.user)
          ? tag(
            "p",
            tag(
              "a", [.class("button primary"), .href(.path(Addresses.requisitionVersion.path(id)))],
              .text("Svara och begär igen"))) : .empty,
        withdrawal(),
      ])
    case .attested: return .joined([isKeeper ? booking() : .empty, isKeeper ? question() : .empty, withdrawal()])
    case .booked: return isKeeper ? act(Addresses.requisitionPayment, "Betala", [payDay()]) : .empty
    case .paid, .withdrawn: return .empty
    }
  }

  private func act(_ address: Address<Int64>, _ words: String, _ fields: [HTML] = []) -> HTML {
    FormPart.form(to: address.path(id), asked.visitor, each: fields + [FormPart.button(words)])
  }

  private func booking() -> HTML {
    let typed = asked.form.choice("overskridande")
    let isOver = faults.contains { $0.field == "overskridande" }
    return act(
      Addresses.requisitionBooking, "Bokför",
      [
        FormPart.field(
          FormPart.Field(
            name: "bokforingsdag", label: "Dag", value: bookingDay.text,
            hint: bookingDay.year == asking.year ? "" : "Löser upp det som är upplupet för \(asking.year)."),
          faults: faults),
        isOver
          ? FormPart.area("overskridande", "Varför ramen överskrids", value: typed, rows: 2, faults: faults) : .empty,
      ])
  }

  private func payDay() -> HTML {
    FormPart.field(
      FormPart.Field(name: "betalningsdag", label: "Dag", value: paymentDay.text), faults: faults)
  }

  private func question() -> HTML {
    tag(
      "details", faults.contains { $0.field == "fraga" } ? [.other("open", "")] : [],
      tag("summary", .text("Skicka tillbaka med en fråga")),
      act(
        Addresses.requisitionQuestion, "Skicka frågan",
        [FormPart.area("fraga", "Fråga", value: asked.form.choice("fraga"), rows: 3, faults: faults)]))
  }

  private func withdrawal() -> HTML {
    guard Access.forecasters.admits(asked.user) else { return .empty }
    return tag(
      "details", faults.contains { $0.field == "aterkallelse" } ? [.other("open", "")] : [],
      tag("summary", .text("Ta tillbaka rekvisitionen")),
      act(
        Addresses.requisitionWithdrawal, "Ta tillbaka",
        [
          FormPart.field(
            FormPart.Field(name: "aterkallelse", label: "Varför", value: asked.form.choice("aterkallelse")),
            faults: faults)
        ]))
  }
}
