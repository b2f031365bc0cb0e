import Store

/// What is asked for of the history: which acts, by whom, with what words, which page; or one thing's.
struct HistoryRequest {
  /// The names of the fields in the address.
  enum Name {
    static let group = "slag"
    static let actor = "vem"
    static let text = "text"
    static let page = "sida"
    static let thing = "sak"
  }

  /// Acts that are asked for together.
  enum Group: String, CaseIterable {
    case vouchers = "verifikationer"
    case grants = "insatser"
    case groups = "grupper"
    case requisitions = "rekvisitioner"
    case deliveries = "leveranser"
    case contributions = "medlemsbidrag"
    case money = "bank-och-fakturor"
    case budgets = "budgetar"
    case imports = "inlasningar"
    case years = "perioder"
    case surveys = "enkater"
    case obstacles = "hinder"
    case board = "styrelsen"
    case minutes = "protokoll"
    case orders = "ordningar"
    case report = "arsredovisning"
    case facts = "uppgifter"
    case documents = "handlingar"
    case comments = "kommentarer"
    case users = "anvandare"

    var words: String {
      switch self {
      case .vouchers: "Verifikationer, rättelser och underlag"
      case .grants: "Ansökningar, avtal och rapporter"
      case .groups: "Gruppmöten och FINSAM-planer"
      case .requisitions: "Rekvisitioner och skulder till insatser"
      case .deliveries: "Leveranser av antal"
      case .contributions: "Medlemsbidrag och deras fakturor"
      case .money: "Bank, leverantörsfakturor, moms och arvoden"
      case .budgets: "Budgetar"
      case .imports: "Inläsningar"
      case .years: "År och månader"
      case .surveys: "Enkäter"
      case .obstacles: "Hinder"
      case .board: "Styrelsens möten och beslut"
      case .minutes: "Protokoll, justering och anslag"
      case .orders: "Ordningar, intern kontroll och gallring"
      case .report: "Årsredovisningen"
      case .facts: "Uppgifter och texter"
      case .documents: "Diarium, styrdokument och den öppna sidan"
      case .comments: "Kommentarer"
      case .users: "Användare och boken"
      }
    }

    var acts: Set<HistoryLine.Act> {
      switch self {
      case .vouchers: [.voucher, .reversal, .attachment, .document]
      case .grants:
        [
          .applyForGrant, .prepareGrant, .decideGrant, .rejectGrant, .withdrawGrant, .agreeGrant, .reportGrant,
          .acceptReport, .returnReport, .followUp, .handOver,
        ]
      case .groups:
        [
          .holdGroupMeeting, .correctGroupMeeting, .withdrawGroupMeeting, .savePlan, .decidePlan, .dropPlanChange,
          .linkPlan, .followUpPlan,
        ]
      case .requisitions: HistoryLine.Act.requisitions
      case .deliveries: [.deliverCounts, .acceptDelivery, .returnDelivery, .deliveryKey, .endDeliveryKey]
      case .contributions:
        [.fixCall, .memberInvoice, .creditInvoice, .invoiceDocument, .invoicePayment, .accrueContributions]
      case .money:
        [
          .bankStatement, .bankMatch, .endBankMatch, .bankMonth, .claimVAT, .creditVAT, .withdrawVAT, .receiveInvoice,
          .invoiceStep, .contributionRate, .payFees,
        ]
      case .budgets:
        [.saveBudget, .consultBudget, .announceBudget, .publishBudget, .decideBudget, .discardBudget]
      case .imports: [.importFile, .undoImport]
      case .years: [.openYear, .closeMonth, .reopenMonth, .closeYear, .reopenYear, .endYear]
      case .surveys: [.keepInstrument, .openSurvey, .changeAsked, .makeSurveyCodes, .closeSurvey, .judgeText]
      case .obstacles:
        [
          .reportObstacle, .assignObstacle, .solveObstacle, .declineObstacle, .passObstacle, .reopenObstacle,
          .joinObstacle, .separateObstacle, .referObstacle, .openObstacleChannel, .endObstacleChannel,
        ]
      case .board:
        [
          .planMeeting, .callMeeting, .openMeeting, .attendMeeting, .decideMeeting, .strikeDecision, .reserveMeeting,
          .closeMeeting, .cancelMeeting, .delegatedDecision,
        ]
      case .orders: [.decideOrder, .proposeControls, .decideControls, .controlResult, .destroyDocuments]
      case .minutes:
        [.noteMinutes, .closeMinutes, .adjustMinutes, .postNotice, .confirmNotice, .takeDownNotice]
      case .report: [.markChapter, .keepVersion, .releaseCounts, .answer]
      case .facts: [.association]
      case .documents:
        [
          .diarySeries, .registerEntry, .changeEntry, .governingVersion, .governingReview, .endGoverning,
          .showGoverning, .publish, .endPublication, .publicPage,
        ]
      case .comments: [.comment, .endComment]
      case .users: HistoryLine.Act.access.union([.user, .create, .practice])
      }
    }
  }

  /// So many lines on a page.
  static let pageSize = 100

  var group: Group?
  var actor: String
  var text: String
  var page: Int
  var thing: String

  init(_ query: Form) {
    group = Group(rawValue: query.choice(Name.group))
    actor = query.choice(Name.actor)
    text = query.choice(Name.text).strippedOfBlanks
    page = Int(typed: query.choice(Name.page), in: TypedRange.page) ?? 1
    thing = query.choice(Name.thing)
  }

  var isEmpty: Bool { group == nil && actor.isEmpty && text.isEmpty && thing.isEmpty }

  /// The path of another page of the same.
  func path(page: Int) -> String {
    Addresses.history.path(
      query: [
        (Name.group, group?.rawValue ?? ""), (Name.actor, actor), (Name.text, text),
        (Name.page, page > 1 ? "\(page)" : ""),
      ])
  }

  func lines(in store: Store) throws -> (lines: [HistoryLine], count: Int) {
    try store.historyPage(
      acts: group?.acts ?? [], actor: actor, text: text, offset: (page - 1) * HistoryRequest.pageSize,
      limit: HistoryRequest.pageSize)
  }
}
