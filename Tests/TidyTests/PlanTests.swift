import Foundation
import Testing

/// The plan of the house, as tests: what house rules and ARCHITECTURE.md say of rooms and doors.
struct PlanTests {
  /// Which rooms a room may know, and which packages have their one door in it.
  static let plan: [String: Set<String>] = [
    "Ledger": [],
    "Association": ["Ledger"],
    "Exchange": ["Ledger", "Association", "Yams", "CExpat"],
    "Statements": ["Ledger", "Association"],
    "Report": ["Ledger", "Association", "Statements", "CMark"],
    "Review": ["Ledger"],
    "Press": ["Ledger", "Association", "Statements", "Report", "Review", "CMark", "Foundation"],
    "Store": ["Ledger", "Association", "Foundation", "GRDB", "GRDBSQLite", "Crypto", "CStemmer", "Synchronization"],
    "Counter": ["Ledger", "Association", "Exchange", "Foundation", "Crypto", "CryptoExtras"],
    "Desk": ["Ledger", "Association", "Exchange", "Statements", "Report", "Review", "Press", "Store", "Foundation"],
    "Web": [
      "Ledger", "Association", "Exchange", "Statements", "Report", "Review", "Press", "Store", "Desk", "Counter",
      "Foundation", "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "NIOCore", "NIOHTTP1", "NIOHTTPTypes",
      "NIOPosix", "NIOSSL",
      "HTTPTypes",
      "Logging", "Crypto", "CryptoExtras", "JWTKit", "AsyncHTTPClient", "QRCode", "Synchronization",
    ],
    "finsam": [
      "Ledger", "Association", "Exchange", "Statements", "Report", "Review", "Press", "Store", "Desk", "Web",
      "Foundation",
      "ArgumentParser", "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "NIOSSL", "Logging",
    ],
  ]

  /// The modules that a file's head imports: its lines before the first declaration.
  static func imports(in text: String) -> [String] {
    var modules: [String] = []
    for line in Tree.lines(text) where !line.isEmpty && !line.hasPrefix("//") {
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position <= 1 else { break }
      let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "var", "let", "typealias"]
      if let module = words[(position + 1)...].first(where: { !kinds.contains($0) }) {
        modules.append(String(module.split(separator: ".")[0]))
      }
    }
    return modules
  }

  @Test(arguments: plan.keys.sorted())
  func `a room imports only the rooms and packages that the plan gives it`(room: String) throws {
    let files = Tree.files(below: "Sources/\(room)", endings: ["swift"])
    #expect(!files.isEmpty)

    let allowed = try #require(PlanTests.plan[room])

    for file in files {
      let strangers = PlanTests.imports(in: file.text).filter { !allowed.contains($0) }
      #expect(strangers.isEmpty, "\(file.path) imports \(strangers)")
    }
  }

  @Test func `every room of the tree stands in the plan`() throws {
    let rooms = try FileManager.default.contentsOfDirectory(atPath: Tree.root.appendingPathComponent("Sources").path)
    #expect(Set(rooms).subtracting(["CMark", "CExpat", "CStemmer", "QRCode"]) == Set(PlanTests.plan.keys))
  }

  @Test(arguments: [
    "Date(", "UUID(", "ProcessInfo", "SystemRandomNumberGenerator", "Double", "try!", "as!", "fatalError", "FIXME",
    "TODO",
  ])
  func `a word that is banned stands in no source file`(word: String) {
    let whole = word.allSatisfy(\.isLetter) ? "\\b\(word)\\b" : "\\b\(NSRegularExpression.escapedPattern(for: word))"
    for file in Tree.files(below: "Sources", endings: ["swift"]) where !Self.exempt(file.path, from: word) {
      for (number, line) in Tree.lines(file.text).enumerated() {
        let isFound = line.range(of: whole, options: .regularExpression) != nil
        #expect(!isFound, "\(file.path):\(number + 1) has \(word)")
      }
    }
  }

  /// The clock and the environment have one door each, in finsam; seconds are counted in Store.
  private static func exempt(_ path: String, from word: String) -> Bool {
    switch word {
    case "Date(": path == "Sources/finsam/World.swift"
    case "ProcessInfo": path == "Sources/finsam/Settings.swift"
    // How many seconds to wait for a book that is in use is no money and no share.
    case "Double": path.hasPrefix("Sources/Store/")
    default: false
    }
  }

  @Test func `identifiers are ASCII, and the pure rooms never compare text by Character`() {
    for room in ["Ledger", "Association", "Exchange", "Statements", "Report", "Review"] {
      for file in Tree.files(below: "Sources/\(room)", endings: ["swift"]) {
        #expect(!file.text.contains("import Foundation"), "\(file.path)")
      }
    }
  }
}
