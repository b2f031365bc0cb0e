public import Ledger

/// A SIE file as a value: every record in the order of SIE 4B 5.11, and every voucher in the order it stood.
public struct SIEFile: Hashable, Sendable {
  /// A record that is no voucher.
  public struct Entry: Hashable, Sendable {
    /// What it says.
    public var record: SIERecord
    /// The fields after the last one that SIE 4B knows (SIE 4B 7.2).
    public var extra: [SIEUnknown.Field]

    /// A record, and fields after it.
    public init(_ record: SIERecord, extra: [SIEUnknown.Field] = []) {
      self.record = record
      self.extra = extra
    }
  }

  /// How the file was written.
  public var form: SIEForm
  /// All records but vouchers.
  public private(set) var entries: [Entry]
  /// The vouchers.
  public var vouchers: [SIEVoucher]

  /// A file of those records and vouchers. Records are put in the order of SIE 4B 5.11; within a group they keep theirs.
  public init(form: SIEForm = SIEForm(), entries: [Entry] = [], vouchers: [SIEVoucher] = []) {
    self.form = form
    self.vouchers = vouchers
    self.entries = entries.enumerated()
      .sorted { ($0.element.record.group, $0.offset) < ($1.element.record.group, $1.offset) }
      .map(\.element)
  }

  /// Reads a whole file. For a file that may be large, feed a `SIEReader` instead.
  public static func read(_ bytes: [UInt8], named name: String) -> Reading<SIEFile> {
    var sniffer = SIESniffer()
    sniffer.read(bytes)
    let form = sniffer.finish()
    var reader = SIEReader(form: form, named: name)
    var collector = SIECollector()
    reader.read(bytes, into: &collector)
    let diagnostics = reader.finish(into: &collector)
    return Reading(
      value: SIEFile(form: form, entries: collector.entries, vouchers: collector.vouchers), diagnostics: diagnostics)
  }

  /// What the file holds, counted.
  public var summary: SIESummary { SIESummary(self) }

  /// The file's type by its own word; without one 4 where it has vouchers, else 1.
  public var type: Int {
    for entry in entries { if case .type(let type) = entry.record { return type } }
    return vouchers.isEmpty ? 1 : 4
  }

  /// Whether the file is vouchers to be imported (4I): a type 4 file without any balance.
  public var isEntries: Bool {
    type == 4
      && !entries.contains {
        if case .balance(let balance) = $0.record { !balance.kind.isOfObject } else { false }
      }
  }

  /// The company's name; empty where the file does not say.
  public var companyName: String {
    for entry in entries { if case .companyName(let name) = entry.record { return name } }
    return ""
  }

  /// The organisation number as written; empty where the file does not say.
  public var organisationNumber: String {
    for entry in entries { if case .organisationNumber(let number, _, _) = entry.record { return number } }
    return ""
  }

  /// The fiscal years by their number: 0 is this year.
  public var years: [Int: FiscalYear] {
    var years: [Int: FiscalYear] = [:]
    for entry in entries { if case .year(let index, let year) = entry.record { years[index] = year } }
    return years
  }

  /// The accounts, each once and with what other records say of it, in order of number.
  public var accounts: [Account] {
    var accounts: [AccountNumber: Account] = [:]
    for entry in entries {
      switch entry.record {
      case .account(let number, let name):
        if accounts[number] == nil { accounts[number] = Account(number: number, name: name) }
      case .accountKind(let number, let kind): accounts[number]?.kind = kind
      case .unit(let number, let unit): accounts[number]?.unit = unit
      case .taxCode(let number, let code): accounts[number]?.taxCodes.append(code)
      default: break
      }
    }
    return accounts.values.sorted { $0.number < $1.number }
  }

  /// The objects that are declared, in the order of the file.
  public var objects: [DeclaredObject] {
    entries.compactMap {
      if case .object(let reference, let name) = $0.record {
        DeclaredObject(reference: reference, name: name)
      } else {
        nil
      }
    }
  }

  /// The balances, in the order of the file.
  public var balances: [SIEBalance] {
    entries.compactMap { if case .balance(let balance) = $0.record { balance } else { nil } }
  }

  /// The months' changes and budgets, in the order of the file.
  public var periods: [SIEPeriodBalance] {
    entries.compactMap { if case .period(let balance) = $0.record { balance } else { nil } }
  }
}

/// Holds everything that is read.
private struct SIECollector: SIESink {
  var entries: [SIEFile.Entry] = []
  var vouchers: [SIEVoucher] = []

  mutating func record(_ record: SIERecord, extra: [SIEUnknown.Field]) {
    entries.append(SIEFile.Entry(record, extra: extra))
  }

  mutating func voucher(_ voucher: SIEVoucher) { vouchers.append(voucher) }
}

extension SIERecord {
  /// The record's place in the file (SIE 4B 5.11 and 5.13): 0 `#FLAGGA`, 1 identification, 2 accounts, 3 dimensions and
  /// objects, 4 balances, 5 what is unknown.
  var group: Int {
    switch self {
    case .flag: 0
    case .account, .accountKind, .unit, .taxCode: 2
    case .dimension, .subdimension, .object: 3
    case .balance, .period: 4
    case .unknown: 5
    default: 1
    }
  }
}
