// What was typed is not lost by a wrong click; all else works without a script.
(() => {
  "use strict";
  const form = document.getElementById("formulir");
  if (!form) return;
  let changed = document.querySelector(".pesan.galat") !== null;
  form.addEventListener("input", () => (changed = true));
  form.addEventListener("submit", () => (changed = false));
  addEventListener("beforeunload", (event) => changed && event.preventDefault());
})();
