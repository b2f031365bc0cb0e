import Association
import Ledger
import TestKit
import Testing

@testable import Exchange

/// Deliveries to files and back, and whatever else is given for one.
@Suite struct DeliveryFileTests {
  static let seeds: [UInt64] = Array(1...150)

  private static let date: CalendarDate = {
    guard let day = CalendarDate("2023-01-31") else { preconditionFailure("A day.") }
    return day
  }()

  @Test(arguments: seeds) func `a delivery is the same after each kind of file`(seed: UInt64) throws {
    var maker = DeliveryMaker(seed: seed)
    let delivery = maker.delivery()
    let signature = DeliveryFile.Signature(
      publicKey: (0..<32).map { UInt8($0) }, bytes: (0..<64).map { UInt8(255 - $0) })

    let json = DeliveryFile.read(DeliveryFile(delivery, signature: signature).bytes(), named: "a.json")
    #expect(json.diagnostics == [] && json.value == DeliveryFile(delivery, signature: signature), "seed \(seed)")
    for table in DeliveryTable.allCases {
      let reading = DeliveryUpload.read(table.bytes(of: delivery, on: Self.date), named: "a")
      #expect(reading.diagnostics == [] && reading.value?.delivery == delivery, "\(table) seed \(seed)")
      #expect(reading.value?.source.rawValue == table.rawValue)
    }
    let upload = DeliveryUpload.read(DeliveryFile(delivery, signature: signature).bytes(), named: "a")
    #expect(upload.value?.source == .json && upload.value?.signature == signature)
  }

  @Test func `what is signed is of the counts, however the file is laid out`() throws {
    var maker = DeliveryMaker(seed: 3)
    let delivery = maker.delivery()
    let bytes = DeliveryFile(delivery).bytes()
    let loose = String(decoding: bytes, as: UTF8.self).replacing(",\"", with: " ,\r\n\t\"").replacing(
      "\":", with: "\" : ")
    #expect(Array(loose.utf8) != bytes)
    let read = DeliveryFile.read(Array(loose.utf8), named: "a.json").value?.delivery
    #expect(read.map(DeliveryFile.signedBytes) == DeliveryFile.signedBytes(of: delivery))
    let again = try #require(DeliveryFile.read(bytes, named: "a.json").value).delivery
    #expect(DeliveryFile.signedBytes(of: again) == DeliveryFile.signedBytes(of: delivery))
    var other = delivery
    other.flow?.new.women += 1
    #expect(DeliveryFile.signedBytes(of: other) != DeliveryFile.signedBytes(of: delivery))
  }

  @Test func `a file that says anything but counts is refused, and nothing of it is repeated`() {
    let bodies = [
      "\"namn\": \"Kim\"", "\"anmärkning\": \"Gäller 811228-9874\"", "\"anmärkning\": \"\\u0038\\u00311228-9874\"",
      "\"811228-9874\": 1", "\"deltagare\": [{\"kvinnor\": 1}]",
    ]
    for body in bodies {
      let text = """
        {"format": "finsam-leverans", "version": 1, "leverans": {"insats": "SIRI", "från": "2022-01-01",
        "till": "2022-12-31", "rådgivande-samtal": 1, \(body)}}
        """
      let reading = DeliveryUpload.read(Array(text.utf8), named: "a.json")
      #expect(reading.value == nil && reading.diagnostics.count == 1, "\(body)")
      #expect(reading.diagnostics.allSatisfy { $0.place.line == 2 && !$0.message.contains("9874") }, "\(body)")
    }
  }

  @Test func `every faulty row of a table is told with its line and column, and nothing is read`() {
    let text = """
      del;rad;rubrik;kvinnor;män
      insats;SIRI
      från;igår
      till;2022-12-31
      flöde;nya;Nya;tre;2
      flöde;gamla;Gamla;1;1
      ålder;30-44;811228-9874;1;1
      bortfall;ålder;;1
      """
    let reading = DeliveryUpload.read(Array(text.utf8), named: "a.csv")
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.place.line) == [3, 5, 6, 7, 8])
    #expect(reading.diagnostics.map(\.place.column) == [7, 16, 8, 14, 1])
  }

  @Test func `a row that says no insats is told`() {
    let text = "del;rad;rubrik;kvinnor;män\ninsats;;\nfrån;2022-01-01\ntill;2022-12-31\nvolym;;;1;1\n"
    let reading = DeliveryUpload.read(Array(text.utf8), named: "a.csv")
    #expect(reading.value == nil && reading.diagnostics.map(\.place.line) == [2])
  }

  @Test func `what does not add up is told at its row`() throws {
    let text = """
      del;rad;rubrik;kvinnor;män
      insats;SIRI
      från;2022-01-01
      till;2022-12-31
      flöde;ingående;;10;4
      flöde;nya;;5;2
      flöde;avslutade;;3;1
      flöde;pågående;;11;5
      ålder;30-44;30–44 år;4;2
      """
    let upload = try #require(DeliveryUpload.read(Array(text.utf8), named: "a.csv").value)
    #expect(upload.diagnostics(of: upload.delivery.ownFaults).map(\.place.line) == [8, 9])
  }

  @Test func `a day that a spreadsheet made a number of is a day, and a blank is nought beside a count`() throws {
    let text = """
      del;rad;rubrik;kvinnor;män;ej angivet;antal
      insats;SIRI;;;;;
      från;2022-01-01
      till;2022-12-31
      flöde;nya;;5;;;
      flöde;pågående;;5;;;
      rådgivande samtal;;;;;;3
      """
    let delivery = try #require(DeliveryUpload.read(Array(text.utf8), named: "a.csv").value).delivery
    #expect(delivery.flow?.new == Tally(women: 5, men: 0) && delivery.adviceCalls == 3)
    let sheet = XLSXWriter.bytes(
      sheet: "x",
      rows: [
        ["del", "rad", "rubrik", "kvinnor", "män"].map { .heading($0) }, [.text("insats"), .text("SIRI")],
        [.text("från"), .count(44_562)], [.text("till"), .count(44_926)],
        [.text("volym"), .empty, .empty, .count(3), .count(4)],
      ], widths: [9], on: Self.date)
    let bytes = try #require(sheet)
    let read = try #require(DeliveryUpload.read(bytes, named: "a.xlsx").value).delivery
    #expect(read.period.lowerBound.text == "2022-01-01" && read.period.upperBound.text == "2022-12-31")
  }

  @Test(arguments: seeds) func `no bytes bring a reader down`(seed: UInt64) throws {
    var maker = DeliveryMaker(seed: seed)
    let delivery = maker.delivery()
    let files =
      [DeliveryFile(delivery).bytes()] + DeliveryTable.allCases.map { $0.bytes(of: delivery, on: Self.date) }
    for file in files {
      for _ in 0..<20 {
        var bytes = file
        for _ in 0..<Int.random(in: 1...6, using: &maker.numbers) {
          let place = Int.random(in: 0..<bytes.count, using: &maker.numbers)
          switch Int.random(in: 0..<3, using: &maker.numbers) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &maker.numbers)
          case 1: bytes.removeSubrange(place..<min(place + 9, bytes.count - 1))
          default: bytes.insert(contentsOf: Array("{\"[-,:;1".utf8).shuffled(using: &maker.numbers), at: place)
          }
        }
        let reading = DeliveryUpload.read(bytes, named: "a")
        if let read = reading.value?.delivery {
          // What is read can be held against the rules without harm, and written again.
          _ = read.ownFaults
          #expect(DeliveryFile.read(DeliveryFile(read).bytes(), named: "b").value?.delivery == read, "seed \(seed)")
        } else {
          #expect(!reading.diagnostics.isEmpty)
        }
      }
    }
    _ = DeliveryUpload.read(Array(String(repeating: "[", count: 100_000).utf8), named: "a")
    _ = DeliveryUpload.read(Array("{".utf8) + Array(String(repeating: "\"a\":{", count: 100_000).utf8), named: "a")
  }
}
