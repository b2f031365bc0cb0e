/// How a command ends when it does not end well: the words for the user and the exit code (house rules on errors).
package struct Failure: Error {
  /// The exit codes.
  package enum Kind: Int32 {
    /// Done, but checks found something.
    case findings = 1
    /// Wrong use of the command.
    case use = 64
    /// The input is not right; nothing has been stored.
    case input = 65
    /// A file or the book could not be read or written; nothing has been stored.
    case file = 74
    /// A fault of ours.
    case fault = 70
  }

  /// Which end.
  package let kind: Kind
  /// What is, what was expected, what to do. Empty where everything has been said already.
  package let message: String

  package init(_ kind: Kind, _ message: String = "") {
    self.kind = kind
    self.message = message
  }
}
