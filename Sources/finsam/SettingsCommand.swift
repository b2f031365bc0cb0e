import ArgumentParser

/// `finsam settings`: every setting, its value and where it comes from.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Visar inställningarna och var varje värde kommer ifrån.")

  @Flag(name: .long, help: "Skriv som JSON.")
  var json = false

  func run() throws {
    let world = World.real()
    if json {
      let values = world.settings.entries.map { ["name": $0.name, "value": $0.value, "from": $0.from] }
      world.say(try Output.json(values))
      return
    }
    for entry in world.settings.entries {
      world.say("\(entry.name) = \(entry.value)")
      world.say("    \(entry.meaning); från \(entry.from); miljövariabel \(entry.variable)")
    }
  }
}
