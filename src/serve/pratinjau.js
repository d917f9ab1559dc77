(() => {
  "use strict";
  const generation = document.currentScript.dataset.generasi;
  const key = "pilkada-gulir " + location.pathname;
  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    addEventListener("load", () => scrollTo(0, Number(kept)));
  }
  const reload = () => {
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
      if (finding.tempat) element("p", finding.tempat, article);
      if (finding.baris) element("pre", "  | " + finding.baris, article);
      for (const more of [finding.sebab, finding.saran]) if (more) element("p", "= " + more, article);
    }
    document.documentElement.append(host);
  };

  const source = new EventSource("/_pilkada/peristiwa");
  source.addEventListener("muat", reload);
  source.addEventListener("temuan", (event) => {
    const said = JSON.parse(event.data);
    if (String(said.generasi) === generation) show(said);
    else reload();
  });
})();
