import Association
import Ledger

/// Every address of the office. Links, forms and the reception all use these; no path is written anywhere else.
enum Addresses {
  // Signing in, and oneself.
  static let signIn = Address<Nothing>("/logga-in")
  static let secondFactor = Address<Nothing>("/logga-in/kod")
  static let signOut = Address<Nothing>("/logga-ut")
  static let openIDStart = Address<Nothing>("/logga-in/openid")
  static let openIDReturn = Address<Nothing>("/logga-in/openid/svar")
  /// By a link: the first administrator, one who is invited, one who has forgotten the password.
  static let invitation = Address<String>("/inbjudan/{nyckel}")
  static let forgotten = Address<Nothing>("/glomt-losenord")
  static let account = Address<Nothing>("/mitt-konto")
  static let password = Address<Nothing>("/mitt-konto/losenord")
  static let ownSecondFactor = Address<Nothing>("/mitt-konto/tvafaktor")
  static let ownRecoveryCodes = Address<Nothing>("/mitt-konto/tvafaktor/koder")
  static let ownSecondFactorEnd = Address<Nothing>("/mitt-konto/tvafaktor/avslut")
  static let ownWeeklyMail = Address<Nothing>("/mitt-konto/veckobrev")
  static let ownSessions = Address<Nothing>("/mitt-konto/inloggningar")
  static let ownSession = Address<String>("/mitt-konto/inloggningar/{inloggning}")

  // Users.
  static let users = Address<Nothing>("/anvandare")
  static let newUser = Address<Nothing>("/anvandare/ny")
  static let user = Address<Int64>("/anvandare/{anvandare}")
  static let userInvitation = Address<Int64>("/anvandare/{anvandare}/inbjudan")
  static let userSecondFactor = Address<Int64>("/anvandare/{anvandare}/tvafaktor")
  static let userSession = Address<Pair<Int64, String>>("/anvandare/{anvandare}/inloggningar/{inloggning}")

  // The start page, search, handbook.
  static let start = Address<Nothing>("/")
  /// The yearly wheel of a year, and one deadline in it.
  static let wheel = Address<Int>("/arshjul/{ar}")
  static let deadline = Address<Pair<Int, String>>("/arshjul/{ar}/{punkt}")
  /// The new director's walk.
  static let walk = Address<Nothing>("/rundvandring")
  static let search = Address<Nothing>("/sok")
  static let handbook = Address<Nothing>("/handbok")
  static let handbookPage = Address<String>("/handbok/{sida}")
  static let handbookPicture = Address<String>("/handbok/bilder/{bild}")
  static let asset = Address<String>("/static/{fil}")
  static let health = Address<Nothing>("/halsa")

  // The diary, governing documents, and what everybody may see.
  static let diary = Address<Nothing>("/diarium")
  static let newDiaryEntry = Address<Nothing>("/diarium/ny")
  static let diarySeries = Address<Nothing>("/diarium/serie")
  static let diaryYear = Address<Int>("/diarium/{ar}")
  static let diaryFile = Address<Int>("/diarium/{ar}/register/csv")
  static let diaryEntry = Address<DiaryPlace>("/diarium/{ar}/{diarienummer}")
  static let diaryChange = Address<DiaryPlace>("/diarium/{ar}/{diarienummer}/andring")
  static let diaryAddition = Address<DiaryPlace>("/diarium/{ar}/{diarienummer}/tillagg")
  static let governing = Address<Nothing>("/styrdokument")
  static let newGoverning = Address<Nothing>("/styrdokument/nytt")
  static let governingDocument = Address<Int64>("/styrdokument/{dokument}")
  static let governingNewVersion = Address<Int64>("/styrdokument/{dokument}/ny-version")
  static let governingVersion = Address<Pair<Int64, Int64>>("/styrdokument/{dokument}/versioner/{version}")
  static let governingReview = Address<Int64>("/styrdokument/{dokument}/oversyn")
  static let governingEnd = Address<Int64>("/styrdokument/{dokument}/slut")
  static let governingShowing = Address<Int64>("/styrdokument/{dokument}/visning")
  /// Without signing in.
  static let publicPage = Address<Nothing>("/offentligt")
  static let publicData = Address<Nothing>("/offentligt/data.json")
  static let publicFile = Address<String>("/offentligt/filer/{avtryck}")
  static let publicDocument = Address<Int64>("/offentligt/styrdokument/{dokument}")
  /// Where the director says what is public.
  static let publicSettings = Address<Nothing>("/offentlig-sida")
  static let publicSwitch = Address<Nothing>("/offentlig-sida/lage")
  static let publications = Address<Nothing>("/offentlig-sida/filer")
  static let publicationEnd = Address<Int64>("/offentlig-sida/filer/{fil}/slut")

  // Vouchers.
  static let vouchers = Address<Int>("/verifikationer/{ar}")
  static let voucher = Address<VoucherPlace>("/verifikationer/{ar}/{nummer}")
  static let voucherDocuments = Address<VoucherPlace>("/verifikationer/{ar}/{nummer}/underlag")
  static let voucherReversal = Address<VoucherPlace>("/verifikationer/{ar}/{nummer}/rattelse")
  static let voucherComments = Address<VoucherPlace>("/verifikationer/{ar}/{nummer}/kommentarer")
  static let document = Address<String>("/underlag/{avtryck}")
  static let newVoucher = Address<Nothing>("/ny-verifikation")
  static let drafts = Address<Nothing>("/utkast")
  static let draft = Address<Int64>("/utkast/{utkast}")
  static let draftDocuments = Address<Int64>("/utkast/{utkast}/underlag")
  static let draftRecording = Address<Int64>("/utkast/{utkast}/bokforing")
  static let draftRemoval = Address<Int64>("/utkast/{utkast}/kassering")
  static let templates = Address<Nothing>("/mallar")
  static let template = Address<Int64>("/mallar/{mall}")
  static let templateRemoval = Address<Int64>("/mallar/{mall}/kassering")
  /// A new draft made of a template.
  static let templateDraft = Address<Int64>("/mallar/{mall}/utkast")
  /// Accounts that fit some letters, for the entry grid.
  static let accountChoices = Address<Nothing>("/konton/forslag")

  // Lists.
  static let ledger = Address<Int>("/huvudbok/{ar}")
  static let trialBalance = Address<Int>("/saldobalans/{ar}")
  static let objects = Address<Int>("/insatser/{ar}")
  static let forecast = Address<Int>("/prognos/{ar}")
  static let object = Address<Pair<Int, String>>("/insatser/{ar}/{objekt}")
  static let chart = Address<Int>("/kontoplan/{ar}")
  /// Which account has which role in what the program books by itself.
  static let roleAccounts = Address<Nothing>("/konton/roller")

  // Requisitions: money asked for, and every step on the way to the payment; what a year's end leaves.
  static let requisitions = Address<Nothing>("/rekvisitioner")
  static let newRequisition = Address<Nothing>("/rekvisitioner/ny")
  static let requisition = Address<Int64>("/rekvisitioner/{rekvisition}")
  static let requisitionVersion = Address<Int64>("/rekvisitioner/{rekvisition}/ny-version")
  static let requisitionQuestion = Address<Int64>("/rekvisitioner/{rekvisition}/fraga")
  static let requisitionAttest = Address<Int64>("/rekvisitioner/{rekvisition}/attest")
  static let requisitionBooking = Address<Int64>("/rekvisitioner/{rekvisition}/bokforing")
  static let requisitionPayment = Address<Int64>("/rekvisitioner/{rekvisition}/betalning")
  static let requisitionWithdrawal = Address<Int64>("/rekvisitioner/{rekvisition}/aterkallelse")
  static let requisitionDocument = Address<Pair<Int64, String>>("/rekvisitioner/{rekvisition}/underlag/{avtryck}")
  /// Money that parties have paid back of a year's frames.
  static let repayments = Address<Int>("/aterbetalningar/{ar}")
  /// What performers say that a year cost.
  static let finalCosts = Address<Int>("/arsbesked/{ar}")
  /// Skulder samverkansinsatser at a year's end.
  static let accrual = Address<Int>("/periodisering/{ar}")
  static let accrualRelease = Address<Int>("/periodisering/{ar}/upplosning")
  /// The living note: granted, drawn, accrued, expected and left.
  static let followUp = Address<Int>("/projektuppfoljning/{ar}")

  // Counts of participants, delivered by performers.
  static let deliveries = Address<Nothing>("/leveranser")
  static let newDelivery = Address<Nothing>("/leveranser/ny")
  static let deliveryFile = Address<Nothing>("/leveranser/inlasning")
  /// `/leveranser/mall/SIRI/csv`: a file to fill in.
  static let deliveryTemplate = Address<Pair<String, String>>("/leveranser/mall/{insats}/{format}")
  static let delivery = Address<Int64>("/leveranser/{leverans}")
  static let deliveryAcceptance = Address<Int64>("/leveranser/{leverans}/godkannande")
  static let deliveryQuestion = Address<Int64>("/leveranser/{leverans}/fraga")
  static let deliveryCopy = Address<Pair<Int64, String>>("/leveranser/{leverans}/fil/{format}")
  static let exitReasons = Address<Nothing>("/avslutsanledningar")
  static let deliveryKeys = Address<Nothing>("/leveransnycklar")
  static let deliveryKeyEnd = Address<Int64>("/leveransnycklar/{leveransnyckel}/sparr")

  // The groups in which the parties meet, their meetings, and the local groups' FINSAM plans.
  static let groups = Address<Nothing>("/grupper")
  static let newGroup = Address<Nothing>("/grupper/ny")
  static let group = Address<String>("/grupper/{grupp}")
  static let groupChange = Address<String>("/grupper/{grupp}/andring")
  static let newGroupMeeting = Address<String>("/grupper/{grupp}/nytt-mote")
  static let groupMeeting = Address<Pair<String, Int64>>("/grupper/{grupp}/moten/{mote}")
  static let groupMeetingCorrection = Address<Pair<String, Int64>>("/grupper/{grupp}/moten/{mote}/rattelse")
  static let groupMeetingWithdrawal = Address<Pair<String, Int64>>("/grupper/{grupp}/moten/{mote}/borttagning")
  static let finsamPlans = Address<Int>("/finsamplaner/{ar}")
  static let finsamPlansAllocation = Address<Int>("/finsamplaner/{ar}/avsatt")
  static let finsamPlan = Address<Pair<Int, String>>("/finsamplaner/{ar}/plan/{grupp}")
  static let finsamPlanChange = Address<Pair<Int, String>>("/finsamplaner/{ar}/plan/{grupp}/andring")
  static let finsamPlanDecision = Address<Pair<Int, String>>("/finsamplaner/{ar}/plan/{grupp}/beslut")
  static let finsamPlanDrop = Address<Pair<Int, String>>("/finsamplaner/{ar}/plan/{grupp}/kassering")
  static let finsamPlanLink = Address<Pair<Int, String>>("/finsamplaner/{ar}/plan/{grupp}/insats")
  static let finsamPlanOutcome = Address<Pair<Int, String>>("/finsamplaner/{ar}/plan/{grupp}/uppfoljning")

  // Insatser from need to final report.
  static let newInsats = Address<Nothing>("/insatser/ny")
  /// What is said of an insats besides its money: names, end, the register of Försäkringskassan.
  static let insatsFacts = Address<Pair<Int, String>>("/insatser/{ar}/{objekt}/uppgifter")
  static let insatsName = Address<Pair<Int, String>>("/insatser/{ar}/{objekt}/namn")
  static let insatsOrigin = Address<Pair<Int, String>>("/insatser/{ar}/{objekt}/foregangare")
  static let insatsEnd = Address<Pair<Int, String>>("/insatser/{ar}/{objekt}/slut")
  static let insatsFollowUp = Address<Pair<Int, String>>("/insatser/{ar}/{objekt}/uppfoljning")
  static let applications = Address<Nothing>("/ansokningar")
  static let newApplication = Address<Nothing>("/ansokningar/ny")
  static let application = Address<Int64>("/ansokningar/{ansokan}")
  static let applicationChange = Address<Int64>("/ansokningar/{ansokan}/andring")
  static let grantPreparation = Address<Int64>("/ansokningar/{ansokan}/beredning")
  static let grantDecision = Address<Int64>("/ansokningar/{ansokan}/beslut")
  static let grantRejection = Address<Int64>("/ansokningar/{ansokan}/avslag")
  static let grantWithdrawal = Address<Int64>("/ansokningar/{ansokan}/aterkallelse")
  static let grantAgreement = Address<Int64>("/ansokningar/{ansokan}/avtal")
  /// A report by the last day of its period, or `slut` for the final one.
  static let grantReport = Address<Pair<Int64, String>>("/ansokningar/{ansokan}/rapporter/{period}")
  static let grantReportAnswer = Address<Pair<Int64, String>>("/ansokningar/{ansokan}/rapporter/{period}/svar")
  static let reports = Address<Nothing>("/lagesrapporter")

  // Budgets.
  static let budget = Address<Int>("/budget/{ar}")
  static let budgetProposals = Address<Int>("/budget/{ar}/forslag")
  static let budgetProposal = Address<Pair<Int, Int64>>("/budget/{ar}/forslag/{forslag}")
  static let budgetReading = Address<Pair<Int, Int64>>("/budget/{ar}/forslag/{forslag}/inlasning")
  static let budgetSteps = Address<Pair<Int, Int64>>("/budget/{ar}/forslag/{forslag}/steg")
  /// `forslag-7.xlsx`, `version-1.html`.
  static let budgetFile = Address<Pair<Int, String>>("/budget/{ar}/filer/{fil}")

  // Goals, and the association's own choices.
  static let goals = Address<Int>("/mal/{ar}")
  static let goal = Address<Pair<Int, String>>("/mal/{ar}/{mal}")
  static let goalRemoval = Address<Pair<Int, String>>("/mal/{ar}/{mal}/borttagning")
  static let newGoal = Address<Int>("/nytt-mal/{ar}")
  static let lastYearsGoals = Address<Int>("/mal-fran-i-fjol/{ar}")
  static let settings = Address<Nothing>("/installningar")

  static let quotedShares = Address<Pair<Int, String>>("/mal/{ar}/{mal}/jamforelser")
  static let quotedShareRemoval = Address<Pair<Int, String>>("/mal/{ar}/{mal}/jamforelser/borttagning")

  // What is done for structures, and what is counted beside participants.
  static let activities = Address<Int>("/aktiviteter/{ar}")
  static let activity = Address<Pair<Int, Int>>("/aktiviteter/{ar}/{aktivitet}")
  static let activityRemoval = Address<Pair<Int, Int>>("/aktiviteter/{ar}/{aktivitet}/borttagning")
  static let counts = Address<Pair<Int, String>>("/antal/{ar}/{lista}")
  static let countsFile = Address<Pair<Int, String>>("/antal/{ar}/{lista}/inlasning")
  static let countsTemplate = Address<Pair<Int, String>>("/antal/{ar}/{lista}/mall")
  static let countsRemoval = Address<Pair<Int, String>>("/antal/{ar}/{lista}/borttagning")

  // The orders that the bookkeeping obeys.
  static let attestOrder = Address<Nothing>("/attestordning")
  static let newAttestOrder = Address<Nothing>("/attestordning/ny")
  static let delegationOrder = Address<Nothing>("/delegationsordning")
  static let newDelegationOrder = Address<Nothing>("/delegationsordning/ny")

  // Internal control.
  static let internalControl = Address<Int>("/intern-kontroll/{ar}")
  static let internalControlCopy = Address<Int>("/intern-kontroll-fran-i-fjol/{ar}")
  static let internalControlDecision = Address<Int>("/intern-kontroll-beslut/{ar}")
  static let control = Address<Pair<Int, Int>>("/intern-kontroll/{ar}/{kontroll}")
  static let controlRemoval = Address<Pair<Int, Int>>("/intern-kontroll/{ar}/{kontroll}/borttagning")
  static let controlResult = Address<Pair<Int, Int>>("/intern-kontroll/{ar}/{kontroll}/resultat")

  // Departures from recommendations.
  static let deviations = Address<Int>("/avvikelser/{ar}")
  static let deviationsCopy = Address<Int>("/avvikelser-fran-i-fjol/{ar}")
  static let deviation = Address<Pair<Int, Int>>("/avvikelser/{ar}/{avvikelse}")
  static let deviationRemoval = Address<Pair<Int, Int>>("/avvikelser/{ar}/{avvikelse}/borttagning")

  // What documents there are, how long they are kept, and what has been destroyed.
  static let retention = Address<Nothing>("/dokumenthantering")
  static let newRetentionPlan = Address<Nothing>("/dokumenthantering/ny")
  static let destructions = Address<Nothing>("/dokumenthantering/forstoring")

  // The bank and skattekontot.
  static let bank = Address<Nothing>("/bank")
  static let bankAccount = Address<String>("/bank/{konto}")
  static let bankMatches = Address<String>("/bank/{konto}/parningar")
  static let bankMatchEnding = Address<Pair<String, Int64>>("/bank/{konto}/parningar/{parning}/upplosning")
  static let bankLine = Address<Pair<String, Int64>>("/bank/{konto}/rader/{utdragsrad}")
  static let bankMonths = Address<String>("/bank/{konto}/manader")

  // Received invoices.
  static let supplierInvoices = Address<Nothing>("/leverantorsfakturor")
  static let supplierInvoice = Address<Int64>("/leverantorsfakturor/{faktura}")
  static let supplierInvoiceAttest = Address<Int64>("/leverantorsfakturor/{faktura}/attest")
  static let supplierInvoiceBooking = Address<Int64>("/leverantorsfakturor/{faktura}/bokforing")
  static let supplierInvoicePayment = Address<Int64>("/leverantorsfakturor/{faktura}/betalning")

  // Compensated VAT.
  static let vat = Address<Nothing>("/moms")
  static let vatClaim = Address<Int64>("/moms/{ansokan}")
  static let vatCredit = Address<Int64>("/moms/{ansokan}/kreditering")
  static let vatWithdrawal = Address<Int64>("/moms/{ansokan}/tillbakatagande")
  static let vatStatement = Address<Int>("/momsuppgift/{ar}")

  // The board's fees, and what members consolidate.
  static let fees = Address<Nothing>("/arvoden")
  static let feeRates = Address<Nothing>("/arvoden/satser")
  static let feeRun = Address<Int64>("/arvoden/{utbetalning}")
  static let consolidation = Address<Int>("/konsolidering/{ar}")

  // The board: its seats, meetings and decisions.
  static let board = Address<Nothing>("/styrelse")
  static let newBoardSeat = Address<Nothing>("/styrelse/ny-plats")
  static let boardSeat = Address<Int64>("/styrelse/platser/{plats}")
  static let boardMeetings = Address<Nothing>("/styrelse/moten")
  static let newBoardMeeting = Address<Nothing>("/styrelse/moten/nytt")
  static let boardMeeting = Address<Int64>("/styrelse/moten/{mote}")
  static let boardPlan = Address<Int64>("/styrelse/moten/{mote}/uppgifter")
  static let boardCancelling = Address<Int64>("/styrelse/moten/{mote}/installning")
  static let boardAgenda = Address<Int64>("/styrelse/moten/{mote}/dagordning")
  static let boardItem = Address<Pair<Int64, Int>>("/styrelse/moten/{mote}/punkter/{punkt}")
  static let boardCall = Address<Int64>("/styrelse/moten/{mote}/kallelse")
  static let boardOpening = Address<Int64>("/styrelse/moten/{mote}/oppning")
  static let boardRoom = Address<Int64>("/styrelse/moten/{mote}/rum")
  static let boardAttendance = Address<Int64>("/styrelse/moten/{mote}/narvaro")
  static let boardItemDecision = Address<Pair<Int64, Int>>("/styrelse/moten/{mote}/punkter/{punkt}/beslut")
  static let boardStrike = Address<Pair<Int64, Int>>("/styrelse/moten/{mote}/paragrafer/{paragraf}/strykning")
  static let boardReservation = Address<Pair<Int64, Int>>("/styrelse/moten/{mote}/paragrafer/{paragraf}/reservation")
  static let boardClosing = Address<Int64>("/styrelse/moten/{mote}/avslut")
  static let boardDecisions = Address<Nothing>("/styrelse/beslut")
  /// A decision by the day of the meeting and its paragraph.
  static let boardDecision = Address<Pair<String, Int>>("/beslut/{datum}/{paragraf}")
  static let delegatedDecisions = Address<Nothing>("/styrelse/delegationsbeslut")

  // Surveys.
  static let surveys = Address<Nothing>("/enkater")
  static let newSurvey = Address<Nothing>("/enkater/ny")
  static let survey = Address<Int64>("/enkater/{enkat}")
  static let surveyAsked = Address<Int64>("/enkater/{enkat}/tillfragade")
  /// New one-time codes, on the page that is printed: they are shown once.
  static let surveyCodes = Address<Int64>("/enkater/{enkat}/koder")
  static let surveyPaper = Address<Int64>("/enkater/{enkat}/papper")
  static let surveyClosing = Address<Int64>("/enkater/{enkat}/stangning")
  static let surveyTexts = Address<Int64>("/enkater/{enkat}/fritext")
  static let surveySeries = Address<Nothing>("/enkatserier")
  static let instruments = Address<Nothing>("/enkatformular")
  static let newInstrument = Address<Nothing>("/enkatformular/ny")
  static let instrumentReading = Address<Nothing>("/enkatformular/inlasning")
  static let instrument = Address<Int64>("/enkatformular/{formular}")
  static let instrumentFile = Address<Int64>("/enkatformular/{formular}/fil")
  /// Where respondents answer, without signing in.
  static let answering = Address<Nothing>("/svara")
  static let answer = Address<String>("/svara/{kod}")
  static let answered = Address<Nothing>("/svara-tack")

  // Obstacles in the lift.
  static let obstacles = Address<Nothing>("/hinder")
  static let newObstacle = Address<Nothing>("/hinder/nytt")
  static let lift = Address<Nothing>("/hinder/hissen")
  /// Links by which insatser and groups report; a new one is shown once.
  static let obstacleChannels = Address<Nothing>("/hinder/lankar")
  static let obstacleChannelEnd = Address<Int64>("/hinder/lankar/{lank}/slut")
  static let obstacle = Address<Int64>("/hinder/{hinder}")
  static let obstacleAnswer = Address<Int64>("/hinder/{hinder}/svar")
  static let obstacleJoin = Address<Int64>("/hinder/{hinder}/sammanforing")
  static let obstacleReference = Address<Int64>("/hinder/{hinder}/kopplingar")
  /// Where an obstacle is reported, and its answer read, without signing in.
  static let obstacleReporting = Address<String>("/hinder-rapport/{lank}")
  static let obstacleReceipt = Address<String>("/hinder-svar/{kvitto}")

  // What follows a meeting: minutes, adjustment, notices. A meeting is known by its number in the book.
  static let boardPapers = Address<Int64>("/styrelse/moten/{mote}/handlingar")
  static let minutes = Address<Int64>("/styrelse/moten/{mote}/protokoll")
  static let minutesPDF = Address<Int64>("/styrelse/moten/{mote}/protokoll/pdf")
  static let minutesClosing = Address<Int64>("/styrelse/moten/{mote}/protokoll/justering")
  static let minutesList = Address<Nothing>("/styrelse/protokoll")
  static let adjustment = Address<Int64>("/styrelse/protokoll/{protokoll}/justering")
  static let notices = Address<Int64>("/styrelse/protokoll/{protokoll}/anslag")
  static let notice = Address<Pair<Int64, String>>("/styrelse/protokoll/{protokoll}/anslag/{medlem}")
  /// New links by which members confirm: they are shown once.
  static let noticeLinks = Address<Int64>("/styrelse/protokoll/{protokoll}/lankar")
  /// Where a member's registrar confirms, without signing in.
  static let noticeConfirmation = Address<String>("/anslagsbekraftelse/{nyckel}")
  /// A user's calendar, by a secret address.
  static let calendar = Address<String>("/kalender/{nyckel}")
  static let ownCalendar = Address<Nothing>("/mitt-konto/kalender")
  static let ownCalendarEnd = Address<Nothing>("/mitt-konto/kalender/avslut")

  // Years and periods.
  static let years = Address<Nothing>("/rakenskapsar")
  static let year = Address<Int>("/rakenskapsar/{ar}")
  static let monthLock = Address<Pair<Int, Int>>("/rakenskapsar/{ar}/manader/{manad}/las")
  static let yearLock = Address<Int>("/rakenskapsar/{ar}/las")
  static let yearEnd = Address<Int>("/rakenskapsar/{ar}/bokslut")

  // Members and contributions.
  static let members = Address<Int>("/medlemmar/{ar}")
  static let newMember = Address<Nothing>("/ny-medlem")
  static let member = Address<String>("/medlem/{medlem}")
  static let ownBilling = Address<Nothing>("/faktureringsuppgifter")
  static let contributionKeys = Address<Nothing>("/fordelningsnycklar")
  static let newContributionKey = Address<Nothing>("/ny-fordelningsnyckel")
  static let contributionKey = Address<String>("/fordelningsnycklar/{fran}")
  /// A year's call, its invoices, and its turn of the year.
  static let contributionCall = Address<Int>("/medlemsbidrag/{ar}")
  static let contributionInvoices = Address<Int>("/medlemsbidrag/{ar}/fakturor")
  static let contributionAccrual = Address<Int>("/medlemsbidrag/{ar}/periodisering")
  static let memberInvoice = Address<Int64>("/medlemsfakturor/{faktura}")
  static let memberInvoiceFile = Address<Pair<Int64, String>>("/medlemsfakturor/{faktura}/filer/{slag}")
  static let memberInvoicePDF = Address<Int64>("/medlemsfakturor/{faktura}/pdf")
  static let memberInvoicePayments = Address<Int64>("/medlemsfakturor/{faktura}/betalningar")
  static let memberInvoiceCredit = Address<Int64>("/medlemsfakturor/{faktura}/kreditering")

  // Imports and exports.
  static let imports = Address<Nothing>("/inlasningar")
  static let uploads = Address<Nothing>("/inlasningar/filer")
  static let upload = Address<Int64>("/inlasningar/filer/{fil}")
  static let uploadRemoval = Address<Int64>("/inlasningar/filer/{fil}/kassering")
  static let uploadImport = Address<Int64>("/inlasningar/filer/{fil}/inlasning")
  /// How far an import that is being read has come.
  static let importProgress = Address<Int64>("/inlasningar/filer/{fil}/lage")
  static let importReceipt = Address<Int64>("/inlasningar/{inlasning}")
  static let importFile = Address<Int64>("/inlasningar/{inlasning}/fil")
  static let importUndoing = Address<Int64>("/inlasningar/{inlasning}/angring")
  static let sieExport = Address<Int>("/exporter/{ar}/sie")
  static let folderExport = Address<Nothing>("/exporter/forbundsmapp")

  // The statistics, and what goes to Försäkringskassan's system.
  static let statistics = Address<Int>("/statistik/{ar}")
  static let statisticsAppendix = Address<Int>("/statistik/{ar}/bilaga")
  static let statisticsFile = Address<Pair<Int, String>>("/statistik/{ar}/filer/{slag}")
  static let handOvers = Address<Int>("/uppfoljning-finsam/{ar}")
  static let handOver = Address<Pair<Int, String>>("/uppfoljning-finsam/{ar}/{insats}")

  // Published reports that are reviewed.
  static let reviews = Address<Nothing>("/granska")
  static let review = Address<Int64>("/granska/{granskning}")
  static let reviewRemoval = Address<Int64>("/granska/{granskning}/kassering")
  static let reviewedReport = Address<Pair<Int64, Int64>>("/granska/{granskning}/{rapport}")
  /// What a report can give the book as history.
  static let reviewedHistory = Address<Pair<Int64, Int64>>("/granska/{granskning}/{rapport}/historik")

  // The annual report.
  static let report = Address<Int>("/rapport/{ar}")
  static let chapter = Address<Pair<Int, String>>("/rapport/{ar}/kapitel/{kapitel}")
  static let chapterPreview = Address<Pair<Int, String>>("/rapport/{ar}/kapitel/{kapitel}/forhandsvisning")
  static let chapterMark = Address<Pair<Int, String>>("/rapport/{ar}/kapitel/{kapitel}/lage")
  static let chapterComments = Address<Pair<Int, String>>("/rapport/{ar}/kapitel/{kapitel}/kommentarer")
  static let figure = Address<Pair<Int, String>>("/rapport/{ar}/siffror/{siffra}")
  static let figureComments = Address<Pair<Int, String>>("/rapport/{ar}/siffror/{siffra}/kommentarer")
  static let figures = Address<Int>("/rapport/{ar}/siffror")
  static let findings = Address<Int>("/rapport/{ar}/anmarkningar")
  static let lastYearsTexts = Address<Int>("/rapport/{ar}/texter-fran-i-fjol")
  static let reportFacts = Address<Int>("/rapport/{ar}/uppgifter")
  static let versions = Address<Int>("/rapport/{ar}/versioner")
  static let version = Address<Pair<Int, Int64>>("/rapport/{ar}/versioner/{version}")
  static let printedReport = Address<Int>("/rapport/{ar}/utskrift")
  static let reportFile = Address<Pair<Int, String>>("/rapport/{ar}/filer/{slag}")
  static let comments = Address<Nothing>("/kommentarer")
  static let commentEnding = Address<Int64>("/kommentarer/{kommentar}/avslut")

  // History, practice.
  static let history = Address<Nothing>("/historik")
  static let historyLine = Address<Int64>("/historik/{rad}")
  static let historyFile = Address<Nothing>("/historik/fil")
  /// The whole book reckoned again.
  static let historyCheck = Address<Nothing>("/historik/kontroll")
  static let practice = Address<Nothing>("/ovning")
  static let practiceLeaving = Address<Nothing>("/ovning/lamna")
  static let practiceRemoval = Address<Nothing>("/ovning/kassering")
}

/// A voucher's place in addresses: the year, and series and number as `A-17`.
struct VoucherPlace: AddressValue, Hashable {
  let year: Int
  let number: Voucher.Number

  init(year: Int, number: Voucher.Number) {
    self.year = year
    self.number = number
  }

  init?(segments: [String]) {
    guard segments.count == 2, let year = Int(typed: segments[0], in: TypedRange.year) else { return nil }
    // A series may have a hyphen of its own: the number stands after the last one.
    let bytes = Array(segments[1].utf8)
    guard let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")),
      let number = Int(typed: String(decoding: bytes[(hyphen + 1)...], as: UTF8.self), in: TypedRange.voucherNumber)
    else { return nil }
    self.init(
      year: year, number: Voucher.Number(series: String(decoding: bytes[..<hyphen], as: UTF8.self), number: number))
  }

  var segments: [String] { ["\(year)", "\(number.series)-\(number.number)"] }
}

/// Where an entry of the diary is found: `2025/FS-12`.
struct DiaryPlace: AddressValue, Hashable {
  let number: DiaryNumber

  init(_ number: DiaryNumber) { self.number = number }

  init?(segments: [String]) {
    guard segments.count == 2, let year = Int(typed: segments[0], in: TypedRange.year) else { return nil }
    let bytes = Array(segments[1].utf8)
    guard let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    let prefix = String(decoding: bytes[..<hyphen], as: UTF8.self)
    guard DiaryNumber.isPrefix(prefix),
      let number = Int(typed: String(decoding: bytes[(hyphen + 1)...], as: UTF8.self), in: TypedRange.voucherNumber)
    else { return nil }
    self.init(DiaryNumber(prefix: prefix, year: year, number: number))
  }

  var segments: [String] { ["\(number.year)", "\(number.prefix)-\(number.number)"] }
}
