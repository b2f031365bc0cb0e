public import Ledger
public import Logging
public import Press
public import Store

/// Web: the office in the browser. Doors (an address, who may pass, what answers), the pages behind them, and the
/// reception that opens them. Pages are functions from values to HTML; what they do stands in the other rooms.

/// Everything the office is made of: the book, the outside it may reach, and its settings. Made once, by `finsam serve`
/// or by a test.
public struct Office: Sendable {
  /// The association's book. Users and sessions are always kept here.
  public let store: Store
  /// What time it is.
  public let now: @Sendable () -> Moment
  /// Today in the Swedish calendar.
  public let today: @Sendable () -> CalendarDate
  /// That many bytes that nobody can guess.
  public let randomBytes: @Sendable (Int) -> [UInt8]
  /// Where faults and visits are written. Never a secret, never a text of a user's.
  public let log: Logger
  /// The PDF engine.
  public let press: PDFPress
  /// Sends a mail; nil where there is no mailer, and links are shown to be copied instead.
  public let mailer: Mailer?
  /// How it is reached and what it allows.
  public let settings: Settings

  /// How the office is reached and what it allows.
  public struct Settings: Sendable {
    /// Where users reach it, without a slash at the end: `https://kontor.example.se`. Links in mails begin with it.
    public var publicAddress: String
    /// Where the practice book lies, or will.
    public var practicePath: String
    /// The largest document beside a voucher, in bytes.
    public var documentBytesMax = 25 << 20
    /// The largest file to be imported, in bytes.
    public var importBytesMax = 200 << 20
    /// How long a session lasts without being used, in seconds: twelve hours.
    public var idleSecondsMax: Int64 = 12 * 3600
    /// How long a session lasts in all, in seconds: thirty days.
    public var sessionSecondsMax: Int64 = 30 * 24 * 3600
    /// What each new hash of a password costs.
    public var passwordCost = PasswordCost.usual
    /// The provider by which users may sign in, if any.
    public var openID: OpenIDSettings?
    /// Whether a proxy of ours stands before us, whose `X-Forwarded-For` is to be believed.
    public var isBehindProxy = false

    /// Whether the office is reached over TLS: cookies are then marked so.
    public var isSecure: Bool { publicAddress.utf8.starts(with: "https://".utf8) }

    /// The usual settings of an office at that address.
    public init(publicAddress: String, practicePath: String) {
      self.publicAddress = publicAddress
      self.practicePath = practicePath
    }
  }

  /// A mail to be sent: to whom, about what, in what words.
  public struct Mail: Hashable, Sendable {
    /// To whom.
    public let to: String
    /// About what.
    public let subject: String
    /// In what words.
    public let text: String

    /// A mail.
    public init(to: String, subject: String, text: String) {
      self.to = to
      self.subject = subject
      self.text = text
    }
  }

  /// Sends a mail, or throws.
  public typealias Mailer = @Sendable (Mail) async throws -> Void

  /// An office of those parts.
  public init(
    store: Store, now: @escaping @Sendable () -> Moment, today: @escaping @Sendable () -> CalendarDate,
    randomBytes: @escaping @Sendable (Int) -> [UInt8], log: Logger, press: PDFPress, mailer: Mailer? = nil,
    settings: Settings
  ) {
    self.store = store
    self.now = now
    self.today = today
    self.randomBytes = randomBytes
    self.log = log
    self.press = press
    self.mailer = mailer
    self.settings = settings
    self.sessions = SessionMemory()
    self.drafts = DraftMemory()
    self.practice = PracticeBook(path: settings.practicePath)
  }

  /// The sessions seen lately.
  let sessions: SessionMemory
  /// What became of forms and drafts sent a moment ago.
  let drafts: DraftMemory
  /// The practice book, when there is one.
  let practice: PracticeBook
  /// What the figures of reports are called, for the search.
  let figureTitles = FigureTitles()
  /// Those who are on their way in.
  let halfway = Halfway()
  /// Who has tried codes of surveys that there are not.
  let doorkeeper = SurveyDoorkeeper()
  /// The same of links and receipts of obstacles, and of what is reported by links: its own, so that an office with much to
  /// report can still answer surveys.
  let reportDoorkeeper = SurveyDoorkeeper()
  /// The reports assembled lately.
  let shelf = ReportShelf()
  /// The files that are being looked at or read.
  let imports = ImportJobs()
  /// The published reports that have been reviewed lately.
  let reviews = ReviewJobs()
}

/// The OIDC provider that users may sign in by.
public struct OpenIDSettings: Hashable, Sendable {
  /// The issuer's address; `/.well-known/openid-configuration` lies below it.
  public var issuer: String
  /// The office's name at the provider.
  public var clientID: String
  /// The secret that the two share.
  public var clientSecret: String
  /// What the button says: ”Logga in med …”.
  public var name: String
  /// Whether our own second factor is asked for as well, of those who have it. The provider has its own as a rule, and
  /// knows when it was last asked for; where it has none, this is to be set.
  public var asksForSecondFactor = false

  /// A provider.
  public init(issuer: String, clientID: String, clientSecret: String, name: String) {
    self.issuer = issuer
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.name = name
  }
}
