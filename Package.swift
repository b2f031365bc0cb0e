// swift-tools-version: 6.2
import PackageDescription

/// The rules every one of our own targets is built with. Warnings are errors; an import is listed where it is used,
/// and is internal unless the file's own API shows the module.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house and the rooms it may know. ARCHITECTURE.md draws the arrows; TidyTests keeps them.
func room(_ name: String, knows: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: knows, swiftSettings: house)
}

func tests(_ name: String, of knows: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: knows + ["TestKit"], exclude: exclude, swiftSettings: house)
}

let package = Package(
  name: "finsam",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "finsam", targets: ["finsam"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    .systemLibrary(name: "CMark", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev"])]),

    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

    .systemLibrary(name: "QRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),

    room("Ledger"),
    room("Association", knows: ["Ledger"]),
    room("Exchange", knows: ["Ledger", "Association", "CExpat", .product(name: "Yams", package: "Yams")]),
    room("Statements", knows: ["Ledger", "Association"]),
    room("Report", knows: ["Ledger", "Association", "Statements", "CMark"]),
    room("Review", knows: ["Ledger"]),
    room("Press", knows: ["Ledger", "Association", "Statements", "Report", "Review", "CMark"]),
    room(
      "Store",
      knows: [
        "Ledger", "Association", "CStemmer",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room(
      "Counter",
      knows: [
        "Ledger", "Association", "Exchange", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    room("Desk", knows: ["Ledger", "Association", "Exchange", "Statements", "Report", "Review", "Press", "Store"]),
    room(
      "Web",
      knows: [
        "Ledger", "Association", "Exchange", "Statements", "Report", "Review", "Press", "Store", "Desk", "Counter",
        "QRCode",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
      ]),
    .executableTarget(
      name: "finsam",
      dependencies: [
        "Ledger", "Association", "Exchange", "Statements", "Report", "Review", "Press", "Store", "Desk", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["Manual"],
      swiftSettings: house),

    .target(
      name: "TestKit", dependencies: ["Ledger", "Association", "Statements", "Report"], path: "Tests/TestKit",
      swiftSettings: house),
    tests("LedgerTests", of: ["Ledger"]),
    tests("AssociationTests", of: ["Ledger", "Association"]),
    tests("ExchangeTests", of: ["Ledger", "Association", "Exchange"]),
    tests("StatementsTests", of: ["Ledger", "Association", "Statements"]),
    tests("ReportTests", of: ["Ledger", "Association", "Statements", "Report"]),
    tests("PressTests", of: ["Ledger", "Association", "Exchange", "Statements", "Report", "Press"]),
    tests("ReviewTests", of: ["Ledger", "Report", "Review", "Press", "Desk"]),
    tests(
      "StoreTests",
      of: [
        "Ledger", "Association", "Store", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    tests(
      "CounterTests",
      of: ["Ledger", "Association", "Exchange", "Counter", .product(name: "Crypto", package: "swift-crypto")]),
    tests(
      "WebTests",
      of: [
        "Ledger", "Association", "Exchange", "Statements", "Report", "Review", "Press", "Store", "Desk", "Counter",
        "Web",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"), .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
      ], exclude: ["Browser"]),
    tests(
      "CommandTests",
      of: [
        "Ledger", "Association", "Exchange", "Statements", "Report", "Review", "Press", "Store", "Desk", "Web",
        "finsam",
      ]),
    tests("TidyTests", of: []),
  ],
  swiftLanguageModes: [.v6]
)
