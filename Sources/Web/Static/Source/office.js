// What every page has: focus on what was wrong, and search from anywhere. Everything here works without it too.
const faults = document.getElementById("fel");
if (faults) faults.focus();
