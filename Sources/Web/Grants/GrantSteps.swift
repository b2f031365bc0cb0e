import Association
import Ledger
import Store

/// The group of officials has said what it thinks.
enum PrepareGrant {
  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard case .view(let view) = try GrantView.find(asked, id) else { return .notFound }
    var reading = FormReading(asked.form)
    let day = reading.date("beredd", "Dagen för beredningen", year: asked.today.year)
    let body = reading.text("grupp", "Vem som berett", isRequired: true, byteCountMax: 200)
    let recommendation = GrantPreparation.Recommendation(rawValue: asked.form.choice("forslag"))
    if recommendation == nil { reading.add("Förslaget är inte valt. Välj ett i listan.", at: "forslag") }
    let words = reading.text(
      "motivering", "Motiveringen", isRequired: true, isLong: true, byteCountMax: ApplicationForm.textBytesMax)
    guard let day, let recommendation, !reading.hasFaults else { return ShowGrant.page(view, faults: reading.faults) }
    return try view.take(
      .prepared(GrantPreparation(day: day, body: body, recommendation: recommendation, words: words)),
      notice: "Beredningen är sparad."
    ) { ShowGrant.page(view, faults: $0) }
  }
}

/// The board has rejected the application.
enum RejectGrant {
  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard case .view(let view) = try GrantView.find(asked, id) else { return .notFound }
    var reading = FormReading(asked.form)
    let day = reading.date("avslag-dag", "Sammanträdesdagen", year: asked.today.year)
    let paragraph = reading.text("avslag-paragraf", "Paragrafen", isRequired: true, byteCountMax: 60)
    try DecisionChoice.check(&reading, asked, day, paragraph, at: "avslag-paragraf")
    let words = reading.text(
      "avslag-skal", "Skälet", isRequired: true, isLong: true, byteCountMax: ApplicationForm.textBytesMax)
    guard let day, !reading.hasFaults else { return ShowGrant.page(view, faults: reading.faults) }
    return try view.take(
      .rejected(GrantRejection(day: day, paragraph: paragraph, words: words)), notice: "Avslaget är infört."
    ) { ShowGrant.page(view, faults: $0) }
  }
}

/// The applicant takes the application back.
enum WithdrawGrant {
  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    switch try GrantView.find(asked, id) {
    case .answered(let answer): return answer
    case .view(let view):
      var reading = FormReading(asked.form)
      let words = reading.text("aterkallelse", "Skälet", isRequired: true, isLong: true, byteCountMax: 2000)
      guard !reading.hasFaults else { return ShowGrant.page(view, faults: reading.faults) }
      return try view.take(.withdrawn(words), notice: "Ansökan är återkallad.") { ShowGrant.page(view, faults: $0) }
    }
  }
}
