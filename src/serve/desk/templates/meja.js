// What was typed is not lost by a wrong click, and findings stand beside a field while it is filled in; all else works without a script.
(() => {
  "use strict";
  const form = document.getElementById("formulir");
  if (!form) return;
  let changed = document.querySelector(".pesan.galat") !== null;
  form.addEventListener("input", () => (changed = true));
  form.addEventListener("submit", () => (changed = false));
  addEventListener("beforeunload", (event) => changed && event.preventDefault());

  // The desk draws the form as it was typed, with what the rules say then; only that is taken over.
  let waiting, asking;
  const check = async () => {
    const sent = new FormData(form);
    [...sent.keys()].filter((name) => name.endsWith("@")).forEach((name) => sent.delete(name));
    sent.set("_aksi", "periksa:");
    asking?.abort();
    asking = new AbortController();
    const answer = await fetch(form.action, { method: "POST", body: sent, signal: asking.signal }).catch(() => null);
    if (!answer?.ok) return;
    const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
    const places = new Map([...drawn.querySelectorAll("[data-temuan]")].map((place) => [place.dataset.temuan, place]));
    for (const place of form.querySelectorAll("[data-temuan]")) {
      const found = [...(places.get(place.dataset.temuan)?.querySelectorAll(".temuan") ?? [])];
      // Whoever is still typing is not told that it is not finished.
      if (found.length > place.children.length && place.closest(".bidang")?.contains(document.activeElement)) continue;
      const told = found.map((remark) => document.importNode(remark, true));
      if (told.map((remark) => remark.textContent).join() === place.textContent.trim()) continue;
      place.replaceChildren(...told);
      const field = document.getElementById(place.dataset.temuan);
      if (found.some((remark) => remark.classList.contains("galat"))) field?.setAttribute("aria-invalid", "true");
      else field?.removeAttribute("aria-invalid");
    }
  };
  if (document.getElementById("periksa")) {
    const soon = (event) => {
      if (event.target.type === "file") return;
      clearTimeout(waiting);
      waiting = setTimeout(check, 800);
    };
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    form.addEventListener("submit", () => (clearTimeout(waiting), asking?.abort()));
  }

  // The source that was named last is offered where none is named yet.
  const LAST = "pilkada-sumber";
  const sources = [...form.querySelectorAll('input[list="daftar-sumber"]')];
  const offer = () => {
    const last = sessionStorage.getItem(LAST);
    for (const field of sources) {
      let button = field.nextElementSibling?.classList.contains("pakai") ? field.nextElementSibling : null;
      const isWanted = last && !field.value && [...document.querySelectorAll("#daftar-sumber option")].some((one) => one.value === last);
      if (!isWanted) button?.remove();
      if (!isWanted) continue;
      if (!button) {
        button = Object.assign(document.createElement("button"), { type: "button", className: "pakai" });
        button.addEventListener("click", () => {
          field.value = sessionStorage.getItem(LAST);
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.dispatchEvent(new Event("change", { bubbles: true }));
          field.focus();
        });
        field.after(button);
      }
      button.textContent = `${form.dataset.pakai} ${last}`;
    }
  };
  for (const field of sources)
    field.addEventListener("change", () => {
      if (field.value) sessionStorage.setItem(LAST, field.value);
      offer();
    });
  const named = sources.filter((field) => field.value).map((field) => field.value);
  if (named.length) sessionStorage.setItem(LAST, named.at(-1));
  offer();
})();
