// The report: a chapter is shown as it will be printed while it is written, figures are inserted from a list and opened
// beside the text, and a file that takes time to make says so. All of it works without this, page by page.
const marked = {"X-Finsam-Skript": "1"};
const field = document.getElementById("text");
const form = document.getElementById("kapitelform");
const status = document.getElementById("besked");

// What is said is read aloud each time it is written, so the same words are not written twice.
function say(words) { if (status && status.textContent !== words) status.textContent = words; }

// What the page shows only with a script, and only without.
for (const part of document.querySelectorAll(".with-script")) part.hidden = false;
for (const part of document.querySelectorAll(".without-script")) part.hidden = true;

if (field && form) {
  let saved = field.dataset.unsaved ? null : field.value;
  let waiting = 0;
  let asked = 0;
  let isLeaving = false;
  const isUnsaved = () => field.value !== saved;
  const findings = () => document.querySelectorAll("#anmarkningar .finding:not(.answered)").length;
  let foundCount = findings();
  let found = "";

  // How the text stands, and how many findings there are once that has changed.
  function tellState() {
    if (findings() !== foundCount) {
      foundCount = findings();
      found = foundCount === 0 ? "Inga anmärkningar." : `${foundCount} ${foundCount === 1 ? "anmärkning" : "anmärkningar"}.`;
    }
    say([isUnsaved() ? "Texten är inte sparad." : "", found].filter(words => words).join(" "));
  }

  // Puts what the office answers where it belongs; an answer that a later one has overtaken is dropped.
  async function preview(extra) {
    const number = ++asked;
    const data = new URLSearchParams(new FormData(form));
    if (extra) data.set("ratta", extra);
    try {
      const answer = await fetch(field.dataset.preview, {method: "POST", body: data, headers: marked});
      const pieces = document.createElement("template");
      pieces.innerHTML = await answer.text();
      if (number !== asked) return;
      const parts = pieces.content.querySelectorAll("template[data-for]");
      if (!answer.ok || parts.length === 0) throw new Error("no pieces");
      for (const part of parts) {
        const place = document.getElementById(part.dataset.for);
        // Whoever is writing an answer or a comment must not have it taken away.
        if (place && !place.querySelector("details[open]") && !place.contains(document.activeElement)
          && part.dataset.for !== "besked") place.replaceChildren(part.content);
      }
      tellState();
    } catch {
      if (number === asked) say("Förhandsvisningen kunde inte göras just nu. Det du har skrivit står kvar i rutan.");
    }
  }

  function changed() {
    tellState();
    clearTimeout(waiting);
    waiting = setTimeout(preview, 400);
  }

  // Puts words where the marker stands, so that the browser's own undo takes them away again.
  function insert(words, isOwnParagraph) {
    field.focus();
    let text = words;
    if (isOwnParagraph) {
      const before = field.value.slice(0, field.selectionStart);
      const after = field.value.slice(field.selectionEnd);
      text = (before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n") + words
        + (after === "" || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n");
    }
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      changed();
    }
  }

  field.addEventListener("input", changed);
  field.addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  // Whoever saves goes on where they were: the page that comes back has the marker where it stood.
  const kept = `text ${location.pathname}`;
  form.addEventListener("submit", () => {
    isLeaving = true;
    const {selectionStart, selectionEnd, scrollTop} = field;
    sessionStorage.setItem(kept, JSON.stringify({selectionStart, selectionEnd, scrollTop, top: scrollY}));
  });
  const marker = JSON.parse(sessionStorage.getItem(kept) ?? "null");
  sessionStorage.removeItem(kept);
  if (marker && !document.getElementById("fel")) {
    field.focus({preventScroll: true});
    field.setSelectionRange(marker.selectionStart, marker.selectionEnd);
    field.scrollTop = marker.scrollTop;
    scrollTo({top: marker.top, behavior: "instant"});
    const notice = document.querySelector("main > .notice[role=status]");
    if (notice) say(notice.textContent);
  }
  addEventListener("beforeunload", event => { if (isUnsaved() && !isLeaving) event.preventDefault(); });

  // A mend is put in the text as it stands in the field now.
  document.addEventListener("click", event => {
    const button = event.target.closest("button[data-stands]");
    if (button) {
      event.preventDefault();
      const at = field.value.indexOf(button.dataset.stands);
      if (at < 0) {
        say("Det som skulle bytas står inte längre i texten.");
      } else {
        field.setSelectionRange(at, at + button.dataset.stands.length);
        insert(button.dataset.replacement, false);
        say("Bytt i texten. Den är inte sparad än.");
      }
      return;
    }
    const chosen = event.target.closest("button[data-insert]");
    if (chosen) insert(chosen.dataset.insert, chosen.hasAttribute("data-own-paragraph"));
  });

  // Says above a field what is wrong with it, and leads there.
  function markFault(area, words) {
    const id = `${area.id}-fel`;
    const told = document.getElementById(id) ?? document.createElement("p");
    told.className = "fault";
    told.id = id;
    told.textContent = words;
    area.before(told);
    area.setAttribute("aria-invalid", "true");
    area.setAttribute("aria-describedby", id);
    area.focus();
    area.addEventListener("input", () => {
      told.remove();
      area.removeAttribute("aria-invalid");
      area.removeAttribute("aria-describedby");
    }, {once: true});
  }

  // An answer or a comment is sent without leaving a text that is not saved.
  document.querySelector(".margin")?.addEventListener("submit", async event => {
    const sent = event.target;
    if (!isUnsaved() || sent.method !== "post") { isLeaving = true; return; }
    event.preventDefault();
    const data = new URLSearchParams(new FormData(sent, event.submitter));
    try {
      const answer = await fetch(sent.action, {method: "POST", body: data});
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok) {
        const words = page.querySelector(".faults li, main p")?.textContent ?? "Det gick inte att spara.";
        if (answer.status === 422 && sent.querySelector("textarea")) markFault(sent.querySelector("textarea"), words);
        else say(words);
        return;
      }
      if (!page.getElementById("kapitelform")) {
        say("Du är inte längre inloggad. Logga in i en annan flik och försök igen; det du skrev står kvar.");
        return;
      }
      const place = sent.closest("#samtal") ? "kommentarer-rubrik" : "anmarkningar-rubrik";
      document.activeElement?.blur();
      for (const open of sent.closest(".margin").querySelectorAll("details[open]")) open.open = false;
      await preview();
      const after = document.getElementById(place);
      after.tabIndex = -1;
      after.focus();
      say("Sparat. Texten i rutan är inte sparad än.");
    } catch {
      say("Det gick inte att spara just nu. Det du skrev står kvar.");
    }
  });

  // The list that figures are inserted from.
  const picker = document.querySelector("[data-picker]");
  const words = document.getElementById("siffersok");
  const hits = document.getElementById("siffertraffar");
  const count = document.getElementById("sifferantal");
  if (picker && words && hits && count) {
    let searching = 0;
    let searched = 0;
    let shownFor = null;
    const search = async () => {
      const number = ++searched;
      const asking = words.value;
      try {
        const query = "?ord=" + encodeURIComponent(asking);
        const answer = await fetch(picker.dataset.picker + query, {headers: marked});
        const text = await answer.text();
        if (number !== searched || !answer.ok) return;
        hits.innerHTML = text;
        shownFor = asking;
        const found = Number(hits.querySelector("[data-count]")?.dataset.count ?? 0);
        // The list as it stands before anybody has searched is no news.
        if (asking.trim() === "") count.textContent = "";
        else if (found === 0) count.textContent = "Inget heter så.";
        else count.textContent = `${found} ${found === 1 ? "träff" : "träffar"}. Pil ned väljer.`;
      } catch {
        hits.replaceChildren();
        count.textContent = "Listan kunde inte hämtas just nu.";
      }
    };
    words.addEventListener("input", () => {
      clearTimeout(searching);
      searching = setTimeout(search, 150);
    });
    words.addEventListener("keydown", async event => {
      const all = [...hits.querySelectorAll("button[data-insert]")];
      if (event.key === "Enter") {
        event.preventDefault();
        // Whoever types fast and presses Enter means what they typed, not what was found for the letters before.
        if (shownFor !== words.value) {
          clearTimeout(searching);
          await search();
        }
        if (shownFor === words.value) hits.querySelector("button[data-insert]")?.click();
      } else if (event.key === "ArrowDown" && all.length > 0) {
        event.preventDefault();
        all[0].focus();
      }
    });
    hits.addEventListener("keydown", event => {
      const all = [...hits.querySelectorAll("button[data-insert]")];
      const at = all.indexOf(document.activeElement);
      const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
      if (step === undefined || at < 0) return;
      event.preventDefault();
      (all[at + step] ?? words).focus();
    });
    search();
  }
}

// A figure opens beside the text; its own page is a click further.
document.addEventListener("click", async event => {
  const link = event.target.closest(".printed a.chip, .printed a.amount, dialog.figure .formula a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  try {
    const answer = await fetch(link.href, {headers: marked});
    if (!answer.ok) throw new Error("no figure");
    let panel = document.querySelector("dialog.figure");
    if (!panel) {
      panel = document.createElement("dialog");
      panel.className = "figure";
      panel.setAttribute("aria-labelledby", "siffra-rubrik");
      document.body.append(panel);
      panel.addEventListener("click", click => { if (click.target === panel) panel.close(); });
    }
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Stäng";
    close.addEventListener("click", () => panel.close());
    const content = document.createElement("div");
    content.innerHTML = await answer.text();
    panel.replaceChildren(close, content);
    if (!panel.open) panel.showModal();
    document.getElementById("siffra-rubrik")?.focus();
  } catch {
    location.href = link.href;
  }
});

// A file that takes time to make: what is happening is said, and what stood in the way.
const told = document.getElementById("filbesked");
document.addEventListener("click", async event => {
  const link = event.target.closest("a[data-file]");
  if (!link || !told || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  told.textContent = `Gör ${link.dataset.file} …`;
  try {
    const answer = await fetch(link.href, {headers: marked});
    if (!answer.ok) {
      told.textContent = answer.status === 422 ? await answer.text() : "Filen kunde inte göras. Läs in sidan på nytt och försök igen.";
      return;
    }
    const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") ?? "");
    const address = URL.createObjectURL(await answer.blob());
    const saving = document.createElement("a");
    saving.href = address;
    saving.download = name ? decodeURIComponent(name[1]) : "arsredovisning";
    saving.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    told.textContent = `${link.dataset.file} är klar och ligger bland dina hämtade filer.`;
  } catch {
    told.textContent = "Filen kunde inte hämtas. Kontrollera att datorn har kontakt med kontoret och försök igen.";
  }
});
