(() => {
  "use strict";
  let generation = document.currentScript.dataset.generasi;
  const key = "pilkada-gulir " + location.pathname;
  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    addEventListener("load", () => scrollTo(0, Number(kept)));
  }
  // A page without its styles and scripts, to see whether a new one says anything else.
  const bare = (page) => {
    const root = page.documentElement.cloneNode(true);
    for (const part of root.querySelectorAll("style,script,pilkada-temuan,pilkada-sunting")) part.remove();
    return root.outerHTML.replace(/\s*<\/body>\s*/, "</body>");
  };
  const shown = bare(document);
  const fetched = async () => {
    const answer = await fetch(location.href, { cache: "no-store" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  // Styles change in place; anything else needs the page anew, where it was scrolled to.
  const renew = async (next) => {
    const fresh = await fetched().catch(() => null);
    if (fresh && bare(fresh) === shown) {
      const styles = fresh.querySelectorAll("style");
      document.querySelectorAll("style").forEach((style, place) => {
        if (styles[place] && style.textContent !== styles[place].textContent) style.textContent = styles[place].textContent;
      });
      generation = String(next);
      return;
    }
    sessionStorage.setItem(key, String(scrollY));
    location.reload();
  };

  const element = (name, text, parent) => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  };
  const host = document.createElement("pilkada-temuan");
  const root = host.attachShadow({ mode: "open" });
  const show = (said) => {
    host.remove();
    root.replaceChildren();
    if (said.temuan.length === 0) return;
    const grave = said.temuan.some((finding) => finding.tingkat === "galat");
    const style = element("style", "", root);
    style.textContent =
      "details{position:fixed;z-index:2147483647;inset:auto 0 0 auto;max-width:min(60rem,100vw);max-height:80vh;" +
      "overflow:auto;box-sizing:border-box;padding:.5rem 1rem;background:#1c1c1c;color:#f4f4f4;" +
      "font:14px/1.5 ui-monospace,monospace;border-top:4px solid #e5b800}" +
      "details.galat{border-color:#e0454b}summary{cursor:pointer}p,pre{margin:.25rem 0;white-space:pre-wrap}" +
      "article{padding:.75rem 0;border-top:1px solid #555}strong{color:#ffd75e}.galat strong{color:#ff8a8e}";
    const box = element("details", "", root);
    box.className = grave ? "galat" : "";
    box.open = grave;
    element("summary", said.ringkasan, box);
    for (const finding of said.temuan) {
      const article = element("article", "", box);
      const head = element("p", "", article);
      head.className = finding.tingkat;
      element("strong", finding.sebutan + (finding.kode && "[" + finding.kode + "]"), head);
      head.append(": " + finding.pesan);
      for (const spot of finding.tempat) {
        element("p", spot.tempat, article);
        if (spot.baris) element("pre", "  | " + spot.baris, article);
        if (spot.keterangan) element("p", "  ^ " + spot.keterangan, article);
      }
      for (const more of [finding.sebab, finding.saran]) if (more) element("p", "= " + more, article);
    }
    document.documentElement.append(host);
  };

  const source = new EventSource("/_pilkada/peristiwa");
  source.addEventListener("muat", (event) => renew(JSON.parse(event.data).generasi));
  source.addEventListener("temuan", async (event) => {
    const said = JSON.parse(event.data);
    if (String(said.generasi) !== generation) await renew(said.generasi);
    show(said);
  });
})();
