// Written by script/embed from Sources/Web/Static/Source/10-budget.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let budgetCss: StaticString = ##"""
/* The grid of a budget. */
table.budget td,table.budget th{padding:.2rem .3rem;vertical-align:top}
table.budget input,table.budget select{min-height:2.25rem;padding:.25rem .4rem;width:100%}
table.budget input.title{min-width:13rem}
table.budget select{min-width:6.5rem;max-width:11rem}
table.budget input.amount{min-width:7.2rem;text-align:right;font-variant-numeric:tabular-nums lining-nums}
table.budget tr.heading th{padding-top:1.1rem;font-weight:700}
table.budget tr.subtotal>*,table.budget tr.total>*{font-weight:700}
table.budget tr.subtotal button{font-weight:400;margin-left:.6rem}
table.budget .fault{color:var(--alarm);font-weight:700;font-size:.84rem;margin:.1rem 0 0;text-align:left;white-space:normal}
table.budget .hint{font-weight:400;display:block;font-size:.84rem}
.budget-steps details{max-width:44rem;border:1px solid var(--rule);border-radius:8px;padding:.4rem .8rem;margin:0 0 .6rem}
@media (pointer:coarse){table.budget input,table.budget select{min-height:2.75rem;font-size:1rem}}
"""##
}
