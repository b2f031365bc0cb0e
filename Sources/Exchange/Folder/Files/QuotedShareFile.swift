import Association
import Ledger

/// The comparisons of `mal/2022.yaml`: percentages that are not reckoned here.
extension QuotedShare {
  static let fileKeys = ["mål", "utfall", "slag", "vad", "alla", "kvinnor", "män", "antal", "källa"]

  init?(_ section: Section, year: Int) {
    let goal = section.id("mål")
    let kind: Kind = section.choice("slag") ?? .comparison
    let (title, source) = (section.text("vad"), section.text("källa"))
    let (women, men) = (section.percentIfSaid("kvinnor"), section.percentIfSaid("män"))
    let base = section.tallyIfSaid("antal")
    guard let all = section.percentIfSaid("alla") else {
      if section.value("alla") == nil { section.logMissing("alla") }
      return nil
    }
    do {
      try self.init(
        goalID: goal, year: year, outcome: section.countIfSaid("utfall") ?? 1, kind: kind, title: title, all: all,
        women: women, men: men, base: base, source: source)
    } catch {
      section.log.add("mapp-omojlig-andel", at: section.value("alla") ?? section.node, error.words)
      return nil
    }
  }

  var file: YAMLValue {
    func percent(_ percent: PrintedPercent?) -> YAMLValue? { percent.map { .plain("\($0.text) %") } }
    return .section([
      ("mål", .text(goalID)), ("utfall", outcome == 1 ? nil : .count(outcome)), ("slag", .word(kind)),
      ("vad", .text(title)), ("alla", percent(all)), ("kvinnor", percent(women)), ("män", percent(men)),
      ("antal", base.map { .tally($0) }), ("källa", .text(source)),
    ])
  }
}

extension Section {
  /// A percentage as it is printed, from 0 to 100, or nil.
  fileprivate func percentIfSaid(_ key: String) -> PrintedPercent? {
    guard let node = value(key) else { return nil }
    if let text = node.text, let percent = PrintedPercent(text) { return percent }
    log.add(
      "mapp-andel", at: node,
      "Här står inte en andel som går att läsa. Skriv procent som den är tryckt, från 0 till 100, till exempel 81,4 %.")
    return nil
  }
}
