/// The style of every page: calm, one colour, room around the text, figures in columns.
///
/// Contrast against its ground is at least 4.5 to 1 for every text colour, in light and dark (WCAG 1.4.3).
enum Stylesheet {
  static let text: StaticString = """
    :root{color-scheme:light dark;--paper:#fff;--ground:#f5f4f0;--ink:#1c2326;--quiet:#566165;--rule:#d9dcda;
    --strong:#1c2326;--accent:#14505c;--tint:#eef3f3;--bar1:#b9d3d6;--bar3:#6d787c;--bar4:#dfe5e6;--bar5:#3a7885;
    --alarm:#8f2d14;--alarm-tint:#fbeee9}
    @media (prefers-color-scheme:dark){:root{--paper:#171b1c;--ground:#101314;--ink:#e6e9e8;--quiet:#a3adb0;
    --rule:#363d3f;--strong:#c9cfce;--accent:#8cc5cf;--tint:#20282a;--bar1:#2f6470;--bar3:#8b979a;--bar4:#3c4648;
    --bar5:#5ba1ae;--alarm:#f2a58e;--alarm-tint:#33211b}}
    *{box-sizing:border-box}
    html{font-size:106.25%;-webkit-text-size-adjust:100%;scroll-padding-top:2rem}
    body{margin:0;background:var(--ground);color:var(--ink);line-height:1.6;
    font-family:Lato,"Source Sans 3","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;hyphens:manual}
    a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
    main:focus,.panel:focus{outline:none}
    .skip{position:absolute;left:-99rem;top:0;background:var(--paper);padding:.75rem 1rem;z-index:9}
    .skip:focus{left:0}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .sheet{max-width:78rem;margin:0 auto;padding:0 1rem}
    main,.cover,.contents{background:var(--paper);padding:2.5rem clamp(1rem,6vw,5rem) 5rem;max-width:56rem;
    margin:0 auto}
    p,ul,ol,blockquote,dl{margin:0 0 1rem;max-width:38rem}
    li{margin:.25rem 0}
    li>ul,li>ol{margin-bottom:0}
    h1,h2,h3,h4,h5,h6{line-height:1.2;text-wrap:balance;font-weight:700}
    h1{font-size:clamp(2.4rem,7vw,4rem);font-weight:300;letter-spacing:-.015em;margin:.2em 0 .7em}
    h2{font-size:1.9rem;font-weight:300;letter-spacing:-.01em;margin:0 0 1.4rem;color:var(--accent)}
    h3{font-size:1.25rem;margin:0 0 .8rem}
    h4{font-size:1.06rem;margin:2rem 0 .6rem}
    h5,h6{font-size:1rem;margin:1.6rem 0 .4rem;color:var(--quiet)}
    h2 .number,h3 .number,h4 .number{color:var(--quiet);font-weight:400;margin-right:.35em}
    .chapter{margin-top:5.5rem;padding-top:1.6rem;border-top:2px solid var(--accent)}
    .section{margin-top:3rem}
    blockquote{border-left:2px solid var(--accent);padding-left:1.25rem;margin-left:0;color:var(--quiet);
    font-style:italic}
    blockquote em{font-style:normal}
    mark.missing{background:var(--alarm-tint);color:var(--alarm);padding:0 .2em;font-weight:700}
    .lead{color:var(--quiet)}

    .cover{min-height:min(88vh,52rem);display:flex;flex-direction:column;justify-content:flex-end;
    padding-top:2rem;padding-bottom:3rem}
    .cover .association{font-size:1.5rem;line-height:1.3;margin:0;color:var(--accent);font-weight:700;max-width:24ch;
    text-wrap:balance}
    .cover h1{margin-left:-.04em}
    .cover dl,.panel dl{margin:0}
    .cover dl{border-top:1px solid var(--rule);padding-top:1.25rem;display:grid;gap:1rem 2.5rem;
    grid-template-columns:repeat(auto-fit,minmax(11rem,1fr))}
    dt{font-size:.8rem;color:var(--quiet)}
    dd{margin:0}
    .draft{margin:0 0 auto;padding:.9rem 1.1rem;background:var(--alarm-tint);color:var(--alarm);
    border-left:4px solid var(--alarm);display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;max-width:none}
    .draft strong{letter-spacing:.14em}
    .draft a{color:inherit}

    .contents{padding-bottom:0}
    .contents h2{font-size:.85rem;font-weight:700;margin:0 0 .5rem;color:var(--quiet)}
    .contents ol{list-style:none;padding:0;margin:0;font-size:.9rem;line-height:1.35}
    .contents li{margin:0}
    .contents a{display:flex;gap:.6em;padding:.35rem 0;text-decoration:none;color:var(--ink);min-height:1.6rem}
    .contents a:hover{text-decoration:underline}
    .contents .number{flex:none;text-align:left;color:var(--quiet);min-width:1.9em;font-variant-numeric:tabular-nums}
    .contents .one a{font-weight:700}
    .contents .two{padding-left:1.1rem}
    .contents .three{padding-left:2.6rem}
    .contents .three .number{min-width:2.6em}

    .table{margin:1.75rem 0 2.25rem}
    .scroll{overflow-x:auto;overscroll-behavior-x:contain}
    table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.35;
    font-variant-numeric:tabular-nums lining-nums}
    caption{text-align:left;padding:0 0 .6rem;font-size:.95rem;line-height:1.35}
    caption .title,figcaption .title{font-weight:700}
    caption .unit,figcaption .unit{color:var(--quiet);font-size:.82rem;display:block}
    th,td{text-align:left;vertical-align:bottom;padding:.36rem 0 .36rem .9rem;font-weight:400}
    th:first-child,td:first-child{padding-left:0}
    thead th{font-weight:700;font-size:.82rem;border-bottom:1px solid var(--strong);color:var(--ink)}
    thead th.group{text-align:center;border-bottom:1px solid var(--rule)}
    thead td{border-bottom:1px solid var(--strong)}
    tbody tr>*{border-bottom:1px solid var(--rule)}
    .number{text-align:right;white-space:nowrap}
    td.note,col.note{width:2.6rem}
    td.note{font-size:.82rem}
    td.note a{display:inline-block;padding:.2rem .5rem;margin:-.2rem -.5rem}
    tr.heading th{font-weight:700;padding-top:1.1rem;border-bottom:1px solid var(--rule)}
    tr.subtotal>*{font-weight:700;border-bottom:1px solid var(--strong)}
    tr.total>*{font-weight:700;border-top:1px solid var(--strong);border-bottom:3px double var(--strong)}
    tr.memo>*{color:var(--quiet);font-style:italic}
    table.wide{font-size:.82rem}
    table.wide th,table.wide td{padding-left:.6rem}
    table.wide th:first-child{padding-left:0}
    table.wordy tbody :is(th,td){vertical-align:top}
    .remark{font-size:.82rem;color:var(--quiet);margin-top:.6rem;max-width:none}
    a.figure{color:inherit;text-decoration:underline dotted var(--quiet) 1px;text-underline-offset:.28em}
    td a.figure{text-decoration-color:transparent;display:inline-block;margin:-.36rem -.3rem;padding:.36rem .3rem}
    tr:hover td a.figure{text-decoration-color:var(--quiet)}
    a.figure:hover,td a.figure:hover{color:var(--accent);text-decoration:underline solid var(--accent) 2px}
    a.figure:target{background:var(--tint);outline:2px solid var(--accent)}

    .diagram{margin:2rem 0 2.5rem}
    .diagram figcaption{line-height:1.35;margin-bottom:.6rem;font-size:.95rem}
    .diagram svg{display:block;width:100%;max-width:32rem;height:auto;font-family:inherit;overflow:visible}
    svg text{fill:var(--ink);font-variant-numeric:tabular-nums}
    svg .halo{stroke:var(--paper)}
    svg .s0{fill:var(--accent)} svg .s1{fill:var(--bar1)} svg .s2{fill:var(--paper)} svg .s3{fill:var(--bar3)}
    svg .s4{fill:var(--bar4)} svg .s5{fill:var(--bar5)}
    svg rect,svg .line,svg .marker{stroke:var(--accent)}
    svg .marker[fill="#14505c"]{fill:var(--accent)} svg .marker[fill="#ffffff"]{fill:var(--paper)}
    svg .axis{stroke:var(--strong)}
    svg .on-dark{fill:var(--paper)} svg .on-light{fill:var(--ink)}

    .signatures{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));
    gap:0 3rem;max-width:none}
    .signatures li{padding-top:3.6rem;margin:0;break-inside:avoid}
    .signatures .line{display:block;border-top:1px solid var(--strong);margin-bottom:.4rem}
    .signatures span{display:block}
    .signatures .function,.signatures .appointed{color:var(--quiet);font-size:.88rem}

    .findings{margin-top:5.5rem;padding:2rem clamp(1rem,4vw,2.5rem);background:var(--tint)}
    .findings ol{max-width:none;padding-left:1.6rem}
    .findings li{padding:.9rem 0;border-top:1px solid var(--rule)}
    .findings p{margin:.2rem 0}
    .findings .head{font-size:.85rem;overflow-wrap:anywhere}
    .grade{font-weight:700;margin-right:.6em}
    .grade.error,.grade.warning{color:var(--alarm)}
    .findings .measured{color:var(--quiet);font-size:.9rem}
    .findings .mend::before{content:"Gör så här: ";font-weight:700}
    .findings .answer{border-left:2px solid var(--accent);padding-left:.8rem}
    code{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,"Liberation Mono",monospace;font-size:.88em}

    .panel .context{color:var(--quiet);font-size:.85rem;margin:0}
    .panel h3{margin:0 0 .3rem;padding-right:5rem}
    .panel .value{font-size:1.6rem;font-weight:300;font-variant-numeric:tabular-nums;margin:0 0 1.1rem}
    .panel .why{margin:0 0 .8rem}
    .panel .source,.panel .objects{color:var(--quiet)}
    .panel table{margin:1rem 0 1.4rem;font-size:.86rem}
    .panel tbody :is(th,td){vertical-align:top}
    .panel caption{font-weight:700;font-size:.85rem;padding-bottom:.3rem}
    .panel .objects{display:block;font-size:.82rem}
    .panel .sign{width:1.5rem;padding-left:0;color:var(--quiet)}
    .panel .sign+th{padding-left:.3rem}
    .panel .date{white-space:nowrap}
    .panel .total>*{border-bottom:0;border-top:1px solid var(--strong)}
    .panel .where{font-size:.85rem}
    p.where{font-weight:700;margin:1rem 0 .2rem}
    ul.where{padding-left:1.1rem}
    .panel dl{margin-bottom:1.2rem}
    .panel dl div{display:grid;grid-template-columns:7rem 1fr;gap:.5rem;padding:.2rem 0}
    .hashes{padding-left:1.1rem;overflow-wrap:anywhere}
    .close{display:inline-block;padding:.4rem 1rem;border:1px solid var(--accent);border-radius:99px;
    text-decoration:none;font-size:.85rem;background:var(--paper)}
    .close:hover{background:var(--tint)}

    @media screen{
    .origins>h2,.origins>.lead{position:absolute;left:-99rem}
    .panel{display:none}
    .panel:target{display:block;position:fixed;z-index:5;right:0;top:0;bottom:0;width:min(34rem,100%);overflow-y:auto;
    overscroll-behavior:contain;background:var(--paper);padding:1.5rem 1.75rem 3rem;border-left:1px solid var(--rule);
    box-shadow:0 0 3rem rgb(0 0 0/.22)}
    .panel .close{float:right;position:sticky;top:0}
    }
    @media screen and (max-width:44rem){
    html{font-size:100%}
    main,.cover,.contents{padding-left:0;padding-right:0}
    body{background:var(--paper)}
    h1,h2,h3,h4{overflow-wrap:anywhere;hyphens:auto}
    .chapter{margin-top:4rem}
    table{font-size:.8rem}
    th,td{padding-left:.5rem}
    .scroll>table:not(.wide) th:first-child{overflow-wrap:anywhere}
    td.note,col.note{width:1.6rem}
    table.wide{width:max-content;min-width:100%}
    table.wide td:not(.number){max-width:14rem}
    table.wide tr:not(.heading)>:first-child{position:sticky;left:0;background:var(--paper);max-width:9.5rem;
    box-shadow:1px 0 0 var(--rule)}
    }
    @media screen and (max-width:74.99rem){
    .panel:target{top:auto;left:0;width:100%;max-height:75vh;border-left:0;border-top:1px solid var(--rule);
    border-radius:1rem 1rem 0 0;padding:1.25rem clamp(1rem,6vw,5rem) 3rem}
    }
    @media screen and (min-width:75rem){
    .sheet{display:grid;grid-template-columns:17rem minmax(0,56rem);grid-template-rows:auto 1fr;gap:0 2rem}
    .contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:2.5rem 0 2rem;
    background:none;grid-area:1/1/3/2;margin:0}
    .cover{grid-column:2;margin:0}
    main{grid-column:2;margin:0}
    /* The page stands aside for the panel without being set anew, so that the figure that was opened stays in sight:
    the edge of the text, half the page and 33rem from the left, comes to stand one rem from the panel. */
    .panel:target{width:min(34rem,100vw - 48rem)}
    body:has(.panel:target) .sheet{transform:translateX(min(0rem,50vw - 34rem - min(34rem,100vw - 48rem)))}
    }
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}

    .granskad-rad{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,17rem);gap:0 1rem;padding:.1rem 0}
    .granskad-rad:target{background:var(--tint)}
    .granskad-text{white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4}
    .granskad-text details,.granskad-text p,.granskad-mot{white-space:normal;font-size:.8rem;color:var(--quiet)}
    .granskad-rad :target{background:var(--tint)}
    .granskad-sida{margin:1.5rem 0 .5rem;color:var(--quiet);font-size:.85rem;border-top:1px solid var(--rule)}
    .granskat-tal{font-variant-numeric:tabular-nums}
    span.granskat-tal{border-bottom:1px dotted var(--quiet)}
    .granskad-steg a{margin-right:.8em}
    .granskning{border-left:3px solid var(--alarm);padding-left:.6rem;font-size:.85rem}
    .granskad-mot{grid-column:1;margin:0}
    @media (max-width:48rem){.granskad-rad{grid-template-columns:minmax(0,1fr)}}

    @page{size:A4;margin:24mm 22mm 22mm;font-family:Lato,"Segoe UI",Arial,sans-serif;
    @top-left{font-size:8pt;color:#566165}@top-right{font-size:8pt;color:#566165}
    @bottom-left{font-size:8pt;color:#566165}
    @bottom-right{font-size:8pt;color:#566165;content:"Sida " counter(page) " av " counter(pages)}}
    @media print{
    .table{break-inside:avoid}
    :root{--paper:#fff;--ground:#fff;--ink:#1c2326;--quiet:#566165;--rule:#d9dcda;--strong:#1c2326;--accent:#14505c;
    --tint:#f4f6f6;--bar1:#b9d3d6;--bar3:#6d787c;--bar4:#dfe5e6;--bar5:#3a7885;--alarm:#8f2d14;--alarm-tint:#fbeee9}
    html{font-size:10pt;scroll-behavior:auto}
    body{background:none;line-height:1.45}
    .sheet,main,.cover{max-width:none;margin:0;padding:0;display:block}
    .skip,.origins,.contents,.draft a{display:none}
    .cover{min-height:235mm;break-after:page;display:flex}
    .chapter{break-before:page;margin-top:0}
    .report>.chapter:first-child{break-before:auto}
    h2,h3,h4,h5,h6,caption{break-after:avoid;break-inside:avoid}
    tr,figure,blockquote,li{break-inside:avoid}
    p{orphans:3;widows:3}
    thead{display:table-header-group}
    .scroll{overflow:visible}
    table.wide{font-size:7pt}
    table.wide th,table.wide td{padding-left:.35rem}
    a,a.figure,td a.figure{color:inherit;text-decoration:none}
    .findings{break-before:page;background:none;padding:0}
    }
    """
}
