import Ledger
import Testing

@testable import Web

struct SwedishTimeTests {
  @Test(arguments: [
    (0 as Int64, "1970-01-01 kl. 01.00"),
    (1_771_146_000, "2026-02-15 kl. 10.00"),
    // The clocks go forward at 01.00 UTC on 29 March 2026, and back on 25 October.
    (1_774_745_999, "2026-03-29 kl. 01.59"),
    (1_774_746_000, "2026-03-29 kl. 03.00"),
    (1_792_889_999, "2026-10-25 kl. 02.59"),
    (1_792_890_000, "2026-10-25 kl. 02.00"),
    (1_709_247_540, "2024-02-29 kl. 23.59"),
    (1_735_686_000, "2025-01-01 kl. 00.00"),
  ])
  func `a moment is read in Swedish time, summer and winter`(seconds: Int64, text: String) {
    #expect(SwedishTime.text(Moment(secondsSince1970: seconds)) == text)
  }
}
