// The grid of a budget: sums, equity and cap while one types. The server reckons the same when the form is sent; without
// this script the button does it.

const table = document.getElementById("budget");
const form = document.getElementById("budgetforslag");
const groups = ["medlemsintakter", "ovriga-intakter", "gemensamma-kostnader", "medlemskostnader", "finansiella-poster"];

async function start() {
  // How an amount is read and written stands in one place; its address holds its digest, so it is told by the page.
  const { evaluate, written } = await import(table.dataset.amounts);
  const whole = (ore) => {
    const size = ore < 0n ? -ore : ore;
    const rounded = ((size + 50n) / 100n) * 100n;
    return written(ore < 0n && rounded > 0n ? -rounded : rounded).slice(0, -3);
  };
  const amount = (input) => evaluate(input?.value ?? "").ore;
  const show = (id, ore) => {
    const output = document.getElementById(id);
    if (output) output.textContent = ore === undefined ? "" : whole(ore);
  };

  function sums(year) {
    const all = {};
    for (const body of table.tBodies) {
      let sum = 0n;
      for (const input of body.querySelectorAll(`[name="belopp-${year}"]`)) sum += amount(input) ?? 0n;
      all[body.dataset.group] = sum;
    }
    return all;
  }

  function cap(sum) {
    const base = sum["medlemsintakter"] + (table.dataset.base === "income" ? sum["ovriga-intakter"] : 0n);
    if (base <= 0n) return undefined;
    const step = BigInt(table.dataset.step);
    const low = base < step ? base : step;
    const high = base > step ? base - step : 0n;
    return (low * BigInt(table.dataset.low) + high * BigInt(table.dataset.high) + 500n) / 1000n;
  }

  function reckon() {
    let opening = amount(form.elements["ingaende"]) ?? 0n;
    for (const year of [1, 2, 3]) {
      const sum = sums(year);
      for (const group of groups) show(`summa-${group}-${year}`, sum[group]);
      const costs = sum["gemensamma-kostnader"] + sum["medlemskostnader"];
      const result = sum["medlemsintakter"] + sum["ovriga-intakter"] + sum["finansiella-poster"] - costs;
      const stated = form.elements[`utgaende-${year}`];
      const closing = stated.value.trim() === "" ? opening + result : amount(stated) ?? opening + result;
      const most = cap(sum);
      show(`kostnader-${year}`, -costs);
      show(`resultat-${year}`, result);
      if (year > 1) show(`ingaende-${year}`, opening);
      show(`enligt-${year}`, opening + result);
      show(`tak-${year}`, most);
      show(`utrymme-${year}`, most === undefined ? undefined : most - closing);
      opening = closing;
    }
    // The sentences are the server's; what they say may no longer hold.
    document.getElementById("omdomen").hidden = contents() !== shown;
  }

  const contents = () => new URLSearchParams(new FormData(form)).toString();
  const shown = contents();
  form.addEventListener("input", reckon);
  form.addEventListener("submit", () => (form.dataset.sent = "ja"));
  addEventListener("pageshow", () => delete form.dataset.sent);
  addEventListener("beforeunload", (event) => {
    if (!form.dataset.sent && contents() !== shown) event.preventDefault();
  });
}

if (form && table) start();
