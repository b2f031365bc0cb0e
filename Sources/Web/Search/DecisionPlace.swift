import Association
import Ledger
import Report

/// A decision of the board, what was decided, and the page where it is used.
struct DecisionPlace {
  let decision: Decision
  let title: String
  var diaryNumber = ""
  let path: String
  /// The year that the page is of: a page of a year that is not in the book is not there. Nil where it always is.
  var year: Int?

  /// The decision as it is cited: `2021-11-19 § 45`.
  var said: String {
    [decision.date?.text ?? "", decision.paragraph, diaryNumber].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// All by which it can be sought.
  var sought: String { "\(said) \(title)" }

  /// Every decision that the association's facts point to. Frames decided together stand together.
  static func all(_ association: Association) -> [DecisionPlace] {
    var places: [DecisionPlace] = []
    for budget in association.budgets {
      let version = budget.version > 1 ? ", version \(budget.version)" : ""
      places.append(
        DecisionPlace(
          decision: budget.decision, title: "Budget \(budget.year)\(version)",
          path: Addresses.chapter.path(Pair(budget.year, "driftredovisning")), year: budget.year))
    }
    for frame in association.frames {
      let name = association.insatser.first { $0.id == frame.insatsID }?.name ?? frame.insatsID
      places.append(
        DecisionPlace(
          decision: frame.decision,
          title: "Ram för \(name) \(frame.year), \(Numerals.kronor(frame.granted))",
          path: ListLink.object(frame.year, ObjectReference(dimension: .insats, object: frame.insatsID)),
          year: frame.year))
    }
    for allocation in association.localAllocations {
      places.append(
        DecisionPlace(
          decision: allocation.decision,
          title: "Avsatt till lokala grupper \(allocation.year), \(Numerals.kronor(allocation.amount))",
          path: Addresses.finsamPlans.path(allocation.year)))
    }
    for key in association.contributionKeys {
      places.append(
        DecisionPlace(
          decision: key.decision, title: "Fördelning av medlemsbidragen från \(key.validFrom.text)",
          path: Addresses.contributionKey.path(key.validFrom.text)))
    }
    for requirement in association.balanceRequirements {
      places.append(
        DecisionPlace(
          decision: requirement.exceptionalDecision, title: "Synnerliga skäl, balanskravet \(requirement.year)",
          path: Addresses.chapter.path(Pair(requirement.year, "balanskrav")), year: requirement.year))
    }
    for report in association.reports {
      places.append(
        DecisionPlace(
          decision: report.decision, title: "Årsredovisning \(report.year)", diaryNumber: report.diaryNumber,
          path: Addresses.report.path(report.year), year: report.year))
    }
    return places.filter { $0.decision != Decision() || !$0.diaryNumber.isEmpty }
  }
}
