// Written by script/embed from Sources/Web/Static/Source/00-base.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let baseCss: StaticString = ##"""
/* The office's look: calm, one colour, room around the words, figures in columns. The parts after this one add what is
   theirs alone. Text has at least 4.5 to 1 against its ground and controls 3 to 1, in light and dark (WCAG 1.4.3, 1.4.11). */
:root{color-scheme:light dark;
--paper:#fff;--ground:#f4f3ef;--ink:#1b2225;--quiet:#545f63;--rule:#d8dbd8;--line:#7d888b;--strong:#1b2225;
--accent:#14505c;--accent-ink:#fff;--accent-dark:#0d3a43;--tint:#eaf1f1;--field:#fff;
--alarm:#8f2d14;--alarm-tint:#fbeee9;--warn:#6b4a00;--warn-tint:#fbf3dc;--good:#1d5c38;--good-tint:#e8f3ec;
--shadow:0 1px 2px rgb(20 30 33/.07),0 4px 16px rgb(20 30 33/.05)}
@media (prefers-color-scheme:dark){:root{
--paper:#181d1f;--ground:#0f1314;--ink:#e7eae9;--quiet:#a6b0b3;--rule:#343c3f;--line:#7e8a8d;--strong:#d0d6d5;
--accent:#8cc8d3;--accent-ink:#0c2429;--accent-dark:#b3dfe7;--tint:#1f2a2d;--field:#111617;
--alarm:#f5ab95;--alarm-tint:#35211b;--warn:#ecc873;--warn-tint:#302916;--good:#97d3ae;--good-tint:#182a20;
--shadow:0 1px 2px rgb(0 0 0/.4)}}
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;scroll-padding-top:1.5rem}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:var(--ground);color:var(--ink);line-height:1.5;
font-family:Lato,"Source Sans 3","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
main:focus,h1:focus,.notice:focus{outline:none}
.skip{position:absolute;left:-99rem;top:0;background:var(--paper);padding:.75rem 1rem;z-index:20}
.skip:focus{left:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}

/* Banner, menu, page. */
.banner{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem;background:var(--paper);
border-bottom:1px solid var(--rule);padding:.5rem clamp(1rem,2.5vw,2rem)}
.brand{display:flex;align-items:baseline;gap:.8rem;text-decoration:none;color:var(--ink);min-width:0;min-height:2rem}
.brand .mark{font-weight:900;color:var(--accent);letter-spacing:-.01em;font-size:1.15rem}
.brand .association{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.own{margin-left:auto;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.25rem;font-size:.92rem}
.own a,.own button{min-height:2rem;display:inline-flex;align-items:center}
.own form{margin:0}
.search-link{border:1px solid var(--line);border-radius:6px;padding:.1rem .3rem .1rem .8rem;gap:.8rem;text-decoration:none;
color:var(--quiet);background:var(--field)}
.search-link:hover{border-color:var(--accent);color:var(--ink)}
kbd{font:inherit;font-size:.8rem;border:1px solid var(--rule);border-radius:4px;padding:0 .35em;color:var(--quiet);
background:var(--ground);white-space:nowrap}
.menu-link{display:none}
.practice{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .6rem;background:var(--warn-tint);color:var(--warn);
padding:.5rem clamp(1rem,2.5vw,2rem);border-bottom:2px solid var(--warn)}
.practice form{margin:0 0 0 .6rem}
.practice a{color:inherit;margin-left:.4rem}
.frame{flex:1 0 auto;display:grid;grid-template-columns:13.5rem minmax(0,1fr);align-items:start;width:100%;max-width:108rem;margin:0 auto}
.menu{position:sticky;top:0;padding:1.6rem .5rem 2rem clamp(.4rem,1.6vw,1.2rem);max-height:100vh;overflow-y:auto}
.menu ul{list-style:none;margin:0 0 1.2rem;padding:0}
.menu h2{font-size:.78rem;font-weight:700;color:var(--quiet);margin:0 0 .25rem;padding:0 .8rem}
.menu a{display:block;padding:.34rem .8rem;border-radius:6px;text-decoration:none;color:var(--ink)}
.menu a:hover{background:var(--tint)}
.menu a[aria-current]{background:var(--tint);color:var(--accent);font-weight:700;box-shadow:inset 3px 0 0 var(--accent)}
.menu .act{display:block;text-align:center;background:var(--accent);color:var(--accent-ink);font-weight:700;margin:0 .8rem 1.2rem;
padding:.5rem .8rem}
.menu .act:hover{background:var(--accent-dark)}
.menu .close{display:none}
main{background:var(--paper);align-self:stretch;padding:1.6rem clamp(1rem,3vw,3rem) 4rem;min-width:0;
border-left:1px solid var(--rule)}
main>*{max-width:64rem}
body.wide main>*{max-width:none}
body>.frame>main:only-child{grid-column:1/-1;border:0;background:none;display:grid;justify-content:center;
align-content:start;padding-top:clamp(1.5rem,8vh,6rem)}
body>.frame>main:only-child>*{width:min(27rem,100vw - 2rem);max-width:100%}
.trail ol{list-style:none;margin:0 0 .2rem;padding:0;display:flex;flex-wrap:wrap;gap:.1rem .4rem;font-size:.88rem}
.trail li::after{content:"/";content:"/" / "";color:var(--quiet);margin-left:.4rem}
.trail a{display:inline-block;min-height:1.5rem}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.6rem,3.2vw,2.2rem);font-weight:300;letter-spacing:-.01em;margin:0 0 1rem;overflow-wrap:anywhere}
h2{font-size:1.25rem;margin:2.2rem 0 .7rem}
h3{font-size:1.03rem;margin:1.5rem 0 .4rem}
main h1+h2,main .notice+h2{margin-top:0}
p,ul,ol,dl{margin:0 0 .9rem}
p,li{max-width:44rem}
li{margin:.2rem 0}
.lead{color:var(--quiet);font-size:1.06rem}
.hint,.quiet{color:var(--quiet);font-size:.9rem}
code{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,"Liberation Mono",monospace;font-size:.88em;overflow-wrap:anywhere}
.print-head{display:none}

/* Said once, and what is wrong. */
.notice{background:var(--good-tint);color:var(--good);border-left:4px solid var(--good);padding:.6rem .9rem;border-radius:0 6px 6px 0}
.warning{background:var(--warn-tint);color:var(--warn);border-left:4px solid var(--warn);padding:.6rem .9rem;border-radius:0 6px 6px 0}
.warning :last-child,.notice :last-child{margin-bottom:0}
.faults{background:var(--alarm-tint);border-left:4px solid var(--alarm);padding:.8rem 1rem;border-radius:0 6px 6px 0;margin:0 0 1.4rem}
.faults h2{font-size:1.03rem;margin:0 0 .3rem;color:var(--alarm)}
.faults ul{margin:0;padding-left:1.1rem}
.faults a{color:inherit}
.empty{border:1px dashed var(--line);border-radius:8px;padding:1.4rem;color:var(--quiet)}
.empty :last-child{margin-bottom:0}
.badge{display:inline-block;font-size:.8rem;font-weight:700;line-height:1.4;padding:.05rem .5rem;border-radius:99px;
border:1px solid var(--line);color:var(--quiet);white-space:nowrap}
.badge.good{color:var(--good);background:var(--good-tint);border-color:var(--good)}
.badge.warn{color:var(--warn);background:var(--warn-tint);border-color:var(--warn)}
.badge.alarm{color:var(--alarm);background:var(--alarm-tint);border-color:var(--alarm)}

/* Forms. */
.field{margin:0 0 1rem;max-width:34rem}
label,legend,.label{display:block;font-weight:700;font-size:.94rem;margin-bottom:.2rem;padding:0}
.field .hint{margin:0 0 .25rem}
.field .fault{color:var(--alarm);font-weight:700;margin:0 0 .25rem;font-size:.92rem}
.field.faulty{border-left:4px solid var(--alarm);padding-left:.8rem}
fieldset{border:0;margin:0 0 1.2rem;padding:0;min-width:0}
input:not([type=checkbox],[type=radio],[type=file],[type=hidden]),select,textarea{font:inherit;color:inherit;background:var(--field);
border:1px solid var(--line);border-radius:6px;padding:.42rem .6rem;min-height:2.5rem;width:100%;max-width:100%}
textarea{line-height:1.5;resize:vertical}
::placeholder{color:var(--quiet);opacity:1}
input:focus-visible,select:focus-visible,textarea:focus-visible{outline-offset:0;border-color:var(--accent)}
[aria-invalid=true]{border:2px solid var(--alarm)!important}
input[type=file]{font:inherit;max-width:100%;padding:.4rem 0}
input[type=checkbox],input[type=radio]{width:1.25rem;height:1.25rem;margin:.15rem .6rem 0 0;accent-color:var(--accent);flex:none}
.box{display:flex;align-items:flex-start;margin:0 0 .5rem;min-height:1.6rem}
.box label{font-weight:400;margin:0}
button,.button{font:inherit;font-weight:700;border:1px solid var(--accent);border-radius:6px;padding:.42rem 1.1rem;min-height:2.5rem;
cursor:pointer;background:var(--paper);color:var(--accent);text-decoration:none;display:inline-flex;align-items:center;gap:.5rem}
button:hover,.button:hover{background:var(--tint)}
button.primary,.button.primary{background:var(--accent);color:var(--accent-ink)}
button.primary:hover,.button.primary:hover{background:var(--accent-dark);border-color:var(--accent-dark)}
button.danger,.button.danger{border-color:var(--alarm);color:var(--alarm)}
button.danger:hover,.button.danger:hover{background:var(--alarm-tint)}
button.plain{border:0;background:none;padding:.2rem 0;min-height:1.75rem;font-weight:400;text-decoration:underline 1px;
text-underline-offset:.2em;color:var(--accent)}
button:disabled{opacity:.55;cursor:not-allowed}
.toolbar{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem .8rem;margin:0 0 1.2rem}
.toolbar form{margin:0}
.toolbar>:is(p,.hint){margin:0}
.filter{display:flex;flex-wrap:wrap;align-items:flex-end;gap:.7rem;margin:0 0 1.2rem;padding:.9rem 1rem;background:var(--ground);
border-radius:8px}
.filter .field{margin:0;flex:1 1 9rem;max-width:16rem}
.filter .hint{font-size:.82rem}

/* Lists and figures. */
/* The room at the sides is for the focus ring of what stands at the edge, and for links that are larger than their words. */
.scroll{overflow-x:auto;overscroll-behavior-x:contain;padding-inline:.35rem;margin-inline:-.35rem}
table{border-collapse:collapse;width:100%;font-size:.94rem;line-height:1.35;font-variant-numeric:tabular-nums lining-nums;margin:0 0 1.4rem}
caption{text-align:left;font-weight:700;padding:0 0 .5rem}
th,td{text-align:left;vertical-align:baseline;padding:.42rem .5rem;font-weight:400}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:700;font-size:.84rem;border-bottom:1px solid var(--strong);vertical-align:bottom}
tbody tr>*{border-bottom:1px solid var(--rule)}
tbody tr:hover>*{background:color-mix(in srgb,var(--tint) 55%,transparent)}
th.number,td.number,.number{text-align:right;white-space:nowrap}
td.date,.date{white-space:nowrap}
td.number a,td a.amount{color:inherit;text-decoration:underline dotted var(--line) 1px;display:inline-block;margin:-.2rem -.3rem;padding:.2rem .3rem}
td.number a:hover{color:var(--accent);text-decoration:underline solid var(--accent) 2px}
tr.total>*,tfoot td,tfoot th{font-weight:700;border-top:1px solid var(--strong);border-bottom:3px double var(--strong)}
tr.subtotal>*,tr.group>*{font-weight:700}
tr.group>*{padding-top:1.1rem;border-bottom:1px solid var(--strong)}
.pages{display:flex;flex-wrap:wrap;gap:.3rem .9rem;align-items:center;margin:0 0 1.4rem}
.pages ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem;margin:0;padding:0}
.pages a,.pages [aria-current]{display:inline-flex;min-width:2rem;min-height:2rem;align-items:center;justify-content:center;padding:0 .5rem}
.pages [aria-current]{font-weight:700;border-bottom:2px solid var(--accent)}
dl.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.7rem 1.6rem;max-width:none}
dl.facts dt{font-size:.84rem;color:var(--quiet)}
dl.facts dd{margin:0;overflow-wrap:anywhere}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1rem;margin:0 0 1.6rem;padding:0;list-style:none;max-width:none}
.card{border:1px solid var(--rule);border-radius:10px;padding:1rem 1.1rem;background:var(--paper);box-shadow:var(--shadow);margin:0;max-width:none}
.card>:first-child{margin-top:0}
.card>:last-child{margin-bottom:0}
.card .value{font-size:1.5rem;font-weight:300;font-variant-numeric:tabular-nums;margin:0}
.columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(16rem,22rem);gap:1.5rem 2.5rem;align-items:start;max-width:none}
details{margin:0 0 1rem}
summary{cursor:pointer;font-weight:700;min-height:1.75rem;padding:.15rem 0}
progress{width:100%;max-width:34rem;height:1rem;accent-color:var(--accent)}
ins{text-decoration:none;background:var(--good-tint);color:var(--good)}
del{background:var(--alarm-tint);color:var(--alarm)}
hr{border:0;border-top:1px solid var(--rule);margin:2rem 0}

/* The search that opens over every page. */
dialog{border:1px solid var(--rule);border-radius:12px;background:var(--paper);color:inherit;box-shadow:0 1rem 4rem rgb(0 0 0/.3);padding:1.1rem;
width:min(40rem,100vw - 2rem);margin:10vh auto auto;max-height:75vh}
@media (max-height:32rem){dialog{margin:.5rem auto;max-height:calc(100dvh - 1rem)}}
dialog::backdrop{background:rgb(10 20 22/.45)}

/* Beside the menu there is no room for two columns before this. */
@media (max-width:79.99rem){
.columns{grid-template-columns:minmax(0,1fr)}
}
@media (max-width:63.99rem){
.frame{display:flex;flex-direction:column}
main{border:0;flex:1 0 auto}
.menu{display:none}
.menu:target{display:block;position:fixed;inset:0;z-index:15;background:var(--paper);max-height:none;padding:1rem 1.2rem 3rem;
font-size:1.1rem}
.menu:target .close{display:inline-flex;margin:0 0 1rem .8rem}
.menu:target a{padding:.6rem .8rem}
.menu-link{display:inline-flex;align-items:center;min-height:2.2rem;border:1px solid var(--accent);border-radius:6px;padding:0 .9rem;
text-decoration:none;font-weight:700}
}
@media (max-width:44rem){
.banner{padding:.4rem 1rem}
.brand{flex:1 1 100%}
.own{margin-left:0;gap:.2rem .9rem}
.own .hint{display:none}
main{padding-top:1.1rem}
table{font-size:.88rem}
th,td{padding:.4rem .35rem}
table.cards-on-phone thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.cards-on-phone :is(tbody,tfoot,tr,th,td){display:block;text-align:left;border:0;padding:.1rem 0}
table.cards-on-phone tr{border:1px solid var(--rule);border-radius:8px;padding:.6rem .8rem;margin:0 0 .7rem}
table.cards-on-phone [data-label]::before{content:attr(data-label) ": ";color:var(--quiet);font-weight:400}
.filter .field{flex:1 1 100%;max-width:none}
}
/* A finger is wider than a pointer. */
@media (pointer:coarse){
button,.button{min-height:2.75rem}
.menu a,.pages a,.pages [aria-current]{padding-block:.6rem}
.own a,.own button,.menu-link{min-height:2.75rem}
td>a,th>a,li>a{padding-block:.4rem}
td.number a,td a.amount{margin-block:-.4rem;padding-block:.4rem}
summary{min-height:2.75rem;padding-block:.6rem}
button.plain{min-height:2.75rem}
.signer button.primary{min-height:3.75rem;width:100%;justify-content:center}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){
.badge,.card,.notice,.warning,.faults,button,.button{border:1px solid}
:focus-visible{outline:3px solid}
.menu a[aria-current]{border-inline-start:4px solid}
.menu .act{border:1px solid}
}

@page{size:A4;margin:16mm 15mm 16mm;@bottom-right{font:8pt Lato,Arial,sans-serif;color:#545f63;content:"Sida " counter(page) " av " counter(pages)}
@bottom-left{font:8pt Lato,Arial,sans-serif;color:#545f63;content:"finsam"}}
@media print{
:root{--paper:#fff;--ground:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--line:#777;--strong:#000;--accent:#000;--tint:#fff;--field:#fff}
html{font-size:9.5pt}
body{background:none;display:block}
.banner,.menu,.practice form,.practice a,.skip,.trail,.toolbar,.filter,.pages,dialog,form:not(#verifikation),button,.button,.notice,.no-print{display:none!important}
.frame{display:block;max-width:none}
main{padding:0;border:0}
main>*{max-width:none}
.print-head{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;border-bottom:1px solid;padding-bottom:.4rem;margin-bottom:1rem;font-size:8.5pt}
h1{font-size:16pt;margin-bottom:.6rem}
a{color:inherit;text-decoration:none!important}
.scroll{overflow:visible}
table{font-size:8.5pt}
th,td{padding:.18rem .35rem}
thead{display:table-header-group}
tfoot{display:table-row-group}
tr,figure,.card{break-inside:avoid}
h2,h3,caption{break-after:avoid}
.columns{display:block}
}
.handbook img{max-width:100%;height:auto;border:1px solid var(--rule);border-radius:8px;box-shadow:var(--shadow)}
.handbook li>p{margin:0}
"""##
}
