import Press

/// What has changed between two texts, line by line: what is the same, what has been taken away, what has been added.
struct TextDifference: Sendable {
  enum Line: Hashable, Sendable {
    case same(String)
    case removed(String)
    case added(String)
  }

  let lines: [Line]

  var isEmpty: Bool { !lines.contains { if case .same = $0 { false } else { true } } }

  /// Above this the comparison takes a time nobody waits for: then all of the one is removed and all of the other added.
  private static let lineCountMax = 4000

  init(from old: [String], to new: [String]) {
    guard old.count + new.count <= TextDifference.lineCountMax else {
      lines = old.map { .removed($0) } + new.map { .added($0) }
      return
    }
    let difference = new.difference(from: old)
    let removed = Set(
      difference.removals.compactMap { if case .remove(let offset, _, _) = $0 { offset } else { nil } })
    let added = Set(
      difference.insertions.compactMap { if case .insert(let offset, _, _) = $0 { offset } else { nil } })
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        lines.append(.removed(old[left]))
        left += 1
      } else if added.contains(right) {
        lines.append(.added(new[right]))
        right += 1
      } else {
        lines.append(.same(old[left]))
        left += 1
        right += 1
      }
    }
    self.lines = lines
  }

  /// Two texts, by lines.
  init(from old: String, to new: String) {
    self.init(from: TextDifference.lines(of: old), to: TextDifference.lines(of: new))
  }

  private static func lines(of text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return text.utf8.split(separator: 10, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The lines with a sign and a word before each that has changed, so that no colour is needed to read them. Of what is
  /// the same, the line before and after a change is shown, and how many lie between.
  func html() -> HTML {
    var items: [HTML] = []
    var hidden = 0
    func close() {
      if hidden > 0 {
        items.append(
          tag("li", [.class("gap")], .text(hidden == 1 ? "En rad till är lika." : "\(hidden) rader till är lika.")))
      }
      hidden = 0
    }
    for (index, line) in lines.enumerated() {
      switch line {
      case .same(let words):
        let isNear = (index > 0 && isChange(index - 1)) || (index + 1 < lines.count && isChange(index + 1))
        guard isNear else {
          hidden += 1
          continue
        }
        close()
        if !words.isEmpty { items.append(tag("li", .text(words))) }
      case .removed(let words):
        close()
        items.append(item("−", "Borttaget: ", tag("del", .text(words.isEmpty ? "tom rad" : words))))
      case .added(let words):
        close()
        items.append(item("+", "Tillagt: ", tag("ins", .text(words.isEmpty ? "tom rad" : words))))
      }
    }
    close()
    return tag("ul", [.class("difference")], each: items)
  }

  private func isChange(_ index: Int) -> Bool { if case .same = lines[index] { false } else { true } }

  private func item(_ sign: String, _ words: String, _ content: HTML) -> HTML {
    tag(
      "li", [.class("changed")], tag("span", [.class("sign"), .other("aria-hidden", "true")], .text(sign)),
      tag("span", [.class("unseen")], .text(words)), content)
  }
}
