import Ledger
import Yams

/// The one door to Yams: a text comes in, a tree with places goes out, and everything that could make a YAML reader
/// crash, hang or grow is taken out on the way.
///
/// Anchors, aliases, tags and `? ` keys make YAML dangerous (a few lines can mean thousands of millions of nodes) and
/// nobody needs them here. To find them by a scan of our own would be to write YAML's scanner again, so the signs
/// that begin them are exchanged for code points that Unicode keeps for use inside programs. The parser takes those
/// for letters; afterwards they are exchanged back, and a bare text that begins with one was what we do not take.
/// The same is done with the separators that YAML, unlike every editor, counts as line ends.
enum YAMLDocument {
  /// Deeper than any file of ours by far: the deepest key of the format has eight above it.
  private static let depthMax = 20

  private static let exchanged: [(sign: [UInt8], standIn: [UInt8])] = [
    ([UInt8(ascii: "&")], [0xEF, 0xB7, 0x90]),
    ([UInt8(ascii: "*")], [0xEF, 0xB7, 0x91]),
    ([UInt8(ascii: "!")], [0xEF, 0xB7, 0x92]),
    ([UInt8(ascii: "?")], [0xEF, 0xB7, 0x93]),
    ([0xC2, 0x85], [0xEF, 0xB7, 0x94]),
    ([0xE2, 0x80, 0xA8], [0xEF, 0xB7, 0x95]),
    ([0xE2, 0x80, 0xA9], [0xEF, 0xB7, 0x96]),
  ]

  /// The tree of a text that `FileText.read` has found sound. Nil where the file is empty or is no YAML, and then the
  /// log says why.
  static func read(_ text: [UInt8], log: FileLog) -> YAMLNode? {
    guard !hasIndentingTab(text, log: log) else { return nil }
    do {
      let parser = try Parser(yaml: withStandIns(text), resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return nil }
      return node(of: root, depth: 0, log: log)
    } catch let error as YamlError {
      log.add(error)
    } catch {
      log.yamlUnreadable(line: 0, scalar: 0, problem: "\(error)")
    }
    return nil
  }

  private static func hasIndentingTab(_ text: [UInt8], log: FileLog) -> Bool {
    var isIndent = true
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"): isIndent = true
      case UInt8(ascii: " "): break
      case UInt8(ascii: "\t") where isIndent:
        log.yamlTab(at: index)
        return true
      default: isIndent = false
      }
    }
    return false
  }

  private static func withStandIns(_ text: [UInt8]) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xC2, 0xE2:
        if let pair = exchanged.first(where: { text[index...].starts(with: $0.sign) }) {
          copy += pair.standIn
          index += pair.sign.count
          continue
        }
      default: break
      }
      copy.append(text[index])
      index += 1
    }
    return String(decoding: copy, as: UTF8.self)
  }

  fileprivate static func withSigns(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(0xEF) else { return text }
    var copy: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0xEF, let pair = exchanged.first(where: { bytes[index...].starts(with: $0.standIn) }) {
        copy += pair.sign
        index += pair.standIn.count
      } else {
        copy.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: copy, as: UTF8.self)
  }

  private static func node(of node: Node, depth: Int, log: FileLog) -> YAMLNode {
    let line = node.mark?.line ?? 0
    let scalar = node.mark?.column ?? 0
    var read = YAMLNode(content: .scalar("", isPlain: true), line: line, scalar: scalar)
    guard depth <= depthMax else {
      log.yamlTooDeep(at: read)
      return read
    }
    switch node {
    case .scalar(let found):
      let text = withSigns(found.string)
      read.content = .scalar(text, isPlain: found.style == .plain)
      if found.style == .plain, let first = text.utf8.first, "&*!".utf8.contains(first) { log.yamlAnchor(at: read) }
    case .sequence(let found):
      read.content = .list(found.map { self.node(of: $0, depth: depth + 1, log: log) })
    case .mapping(let found):
      read.content = .keys(
        found.map {
          (self.node(of: $0.key, depth: depth + 1, log: log), self.node(of: $0.value, depth: depth + 1, log: log))
        })
    case .alias: log.yamlAnchor(at: read)
    }
    return read
  }
}

extension FileLog {
  fileprivate func add(_ error: YamlError) {
    switch error {
    case .scanner(.some(let context), "found unexpected end of stream", _, _):
      // What is not ended is shown where it begins.
      yamlUnreadable(line: context.mark.line, scalar: context.mark.column, problem: "found unexpected end of stream")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      if hasAnchor(nearLine: mark.line) {
        yamlAnchor(at: YAMLNode(content: .scalar("", isPlain: true), line: mark.line, scalar: mark.column))
      } else {
        yamlUnreadable(line: mark.line, scalar: mark.column, problem: problem)
      }
    case .composer(_, let problem, let mark, _):
      yamlUnreadable(line: mark.line, scalar: mark.column, problem: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      yamlKeyTwice(keys, line: context.mark.line, scalar: context.mark.column)
    case .reader(let problem, _, _, _): yamlUnreadable(line: 0, scalar: 0, problem: problem)
    default: yamlUnreadable(line: 0, scalar: 0, problem: "parser stopped")
    }
  }

  /// Whether an anchor, an alias or a tag seems to stand on that line or the one above, and so to be what is wrong.
  private func hasAnchor(nearLine number: Int) -> Bool {
    [number - 1, number].contains { candidate in
      var before = UInt8(ascii: " ")
      let text = Array(line(candidate))
      for (index, byte) in text.enumerated() {
        defer { before = byte }
        guard "&*!".utf8.contains(byte), " [{,".utf8.contains(before), index + 1 < text.count else { continue }
        if text[index + 1] > 0x20, text[index + 1] != byte || byte == UInt8(ascii: "!") { return true }
      }
      return false
    }
  }

  fileprivate func yamlTab(at offset: Int) {
    add("mapp-tabb", atByte: offset, "Raden är indragen med tabb. Dra in den med två mellanslag per steg.")
  }

  fileprivate func yamlUnreadable(line: Int, scalar: Int, problem: String) {
    let advice =
      switch problem {
      case "mapping values are not allowed in this context":
        "Här står ett kolon som inte hör hit. En text med kolon i sätts inom citattecken; annars är indraget fel."
      case "did not find expected key", "did not find expected '-' indicator",
        "did not find expected <document start>":
        "Indraget stämmer inte med raderna ovanför, eller så är ett citattecken eller en klammer inte avslutad."
      case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
        "En klammer är inte avslutad, eller så saknas ett kommatecken."
      case "could not find expected ':'":
        "Här saknas ett kolon efter nyckeln, eller så hör raden ihop med den ovanför och är för lite indragen."
      case "found unexpected end of stream":
        "Filen tar slut mitt i en text inom citattecken. Avsluta citattecknet."
      case "found character that cannot start any token":
        "En text kan inte börja med det tecknet. Sätt texten inom citattecken."
      case "found unknown escape character":
        "Omvänt snedstreck har särskild betydelse inom citattecken. Skriv det två gånger, eller ta bort citattecknen."
      case "but found another document":
        "Raden --- delar filen i flera dokument. Ta bort den."
      default:
        problem.contains("nesting level")
          ? "Filen är nästlad för djupt. Kontrollera klamrar och bindestreck."
          // The parser's own words are English, and say more only where we have nothing better.
          : "Kontrollera indrag, kolon, citattecken och klamrar. (Läsaren säger: \(problem).)"
      }
    add("mapp-yaml", line: line, scalar: scalar, "Filen går inte att läsa som YAML. \(advice)")
  }

  fileprivate func yamlAnchor(at node: YAMLNode) {
    add(
      "mapp-ankare", at: node,
      "Ankare (&), alias (*) och taggar (!) används inte här. Skriv värdet där det ska stå; "
        + "en text som börjar med &, * eller ! sätts inom citattecken.")
  }

  fileprivate func yamlTooDeep(at node: YAMLNode) {
    add("mapp-yaml", at: node, "Filen är nästlad för djupt här. Kontrollera indrag och klamrar.")
  }

  fileprivate func yamlKeyTwice(_ keys: [String], line: Int, scalar: Int) {
    let names = keys.map { "”\(YAMLDocument.withSigns($0))”" }.joined(separator: ", ")
    add(
      "mapp-dubbel-nyckel", line: line, scalar: scalar,
      "Nyckeln \(names) står mer än en gång på samma ställe. Här är den första. Ta bort den som inte ska gälla.")
  }
}
