import Association
import Counter
import Exchange
import HTTPTypes
import Ledger
import Press

/// The delivery of a period: the counts as they will be sent, and the one button that makes the signed file.
enum DeliverCounts {
  static func show(_ asked: CounterAsked, _: Nothing) -> Answer {
    guard !asked.query.choice("fran").isEmpty || !asked.query.choice("till").isEmpty else {
      let list = asked.list
      let usual = list.setup.rhythm.period(of: max(asked.today, list.setup.begins))
      let due = list.periodsDue(on: asked.today).first ?? max(usual.lowerBound, list.setup.begins)...usual.upperBound
      return .page(CounterDeliveryPage(asked: asked, period: due).page)
    }
    var reading = FormReading(asked.query)
    let period = period(&reading)
    return .page(
      CounterDeliveryPage(asked: asked, period: period, typed: asked.query, faults: reading.faults).page,
      status: period == nil ? .unprocessableContent : .ok)
  }

  static func save(_ asked: CounterAsked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    let period = period(&reading)
    let outside = outside(&reading, asked.form)
    let remark = reading.text("anmarkning", "Ordet till förbundet", isLong: true, byteCountMax: 1000)
    if let period, !reading.hasFaults {
      do {
        let number = try make(asked, period, outside: outside, remark: remark)
        return .see(
          CounterAddresses.made.path(number), notice: "Leveransen är gjord. Spara filen och lämna den till förbundet.")
      } catch let refusal as CounterRefusal {
        reading.add(CounterWords.sentence(refusal), at: "fran")
      }
    }
    return .page(
      CounterDeliveryPage(asked: asked, period: period, typed: asked.form, faults: reading.faults).page,
      status: .unprocessableContent)
  }

  /// Makes the delivery, signs it, and keeps it in the list: its number. The same counts once more are the same delivery.
  private static func make(
    _ asked: CounterAsked, _ period: ClosedRange<CalendarDate>, outside: CountDelivery.Coverage?, remark: String
  ) throws -> Int {
    let today = asked.today
    return try asked.office.desk.change(for: CounterAsked.digest(of: asked.visitor.token)) { list, opened in
      try list.check(period, today: today)
      var counts = list.counts(in: period)
      counts.remark = remark
      if let outside { counts.coverage.append(outside) }
      if let index = list.deliveries.lastIndex(where: { $0.counts.period == period }),
        list.deliveries[index].counts == counts
      {
        return index + 1
      }
      let signature = DeliveryFile.Signature(
        publicKey: try opened.publicKey, bytes: try opened.signature(of: DeliveryFile.signedBytes(of: counts)))
      let file = DeliveryFile(counts, signature: signature).bytes()
      // What the association could not read would lie unread here too.
      guard DeliveryFile.read(file, named: "leverans").value?.delivery == counts else {
        preconditionFailure("A delivery that we write is one that we read.")
      }
      list.keep(CounterDelivery(made: today, counts: counts, file: file))
      return list.deliveries.count
    }
  }

  private static func period(_ reading: inout FormReading) -> ClosedRange<CalendarDate>? {
    guard let first = reading.date("fran", "Första dagen"), let last = reading.date("till", "Sista dagen") else {
      return nil
    }
    guard first <= last else {
      reading.add("Perioden slutar \(last.text), före sin början \(first.text). Rätta en av dagarna.", at: "till")
      return nil
    }
    return first...last
  }

  /// Those who are outside the list altogether, and why; nil where nobody is.
  private static func outside(_ reading: inout FormReading, _ form: Form) -> CountDelivery.Coverage? {
    let fields = [("utanfor-kvinnor", "Kvinnor"), ("utanfor-man", "Män"), ("utanfor-ej-angivet", "Ej angivet")]
    let counts = fields.map { field, label in
      form.choice(field).strippedOfBlanks.isEmpty
        ? 0 : reading.number(field, "\(label) utanför listan", in: 0...10_000) ?? 0
    }
    let reason = reading.text("skal", "Skälet", byteCountMax: 500)
    let tally = Tally(women: counts[0], men: counts[1], notStated: counts[2])
    guard tally.total > 0 else {
      if !reason.isEmpty, !reading.hasFaults {
        reading.add("Skälet säger att några står utanför, men inget antal. Skriv hur många.", at: "utanfor-kvinnor")
      }
      return nil
    }
    if reason.isEmpty {
      reading.add("Skälet saknas. Skriv varför de står utanför, till exempel sent samtycke.", at: "skal")
    }
    return CountDelivery.Coverage(tally: tally, reason: reason)
  }
}

/// The page of a delivery that is not made yet, and of those that are.
struct CounterDeliveryPage {
  let asked: CounterAsked
  /// Nil where what was typed is no period.
  let period: ClosedRange<CalendarDate>?
  var typed = Form()
  var faults: [FieldFault] = []

  private var list: CounterList { asked.list }

  var page: Page {
    Page(title: "Leverera", main: .joined([FormPart.summary(of: faults), choice, preview, made]))
  }

  private var choice: HTML {
    func day(_ name: String, _ label: String, _ day: CalendarDate?) -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: day?.text ?? typed.choice(name)), faults: faults)
    }
    return tag(
      "form", [.class("filter"), .other("method", "get"), .other("action", CounterAddresses.delivery.path())],
      day("fran", "Första dagen", period?.lowerBound), day("till", "Sista dagen", period?.upperBound),
      tag("div", [.class("act")], FormPart.button("Visa perioden", kind: "secondary")))
  }

  private var preview: HTML {
    guard let period else { return .empty }
    let refusal = refusal(of: period)
    let counts = CounterCountsPart.tables(list.counts(in: period))
    let end =
      refusal == nil
      ? list.remarks(on: period).map { tag("p", [.class("warning")], .text(CounterWords.sentence($0))) } + [
        form(period)
      ]
      : []
    return .joined(
      [
        tag("h2", .text("Antalen \(CounterWords.period(period))")),
        tag(
          "p",
          .text(
            "Det här och inget annat står i leveransen. Antalen visas som de är, även de minsta; förbundet skyddar dem när "
              + "det publicerar.")),
        refusal.map { tag("p", [.class("warning")], .text(CounterWords.sentence($0))) } ?? .empty, counts,
      ] + end)
  }

  private func refusal(of period: ClosedRange<CalendarDate>) -> CounterRefusal? {
    do {
      try list.check(period, today: asked.today)
      return nil
    } catch {
      return error
    }
  }

  private func form(_ period: ClosedRange<CalendarDate>) -> HTML {
    func number(_ name: String, _ label: String) -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: typed.choice(name), inputMode: "numeric"), faults: faults)
    }
    let isOpen = ["utanfor-kvinnor", "utanfor-man", "utanfor-ej-angivet", "skal"].contains { name in
      !typed.choice(name).isEmpty || faults.contains { $0.field == name }
    }
    return FormPart.form(
      to: CounterAddresses.delivery.path(), asked.visitor,
      each: [
        FormPart.hidden("fran", period.lowerBound.text), FormPart.hidden("till", period.upperBound.text),
        tag(
          "details", isOpen ? [.other("open", "")] : [],
          each: [
            tag("summary", .text("Några står utanför listan")),
            tag(
              "p",
              .text("Till exempel den som har skyddade uppgifter eller vars samtycke kom sent. Bara antal och skäl.")),
            number("utanfor-kvinnor", "Kvinnor"), number("utanfor-man", "Män"),
            number("utanfor-ej-angivet", "Ej angivet"),
            FormPart.field(
              FormPart.Field(name: "skal", label: "Varför", value: typed.choice("skal")), faults: faults),
          ]),
        FormPart.area(
          "anmarkning", "Ett ord till förbundet", value: typed.choice("anmarkning"),
          hint: "Kan lämnas tomt. Följer med i leveransen: inget om någon enskild.", rows: 3, faults: faults),
        FormPart.button("Gör leveransen"),
      ])
  }

  private var made: HTML {
    let made = Array(list.deliveries.enumerated()).reversed()
    guard !made.isEmpty else { return .empty }
    return tag("h2", .text("Gjorda leveranser"))
      + MoneyPart.table(
        "Gjorda leveranser", ["Period", "Gjord", "Nya", "Avslutade", "Fil"].map { MoneyPart.Column($0) },
        rows: made.map { index, delivery in
          let isStanding = list.standing.contains(delivery)
          return [
            MoneyPart.link(CounterWords.period(delivery.counts.period), CounterAddresses.made.path(index + 1)),
            .text(delivery.made.text + (isStanding ? "" : ", ersatt")),
            .text(delivery.counts.flow.map { "\($0.new.total)" } ?? "–"),
            .text(delivery.counts.flow.map { "\($0.finished.total)" } ?? "–"),
            tag(
              "a",
              [
                .href(.path(CounterAddresses.madeFile.path(index + 1))),
                .label("Spara filen för \(CounterWords.period(delivery.counts.period)), gjord \(delivery.made.text)"),
              ], .text("Spara filen")),
          ]
        })
  }
}

/// A delivery that has been made.
enum ShowMadeDelivery {
  static func show(_ asked: CounterAsked, _ number: Int) -> Answer {
    guard let delivery = delivery(asked, number) else { return .notFound }
    return .page(
      Page(
        title: "Leverans \(CounterWords.period(delivery.counts.period))",
        trail: [Page.Link("Leverera", CounterAddresses.delivery.path())],
        main: .joined([
          tag(
            "p", [.class("toolbar")],
            tag(
              "a", [.class("button primary"), .href(.path(CounterAddresses.madeFile.path(number)))],
              .text("Spara filen"))),
          tag(
            "p",
            .text(
              "Lämna filen till förbundet på sidan Leveranser i förbundets kontor. Den är signerad med listans nyckel, så att "
                + "förbundet ser att den kommer från er. Gjord \(delivery.made.text).")),
          tag("h2", .text("Antalen")), CounterCountsPart.tables(delivery.counts),
        ])))
  }

  static func file(_ asked: CounterAsked, _ number: Int) -> Answer {
    guard let delivery = delivery(asked, number) else { return .notFound }
    let period = delivery.counts.period
    let name =
      "leverans-\(CounterChoice.id(of: delivery.counts.insatsID))-\(period.lowerBound.text)-\(period.upperBound.text).json"
    return .file(FileAnswer(bytes: delivery.file, name: name, mediaType: "application/json; charset=utf-8"))
  }

  private static func delivery(_ asked: CounterAsked, _ number: Int) -> CounterDelivery? {
    let made = asked.list.deliveries
    return made.indices.contains(number - 1) ? made[number - 1] : nil
  }
}

/// The counts of a delivery as tables.
enum CounterCountsPart {
  static func tables(_ counts: CountDelivery) -> HTML {
    var parts: [HTML] = []
    if let flow = counts.flow {
      let titles: [Flow.Row: String] = [
        .carried: "Ingående", .new: "Nya", .finished: "Avslutade", .ongoing: "Pågående vid periodens slut",
      ]
      parts.append(
        titled("Deltagare", "Ingående + nya − avslutade = pågående.") {
          CounterTable.counts($0, "Deltagare", Flow.Row.allCases.map { (titles[$0] ?? $0.rawValue, flow[$0]) })
        })
    }
    for ground in CountGround.allCases {
      guard let rows = counts.grounds[ground] else { continue }
      let unknown = counts.coverage.filter { $0.ground == ground }.map { (title: $0.reason, tally: $0.tally) }
      parts.append(
        titled(CounterWords.title(ground), ground == .exitReason ? "De avslutade." : "De nya.") {
          CounterTable.counts($0, CounterWords.title(ground), rows.map { ($0.title, $0.tally) } + unknown)
        })
    }
    var rest: [(title: String, tally: Tally)] = []
    if let volume = counts.volume { rest.append(("Volym", volume)) }
    if let also = counts.alsoElsewhere { rest.append(("Också i en annan av förbundets insatser", also)) }
    if let screening = counts.screening {
      rest += [("Tillfrågade om våld", screening.asked), ("Besvarade frågorna", screening.answered)]
    }
    rest += counts.coverage.filter { $0.ground == nil }.map { ("Utanför listan: \($0.reason)", $0.tally) }
    if !rest.isEmpty { parts.append(titled("Övrigt", "") { CounterTable.counts($0, "Vad", rest) }) }
    if let calls = counts.adviceCalls { parts.append(tag("p", .text("Rådgivande samtal: \(calls)."))) }
    if !counts.remark.isEmpty { parts.append(tag("p", .text("Ord till förbundet: \(counts.remark)"))) }
    return .joined(parts)
  }

  private static func titled(_ title: String, _ hint: String, _ table: (String) -> HTML) -> HTML {
    tag("h3", .text(title)) + (hint.isEmpty ? .empty : tag("p", [.class("hint")], .text(hint))) + table(title)
  }
}
