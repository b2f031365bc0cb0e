// Written by script/embed from Sources/Web/Static/Source/imports.js. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let importsJs: StaticString = ##"""
// A file can be dropped on the form, and the progress of a large one moves by itself. Both work without this too: the
// file is chosen in the field, and the browser asks for the page again.
const drop = document.querySelector("[data-import-drop]");
if (drop) {
  const field = drop.querySelector("input[type=file]");
  const mark = (isOver) => drop.classList.toggle("over", isOver);
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      mark(true);
    });
  }
  for (const name of ["dragleave", "dragend"]) drop.addEventListener(name, () => mark(false));
  drop.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    mark(false);
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  });
}

const progress = document.querySelector("[data-import-progress] progress");
if (progress) {
  const percent = document.querySelector(".import-percent");
  // Each new quarter is said; every percent would be noise.
  const said = document.querySelector(".import-said");
  let quarter = Math.floor(progress.value / 25);
  const ask = async () => {
    try {
      const reply = await fetch(location.href, { headers: { "X-Finsam-Skript": "1" }, redirect: "follow" });
      const state = reply.headers.get("content-type")?.startsWith("application/json") ? await reply.json() : { done: true };
      if (state.done) {
        location.reload();
        return;
      }
      progress.value = state.percent;
      percent.textContent = `${state.percent}\u00a0%`;
      if (Math.floor(state.percent / 25) > quarter) {
        quarter = Math.floor(state.percent / 25);
        said.textContent = `${quarter * 25} procent läst.`;
      }
    } catch {
      // The network is away for a while; the next question may get through.
    }
    setTimeout(ask, 500);
  };
  setTimeout(ask, 300);
}
"""##
}
