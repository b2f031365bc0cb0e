// Written by script/embed from Sources/Web/Static/Source/lists.js. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let listsJs: StaticString = ##"""
// The button that prints a list. Without this script the browser's own menu does.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// The button that copies a value to be typed elsewhere. Without this script the field itself can be marked.
for (const field of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Kopiera";
  button.setAttribute("aria-label", `Kopiera ${document.querySelector(`label[for="${field.id}"]`).textContent}`);
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Kopierat";
  });
  if (navigator.clipboard) field.after(button);
}
"""##
}
