import Ledger
import Report
import Store

/// How far a draft is from being recorded, in a word or two: the first thing that stands in its way.
struct DraftState {
  /// Whether it can be recorded as it stands.
  let isReady: Bool
  let words: String

  init(_ sketch: Sketch, choices: EntryChoices, days: OpenDays, on today: CalendarDate) {
    // Who compiles it has no part in whether it can be recorded.
    guard let fault = VoucherEntry(sketch, choices: choices, days: days, by: "", on: today).faults.first else {
      (isReady, words) = (true, "I balans")
      return
    }
    isReady = false
    words = DraftState.words(fault.field, sketch, days)
  }

  private static func words(_ field: String, _ sketch: Sketch, _ days: OpenDays) -> String {
    let parts = field.split(separator: "-")
    let row = parts.count > 1 ? " på rad \(parts[1])" : ""
    let index = parts.count > 1 ? (Int(parts[1]) ?? 0) - 1 : -1
    let account = sketch.rows.indices.contains(index) ? sketch.rows[index].account : ""
    switch parts.first {
    case "datum":
      guard !sketch.date.isEmpty else { return "Datum saknas" }
      guard let day = CalendarDate(typed: sketch.date) else { return "Datumet går inte att läsa" }
      return days.year(of: day) == nil ? "Datumet ligger utanför åren" : "Månaden är stängd"
    case "serie": return sketch.series.isEmpty ? "Serie saknas" : "Serien går inte att läsa"
    case "text": return "Text saknas"
    case "motpart": return "Motpart saknas"
    case "konto":
      if sketch.withoutEmptyRows.rows.count < 2 {
        return SketchSums(sketch).difference == .zero ? "Färre än två rader" : sums(of: sketch)
      }
      return account.isEmpty ? "Konto saknas\(row)" : "Kontot finns inte\(row)"
    case "insats": return "Insatsen finns inte\(row)"
    case "part": return "Parten finns inte\(row)"
    case "debet", "kredit": return "Beloppet går inte att läsa\(row)"
    default: return sums(of: sketch)
    }
  }

  private static func sums(of sketch: Sketch) -> String {
    let sums = SketchSums(sketch)
    if !sums.isWhole { return "Går inte att räkna ut" }
    return sums.state == "none" ? "Inga belopp" : "Skiljer \(Numerals.ore(sums.difference.magnitude))"
  }
}
