import Association
import Desk
import Exchange
import HTTPTypes
import Ledger
import Store

/// Keeps a row of counts, or a file of them: all or none. What says the same of the same period takes the old one's
/// place, and the history has both.
enum SaveCounts {
  static func save(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let list = FollowUpList(rawValue: place.second), ListGoals.isShown(place.first) else { return .notFound }
    // For what may not be written, before anything is read.
    var reading = FormReading(asked.form)
    var cells: [String: String] = [:]
    for column in FollowUpColumn.all(of: list) {
      cells[column.name] = reading.text(column.name, column.title, byteCountMax: 200)
    }
    for name in ["fran", "till"] where !(cells[name] ?? "").isEmpty {
      if let day = CalendarDate(typed: cells[name] ?? "", year: place.first) { cells[name] = day.text }
    }
    guard !reading.hasFaults else { return try again(asked, place.first, list, reading.faults) }
    let typed = cells
    let read = try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      let read = FollowUpReader(list, year: place.first, of: association).row(typed)
      guard let row = read.row else { return read.faults.map { FieldFault(field: $0.column, message: $0.message) } }
      association.keep(row)
      try writing.record(association)
      return []
    }
    guard read.isEmpty else { return try again(asked, place.first, list, read) }
    return .see(Addresses.counts.path(place), notice: "Antalen är sparade.")
  }

  static func saveFile(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let list = FollowUpList(rawValue: place.second), ListGoals.isShown(place.first) else { return .notFound }
    guard let file = asked.form.files.first(where: { $0.field == "fil" && !$0.bytes.isEmpty }) else {
      return try again(
        asked, place.first, list, [FieldFault(field: "fil", message: "Ingen fil är vald. Välj filen och läs in igen.")])
    }
    guard PersonalNumber.find(in: file.name).isEmpty else {
      return try again(
        asked, place.first, list,
        [FieldFault(field: "fil", message: "Filens namn innehåller ett personnummer. Döp om filen.")])
    }
    var remarks: [Diagnostic] = []
    let counts = try asked.store.together(by: asked.actor, at: asked.now) { writing -> (kept: Int, same: Int)? in
      var association = try writing.association()
      let read = FollowUpReader(list, year: place.first, of: association).rows(file.bytes, named: file.name)
      remarks = read.diagnostics
      guard !read.hasErrors else { return nil }
      let before = Set(association.rows(of: list, year: place.first))
      for row in read.value { association.keep(row) }
      let same = read.value.count(where: before.contains)
      if same < read.value.count { try writing.record(association) }
      return (read.value.count - same, same)
    }
    guard let counts else {
      return try again(
        asked, place.first, list,
        [
          FieldFault(field: "fil", message: "Filen har fel och är inte inläst. Felen står på sidan med rad och tecken.")
        ],
        remarks: remarks)
    }
    return .see(
      Addresses.counts.path(place),
      notice: counts.kept == 0
        ? "Filen är läst. Allt i den var redan sagt, så inget ändrades."
        : "Filen är läst: \(Words.count(counts.kept, "rad", "rader")) sparade"
          + (counts.same > 0 ? ", \(counts.same) fanns redan." : "."))
  }

  static func remove(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let list = FollowUpList(rawValue: place.second) else { return .notFound }
    let digest = asked.form.choice("rad")
    let isGone = try asked.store.together(by: asked.actor, at: asked.now) { writing -> Bool in
      var association = try writing.association()
      guard let row = association.rows(of: list, year: place.first).first(where: { self.digest(of: $0) == digest })
      else { return false }
      association.remove(row)
      try writing.record(association)
      return true
    }
    return .see(
      Addresses.counts.path(place),
      notice: isGone ? "Raden är borttagen. Historiken har kvar den." : "Raden finns inte längre. Inget togs bort.")
  }

  /// What a row is known by in a form.
  static func digest(of row: FollowUpRow) -> String { Secret.digest(of: "\(row)") }

  private static func again(
    _ asked: Asked, _ year: Int, _ list: FollowUpList, _ faults: [FieldFault], remarks: [Diagnostic] = []
  ) throws -> Answer {
    .page(
      try ShowCounts.page(asked, year, list, faults: faults, remarks: remarks), status: .unprocessableContent)
  }
}
