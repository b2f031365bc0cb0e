"""Opens every address it is given, wide, narrow and dark, and prints what axe and the eye for widths have to say."""

import json
import os

from office import ADDRESS, chromium, context, is_sideways, violations

VISITS = json.loads(os.environ["FINSAM_VISITS"])

faults = []
with chromium() as browser:
    for role in sorted({visit["role"] for visit in VISITS}):
        for width, scheme in ((1280, "light"), (360, "dark")):
            made = context(browser, role or None, width=width, color_scheme=scheme)
            shown = made.new_page()
            errors = []
            shown.on("pageerror", lambda error: errors.append(f"script: {error}"))
            shown.on("console", lambda line: errors.append(f"console: {line.text}") if line.type == "error" else None)
            for visit in (visit for visit in VISITS if visit["role"] == role):
                reply = shown.goto(ADDRESS + visit["path"])
                where = f"{visit['path']} ({role or 'nobody'}, {width} px, {scheme})"
                if reply.status != 200:
                    faults.append(f"{where}: {reply.status}")
                    continue
                faults += [f"{where}: {fault}" for fault in violations(shown) + errors]
                if is_sideways(shown):
                    faults.append(f"{where}: scrolls sideways")
                errors.clear()
            made.close()
print("\n".join(faults))
raise SystemExit(1 if faults else 0)
