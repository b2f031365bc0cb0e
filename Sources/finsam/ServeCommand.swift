import ArgumentParser
import Desk
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOSSL
import Store
import Web

/// `finsam serve BOOK`: the association's office in the browser.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Öppnar förbundets kontor i webbläsaren.")

  @Argument(help: "Boken som kontoret arbetar i.")
  var book: String

  @Option(name: .long, help: "Porten som kontoret svarar på; 0 tar en ledig.")
  var port = 8080

  @Option(name: .long, help: "Adressen som kontoret lyssnar på. 127.0.0.1 når bara den här datorn.")
  var host = "127.0.0.1"

  @Option(
    name: .long, help: "Adressen som användarna når kontoret på, till exempel https://kontor.forbund.se; står i länkar."
  )
  var address: String?

  @Option(name: .long, help: "Certifikatets fil (PEM), när kontoret självt svarar med TLS.")
  var certificate: String?

  @Option(name: .long, help: "Certifikatets privata nyckel (PEM).")
  var key: String?

  @Flag(name: .customLong("behind-proxy"), help: "En omvänd proxy står framför kontoret och anger X-Forwarded-For.")
  var isBehindProxy = false

  @Option(name: .long, help: "E-postadressen till en användare som inte kommer in: en länk till nytt lösenord skrivs.")
  var link: String?

  func run() async throws {
    let world = World.real()
    guard (0...65535).contains(port) else { throw Failure(.use, "Porten är \(port). Ange ett tal från 0 till 65535.") }
    guard (certificate == nil) == (key == nil) else {
      throw Failure(.use, "TLS behöver både --certificate och --key. Ange båda, eller ingen.")
    }
    let server = try certificate.flatMap { certificate in
      try key.map { try ServeCommand.encrypted(certificate: certificate, key: $0, isBehindProxy: isBehindProxy) }
    }
    let store = try Store(opening: book)
    ServeCommand.warnOfReaders(of: book)
    let scheme = certificate == nil ? "http" : "https"
    let named = address ?? world.settings.address
    let shownHost = ServeCommand.inAddress(host)
    let shownAddress = named.isEmpty ? "\(scheme)://\(shownHost):\(port)" : named
    let office = try Office(
      store: store, now: world.clock, today: world.calendar, randomBytes: World.randomBytes,
      log: ServeCommand.log(), press: world.press, mailer: world.settings.mailer(),
      settings: settings(publicAddress: shownAddress, world: world))
    let mail = link
    if let mail, try store.user(mail: mail)?.isActive != true {
      throw Failure(.use, "Ingen användare som får logga in har adressen \(mail). Kontrollera den i --link.")
    }
    let app = buildApplication(
      office: office, address: .hostname(host, port: port), server: server,
      onServing: { opened in
        let shown = named.isEmpty ? "\(scheme)://\(shownHost):\(opened ?? port)" : named
        World.print("Kontoret är öppet: \(shown)")
        ServeCommand.printLinks(office, at: shown, for: mail)
        World.print("Stäng det med Ctrl-C.")
      })
    let post = Task { await WeeklyMail.keepSending(in: office) }
    defer { post.cancel() }
    do {
      try await app.runService()
    } catch let error where "\(error)".contains("bind") {
      throw Failure(
        .file,
        "Port \(port) på \(host) är upptagen eller får inte öppnas. Stäng det andra programmet, eller välj --port.")
    }
  }

  /// The first administrator's link, and one for a user who cannot come in.
  private static func printLinks(_ office: Office, at address: String, for mail: String?) {
    let address = withoutSlash(address)
    do {
      if let link = try office.firstInvitation(at: address) {
        World.print(
          "Boken har ingen användare än. Bli kontorets första administratör med den här länken, som gäller en gång:")
        World.print("  \(link)")
      }
      if let mail, let link = try office.invitation(for: mail, at: address) {
        World.print("\(mail) väljer ett nytt lösenord med den här länken, som gäller en gång:")
        World.print("  \(link)")
      }
    } catch {
      let words = Words.failure(for: error)?.message ?? "\(error)"
      FileHandle.standardError.write(Data("Länken gick inte att göra: \(words)\n".utf8))
    }
  }

  private func settings(publicAddress: String, world: World) throws -> Office.Settings {
    var settings = Office.Settings(
      publicAddress: ServeCommand.withoutSlash(publicAddress), practicePath: ServeCommand.practicePath(of: book))
    settings.isBehindProxy = isBehindProxy
    settings.openID = try world.settings.openID()
    return settings
  }

  /// The practice book lies beside the association's own.
  private static func practicePath(of book: String) -> String {
    let url = URL(fileURLWithPath: book)
    let name = url.deletingPathExtension().lastPathComponent
    return url.deletingLastPathComponent().appendingPathComponent("\(name)-ovning.finsam").path
  }

  private static func withoutSlash(_ address: String) -> String {
    address.utf8.last == UInt8(ascii: "/") ? String(decoding: address.utf8.dropLast(), as: UTF8.self) : address
  }

  /// An address of IPv6 stands in brackets before its port.
  private static func inAddress(_ host: String) -> String {
    host.utf8.contains(UInt8(ascii: ":")) && host.utf8.first != UInt8(ascii: "[") ? "[\(host)]" : host
  }

  /// Says it where others on the machine may read the book, or write in it.
  private static func warnOfReaders(of book: String) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: book)
    guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0 else { return }
    let words =
      "Varning: andra på datorn får läsa eller ändra boken \(book). Ge bara den egna användaren tillgång: "
      + "chmod 600 \(book)\n"
    FileHandle.standardError.write(Data(words.utf8))
  }

  private static func encrypted(certificate: String, key: String, isBehindProxy: Bool) throws -> HTTPServerBuilder {
    do {
      let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
      let privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain, privateKey: .privateKey(privateKey))
      configuration.minimumTLSVersion = .tlsv12
      return try .tls(.office(isBehindProxy: isBehindProxy), tlsConfiguration: configuration)
    } catch {
      throw Failure(
        .file,
        "Certifikatet \(certificate) eller nyckeln \(key) gick inte att läsa. Kontrollera att båda är PEM-filer som "
          + "programmet får läsa, och att de hör ihop. (\(error))")
    }
  }

  private static func log() -> Logger {
    var log = Logger(label: "finsam") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = .warning
    return log
  }
}
