import Store

/// A voucher's form as it was sent: the sketch that it says, and what may not be kept at all.
struct VoucherForm {
  /// What was typed, its empty rows too, so that a fault's place is the row it was typed in.
  let sketch: Sketch
  let faults: [FieldFault]
  /// Which of the form's buttons was pressed.
  let act: Act
  /// The revision it was made over; nil for a new one.
  let revision: Int64?

  enum Act: Hashable {
    case save, record, moreRows
    case removeRow(Int)
    case removeDocument(String)

    init(_ word: String) {
      let parts = word.split(separator: " ", maxSplits: 1).map { String($0) }
      switch (parts.first, parts.count > 1 ? parts[1] : "") {
      case ("bokfor", _): self = .record
      case ("fler-rader", _): self = .moreRows
      case ("ta-bort-rad", let row): self = .removeRow(Int(typed: row, in: 1...VoucherForm.rowCountMax) ?? 0)
      case ("ta-bort-underlag", let digest): self = .removeDocument(digest)
      default: self = .save
      }
    }
  }

  /// The most rows that are typed by hand. A form of more parts than a body may have would be refused whole.
  static let rowCountMax = 400

  /// Reads the form over what is kept: documents, and what a draft corrects, are not typed.
  init(_ form: Form, over kept: Sketch) {
    var reading = FormReading(form)
    var sketch = kept
    if kept.kind == .template {
      sketch.name = reading.text("namn", "Mallens namn", isRequired: true, byteCountMax: 100)
    }
    sketch.series = reading.text("serie", "Serien", byteCountMax: 20)
    sketch.date = reading.text("datum", "Datumet", byteCountMax: 20)
    sketch.text = reading.text("text", "Texten")
    sketch.counterparty = reading.text("motpart", "Motparten", byteCountMax: 200)
    let columns = [
      reading.texts("konto", "Konto", byteCountMax: 200), reading.texts("insats", "Insats", byteCountMax: 200),
      reading.texts("part", "Part", byteCountMax: 200),
      reading.texts("debet", "Debet", byteCountMax: AmountExpression.byteCountMax),
      reading.texts("kredit", "Kredit", byteCountMax: AmountExpression.byteCountMax),
      reading.texts("radtext", "Radtext", byteCountMax: 300),
    ]
    let count = columns.map(\.count).max() ?? 0
    if count > VoucherForm.rowCountMax {
      reading.add("Formuläret har \(count) rader, och högst \(VoucherForm.rowCountMax) får plats. Dela verifikationen.")
    }
    func cell(_ column: Int, _ row: Int) -> String { row < columns[column].count ? columns[column][row] : "" }
    sketch.rows = (0..<min(count, VoucherForm.rowCountMax)).map { row in
      Sketch.Row(
        account: cell(0, row), insats: cell(1, row), party: cell(2, row), debit: cell(3, row), credit: cell(4, row),
        text: cell(5, row))
    }
    act = Act(form.choice("gor"))
    if case .removeRow(let row) = act, sketch.rows.indices.contains(row - 1) { sketch.rows.remove(at: row - 1) }
    if case .removeDocument(let digest) = act { sketch.documents.removeAll { $0 == digest } }
    self.sketch = sketch
    faults = reading.faults
    revision = Int64(typed: form.choice("version"), in: TypedRange.id)
  }
}

extension Sketch {
  /// The sketch without rows in which nothing stands.
  var withoutEmptyRows: Sketch {
    var sketch = self
    sketch.rows.removeAll { $0 == Row() }
    return sketch
  }
}
