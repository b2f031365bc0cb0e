import Association
import HTTPTypes
import Ledger
import Press
import Store

/// One member: what it is, since when, and how it takes its invoices. A member is never removed; it leaves on a day.
enum EditMember {
  static func showNew(_ asked: Asked, _: Nothing) throws -> Answer {
    .page(try page(asked, nil, MemberForm(), faults: []))
  }

  static func show(_ asked: Asked, _ id: String) throws -> Answer {
    let association = try asked.store.association()
    guard let member = association.members.first(where: { $0.id == id }) else { return .notFound }
    return .page(try page(asked, member, MemberForm(member, association.billing(of: id)), faults: []))
  }

  static func saveNew(_ asked: Asked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    let id = reading.text("id", "Kortnamnet", isRequired: true, byteCountMax: 30)
    if !id.isEmpty, !id.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || $0 == 45 }) {
      reading.add("Kortnamnet är ”\(id)”. Skriv det med stora bokstäver A–Z, siffror och bindestreck.", at: "id")
    }
    if try asked.store.association().members.contains(where: { $0.id == id }) {
      reading.add("Det finns redan en medlem med kortnamnet \(id). Välj ett annat.", at: "id")
    }
    return try save(asked, reading, id: id, isNew: true)
  }

  static func save(_ asked: Asked, _ id: String) throws -> Answer {
    guard try asked.store.association().members.contains(where: { $0.id == id }) else { return .notFound }
    return try save(asked, FormReading(asked.form), id: id, isNew: false)
  }

  private static func save(_ asked: Asked, _ started: FormReading, id: String, isNew: Bool) throws -> Answer {
    var reading = started
    let read = MemberForm.read(&reading, asked.form, id: id)
    guard let read, !reading.hasFaults else {
      let member = try asked.store.association().members.first { $0.id == id }
      return .page(
        try page(asked, isNew ? nil : member, MemberForm(typed: asked.form), faults: reading.faults),
        status: .unprocessableContent)
    }
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      if let index = association.members.firstIndex(where: { $0.id == id }) {
        association.members[index] = read.member
      } else {
        association.members.append(read.member)
      }
      let usual = MemberBilling(memberID: id)
      if let index = association.memberBilling.firstIndex(where: { $0.memberID == id }) {
        association.memberBilling[index] = read.billing
      } else if read.billing != usual {
        association.memberBilling.append(read.billing)
      }
      try writing.record(association)
    }
    return .see(Addresses.member.path(id), notice: isNew ? "\(read.member.name) är tillagd." : "Sparat.")
  }

  private static func page(_ asked: Asked, _ member: Member?, _ form: MemberForm, faults: [FieldFault]) throws -> Page {
    let year = WorkingYear.of(asked)
    let mayWrite = Access.bookkeepers.admits(asked.user)
    var main = [FormPart.summary(of: faults)]
    if let member {
      let association = try asked.store.association()
      if let days = try MemberWords.year(year, asked) { main.append(MemberWords.turnover(association, in: days)) }
      main.append(facts(member, form, year: year, asked: asked))
    }
    if mayWrite {
      main.append(
        FormPart.form(
          to: member.map { Addresses.member.path($0.id) } ?? Addresses.newMember.path(), asked.visitor,
          each: form.fields(isNew: member == nil, faults: faults) + [FormPart.button("Spara")]))
    }
    return Page(
      title: member?.name ?? "Lägg till medlem", section: .members, trail: MemberWords.trail(year), main: .joined(main))
  }

  private static func facts(_ member: Member, _ form: MemberForm, year: Int, asked: Asked) -> HTML {
    let object = ListLink.object(year, ObjectReference(dimension: .party, object: member.id))
    let pairs: [(String, HTML)] = [
      ("Slag", .text(MemberWords.kind(member.kind))),
      ("Medlem från", .text(member.joined?.text ?? "inte angivet")),
      ("Lämnade", .text(member.left?.text ?? "är medlem")),
      ("Kortnamn", .text(member.id)),
      ("I bokföringen", tag("a", [.href(.path(object))], .text("Poster med part \(member.id) \(year)"))),
      ("Fakturor", .text(form.channel == MemberBilling.Channel.peppol.rawValue ? "E-faktura (Peppol) och PDF" : "PDF")),
    ]
    return tag("dl", [.class("facts")], each: pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
  }
}

/// What is said of a member, as it was typed.
struct MemberForm {
  var id = ""
  var name = ""
  var kind = Member.Kind.municipality.rawValue
  var joined = ""
  var left = ""
  var organisationNumber = ""
  var street = ""
  var postalCode = ""
  var city = ""
  var endpoint = ""
  var endpointScheme = "0007"
  var buyerReference = ""
  var channel = MemberBilling.Channel.peppol.rawValue

  init() {}

  init(_ member: Member, _ billing: MemberBilling) {
    id = member.id
    name = member.name
    kind = member.kind.rawValue
    joined = member.joined?.text ?? ""
    left = member.left?.text ?? ""
    organisationNumber = billing.organisationNumber
    street = billing.street
    postalCode = billing.postalCode
    city = billing.city
    endpoint = billing.endpoint
    endpointScheme = billing.endpointScheme
    buyerReference = billing.buyerReference
    channel = billing.channel.rawValue
  }

  init(typed form: Form) {
    id = form.choice("id")
    name = form.choice("namn")
    kind = form.choice("slag")
    joined = form.choice("fran")
    left = form.choice("till")
    organisationNumber = form.choice("orgnr")
    street = form.choice("gata")
    postalCode = form.choice("postnummer")
    city = form.choice("ort")
    endpoint = form.choice("eadress")
    endpointScheme = form.choice("register")
    buyerReference = form.choice("referens")
    channel = form.choice("satt")
  }

  static func read(
    _ reading: inout FormReading, _ form: Form, id: String
  ) -> (member: Member, billing: MemberBilling)? {
    let name = reading.text("namn", "Namnet", isRequired: true, byteCountMax: 200)
    let kind = Member.Kind(rawValue: form.choice("slag"))
    if kind == nil { reading.add("Slaget saknas. Välj ett i listan.", at: "slag") }
    func day(_ field: String, _ label: String) -> CalendarDate? {
      form.choice(field).strippedOfBlanks.isEmpty ? nil : reading.date(field, label)
    }
    let joined = day("fran", "Dagen då medlemmen kom med")
    let left = day("till", "Dagen då medlemmen lämnade")
    if let joined, let left, left < joined {
      reading.add(
        "Medlemmen lämnade \(left.text), före den dag då den kom med, \(joined.text). Rätta en av dagarna.", at: "till")
    }
    let number = reading.text("orgnr", "Organisationsnumret", byteCountMax: 20)
    if !number.isEmpty, !isOrganisationNumber(number) {
      reading.add(
        "Organisationsnumret är ”\(number)”. Det ska ha tio siffror, som 222000-2451, varav den sista är en kontrollsiffra.",
        at: "orgnr")
    }
    let billing = MemberBilling(
      memberID: id, organisationNumber: number, street: reading.text("gata", "Gatan eller boxen", byteCountMax: 100),
      postalCode: reading.text("postnummer", "Postnumret", byteCountMax: 10),
      city: reading.text("ort", "Orten", byteCountMax: 60),
      endpoint: reading.text("eadress", "Den elektroniska adressen", byteCountMax: 50),
      endpointScheme: form.choice("register") == "0088" ? "0088" : "0007",
      buyerReference: reading.text("referens", "Referensen", byteCountMax: 100),
      channel: MemberBilling.Channel(rawValue: form.choice("satt")) ?? .peppol)
    guard !reading.hasFaults, let kind else { return nil }
    return (Member(id: id, name: name, kind: kind, joined: joined, left: left), billing)
  }

  /// Ten digits with or without a hyphen, the last of them the check digit.
  static func isOrganisationNumber(_ text: String) -> Bool {
    let digits = text.utf8.filter { $0 != 45 && $0 != 32 }.map { Int($0) - 48 }
    return digits.count == 10 && digits.allSatisfy { (0...9).contains($0) } && CheckDigit.isRight(digits)
  }

  func fields(isNew: Bool, faults: [FieldFault]) -> [HTML] {
    func field(_ name: String, _ label: String, _ value: String, _ hint: String = "") -> HTML {
      FormPart.field(FormPart.Field(name: name, label: label, value: value, hint: hint), faults: faults)
    }
    let kinds = Member.Kind.allCases.map { (value: $0.rawValue, words: MemberWords.kind($0)) }
    return [
      isNew
        ? field(
          "id", "Kortnamn", id,
          "Medlemmens nummer i bokföringens dimension Part, till exempel KARLSKRONA. Ändras inte sedan.")
        : .empty,
      field("namn", "Namn", name),
      FormPart.select("slag", "Slag", options: kinds, chosen: kind, faults: faults),
      field("fran", "Medlem från", joined, "Till exempel 2006-01-01; kan lämnas tomt"),
      field(
        "till", "Lämnade", left, "Sista dagen som medlem; tomt så länge den är med. Uppsägningstiden är tre år (27 §)."),
      tag("h2", .text("Fakturor")),
      field("orgnr", "Organisationsnummer", organisationNumber), field("gata", "Gata eller box", street),
      field("postnummer", "Postnummer", postalCode), field("ort", "Ort", city),
      field(
        "referens", "Medlemmens referens", buyerReference, "Den kod som fakturan ska märkas med, aldrig ett personnamn"),
      FormPart.select(
        "satt", "Fakturan skickas som",
        options: [
          (value: "peppol", words: "E-faktura (Peppol BIS Billing 3) och PDF"), (value: "pdf", words: "Bara PDF"),
        ],
        chosen: channel, faults: faults),
      field("eadress", "Elektronisk adress (Peppol-id)", endpoint, "Tomt när den är organisationsnumret"),
      FormPart.select(
        "register", "Adressen är ett",
        options: [(value: "0007", words: "organisationsnummer (0007)"), (value: "0088", words: "GLN (0088)")],
        chosen: endpointScheme, faults: faults),
    ]
  }
}
