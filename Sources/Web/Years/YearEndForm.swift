import Association
import Desk
import Ledger

/// The accounts of a year end and the series of its voucher as they were typed, and what is wrong with them.
struct YearEndForm {
  static let fields = ["resultatkonto", "arets-resultat", "balanserat-resultat"]

  static let seriesField = "serie"

  var typed: [String]
  var series: String
  var faults: [FieldFault] = []

  /// Those that the association's mapping names, and that series.
  init(_ mapping: Mapping, series: String) {
    self.series = series
    typed = [mapping.resultAccount, mapping.yearResultAccount, mapping.retainedAccount].map(\.text)
  }

  /// Reads what was typed: the accounts, or what is wrong with them.
  mutating func read(_ form: Form, mapping: Mapping, chart: Chart) -> YearEndPlan.Accounts? {
    var reading = FormReading(form)
    let labels = ["Kontot som resultatet förs från", "Kontot för årets resultat", "Kontot för balanserat resultat"]
    typed = zip(YearEndForm.fields, labels).map { reading.text($0, $1, isRequired: true, byteCountMax: 20) }
    if form.has(YearEndForm.seriesField) {
      series = reading.text(YearEndForm.seriesField, "Serien", isRequired: true, byteCountMax: 20)
      if let named = Voucher.Number.series(typed: series) {
        series = named
      } else if !series.isEmpty {
        reading.add(
          "Serien är ”\(series)”. En serie är högst tio bokstäver A–Z eller siffror.", at: YearEndForm.seriesField)
      }
    }
    let numbers = typed.map { AccountNumber($0) }
    for (field, number) in zip(YearEndForm.fields, numbers) where !number.text.isEmpty && chart[number] == nil {
      let isMappings = [mapping.resultAccount, mapping.yearResultAccount, mapping.retainedAccount].contains(number)
      // The mapping's own accounts need not have been used before.
      if !isMappings {
        reading.add("Kontot \(number.text) finns inte i kontoplanen. Kontrollera numret.", at: field)
      }
    }
    if !numbers[0].text.isEmpty, !mapping.resultTransfer.contains(where: { $0.counts(numbers[0], .none) }) {
      reading.add(
        "Kontot \(numbers[0].text) räknas med i resultaträkningen, så resultatet skulle bli noll där. Välj ett konto som "
          + "bara för över resultatet, som \(mapping.resultAccount.text).", at: YearEndForm.fields[0])
    }
    let equity = mapping.balanceLines.filter { $0.id == "eget-kapital" }.flatMap(\.counts)
    for place in [1, 2] where !numbers[place].text.isEmpty {
      guard !equity.contains(where: { $0.counts(numbers[place], .none) }) else { continue }
      reading.add(
        "Kontot \(numbers[place].text) hör inte till eget kapital i balansräkningen. Välj ett konto för eget kapital.",
        at: YearEndForm.fields[place])
    }
    faults = reading.faults
    guard !reading.hasFaults else { return nil }
    var accounts = YearEndPlan.Accounts(mapping)
    (accounts.result, accounts.yearResult, accounts.retained) = (numbers[0], numbers[1], numbers[2])
    return accounts
  }
}
