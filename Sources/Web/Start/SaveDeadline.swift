import Association
import HTTPTypes
import Ledger
import Store

/// Says that a deadline has been met, or that it falls on another day.
enum SaveDeadline {
  static func save(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let deadline = try ShowDeadline.find(asked, place) else { return .notFound }
    var reading = FormReading(asked.form)
    let deed = asked.form.choice("gor")
    var change: (inout DeadlineFact) -> Void = { _ in }
    var words = ""
    switch deed {
    case "klar":
      let day = reading.date("gjord", "Dagen då det gjordes")
      if let day, day > asked.today {
        reading.add("Dagen \(day.text) har inte varit än. Säg till när det är gjort.", at: "gjord")
      }
      let note = reading.text("gjord-anteckning", "Anteckningen")
      change = { ($0.doneOn, $0.note) = (day, note) }
      words = "är markerat som gjort"
    case "angra":
      change = { $0.doneOn = nil }
      words = "är inte längre markerat som gjort"
    case "flytta":
      let day = reading.date("dag", "Dagen", year: place.first)
      if let day, abs(day.days(until: deadline.day)) > 366 {
        reading.add("Dagen \(day.text) ligger mer än ett år bort. Kontrollera den.", at: "dag")
      }
      let note = reading.text("dag-anteckning", "Var det är bestämt")
      change = { ($0.day, $0.note) = (day, note) }
      words = "ska vara gjort senast \(day?.text ?? "")"
    default:
      change = { $0 = DeadlineFact(year: $0.year, id: $0.id, doneOn: deadline.duty == nil ? nil : $0.doneOn) }
      words = deadline.duty?.hasUsualDay == true ? "har sin vanliga dag igen" : "är borttaget ur årshjulet"
    }
    guard !reading.hasFaults else {
      return .page(try ShowDeadline.page(asked, deadline, faults: reading.faults), status: .unprocessableContent)
    }
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      let present = association.deadlineFacts.first { $0.year == place.first && $0.id == place.second }
      var fact = present ?? DeadlineFact(year: place.first, id: place.second)
      change(&fact)
      association.setDeadline(fact)
      try writing.record(association)
    }
    let isHere = deed == "angra" || deed == "flytta"
    return .see(
      isHere ? Addresses.deadline.path(place) : Addresses.wheel.path(place.first),
      notice: "”\(deadline.title)” \(words).")
  }
}
