// Written by script/embed from Sources/Web/Static/Source/10-vouchers.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let vouchersCss: StaticString = ##"""
/* Vouchers: the grid they are entered in, what lies beside them, what is said of them. */
.voucher-head{display:grid;grid-template-columns:10rem 5rem minmax(12rem,2fr) minmax(10rem,1fr);gap:0 1rem;max-width:64rem}
.voucher-head .field{margin-bottom:.8rem}
.voucher-head:has(#namn){grid-template-columns:minmax(12rem,1fr) 5rem minmax(12rem,2fr) minmax(10rem,1fr)}
@media (max-width:79.99rem){.voucher-head{grid-template-columns:8.5rem 4rem minmax(0,1fr) minmax(0,1fr)}
.voucher-head:has(#namn){grid-template-columns:minmax(0,1fr) 4rem minmax(0,1fr) minmax(0,1fr)}}
.grid-frame{padding-left:1.4rem}
.grid{margin-bottom:.5rem}
.grid tbody{counter-reset:rad}
.grid tbody tr{counter-increment:rad}
.grid td.account::after{content:counter(rad);content:counter(rad) / "";position:absolute;left:-1.7rem;top:.7rem;width:1.6rem;
text-align:right;font-size:.8rem;color:var(--quiet);font-variant-numeric:tabular-nums}
.grid th,.grid td{padding:.25rem .3rem;vertical-align:top}
.grid tbody tr>*{border-bottom:0}
.grid tbody tr:hover>*{background:none}
.grid tbody td{position:relative}
.grid td.account{width:15%}
.grid td:nth-child(2),.grid td:nth-child(3){width:13%}
.grid td.number{width:12%}
.grid td.act{width:5.5rem;padding-top:.45rem}
.grid input:not([type=checkbox],[type=radio],[type=file],[type=hidden]){min-height:2.25rem;padding:.3rem .5rem}
.grid input.amount{text-align:right;font-variant-numeric:tabular-nums lining-nums}
.grid .name{display:block;font-size:.8rem;color:var(--quiet);overflow-wrap:anywhere;line-height:1.25;
padding:.1rem .1rem 0;min-height:1.2rem}
.grid .name:empty:has(+.fault){display:none}
.grid .name[data-missing]{color:var(--alarm);font-weight:700}
.grid .fault{color:var(--alarm);font-weight:700;font-size:.84rem;margin:.1rem 0 0;text-align:left;white-space:normal}
.grid tfoot td,.grid tfoot th{padding:.45rem .3rem}
.grid tfoot td.number{padding-right:.8rem}
.sum-state{display:inline-block;margin:0 0 1rem;padding:.35rem .8rem;border-left:4px solid var(--rule);color:var(--quiet);font-weight:700;
border-radius:0 6px 6px 0}
.sum-state[data-state=odd]{border-color:var(--warn);background:var(--warn-tint);color:var(--warn)}
.sum-state[data-state=even]{border-color:var(--good);background:var(--good-tint);color:var(--good)}
#bokfor[aria-disabled=true]{background:var(--paper);color:var(--quiet);border-color:var(--line);border-style:dashed}
#forslag{position:absolute;left:.3rem;top:100%;z-index:8;min-width:calc(100% - .6rem);width:max-content;max-width:min(24rem,86vw);
max-height:19rem;overflow-y:auto;list-style:none;margin:-1.1rem 0 0;padding:.25rem;text-align:left;font-size:.94rem;
background:var(--paper);border:1px solid var(--line);border-radius:8px;box-shadow:var(--shadow)}
#forslag li{margin:0;padding:.35rem .6rem;border-radius:5px;cursor:pointer;min-height:1.9rem}
#forslag li:hover{background:var(--tint)}
#forslag [aria-selected=true]{background:var(--accent);color:var(--accent-ink)}
.keys dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.2rem 1.5rem;margin:.5rem 0;max-width:64rem}
.keys dl div{display:flex;gap:.6rem;align-items:baseline}
.keys dt{flex:0 0 6.5rem}
.keys dd{margin:0;font-size:.92rem}
#angra-rad{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:center;margin:0 0 1rem;max-width:none}
#angra-rad:empty{display:none}
[data-said]:empty{margin:0}
.documents-part{border-top:1px solid var(--rule);margin:1.5rem 0 1rem;padding-top:.4rem;max-width:64rem}
.documents-part h2{margin-top:.6rem}
[data-drop].dropping{outline:3px dashed var(--accent);outline-offset:4px;background:var(--tint)}
.documents{list-style:none;margin:0 0 1rem;padding:0}
.documents>li{margin:0 0 1.4rem;max-width:none}
.documents p{margin:0 0 .2rem}
.document-name a{font-weight:700;overflow-wrap:anywhere}
.document-acts{display:flex;gap:1.2rem;font-size:.92rem;align-items:center}
.document-acts a{min-height:1.75rem;display:inline-flex;align-items:center}
.document-shown{display:block;width:100%;border:1px solid var(--rule);border-radius:8px;background:#fff;margin:.4rem 0 0}
iframe.document-shown{height:min(34rem,75vh)}
a.document-shown{padding:.4rem}
.document-shown img{display:block;max-width:100%;max-height:34rem;margin:0 auto}
.voucher-neighbours{margin-bottom:.6rem}
.voucher-neighbours li{margin-right:1.2rem}
.voucher-neighbours a{padding:0}
#rattelser{margin:0 0 1.2rem}
#rattelser p{margin:0 0 .3rem}
.voucher>div>*,.voucher>aside>*{max-width:none}
@media (min-width:84rem){.voucher{display:grid;grid-template-columns:minmax(0,3fr) minmax(22rem,2fr);gap:0 2.5rem;align-items:start}
.voucher>aside h2{margin-top:0}}
td.changed{min-width:9.5rem}
@media (max-width:44rem){
table.cards-on-phone td:empty{display:none}
iframe.document-shown{height:22rem}
}
@media (max-width:58rem){
.voucher-head,.voucher-head:has(#namn){grid-template-columns:minmax(0,1fr) 5rem}
.voucher-head .field:nth-child(n+3){grid-column:1/-1}
.grid-frame{padding-left:0}
.grid,.grid tbody,.grid tfoot{display:block}
.grid thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.grid tbody tr{display:grid;grid-template-columns:1fr 1fr;border:1px solid var(--rule);border-radius:10px;padding:.6rem;margin:0 0 .8rem}
.grid td.account::after{display:none}
.grid tbody tr::before{content:"Rad " counter(rad);content:"Rad " counter(rad) / "";grid-column:1/-1;padding:0 .3rem .2rem;font-weight:700;color:var(--quiet)}
.grid tbody td,.grid td.account,.grid td:nth-child(2),.grid td:nth-child(3),.grid td.number{display:block;width:auto;padding:.15rem .3rem;min-width:0}
.grid tbody td.account,.grid tbody td:nth-child(6){grid-column:1/-1}
.grid tbody td.act{grid-column:1/-1;width:auto;text-align:right}
.grid tbody td[data-label]::before{content:attr(data-label);display:block;text-align:left;font-size:.84rem;font-weight:700}
.grid .name{min-height:0}
.grid .name:empty{display:none}
#forslag{margin-top:0}
.grid tfoot tr{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;align-items:baseline}
.grid tfoot td,.grid tfoot th{border:0;padding:.1rem .3rem}
.grid tfoot td:empty{display:none}
.grid tfoot td[data-label]::before{content:attr(data-label) " ";font-weight:400;color:var(--quiet)}
}
@media (forced-colors:active){
#forslag [aria-selected=true]{outline:2px solid Highlight;outline-offset:-2px}
.sum-state{border:1px solid}
.sum-state[data-state=odd]{border-width:3px}
}
@media (pointer:coarse){
#forslag li{min-height:2.75rem;padding-block:.7rem}
.grid input:not([type=checkbox],[type=radio],[type=file],[type=hidden]){font-size:1rem;min-height:2.75rem}
}
/* A voucher that is not recorded is printed as it stands in its form. */
@media print{.document-acts{display:none}.columns aside{break-before:auto}
#verifikation :is(.keys,.act,.documents-part .field,.hint,#angra-rad,#forslag){display:none!important}
#verifikation input:not([type=checkbox],[type=radio],[type=file],[type=hidden]){border:0;padding:0;min-height:0;background:none;font-size:inherit}
#verifikation ::placeholder{color:transparent}
#verifikation .sum-state{border:0;padding:0}
}

"""##
}
