import ArgumentParser
import Desk
import Exchange
import Foundation
import Ledger
import Press
import Store

/// `finsam export sie|folder|csv BOOK`: the book, in forms that others read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Skriver ut boken som SIE, CSV eller förbundsmapp.")

  @Argument(help: "sie, csv eller folder.")
  var format: String

  @Argument(help: "Bokens fil.")
  var book: String

  @Option(name: .long, help: "Räkenskapsåret, för sie och csv.")
  var year: Int?

  @Option(name: .long, help: "SIE-typ, 1 till 4.")
  var type = 4

  @Flag(name: .long, help: "Skriv SIE som UTF-8 i stället för standardens teckenuppsättning.")
  var utf8 = false

  @Option(name: .long, help: "Filen eller mappen som skrivs; utan den skrivs SIE och CSV till terminalen.")
  var out: String?

  func run() throws {
    let world = World.real()
    let store = try Store(opening: book)
    switch format {
    case "sie": try exportSIE(store, world: world)
    case "csv": try give(CSVPress.csv(of: try store.books(of: try fiscalYear(in: store))), world: world)
    case "folder": try exportFolder(store, world: world)
    default: throw Failure(.use, "”\(format)” kan inte skrivas ut. Ange sie, csv eller folder.")
    }
  }

  private func fiscalYear(in store: Store) throws -> FiscalYear {
    guard let year else { throw Failure(.use, "Ange räkenskapsåret med --year.") }
    return try YearOption.fiscalYear(year, in: store)
  }

  private func exportSIE(_ store: Store, world: World) throws {
    guard (1...4).contains(type), let kind = SIEFile.Making.Kind(rawValue: type) else {
      throw Failure(.use, "SIE-typen \(type) finns inte. Ange 1, 2, 3 eller 4.")
    }
    let written = try Ledgers.sie(
      of: store, year: try fiscalYear(in: store), kind: kind, generatedOn: world.today(), isUTF8: utf8)
    for diagnostic in written.diagnostics { world.complain(diagnostic.text) }
    try give(written.value, world: world)
  }

  private func exportFolder(_ store: Store, world: World) throws {
    guard let out else { throw Failure(.use, "Ange mappen som ska skrivas med --out.") }
    let files = try BookFolder.files(of: store, on: world.today())
    try FolderOnDisk.write(files, to: out)
    world.say("\(files.count) filer i \(out)")
  }

  private func give(_ bytes: [UInt8], world: World) throws {
    guard let out else {
      FileHandle.standardOutput.write(Data(bytes))
      return
    }
    try Data(bytes).write(to: URL(fileURLWithPath: out), options: .atomic)
    world.say(out)
  }
}
