import CExpat
import Ledger

/// Reads an XML file whole. The one place that knows expat: it has no network and opens no file, and we let it expand
/// nothing, for a file with a document type (where entities are declared) is refused at the declaration.
enum XMLReader {
  /// Twenty megabytes: a bank statement of some twenty thousand lines.
  static let byteCountMax = 20 << 20
  /// Elements in elements: the formats have some fifteen.
  static let depthMax = 60
  /// So many elements fit in the largest file that anybody sends.
  static let elementCountMax = 1_000_000

  /// The root, with all that could be read, and what stopped the reading. Nil where not even a root was found.
  static func read(_ bytes: [UInt8], named name: String) -> Reading<XMLElement?> {
    guard bytes.count <= byteCountMax else {
      return Reading(value: nil, diagnostics: [.xmlSize(at: Place(file: name), byteCount: bytes.count)])
    }
    // The separator is a byte that stands in no name and in no namespace.
    guard let parser = XML_ParserCreateNS(nil, XML_Char(XMLBuilder.separator)) else {
      return Reading(value: nil, diagnostics: [.xmlBroken(at: Place(file: name, line: 1, column: 1))])
    }
    defer { XML_ParserFree(parser) }
    let builder = XMLBuilder(parser)
    let status = withExtendedLifetime(builder) {
      XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
      XML_SetElementHandler(
        parser,
        { XMLBuilder.of($0)?.begin($1, $2) },
        { user, _ in XMLBuilder.of(user)?.end() })
      XML_SetCharacterDataHandler(parser) { XMLBuilder.of($0)?.add($1, count: Int($2)) }
      XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in XMLBuilder.of(user)?.stop(.documentType) }
      return bytes.withUnsafeBytes { buffer in
        XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
      }
    }
    let place = Place(
      file: name, line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
    let root = builder.finish()
    guard status != XML_STATUS_OK else { return Reading(value: root) }
    switch builder.stopped {
    case .documentType: return Reading(value: root, diagnostics: [.xmlDocumentType(at: place)])
    case .depth: return Reading(value: root, diagnostics: [.xmlDepth(at: place)])
    case .count: return Reading(value: root, diagnostics: [.xmlCount(at: place)])
    case nil: return Reading(value: root, diagnostics: [.xmlBroken(at: place)])
    }
  }
}

/// Builds the tree of what expat tells.
private final class XMLBuilder {
  /// Why we stop before the file ends.
  enum Stop { case documentType, depth, count }

  static let separator: UInt8 = 0x1F

  private let parser: XML_Parser
  private var open: [XMLElement] = []
  private var texts: [[UInt8]] = []
  private var root: XMLElement?
  private var count = 0
  private(set) var stopped: Stop?

  init(_ parser: XML_Parser) { self.parser = parser }

  /// The builder that expat hands back.
  static func of(_ user: UnsafeMutableRawPointer?) -> XMLBuilder? {
    user.map { Unmanaged<XMLBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  func stop(_ why: Stop) {
    guard stopped == nil else { return }
    stopped = why
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  func begin(
    _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard stopped == nil else { return }
    count += 1
    guard open.count < XMLReader.depthMax else { return stop(.depth) }
    guard count <= XMLReader.elementCountMax else { return stop(.count) }
    let (namespace, local) = XMLBuilder.parts(name)
    var element = XMLElement(
      local, namespace: namespace, line: Int(XML_GetCurrentLineNumber(parser)),
      column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
    var place = 0
    while let attributes, let key = attributes[place], let value = attributes[place + 1] {
      element.attributes[XMLBuilder.parts(key).local] = String(cString: value)
      place += 2
    }
    open.append(element)
    texts.append([])
  }

  func add(_ characters: UnsafePointer<XML_Char>?, count: Int) {
    guard stopped == nil, let characters, !texts.isEmpty else { return }
    let bytes = UnsafeBufferPointer(start: characters, count: count)
    texts[texts.count - 1].append(contentsOf: bytes.lazy.map { UInt8(bitPattern: $0) })
  }

  func end() {
    guard var element = open.popLast() else { return }
    element.text = String(decoding: texts.popLast() ?? [], as: UTF8.self)
    if open.isEmpty { root = root ?? element } else { open[open.count - 1].children.append(element) }
  }

  /// The tree; what was left open when the file broke off is closed where it broke.
  func finish() -> XMLElement? {
    while !open.isEmpty { end() }
    return root
  }

  private static func parts(_ name: UnsafePointer<XML_Char>?) -> (namespace: String, local: String) {
    guard let name else { return ("", "") }
    let whole = String(cString: name)
    let parts = whole.utf8.split(separator: separator, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
    return parts.count == 2 ? (parts[0], parts[1]) : ("", whole)
  }
}

extension Diagnostic {
  fileprivate static func xmlBroken(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "xml-trasig", severity: .error, place: place,
      message:
        "Filen är inte hel XML: läsningen stannade på rad \(place.line), kolumn \(place.column). Hämta filen på nytt från "
        + "avsändaren, och ändra inget i den för hand.")
  }

  fileprivate static func xmlDocumentType(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "xml-doctype", severity: .error, place: place,
      message:
        "Filen har en dokumenttyp (DOCTYPE), som kan gömma annat innehåll än det som syns, och därför läses den inte. "
        + "Be avsändaren om filen utan dokumenttyp.")
  }

  fileprivate static func xmlDepth(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "xml-djup", severity: .error, place: place,
      message:
        "Filen har element i fler än \(XMLReader.depthMax) nivåer, fler än något format som läses här. Kontrollera att det "
        + "är rätt fil.")
  }

  fileprivate static func xmlCount(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "xml-antal", severity: .error, place: place,
      message: "Filen har fler än \(XMLReader.elementCountMax) element. Hämta den i kortare perioder.")
  }

  fileprivate static func xmlSize(at place: Place, byteCount: Int) -> Diagnostic {
    Diagnostic(
      code: "xml-storlek", severity: .error, place: place,
      message:
        "Filen är \(byteCount) byte, och högst \(XMLReader.byteCountMax) läses. Hämta den i kortare perioder.")
  }
}
