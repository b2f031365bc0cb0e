import Counter
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Ledger
import Logging
import NIOCore
import Press

/// The counter's reception: finds the door, sees whether this browser has the list open, reads what is sent, and answers
/// with the headers that every answer of ours has.
struct CounterReception: HTTPResponder {
  let office: CounterOffice
  private let doors = CounterDoor.all.map { (pattern: PathPattern($0.pattern), door: $0) }

  /// Cookies are not told apart by port, so an office on the same machine must not have the same names.
  static let cookieName = "finsam-raknelista"
  private static let noticeName = "finsam-raknelista-besked"

  init(office: CounterOffice) { self.office = office }

  func respond(to request: Request, context: OfficeContext) async throws -> Response {
    let path = request.uri.path
    let asked = asked(request)
    let found = doors.filter { $0.pattern.values(in: path) != nil }.map(\.door)
    let method = request.method == .head ? .get : request.method
    var isRead = request.headers[.contentLength].map { $0 == "0" } ?? (request.headers[.transferEncoding] == nil)
    var response: Response
    do {
      if !isForHere(request) {
        response = plain(ErrorPage.body(.foreign), nil)
      } else if let door = found.first(where: { $0.method == method }) {
        response = try await pass(door, request, asked, isRead: &isRead)
      } else {
        response = plain(found.isEmpty ? ErrorPage.notFound() : ErrorPage.methodNotAllowed(), asked)
      }
    } catch {
      response = fault(error, request)
    }
    if request.method == .head { response.body = ResponseBody() }
    if !isRead { response.headers[.connection] = "close" }
    return response
  }

  private func pass(
    _ door: CounterDoor, _ request: Request, _ asked: CounterAsked, isRead: inout Bool
  ) async throws -> Response {
    var asked = asked
    if door.need == .list, asked.opened == nil {
      return outcome(
        .see(office.desk.file.exists ? CounterAddresses.unlock.path() : CounterAddresses.setUp.path()), asked)
    }
    if door.method == .post {
      guard isFromHere(request) else { return plain(ErrorPage.body(.foreign), asked) }
      do {
        asked.form = try await Body(bytesMax: Door.formBytesMax).read(request)
        isRead = true
        guard Secret.isEqual(asked.form.choice(Form.tokenName), asked.visitor.formToken) else {
          throw BodyRefusal.stale
        }
      } catch let refusal as BodyRefusal {
        return plain(ErrorPage.body(refusal), asked)
      }
    }
    do {
      return outcome(try await door.answer(asked), asked)
    } catch let refusal as CounterRefusal {
      return plain(ErrorPage.refusal(CounterWords.sentence(refusal)), asked)
    } catch let refusal as CounterFile.Refusal {
      return plain(ErrorPage.refusal(CounterWords.sentence(refusal)), asked)
    } catch is CounterDesk.Locked {
      return outcome(.see(CounterAddresses.unlock.path()), asked)
    }
  }

  private func asked(_ request: Request) -> CounterAsked {
    let known = Cookies.value(CounterReception.cookieName, in: request).flatMap { $0.utf8.count == 64 ? $0 : nil }
    let token = known ?? Secret.make(office.randomBytes)
    let visitor = Visitor(
      token: token, isUnknown: known == nil, session: nil, user: nil, practice: nil,
      formToken: Secret.formToken(of: token, isPractising: false))
    return CounterAsked(
      office: office, visitor: visitor,
      opened: office.desk.list(for: CounterAsked.digest(of: token), at: office.now()), path: request.uri.path,
      query: Form(fields: Percent.pairs(request.uri.query ?? "")),
      notice: Cookies.value(CounterReception.noticeName, in: request).flatMap { Percent.decoded($0) } ?? "")
  }

  /// Whether the browser means this machine. A web site somewhere else can give its own name our address, and would then
  /// be answered as if it were we.
  private func isForHere(_ request: Request) -> Bool {
    var host = Array((request.head.authority ?? "").utf8)
    if let colon = host.lastIndex(of: UInt8(ascii: ":")), host[(colon + 1)...].allSatisfy({ (48...57).contains($0) }) {
      host = Array(host[..<colon])
    }
    return ["127.0.0.1", "localhost", "[::1]"].contains(String(decoding: host, as: UTF8.self))
  }

  private func isFromHere(_ request: Request) -> Bool {
    if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
    guard let origin = request.headers[.origin] else { return true }
    return origin == "http://\(request.head.authority ?? "")"
  }

  private func outcome(_ answer: Answer, _ asked: CounterAsked, token: String? = nil) -> Response {
    var response: Response
    switch answer {
    case .page(let page, let status):
      response = html(CounterShell(page: page, asked: asked).html(), status)
      if !asked.notice.isEmpty { Cookies.clear(CounterReception.noticeName, in: &response, office.settings) }
    case .see(let path, let notice):
      response = Response(status: .seeOther, headers: [.location: path])
      if !notice.isEmpty {
        Cookies.set(
          CounterReception.noticeName, Percent.encoded(notice), in: &response, office.settings, secondsMax: 60)
      }
    case .file(let file):
      response = Response(
        status: .ok,
        headers: [
          .contentType: file.mediaType, .contentLength: "\(file.bytes.count)",
          .contentDisposition: "attachment; filename*=UTF-8''\(Percent.encoded(file.name))",
        ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    case .asset(let asset):
      response = Response(
        status: .ok,
        headers: [
          .contentType: asset.mediaType, .contentLength: "\(asset.bytes.count)",
          .cacheControl: "public, max-age=31536000, immutable",
        ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
      Headers.add(to: &response, isSecure: false)
      return response
    case .signedIn(let token, let inner): return outcome(inner, asked, token: token)
    default: response = html(CounterShell(page: ErrorPage.notFound().page, asked: asked).html(), .notFound)
    }
    Headers.add(to: &response, isSecure: false)
    if asked.opened != nil, token == nil, case .page = answer {
      // What stands on the screen is put away when the list is locked.
      let seconds = asked.setup.idleMinutes * 60 + 5
      response.headers[.refresh] = "\(seconds); url=\(CounterAddresses.unlock.path())"
    }
    if token != nil || asked.visitor.isUnknown {
      Cookies.set(
        CounterReception.cookieName, token ?? asked.visitor.token, in: &response, office.settings, secondsMax: nil)
    }
    return response
  }

  private func plain(_ error: ErrorPage, _ asked: CounterAsked?) -> Response {
    var response = html(CounterShell(page: error.page, asked: asked).html(), error.status)
    Headers.add(to: &response, isSecure: false)
    return response
  }

  /// A fault of the machine or of ours. What kind of error it was is logged, and nothing of what it was about.
  private func fault(_ error: any Error, _ request: Request) -> Response {
    let number = Secret.hexadecimal(office.randomBytes(4))
    office.log.error("fault", metadata: ["number": "\(number)", "error": "\(type(of: error))"])
    return plain(ErrorPage.fault(number: number), nil)
  }

  private func html(_ page: HTML, _ status: HTTPResponse.Status) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8", .contentLength: "\(page.bytes.count)"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.bytes)))
  }
}

extension HTTPField.Name {
  fileprivate static var refresh: HTTPField.Name {
    guard let name = HTTPField.Name("Refresh") else { preconditionFailure("A header's name of ours is a token.") }
    return name
  }
}
