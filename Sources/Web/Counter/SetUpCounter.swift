import Association
import Counter
import HTTPTypes
import Ledger
import Press

/// The first page of a new list: whose it is, what is counted, and its password.
enum SetUpCounter {
  static func show(_ asked: CounterAsked, _: Nothing) -> Answer {
    guard !asked.office.desk.file.exists else { return .see(CounterAddresses.unlock.path()) }
    let begins = CalendarDate(year: asked.today.year, month: 1, day: 1) ?? asked.today
    return .page(page(asked, CounterSetupForm(begins: begins), faults: []))
  }

  static func save(_ asked: CounterAsked, _: Nothing) async throws -> Answer {
    guard !asked.office.desk.file.exists else { return .see(CounterAddresses.unlock.path()) }
    var reading = FormReading(asked.form)
    let form = CounterSetupForm(typed: asked.form)
    let setup = CounterSetupForm.read(&reading, asked.form, before: nil)
    let password = CounterSetupForm.newPassword(&reading)
    guard let setup, !reading.hasFaults else {
      return .page(page(asked, form, faults: reading.faults), status: .unprocessableContent)
    }
    let token = Secret.make(asked.office.randomBytes)
    let (desk, now) = (asked.office.desk, asked.now)
    try await LongWork.run {
      try desk.create(
        CounterList(setup: setup), password: password, for: CounterAsked.digest(of: token), at: now)
    }
    return .signedIn(
      token: token,
      .see(
        CounterAddresses.settings.path(),
        notice: "Listan är gjord. Lämna den publika nyckeln nedan till förbundet, och se över valen under Val i listan."
      ))
  }

  private static func page(_ asked: CounterAsked, _ form: CounterSetupForm, faults: [FieldFault]) -> Page {
    Page(
      title: "Gör en räknelista",
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Listan är din egen, på din egen dator. Den har inga namn och inga personnummer: var och en är ett nummer.")
        ),
        tag(
          "p",
          .text(
            "Den som utför insatsen ansvarar för listan. Förbundet får bara antalen. Filen krypteras med ditt lösenord; den "
              + "läggs här: "), tag("code", .text(asked.office.desk.file.path))),
        FormPart.form(
          to: CounterAddresses.setUp.path(), asked.visitor,
          each: form.fields(isNew: true, faults: faults) + [
            tag("h2", .text("Lösenord")),
            tag(
              "p", [.class("warning")],
              .text(
                "Glöms lösenordet kan ingen öppna listan, inte heller vi. Skriv upp det och lägg det där ni har annat hemligt."
              )),
          ] + CounterSetupForm.passwordFields(faults: faults) + [FormPart.button("Gör listan")]),
      ]))
  }
}

/// What is said of the set-up, as it was typed.
struct CounterSetupForm {
  var insatsID = ""
  var insatsName = ""
  var performer = ""
  var begins = ""
  var municipalities = ""
  var rhythm = CounterRhythm.quarter.rawValue
  var isFollowed = true
  var countsAdvice = false
  var countsVolume = false
  var asksScreening = false
  var keptMonths = "6"
  var longMonths = "18"
  var idleMinutes = "10"

  init(begins: CalendarDate) { self.begins = begins.text }

  init(_ setup: CounterSetup) {
    insatsID = setup.insatsID
    insatsName = setup.insatsName
    performer = setup.performer
    begins = setup.begins.text
    rhythm = setup.rhythm.rawValue
    isFollowed = setup.isFollowed
    countsAdvice = setup.countsAdvice
    countsVolume = setup.countsVolume
    asksScreening = setup.asksScreening
    keptMonths = "\(setup.keptMonths)"
    longMonths = "\(setup.longMonths)"
    idleMinutes = "\(setup.idleMinutes)"
  }

  init(typed form: Form) {
    insatsID = form.choice("insats")
    insatsName = form.choice("namn")
    performer = form.choice("utforare")
    begins = form.choice("fran")
    municipalities = form.choice("kommuner")
    rhythm = form.choice("rytm")
    isFollowed = form.has("foljs")
    countsAdvice = form.has("samtal")
    countsVolume = form.has("volym")
    asksScreening = form.has("vald")
    keptMonths = form.choice("radera")
    longMonths = form.choice("lange")
    idleMinutes = form.choice("minuter")
  }

  /// The set-up that is typed; where there is one before, its choices are kept.
  static func read(_ reading: inout FormReading, _ form: Form, before: CounterSetup?) -> CounterSetup? {
    let id = reading.text("insats", "Insatsens kortnamn", isRequired: true, byteCountMax: 80)
    let name = reading.text("namn", "Insatsens namn", isRequired: true, byteCountMax: 200)
    let performer = reading.text("utforare", "Utföraren", isRequired: true, byteCountMax: 200)
    let begins = reading.date("fran", "Första dagen")
    let rhythm = CounterRhythm(rawValue: form.choice("rytm"))
    if rhythm == nil { reading.add("Hur ofta saknas. Välj i listan.", at: "rytm") }
    let kept = reading.number("radera", "Månader efter avslut", in: CounterSetup.keptMonthsRange)
    let long = reading.number("lange", "Månader till påminnelsen", in: CounterSetup.longMonthsRange)
    let idle = reading.number("minuter", "Minuter till låsning", in: CounterSetup.idleMinutesRange)
    if !form.has("foljs"), !form.has("samtal"), !form.has("volym") {
      reading.add("Inget är valt att räkna. Kryssa i minst ett.", at: "foljs")
    }
    var municipalities: [CounterChoice] = []
    if before == nil {
      let text = reading.text("kommuner", "Kommunerna", isLong: true, byteCountMax: 4000)
      for line in text.split(separator: "\n").map({ String($0).strippedOfBlanks }) where !line.isEmpty {
        guard line.utf8.count <= 100, let choice = CounterChoice(typed: line) else {
          reading.add("”\(line.excerpt)” är inget namn på en kommun. Skriv en kommun per rad.", at: "kommuner")
          continue
        }
        if !municipalities.contains(where: { $0.id == choice.id }) { municipalities.append(choice) }
      }
      if municipalities.isEmpty, form.has("foljs") {
        reading.add("Kommunerna saknas. Skriv de kommuner som deltagarna bor i, en per rad.", at: "kommuner")
      }
    }
    guard !reading.hasFaults, let begins, let rhythm, let kept, let long, let idle else { return nil }
    var setup = before ?? CounterSetup(insatsID: id, insatsName: name, performer: performer, begins: begins)
    if before == nil { setup.choices[.municipality] = municipalities }
    setup.insatsID = id
    setup.insatsName = name
    setup.performer = performer
    setup.begins = begins
    setup.rhythm = rhythm
    setup.isFollowed = form.has("foljs")
    setup.countsAdvice = form.has("samtal")
    setup.countsVolume = form.has("volym")
    setup.asksScreening = form.has("vald")
    (setup.keptMonths, setup.longMonths, setup.idleMinutes) = (kept, long, idle)
    return setup
  }

  func fields(isNew: Bool, faults: [FieldFault]) -> [HTML] {
    func field(_ name: String, _ label: String, _ value: String, _ hint: String = "", isNumber: Bool = false) -> HTML {
      FormPart.field(
        FormPart.Field(
          name: name, label: label, value: value, hint: hint, inputMode: isNumber ? "numeric" : ""), faults: faults)
    }
    return [
      field(
        "insats", "Insatsens kortnamn", insatsID, "Det som förbundet kallar den i sina listor, till exempel SAMSA."),
      field("namn", "Insatsens namn", insatsName),
      field(
        "utforare", "Utföraren", performer,
        "Den som utför insatsen och ansvarar för listan: en verksamhet, inte en person."),
      field("fran", "Första dagen som räknas", begins, "De som skrevs in före den dagen räknas som ingående."),
      isNew
        ? FormPart.area(
          "kommuner", "Kommuner", value: municipalities,
          hint: "De som deltagarna bor i, en per rad. Har förbundet ett kortnamn, skriv det först: KHAMN = Karlshamn.",
          rows: 5,
          faults: faults) : .empty,
      tag(
        "fieldset", tag("legend", .text("Vad som räknas")),
        FormPart.box("foljs", "Deltagare som skrivs in och avslutas", isTicked: isFollowed),
        FormPart.box("samtal", "Rådgivande samtal", isTicked: countsAdvice),
        FormPart.box("volym", "Besökare i en volyminsats", isTicked: countsVolume),
        FormPart.box("vald", "Att frågor om våld har ställts och besvarats (aldrig svaren)", isTicked: asksScreening)),
      FormPart.select(
        "rytm", "Antalen levereras", options: CounterRhythm.allCases.map { ($0.rawValue, CounterWords.word($0)) },
        chosen: rhythm, faults: faults),
      field(
        "radera", "Månader efter avslut som en deltagare raderas", keptMonths,
        "Från \(CounterSetup.keptMonthsRange.lowerBound) till \(CounterSetup.keptMonthsRange.upperBound). Aldrig förrän antalen har varit levererade i \(CounterList.answerDays) dagar.",
        isNumber: true),
      field(
        "lange", "Påminn om den som varit inskriven så här många månader", longMonths,
        "Från \(CounterSetup.longMonthsRange.lowerBound) till \(CounterSetup.longMonthsRange.upperBound).",
        isNumber: true),
      field(
        "minuter", "Lås listan efter så här många minuter", idleMinutes,
        "När ingen har använt den. Från \(CounterSetup.idleMinutesRange.lowerBound) till \(CounterSetup.idleMinutesRange.upperBound).",
        isNumber: true),
    ]
  }

  // The password.

  /// The new password; what is wrong with it is added to the faults.
  static func newPassword(_ reading: inout FormReading) -> String {
    let (password, again) = (reading.secret("nytt-losenord"), reading.secret("nytt-losenord-igen"))
    if let fault = PasswordRules.fault(in: password, mail: "räknelista", name: "räknelistan") {
      reading.add(fault, at: "nytt-losenord")
    } else if password != again {
      reading.add("Lösenorden är olika. Skriv samma lösenord en gång till.", at: "nytt-losenord-igen")
    }
    return password
  }

  static func passwordFields(faults: [FieldFault]) -> [HTML] {
    [
      FormPart.field(
        FormPart.Field(
          name: "nytt-losenord", label: "Nytt lösenord", hint: PasswordRules.hint, type: "password", isRequired: true,
          autocomplete: "new-password"), faults: faults),
      FormPart.field(
        FormPart.Field(
          name: "nytt-losenord-igen", label: "Samma lösenord igen", type: "password", isRequired: true,
          autocomplete: "new-password"), faults: faults),
    ]
  }
}

extension FormReading {
  /// A whole number within those bounds.
  mutating func number(_ field: String, _ label: String, in range: ClosedRange<Int>) -> Int? {
    let text = text(field, label, byteCountMax: 20)
    guard let number = Int(typed: text, in: range) else {
      add(
        "\(label) är ”\(text.excerpt)”. Skriv ett helt tal från \(range.lowerBound) till \(range.upperBound).",
        at: field)
      return nil
    }
    return number
  }
}
