import Association
import HTTPTypes
import Ledger
import Press
import Store

/// The form in which it is said who is at a meeting: a row for each seat, rows for substitutes who serve and for those who
/// are disqualified, who chairs, keeps the minutes and adjusts them.
struct AttendanceForm {
  enum Name {
    static let mode = "narvaro"
    static let from = "fran"
    static let through = "till"
    static let substitute = "ersattare"
    static let replaced = "for"
    static let serviceFrom = "for-fran"
    static let serviceThrough = "for-till"
    static let disqualified = "javig"
    static let item = "jav-punkt"
    static let ground = "jav-grund"
    static let chair = "ordforande"
    static let secretary = "sekreterare"
    static let adjusters = "justerare"
  }

  /// So many rows more than are used.
  private static let spareCount = 2

  let desk: BoardDesk
  let seats: [MeetingSeat]
  let plan: MeetingPlan
  let faults: [FieldFault]
  private let form: Form

  /// The form as it was typed; or with an attendance in it.
  init(
    _ desk: BoardDesk, seats: [MeetingSeat], plan: MeetingPlan, present: Attendance?, typed: Form? = nil,
    faults: [FieldFault] = []
  ) {
    self.desk = desk
    self.seats = seats
    self.plan = plan
    self.faults = faults
    self.form = typed ?? Form(fields: present.map { AttendanceForm.fields(of: $0, seats) } ?? [])
  }

  private static func fields(_ pairs: [(String, String)]) -> [(name: String, value: String)] {
    pairs.map { (name: $0.0, value: $0.1) }
  }

  private static func fields(of present: Attendance, _ seats: [MeetingSeat]) -> [(name: String, value: String)] {
    func number(_ item: Int?) -> String { item.map { "\($0)" } ?? "" }
    var pairs: [(String, String)] = []
    for seat in seats {
      let presence = present.presences.first { $0.seat == seat.number }
      pairs += [
        (Name.mode, presence?.mode.rawValue ?? ""),
        (Name.from, presence.map { $0.from == 1 ? "" : "\($0.from)" } ?? ""),
        (Name.through, number(presence?.through)),
      ]
    }
    for service in present.services {
      pairs += [
        (Name.substitute, "\(service.substitute)"), (Name.replaced, "\(service.seat)"),
        (Name.serviceFrom, service.from == 1 ? "" : "\(service.from)"), (Name.serviceThrough, number(service.through)),
      ]
    }
    for conflict in present.conflicts {
      pairs += [
        (Name.disqualified, "\(conflict.seat)"), (Name.item, "\(conflict.item)"), (Name.ground, conflict.ground),
      ]
    }
    pairs += [(Name.chair, "\(present.chair)"), (Name.secretary, present.secretary)]
    pairs += present.adjusters.map { (Name.adjusters, "\($0)") }
    return fields(pairs)
  }

  /// What the form says of who is there; nil where a field cannot be read.
  static func read(_ reading: inout FormReading, _ form: Form, seats: [MeetingSeat]) -> Attendance? {
    func column(_ name: String, _ index: Int) -> String {
      let all = form.choices(name)
      return all.indices.contains(index) ? all[index].strippedOfBlanks : ""
    }
    func item(_ name: String, _ index: Int, _ called: String) -> Int? {
      let typed = column(name, index)
      guard !typed.isEmpty else { return nil }
      if let number = Int(typed: typed, in: 1...999) { return number }
      reading.add("\(called) är ”\(typed.excerpt)”. Skriv punktens nummer.", at: "\(name)-\(index + 1)")
      return nil
    }
    func seat(_ name: String, _ index: Int) -> Int? { Int(typed: column(name, index), in: 1...999) }
    var attendance = Attendance(presences: [], chair: Int(typed: form.choice(Name.chair), in: 1...999) ?? 0)
    for (index, seat) in seats.enumerated() {
      guard let mode = Attendance.Mode(rawValue: column(Name.mode, index)) else { continue }
      attendance.presences.append(
        Attendance.Presence(
          seat: seat.number, mode: mode, from: item(Name.from, index, "Från punkt") ?? 1,
          through: item(Name.through, index, "Till punkt")))
    }
    for index in form.choices(Name.substitute).indices.prefix(100) {
      switch (seat(Name.substitute, index), seat(Name.replaced, index)) {
      case (let substitute?, let replaced?):
        attendance.services.append(
          Attendance.Service(
            substitute: substitute, for: replaced, from: item(Name.serviceFrom, index, "Från punkt") ?? 1,
            through: item(Name.serviceThrough, index, "Till punkt")))
      case (nil, nil): break
      default:
        reading.add(
          "Rad \(index + 1) om ersättare säger inte både vem som tjänstgör och för vem. Välj båda.",
          at: "\(Name.substitute)-\(index + 1)")
      }
    }
    let grounds = reading.texts(Name.ground, "Grunden för jäv", byteCountMax: 300)
    for index in form.choices(Name.disqualified).indices.prefix(200) {
      guard let seat = seat(Name.disqualified, index) else { continue }
      guard let item = item(Name.item, index, "Punkten för jäv") else {
        reading.add("Skriv vid vilken punkt jävet gäller, på rad \(index + 1).", at: "\(Name.item)-\(index + 1)")
        continue
      }
      attendance.conflicts.append(
        Attendance.Conflict(seat: seat, item: item, ground: grounds.indices.contains(index) ? grounds[index] : ""))
    }
    attendance.secretary = reading.text(Name.secretary, "Sekreteraren", byteCountMax: 120)
    attendance.adjusters = form.choices(Name.adjusters).compactMap { Int(typed: $0, in: 1...999) }
    return reading.hasFaults ? nil : attendance
  }

  /// The fields.
  func fields() -> [HTML] {
    [
      presences(), services(), conflicts(),
      tag(
        "fieldset", tag("legend", .text("Ordförande, sekreterare och justerare")),
        FormPart.select(
          Name.chair, "Leder mötet", options: options(seats.filter { !$0.isSubstitute }, none: "Välj"),
          chosen: form.has(Name.chair) ? form.choice(Name.chair) : seats.first.map { "\($0.number)" } ?? "",
          faults: faults),
        FormPart.field(
          FormPart.Field(
            name: Name.secretary, label: "För protokollet", value: form.choice(Name.secretary),
            hint: "Funktion eller namn."), faults: faults),
        adjuster(0), adjuster(1)),
    ]
  }

  private func options(_ seats: [MeetingSeat], none: String = "–") -> [(value: String, words: String)] {
    [(value: "", words: none)] + seats.map { (value: "\($0.number)", words: desk.words($0)) }
  }

  private func adjuster(_ index: Int) -> HTML {
    let chosen = form.choices(Name.adjusters)
    let id = "\(Name.adjusters)-\(index + 1)"
    return tag(
      "div", [.class("field")], tag("label", [.other("for", id)], .text(index == 0 ? "Justerare" : "Justerare till")),
      choice(id, Name.adjusters, "", options(seats), chosen.indices.contains(index) ? chosen[index] : ""))
  }

  private func choice(
    _ id: String, _ name: String, _ label: String, _ options: [(value: String, words: String)], _ chosen: String
  ) -> HTML {
    tag(
      "select",
      [.id(id), .other("name", name)] + (label.isEmpty ? [] : [.label(label)])
        + (faults.contains { $0.field == id } ? [.other("aria-invalid", "true")] : []),
      each: options.map {
        tag(
          "option", [.other("value", $0.value)] + ($0.value == chosen ? [.other("selected", "")] : []), .text($0.words))
      })
  }

  private func input(_ name: String, _ index: Int, _ label: String, size: String = "3") -> HTML {
    let values = form.choices(name)
    let id = "\(name)-\(index + 1)"
    return voidTag(
      "input",
      [
        .id(id), .other("name", name), .other("type", "text"), .other("size", size), .other("autocomplete", "off"),
        .other("value", values.indices.contains(index) ? values[index] : ""), .label(label),
      ] + (size == "3" ? [.other("inputmode", "numeric")] : [])
        + (faults.contains { $0.field == id } ? [.other("aria-invalid", "true")] : []))
  }

  private func presences() -> HTML {
    let chosen = form.choices(Name.mode)
    var modes: [(value: String, words: String)] = [
      ("", "frånvarande"), (Attendance.Mode.present.rawValue, "på plats"),
    ]
    modes.append((Attendance.Mode.remote.rawValue, "på distans"))
    modes.append((Attendance.Mode.sound.rawValue, "på distans, enbart ljud"))
    let rows = seats.enumerated().map { index, seat -> [HTML] in
      let name = desk.words(seat)
      return [
        .text(name),
        choice(
          "\(Name.mode)-\(index + 1)", Name.mode, "Närvaro för \(name)", modes,
          chosen.indices.contains(index) ? chosen[index] : ""),
        input(Name.from, index, "\(name) från punkt"), input(Name.through, index, "\(name) till och med punkt"),
      ]
    }
    return tag("h2", .text("Närvaro"))
      + MoneyPart.table(
        "Närvaro",
        [
          MoneyPart.Column("Plats"), MoneyPart.Column("Närvaro"), MoneyPart.Column("Från punkt"),
          MoneyPart.Column("Till punkt"),
        ], rows: rows)
      + tag("p", [.class("hint")], .text("Tomma punkter: hela mötet. På distans kräver styrelsens beslut (§ 19 a)."))
  }

  private func services() -> HTML {
    let (substitutes, replaced) = (form.choices(Name.substitute), form.choices(Name.replaced))
    let count = substitutes.count(where: { !$0.isEmpty }) + AttendanceForm.spareCount
    let rows = (0..<max(count, substitutes.count)).map { index -> [HTML] in
      [
        choice(
          "\(Name.substitute)-\(index + 1)", Name.substitute, "Ersättare på rad \(index + 1)",
          options(seats.filter(\.isSubstitute)), substitutes.indices.contains(index) ? substitutes[index] : ""),
        choice(
          "\(Name.replaced)-\(index + 1)", Name.replaced, "Ledamot som ersätts på rad \(index + 1)",
          options(seats.filter { !$0.isSubstitute }), replaced.indices.contains(index) ? replaced[index] : ""),
        input(Name.serviceFrom, index, "Från punkt på rad \(index + 1)"),
        input(Name.serviceThrough, index, "Till punkt på rad \(index + 1)"),
      ]
    }
    return tag("h2", .text("Tjänstgörande ersättare"))
      + MoneyPart.table(
        "Tjänstgörande ersättare",
        [
          MoneyPart.Column("Ersättare"), MoneyPart.Column("Tjänstgör för"), MoneyPart.Column("Från punkt"),
          MoneyPart.Column("Till punkt"),
        ], rows: rows)
  }

  private func conflicts() -> HTML {
    let seats = form.choices(Name.disqualified)
    let count = seats.count(where: { !$0.isEmpty }) + AttendanceForm.spareCount
    let rows = (0..<max(count, seats.count)).map { index -> [HTML] in
      [
        choice(
          "\(Name.disqualified)-\(index + 1)", Name.disqualified, "Jävig på rad \(index + 1)", options(self.seats),
          seats.indices.contains(index) ? seats[index] : ""),
        input(Name.item, index, "Punkt för jäv på rad \(index + 1)"),
        input(Name.ground, index, "Grund för jäv på rad \(index + 1)", size: "30"),
      ]
    }
    return tag("h2", .text("Jäv"))
      + tag(
        "p", [.class("hint")],
        .text("Den som är jävig får inte vara närvarande när punkten behandlas, och räknas inte (KL 6:28–30)."))
      + MoneyPart.table(
        "Jäv", [MoneyPart.Column("Vem"), MoneyPart.Column("Punkt"), MoneyPart.Column("Grund")], rows: rows)
  }
}
