// Written by script/embed from Sources/Web/Static/Source/10-vouchers.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let vouchersCss: StaticString = ##"""
/* vouchers */
"""##
}
