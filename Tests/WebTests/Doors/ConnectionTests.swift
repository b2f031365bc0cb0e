import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

/// Who holds a connection without using it.
struct ConnectionTests {
  private func channel() throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handler: ConnectionWatch(ConnectionCount(isLimited: true)))
    try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
    return channel
  }

  private let head = HTTPRequestPart.head(
    HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/logga-in"))

  @Test func `whoever has sent no head in twenty seconds is hung up on`() throws {
    let (silent, quick) = (try channel(), try channel())
    try quick.writeInbound(head)
    try quick.writeInbound(HTTPRequestPart.end(nil))

    for channel in [silent, quick] { channel.embeddedEventLoop.advanceTime(by: .seconds(21)) }

    #expect(!silent.isActive)
    #expect(quick.isActive)
  }

  @Test func `after an answer that is the last, what still comes of the body is not listened to`() throws {
    let channel = try channel()
    try channel.writeInbound(head)
    _ = try channel.readInbound(as: HTTPRequestPart.self)
    let answer = HTTPResponse(status: .contentTooLarge, headerFields: [.connection: "close"])
    try channel.writeOutbound(HTTPResponsePart.head(answer))
    try channel.writeOutbound(HTTPResponsePart.end(nil))

    try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "mer")))

    #expect(try channel.readInbound(as: HTTPRequestPart.self) == nil)
    channel.embeddedEventLoop.advanceTime(by: .seconds(3))
    #expect(!channel.isActive)
  }

  @Test func `one address has its part of the connections, this machine as many as it likes`() {
    let (open, behindProxy) = (ConnectionCount(isLimited: true), ConnectionCount(isLimited: false))

    let strangers = (0...ConnectionCount.countMax).map { _ in open.open("192.0.2.7") }
    open.close("192.0.2.7")

    #expect(strangers.dropLast().allSatisfy { $0 } && strangers.last == false)
    #expect(open.open("192.0.2.7") && !open.open("192.0.2.7"))
    #expect(open.open("192.0.2.8"))
    #expect((0...ConnectionCount.countMax).allSatisfy { _ in open.open("127.0.0.1") })
    #expect((0...ConnectionCount.countMax).allSatisfy { _ in behindProxy.open("192.0.2.7") })
  }
}
