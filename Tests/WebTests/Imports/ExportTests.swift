import Desk
import Exchange
import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// The book written out as files.
struct ExportTests {
  @Test func `a year is written out as SIE of the type one chooses`() async throws {
    let kit = try OfficeKit()
    let year = try #require(try kit.store.fiscalYears().last)

    try await kit.visit(as: .viewer) { guest in
      for type in 1...4 {
        let reply = try await guest.get(Addresses.sieExport.path(year.number, query: [("typ", "\(type)")]))

        #expect(reply.status == .ok)
        let reading = SIEFile.read(reply.bytes, named: "ut.se")
        #expect(reading.value.type == type)
        #expect(!reading.hasErrors)
        #expect(reading.value.vouchers.isEmpty == (type < 4))
        let bytes = try Ledgers.sie(
          of: kit.store, year: year, kind: try #require(SIEFile.Making.Kind(rawValue: type)),
          generatedOn: kit.clock.today
        ).value
        #expect(reply.bytes == bytes)
      }
      #expect(try await guest.get(Addresses.sieExport.path(1999)).status == .notFound)
      #expect(try await guest.get(Addresses.sieExport.path(year.number, query: [("typ", "5")])).status == .notFound)
    }
  }

  @Test func `characters that SIE cannot write are told of before the file is given`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.readIn(
        SmallYear.replacing(
          "#VER A 2 20230301 \"Hyra\" 20230301", with: "#VER A 2 20230301 \"Hyra – 100 €\" 20230301"))

      let asking = try await guest.get(Addresses.sieExport.path(2023))
      #expect(asking.headers[.contentType] == "text/html; charset=utf-8")
      #expect(asking.body.contains("Några tecken ryms inte i SIE"))
      #expect(asking.body.contains("anda=ja"))

      let anyway = try await guest.get(Addresses.sieExport.path(2023, query: [("anda", "ja")]))
      #expect(SIEFile.read(anyway.bytes, named: "ut.se").value.form.kind == .sie)
      let unicode = try await guest.get(Addresses.sieExport.path(2023, query: [("tecken", "utf-8")]))
      #expect(unicode.body.contains("Hyra – 100 €"))
    }
  }

  @Test func `the whole association is written out as a folder in a zip archive that other programs open`() async throws
  {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get(Addresses.folderExport.path()) }

    #expect(reply.status == .ok)
    #expect(reply.headers[.contentType] == "application/zip")
    let path = kit.folder.appendingPathComponent("mapp.zip")
    try Data(reply.bytes).write(to: path)
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      archive.extractall(sys.argv[2])
      """
    let out = kit.folder.appendingPathComponent("ut")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: OfficeKit.python)
    process.arguments = ["-c", script, path.path, out.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for file in try BookFolder.files(of: kit.store, on: kit.clock.today) {
      let written = FileManager.default.contents(atPath: out.appendingPathComponent("forbundsmapp/\(file.path)").path)
      #expect(written.map { Array($0) } == file.bytes, "\(file.path)")
    }
  }

  @Test func `those who do not keep or audit the books do not carry the folder away`() async throws {
    let kit = try OfficeKit()

    for role in [Role.viewer, .boardMember, .performer] {
      #expect(try await kit.visit(as: role) { try await $0.get(Addresses.folderExport.path()) }.status == .forbidden)
    }
    #expect(
      try await kit.visit(as: .performer) { try await $0.get(Addresses.sieExport.path(2022)) }.status == .forbidden)
  }
}
