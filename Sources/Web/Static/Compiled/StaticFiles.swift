// Written by script/embed from the names in Sources/Web/Static/Source. Do not edit.
// swift-format-ignore-file

/// The office's style and scripts, as they lie in `Static/Source`.
enum StaticFiles {
  static var all: [(name: String, text: StaticString)] { [
    ("00-base.css", StaticFiles.baseCss),
    ("10-budget.css", StaticFiles.budgetCss),
    ("10-history.css", StaticFiles.historyCss),
    ("10-imports.css", StaticFiles.importsCss),
    ("10-lists.css", StaticFiles.listsCss),
    ("10-report.css", StaticFiles.reportCss),
    ("10-reviews.css", StaticFiles.reviewsCss),
    ("10-signin.css", StaticFiles.signinCss),
    ("10-start.css", StaticFiles.startCss),
    ("10-surveys.css", StaticFiles.surveysCss),
    ("10-vouchers.css", StaticFiles.vouchersCss),
    ("budget.js", StaticFiles.budgetJs),
    ("finsam.svg", StaticFiles.finsamSvg),
    ("grid.js", StaticFiles.gridJs),
    ("imports.js", StaticFiles.importsJs),
    ("lists.js", StaticFiles.listsJs),
    ("office.js", StaticFiles.officeJs),
    ("report.js", StaticFiles.reportJs),
    ("search.js", StaticFiles.searchJs),
  ] }
}
