import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Synchronization

/// Watches one connection, so that nobody holds it by sending slowly: the first head must come soon, a body must come
/// at some speed, and whoever sends what we have refused is not listened to. Lives on the connection's own event loop.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// How long the first head may take from when the connection is opened.
  private static let headTime = TimeAmount.seconds(20)
  /// How long a body may take whatever its size, and how many bytes a second must come after that: a telephone with
  /// hardly any signal sends faster.
  private static let bodySecondsMin: Int64 = 60
  private static let bodyBytesPerSecond: Int64 = 4096
  /// How often that is looked at.
  private static let watchTime = TimeAmount.seconds(15)
  /// How long the sender of a refused body has to read the answer.
  private static let partingTime = TimeAmount.seconds(2)

  private let count: ConnectionCount
  private var remote: String?
  private var hasHead = false
  private var isReading = false
  private var byteCount: Int64 = 0
  private var begun = NIODeadline.now()
  private var watch: Scheduled<Void>?
  /// Whether the answer under way is the last one.
  private var isLast = false
  /// Whether it has been written, and what still comes is thrown away.
  private var isParting = false

  init(_ count: ConnectionCount) { self.count = count }

  func handlerAdded(context: ChannelHandlerContext) {
    let address = context.remoteAddress?.ipAddress ?? ""
    guard count.open(address) else { return context.close(promise: nil) }
    remote = address
    schedule(after: ConnectionWatch.headTime, context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    watch?.cancel()
    watch = nil
    if let remote { count.close(remote) }
    remote = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      hasHead = true
      isReading = true
      byteCount = 0
      begun = .now()
      if watch == nil { schedule(after: ConnectionWatch.watchTime, context) }
    case .body(let bytes): byteCount += Int64(bytes.readableBytes)
    case .end: isReading = false
    }
    guard isParting else { return context.fireChannelRead(data) }
    if !isReading { context.close(promise: nil) }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head): isLast = head.headerFields[.connection] == "close"
    case .body: break
    case .end where isLast:
      let written = promise ?? context.eventLoop.makePromise()
      written.futureResult.assumeIsolated().whenComplete { _ in self.part(context) }
      return context.write(data, promise: written)
    case .end: break
    }
    context.write(data, promise: promise)
  }

  /// After the last answer: nothing more is sent, and the other side has a moment to read it before it is cut off.
  private func part(_ context: ChannelHandlerContext) {
    guard isReading else { return context.close(promise: nil) }
    isParting = true
    context.close(mode: .output, promise: nil)
    context.eventLoop.assumeIsolated().scheduleTask(in: ConnectionWatch.partingTime) { context.close(promise: nil) }
  }

  private func schedule(after time: TimeAmount, _ context: ChannelHandlerContext) {
    watch = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
      self.watch = nil
      self.look(context)
    }
  }

  private func look(_ context: ChannelHandlerContext) {
    guard hasHead else { return context.close(promise: nil) }
    guard isReading else { return }
    let seconds = (NIODeadline.now() - begun).nanoseconds / 1_000_000_000
    guard seconds <= ConnectionWatch.bodySecondsMin + byteCount / ConnectionWatch.bodyBytesPerSecond else {
      return context.close(promise: nil)
    }
    schedule(after: ConnectionWatch.watchTime, context)
  }
}

@available(*, unavailable)
extension ConnectionWatch: Sendable {}

/// How many connections each address has open. A whole office may sit behind one; behind a proxy of ours all do, and
/// then it is the proxy that counts.
final class ConnectionCount: Sendable {
  /// The most of one address: twenty people with a browser's six, of the 512 that there are.
  static let countMax = 128

  private let isLimited: Bool
  private let counts = Mutex<[String: Int]>([:])

  init(isLimited: Bool) { self.isLimited = isLimited }

  /// Counts one more; false where there are too many, and then it is not counted. This very machine has as many as it
  /// likes.
  func open(_ address: String) -> Bool {
    let network = Patience.network(of: address)
    return counts.withLock { counts in
      guard counts[network, default: 0] < ConnectionCount.countMax || !isLimited || ConnectionCount.isOwn(address)
      else {
        return false
      }
      counts[network, default: 0] += 1
      return true
    }
  }

  /// Counts one less.
  func close(_ address: String) {
    let network = Patience.network(of: address)
    counts.withLock { counts in
      let left = counts[network, default: 1] - 1
      counts[network] = left > 0 ? left : nil
    }
  }

  private static func isOwn(_ address: String) -> Bool { address.utf8.starts(with: "127.".utf8) || address == "::1" }
}
