import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// A level answers: solved, passed up or declined; gives it to somebody else; or takes it up again. The office answers for
/// every level, a member of the board for the board.
enum AnswerObstacle {
  enum Name {
    /// The level that the form was made for: if the obstacle has moved on meanwhile, nothing is done.
    static let level = "niva"
    static let kind = "svar"
    static let words = "ord"
    static let decidedOn = "dag"
    static let paragraph = "paragraf"
    static let owner = "agare"
    static let due = "senast"
    static let newOwner = "ny-agare"
    static let newDue = "nytt-senast"
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard case .view(let view) = try ObstacleView.find(asked, id) else { return .notFound }
    guard view.mayAnswer else { return .forbidden }
    let form = asked.form
    let level = Int(typed: form.choice(Name.level), in: 0...4).flatMap { Obstacle.Level(rawValue: $0) }
    guard let level else { return .notFound }
    var reading = FormReading(form)
    guard let kind = Obstacle.Event.Kind(rawValue: form.choice(Name.kind)), kind != .report else {
      reading.add("Svaret är inte valt. Välj löst, vidare eller nej.", at: Name.kind)
      return try view.again(reading.faults)
    }
    let words =
      kind == .assignment
      ? ""
      : reading.text(
        Name.words, "Svaret", isRequired: true, isLong: true, byteCountMax: LiftPart.textBytesMax)
    let decision =
      kind.isAnswer ? try decision(&reading, asked, Name.decidedOn, Name.paragraph, isRequired: level == .board) : nil
    var charge: Obstacle.Charge?
    if kind == .assignment {
      charge = self.charge(&reading, asked, Name.newOwner, Name.newDue)
    } else if kind == .passage || kind == .reopening {
      charge = self.charge(&reading, asked, Name.owner, Name.due)
    }
    let verdict = Obstacle.Verdict(words: words, decision: decision)
    let event: Obstacle.Event? =
      switch kind {
      case .solution: .solved(verdict)
      case .refusal: .declined(verdict)
      case .passage: charge.map { .passedUp(verdict, to: $0) }
      case .assignment: charge.map { .assigned($0) }
      case .reopening: charge.map { .reopened(words, $0) }
      case .report: nil
      }
    guard let event, !reading.hasFaults else { return try view.again(reading.faults) }
    return try view.act(notice(event, level)) { try $0.take(event, by: level, in: id, on: asked.today) }
  }

  private static func notice(_ event: Obstacle.Event, _ level: Obstacle.Level) -> String {
    switch event {
    case .solved, .declined: "Svaret är sparat. De som rapporterade hindret läser det på sin sida."
    case .passedUp: "Hindret står nu hos \(level.above.map(Words.inSentence) ?? "nästa nivå")."
    case .assigned: "Ägare och svarsdag är sparade."
    case .reopened: "Hindret väntar på svar igen."
    case .reported: ""
    }
  }

  private static func charge(
    _ reading: inout FormReading, _ asked: Asked, _ owner: String, _ due: String
  ) -> Obstacle.Charge? {
    let name = reading.text(owner, "Ägaren", isRequired: true, byteCountMax: LiftPart.subjectBytesMax)
    guard let day = reading.date(due, "Senaste svarsdag", year: asked.today.year) else { return nil }
    return Obstacle.Charge(owner: name, due: day)
  }

  /// The decision with its day and paragraph; nil where there is none, a fault where half of it stands there or the meeting has no
  /// such paragraph.
  static func decision(
    _ reading: inout FormReading, _ asked: Asked, _ dayName: String, _ paragraphName: String, isRequired: Bool
  ) throws -> Decision? {
    let paragraph = reading.text(paragraphName, "Paragrafen", byteCountMax: 60)
    let hasDay = !asked.form.choice(dayName).strippedOfBlanks.isEmpty
    guard hasDay || !paragraph.isEmpty else {
      if isRequired { reading.add(Words.sentence(Obstacle.Refusal.decisionMissing), at: dayName) }
      return nil
    }
    let day = reading.date(dayName, "Sammanträdesdagen", year: asked.today.year)
    if paragraph.isEmpty { reading.add("Paragrafen saknas. Skriv den som den står i protokollet.", at: paragraphName) }
    try DecisionChoice.check(&reading, asked, day, paragraph, at: paragraphName)
    return day.map { Decision(date: $0, paragraph: paragraph) }
  }
}

/// An obstacle is joined with one that is the same, or taken apart again.
enum JoinObstacle {
  enum Name {
    static let kept = "behall"
    static let apart = "skilj"
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard case .view(let view) = try ObstacleView.find(asked, id) else { return .notFound }
    if asked.form.has(Name.apart) {
      return try view.act("Hindret är utskilt och står där det stod.") { try $0.separate(id, on: asked.today) }
    }
    guard let kept = Int64(typed: asked.form.choice(Name.kept).strippedOfBlanks, in: TypedRange.id) else {
      return try view.again([
        FieldFault(field: Name.kept, message: "Numret saknas. Skriv numret på hindret som ska behållas.")
      ])
    }
    return try view.act("Hindret är sammanfört med hinder \(kept), som svarar för båda.") {
      try $0.join(id, with: kept, on: asked.today)
    }
  }
}

/// Insatser, figures, decisions, documents and diary numbers are laid to an obstacle, and taken away.
enum ReferObstacle {
  enum Name {
    static let insats = "insats"
    static let figure = "siffra"
    static let decidedOn = "beslutsdag"
    static let paragraph = "beslutsparagraf"
    static let diary = "diarium"
    static let end = "ta-bort"
  }

  static func save(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard case .view(let view) = try ObstacleView.find(asked, id) else { return .notFound }
    if let reference = Int64(typed: asked.form.choice(Name.end), in: TypedRange.id) {
      return try view.act("Kopplingen är borttagen.") { try $0.endReference(reference, of: id) }
    }
    var reading = FormReading(asked.form)
    var references: [ObstacleReference] = []
    let insats = asked.form.choice(Name.insats)
    if view.association.insatser.contains(where: { $0.id == insats }) { references.append(.insats(insats)) }
    let figure = reading.text(Name.figure, "Siffrans namn", byteCountMax: LiftPart.subjectBytesMax)
    if !figure.isEmpty { references.append(.figure(figure)) }
    if let decision = try AnswerObstacle.decision(&reading, asked, Name.decidedOn, Name.paragraph, isRequired: false) {
      references.append(.decision(decision))
    }
    let diary = reading.text(Name.diary, "Diarienumret", byteCountMax: 60)
    if !diary.isEmpty { references.append(.diary(diary)) }
    let documents = UploadedDocuments(asked)
    let kinds = documents.files.compactMap { file in
      DocumentKind(file.bytes) == nil && !file.bytes.isEmpty ? PersonalNumber.masked(file.name) : nil
    }
    for name in kinds {
      reading.add(
        "Filen ”\(name)” är varken PDF eller bild. Spara den som PDF och välj den igen.", at: UploadedDocuments.field)
    }
    if references.isEmpty, documents.files.isEmpty, !reading.hasFaults {
      reading.add("Det finns inget att koppla. Fyll i minst ett fält.", at: Name.insats)
    }
    guard !reading.hasFaults, documents.faults.isEmpty else { return try view.again(reading.faults + documents.faults) }
    for (digest, file) in zip(try await documents.keep(asked), documents.files) {
      references.append(.document(sha256: digest, name: file.name.isEmpty ? "dokument" : file.name))
    }
    let all = references
    return try view.act("Kopplingen är sparad.") { writing in
      for reference in all { try writing.refer(id, to: reference) }
    }
  }
}
