import Association
import HTTPTypes
import Ledger
import Store

/// Puts a deadline of the association's own in a year's wheel.
enum AddDeadline {
  static func save(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ShowWheel.isShown(year) else { return .notFound }
    var reading = FormReading(asked.form)
    let duty = Duty(rawValue: asked.form.choice("punkt"))
    let title = reading.text("rubrik", "Vad som ska göras", isRequired: duty == nil, byteCountMax: 200)
    let day = reading.date("dag", "Dagen", year: year)
    if let day, day.year != year { reading.add("Dagen \(day.text) ligger inte i \(year).", at: "dag") }
    guard let day, !reading.hasFaults else {
      return .page(try ShowWheel.page(asked, year, faults: reading.faults), status: .unprocessableContent)
    }
    let name = try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      let taken = Set(association.deadlineFacts.filter { $0.year == year }.map(\.id))
      let id = duty?.rawValue ?? shortName(of: title, besides: taken)
      association.setDeadline(DeadlineFact(year: year, id: id, title: duty == nil ? title : "", day: day))
      try writing.record(association)
      return duty?.title(in: year) ?? title
    }
    return .see(Addresses.wheel.path(year), notice: "”\(name)” står nu i årshjulet, \(day.text).")
  }

  /// A short name for an address, of the letters and digits in the title.
  private static func shortName(of title: String, besides taken: Set<String>) -> String {
    let letters: [Character: Character] = ["å": "a", "ä": "a", "ö": "o", "é": "e"]
    let folded = title.lowercased().map { letters[$0] ?? $0 }.map {
      $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : " "
    }
    let words = String(folded).split(separator: " ").joined(separator: "-").prefix(40)
    let name = words.isEmpty ? "punkt" : String(words)
    var number = 1
    var unique = name
    while taken.contains(unique) || Duty(rawValue: unique) != nil {
      number += 1
      unique = "\(name)-\(number)"
    }
    return unique
  }
}

extension Association {
  /// What is said of a deadline, in place of what was said of it before; nothing where nothing is left to say.
  mutating func setDeadline(_ fact: DeadlineFact) {
    let place = deadlineFacts.firstIndex { $0.year == fact.year && $0.id == fact.id }
    let saysNothing = fact.day == nil && fact.doneOn == nil && fact.note.isEmpty
    if let place {
      if saysNothing { deadlineFacts.remove(at: place) } else { deadlineFacts[place] = fact }
    } else if !saysNothing {
      // In order of year, as the files of the association folder are.
      let next = deadlineFacts.firstIndex { $0.year > fact.year } ?? deadlineFacts.count
      deadlineFacts.insert(fact, at: next)
    }
  }
}
