import ArgumentParser
import Desk
import Foundation

/// finsam: the commands, and the only place where everything is put together.
struct Finsam: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finsam",
    abstract: "Ett samordningsförbunds bokföring, uppföljning och årsredovisning i ett program.",
    discussion: """
      Varje förbund har en bok: en fil som slutar på .finsam. Första gången:

        finsam demo                                   ett helt exempel, från bokföring till årsredovisning
        finsam new forbund.finsam --name "…" --orgnr 222000-0000
        finsam import bokforing.se --book forbund.finsam
        finsam report forbund.finsam --year 2025 --out rapport
        finsam serve forbund.finsam                   kontoret i webbläsaren

      Den som utför en insats räknar sina deltagare i en egen lista: finsam counter insats.raknelista
      """,
    version: "finsam \(Version.number)",
    subcommands: [
      DemoCommand.self, NewCommand.self, ImportCommand.self, ExportCommand.self, ReportCommand.self,
      StatementsCommand.self, StatisticsCommand.self, ForecastCommand.self, CheckCommand.self, ReviewCommand.self,
      VerifyCommand.self, ReverseCommand.self, LockCommand.self, EndYearCommand.self, ServeCommand.self,
      MailCommand.self, CounterCommand.self, SettingsCommand.self,
    ])
}

/// Runs one command and ends with its exit code. Everything a user reads comes out in Swedish.
@main
enum Main {
  static func main() async {
    // A file that may not grow is then an error of the write, with a sentence, and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    // A book and what is made of it is nobody else's on the machine to read.
    umask(0o077)
    do {
      var command = try Finsam.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(end(error))
    }
  }

  /// Says what there is to say of an error, and gives its exit code.
  private static func end(_ error: any Error) -> Int32 {
    if let failure = Words.failure(for: error) {
      if !failure.message.isEmpty {
        FileHandle.standardError.write(Data("finsam: \(failure.message)\n".utf8))
      }
      return failure.kind.rawValue
    }
    guard isParserError(error) else {
      FileHandle.standardError.write(Data("finsam: Ett fel i programmet: \(error). Inget har sparats.\n".utf8))
      return Failure.Kind.fault.rawValue
    }
    let code = Finsam.exitCode(for: error)
    let text = Usage.swedish(Finsam.fullMessage(for: error))
    (code == .success ? FileHandle.standardOutput : .standardError).write(Data((text + "\n").utf8))
    return code.rawValue
  }

  private static func isParserError(_ error: any Error) -> Bool {
    error is ValidationError || error is ExitCode || error is CleanExit
      || String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }
}
