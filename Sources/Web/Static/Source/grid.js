// The grid of a voucher: accounts by number or word, sums while one types, keys, and documents that are dropped. All of
// it can be done without this script too, with more presses of a button.

// Amounts. The mirror of AmountExpression.swift: the same text gives the same öre, or the same fault. Change both.

const byteCountMax = 400, depthMax = 20, wholeDigitsMax = 12, decimalsMax = 6;
const partMost = 10n ** 18n, oreMost = 1_000_000_000_000n;
const signs = {
  "\t": " ", " ": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", ",": ".", "\u2012": "-", "\u2013": "-",
  "\u2212": "-", "×": "*", "·": "*", "÷": "/", K: "k", R: "r",
};

class Fault extends Error {}

function fail(code) {
  throw new Fault(code);
}

function isDigit(sign) {
  return sign !== undefined && sign >= "0" && sign <= "9";
}

function plain(text) {
  let all = "";
  for (const sign of text) {
    const known = signs[sign] ?? sign;
    if (!/^[0-9()*+\-/. kr]$/.test(known)) fail("unknown-sign");
    all += known;
  }
  all = all.replace(/ +$/, "");
  if (all.endsWith("kr")) {
    all = all.slice(0, -2).replace(/ +$/, "");
    if (all === "") fail("unfinished");
  }
  if (/[kr]/.test(all)) fail("unknown-sign");
  return all;
}

function magnitude(number) {
  return number < 0n ? -number : number;
}

function fraction(over, under) {
  let [a, b] = [magnitude(over), magnitude(under)];
  while (b > 0n) [a, b] = [b, a % b];
  const common = (a > 1n ? a : 1n) * (under < 0n ? -1n : 1n);
  const made = { over: over / common, under: under / common };
  if (magnitude(made.over) > partMost || made.under > partMost) fail("too-large");
  return made;
}

class Reader {
  constructor(text) {
    this.text = text;
    this.index = 0;
    this.isProduct = false;
    this.hasLongDecimals = false;
    this.skip();
  }
  get next() {
    return this.text[this.index];
  }
  skip() {
    while (this.next === " ") this.index += 1;
  }
  take(sign) {
    if (this.next !== sign) return false;
    this.index += 1;
    this.skip();
    return true;
  }
  amount() {
    const value = this.sum(0);
    if (this.next !== undefined) fail(this.next === ")" ? "parenthesis" : "sign-missing");
    if (this.hasLongDecimals && !this.isProduct) fail("decimals");
    const ore = (magnitude(value.over) * 200n + value.under) / (2n * value.under);
    if (ore > oreMost) fail("too-large");
    return value.over < 0n ? -ore : ore;
  }
  sum(depth) {
    let left = this.product(depth);
    for (;;) {
      const sign = this.take("+") ? 1n : this.take("-") ? -1n : 0n;
      if (sign === 0n) return left;
      const right = this.product(depth);
      left = fraction(left.over * right.under + sign * right.over * left.under, left.under * right.under);
    }
  }
  product(depth) {
    let left = this.signed(depth);
    for (;;) {
      if (this.take("*")) {
        const right = this.signed(depth);
        left = fraction(left.over * right.over, left.under * right.under);
      } else if (this.take("/")) {
        const right = this.signed(depth);
        if (right.over === 0n) fail("division-by-zero");
        left = fraction(left.over * right.under, left.under * right.over);
      } else {
        return left;
      }
      this.isProduct = true;
    }
  }
  signed(depth) {
    let isNegative = false;
    for (;;) {
      if (this.take("-")) isNegative = !isNegative;
      else if (!this.take("+")) break;
    }
    const value = this.part(depth);
    return isNegative ? fraction(-value.over, value.under) : value;
  }
  part(depth) {
    if (this.take("(")) {
      if (depth >= depthMax) fail("too-deep");
      const value = this.sum(depth + 1);
      if (!this.take(")")) fail(this.next === undefined ? "parenthesis" : "sign-missing");
      return value;
    }
    if (this.next === undefined) fail("unfinished");
    if (this.next !== "." && !isDigit(this.next)) fail(this.next === ")" ? "parenthesis" : "unfinished");
    return this.number();
  }
  number() {
    let [over, under, wholeDigits, groupDigits, groupCount] = [0n, 1n, 0, 0, 0];
    while (this.next !== undefined) {
      if (isDigit(this.next)) {
        over = over * 10n + BigInt(this.next);
        wholeDigits += 1;
        groupDigits += 1;
        if (wholeDigits > wholeDigitsMax) fail("too-large");
        this.index += 1;
      } else if (this.next === " " && isDigit(this.text.slice(this.index).trimStart()[0])) {
        if (groupCount === 0 ? groupDigits > 3 : groupDigits !== 3) fail("groups");
        groupCount += 1;
        groupDigits = 0;
        this.skip();
      } else {
        break;
      }
    }
    if (groupCount > 0 && groupDigits !== 3) fail("groups");
    if (this.next === ".") {
      this.index += 1;
      let decimals = 0;
      while (isDigit(this.next)) {
        decimals += 1;
        if (decimals > decimalsMax) fail("decimals");
        over = over * 10n + BigInt(this.next);
        under *= 10n;
        this.index += 1;
      }
      if (decimals > 2) this.hasLongDecimals = true;
      if (wholeDigits + decimals === 0) fail("unfinished");
      if (this.next === ".") fail("two-marks");
    }
    this.skip();
    return fraction(over, under);
  }
}

/// What a text comes to: `{}` for nothing, `{ ore }`, or `{ fault }`.
export function evaluate(text) {
  try {
    if (new TextEncoder().encode(text).length > byteCountMax) fail("too-long");
    const reader = new Reader(plain(text));
    return reader.next === undefined ? {} : { ore: reader.amount() };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
}

/// The same as one word, for the test that holds it beside the server's.
export function outcome(text) {
  const { ore, fault } = evaluate(text);
  return fault ?? (ore === undefined ? "empty" : `${ore}`);
}

/// An amount as it stands in a field: `12 500,50`.
export function written(ore) {
  const size = magnitude(ore);
  const whole = `${size / 100n}`.replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  return `${ore < 0n ? "\u2212" : ""}${whole},${`${size % 100n}`.padStart(2, "0")}`;
}

// The grid.

const form = document.getElementById("verifikation");
const body = form?.querySelector("#rader tbody");
const columns = ["konto", "insats", "part", "debet", "kredit", "radtext"];
const choosing = { konto: "kontolista", insats: "insatslista", part: "partlista" };
const listed = {};

const rows = () => [...body.rows];
const field = (row, name) => row.querySelector(`[name="${name}"]`);
// Within the cell, for a row that is being copied has the ids of the one it is copied from.
const nameOf = (input) => input.parentElement.querySelector(".name");
const faultOf = (input) => input.parentElement.querySelector(".fault");

function start() {
  for (const [name, id] of Object.entries(choosing)) {
    listed[name] = [...document.getElementById(id).options].map((option) => ({
      nummer: option.value, namn: name === "konto" ? option.text.slice(option.value.length + 1) : option.text,
    }));
  }
  form.append(list);
  difference.after(undoing);
  rows().forEach(prepare);
  document.getElementById("fler-rader").textContent = "Ny rad";
  document.getElementById("tangenter").hidden = false;
  form.addEventListener("keydown", press);
  form.addEventListener("input", typed);
  form.addEventListener("focusin", entered);
  form.addEventListener("focusout", left);
  form.addEventListener("click", clicked);
  form.addEventListener("submit", sent);
  addEventListener("pageshow", () => delete form.dataset.sent);
  for (const row of rows()) for (const name of ["debet", "kredit"]) settle(field(row, name));
  reckon(true);
  saved = "unsaved" in body.parentElement.dataset ? null : contents();
  addEventListener("beforeunload", (event) => {
    if (!form.dataset.sent && contents() !== saved) event.preventDefault();
  });
  // What is wrong, or has been done, is read first. On a telephone the keyboard would cover the page.
  const isTold = document.querySelector("#fel, main > .notice[role=status]");
  if (!isTold && matchMedia("(pointer: fine)").matches) {
    beginning().focus();
    beginning().select();
  }
}

/// Where one begins: a new voucher with its day; else the first field of the head that is empty, or the first account.
function beginning() {
  const head = [...form.querySelectorAll(".voucher-head input")];
  if (form.elements.formular) return head[0];
  return head.find((input) => input.value === "") ?? field(rows()[0], "konto");
}

// What stands in the form when it is as the book has it.
let saved = null;

/// All that has been entered, an amount by what it comes to, so that it is the same however it is written.
function contents() {
  const all = [...new FormData(form)].map(([name, value]) => {
    if (value instanceof File) return [name, value.name];
    return [name, name === "debet" || name === "kredit" ? `${evaluate(value).ore ?? value}` : value];
  });
  return JSON.stringify(all.filter(([name, value]) => value !== "" && !name.startsWith("_") && name !== "version"));
}

function prepare(row) {
  for (const name of Object.keys(choosing)) {
    const input = field(row, name);
    input.removeAttribute("list");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
  }
  // Enter after Tab in the last field would take the row away; Ctrl-Delete is the way of the keys.
  row.querySelector("button").tabIndex = -1;
}

function renumber() {
  rows().forEach((row, index) => {
    const number = index + 1;
    row.dataset.row = number;
    for (const element of row.querySelectorAll("[id]")) element.id = element.id.replace(/-\d+/, `-${number}`);
    for (const element of row.querySelectorAll("[aria-describedby]")) {
      const ids = element.getAttribute("aria-describedby");
      element.setAttribute("aria-describedby", ids.replace(/-\d+/g, `-${number}`));
    }
    for (const element of row.querySelectorAll("[aria-label]")) {
      element.setAttribute("aria-label", element.getAttribute("aria-label").replace(/rad \d+$/, `rad ${number}`));
    }
    row.querySelector("button").value = `ta-bort-rad ${number}`;
  });
}

function empty(row) {
  for (const input of row.querySelectorAll("input")) {
    input.value = "";
    delete input.dataset.typed;
    clearFault(input);
  }
  for (const name of row.querySelectorAll(".name")) name.textContent = "";
}

function addRow() {
  close();
  const row = rows().at(-1).cloneNode(true);
  empty(row);
  body.append(row);
  renumber();
  return row;
}

function removeRow(row) {
  close();
  const index = rows().indexOf(row);
  const column = columns.includes(document.activeElement?.name) ? document.activeElement.name : "konto";
  offerUndo(row, index);
  if (rows().length === 1) empty(row);
  else row.remove();
  renumber();
  reckon();
  const left = rows();
  field(left[Math.min(index, left.length - 1)], column).focus();
}

// A row that held something can be had back, until another is taken away.
const undoing = document.createElement("p");
undoing.id = "angra-rad";
undoing.setAttribute("role", "status");

function offerUndo(row, index) {
  const held = columns.map((name) => field(row, name).dataset.typed ?? field(row, name).value);
  if (held.every((value) => value === "")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = "Ångra";
  button.addEventListener("click", () => {
    undoing.replaceChildren();
    putBack(held, index);
  });
  undoing.replaceChildren(`Rad ${index + 1} är borttagen.`, button);
}

function putBack(held, index) {
  const row = rows().length === 1 && contentsOf(rows()[0]) === "" ? rows()[0] : addRow();
  const before = rows()[index];
  if (before && before !== row) before.before(row);
  renumber();
  columns.forEach((name, column) => {
    field(row, name).value = held[column];
    if (name in choosing) showName(field(row, name));
    else if (name !== "radtext") settle(field(row, name));
  });
  reckon();
  field(row, "konto").focus();
}

const contentsOf = (row) => columns.map((name) => field(row, name).value).join("");

function moveTo(row, name) {
  if (!row) return;
  close();
  field(row, name).focus();
}

/// The field after one: the next column, the next row, and after the last a row of its own.
function after(input) {
  const row = input.closest("[data-row]");
  if (!row) {
    const head = [...form.querySelectorAll(".voucher-head input")];
    return head[head.indexOf(input) + 1] ?? field(rows()[0], "konto");
  }
  const index = columns.indexOf(input.name);
  if (index < columns.length - 1) return field(row, columns[index + 1]);
  const all = rows();
  return field(all[all.indexOf(row) + 1] ?? addRow(), columns[0]);
}

// Keys.

function press(event) {
  const input = event.target;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    record();
    return;
  }
  if (!(input instanceof HTMLInputElement) || input.type !== "text" || event.isComposing) return;
  const row = input.closest("[data-row]");
  if (row && event.key === "Delete" && event.ctrlKey) {
    // Within a text it takes the next word away, as everywhere.
    if (input.selectionEnd - input.selectionStart < input.value.length) return;
    event.preventDefault();
    removeRow(row);
  } else if (event.key === "Enter") {
    event.preventDefault();
    pick(input);
    after(input).focus();
  } else if (event.key === "Tab") {
    pick(input);
  } else if (event.key === "Escape" && isOpen(input)) {
    event.preventDefault();
    close();
  } else if (row && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (isOpen(input)) mark(active + step);
    else if (event.altKey && input.name in choosing) suggest(input);
    else moveTo(rows()[rows().indexOf(row) + step], input.name);
  } else if (event.key === "=" && input.value === "" && input.classList.contains("amount")) {
    event.preventDefault();
    fillDifference(row);
  }
}

/// Puts what is missing on the row, on the side where it is missing.
function fillDifference(row) {
  const { debit, credit } = sums();
  const difference = debit - credit;
  const input = field(row, difference > 0n ? "kredit" : "debet");
  const other = field(row, difference > 0n ? "debet" : "kredit");
  if (difference === 0n || input.value !== "" || other.value !== "") return;
  input.value = written(magnitude(difference));
  delete input.dataset.typed;
  input.focus();
  reckon();
}

function record() {
  const button = document.getElementById("bokfor") ?? document.getElementById("spara");
  close();
  button.click();
}

function clicked(event) {
  const button = event.target.closest("button");
  if (!button) {
    const input = event.target;
    if (input instanceof HTMLInputElement && input.name in choosing && !isOpen(input)) suggest(input);
    return;
  }
  if (button.value.startsWith("ta-bort-rad")) {
    event.preventDefault();
    removeRow(button.closest("[data-row]"));
  } else if (button.id === "fler-rader") {
    event.preventDefault();
    moveTo(addRow(), "konto");
  } else if (button.id === "bokfor" && button.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    reckon(true);
    difference.focus();
  }
}

/// One press sends the form once.
function sent(event) {
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "ja";
}

// Sums.

const difference = document.getElementById("skillnad");
let speaking;

function sums() {
  let [debit, credit, isWhole] = [0n, 0n, true];
  for (const row of rows()) {
    for (const name of ["debet", "kredit"]) {
      const { ore, fault } = evaluate(field(row, name).value);
      if (fault) isWhole = false;
      if (name === "debet") debit += ore ?? 0n;
      else credit += ore ?? 0n;
    }
  }
  return { debit, credit, isWhole };
}

/// Shows the sums at once, and lets the difference be spoken when one has stopped typing.
function reckon(isAtOnce = false) {
  const { debit, credit, isWhole } = sums();
  const missing = debit - credit;
  document.getElementById("summa-debet").textContent = written(debit);
  document.getElementById("summa-kredit").textContent = written(credit);
  const state = !isWhole || missing !== 0n ? "odd" : debit === 0n ? "none" : "even";
  difference.dataset.state = state;
  document.getElementById("bokfor")?.setAttribute("aria-disabled", state === "even" ? "false" : "true");
  let words = `Skillnaden är ${written(magnitude(missing))}\u00a0kr: det fattas i ${missing > 0n ? "kredit" : "debet"}.`;
  if (!isWhole) words = "Ett belopp går inte att räkna ut. Skriv till exempel 12 500,50 eller 1200+350*2.";
  else if (state === "none") words = "Inga belopp än.";
  else if (state === "even") words = `Debet och kredit är lika: ${written(debit)}\u00a0kr.`;
  const unknown = form.querySelector("[data-missing]")?.parentElement.querySelector("input");
  if (unknown) words += ` ${unknown.getAttribute("aria-label")}: ”${unknown.value}” finns inte i listan.`;
  clearTimeout(speaking);
  const speak = () => {
    if (difference.textContent !== words) difference.textContent = words;
  };
  if (isAtOnce) speak();
  else speaking = setTimeout(speak, 400);
}

function clearFault(input) {
  input.removeAttribute("aria-invalid");
  faultOf(input)?.remove();
  const name = input.name in choosing ? `${input.id}-namn` : "";
  if (name) delete nameOf(input).dataset.missing;
  if (name) input.setAttribute("aria-describedby", name);
  else input.removeAttribute("aria-describedby");
}

/// Writes the amount that a text comes to; what was typed comes back when one returns to the field.
function settle(input) {
  const { ore, fault } = evaluate(input.value);
  if (ore !== undefined && written(ore) !== input.value) {
    input.dataset.typed = input.value;
    input.value = written(ore);
  }
  if (!fault || faultOf(input)) return;
  const said = document.createElement("p");
  said.className = "fault";
  said.id = `${input.id}-fel`;
  said.textContent = "Går inte att räkna ut";
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", said.id);
  input.after(said);
}

function typed(event) {
  const input = event.target;
  if (!input.closest("[data-row]")) return;
  delete input.dataset.typed;
  clearFault(input);
  if (input.classList.contains("amount")) reckon();
  if (input.name in choosing) {
    nameOf(input).textContent = "";
    reckon();
    suggest(input);
  }
}

function entered(event) {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !input.closest("[data-row]")) return;
  if (input.dataset.typed) input.value = input.dataset.typed;
  delete input.dataset.typed;
  if (input.type === "text") input.select();
}

function left(event) {
  const input = event.target;
  if (input.classList.contains("amount")) {
    settle(input);
    reckon();
  }
  if (input.name in choosing) {
    if (isOpen(input)) close();
    showName(input);
  }
}

/// What the number in a field is called, beneath it, or that it is nowhere.
function showName(input) {
  // Whoever has gone on before the answer came gets its first.
  if (asking?.input === input && asking.isPicked) return;
  const choice = meant(input);
  const isMissing = input.value.trim() !== "" && !choice;
  if (!isMissing && "missing" in nameOf(input).dataset) clearFault(input);
  nameOf(input).textContent = !choice ? "" : choice.namn === choice.nummer ? "" : choice.namn;
  if (isMissing) {
    nameOf(input).textContent = "Finns inte i listan";
    nameOf(input).dataset.missing = "";
    input.setAttribute("aria-invalid", "true");
  }
  reckon();
}

/// The choice that a text means, as EntryChoices.swift reads it: its number, its name, a number with its name after
/// it, or for an account words of one name alone.
function meant(input) {
  const text = input.value.trim().toLowerCase();
  const all = listed[input.name];
  const [word] = text.split(" ");
  const found = all.find((choice) => choice.nummer.toLowerCase() === text)
    ?? all.find((choice) => choice.namn.toLowerCase() === text)
    ?? all.find((choice) => choice.nummer.toLowerCase() === word);
  if (found || input.name !== "konto" || text === "" || isDigit(text[0])) return found;
  const fitting = all.filter((choice) => text.split(/ +/).every((part) => choice.namn.toLowerCase().includes(part)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

// The list of choices: a combobox with a listbox (ARIA 1.2), whose focus stays in the field.

const list = document.createElement("ul");
list.id = "forslag";
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Förslag");
list.hidden = true;
let owner = null, choices = [], active = -1, asking = null;

const isOpen = (input) => owner === input && !list.hidden;

async function suggest(input) {
  const text = input.value.trim();
  asking?.abort();
  asking = null;
  if (input.name !== "konto") {
    open(input, matching(input.name, text), text);
    return;
  }
  const request = (asking = new AbortController());
  request.input = input;
  try {
    const reply = await fetch(`${body.parentElement.dataset.accounts}?ord=${encodeURIComponent(text)}`, {
      headers: { "X-Finsam-Skript": "1" }, signal: request.signal,
    });
    const found = reply.ok ? await reply.json() : [];
    if (asking !== request) return;
    asking = null;
    // Whoever has gone on before the answer came has chosen the first of it.
    if (request.isPicked && found[0]) take(input, found[0]);
    else if (document.activeElement === input) open(input, found, text);
    else showName(input);
  } catch (error) {
    if (error.name !== "AbortError") close();
  }
}

function matching(name, text) {
  const small = text.toLowerCase();
  const all = listed[name];
  const first = all.filter((choice) => choice.nummer.toLowerCase().startsWith(small));
  const others = all.filter((choice) => !first.includes(choice) && choice.namn.toLowerCase().includes(small));
  return [...first, ...others].slice(0, 12);
}

function open(input, found, text) {
  if (found.length === 0) {
    close();
    return;
  }
  if (owner && owner !== input) close();
  owner = input;
  choices = found;
  list.replaceChildren(
    ...found.map((choice, index) => {
      const option = document.createElement("li");
      option.id = `forslag-${index}`;
      option.setAttribute("role", "option");
      const number = document.createElement("strong");
      number.textContent = choice.nummer;
      option.append(number, choice.namn === choice.nummer ? "" : ` ${choice.namn}`);
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => {
        take(input, choice);
        after(input).focus();
      });
      return option;
    }));
  input.closest("td").append(list);
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  mark(text === "" ? -1 : 0);
}

function mark(index) {
  active = Math.max(-1, Math.min(index, choices.length - 1));
  [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === active ? "true" : "false"));
  if (active < 0) owner.removeAttribute("aria-activedescendant");
  else owner.setAttribute("aria-activedescendant", `forslag-${active}`);
  list.children[active]?.scrollIntoView({ block: "nearest" });
}

function pick(input) {
  if (asking?.input === input && input.value.trim() !== "") asking.isPicked = true;
  if (isOpen(input) && active >= 0) take(input, choices[active]);
}

function take(input, choice) {
  input.value = choice.nummer;
  nameOf(input).textContent = choice.namn === choice.nummer ? "" : choice.namn;
  clearFault(input);
  close();
  reckon();
}

function close() {
  if (!owner) return;
  owner.setAttribute("aria-expanded", "false");
  owner.removeAttribute("aria-activedescendant");
  owner = null;
  active = -1;
  list.hidden = true;
  form.append(list);
}

// Documents: dropped anywhere on their part of the page. A draft keeps them at once; a voucher in the book when they
// have been dropped; a new one with the first save.

function documents(area) {
  const picker = area.querySelector("input[type=file]");
  const how = area.dataset.drop;
  area.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    area.classList.add("dropping");
  });
  area.addEventListener("dragleave", () => area.classList.remove("dropping"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("dropping");
    if (event.dataTransfer.files.length === 0) return;
    picker.files = event.dataTransfer.files;
    if (how === "skicka") picker.form.requestSubmit();
    else picker.dispatchEvent(new Event("change", { bubbles: true }));
  });
  if (how.startsWith("/")) picker.addEventListener("change", () => send(area, picker, how));
}

async function send(area, picker, address) {
  if (picker.files.length === 0) return;
  const data = new FormData();
  for (const name of ["_nyckel", "version"]) data.append(name, form.elements[name].value);
  for (const file of picker.files) data.append("underlag", file);
  tell(area, "Sparar …", "hint");
  const reply = await fetch(address, { method: "POST", headers: { "X-Finsam-Skript": "1" }, body: data }).catch(() => null);
  if (reply?.redirected) {
    location.href = reply.url;
    return;
  }
  const page = new DOMParser().parseFromString((await reply?.text()) ?? "", "text/html");
  const made = page.getElementById("underlag-lista");
  if (!reply?.ok || !made) {
    const words = page.querySelector("main .lead, body > p")?.textContent;
    tell(area, words ?? "Underlaget kom inte fram. Försök igen, eller spara utkastet.", "fault");
    return;
  }
  document.getElementById("underlag-lista").replaceWith(made);
  form.elements.version.value = made.dataset.version;
  picker.value = "";
  tell(area, "Underlaget är sparat.", "hint");
}

function tell(area, words, kind) {
  let said = area.querySelector("[data-said]");
  if (!said) {
    said = document.createElement("p");
    said.dataset.said = "";
    said.setAttribute("role", "status");
    area.append(said);
  }
  said.className = kind;
  said.textContent = words;
}

if (form && body) start();
document.querySelectorAll("[data-drop]").forEach(documents);
// A file that is dropped beside its place would be opened instead of the page.
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (document.querySelector("[data-drop]") && !event.defaultPrevented) event.preventDefault();
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
