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
    /// Which of the different figures it is.
    fileprivate let place: Int
  }

  /// Equal value and equal origin is one figure, however it is rounded where it stands.
  fileprivate struct Key: Hashable {
    let value: Figure.Value
    let origin: Origin
  }

  /// What is known of one figure, wherever it stands.
  private struct Place {
    /// Its entries, by where they are opened; the first of them for those who open it from elsewhere.
    var numbers: [String: Int] = [:]
    var first: Int?
    var occurrences: [Occurrence] = []
  }

  private(set) var entries: [Entry] = []
  /// Where each figure's place is: to find it is to reckon the hash of all that it is made of, so it is done once a link.
  private var placeNumbers: [Key: Int] = [:]
  private var places: [Place] = []
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
  func occurrences(of entry: Entry) -> [Occurrence] { places[entry.place].occurrences }

  /// The place among the entries of a figure with its origin, which is entered if it is new there. Without a context
  /// it is wherever the figure was first entered.
  func enter(_ figure: Figure, title: String, context: String) -> Int {
    let key = Key(value: figure.value, origin: figure.origin)
    let place = placeNumbers[key] ?? places.count
    if place == places.count {
      placeNumbers[key] = place
      places.append(Place())
    }
    if let number = context.isEmpty ? places[place].first : places[place].numbers[context] { return number }
    let number = entries.count
    places[place].numbers[context] = number
    places[place].first = places[place].first ?? number
    entries.append(Entry(number: number + 1, title: title, context: context, figure: figure, place: place))
    return number
  }

  /// The id of the section that each figure first opens to.
  var fragments: [Figure: String] {
    var fragments: [Figure: String] = [:]
    for (key, place) in placeNumbers {
      fragments[Figure(key.value, origin: key.origin)] = places[place].first.map { entries[$0].id }
    }
    return fragments
  }

  private func note(_ occurrence: Occurrence, in number: Int) {
    places[entries[number].place].occurrences.append(occurrence)
    entries[number].opener = entries[number].opener ?? occurrence.id
  }
}
