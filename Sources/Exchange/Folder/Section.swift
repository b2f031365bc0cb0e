import Association
import Ledger

/// Keys with values in a file of the folder, read one by one by what they must be. Everything that is wrong is logged
/// and something usable given in its place, so that the rest is read too.
struct Section {
  /// What other facts may point to; nil where the file that would say has not been readable, and nothing is asked.
  struct Known {
    var members: Set<String>?
    var insatser: Set<String>?
    var activities: Set<String>?
    var groups: Set<String>?
  }

  let node: YAMLNode
  let log: FileLog
  let known: Known
  private let values: [(key: YAMLNode, value: YAMLNode)]

  /// The keys and values of a node. Where allowed keys are given, any other is logged.
  init(_ node: YAMLNode, keys: [String]?, log: FileLog, known: Known = Known()) {
    self.node = node
    self.log = log
    self.known = known
    guard case .keys(let values) = node.content else {
      self.values = []
      if !node.isNothing { log.wrongKind(node, expected: "nycklar med värden") }
      return
    }
    self.values = values
    for (key, _) in values where !log.isFull {
      guard let name = key.text else {
        log.wrongKind(key, expected: "en nyckel")
        continue
      }
      if let keys, !keys.contains(name) { log.unknownKey(key, name, allowed: keys) }
    }
  }

  /// All keys with their values, for sections whose keys are years or ids.
  var pairs: [(key: YAMLNode, name: String, value: YAMLNode)] {
    values.compactMap { pair in pair.key.text.map { (pair.key, $0, pair.value) } }
  }

  /// What stands after a key; nil where the key is left out or nothing stands after it.
  func value(_ key: String) -> YAMLNode? {
    values.first { $0.key.text == key }.map(\.value).flatMap { $0.isNothing ? nil : $0 }
  }

  private func required(_ key: String) -> YAMLNode? {
    let found = value(key)
    if found == nil { logMissing(key) }
    return found
  }

  /// Logs that a key is missing, unless there are no keys at all, which has been logged.
  func logMissing(_ key: String) {
    if case .keys = node.content {
      log.missingKey(key, in: node)
    } else if node.isNothing {
      log.missingKey(key, in: node)
    }
  }

  private func scalar(_ node: YAMLNode?, expected: String) -> String? {
    guard let node else { return nil }
    guard let text = node.text else {
      log.wrongKind(node, expected: expected)
      return nil
    }
    return text
  }
}

extension Section {
  /// A text that must be said, if only as `""`.
  func text(_ key: String) -> String { scalar(required(key), expected: "en text") ?? "" }

  /// A text, or the empty one.
  func textIfSaid(_ key: String) -> String { scalar(value(key), expected: "en text") ?? "" }

  /// A short name.
  func id(_ key: String = "id") -> String {
    guard let node = required(key), let text = scalar(node, expected: "ett id") else { return "" }
    if !Section.isID(text) { log.notAnID(node, text) }
    return text
  }

  /// Ids are typed in other files and in texts as `{{mal.<id>.andel}}`, so they hold no blank and no bracket.
  static func isID(_ text: String) -> Bool {
    guard (1...100).contains(text.unicodeScalars.count) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && scalar.value > 0x20 && !"{}|\"".unicodeScalars.contains(scalar)
    }
  }

  /// The id of a member, or the empty text.
  func member(_ key: String, isRequired: Bool = false) -> String {
    reference(key, isRequired: isRequired, among: known.members, what: "medlem", file: "medlemmar.yaml")
  }

  /// The id of an insats, or the empty text.
  func insats(_ key: String = "insats", isRequired: Bool = false) -> String {
    reference(key, isRequired: isRequired, among: known.insatser, what: "insats", file: "insatser.yaml")
  }

  /// The id of a group, or the empty text.
  func group(_ key: String) -> String {
    reference(key, isRequired: false, among: known.groups, what: "grupp", file: "grupper.yaml")
  }

  /// The id of an activity of the mapping, or the empty text.
  func activity(_ key: String) -> String {
    reference(key, isRequired: false, among: known.activities, what: "verksamhet", file: "rader.yaml")
  }

  private func reference(_ key: String, isRequired: Bool, among ids: Set<String>?, what: String, file: String) -> String
  {
    guard let node = isRequired ? required(key) : value(key), let text = scalar(node, expected: "ett id") else {
      return ""
    }
    if let ids, !text.isEmpty, !ids.contains(text) {
      log.unknownID(node, text, among: ids.sorted(), what: what, file: file)
    }
    return text
  }

  /// One of an enum's words.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, isRequired: Bool = true) -> Choice?
  where Choice.RawValue == String {
    guard let node = isRequired ? required(key) : value(key), let text = scalar(node, expected: "ett ord") else {
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    log.notAmong(node, text, Choice.allCases.map(\.rawValue))
    return nil
  }

  /// `ja` or `nej`; nil where neither is said.
  func yesOrNo(_ key: String) -> Bool? {
    guard let node = value(key), let text = scalar(node, expected: "ja eller nej") else { return nil }
    switch text {
    case "ja": return true
    case "nej": return false
    default:
      log.notAmong(node, text, ["ja", "nej"])
      return nil
    }
  }
}

extension Section {
  /// An amount that must be said.
  func amount(_ key: String) -> Money { required(key).map(amount(of:)) ?? .zero }

  /// An amount, or nil.
  func amountIfSaid(_ key: String) -> Money? { value(key).map(amount(of:)) }

  /// The amount of a node.
  func amount(of node: YAMLNode) -> Money {
    guard let text = scalar(node, expected: "ett belopp") else { return .zero }
    if let amount = Written.amount(text) { return amount }
    log.notAnAmount(node, text)
    return .zero
  }

  /// A day that must be said; nil where it is not, which has been logged.
  func date(_ key: String) -> CalendarDate? { required(key).flatMap(date(of:)) }

  /// A day, or nil.
  func dateIfSaid(_ key: String) -> CalendarDate? { value(key).flatMap(date(of:)) }

  private func date(of node: YAMLNode) -> CalendarDate? {
    guard let text = scalar(node, expected: "en dag") else { return nil }
    if text.utf8.count == 10, let date = CalendarDate(text) { return date }
    log.notADate(node, text)
    return nil
  }

  /// A count that must be said.
  func count(_ key: String) -> Int { required(key).map(count(of:)) ?? 0 }

  /// A count, or nil.
  func countIfSaid(_ key: String) -> Int? { value(key).map(count(of:)) }

  func count(of node: YAMLNode) -> Int {
    guard let text = scalar(node, expected: "ett antal") else { return 0 }
    if let count = Written.count(text) { return count }
    log.notACount(node, text)
    return 0
  }

  /// A share in per mille, or nil.
  func permilleIfSaid(_ key: String) -> Int? {
    guard let node = value(key), let text = scalar(node, expected: "en andel") else { return nil }
    if let permille = Written.permille(text) { return permille }
    log.notAShare(node, text)
    return nil
  }

  /// Per cent of full time, in whole per cent, that must be said.
  func percent(_ key: String) -> Int {
    guard let node = required(key), let text = scalar(node, expected: "en andel") else { return 0 }
    if let permille = Written.permille(text), permille >= 0, permille % 10 == 0 { return permille / 10 }
    log.notAWholePercent(node, text)
    return 0
  }

  /// A number split by sex that must be said.
  func tally(_ key: String) -> Tally { required(key).map(tally(of:)) ?? Tally(women: 0, men: 0) }

  /// A number split by sex, or nil.
  func tallyIfSaid(_ key: String) -> Tally? { value(key).map(tally(of:)) }

  private func tally(of node: YAMLNode) -> Tally {
    if node.text != nil { return Tally(women: 0, men: 0, notStated: count(of: node)) }
    let parts = Section(node, keys: ["kvinnor", "män", "ej-angivet"], log: log)
    return Tally(
      women: parts.count("kvinnor"), men: parts.count("män"), notStated: parts.countIfSaid("ej-angivet") ?? 0)
  }

  /// A decision, or one that says nothing.
  func decision(_ key: String) -> Decision {
    guard let node = value(key) else { return Decision() }
    if let text = node.text {
      if let decision = Written.decision(text) { return decision }
      log.notADecision(node, text)
      return Decision()
    }
    let parts = Section(node, keys: ["datum", "paragraf"], log: log)
    return Decision(date: parts.dateIfSaid("datum"), paragraph: parts.textIfSaid("paragraf"))
  }
}

extension Section {
  /// The pieces of a list, or none.
  func list(_ key: String, isRequired: Bool = false) -> [YAMLNode] {
    guard let node = isRequired ? required(key) : value(key) else { return [] }
    if case .list(let nodes) = node.content { return nodes }
    log.wrongKind(node, expected: "en lista, där varje post börjar med ett bindestreck")
    return []
  }

  /// The texts of a list that must be said.
  func texts(_ key: String) -> [String] {
    list(key, isRequired: true).map { scalar($0, expected: "en text") ?? "" }
  }

  /// The pieces of a list, each with those keys. Where a key names them, no two may have the same name.
  func entries(_ key: String, isRequired: Bool = false, keys: [String], named name: String? = nil) -> [Section] {
    entries(of: list(key, isRequired: isRequired), keys: keys, named: name)
  }

  /// The same for a list that is at hand.
  func entries(of nodes: [YAMLNode], keys: [String], named name: String? = nil) -> [Section] {
    var lines: [String: Int] = [:]
    return nodes.map { node in
      let entry = Section(node, keys: keys, log: log, known: known)
      if let name, let value = entry.value(name), let text = value.text {
        if let line = lines[text] { log.nameTwice(value, text, firstLine: line) } else { lines[text] = value.line }
      }
      return entry
    }
  }

  /// The section after a key, or nil.
  func section(_ key: String, keys: [String]?) -> Section? {
    value(key).map { Section($0, keys: keys, log: log, known: known) }
  }

  /// What stands after each year, by year. With no key, the years are this section's own keys.
  func years(_ key: String? = nil) -> [(year: Int, value: YAMLNode)] {
    guard let section = key.map({ section($0, keys: nil) }) ?? self else { return [] }
    return section.pairs.compactMap { key, name, value in
      guard name.utf8.count == 4, let year = Int(name), (1900...2199).contains(year) else {
        log.notAYear(key, name)
        return nil
      }
      return (year, value)
    }
    .sorted { $0.year < $1.year }
  }

  /// The entries of the list after each year.
  func yearEntries(_ key: String, keys: [String], named name: String? = nil) -> [(year: Int, entry: Section)] {
    years(key).flatMap { year, value -> [(year: Int, entry: Section)] in
      guard !value.isNothing else { return [] }
      guard case .list(let nodes) = value.content else {
        log.wrongKind(value, expected: "en lista, där varje post börjar med ett bindestreck")
        return []
      }
      return entries(of: nodes, keys: keys, named: name).map { (year, $0) }
    }
  }
}
