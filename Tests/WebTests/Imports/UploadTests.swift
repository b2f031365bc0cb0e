import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// Sending a file in, and throwing it away.
struct UploadTests {
  @Test func `the list shows what has been read, and the form to those who keep the books`() async throws {
    let kit = try OfficeKit()

    let bookkeeper = try await kit.visit(as: .bookkeeper) { try await $0.get(Addresses.imports.path()) }
    let auditor = try await kit.visit(as: .auditor) { try await $0.get(Addresses.imports.path()) }

    #expect(bookkeeper.status == .ok)
    for receipt in try kit.store.imports() {
      #expect(bookkeeper.body.contains("href=\"\(Addresses.importReceipt.path(receipt.sequence))\">\(receipt.name)"))
    }
    #expect(bookkeeper.body.contains("type=\"file\""))
    #expect(auditor.status == .ok)
    #expect(!auditor.body.contains("type=\"file\""))
  }

  @Test func `a file that waits stands in the list, and can be thrown away`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let path = try await guest.sendIn(SmallYear.bytes, named: "vänta.se")
      let list = try await guest.get(Addresses.imports.path())
      #expect(list.body.contains("Granska vänta.se"))

      let removal = try await guest.post(path.before("?") + "/kassering")

      #expect(removal.location == Addresses.imports.path())
      #expect(try kit.store.uploads().isEmpty)
      #expect(try await guest.get(path).location == Addresses.imports.path())
    }
  }

  /// Each: the files, the year, and words of the fault.
  @Test func `what is missing or wrong in the form is told beside the field, and the form stands as it was`()
    async throws
  {
    let kit = try OfficeKit()
    let cases: [([(field: String, name: String, type: String, bytes: [UInt8])], String, String)] = [
      ([], "", "Ingen fil är vald."),
      ([("fil", "tom.se", "", [])], "", "Filen tom.se är tom."),
      ([("fil", "19811228-9874.se", "", SmallYear.bytes)], "", "Filens namn innehåller ett personnummer."),
      ([("fil", "saldon.csv", "", [65])], "tjugofem", "Räkenskapsåret är ”tjugofem”."),
    ]

    try await kit.visit(as: .bookkeeper) { guest in
      for (files, year, words) in cases {
        let reply = try await guest.upload(Addresses.uploads.path(), [("ar", year)], files: files)

        #expect(reply.status == .unprocessableContent, "\(words)")
        #expect(reply.body.contains(words), "\(words)")
        #expect(reply.body.contains("value=\"\(year)\""), "\(words)")
      }
    }
    #expect(try kit.store.uploads().isEmpty)
  }

  @Test func `a file larger than the office takes is refused before it is kept`() async throws {
    let kit = try OfficeKit { $0.importBytesMax = 1000 }

    let reply = try await kit.visit(as: .bookkeeper) { guest in
      try await guest.upload(
        Addresses.uploads.path(),
        files: [("fil", "stor.se", "", [UInt8](repeating: 65, count: 1000 + Door.formBytesMax))])
    }

    #expect(reply.status == .contentTooLarge)
    #expect(try kit.store.uploads().isEmpty)
  }

  @Test func `only those who keep the books send files in, and a stranger is asked to sign in`() async throws {
    let kit = try OfficeKit()
    let file = [(field: "fil", name: "2023.se", type: "", bytes: SmallYear.bytes)]

    for role in [Role.auditor, .boardMember, .viewer, .performer] {
      let reply = try await kit.visit(as: role) { try await $0.upload(Addresses.uploads.path(), files: file) }
      #expect(reply.status == .forbidden, "\(role)")
    }
    let stranger = try await kit.visit(as: nil) { try await $0.upload(Addresses.uploads.path(), files: file) }
    #expect(stranger.location == Addresses.signIn.path())
    #expect(try kit.store.uploads().isEmpty)
  }
}
