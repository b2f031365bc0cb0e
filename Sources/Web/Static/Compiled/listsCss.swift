// Written by script/embed from Sources/Web/Static/Source/10-lists.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let listsCss: StaticString = ##"""
/* Lists: the filter's shortcuts, huvudboken, and what stands at the top of every printed sheet. */
.pages.switch{margin:0 0 .8rem}
.pages.periods{margin:-.5rem 0 1.1rem;font-size:.9rem}
.pages.periods ul{gap:.1rem .25rem}
.pages.periods li{margin:0}
.list-filter .field{flex:1 1 7.4rem}
.list-filter .field.faulty{flex:1 1 100%;max-width:40rem}
.filter .act{flex:0 1 auto;display:flex;gap:1rem;align-items:center;min-height:2.5rem}
.list-tools{margin-bottom:1rem}
table.list td{max-width:34rem;overflow-wrap:anywhere}
table.list td.number,table.list td.date{overflow-wrap:normal}
table.list td>.badge a{color:inherit}
tr.sheet{display:none}
.ledger tr.group>*{padding-top:1.5rem;font-size:1.02rem}
.ledger tbody:first-of-type tr.group>*{padding-top:.6rem}
.ledger tr.balance>*{color:var(--quiet)}
.trial tbody+tbody tr:first-child>*{padding-top:.9rem}
.hits{list-style:none;padding:0}
.hits a{display:inline-block;min-height:1.5rem;margin-right:.5rem}

/* The search that opens over a page. */
#sok[open]{display:flex;flex-direction:column}
#sok form{display:contents}
#sok .said{color:var(--quiet);font-size:.9rem;margin:.5rem 0 .2rem;min-height:1.4em}
#sok [role=listbox]{overflow-y:auto;min-height:0}
#sok .group{font-size:.8rem;font-weight:700;color:var(--quiet);padding:.6rem .6rem .1rem}
#sok [role=option]{display:flex;flex-wrap:wrap;gap:0 .8rem;align-items:baseline;padding:.4rem .6rem;border-radius:6px;
color:inherit;text-decoration:none}
#sok [role=option]:hover{background:var(--tint)}
#sok [aria-selected=true]{background:var(--tint);box-shadow:inset 3px 0 0 var(--accent)}
#sok .fault{color:var(--alarm);font-weight:700}
#sok .close-search{align-self:flex-end;margin-top:.4rem}
@media (forced-colors:active){#sok [aria-selected=true]{outline:2px solid;outline-offset:-2px}}

@media (max-width:44rem){
.list-filter .field{flex:1 1 8rem;max-width:none}
.list-filter .act{flex:1 1 100%}
.list-tools .button,.list-tools button{flex:1 1 auto;justify-content:center}
}

@media print{
tr.sheet{display:table-row}
tr.sheet th{font-weight:400;font-size:8pt;border-bottom:1px solid;padding:0 0 .4rem}
main:has(tr.sheet) .print-head{display:none}
table.list td{max-width:none}
.list .quiet,.ledger tr.balance>*{color:#444}
tr.group{break-after:avoid}
tr.subtotal,tr.total{break-before:avoid}
}
"""##
}
