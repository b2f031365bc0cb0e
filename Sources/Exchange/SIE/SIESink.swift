/// Takes what a `SIEReader` reads, as it is read: a file of any size passes through without being held.
public protocol SIESink {
  /// What may go wrong with what takes the records, such as a full disk; `Never` where nothing can.
  associatedtype Failure: Error = Never

  /// Takes a record that is no voucher, with the fields that follow the last one SIE 4B knows.
  mutating func record(_ record: SIERecord, extra: [SIEUnknown.Field]) throws(Failure)

  /// Takes a voucher. It need not balance; the reader has said so.
  mutating func voucher(_ voucher: SIEVoucher) throws(Failure)
}
