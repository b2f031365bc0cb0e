import Association
import HTTPTypes
import Ledger
import Press
import Store

/// A seat of the board: added, changed, ended. A seat that has ended stays, for meetings were held with it.
enum EditBoardSeat {
  private enum Name {
    static let function = "funktion"
    static let name = "namn"
    static let member = "medlem"
    static let from = "fran"
    static let until = "till"
    static let order = "ordning"
    static let account = "konto"
    static let digest = "avtryck"
  }

  private static let functions = ["Ordförande", "Vice ordförande", "Ledamot", "Ersättare"]

  static func showNew(_ asked: Asked, _: Nothing) throws -> Answer {
    let term = BoardTerm.around(asked.today)
    let seat = Seat(function: "Ledamot", memberID: "", from: term?.lowerBound, until: term?.upperBound)
    return .page(try page(asked, nil, Form(fields: fields(of: seat)), faults: []))
  }

  static func show(_ asked: Asked, _ place: Int64) throws -> Answer {
    guard let seat = find(try asked.store.association(), place) else { return .notFound }
    return .page(try page(asked, place, Form(fields: fields(of: seat)), faults: []))
  }

  static func saveNew(_ asked: Asked, _: Nothing) throws -> Answer { try save(asked, nil) }

  static func save(_ asked: Asked, _ place: Int64) throws -> Answer { try save(asked, .some(place)) }

  private static func find(_ association: Association, _ place: Int64) -> Seat? {
    association.seats.indices.contains(Int(place) - 1) ? association.seats[Int(place) - 1] : nil
  }

  private static func fields(of seat: Seat) -> [(name: String, value: String)] {
    [
      (Name.function, seat.function), (Name.name, seat.name), (Name.member, seat.memberID),
      (Name.from, seat.from?.text ?? ""), (Name.until, seat.until?.text ?? ""),
      (Name.order, seat.substituteOrder.map { "\($0)" } ?? ""), (Name.account, seat.account),
      (Name.digest, Secret.digest(of: "\(seat)")),
    ]
  }

  private static func save(_ asked: Asked, _ place: Int64?) throws -> Answer {
    let association = try asked.store.association()
    if let place, find(association, place) == nil { return .notFound }
    var reading = FormReading(asked.form)
    let seat = try read(&reading, asked, association)
    var faults = reading.faults
    if let seat, faults.isEmpty {
      let isSaved = try asked.store.together(by: asked.actor, at: asked.now) { writing -> Bool in
        var association = try writing.association()
        if let place {
          guard let present = find(association, place),
            Secret.digest(of: "\(present)") == asked.form.choice(Name.digest)
          else { return false }
          association.seats[Int(place) - 1] = seat
        } else {
          association.seats.append(seat)
        }
        try writing.record(association)
        return true
      }
      if isSaved { return .see(Addresses.board.path(), notice: "Platsen är sparad.") }
      faults = [
        FieldFault(
          field: "", message: "Någon har ändrat platserna medan du skrev. Läs om sidan och gör din ändring igen.")
      ]
    }
    return .page(try page(asked, place, asked.form, faults: faults), status: .unprocessableContent)
  }

  private static func read(_ reading: inout FormReading, _ asked: Asked, _ association: Association) throws -> Seat? {
    let form = asked.form
    let function = reading.text(Name.function, "Funktionen", isRequired: true, byteCountMax: 80)
    let name = reading.text(Name.name, "Namnet", byteCountMax: 120)
    let member = form.choice(Name.member)
    if !association.members.contains(where: { $0.id == member }) {
      reading.add("Välj vilken medlem som utsett.", at: Name.member)
    }
    let from =
      form.choice(Name.from).strippedOfBlanks.isEmpty ? nil : reading.date(Name.from, "Första dagen")
    let until =
      form.choice(Name.until).strippedOfBlanks.isEmpty ? nil : reading.date(Name.until, "Sista dagen")
    if let from, let until, until < from {
      reading.add("Sista dagen \(until.text) kommer före den första \(from.text). Rätta en av dem.", at: Name.until)
    }
    var order: Int?
    let typed = form.choice(Name.order).strippedOfBlanks
    if !typed.isEmpty {
      order = Int(typed: typed, in: 1...99)
      if order == nil { reading.add("Ordningen är ”\(typed.excerpt)”. Skriv ett tal från 1.", at: Name.order) }
    }
    let account = reading.text(Name.account, "Kontot", byteCountMax: 200)
    if !account.isEmpty {
      let users = try asked.office.store.users()
      if !users.contains(where: { $0.mail.lowercased() == account.lowercased() }) {
        reading.add(
          "Ingen användare har e-postadressen. Bjud in personen först, eller lämna fältet tomt.", at: Name.account)
      }
    }
    guard !reading.hasFaults else { return nil }
    let seat = Seat(
      function: function, name: name, memberID: member, from: from, until: until, substituteOrder: order,
      account: account)
    if order != nil, !seat.isSubstitute {
      reading.add("Ordningen gäller bara ersättare (lag 2003:1210 § 12). Lämna fältet tomt.", at: Name.order)
    }
    return seat
  }

  private static func page(_ asked: Asked, _ place: Int64?, _ form: Form, faults: [FieldFault]) throws -> Page {
    let association = try asked.store.association()
    func field(_ name: String, _ label: String, hint: String = "", others: [Attribute] = []) -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: form.choice(name), hint: hint, others: others), faults: faults)
    }
    return Page(
      title: place == nil ? "Lägg till plats" : "Ändra platsen", section: .board, trail: [BoardDesk.trail],
      main: .joined([
        FormPart.summary(of: faults),
        FormPart.form(
          to: place.map { Addresses.boardSeat.path($0) } ?? Addresses.newBoardSeat.path(), asked.visitor,
          each: [
            FormPart.hidden(Name.digest, form.choice(Name.digest)),
            FormPart.select(
              Name.member, "Utsedd av",
              options: [("", "Välj medlem")] + association.members.map { ($0.id, $0.name) },
              chosen: form.choice(Name.member), faults: faults),
            field(
              Name.function, "Funktion", hint: "Ordförande, Vice ordförande, Ledamot eller Ersättare.",
              others: [.other("list", "funktioner")]),
            tag("datalist", [.id("funktioner")], each: functions.map { tag("option", [.other("value", $0)]) }),
            field(Name.name, "Namn", hint: "Kan lämnas tomt; då står bara funktionen."),
            field(
              Name.order, "Ersättarens ordning",
              hint: "I vilken ordning ersättaren kallas in, från 1 (§ 12). Bara för ersättare."),
            field(
              Name.from, "Första dag",
              hint: "Mandattiden börjar 1 april året efter valet, om förbundsordningen inte säger annat (§ 13)."),
            field(Name.until, "Sista dag", hint: "Den som lämnar i förtid: skriv sista dagen här."),
            field(Name.account, "Användarens e-post", hint: "Den som loggar in med den adressen har den här platsen."),
            FormPart.button("Spara platsen"),
          ]),
      ]))
  }
}
