/// The three columns of a tally, as they are counted and printed.
public enum Sex: String, CaseIterable, Sendable {
  /// Kvinnor.
  case women = "kvinnor"
  /// Män.
  case men = "män"
  /// Ej angivet.
  case notStated = "ej angivet"
}

extension Tally {
  /// Nobody.
  public static let none = Tally(women: 0, men: 0)

  /// Those of a column.
  public subscript(sex: Sex) -> Int {
    get {
      switch sex {
      case .women: women
      case .men: men
      case .notStated: notStated
      }
    }
    set {
      switch sex {
      case .women: women = newValue
      case .men: men = newValue
      case .notStated: notStated = newValue
      }
    }
  }

  /// The difference, sex by sex; below nought where more is taken away than there is.
  public static func - (left: Tally, right: Tally) -> Tally {
    Tally(women: left.women - right.women, men: left.men - right.men, notStated: left.notStated - right.notStated)
  }
}

extension Sequence<Tally> {
  /// All together, sex by sex.
  public func sum() -> Tally { reduce(Tally.none) { $0 + $1 } }
}
