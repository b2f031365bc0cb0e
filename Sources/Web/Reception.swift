import Association
import Desk
import HTTPTypes
public import Hummingbird
public import HummingbirdCore
import Ledger
import Logging
import NIOCore
import NIOPosix
import Press
import Store

/// The reception: finds the door, sees who is there and whether they may pass, reads what they bring, and sends the
/// answer out with the headers that every answer has. No action builds a response or looks at a cookie.
struct Reception: HTTPResponder {
  let office: Office
  private let exact: [String: [Door]]
  private let others: [(pattern: PathPattern, door: Door)]

  init(office: Office, doors: [Door] = Door.all) {
    self.office = office
    exact = Dictionary(grouping: doors.filter { !$0.pattern.utf8.contains(UInt8(ascii: "{")) }, by: \.pattern)
    others = doors.filter { $0.pattern.utf8.contains(UInt8(ascii: "{")) }.map { (PathPattern($0.pattern), $0) }
  }

  func respond(to request: Request, context: OfficeContext) async throws -> Response {
    let path = request.uri.path
    let isHead = request.method == .head
    let candidates = exact[path] ?? others.filter { $0.pattern.values(in: path) != nil }.map(\.door)
    let method = isHead ? .get : request.method
    var isRead = !request.hasBody
    var response: Response
    do {
      if let door = candidates.first(where: { $0.method == method }) {
        response = try await pass(door, request: request, context: context, isRead: &isRead)
      } else if candidates.isEmpty {
        response = outcome(.notFound, to: asked(request, context, by: try visitor(of: request)))
      } else {
        response = plain(ErrorPage.methodNotAllowed(), to: asked(request, context, by: try visitor(of: request)))
        response.headers[.allow] = candidates.map(\.method.rawValue).sorted().joined(separator: ", ")
      }
    } catch {
      response = fault(error, request: request)
    }
    if isHead { response.body = ResponseBody() }
    // What nobody wants is not waited for: `ConnectionWatch` closes the connection after the answer.
    if !isRead { response.headers[.connection] = "close" }
    return response
  }

  /// `isRead` is true afterwards where all of the body has been read.
  private func pass(
    _ door: Door, request: Request, context: OfficeContext, isRead: inout Bool
  ) async throws -> Response {
    let visitor = door.access == .respondents ? Visitor.respondent : try visitor(of: request)
    var asked = asked(request, context, by: visitor)
    // First of all, so that another site can make nothing happen, not even that somebody is sent to sign in.
    guard door.method != .post || isFromHere(request) else { return plain(ErrorPage.body(.foreign), to: asked) }
    guard door.access.admits(visitor.user) else {
      // Whoever is not signed in is sent to sign in, and comes back; an act is not repeated. Who came without a cookie of
      // ours, as another site's form does, is given none.
      if visitor.user == nil {
        let isAsking = door.method == .get
        return outcome(
          .see(
            Addresses.signIn.path(query: [("till", isAsking ? request.uri.description : "")]),
            notice: isAsking || visitor.isUnknown
              ? "" : "Du är inte längre inloggad. Det du skickade är inte sparat: logga in och gör om det."),
          to: asked)
      }
      return outcome(.forbidden, to: asked)
    }
    if door.method == .post {
      do {
        let body = Body(bytesMax: door.bodyBytesMax(office.settings))
        let form = try await body.read(request)
        isRead = true
        guard door.access == .respondents || Secret.isEqual(form.choice(Form.tokenName), visitor.formToken) else {
          throw BodyRefusal.stale
        }
        // Here, so that no door that takes a file, now or later, can let one through.
        guard !form.files.contains(where: { CounterMark.begins($0.bytes) }) else { throw BodyRefusal.counterList }
        asked.form = form
      } catch let refusal as BodyRefusal {
        return plain(ErrorPage.body(refusal), to: asked)
      }
    }
    do {
      var answer = try await door.answer(asked)
      var token: String?
      if case .signedIn(let new, let inner) = answer { (token, answer) = (new, inner) }
      return outcome(answer, to: asked, cookie: token)
    } catch let error where Words.failure(for: error).map({ $0.kind != .fault && $0.kind != .file }) ?? false {
      // What the book refuses and no page has foreseen is still said in words.
      return plain(ErrorPage.refusal(Words.failure(for: error)?.message ?? ""), to: asked)
    }
  }

  /// What is asked, before its body is read.
  private func asked(_ request: Request, _ context: OfficeContext, by visitor: Visitor) -> Asked {
    Asked(
      office: office, store: visitor.practice ?? office.store, visitor: visitor, takesCookie: takesCookie(request),
      path: request.uri.path, query: Form(fields: Percent.pairs(request.uri.query ?? "")), form: Form(),
      isScript: request.headers[.finsamScript] != nil, remote: remote(of: request, context),
      agent: String(decoding: (request.headers[.userAgent] ?? "").utf8.prefix(200), as: UTF8.self),
      notice: notice(of: request))
  }

  // Who is there.

  private func visitor(of request: Request) throws -> Visitor {
    guard let token = Cookies.value(Cookies.visitor(office.settings), in: request), token.utf8.count == 64 else {
      let token = Secret.make(office.randomBytes)
      return Visitor(
        token: token, isUnknown: true, session: nil, user: nil, practice: nil,
        formToken: Secret.formToken(of: token, isPractising: false))
    }
    let digest = Secret.digest(of: token)
    let moment = office.now()
    var known = office.sessions.find(digest, at: moment)
    if known == nil, let stored = try office.store.session(digest, at: moment) {
      known = stored
      if moment.secondsSince1970 - stored.session.startedAt.secondsSince1970 > office.settings.sessionSecondsMax
        || moment.secondsSince1970 - stored.session.lastSeenAt.secondsSince1970 > office.settings.idleSecondsMax
      {
        try office.store.endSession(digest)
        known = nil
      } else {
        // Once in five minutes is enough to know whether a session is used.
        if moment.secondsSince1970 - stored.session.lastSeenAt.secondsSince1970 > 300 {
          known?.session.lastSeenAt = moment
          if let session = known?.session { try office.store.update(session) }
        }
        if let known { office.sessions.keep(known.session, known.user, at: moment) }
      }
    }
    // Who practised in a book that is gone is at home again, and a form from there is not taken for one from here.
    let practice = known?.session.isPractising == true ? office.practice.store() : nil
    return Visitor(
      token: token, session: known?.session, user: known?.user, practice: practice,
      formToken: Secret.formToken(of: token, isPractising: practice != nil))
  }

  private func remote(of request: Request, _ context: OfficeContext) -> String {
    if office.settings.isBehindProxy, let forwarded = request.headers[.xForwardedFor] {
      // The last one is what our own proxy saw; those before it are what the visitor says.
      return forwarded.split(separator: ",").last.map { String($0).strippedOfBlanks } ?? context.remote
    }
    return context.remote
  }

  /// Whether the request was made by a page of ours. The form's token says the same; a browser says it earlier.
  private func isFromHere(_ request: Request) -> Bool {
    if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
    // An older browser says where the page came from. A proxy may have given us another name than the visitor sees.
    guard let origin = request.headers[.origin] else { return true }
    let host = origin.split(separator: "://", maxSplits: 1).last.map { String($0) } ?? ""
    return origin == office.settings.publicAddress || host == request.head.authority
  }

  /// Whether a visitor whom we do not know may be given a cookie. A form or a picture on another site comes without the
  /// cookie that one has here, and the new one would take its place: whoever it was would be signed out.
  private func takesCookie(_ request: Request) -> Bool {
    guard request.method == .get || request.method == .head else { return false }
    guard let site = request.headers[.secFetchSite], site == "cross-site" || site == "same-site" else { return true }
    // A link in a letter that is read in the browser, or the way back from the provider: the cookie would have come.
    return request.headers[.secFetchMode] == "navigate" && request.headers[.secFetchDest] == "document"
  }

  private func notice(of request: Request) -> String {
    Cookies.value(Cookies.notice, in: request).flatMap { Percent.decoded($0) } ?? ""
  }

  // What goes out.

  private func outcome(_ answer: Answer, to asked: Asked, cookie: String? = nil) -> Response {
    let visitor = asked.visitor
    var response: Response
    switch answer {
    case .page(let page, let status):
      response = html(page.html(for: asked).bytes, status: status)
      if !asked.notice.isEmpty { Cookies.clear(Cookies.notice, in: &response, office.settings) }
    case .see(let path, let notice):
      response = Response(status: .seeOther, headers: [.location: path])
      if !notice.isEmpty {
        Cookies.set(Cookies.notice, Percent.encoded(notice), in: &response, office.settings, secondsMax: 60)
      }
    case .piece(let piece, let status): response = html(piece.bytes, status: status)
    case .json(let bytes, let status):
      response = file(bytes, type: "application/json; charset=utf-8", status: status)
    case .file(let answer):
      response = file(answer.bytes, type: answer.mediaType, status: .ok)
      let shown = answer.isShown ? "inline" : "attachment"
      response.headers[.contentDisposition] = "\(shown); filename*=UTF-8''\(Percent.encoded(answer.name))"
      // Whatever the file is, it can run nothing here.
      response.headers[.contentSecurityPolicy] = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    case .asset(let asset):
      response = file(asset.bytes, type: asset.mediaType, status: .ok)
      response.headers[.cacheControl] = "public, max-age=31536000, immutable"
      Headers.add(to: &response, isSecure: office.settings.isSecure)
      return response
    case .document(let bytes):
      response = html(bytes, status: .ok)
      response.headers[.contentSecurityPolicy] = Headers.documentPolicy(for: bytes)
    case .bare(let page, let status):
      response = html(page.bytes, status: status)
      response.headers[.contentSecurityPolicy] = Headers.bareForm(for: page.bytes)
    case .signedIn(let token, let inner): return outcome(inner, to: asked, cookie: token)
    case .notFound: response = plain(ErrorPage.notFound(), to: asked)
    case .forbidden: response = plain(ErrorPage.forbidden(), to: asked)
    }
    Headers.add(to: &response, isSecure: office.settings.isSecure)
    if cookie != nil || (visitor.isUnknown && asked.takesCookie) {
      Cookies.set(
        Cookies.visitor(office.settings), cookie ?? visitor.token, in: &response, office.settings,
        secondsMax: cookie == nil ? nil : office.settings.sessionSecondsMax)
    }
    return response
  }

  /// A page that says no; `asked` is nil where the book itself may be what does not answer.
  private func plain(_ error: ErrorPage, to asked: Asked?) -> Response {
    var response = html(error.page.html(for: asked).bytes, status: error.status)
    Headers.add(to: &response, isSecure: office.settings.isSecure)
    return response
  }

  /// A fault of the machine or of ours: a number for the user, the rest for the log.
  private func fault(_ error: any Error, request: Request) -> Response {
    let number = Secret.hexadecimal(office.randomBytes(4))
    office.log.error(
      "fault",
      metadata: ["number": "\(number)", "method": "\(request.method)", "error": "\(String(reflecting: error))"])
    return plain(ErrorPage.fault(number: number), to: nil)
  }

  private func html(_ bytes: [UInt8], status: HTTPResponse.Status) -> Response {
    file(bytes, type: "text/html; charset=utf-8", status: status)
  }

  private func file(_ bytes: [UInt8], type: String, status: HTTPResponse.Status) -> Response {
    Response(
      status: status, headers: [.contentType: type, .contentLength: "\(bytes.count)"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

/// What Hummingbird tells of a request besides its head and body: where it came from.
struct OfficeContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let remote: String

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    remote = source.channel.remoteAddress?.ipAddress ?? ""
  }
}

/// Work that takes long: a password's hash, a report, an import. At most as many at once as there are threads, and
/// never on the threads that answer.
enum LongWork {
  private static let pool: NIOThreadPool = {
    let pool = NIOThreadPool(numberOfThreads: 2)
    pool.start()
    return pool
  }()

  static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await pool.runIfActive { try body() }
  }
}

extension HTTPField.Name {
  static let xForwardedFor = named("X-Forwarded-For")
  static let secFetchSite = named("Sec-Fetch-Site")
  static let secFetchMode = named("Sec-Fetch-Mode")
  static let secFetchDest = named("Sec-Fetch-Dest")
  /// What our own scripts send with what they ask.
  static let finsamScript = named("X-Finsam-Skript")
  static let referrerPolicy = named("Referrer-Policy")
  static let permissionsPolicy = named("Permissions-Policy")
  static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
  static let crossOriginResourcePolicy = named("Cross-Origin-Resource-Policy")

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("A header's name of ours is a token.") }
    return name
  }
}

/// The application that answers for the office: `finsam serve` runs it, and every web test asks it.
public func buildApplication(
  office: Office, address: BindAddress = .hostname("127.0.0.1", port: 8080),
  server: HTTPServerBuilder? = nil, onServing: @escaping @Sendable (Int?) async -> Void = { _ in }
) -> some ApplicationProtocol {
  Application(
    responder: Reception(office: office), server: server ?? .office(isBehindProxy: office.settings.isBehindProxy),
    configuration: ApplicationConfiguration(
      address: address, serverName: nil, availableConnectionsDelegate: MaximumAvailableConnections(512)),
    onServerRunning: { await onServing($0.localAddress?.port) }, logger: office.log)
}

extension HTTPServerBuilder {
  /// HTTP/1.1 as the office speaks it: a connection that has been silent for a minute, also in the middle of what it
  /// was sending, is closed; one that waits for its answer is not. `ConnectionWatch` sees to the rest.
  public static func office(isBehindProxy: Bool) -> HTTPServerBuilder {
    let count = ConnectionCount(isLimited: !isBehindProxy)
    return .http1(
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [ConnectionWatch(count)], idleTimeout: .seconds(60)))
  }
}

extension Request {
  /// Whether it says that a body follows.
  fileprivate var hasBody: Bool {
    headers[.transferEncoding] != nil || (headers[.contentLength].map { $0 != "0" } ?? false)
  }
}
