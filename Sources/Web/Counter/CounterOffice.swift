public import Counter
public import Hummingbird
import HummingbirdCore
public import Ledger
public import Logging

/// A performer's own counter in the browser: the pages of one encrypted list, on the performer's own machine. It knows no
/// book and no user. Whoever has unlocked the list is the browser that gave its password, and nobody else on the machine.
public struct CounterOffice: Sendable {
  /// What time it is.
  let now: @Sendable () -> Moment
  /// Today in the Swedish calendar.
  let today: @Sendable () -> CalendarDate
  /// That many bytes that nobody can guess.
  let randomBytes: @Sendable (Int) -> [UInt8]
  /// Where faults are written. Never anything of the list.
  let log: Logger
  /// The list, locked or not.
  let desk: CounterDesk
  /// Cookies and headers are those of an office without TLS: it answers nobody but this machine.
  let settings = Office.Settings(publicAddress: "http://127.0.0.1", practicePath: "")

  /// The pages of the list in that file. `cost` is what a new list's key costs.
  public init(
    path: String, now: @escaping @Sendable () -> Moment, today: @escaping @Sendable () -> CalendarDate,
    randomBytes: @escaping @Sendable (Int) -> [UInt8], log: Logger, cost: CounterCost = .usual
  ) {
    self.now = now
    self.today = today
    self.randomBytes = randomBytes
    self.log = log
    desk = CounterDesk(file: CounterFile(path: path), cost: cost, randomBytes: randomBytes)
  }

  /// Locks the list where nobody has used it for as long as its settings say. Asked every now and then, so that the key
  /// does not lie in memory until somebody happens to come.
  public func lockWhenIdle() { desk.lockWhenIdle(at: now()) }
}

/// The application that answers for a list, on this machine alone: `finsam counter` runs it, and every test asks it.
public func buildApplication(
  counter office: CounterOffice, port: Int = 0, onServing: @escaping @Sendable (Int?) async -> Void = { _ in }
) -> some ApplicationProtocol {
  Application(
    responder: CounterReception(office: office), server: .office(isBehindProxy: false),
    configuration: ApplicationConfiguration(
      address: .hostname("127.0.0.1", port: port), serverName: nil,
      availableConnectionsDelegate: MaximumAvailableConnections(32)),
    onServerRunning: { await onServing($0.localAddress?.port) }, logger: office.log)
}
