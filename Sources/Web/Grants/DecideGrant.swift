import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// The board's decision to grant, with its frames; or one that changes an earlier decision.
enum DecideGrant {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard case .view(let view) = try GrantView.find(asked, id) else { return .notFound }
    let before = view.grant.state.granted?.standing.amounts ?? view.grant.state.application?.amounts ?? []
    return page(view, AmountRows(before), faults: [])
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard case .view(let view) = try GrantView.find(asked, id) else { return .notFound }
    let rows = AmountRows(typed: asked.form)
    if asked.form.has(AmountRows.Name.more) { return page(view, rows, faults: [], status: .ok) }
    var reading = FormReading(asked.form)
    let day = reading.date("dag", "Sammanträdesdagen", year: asked.today.year)
    let point = asked.form.choice("delegation")
    let typed = reading.text("paragraf", "Paragrafen", isRequired: point.isEmpty, byteCountMax: 60)
    if !point.isEmpty, !typed.isEmpty {
      reading.add("Både styrelsens paragraf och en delegationspunkt är angivna. Behåll den ena.", at: "paragraf")
    }
    let paragraph = point.isEmpty ? typed : DelegationOrder.citation(of: point)
    let words = reading.text("ord", "Villkoren", isLong: true, byteCountMax: ApplicationForm.textBytesMax)
    let amounts = AmountRows.read(&reading, asked.form, members: view.association.members)
    if point.isEmpty {
      try DecisionChoice.check(&reading, asked, day, paragraph, at: "paragraf")
    } else if let day, day > asked.today {
      reading.add("Beslutsdagen \(day.text) har inte varit än. Skriv dagen då beslutet togs.", at: "dag")
    }
    let present = view.grant.state.granted?.standing
    if amounts.isEmpty, present == nil, !reading.hasFaults {
      reading.add("Beslutet har inget belopp. Skriv minst ett, eller för in ett avslag.", at: "belopp-1")
    }
    var registered: (insats: Insats, origin: InsatsOrigin?)?
    var insatsID = present?.insatsID ?? asked.form.choice("insats")
    if present == nil, insatsID.isEmpty {
      registered = NewInsats.read(&reading, asked.form, view.association, of: view.grant.state.application, amounts)
      insatsID = registered?.insats.id ?? ""
    } else if present == nil, !view.association.insatser.contains(where: { $0.id == insatsID }) {
      reading.add("Insatsen finns inte i registret. Välj en i listan, eller en ny.", at: "insats")
    }
    guard let day, !reading.hasFaults else { return page(view, rows, faults: reading.faults) }
    let decision = GrantDecision(day: day, paragraph: paragraph, insatsID: insatsID, amounts: amounts, words: words)
    do {
      try asked.store.together(by: asked.actor, at: asked.now) { writing in
        if let registered {
          var association = try writing.association()
          association.insatser.append(registered.insats)
          if let origin = registered.origin { association.insatsOrigins.append(origin) }
          try writing.record(association)
        }
        try writing.take(.granted(decision), in: view.grant.id)
        if !point.isEmpty { try report(decision, by: point, view, writing) }
        try openToApplicant(view, insatsID, writing)
      }
      asked.office.sessions.forget()
    } catch let refusal as Grant.Refusal {
      return page(view, rows, faults: [FieldFault(field: "", message: Words.sentence(refusal))])
    } catch let refusal as OrderRefusal {
      return page(view, rows, faults: [FieldFault(field: "paragraf", message: Words.sentence(refusal))])
    }
    return .see(view.path, notice: "Beslutet \(day.text) \(paragraph) är infört, och ramarna gäller.")
  }

  /// A performer who applied here sees the insats from now on.
  private static func openToApplicant(_ view: GrantView, _ insatsID: String, _ writing: Store.Writing) throws {
    guard let id = view.grant.user, let user = try view.asked.office.store.users().first(where: { $0.id == id }),
      user.role == .performer, !user.insatser.contains(insatsID), !view.asked.visitor.isPractising
    else { return }
    try writing.record(
      user: id, name: user.name, mail: user.mail, role: user.role, insatser: user.insatser + [insatsID],
      isActive: user.isActive)
  }

  /// What is decided by delegation waits for the board's next meeting to be told of it (lag 2003:1210 10 §).
  private static func report(
    _ decision: GrantDecision, by number: String, _ view: GrantView, _ writing: Store.Writing
  ) throws {
    let order = try view.asked.store.delegationOrders().inForce(on: decision.day)
    guard let order, let point = order.content.points.first(where: { $0.number == number }) else { return }
    try writing.record(
      DelegatedDecision(
        day: decision.day, by: point.delegate, ground: "Delegationsordningen version \(order.version), punkt \(number)",
        words: "Beviljade \(view.name) \(Numerals.ore(decision.amounts.map(\.amount).sum()))."))
  }

  private static func page(
    _ view: GrantView, _ rows: AmountRows, faults: [FieldFault], status: HTTPResponse.Status? = nil
  ) -> Answer {
    let asked = view.asked
    let isChange = view.grant.state.granted != nil
    // What cannot be read of the orders is said on their own page.
    let points = ((try? asked.store.delegationOrders()) ?? []).inForce(on: asked.today)?.content.points ?? []
    let fields =
      [
        FormPart.field(
          FormPart.Field(
            name: "dag", label: "Sammanträdesdag", value: asked.form.choice("dag"), hint: "2025-11-19",
            others: [DecisionChoice.days]), faults: faults),
        FormPart.field(
          FormPart.Field(
            name: "paragraf", label: "Paragraf", value: asked.form.choice("paragraf"), hint: "§ 45",
            others: [DecisionChoice.paragraphs]), faults: faults), DecisionChoice.lists(asked),
        points.isEmpty
          ? .empty
          : FormPart.select(
            "delegation", "Eller beslutat enligt delegationsordningen",
            options: [(value: "", words: "Nej, av styrelsen")]
              + points.map { (value: $0.number, words: DelegationOrderPage.words($0)) },
            chosen: asked.form.choice("delegation"),
            hint: "Summan av ramarna ska rymmas i punktens belopp. Beslutet anmäls till nästa sammanträde.",
            faults: faults),
      ] + (isChange ? [] : NewInsats.fields(view, faults)) + [
        rows.html(
          isChange ? "Ramar som gäller efter beslutet" : "Beviljade ramar", members: view.association.members,
          faults: faults),
        FormPart.area(
          "ord", isChange ? "Varför ändras det?" : "Villkor", value: asked.form.choice("ord"), rows: 3, faults: faults),
        FormPart.button("För in beslutet"),
      ]
    return .page(
      Page(
        title: isChange ? "Ändra beslutet om \(view.name)" : "Styrelsens beslut om \(view.name)",
        section: .applications, trail: view.trail,
        main: .joined([
          FormPart.summary(of: faults),
          tag(
            "p", [.class("lead")],
            .text(
              isChange
                ? "Skriv alla ramar som ska gälla efter beslutet, också dem som är som förut. Det tidigare beslutet finns "
                  + "kvar och pekas ut av det nya."
                : "Ramarna gäller för årsredovisningens not, för prognosen och för utföraren så snart beslutet är infört."
            )),
          FormPart.form(
            to: Addresses.grantDecision.path(view.grant.id.rawValue), asked.visitor, each: fields),
        ])), status: status ?? (faults.isEmpty ? .ok : .unprocessableContent))
  }
}

/// An insats that a decision puts in the register.
enum NewInsats {
  /// The new insats, and what it goes on from.
  static func read(
    _ reading: inout FormReading, _ form: Form, _ association: Association, of application: GrantApplication?,
    _ amounts: [GrantAmount]
  ) -> (insats: Insats, origin: InsatsOrigin?)? {
    guard let application else {
      reading.add("Insatsen är inte vald. Välj en i listan.", at: "insats")
      return nil
    }
    let id = id(&reading, association)
    let started = form.choice("start").strippedOfBlanks.isEmpty ? nil : reading.date("start", "Startdagen")
    let ended = form.choice("slut").strippedOfBlanks.isEmpty ? nil : reading.date("slut", "Slutdagen")
    let years = amounts.map(\.year)
    let first = started ?? years.min().flatMap { CalendarDate(year: $0, month: 1, day: 1) }
    let last = ended ?? years.max().flatMap { CalendarDate(year: $0, month: 12, day: 31) }
    guard !reading.hasFaults else { return nil }
    let insats = Insats(
      id: id, name: application.name, kind: application.kind, ownerID: application.ownerID,
      purpose: application.purpose, targetGroup: application.targetGroup, started: first, ended: last)
    let former = association.insatser.first { $0.id == application.continuesID }
    return (
      insats,
      former.map { InsatsOrigin(insatsID: id, formerID: $0.id, formerName: $0.name, since: first) }
    )
  }

  /// Reads a short name that no insats has: what stands on vouchers, so letters, digits and a few signs.
  static func id(_ reading: inout FormReading, _ association: Association) -> String {
    let id = reading.text("beteckning", "Beteckningen", isRequired: true, byteCountMax: 20)
    if association.insatser.contains(where: { $0.id == id }) {
      reading.add("\(id) är redan en insats. Välj en annan beteckning.", at: "beteckning")
    }
    let isPlain = id.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0)
    }
    if !isPlain {
      reading.add("Beteckningen är ”\(id)”. Använd bokstäver, siffror och bindestreck.", at: "beteckning")
    }
    return id
  }

  static func fields(_ view: GrantView, _ faults: [FieldFault]) -> [HTML] {
    let form = view.asked.form
    return [
      FormPart.select(
        "insats", "Insats i registret",
        options: [("", "Ny: \(view.name)")] + view.association.insatser.map { ($0.id, $0.name) },
        chosen: form.choice("insats"), hint: "Välj en som finns, om beslutet gäller fler år av samma insats.",
        faults: faults),
      FormPart.field(
        FormPart.Field(
          name: "beteckning", label: "Beteckning",
          value: form.has("beteckning") ? form.choice("beteckning") : suggestion(view.name, view.association),
          hint: "Kort namn för en ny insats, som verifikationer märks med."), faults: faults),
      FormPart.field(
        FormPart.Field(
          name: "start", label: "Första dag", value: form.choice("start"),
          hint: "Tom: första dagen i ramarnas första år."), faults: faults),
      FormPart.field(
        FormPart.Field(
          name: "slut", label: "Sista dag", value: form.choice("slut"), hint: "Tom: sista dagen i ramarnas sista år."),
        faults: faults),
    ]
  }

  /// The first word of the name in capitals, with a number where it is taken.
  static func suggestion(_ name: String, _ association: Association) -> String {
    let word = name.split { !$0.isLetter && !$0.isNumber }.first.map { String($0.prefix(10)).uppercased() } ?? "INSATS"
    let taken = Set(association.insatser.map(\.id))
    return ([word] + (2...99).map { "\(word)\($0)" }).first { !taken.contains($0) } ?? word
  }
}
