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
table.list td{max-width:34rem;overflow-wrap:break-word}
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
#sok .said{flex:none;color:var(--quiet);font-size:.9rem;margin:.5rem 0 .2rem;min-height:1.4em}
#sok [role=listbox]{overflow-y:auto;min-height:9rem;flex:1 1 auto}
#sok [role=listbox]:empty{min-height:0}
#sok .group{font-size:.8rem;font-weight:700;color:var(--quiet);padding:.6rem .6rem .1rem}
#sok [role=option]{display:flex;flex-wrap:wrap;gap:0 .8rem;align-items:baseline;padding:.4rem .6rem;border-radius:6px;
color:inherit;text-decoration:none}
#sok [role=option]:hover{background:var(--tint)}
#sok [aria-selected=true]{background:var(--tint);box-shadow:inset 3px 0 0 var(--accent)}
#sok .fault{color:var(--alarm);font-weight:700}
#sok .close-search{align-self:flex-end;margin-top:.4rem}
@media (forced-colors:active){#sok [aria-selected=true]{outline:2px solid;outline-offset:-2px}}

/* On a phone each row becomes a few lines, and what the columns' heads say stands before the amounts. */
.forecast td input{width:7.5rem;text-align:right}
.forecast td:nth-of-type(5){white-space:nowrap}
@media screen and (max-width:44rem){
.list-filter .field{flex:1 1 8rem;max-width:none}
.list-filter .act{flex:1 1 100%}
.list-tools .button,.list-tools button{flex:1 1 auto;justify-content:center}
table.list thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.list,table.list :is(tbody,tfoot){display:block}
table.list :is(tbody,tfoot) tr{display:flex;flex-wrap:wrap;gap:.1rem .8rem;padding:.5rem 0;border-bottom:1px solid var(--rule)}
table.list tr>*{display:block;border:0!important;padding:0!important;max-width:none}
table.list td:empty{display:none!important}
table.list th[colspan]{flex:1 1 100%}
.list td.date{flex:1 1 auto}
.vouchers td:not(.date,.number),.chart td:not(.number){flex:1 1 100%;order:1}
.ledger td:nth-of-type(2){flex:1 1 55%;order:1}
.ledger td:nth-of-type(5){order:2}
.trial td:nth-of-type(1),.balances td:nth-of-type(1),.chart td:nth-of-type(1){flex:1 1 70%;order:0}
.objects th{flex:1 1 100%}
:is(.forecast,.outcome,.months) th{flex:1 1 100%}
:is(.trial,.objects,.balances,.chart,.forecast,.outcome,.months,.ledger .subtotal) td.number{flex:1 1 40%;display:flex;justify-content:space-between;align-items:baseline}
:is(.ledger,.trial,.objects,.balances,.chart,.forecast,.outcome,.months) td.number::before{color:var(--quiet);font-weight:400;font-size:.92em;margin-right:.35rem}
.trial td.number:nth-last-of-type(4)::before{content:"Ingående"}
:is(.trial,.ledger .subtotal) td.number:nth-last-of-type(3)::before,.ledger td:nth-of-type(3)::before,.balances td.number:nth-last-of-type(3)::before{content:"Debet"}
:is(.trial,.ledger .subtotal) td.number:nth-last-of-type(2)::before,.ledger td:nth-of-type(4)::before,.balances td.number:nth-last-of-type(2)::before{content:"Kredit"}
.trial td.number:last-of-type::before{content:"Utgående"}
:is(.ledger,.chart) td.number:last-of-type::before{content:"Saldo"}
.balances td.number:last-of-type::before{content:"Netto"}
.objects td.number:nth-of-type(1)::before{content:"Kostnad"}
.objects td.number:nth-of-type(2)::before{content:"Intäkter"}
.objects td.number:nth-of-type(3)::before{content:"Netto"}
.objects td.number:nth-of-type(4)::before{content:"Ram"}
.objects td.number:nth-of-type(5)::before{content:"Använt"}
.objects td.number:nth-of-type(6)::before{content:"Kvar"}
.forecast td.number:nth-of-type(1)::before{content:"Beviljat"}
.forecast td.number:nth-of-type(2)::before{content:"Upparbetat"}
.forecast td.number:nth-of-type(3)::before,.outcome td.number:nth-of-type(3)::before{content:"Prognos"}
.forecast td.number:nth-of-type(4)::before{content:"Kvar"}
.forecast td:nth-of-type(5)::before{content:"Enligt ";color:var(--quiet)}
.forecast td.number:nth-of-type(6)::before{content:"Pröva"}
.outcome td.number:nth-of-type(1)::before{content:"Budget eller ram"}
.outcome td.number:nth-of-type(2)::before{content:"Bokfört"}
.months td.number::before{content:"Eget kapital"}
.objects td.number:nth-of-type(6){flex-wrap:wrap}
.objects td.number:nth-of-type(6) div{flex:1 1 100%}
}

@media print{
tr.sheet{display:table-row}
tr.sheet th{font-weight:400;font-size:8pt;border-bottom:1px solid;padding:0 0 .4rem}
main:has(tr.sheet) .print-head{display:none}
table.list td{max-width:none}
.list .quiet,.ledger tr.balance>*{color:#444}
tr.group,tr.balance{break-after:avoid}
tr.subtotal,tr.total{break-before:avoid}
}
table.counts{table-layout:auto}
table.counts input{min-height:2.25rem;padding:.25rem .3rem;width:100%;min-width:2.8rem;text-align:right;font-variant-numeric:tabular-nums lining-nums}
table.counts th input{text-align:left}
table.counts th,table.counts td{padding:.2rem .25rem}
@media (pointer:coarse){table.counts input{min-height:2.75rem;font-size:1rem}}
@media screen and (max-width:44rem){
table.counts caption{display:block}
table.counts th{flex:1 1 100%}
table.counts td{flex:1 1 28%}
table.counts td::before{display:block;color:var(--quiet);font-size:.92em}
table.counts td:nth-of-type(1)::before{content:"Kvinnor"}
table.counts td:nth-of-type(2)::before{content:"Män"}
table.counts td:nth-of-type(3)::before{content:"Ej angivet"}
}
"""##
}
