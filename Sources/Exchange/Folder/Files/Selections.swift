import Association
import Ledger

/// How `rader.yaml` says which balances a line counts: `3000-3099 3500`, or a list where some parts are narrower.
extension Section {
  private static let words = ["kostnadsställe", "projekt", "insats", "part", "typ", "budgetrad"]

  /// The lines of a statement, each with what it counts.
  func lines(_ key: String, among ids: [String]) -> [Mapping.Line] {
    guard value(key) != nil else {
      logMissing(key)
      return []
    }
    return (section(key, keys: ids)?.pairs ?? []).map { Mapping.Line(id: $0.name, counts: selections(of: $0.value)) }
  }

  /// One of a list of words.
  func word(_ key: String, among words: [String]) -> String {
    let word = text(key)
    if let node = value(key), !word.isEmpty, !words.contains(word) { log.notAmong(node, word, words) }
    return word
  }

  /// What is counted, or nothing.
  func selections(_ key: String, isRequired: Bool = false) -> [Selection] {
    guard let node = value(key) else {
      if isRequired { logMissing(key) }
      return []
    }
    return selections(of: node)
  }

  private func selections(of node: YAMLNode) -> [Selection] {
    switch node.content {
    case .list(let nodes): nodes.map(selection)
    case .scalar where node.isNothing: []
    default: [selection(of: node)]
    }
  }

  private func selection(of node: YAMLNode) -> Selection {
    if node.text != nil { return Selection(accounts: accounts(of: node)) }
    let parts = Section(node, keys: nil, log: log)
    var objects: [ObjectReference] = []
    for (key, name, value) in parts.pairs where name != "konton" {
      guard let dimension = Dimension(word: name) else {
        log.unknownKey(key, name, allowed: ["konton"] + Section.words)
        continue
      }
      guard let object = value.text else {
        log.wrongKind(value, expected: "ett id")
        continue
      }
      objects.append(ObjectReference(dimension: dimension, object: object))
    }
    guard let ranges = parts.value("konton") else {
      log.missingKey("konton", in: node)
      return Selection(accounts: [], objects: objects)
    }
    return Selection(accounts: accounts(of: ranges), objects: objects)
  }

  private func accounts(of node: YAMLNode) -> [ClosedRange<Int>] {
    guard let text = node.text else {
      log.wrongKind(node, expected: "konton")
      return []
    }
    let written = text.utf8.split(separator: UInt8(ascii: " ")).map { String($0) ?? "" }
    if written.isEmpty { log.notAccounts(node, text) }
    return written.compactMap { word in
      if let range = ClosedRange(accounts: word) { return range }
      log.notAccounts(node, word)
      return nil
    }
  }

  /// The dimensions that a row is split by.
  func dimensions(_ key: String) -> [Dimension] {
    guard let node = value(key) else { return [] }
    let nodes = if case .list(let nodes) = node.content { nodes } else { [node] }
    return nodes.compactMap { node in
      if let word = node.text, let dimension = Dimension(word: word) { return dimension }
      log.notAmong(node, node.text ?? node.kindInWords, Section.words + ["dimension-<nummer>"])
      return nil
    }
  }
}

extension YAMLValue {
  static func account(_ number: AccountNumber) -> YAMLValue {
    ClosedRange(accounts: number.text) != nil ? .plain(number.text) : .text(number.text)
  }

  static func selectionsIfAny(_ selections: [Selection]) -> YAMLValue? {
    selections.isEmpty ? nil : .selections(selections)
  }

  static func selections(_ selections: [Selection]) -> YAMLValue {
    if selections.count == 1, let only = selections.first, only.objects.isEmpty, !only.accounts.isEmpty {
      return .plain(only.accountText)
    }
    return .list(
      selections.map { selection in
        if selection.objects.isEmpty { return .plain(selection.accountText) }
        return .keys(
          [("konton", .plain(selection.accountText))] + selection.objects.map { ($0.dimension.word, .text($0.object)) })
      })
  }
}

extension Selection {
  fileprivate var accountText: String {
    accounts.map { range in
      let lower = Selection.fourDigits(range.lowerBound)
      return range.count == 1 ? lower : "\(lower)-\(Selection.fourDigits(range.upperBound))"
    }
    .joined(separator: " ")
  }

  private static func fourDigits(_ group: Int) -> String {
    let digits = "\(group)"
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

extension ClosedRange<Int> {
  /// `3010` or `3000-3099`.
  fileprivate init?(accounts text: String) {
    let numbers = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { $0.count == 4 && $0.allSatisfy { (48...57).contains($0) } ? Int(String($0) ?? "") : nil }
    guard (1...2).contains(numbers.count), let lower = numbers[0], let upper = numbers[numbers.count - 1],
      lower <= upper
    else { return nil }
    self = lower...upper
  }
}

extension Dimension {
  /// The word by which `rader.yaml` names the dimension.
  var word: String {
    switch self {
    case .costCentre: "kostnadsställe"
    case .project: "projekt"
    case .insats: "insats"
    case .party: "part"
    case .kind: "typ"
    case .budgetLine: "budgetrad"
    default: "dimension-\(number)"
    }
  }

  init?(word: String) {
    let named: [Dimension] = [.costCentre, .project, .insats, .party, .kind, .budgetLine]
    if let dimension = named.first(where: { $0.word == word }) {
      self = dimension
    } else if word.utf8.starts(with: "dimension-".utf8), let rest = String(word.utf8.dropFirst(10)),
      let number = Written.count(rest)
    {
      self.init(number: number)
    } else {
      return nil
    }
  }
}

extension FileLog {
  fileprivate func notAccounts(_ node: YAMLNode, _ text: String) {
    add(
      "mapp-konto", at: node,
      "”\(text)” går inte att läsa som konton. Skriv fyra siffror (3010) eller ett spann där det lägre kontot står först (3000-3099), "
        + "flera med blanktecken emellan.")
  }
}
