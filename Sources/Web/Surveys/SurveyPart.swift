import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// Words and pieces that the pages of surveys share.
enum SurveyPart {
  static func words(_ respondents: SurveyRespondents) -> String {
    switch respondents {
    case .ongoing: "Deltagare som pågår"
    case .leaving: "Deltagare som avslutar"
    case .staff: "Insatspersonal"
    case .managers: "Chefer hos parterna"
    case .board: "Styrelsen"
    case .referrers: "Remittenter"
    }
  }

  static func words(_ kind: SurveyScale.Kind) -> String {
    switch kind {
    case .six: "Sex steg: stämmer"
    case .frequency: "Sex steg: hur ofta"
    case .seven: "1 till 7"
    case .yesNo: "Nej eller ja"
    case .own: "Egen skala"
    case .text: "Fritext"
    }
  }

  /// What counts as positive, in words.
  static func cut(_ question: SurveyInstrument.Question) -> String {
    guard let cut = question.positiveFrom else { return "" }
    let steps = question.scale.steps
    return cut == steps.count ? "”\(steps[cut - 1])”" : "från ”\(steps[cut - 1])” till ”\(steps[steps.count - 1])”"
  }

  /// So many of so many, with the share.
  static func rate(_ answered: Int, of asked: Int) -> String {
    let share = Share(Int64(answered), of: Int64(asked)).map { " (\(Numerals.percent($0)))" } ?? ""
    return "\(answered) av \(asked)\(share)"
  }

  /// How many have answered, for that reader: the office sees the number, since it types answers in; to others a number
  /// below the smallest group is not told.
  static func answers(_ survey: SurveyCase, _ asked: Asked) -> String {
    Access.bookkeepers.admits(asked.user) || survey.isLargeEnough
      ? rate(survey.answered, of: survey.asked) : "färre än \(survey.round.draft.minimum) av \(survey.asked)"
  }

  static func insats(_ id: String, _ association: Association) -> String {
    id.isEmpty ? "Hela förbundet" : association.insatser.first { $0.id == id }?.name ?? id
  }

  static func trail(_ survey: SurveyCase? = nil) -> [Page.Link] {
    [Page.Link("Enkäter", Addresses.surveys.path())]
      + (survey.map { [Page.Link($0.round.draft.title, Addresses.survey.path($0.id.rawValue))] } ?? [])
  }

  /// Runs an act; what it refuses is a fault of the form. What it deletes is gone from the log as well.
  static func attempt(_ asked: Asked, _ body: (Store.Writing) throws -> Void) throws -> [FieldFault] {
    do {
      try asked.store.together(by: asked.actor, at: asked.now, body)
      asked.store.emptyLog()
      return []
    } catch {
      guard case .survey(let refusal) = error as? Store.Refusal else { throw error }
      return [FieldFault(field: "", message: Words.sentence(refusal))]
    }
  }
}
