import Foundation

extension Office {
  /// A mailer that hands each letter to the machine's own mail program (`sendmail -t -i`), from that address. It throws
  /// where the program cannot be started, does not end well, or has not ended after half a minute.
  public static func sendmail(path: String, from: String) -> Mailer {
    { @Sendable mail in
      guard let letter = Letter(mail, from: from) else { throw SendmailFailure.unfitAddress }
      try await LongWork.run { try Sendmail(path: path).send(letter) }
    }
  }
}

/// Why a letter was not sent. Says nothing of whom it was for.
enum SendmailFailure: Error, Hashable {
  /// The sender's or the receiver's address cannot stand in a letter.
  case unfitAddress
  /// There is no program at that path, or it may not be started.
  case notStarted(path: String)
  /// It ended with that status.
  case refused(status: Int32)
  /// The letter could not be laid where the program reads it.
  case disk
}

/// The machine's mail program, run once per letter.
private struct Sendmail {
  let path: String

  private static let secondsMax = 30

  func send(_ letter: Letter) throws(SendmailFailure) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-t", "-i"]
    process.standardInput = try input(letter)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .notStarted(path: path)
    }
    let program = process.processIdentifier
    let guardian = Task {
      try await Task.sleep(for: .seconds(Sendmail.secondsMax))
      kill(program, SIGKILL)
    }
    process.waitUntilExit()
    guardian.cancel()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw .refused(status: process.terminationStatus)
    }
  }

  /// The letter in a file that has no name any more when it is read: a pipe would fill up, or break, where the program
  /// does not read. Only we may open it while it has one.
  private func input(_ letter: Letter) throws(SendmailFailure) -> FileHandle {
    var name = Array((FileManager.default.temporaryDirectory.path + "/finsam-brev-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw .disk }
    unlink(name)
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(letter.bytes))
      try handle.seek(toOffset: 0)
    } catch {
      throw .disk
    }
    return handle
  }
}
