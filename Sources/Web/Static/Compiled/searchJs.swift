// Written by script/embed from Sources/Web/Static/Source/search.js. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let searchJs: StaticString = ##"""
// The search that opens over every page by Ctrl-K, Cmd-K or the banner's link. Without this script the link leads to
// the same search as a page.
const dialog = document.getElementById("sok");
if (dialog) {
  const field = dialog.querySelector("input");
  const list = dialog.querySelector("[role=listbox]");
  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  list.before(said);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "plain close-search";
  close.textContent = "Stäng";
  close.addEventListener("click", () => dialog.close());
  dialog.append(close);

  let asking = null;
  let waiting = 0;
  let chosen = -1;
  // Whether what is found is still for other words than those in the field, and whether Enter was pressed meanwhile.
  let isBehind = false;
  let isEntered = false;

  const options = () => [...list.querySelectorAll("a[role=option]")];

  const choose = (index) => {
    const all = options();
    all[chosen]?.setAttribute("aria-selected", "false");
    chosen = all.length ? (index + all.length) % all.length : -1;
    const option = all[chosen];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  };

  const show = (html, words) => {
    list.innerHTML = html;
    chosen = -1;
    const count = options().length;
    field.setAttribute("aria-expanded", String(count > 0));
    choose(0);
    const refused = list.querySelector(".fault");
    said.textContent = refused || !words ? "" : count === 0 ? "Inga träffar. Tryck Enter för att söka i allt."
      : `${count} ${count === 1 ? "träff" : "träffar"}. Välj med pilarna, öppna med Enter.`;
  };

  const ask = async () => {
    const words = field.value.trim();
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(`${dialog.dataset.address}?ord=${encodeURIComponent(words)}`, {
        headers: { "X-Finsam-Skript": "1" }, signal,
      });
      // Whoever is no longer signed in is sent to sign in, and is to see that page whole.
      if (answer.redirected) return location.assign(dialog.dataset.address);
      const html = await answer.text();
      if (signal.aborted) return;
      show(words ? html : "", words);
      isBehind = false;
      if (isEntered) openFirst();
    } catch (error) {
      if (error.name === "AbortError") return;
      isEntered = false;
      said.textContent = "Sökningen nådde inte fram. Kontrollera nätet och försök igen.";
    }
  };

  // Whoever types fast and presses Enter means the first hit for what they typed; where there is none, the whole search.
  const openFirst = () => {
    isEntered = false;
    if (options()[chosen]) options()[chosen].click();
    else field.form.requestSubmit();
  };

  const open = () => {
    isEntered = false;
    if (!dialog.open) dialog.showModal();
    field.select();
    ask();
  };

  field.addEventListener("input", () => {
    // What was found for other words must not be what Enter opens.
    options()[chosen]?.setAttribute("aria-selected", "false");
    field.removeAttribute("aria-activedescendant");
    chosen = -1;
    isBehind = true;
    isEntered = false;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 90);
  });

  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && !event.isComposing && field.value.trim() !== "") {
      event.preventDefault();
      if (!isBehind) return openFirst();
      isEntered = true;
      clearTimeout(waiting);
      ask();
    }
  });

  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("close", () => asking?.abort());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
  for (const link of document.querySelectorAll("[data-search]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  }
}
"""##
}
