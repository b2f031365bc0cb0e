import Desk
import Ledger
import Store

/// From what was typed to a voucher, or to every reason why it is none yet.
struct VoucherEntry {
  /// What can be recorded; nil where there are faults.
  let draft: Voucher.Draft?
  /// The accounts it uses that the book has no name for yet.
  let unnamed: [Account]
  let faults: [FieldFault]

  init(_ sketch: Sketch, choices: EntryChoices, days: OpenDays, by name: String, on today: CalendarDate) {
    var faults = FaultList()
    let day = VoucherEntry.day(sketch.date, days, year: days.workingYear(on: today), &faults)
    let series = VoucherEntry.series(sketch.series, &faults)
    if sketch.text.isEmpty { faults.add("Texten saknas. Skriv vad som har hänt.", "text", "Saknas") }
    if sketch.counterparty.isEmpty {
      faults.add("Motparten saknas. Skriv vem som betalar eller får betalt.", "motpart", "Saknas")
    }
    var rows: [Voucher.Row] = []
    var unnamed: [Account] = []
    for (index, row) in sketch.rows.enumerated() where row != Sketch.Row() {
      guard let read = VoucherEntry.row(row, number: index + 1, choices: choices, &faults) else { continue }
      rows.append(read.row)
      if let account = choices.unnamed(read.account), !unnamed.contains(account) { unnamed.append(account) }
    }
    VoucherEntry.checkSum(of: rows, sketch, &faults)
    self.unnamed = unnamed
    self.faults = faults.all
    guard faults.all.isEmpty, let day else {
      draft = nil
      return
    }
    draft = Voucher.Draft(
      series: series, date: day, text: VoucherEntry.text(of: sketch), counterparty: sketch.counterparty,
      compiledOn: today, compiledBy: name, rows: rows, attachments: sketch.documents)
  }

  private struct FaultList {
    var all: [FieldFault] = []
    mutating func add(_ message: String, _ field: String, _ brief: String) {
      all.append(FieldFault(field: field, message: message, brief: brief))
    }
  }

  private static func day(
    _ typed: String, _ days: OpenDays, year: Int?, _ faults: inout FaultList
  ) -> CalendarDate? {
    guard !typed.isEmpty else {
      faults.add("Datumet saknas. Skriv dagen då det hände, till exempel 2025-03-31.", "datum", "Saknas")
      return nil
    }
    guard let day = CalendarDate(typed: typed, year: year) else {
      faults.add("Datumet är ”\(typed)”, som inte är någon dag. Skriv det som 2025-03-31.", "datum", "Ingen dag")
      return nil
    }
    if let obstacle = days.obstacle(on: day) { faults.add(obstacle, "datum", days.briefObstacle(on: day)) }
    return day
  }

  private static func series(_ typed: String, _ faults: inout FaultList) -> String {
    if let series = Voucher.Number.series(typed: typed) { return series }
    if typed.isEmpty {
      faults.add("Serien saknas. Skriv en bokstav, till exempel A.", "serie", "Saknas")
    } else {
      faults.add("Serien är ”\(typed)”. En serie är högst tio bokstäver A–Z eller siffror.", "serie", "Ingen serie")
    }
    return typed
  }

  private static func row(
    _ row: Sketch.Row, number: Int, choices: EntryChoices, _ faults: inout FaultList
  ) -> (row: Voucher.Row, account: Account)? {
    let count = faults.all.count
    let account = choices.account(row.account)
    if row.account.isEmpty {
      faults.add(
        "Kontot saknas på rad \(number). Skriv ett kontonummer eller ett ord ur kontots namn.", "konto-\(number)",
        "Saknas")
    } else if account == nil {
      let fault = unknown(row.account, number: number, choices)
      faults.add(fault.sentence, "konto-\(number)", fault.brief)
    }
    let amount = amount(row, number: number, &faults)
    var objects: [ObjectReference] = []
    for (typed, field, called, dimension, known) in [
      (row.insats, "insats", "Insatsen", Dimension.insats, choices.insatser),
      (row.party, "part", "Parten", Dimension.party, choices.parties),
    ] where !typed.isEmpty {
      if let choice = EntryChoices.choice(typed, among: known) {
        objects.append(ObjectReference(dimension: dimension, object: choice.id))
      } else {
        faults.add(
          "\(called) på rad \(number) är ”\(typed)”, som inte finns i boken. Välj en ur listan, eller lämna fältet tomt.",
          "\(field)-\(number)", "Finns inte")
      }
    }
    guard faults.all.count == count, let account, let amount else { return nil }
    return (Voucher.Row(account: account.number, amount: amount, objects: ObjectSet(objects), text: row.text), account)
  }

  /// Why a text means no account: words of none, or of several, of which the most used are named.
  private static func unknown(
    _ typed: String, number: Int, _ choices: EntryChoices
  ) -> (sentence: String, brief: String) {
    let fitting = choices.accounts(named: typed)
    guard !fitting.isEmpty else {
      return (
        "Kontot på rad \(number) är ”\(typed)”, som inte finns i kontoplanen. Skriv ett kontonummer ur den.",
        "Finns inte"
      )
    }
    let shown = fitting.prefix(4).map { "\($0.number.text) \($0.name)" }.joined(separator: ", ")
    let rest = fitting.count > 4 ? " och \(fitting.count - 4) till" : ""
    return (
      "Kontot på rad \(number) är ”\(typed)”, som passar flera konton: \(shown)\(rest). Skriv numret på det du menar.",
      "Passar flera"
    )
  }

  private static func amount(_ row: Sketch.Row, number: Int, _ faults: inout FaultList) -> Money? {
    let sides = [("Debet", "debet", row.debit), ("Kredit", "kredit", row.credit)]
    var amounts: [Money?] = []
    for (called, field, typed) in sides {
      switch AmountExpression.evaluate(typed) {
      case .empty: amounts.append(nil)
      case .amount(let money): amounts.append(money)
      case .fault(let fault):
        faults.add(
          fault.words(at: "\(called) på rad \(number)", typed: typed), "\(field)-\(number)", "Går inte att räkna ut")
        return nil
      }
    }
    switch (amounts[0], amounts[1]) {
    case (let debit?, nil): return debit
    case (nil, let credit?): return -credit
    case (nil, nil):
      faults.add("Beloppet saknas på rad \(number). Skriv det i debet eller kredit.", "debet-\(number)", "Saknas")
    case (.some, .some):
      faults.add(
        "Rad \(number) har belopp i både debet och kredit. Dela den i två rader.", "debet-\(number)", "Båda ifyllda")
    }
    return nil
  }

  /// That debit and credit are the same is said once all rows can be read; before that it would be noise.
  private static func checkSum(of rows: [Voucher.Row], _ sketch: Sketch, _ faults: inout FaultList) {
    let sums = SketchSums(sketch)
    if sketch.withoutEmptyRows.rows.count < 2 {
      faults.add("Verifikationen behöver minst två rader: en i debet och en i kredit.", "konto-1", "Två rader behövs")
    } else if sums.isWhole, sums.difference != .zero {
      faults.add(sums.words + " Rätta raderna.", "skillnad", "")
    }
  }

  /// What the voucher says it concerns; one entered in another's place says in whose.
  private static func text(of sketch: Sketch) -> String {
    guard let place = VoucherPlace(key: sketch.corrects) else { return sketch.text }
    let mark = Voucher.replacementMark(of: place.number, year: place.year)
    return sketch.text.utf8.starts(with: mark.utf8) ? sketch.text : mark + sketch.text
  }
}
