public import Association
import Ledger
import Statements

/// How a goal went, by its own rule and never by hand.
public enum GoalVerdict: String, Hashable, Sendable {
  /// Every outcome meets the rule.
  case met = "Uppnått"
  /// Some outcome does not.
  case missed = "Ej uppnått"
  /// The board has to judge and has not.
  case notJudged = "Ej bedömt"
  /// The figures that the rule asks for are not there.
  case lacksFigures = "Underlag saknas"
  /// The verdict would tell of a count that is not printed.
  case withheld = "Visas inte"
  /// So few are counted that one person would decide.
  case tooFew = "För få för att säga"
}

extension Goal {
  /// How the goal went, reckoned on exact figures: 59,6 per cent does not meet 60.
  ///
  /// Of fewer than `fewest` nothing is said: a share of a handful is one person's.
  public func verdict(figures: FigureCatalogue, fewest: Int = 0) -> GoalVerdict {
    if case .shareAtLeast = rule, outcomes.contains(where: { (1..<max(fewest, 1)).contains($0.base?.total ?? 0) }) {
      return .tooFew
    }
    switch rule {
    case .judged:
      return judgedMet.map { $0 ? .met : .missed } ?? .notJudged
    case .shareAtLeast(let permille):
      return verdict { outcome in
        guard let met = outcome.met, let base = outcome.base, base.total > 0 else { return nil }
        return met.total * 1000 >= permille * base.total
      }
    case .countAtLeast(let limit):
      return verdict { outcome in outcome.met.map { $0.total >= limit } }
    case .figureAtLeast(let name, let limit):
      return compared(figures[name], figures[limit]) { $0 >= $1 }
    case .figureAtMost(let name, let limit):
      return compared(figures[name], figures[limit]) { $0 <= $1 }
    }
  }

  /// The verdict as it may be printed: where a count is withheld, only if every count that it could be gives the same.
  func printedVerdict(figures: FigureCatalogue, _ protection: CountProtection) -> GoalVerdict {
    let verdict = verdict(figures: figures, fewest: protection.threshold)
    switch rule {
    case .judged: return verdict
    case .figureAtLeast(let name, let limit), .figureAtMost(let name, let limit):
      let isWithheld = [name, limit].contains { figures[$0]?.withheld != nil }
      return isWithheld ? .withheld : verdict
    case .shareAtLeast, .countAtLeast:
      guard verdict == .met || verdict == .missed else { return verdict }
      let told = outcomes.indices.map { toldVerdict(ofOutcome: $0, protection) }
      if told.contains(false) { return .missed }
      return told.contains(nil) ? .withheld : .met
    }
  }

  /// Whether an outcome meets the rule, as far as a reader of what is printed knows; nil where it may or may not.
  private func toldVerdict(ofOutcome index: Int, _ protection: CountProtection) -> Bool? {
    let cells = cells(ofOutcome: index)
    guard let met = outcomes[index].met?.total else { return nil }
    let part = protection.printed(
      met, part: cells.part.total, rest: cells.rest.total, whole: cells.whole.total
    ).range
    if case .countAtLeast(let limit) = rule {
      return part.lowerBound >= limit ? true : part.upperBound < limit ? false : nil
    }
    guard case .shareAtLeast(let permille) = rule, let base = outcomes[index].base?.total,
      protection.printed(base, cells.whole.total).count != nil
    else { return nil }
    if part.lowerBound * 1000 >= permille * base { return true }
    // Of those who are left some are known to be, where the count is at least so many and no more is told.
    return min(part.upperBound, base) * 1000 < permille * base ? false : nil
  }

  private func compared(_ left: Figure?, _ right: Figure?, _ holds: (Int128, Int128) -> Bool) -> GoalVerdict {
    switch (left?.value, right?.value) {
    case (.amount(let left), .amount(let right)): holds(Int128(left.ore), Int128(right.ore)) ? .met : .missed
    case (.count(let left), .count(let right)): holds(Int128(left), Int128(right)) ? .met : .missed
    case (.share(let left), .share(let right)):
      holds(
        Int128(left.numerator) * Int128(right.denominator), Int128(right.numerator) * Int128(left.denominator))
        ? .met : .missed
    default: .lacksFigures
    }
  }

  private func verdict(_ isMet: (Outcome) -> Bool?) -> GoalVerdict {
    let verdicts = outcomes.map(isMet)
    guard !verdicts.isEmpty, !verdicts.contains(nil) else { return .lacksFigures }
    return verdicts.contains(false) ? .missed : .met
  }
}
