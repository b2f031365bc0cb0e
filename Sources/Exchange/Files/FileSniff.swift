/// What a file that somebody sends in really is, by its bytes, and why it may not be taken. Every door that keeps files asks
/// here. Nothing is unpacked but a few bytes of an archive's list, so a file costs no more than its length.
public enum FileSniff {
  /// What a file can be.
  public enum Kind: String, CaseIterable, Sendable {
    /// PDF (ISO 32000).
    case pdf
    /// A picture: PNG.
    case png
    /// A picture: JPEG.
    case jpeg
    /// A picture: GIF.
    case gif
    /// A picture: WebP.
    case webp
    /// A picture: TIFF, as scanners make.
    case tiff
    /// A picture: HEIC, as phones make.
    case heic
    /// A text document (Office Open XML, ECMA-376).
    case docx
    /// A spreadsheet (Office Open XML).
    case xlsx
    /// A presentation (Office Open XML).
    case pptx
    /// A text document (OpenDocument, ISO 26300).
    case odt
    /// A spreadsheet (OpenDocument).
    case ods
    /// XML, such as an e-invoice.
    case xml
    /// A mail with its head (RFC 5322).
    case mail
    /// Text: CSV, SIE, Markdown, JSON, plain.
    case text
  }

  /// Why a file is refused.
  public enum Fault: Hashable, Sendable {
    /// It has no name.
    case nameMissing
    /// The name is longer, in bytes, than so many.
    case nameTooLong(byteCountMax: Int)
    /// The name has a character that is not seen, or that turns the text around.
    case nameUnseen
    /// The name has a character that parts folders, or that no file on every computer may have.
    case nameCharacter(String)
    /// The name is one that Windows keeps for itself, such as `CON`.
    case nameReserved(String)
    /// The name begins with a point, or ends with one or with a blank.
    case nameEdge
    /// There is nothing in it.
    case empty
    /// It is larger than may be.
    case tooLarge(byteCount: Int, byteCountMax: Int)
    /// Its ending is that of a program.
    case programEnding(String)
    /// It has an ending before its ending that is a program's: `faktura.exe.pdf`.
    case doubleEnding(String)
    /// It is a program, whatever its name.
    case program
    /// It is a web page or a picture that can hold script.
    case webPage
    /// It holds macros.
    case macros
    /// A file in it is a program.
    case programInside(String)
    /// It is an archive.
    case archive
    /// It is of the older kinds of Office, which cannot be looked through.
    case oldOffice
    /// It is of a kind that is not known.
    case unknown
    /// It is not what its ending says.
    case disagrees(Kind, ending: String)
    /// It is of a kind that is not taken here.
    case notTaken(Kind)
  }

  /// The most bytes of a name.
  public static let nameByteCountMax = 200

  /// All that is wrong with the file; empty where it may be taken. `accepting` is what is taken here.
  public static func faults(
    name: String, bytes: [UInt8], byteCountMax: Int, accepting: Set<Kind> = Set(Kind.allCases)
  ) -> [Fault] {
    var faults = nameFaults(name)
    // What is empty or too large is told as that, and not looked through.
    if bytes.isEmpty { return faults + [.empty] }
    if bytes.count > byteCountMax { return faults + [.tooLarge(byteCount: bytes.count, byteCountMax: byteCountMax)] }
    switch examine(bytes) {
    case .failure(let found): if !faults.contains(found) { faults.append(found) }
    case .success(let kind):
      let ending = endings(of: name).last ?? ""
      if !ending.isEmpty, known.contains(ending), !kind.endings.contains(ending) {
        faults.append(.disagrees(kind, ending: ending))
      } else if !accepting.contains(kind) {
        faults.append(.notTaken(kind))
      }
    }
    return faults
  }

  /// What is wrong with the file whatever it is for: its name, and that it is a program or a web page. For doors that read
  /// the file themselves and say what is wrong in it; one that reads web pages says so.
  public static func dangers(name: String, bytes: [UInt8], mayBePage: Bool = false) -> [Fault] {
    var faults = nameFaults(name)
    if case .failure(let found) = examine(bytes), [.program, .webPage, .macros].contains(found),
      !faults.contains(found)
    {
      faults.append(found)
    }
    return mayBePage ? faults.filter { $0 != .webPage } : faults
  }

  /// What the file is; nil where it may not be taken or is not known.
  public static func kind(of bytes: [UInt8]) -> Kind? {
    guard case .success(let kind) = examine(bytes) else { return nil }
    return kind
  }

  // Names.

  private static func nameFaults(_ name: String) -> [Fault] {
    guard name.utf8.contains(where: { $0 > 32 }) else { return [.nameMissing] }
    var faults: [Fault] = []
    if name.utf8.count > nameByteCountMax { faults.append(.nameTooLong(byteCountMax: nameByteCountMax)) }
    let unseen: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse]
    if name.unicodeScalars.contains(where: { unseen.contains($0.properties.generalCategory) }) {
      faults.append(.nameUnseen)
    }
    let forbidden: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    if let scalar = name.unicodeScalars.first(where: { forbidden.contains($0) }) {
      faults.append(.nameCharacter(String(scalar)))
    }
    let stem = String(decoding: name.utf8.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
    let bare = String(decoding: stem.utf8.filter { $0 != 32 }, as: UTF8.self).uppercased()
    if reserved.contains(bare) { faults.append(.nameReserved(bare)) }
    if name.utf8.first == UInt8(ascii: ".") || name.utf8.last == UInt8(ascii: ".") || name.utf8.last == 32 {
      faults.append(.nameEdge)
    }
    var endings = endings(of: name)
    if let last = endings.popLast() {
      if let fault = fault(ofEnding: last) {
        faults.append(fault)
      } else if let inner = endings.first(where: { programs.contains($0) || macroEndings.contains($0) }) {
        faults.append(.doubleEnding(inner))
      }
    }
    return faults
  }

  private static func fault(ofEnding ending: String) -> Fault? {
    if programs.contains(ending) { return .programEnding(ending) }
    if pages.contains(ending) { return .webPage }
    if macroEndings.contains(ending) { return .macros }
    return nil
  }

  /// The endings of a name in small letters, without blanks: `pdf` and `exe` of `faktura.pdf .exe`.
  private static func endings(of name: String) -> [String] {
    name.lowercased().utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst().map {
      String(decoding: $0.filter { $0 > 32 }, as: UTF8.self)
    }
  }

  private static let reserved: Set<String> = Set(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"] + (0...9).flatMap { ["COM\($0)", "LPT\($0)"] })

  /// What a computer runs when it is opened.
  private static let programs: Set<String> = [
    "exe", "com", "bat", "cmd", "scr", "pif", "msi", "msp", "msc", "cpl", "dll", "sys", "drv", "ocx", "lnk", "url",
    "scf", "inf", "reg", "js", "jse", "mjs", "vbs", "vbe", "vb", "ws", "wsf", "wsc", "wsh", "ps1", "psm1", "psd1",
    "hta",
    "jar", "class", "jnlp", "app", "command", "dmg", "pkg", "apk", "deb", "rpm", "appimage", "run", "bin", "elf", "so",
    "sh", "bash", "zsh", "fish", "csh", "py", "pyc", "pyw", "pl", "rb", "php", "phtml", "asp", "aspx", "jsp", "cgi",
    "gadget", "application", "appref-ms", "msix", "appx", "xll", "chm", "hlp", "desktop", "iso", "img", "vhd", "vhdx",
    "wasm", "swf", "scpt", "workflow", "settingcontent-ms", "library-ms", "search-ms", "theme", "diagcab",
  ]
  /// What a browser runs.
  private static let pages: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "svg", "svgz", "xsl", "xslt", "htc",
  ]
  private static let macroEndings: Set<String> = [
    "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm", "ppam", "sldm",
  ]
  /// The endings that say what a file is.
  private static let known: Set<String> = Set(Kind.allCases.flatMap(\.endings) + ["doc", "xls", "ppt", "rtf", "zip"])

  // Contents.

  private enum Examined {
    case success(Kind)
    case failure(Fault)
  }

  private static func examine(_ bytes: [UInt8]) -> Examined {
    let head = Array(bytes.prefix(64))
    func begins(_ start: [UInt8], at place: Int = 0) -> Bool { head.dropFirst(place).starts(with: start) }
    func begins(_ text: String, at place: Int = 0) -> Bool { begins(Array(text.utf8), at: place) }

    if isProgram(head) { return .failure(.program) }
    if begins("%PDF-") { return .success(.pdf) }
    if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .success(.png) }
    if begins([0xFF, 0xD8, 0xFF]) { return .success(.jpeg) }
    if begins("GIF87a") || begins("GIF89a") { return .success(.gif) }
    if begins("RIFF"), begins("WEBP", at: 8) { return .success(.webp) }
    if begins([0x49, 0x49, 0x2A, 0x00]) || begins([0x4D, 0x4D, 0x00, 0x2A]) { return .success(.tiff) }
    if begins("ftyp", at: 4), ["heic", "heix", "mif1", "heim", "heis", "msf1"].contains(where: { begins($0, at: 8) }) {
      return .success(.heic)
    }
    if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) || begins("{\\rtf") { return .failure(.oldOffice) }
    if begins("PK"), head.count > 3, [[3, 4], [5, 6], [7, 8]].contains(Array(head[2...3])) { return archive(bytes) }
    if begins([0x37, 0x7A, 0xBC, 0xAF]) || begins("Rar!") || begins([0x1F, 0x8B]) || begins("BZh")
      || begins([0xFD, 0x37, 0x7A, 0x58, 0x5A]) || begins("MSCF") || begins([0x28, 0xB5, 0x2F, 0xFD])
    {
      return .failure(.archive)
    }
    return text(bytes)
  }

  /// Programs of Windows, Linux and macOS, byte code, shortcuts, and scripts that name what runs them.
  private static func isProgram(_ head: [UInt8]) -> Bool {
    let starts: [[UInt8]] = [
      Array("MZ".utf8), [0x7F] + Array("ELF".utf8), [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF],
      [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE], [0xCA, 0xFE, 0xBA, 0xBF],
      [0x00] + Array("asm".utf8), [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], Array("#!".utf8),
      [0xEF, 0xBB, 0xBF] + Array("#!".utf8), Array("dex\n".utf8), Array("!<arch>".utf8), [0xED, 0xAB, 0xEE, 0xDB],
      Array("[InternetShortcut]".utf8), Array("ITSF".utf8), Array("FWS".utf8), Array("CWS".utf8), Array("ZWS".utf8),
    ]
    return starts.contains { start in
      // Two letters begin many texts: a program of Windows has a head that no text has.
      head.starts(with: start)
        && (start.count > 2 || start[0] == UInt8(ascii: "#") || head.contains(0) || head.count < 64)
    }
  }

  private static func archive(_ bytes: [UInt8]) -> Examined {
    // Names stand in an archive as they are, whatever its list says.
    if bytes.holds("vbaproject") { return .failure(.macros) }
    let zip: ZIPReader
    do {
      zip = try ZIPReader(bytes)
    } catch {
      return .failure(.archive)
    }
    let paths = zip.paths
    guard paths.count < ZIPReader.fileCountMax else { return .failure(.archive) }
    let mimeType: String
    do {
      mimeType = try zip.file("mimetype", byteCountMax: 200).map { String(decoding: $0, as: UTF8.self) } ?? ""
    } catch {
      return .failure(.archive)
    }
    func has(_ folder: String) -> Bool { paths.contains { $0.utf8.starts(with: folder.utf8) } }
    let kind: Kind
    if mimeType.utf8.starts(with: "application/vnd.oasis.opendocument.text".utf8), has("content.xml") {
      kind = .odt
    } else if mimeType.utf8.starts(with: "application/vnd.oasis.opendocument.spreadsheet".utf8), has("content.xml") {
      kind = .ods
    } else if has("[Content_Types].xml"), has("word/") {
      kind = .docx
    } else if has("[Content_Types].xml"), has("xl/") {
      kind = .xlsx
    } else if has("[Content_Types].xml"), has("ppt/") {
      kind = .pptx
    } else {
      return .failure(.archive)
    }
    if kind == .odt || kind == .ods, has("Basic/") || has("Scripts/") { return .failure(.macros) }
    if let program = paths.first(where: { path in
      endings(of: path).last.map { programs.contains($0) && $0 != "bin" } ?? false
    }) {
      return .failure(.programInside(program))
    }
    return .success(kind)
  }

  private static func text(_ bytes: [UInt8]) -> Examined {
    var bytes = bytes
    // Text of two bytes a character, as spreadsheets write: looked through by its low halves.
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isWide { bytes = bytes.dropFirst(2).filter { $0 != 0 } }
    // Old accounting programs end a text with the sign for the end of a file.
    if bytes.last == 0x1A { bytes.removeLast() }
    let isText = bytes.withUnsafeBytes { bytes in
      bytes.allSatisfy { $0 >= 32 && $0 != 127 || $0 == 9 || $0 == 10 || $0 == 13 || $0 == 12 || (isWide && $0 != 0) }
    }
    guard isText else { return .failure(.unknown) }
    let start = bytes.prefix(4096).drop { $0 <= 32 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let head = Array(start).lowered
    if head.first == UInt8(ascii: "<") {
      let isPage = [
        "<!doctype html", "<html", "<script", "<head", "<body", "<iframe", "<svg", "<object", "<embed", "<img",
        "<a ", "<meta", "<link", "<style", "<form", "<div", "<p>",
      ].contains { head.starts(with: $0.utf8) }
      if isPage || head.holds("<!doctype html") || head.holds("<html") || head.holds("<svg")
        || head.holds("http://www.w3.org/1999/xhtml") || head.holds("http://www.w3.org/2000/svg")
        || head.holds("<script")
      {
        return .failure(.webPage)
      }
      return .success(.xml)
    }
    if isMail(head) {
      return programInMail(bytes).map { .failure(.programInside($0)) } ?? .success(.mail)
    }
    return .success(.text)
  }

  /// Whether it begins with a line of a mail's head, and says from whom it is.
  private static func isMail(_ head: [UInt8]) -> Bool {
    let names = [
      "from:", "to:", "received:", "return-path:", "delivered-to:", "date:", "subject:", "mime-version:", "message-id:",
      "x-", "dkim-signature:", "arc-", "authentication-results:", "content-type:", "reply-to:",
    ]
    return names.contains { head.starts(with: $0.utf8) } && (head.starts(with: "from:".utf8) || head.holds("\nfrom:"))
      && (head.holds("\nsubject:") || head.holds("\ndate:") || head.holds("\nmessage-id:"))
  }

  /// A file in a mail whose name is a program's.
  private static func programInMail(_ bytes: [UInt8]) -> String? {
    for line in bytes.split(separator: 10) where line.count < 1000 {
      let line = Array(line).lowered
      guard let place = line.place(of: Array("name=".utf8)) else { continue }
      let value = line[(place + 5)...].filter { $0 != UInt8(ascii: "\"") && $0 != 13 && $0 != UInt8(ascii: ";") }
      let name = String(decoding: value, as: UTF8.self)
      if let last = endings(of: name).last,
        programs.contains(last) || pages.contains(last) || macroEndings.contains(last)
      {
        return name
      }
    }
    return nil
  }
}

extension FileSniff.Kind {
  /// The endings that a file of the kind has, the usual first.
  public var endings: [String] {
    switch self {
    case .pdf: ["pdf"]
    case .png: ["png"]
    case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
    case .gif: ["gif"]
    case .webp: ["webp"]
    case .tiff: ["tif", "tiff"]
    case .heic: ["heic", "heif"]
    case .docx: ["docx", "dotx"]
    case .xlsx: ["xlsx", "xltx"]
    case .pptx: ["pptx"]
    case .odt: ["odt"]
    case .ods: ["ods"]
    case .xml: ["xml", "txt"]
    case .mail: ["eml", "txt"]
    case .text: ["txt", "csv", "tsv", "md", "json", "yaml", "yml", "se", "si", "sie", "ics", "log", "eml"]
    }
  }
}

extension [UInt8] {
  /// A to Z in small letters.
  fileprivate var lowered: [UInt8] { map { (65...90).contains($0) ? $0 + 32 : $0 } }

  /// Whether the text stands in the bytes, great and small letters of ASCII alike. The text is in small letters.
  fileprivate func holds(_ text: String) -> Bool { place(of: Array(text.utf8)) != nil }

  /// Where the bytes stand first, great and small letters alike.
  fileprivate func place(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first, wanted.count <= count else { return nil }
    return withUnsafeBufferPointer { bytes in
      let great = (97...122).contains(first) ? first - 32 : first
      for start in 0...(bytes.count - wanted.count) where bytes[start] == first || bytes[start] == great {
        var isSame = true
        for index in 1..<Swift.max(wanted.count, 1) {
          let byte = bytes[start + index]
          guard ((65...90).contains(byte) ? byte + 32 : byte) == wanted[index] else {
            isSame = false
            break
          }
        }
        if isSame { return start }
      }
      return nil
    }
  }
}
