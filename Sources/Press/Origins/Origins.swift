import Ledger
import Report
import Statements

/// Gathers, while a report is printed, every figure that stands in it, and gives each equal origin one place to open.
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
    var occurrences: [Occurrence]

    var id: String { "u-\(number)" }
  }

  /// Equal value and equal origin is one entry, however it is rounded where it stands.
  private struct Key: Hashable {
    let value: Figure.Value
    let origin: Origin
  }

  private(set) var entries: [Entry] = []
  private var numbers: [Key: Int] = [:]
  private var linkCount = 0

  /// A figure of the report as a link to its origin.
  func link(_ figure: Figure, printed: String, title: String, context: String) -> HTML {
    linkCount += 1
    let id = "f-\(linkCount)"
    let number = enter(figure, title: title, context: context)
    let place = context.isEmpty ? title : "\(context): \(title)"
    entries[number].occurrences.append(Occurrence(id: id, title: place))
    return tag("a", [.id(id), .class("figure"), .href(.fragment(entries[number].id))], .text(printed))
  }

  /// An operand of a formula as a link to its own origin.
  func operandLink(_ operand: Origin.Operand, within entry: Entry) -> HTML {
    linkCount += 1
    let id = "f-\(linkCount)"
    let number = enter(operand.figure, title: operand.title, context: "")
    if entries[number].number != entry.number {
      entries[number].occurrences.append(Occurrence(id: id, title: "ingår i \(entry.title)"))
    }
    return tag("a", [.id(id), .href(.fragment(entries[number].id))], .text(operand.figure.exact))
  }

  /// The place among the entries of a figure with its origin, which is entered if it is new.
  func enter(_ figure: Figure, title: String, context: String) -> Int {
    let key = Key(value: figure.value, origin: figure.origin)
    if let number = numbers[key] { return number }
    let number = entries.count
    numbers[key] = number
    entries.append(
      Entry(number: number + 1, title: title, context: context, figure: figure, occurrences: []))
    return number
  }
}
