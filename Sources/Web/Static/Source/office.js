// What every page has: focus on what was wrong or has been done (the notice is read out as it is, where the page has a
// field that waits for the hands), and a menu that holds the focus where it covers the
// page. Everything here works without it too.
const faults = document.getElementById("fel");
const notice = document.querySelector("main > .notice[role=status]");
if (faults) {
  document.title = `Fel: ${document.title}`;
  faults.focus();
} else if (notice && location.hash === "" && !document.querySelector("[autofocus]")) {
  notice.tabIndex = -1;
  notice.focus();
}

// On a narrow screen the menu is opened by its address and covers the page: what lies behind is then out of reach.
const menu = document.getElementById("meny");
if (menu) {
  const opener = document.querySelector(".menu-link");
  let isOpen = false;

  const follow = () => {
    const wasOpen = isOpen;
    isOpen = location.hash === "#meny" && getComputedStyle(menu).position === "fixed";
    if (isOpen === wasOpen) return;
    for (const part of document.querySelectorAll(".skip, .banner, .practice, main")) part.inert = isOpen;
    if (isOpen) menu.querySelector(".close").focus();
    else if (opener.checkVisibility()) opener.focus();
  };

  // Without this the link leads to the text, past the opener that the focus goes back to.
  menu.querySelector(".close").addEventListener("click", (event) => {
    event.preventDefault();
    location.hash = "";
  });
  addEventListener("hashchange", follow);
  addEventListener("resize", follow);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen || event.defaultPrevented) return;
    event.preventDefault();
    location.hash = "";
  });
  follow();
}
