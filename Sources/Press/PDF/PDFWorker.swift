/// The Python program that runs the engine, finishes its PDF and validates it, in one process. It reads a folder made
/// for it, writes its answer there, and reaches for nothing else.
enum PDFWorker {
  static let text: StaticString = #"""
    import io, json, os, sys

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

    # The engine makes only column headings; the first cell of every row below them is the row's heading.
    def finish(rendered):
        pikepdf = package("pikepdf")
        Name, Dictionary, Array = pikepdf.Name, pikepdf.Dictionary, pikepdf.Array

        def kids(node):
            children = node.get(Name.K)
            if children is None:
                return []
            if not isinstance(children, Array):
                children = [children]
            return [child for child in children if isinstance(child, Dictionary) and Name.S in child]

        def rows(node):
            for child in kids(node):
                if child.S == Name.TR:
                    yield child
                elif child.S != Name.Table:
                    yield from rows(child)

        def head(row):
            cells = kids(row)
            if not cells or cells[0].S != Name.TD:
                return
            cell = cells[0]
            cell.S = Name.TH
            attributes = cell.get(Name.A)
            if attributes is None:
                cell.A = Dictionary(O=Name.Table, Scope=Name.Row)
                return
            for attribute in (attributes if isinstance(attributes, Array) else [attributes]):
                if isinstance(attribute, Dictionary) and attribute.get(Name.O) == Name.Table:
                    attribute.Scope = Name.Row
                    return
            cell.A = Array((list(attributes) if isinstance(attributes, Array) else [attributes])
                           + [Dictionary(O=Name.Table, Scope=Name.Row)])

        def walk(node):
            for child in kids(node):
                if child.S == Name.Table:
                    for row in rows(child):
                        head(row)
                else:
                    walk(child)

        with pikepdf.open(io.BytesIO(rendered)) as pdf:
            walk(pdf.Root.StructTreeRoot)
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate,
                     compress_streams=True)
            return out.getvalue()

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
        data = finish(render())
        with open(os.path.join(folder, "report.pdf"), "wb") as file:
            file.write(data)
    else:
        with open(os.path.join(folder, "report.pdf"), "rb") as file:
            data = file.read()
    problems = validate(data) if request["validate"] else []
    answer("findings" if problems else "done", problems)
    """#
}
