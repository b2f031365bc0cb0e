import ArgumentParser
import Desk
import Foundation
import Hummingbird
import Logging
import Web

/// `finsam counter LIST`: a performer's own list of participants, on the performer's machine.
struct CounterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counter", abstract: "Öppnar en utförares egen räknelista i webbläsaren.",
    discussion: """
      Listan är utförarens egen: krypterad, på utförarens dator, utan namn och personnummer. Ur den görs leveranser till
      förbundet, som bara är antal.
      """)

  @Argument(help: "Listans fil, till exempel samsa.raknelista. Finns den inte görs en ny.")
  var list: String

  @Option(name: .long, help: "Porten som listan svarar på; 0 tar en ledig. Den svarar bara den här datorn.")
  var port = 0

  /// How often it is looked at whether the list has been idle.
  private static let watchSeconds = 20

  func run() async throws {
    guard (0...65535).contains(port) else { throw Failure(.use, "Porten är \(port). Ange ett tal från 0 till 65535.") }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: list, isDirectory: &isFolder), isFolder.boolValue {
      throw Failure(.use, "\(list) är en mapp. Ange listans fil, till exempel \(list)/samsa.raknelista.")
    }
    let world = World.real()
    var log = Logger(label: "finsam") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = .warning
    let office = CounterOffice(
      path: URL(fileURLWithPath: list).path, now: world.clock, today: world.calendar, randomBytes: World.randomBytes,
      log: log)
    let app = buildApplication(
      counter: office, port: port,
      onServing: { opened in
        World.print("Räknelistan är öppen: http://127.0.0.1:\(opened ?? port)")
        World.print("Stäng den med Ctrl-C.")
      })
    let watch = Task {
      while !Task.isCancelled {
        // A sleep that is broken off has been told to end.
        try? await Task.sleep(for: .seconds(CounterCommand.watchSeconds))
        office.lockWhenIdle()
      }
    }
    defer { watch.cancel() }
    do {
      try await app.runService()
    } catch let error where "\(error)".contains("bind") {
      throw Failure(
        .file, "Port \(port) är upptagen eller får inte öppnas. Stäng det andra programmet, eller välj --port.")
    }
  }
}
