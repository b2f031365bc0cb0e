import Ledger
import Report
import Statements

/// Gathers, while a report is printed, every figure that stands in it, and gives each equal origin one place to open in
/// each chapter and table where it stands: whoever closes it is back where it was opened.
///
/// The links are plain fragments: the stylesheet shows the section that is the target as a panel, and without a
/// stylesheet the sections are an appendix. No script is needed.
final class Origins {
  /// Somewhere a figure stands: the id of its link, and what the place is called.
  struct Occurrence {
    let id: String
    let title: String
  }

  /// One origin with the figure that it explains.
  struct Entry {
    let number: Int
    let title: String
    let context: String
    let figure: Figure
    /// The id of the link that first leads here.
    var opener: String?

    var id: String { "u-\(number)" }
    fileprivate var key: Key { Key(value: figure.value, origin: figure.origin) }
  }

  /// Equal value and equal origin is one figure, however it is rounded where it stands.
  fileprivate struct Key: Hashable {
    let value: Figure.Value
    let origin: Origin
  }

  private(set) var entries: [Entry] = []
  /// The entries of a figure, by where they are opened.
  private var numbers: [Key: [String: Int]] = [:]
  /// The first entry of a figure, for those who open it from elsewhere.
  private var firstNumbers: [Key: Int] = [:]
  private var occurrences: [Key: [Occurrence]] = [:]
  private var linkCount = 0

  /// A figure of the report as a link to its origin.
  func link(_ figure: Figure, printed: String, title: String, context: String) -> HTML {
    linkCount += 1
    let id = "f-\(linkCount)"
    let number = enter(figure, title: title, context: context)
    let place = context.isEmpty ? title : "\(context): \(title)"
    note(Occurrence(id: id, title: place), in: number)
    return tag("a", [.id(id), .class("figure"), .href(.fragment(entries[number].id))], .text(printed))
  }

  /// An operand of a formula as a link to its own origin.
  func operandLink(_ operand: Origin.Operand, within entry: Entry) -> HTML {
    linkCount += 1
    let id = "f-\(linkCount)"
    let number = enter(operand.figure, title: operand.title, context: "")
    if entries[number].number != entry.number {
      note(Occurrence(id: id, title: "ingår i \(entry.title)"), in: number)
    }
    return tag("a", [.id(id), .href(.fragment(entries[number].id))], .text(operand.figure.exact))
  }

  /// Everywhere the figure of an entry stands, in whatever chapter or table.
  func occurrences(of entry: Entry) -> [Occurrence] { occurrences[entry.key] ?? [] }

  /// The place among the entries of a figure with its origin, which is entered if it is new there. Without a context
  /// it is wherever the figure was first entered.
  func enter(_ figure: Figure, title: String, context: String) -> Int {
    let key = Key(value: figure.value, origin: figure.origin)
    if let number = context.isEmpty ? firstNumbers[key] : numbers[key]?[context] { return number }
    let number = entries.count
    numbers[key, default: [:]][context] = number
    firstNumbers[key] = firstNumbers[key] ?? number
    entries.append(Entry(number: number + 1, title: title, context: context, figure: figure))
    return number
  }

  private func note(_ occurrence: Occurrence, in number: Int) {
    occurrences[entries[number].key, default: []].append(occurrence)
    entries[number].opener = entries[number].opener ?? occurrence.id
  }
}
