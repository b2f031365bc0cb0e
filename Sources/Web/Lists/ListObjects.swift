import Ledger
import Press
import Statements
import Store

/// The insatser of a year, or the objects of another dimension: what each has cost, earned, been granted and drawn.
enum ListObjects {
  /// The name of the field that chooses the dimension.
  static let dimensionName = "dimension"

  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard var request = try ListRequest(asked, number, Addresses.objects) else {
      return try ListRequest.noYear(asked, title: "Insatser", section: .insatser)
    }
    let isPerformer = asked.user.role == .performer
    var dimensions = Set(request.objects.map(\.reference.dimension))
    dimensions.insert(.insats)
    let chosen = asked.query.choice(dimensionName)
    let asking = Int(typed: chosen, in: TypedRange.dimension).map { Dimension(number: $0) }
    guard chosen.isEmpty || asking.map(dimensions.contains) == true else { return .notFound }
    // A performer's own insatser are all there is for them.
    guard !isPerformer || (asking ?? .insats) == .insats else { return .forbidden }
    let dimension = asking ?? .insats
    request.kept = [(dimensionName, dimension == .insats ? "" : "\(dimension.number)")]
    var results = try ObjectResult.all(request, dimension)
    if isPerformer { results = results.filter { asked.user.insatser.contains($0.reference.object) } }
    if request.wantsCSV { return request.csv("insatser", csv(results)) }
    let page = ObjectsPage(
      request: request, dimension: dimension, dimensions: isPerformer ? [.insats] : dimensions.sorted(),
      names: try asked.store.dimensionNames(), results: results,
      register: dimension == .insats ? try InsatsRegister(asked) : nil)
    return request.answer(page.title, section: .insatser, main: page.html())
  }

  private static func csv(_ results: [ObjectResult]) -> [[String]] {
    [["Id", "Namn", "Kostnader", "Intäkter", "Nettokostnad", "Beviljad ram", "Använt av ramen", "Kvar av ramen"]]
      + results.map { result in
        [result.reference.object, result.name]
          + [result.cost, result.income, result.net].map(CSVPress.decimal)
          + [result.frame?.granted, result.frame?.outcome, result.frame?.left].map { $0.map(CSVPress.decimal) ?? "" }
      }
  }
}
