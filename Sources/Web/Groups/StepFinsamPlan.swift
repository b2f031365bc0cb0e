import Association
import HTTPTypes
import Ledger
import Press
import Store

/// The steps of a FINSAM plan after it is written: decided, a change thrown away, an insats linked, followed up.
enum StepFinsamPlan {
  enum Name {
    static let day = "beslutsdag"
    static let paragraph = "paragraf"
    static let place = "rad"
    static let insats = "koppla"
    static let outcome = "uppfoljning"
  }

  static func decide(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    var reading = FormReading(asked.form)
    let day = reading.date(Name.day, "Sammanträdesdagen", year: asked.today.year)
    let paragraph = reading.text(Name.paragraph, "Paragrafen", isRequired: true, byteCountMax: 60)
    try DecisionChoice.check(&reading, asked, day, paragraph, at: Name.paragraph)
    let decision = Decision(date: day, paragraph: paragraph)
    return try await take(
      asked, place, .decided(decision), reading, notice: "Planen är beslutad \(MemberWords.decision(decision)).")
  }

  static func drop(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    try await take(
      asked, place, .dropped, FormReading(asked.form), notice: "Ändringen är kasserad. Planen gäller som den var.")
  }

  static func link(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    var reading = FormReading(asked.form)
    let row = Int(typed: asked.form.choice(Name.place), in: 0...TypedRows.countMax)
    let insats = asked.form.choice("\(Name.insats)-\(asked.form.choice(Name.place))")
    if row == nil || insats.isEmpty {
      reading.add("Ingen insats är vald. Välj en i listan.", at: "\(Name.insats)-\(row ?? 0)")
    }
    return try await take(
      asked, place, .linked(place: row ?? 0, to: insats), reading, notice: "Insatsen är kopplad till planen.")
  }

  static func followUp(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    var reading = FormReading(asked.form)
    let text = GroupPart.markdown(&reading, asked.form, Name.outcome, "Uppföljningen")
    if text.isEmpty { reading.add("Uppföljningen saknas. Skriv vad som blev av planen.", at: Name.outcome) }
    return try await take(asked, place, .followedUp(text, on: asked.today), reading, notice: "Uppföljningen är sparad.")
  }

  private static func take(
    _ asked: Asked, _ place: Pair<Int, String>, _ event: FinsamPlan.Event, _ reading: FormReading, notice: String
  ) async throws -> Answer {
    guard let plan = try FinsamPlanPart.find(asked, place)?.plan else { return .notFound }
    var faults = reading.faults
    if faults.isEmpty {
      faults = try GroupPart.attempt(asked) { try $0.take(event, inPlan: plan.id, today: asked.today) }
    }
    guard faults.isEmpty else { return try await ShowFinsamPlan.page(asked, place, faults: faults) }
    return .see(Addresses.finsamPlan.path(place), notice: notice)
  }
}
