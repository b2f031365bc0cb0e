import Association
import Crypto
import Foundation

/// What lies in the file: the list, and the key that deliveries are signed with.
public struct CounterContent: Sendable {
  /// The list.
  public var list: CounterList
  /// The Ed25519 key, 32 bytes. It is never shown.
  public var signingKey: [UInt8]

  /// The content of a new list, with a key of its own.
  public init(list: CounterList) {
    self.list = list
    signingKey = Array(Curve25519.Signing.PrivateKey().rawRepresentation)
  }

  init(list: CounterList, signingKey: [UInt8]) {
    self.list = list
    self.signingKey = signingKey
  }
}

/// The file that a list lies in. It is written whole each time, beside the old one and then in its place, so that
/// nothing that has been taken out of the list is left in it; and nothing is written that is not encrypted.
public struct CounterFile: Hashable, Sendable {
  /// Where it lies.
  public let path: String

  /// Why a list was not opened or saved.
  public enum Refusal: Error, Hashable, Sendable {
    /// There is no file of that name.
    case missing
    /// There is a file of that name already.
    case exists
    /// The file is no list.
    case notAList
    /// A newer program has written it.
    case newerForm
    /// The pass phrase is another.
    case wrongPhrase
    /// The phrase is right, but the bytes are not those that were written.
    case damaged
    /// Another program has written the list since it was opened here.
    case changedMeanwhile
    /// The file or its folder can not be read.
    case notReadable
    /// The file or its folder can not be written.
    case notWritable
    /// The list has grown larger than any list is.
    case tooLarge
  }

  /// The largest list that is read: a hundred thousand entries take less.
  static let byteCountMax = 64 << 20

  /// The file of that path.
  public init(path: String) { self.path = path }

  /// Whether it is there.
  public var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Makes the file; one that exists is never written over.
  public func create(
    _ content: CounterContent, phrase: String, cost: CounterCost = .usual, randomBytes: (Int) -> [UInt8]
  ) throws -> OpenCounter {
    guard !exists else { throw Refusal.exists }
    let seal = try CounterSeal(phrase: phrase, cost: cost, randomBytes: randomBytes)
    let bytes = try seal.file(of: CounterRecord.bytes(of: content), randomBytes: randomBytes)
    try write(bytes)
    return OpenCounter(file: self, seal: seal, content: content, digest: OpenCounter.digest(of: bytes))
  }

  /// Opens the file with its pass phrase. It takes some tenths of a second and 128 MiB.
  public func open(phrase: String) throws -> OpenCounter {
    let bytes = try read()
    let (seal, content) = try CounterSeal.open(bytes, phrase: phrase)
    return OpenCounter(
      file: self, seal: seal, content: try CounterRecord.content(of: content), digest: OpenCounter.digest(of: bytes))
  }

  func read() throws -> [UInt8] {
    guard exists else { throw Refusal.missing }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw Refusal.notReadable }
    defer { try? handle.close() }
    // What cannot be closed has been read all the same.
    do {
      let data = try handle.read(upToCount: CounterFile.byteCountMax + 1) ?? Data()
      guard data.count <= CounterFile.byteCountMax else {
        throw CounterMark.begins(data.prefix(64)) ? Refusal.tooLarge : Refusal.notAList
      }
      return Array(data)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal.notReadable
    }
  }

  /// Writes the file beside itself, sees that it has reached the disk, and puts it in its place.
  func write(_ bytes: [UInt8]) throws {
    let new = path + ".ny"
    // What a broken off writing has left is encrypted as well, and of no use to anybody.
    unlink(new)
    let descriptor = Foundation.open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Refusal.notWritable }
    let isWritten = bytes.withUnsafeBytes { buffer in
      var place = 0
      while place < buffer.count {
        let count = Foundation.write(descriptor, buffer.baseAddress.map { $0 + place }, buffer.count - place)
        guard count > 0 else { return false }
        place += count
      }
      return fsync(descriptor) == 0
    }
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(new, path) == 0 else {
      unlink(new)
      throw Refusal.notWritable
    }
    let folder = Foundation.open((path as NSString).deletingLastPathComponent.nonEmpty, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }
}

/// A list that is open: its content, and the key it is saved under again.
public struct OpenCounter: Sendable {
  /// Where it lies.
  public let file: CounterFile
  /// What lies in it.
  public private(set) var content: CounterContent
  private var seal: CounterSeal
  /// Of the file as we last saw it.
  private var digest: [UInt8]

  init(file: CounterFile, seal: CounterSeal, content: CounterContent, digest: [UInt8]) {
    self.file = file
    self.seal = seal
    self.content = content
    self.digest = digest
  }

  /// Saves the content in place of what lies there. Where another program has written the file since, nothing is.
  public mutating func save(_ content: CounterContent, randomBytes: (Int) -> [UInt8]) throws {
    try save(content, under: seal, randomBytes: randomBytes)
  }

  /// Saves the list under another pass phrase.
  public mutating func change(phrase: String, cost: CounterCost = .usual, randomBytes: (Int) -> [UInt8]) throws {
    try save(
      content, under: try CounterSeal(phrase: phrase, cost: cost, randomBytes: randomBytes), randomBytes: randomBytes)
  }

  /// The public half of the key that deliveries are signed with, 32 bytes.
  public var publicKey: [UInt8] {
    get throws { Array(try privateKey.publicKey.rawRepresentation) }
  }

  /// The signature of those bytes.
  public func signature(of bytes: [UInt8]) throws -> [UInt8] { Array(try privateKey.signature(for: bytes)) }

  static func digest(of bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  private mutating func save(
    _ content: CounterContent, under seal: CounterSeal, randomBytes: (Int) -> [UInt8]
  ) throws {
    guard OpenCounter.digest(of: try file.read()) == digest else { throw CounterFile.Refusal.changedMeanwhile }
    let bytes = try seal.file(of: CounterRecord.bytes(of: content), randomBytes: randomBytes)
    guard bytes.count <= CounterFile.byteCountMax else { throw CounterFile.Refusal.tooLarge }
    try file.write(bytes)
    self.content = content
    self.seal = seal
    digest = OpenCounter.digest(of: bytes)
  }

  private var privateKey: Curve25519.Signing.PrivateKey {
    get throws { try Curve25519.Signing.PrivateKey(rawRepresentation: content.signingKey) }
  }
}

extension String {
  /// The folder of a bare file name is the one we stand in.
  fileprivate var nonEmpty: String { isEmpty ? "." : self }
}
