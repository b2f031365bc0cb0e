import Foundation

/// The whole configuration: environment before file before what we ship. No room reads either.
struct Settings {
  /// One setting: its name in the file, its variable in the environment, what it is for, and its value.
  struct Entry {
    let name: String
    let variable: String
    let meaning: String
    let value: String
    let from: String
  }

  /// The Python that runs the PDF engine.
  var python: String { value("python") }
  /// The folder with the report's fonts.
  var fonts: String { value("typsnitt") }
  /// Who acts when a command does not say.
  var actor: String { value("vem") }

  /// Where users reach the office; empty where `finsam serve` tells from its port.
  var address: String { value("adress") }

  /// Every setting, in the order the manual lists them.
  let entries: [Entry]

  /// Reads the environment and the file.
  static func current(environment: [String: String] = ProcessInfo.processInfo.environment) -> Settings {
    let path = file(environment: environment)
    let inFile = read(path)
    let known: [(name: String, variable: String, meaning: String, usual: String)] = [
      ("python", "FINSAM_PYTHON", "Python med PDF-motorn", usualPython(environment: environment)),
      ("typsnitt", "FINSAM_TYPSNITT", "mappen med rapportens typsnitt", "/usr/share/fonts/truetype/lato"),
      ("vem", "FINSAM_VEM", "vem som står i historiken när kommandot inte säger det", "kansliet"),
      ("adress", "FINSAM_ADRESS", "adressen som användarna når kontoret på", ""),
      ("sendmail", "FINSAM_SENDMAIL", "programmet som skickar brev; tomt där inga skickas", usualSendmail()),
      ("avsandare", "FINSAM_AVSANDARE", "adressen som brev skickas från; utan den skickas inga", ""),
      ("openid-utfardare", "FINSAM_OPENID_UTFARDARE", "leverantören för inloggning med OpenID Connect", ""),
      ("openid-klient", "FINSAM_OPENID_KLIENT", "kontorets namn hos leverantören (client id)", ""),
      ("openid-hemlighet", "FINSAM_OPENID_HEMLIGHET", "filen med kontorets hemlighet hos leverantören", ""),
      ("openid-namn", "FINSAM_OPENID_NAMN", "vad leverantören kallas på inloggningssidan", "OpenID Connect"),
      ("openid-tvafaktor", "FINSAM_OPENID_TVAFAKTOR", "ja om kontorets egen kod ska frågas efter också", "nej"),
    ]
    return Settings(
      entries: known.map { entry in
        if let value = environment[entry.variable], !value.isEmpty {
          return Entry(
            name: entry.name, variable: entry.variable, meaning: entry.meaning, value: value, from: entry.variable)
        }
        if let value = inFile[entry.name] {
          return Entry(name: entry.name, variable: entry.variable, meaning: entry.meaning, value: value, from: path)
        }
        return Entry(
          name: entry.name, variable: entry.variable, meaning: entry.meaning, value: entry.usual, from: "förval")
      })
  }

  /// Where the file of settings lies: `FINSAM_INSTALLNINGAR`, else in the user's configuration folder.
  static func file(environment: [String: String]) -> String {
    if let path = environment["FINSAM_INSTALLNINGAR"] { return path }
    let home = environment["XDG_CONFIG_HOME"] ?? (environment["HOME"] ?? "") + "/.config"
    return home + "/finsam/installningar"
  }

  func value(_ name: String) -> String { entries.first { $0.name == name }?.value ?? "" }

  /// Lines of `name = value`; blank lines and lines that begin with `#` are passed over.
  private static func read(_ path: String) -> [String: String] {
    // A file that cannot be read is no settings: `finsam settings` shows where each value comes from.
    guard let bytes = FileManager.default.contents(atPath: path) else { return [:] }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    return lines.reduce(into: [:]) { values, line in
      guard !line.hasPrefix("#"), let sign = line.firstIndex(of: "=") else { return }
      let name = line[..<sign].trimmingCharacters(in: .whitespaces)
      values[name] = line[line.index(after: sign)...].trimmingCharacters(in: .whitespaces)
    }
  }

  /// The installed package's Python, else the one that `script/setup` made beside the build.
  private static func usualPython(environment: [String: String]) -> String {
    let installed = "/usr/lib/finsam/press/bin/python3"
    if FileManager.default.isExecutableFile(atPath: installed) { return installed }
    // Where the program itself lies, however it was called; a system that does not say has the build folder here. The
    // path to the Python is not resolved: it is the link in its folder that tells Python where the packages are.
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folder = URL(fileURLWithPath: program).deletingLastPathComponent()
    let candidates = [
      folder.deletingLastPathComponent().deletingLastPathComponent(), folder.deletingLastPathComponent(),
      URL(fileURLWithPath: ".build"),
    ].map { $0.appendingPathComponent("press-venv/bin/python3").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "python3"
  }

  private static func usualSendmail() -> String {
    let usual = "/usr/sbin/sendmail"
    return FileManager.default.isExecutableFile(atPath: usual) ? usual : ""
  }
}
