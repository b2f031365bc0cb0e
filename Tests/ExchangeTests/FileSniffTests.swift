import Ledger
import TestKit
import Testing

@testable import Exchange

/// Files that are sent in: what they are, what is refused, and that no bytes at all can crash it.
@Suite struct FileSniffTests {
  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func zip(_ files: [(String, String)]) -> [UInt8] {
    let day = CalendarDate(yyyymmdd: 20_250_101)
    return day.flatMap {
      StoredZIP.archive(files.map { FolderFile(path: $0.0, bytes: Array($0.1.utf8)) }, on: $0)
    } ?? []
  }

  private static let types = ("[Content_Types].xml", "<Types/>")

  static let good: [(name: String, bytes: [UInt8], kind: FileSniff.Kind)] = [
    ("faktura.pdf", text("%PDF-1.7\n%%EOF"), .pdf), ("FAKTURA.PDF", text("%PDF-1.4"), .pdf),
    ("kvitto.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1], .png),
    ("bild.jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0], .jpeg), ("bild.JPG", [0xFF, 0xD8, 0xFF], .jpeg),
    ("bild.heic", [0, 0, 0, 24] + text("ftypheic"), .heic), ("skannad.tif", [0x49, 0x49, 0x2A, 0, 8], .tiff),
    ("avtal.docx", zip([types, ("word/document.xml", "<w/>")]), .docx),
    ("avtal.docx.pdf", text("%PDF-1.7"), .pdf), ("v. 2.1 slutlig.pdf", text("%PDF-1.7"), .pdf),
    (
      "budget.xlsx", zip([types, ("xl/workbook.xml", "<w/>"), ("xl/printerSettings/printerSettings1.bin", "x")]), .xlsx
    ),
    (
      "protokoll.odt",
      zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<o/>")]), .odt
    ), ("e-faktura.xml", text("<?xml version=\"1.0\"?><Invoice/>"), .xml),
    ("lista.csv", text("\u{FEFF}Namn;Antal\r\nSAMSA;3\r\n"), .text),
    ("bok.se", [0x23, 0x46, 0x84, 0x94, 13, 10], .text),
    ("lista.txt", [0xFF, 0xFE, 0x41, 0, 0x0A, 0], .text), ("anteckning", text("Hej"), .text),
    ("mz.txt", text("MZ är två bokstäver som börjar en alldeles vanlig text om något annat än program."), .text),
    (
      "brev.eml",
      text("Received: from a\r\nFrom: kassan@example.se\r\nSubject: Hej\r\n\r\nText\r\n"), .mail
    ),
  ]

  @Test(arguments: good.indices)
  func `what is taken is known by its bytes`(index: Int) {
    let file = Self.good[index]
    #expect(FileSniff.kind(of: file.bytes) == file.kind, "\(file.name)")
    #expect(FileSniff.faults(name: file.name, bytes: file.bytes, byteCountMax: 100_000) == [], "\(file.name)")
    #expect(FileSniff.dangers(name: file.name, bytes: file.bytes) == [], "\(file.name)")
  }

  private static let pdf = text("%PDF-1.7")

  static let bad: [(name: String, bytes: [UInt8], fault: FileSniff.Fault)] = [
    ("faktura.pdf.exe", pdf, .programEnding("exe")), ("faktura.exe.pdf", pdf, .doubleEnding("exe")),
    ("faktura.pdf          .exe", pdf, .programEnding("exe")), ("faktura.pdf.exe ", pdf, .programEnding("exe")),
    ("genväg.lnk", [0x4C, 0, 0, 0, 1, 0x14, 2, 0], .programEnding("lnk")),
    ("skript.js", text("x"), .programEnding("js")),
    ("kör.bat", text("@echo off"), .programEnding("bat")), ("skärm.SCR", pdf, .programEnding("scr")),
    ("faktura.pdf", text("MZ") + [0x90, 0, 3, 0], .program), ("faktura.pdf", [0x7F] + text("ELF") + [2], .program),
    ("faktura.pdf", [0xCF, 0xFA, 0xED, 0xFE, 7], .program), ("lista.csv", text("#!/bin/sh\nrm -r /\n"), .program),
    ("lista.txt", text("\u{FEFF}#!/usr/bin/env python3"), .program),
    ("faktura.pdf", [0x4C, 0, 0, 0, 1, 0x14, 2, 0, 9], .program), ("sida.html", text("<p>Hej</p>"), .webPage),
    ("lista.txt", text(" \n<!DOCTYPE HTML><title>"), .webPage), ("bild.svg", text("<svg onload='x()'/>"), .webPage),
    ("faktura.xml", text("<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>"), .webPage),
    ("faktura.xml", text("<?xml version='1.0'?><x><html xmlns='http://www.w3.org/1999/xhtml'/></x>"), .webPage),
    ("lista.txt", [0xFF, 0xFE] + "<script>".utf8.flatMap { [$0, 0] }, .webPage),
    ("avtal.docm", zip([types, ("word/document.xml", ""), ("word/vbaProject.bin", "x")]), .macros),
    ("avtal.docx", zip([types, ("word/document.xml", ""), ("word/VBAPROJECT.BIN", "x")]), .macros),
    (
      "blad.ods",
      zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", ""), ("Basic/a.xml", "")]),
      .macros
    ), ("avtal.docx", zip([types, ("word/document.xml", ""), ("word/a.exe", "")]), .programInside("word/a.exe")),
    (
      "brev.eml",
      text("From: a@b.se\r\nDate: i dag\r\n\r\nContent-Disposition: attachment; filename=\"Räkning.pdf.EXE\"\r\n"),
      .programInside("räkning.pdf.exe")
    ), ("paket.zip", zip([("a.txt", "hej")]), .archive), ("paket.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27], .archive),
    ("paket.docx", text("PK\u{3}\u{4}inte hel"), .archive),
    ("gammal.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
    ("brev.rtf", text("{\\rtf1 hej}"), .oldOffice), ("sak.dat", [1, 2, 3, 0, 255], .unknown),
    ("faktura.pdf", text("Hej"), .disagrees(.text, ending: "pdf")),
    ("bild.png", [0xFF, 0xD8, 0xFF], .disagrees(.jpeg, ending: "png")),
    ("faktura.docx", pdf, .disagrees(.pdf, ending: "docx")),
    ("bok.xlsx", zip([types, ("word/document.xml", "")]), .disagrees(.docx, ending: "xlsx")),
    ("", pdf, .nameMissing), ("  ", pdf, .nameMissing),
    (String(repeating: "å", count: 100) + ".pdf", pdf, .nameTooLong(byteCountMax: 200)),
    ("faktura\u{202E}fdp.exe", pdf, .nameUnseen), ("fak\u{200B}tura.pdf", pdf, .nameUnseen),
    ("fak\ntura.pdf", pdf, .nameUnseen), ("fak\0tura.pdf", pdf, .nameUnseen),
    ("../../etc/passwd", pdf, .nameCharacter("/")),
    ("..\\a.pdf", pdf, .nameCharacter("\\")), ("a.pdf:dold.exe", pdf, .nameCharacter(":")),
    ("CON.pdf", pdf, .nameReserved("CON")), ("lpt1", pdf, .nameReserved("LPT1")),
    ("Aux .pdf", pdf, .nameReserved("AUX")),
    (".dold.pdf", pdf, .nameEdge), ("faktura.pdf.", pdf, .nameEdge), ("tom.pdf", [], .empty),
    ("stor.pdf", pdf + Array(repeating: 32, count: 100_000), .tooLarge(byteCount: 100_008, byteCountMax: 100_000)),
  ]

  @Test(arguments: bad.indices)
  func `what is refused says why`(index: Int) {
    let file = Self.bad[index]
    let faults = FileSniff.faults(name: file.name, bytes: file.bytes, byteCountMax: 100_000)
    #expect(faults.contains(file.fault), "\(file.name): \(faults)")
  }

  @Test func `what is not taken at a door is refused there`() {
    let faults = FileSniff.faults(name: "a.png", bytes: Self.good[2].bytes, byteCountMax: 100, accepting: [.pdf])
    #expect(faults == [.notTaken(.png)])
  }

  @Test func `no bytes and no name at all can crash it, and a program at the front is always seen`() {
    var random = SeededGenerator(seed: 5)
    let seeds = Self.good.map(\.bytes) + Self.bad.map { Array($0.bytes.prefix(400)) }
    let letters: [Unicode.Scalar] = [
      "a", ".", "/", "\u{202E}", "\0", " ", "e", "x", "å", "\u{1F600}", ":", "p", "d", "f",
    ]
    for _ in 0..<4_000 {
      var bytes = seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 0...8, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] = .random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
        case 2: bytes.insert(contentsOf: bytes.prefix(Int.random(in: 0...40, using: &random)), at: place)
        default: bytes.append(contentsOf: (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
      }
      var name = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) { name.append(letters.randomElement(using: &random) ?? "a") }
      let faults = FileSniff.faults(name: String(name), bytes: bytes, byteCountMax: 10_000)
      // What is refused without a fault of the name has no kind, and what has a kind and a good name is taken.
      if FileSniff.kind(of: bytes) == nil { #expect(!faults.isEmpty) }
      #expect(FileSniff.dangers(name: "a.pdf", bytes: [0x7F, 0x45, 0x4C, 0x46] + bytes).contains(.program))
    }
    for count in 0..<300 {
      _ = FileSniff.faults(
        name: "a", bytes: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, byteCountMax: 200)
    }
  }
}
