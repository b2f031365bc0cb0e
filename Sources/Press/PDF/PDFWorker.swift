/// The Python program that runs the engine, finishes its PDF and validates it, in one process. It reads a folder made
/// for it, writes its answer there, and reaches for nothing else.
enum PDFWorker {
  static let text: StaticString = #"""
    import io, json, os, re, struct, sys, zlib

    folder = sys.argv[1]

    def answer(kind, details):
        with open(os.path.join(folder, "answer.json"), "w", encoding="utf-8") as file:
            json.dump({"kind": kind, "details": details}, file, ensure_ascii=False)
        sys.exit(0)

    def package(name):
        try:
            return __import__(name)
        except ImportError:
            answer("package", [{"page": "page-validation"}.get(name, name)])

    with open(os.path.join(folder, "request.json"), "rb") as file:
        request = json.load(file)

    def render():
        import datetime
        typst = package("typst")
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True,
                            font_paths=[request["fontFolder"]])
        if "Lato" not in fonts.families():
            answer("font", [request["fontFolder"]])
        nowhere = os.path.join(folder, "no-packages")
        year, month, day = request["date"]
        try:
            compiler = typst.Compiler(os.path.join(folder, "main.typ"), root=folder, font_paths=fonts,
                                      ignore_system_fonts=True, package_path=nowhere, package_cache_path=nowhere)
            return compiler.compile(format="pdf", pdf_standards=["ua-1", "a-3a"],
                                    timestamp=datetime.datetime(year, month, day, 12, tzinfo=datetime.timezone.utc))
        except typst.TypstError as error:
            answer("engine", [str(error.message)] + [str(hint) for hint in error.hints])

    # The engine makes only column headings; the first cell of every row below them is the row's heading. The engine's
    # objects are plain and its table of them is exact, so the few that change are changed as bytes, and all are packed
    # into object streams: a third of the size, in a tenth of the time that a PDF library takes to be loaded.
    ROW = re.compile(rb"<</Type/StructElem/S/TR/P \d+ 0 R/K\[(\d+) 0 R")
    CELL = re.compile(rb"<</Type/StructElem/S/TD/P \d+ 0 R")
    TABLE = re.compile(rb"/A\[<</O/Table")

    def finish(rendered):
        start = int(rendered[rendered.rindex(b"startxref") + 9:].split()[0])
        head = re.compile(rb"xref\s+0 (\d+)\s+").match(rendered, start)
        count = int(head[1])
        entries = rendered[head.end():head.end() + 20 * count]
        trailer = rendered[rendered.index(b"trailer", head.end()) + 7:rendered.rindex(b"startxref")].strip()
        places = {number: int(entries[20 * number:20 * number + 10]) for number in range(1, count)
                  if entries[20 * number + 17:20 * number + 18] == b"n"}
        ends = dict(zip(sorted(places.values()), sorted(places.values())[1:] + [start]))
        bodies = {}
        for number, place in places.items():
            begin = b"%d 0 obj\n" % number
            whole = rendered[place:ends[place]].rstrip()
            if not (whole.startswith(begin) and whole.endswith(b"\nendobj")):
                answer("engine", ["unexpected object %d" % number])
            bodies[number] = whole[len(begin):-7]
        for row in [ROW.match(body) for body in bodies.values()]:
            cell = CELL.match(bodies[int(row[1])]) if row else None
            if cell:
                bodies[int(row[1])] = headed(bodies[int(row[1])])
        return packed(bodies, count, trailer)

    def headed(cell):
        cell = cell.replace(b"/S/TD/", b"/S/TH/", 1)
        if TABLE.search(cell):
            return TABLE.sub(rb"/A[<</O/Table/Scope/Row", cell, 1)
        if b"/A[" in cell:
            return cell.replace(b"/A[", b"/A[<</O/Table/Scope/Row>>", 1)
        if b"/A<<" in cell:
            answer("engine", ["unexpected attributes"])
        return cell[:-2] + b"/A<</O/Table/Scope/Row>>>>"

    # Never ends in a carriage return, which a validator may take for the line break after the data.
    def deflated(data):
        for level in (9, 8, 7, 6, 5, 4, 3, 2, 1):
            squeezed = zlib.compress(data, level)
            if not squeezed.endswith(b"\r"):
                return squeezed
        return squeezed

    def stream(entries, data):
        squeezed = deflated(data)
        return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (entries, len(squeezed), squeezed)

    def packed(bodies, count, trailer):
        loose = [n for n, body in sorted(bodies.items()) if body.endswith(b"endstream") or body.isdigit()]
        inner = [n for n in sorted(bodies) if n not in set(loose)]
        table, outer = {}, {n: bodies[n] for n in loose}
        for first in range(0, len(inner), 200):
            group, holder = inner[first:first + 200], count
            count += 1
            index, text = [], b""
            for place, number in enumerate(group):
                table[number] = (2, holder, place)
                index.append(b"%d %d" % (number, len(text)))
                text += bodies[number] + b"\n"
            index = b" ".join(index) + b"\n"
            outer[holder] = stream(b"/Type/ObjStm/N %d/First %d" % (len(group), len(index)), index + text)
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        for number, body in sorted(outer.items()):
            table[number] = (1, len(out), 0)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table[0], table[count] = (0, 0, 65535), (1, len(out), 0)
        rows = b"".join(struct.pack(">BIH", *table.get(number, (0, 0, 65535))) for number in range(count + 1))
        keys = re.sub(rb"/Size \d+", b"/Size %d" % (count + 1), trailer[2:-2])
        start = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (count, stream(b"/Type/XRef/W[1 4 2]" + keys, rows))
        return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start

    # A stream whose data end in a carriage return is taken for one of wrong length by the validator; whether the
    # lengths are right is asked of qpdf instead.
    def lengths_are_right(data):
        pikepdf = package("pikepdf")
        try:
            with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
                problems = pdf.check_pdf_syntax()
                return not problems
        except pikepdf.PdfError:
            return False

    def validate(data):
        page = package("page")
        problems = []
        for profile in ("ua1", "3a"):
            try:
                report = page.validate_pdf_bytes(data, profile=profile)
            except page.PageError as error:
                problems.append(f"{profile}: {error}")
                continue
            for failure in report.failures:
                if failure.rule_id.endswith("STREAM-LENGTH-001") and lengths_are_right(data):
                    continue
                problems.append(f"{profile}: {failure.rule_id}: {failure.message}")
        return problems

    if request["render"]:
        data = render()
        if request["finish"]:
            data = finish(data)
        with open(os.path.join(folder, "report.pdf"), "wb") as file:
            file.write(data)
    else:
        with open(os.path.join(folder, "report.pdf"), "rb") as file:
            data = file.read()
    problems = validate(data) if request["validate"] else []
    answer("findings" if problems else "done", problems)
    """#
}
