// What is pasted from a word processor or a page becomes Markdown, in the fields that hold a text.
(() => {
  "use strict";
  const form = document.getElementById("formulir");
  if (!form) return;

  // Styles are read and not applied: the desk's policy lets none in, and says so of each.
  const STYLE = "data-tata";
  const disarmed = (html) => html.replace(/<style[^]*?<\/style>/gi, "").replace(/(\s)style(\s*=)/gi, `$1${STYLE}$2`);
  const armed = (text) => text.replaceAll(STYLE, "style");

  // Marks that Markdown would read stand as they were written.
  const plain = (text) =>
    armed(text).replace(/\s+/g, " ").replace(/[\\`*_[\]<>|]/g, "\\$&").replace(/^(\d+)([.)]) /, "$1\\$2 ").replace(/^([-+#]) /, "\\$1 ");
  const line = (node) => inside(node).replace(/\s+/g, " ").trim();
  const around = (mark, text) => {
    const [, before, words, after] = /^(\s*)([^]*?)(\s*)$/.exec(text);
    return words ? before + mark + words + mark + after : text;
  };
  const inside = (node) => [...node.childNodes].map(inline).join("");

  const inline = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return plain(node.nodeValue);
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    const name = node.localName;
    if (/^(style|script|title|meta|link|xml|o:p)$/.test(name) || /mso-list:\s*ignore/i.test(node.getAttribute(STYLE) ?? "")) return "";
    if (name === "br") return "\n";
    if (name === "img") return "";
    const style = node.getAttribute(STYLE) ?? "";
    let text = inside(node);
    const href = name === "a" ? node.getAttribute("href") : null;
    if (href && /^(https?|mailto|tel):/i.test(href)) return text.trim() ? `[${text.trim()}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)` : "";
    const heavy = name === "strong" || (name === "b" && !/font-weight:\s*(normal|400)/i.test(style)) || /font-weight:\s*(bold|[6-9]00)/i.test(style);
    if (name === "em" || (name === "i" && !/font-style:\s*normal/i.test(style)) || /font-style:\s*italic/i.test(style)) text = around("*", text);
    return heavy ? around("**", text) : text;
  };

  const list = (node, depth) => {
    let number = Number(node.getAttribute("start") ?? 1);
    return [...node.children]
      .map((item) => {
        if (/^[uo]l$/.test(item.localName)) return list(item, depth + 1);
        const mark = node.localName === "ol" ? `${number++}. ` : "- ";
        const inner = [...item.children].filter((child) => /^[uo]l$/.test(child.localName));
        const own = item.cloneNode(true);
        own.querySelectorAll("ul, ol").forEach((other) => other.remove());
        return ["   ".repeat(depth) + mark + line(own), ...inner.map((other) => list(other, depth + 1))].join("\n");
      })
      .join("\n");
  };

  const table = (node) => {
    const rows = [...node.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => line(cell)));
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (width < 2) return rows.map((row) => row.join(" ")).join("\n\n");
    const drawn = rows.map((row) => `| ${Array.from({ length: width }, (_, place) => row[place] ?? "").join(" | ")} |`);
    return [drawn[0], `|${" --- |".repeat(width)}`, ...drawn.slice(1)].join("\n");
  };

  // Word writes an item of a list as a paragraph with its mark in a part that other programs pass over.
  const wordItem = (node) => {
    const level = /mso-list:\s*\S+\s+level(\d+)/i.exec(node.getAttribute(STYLE) ?? "");
    if (!level) return null;
    const mark = [...node.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute(STYLE) ?? ""));
    const number = /^\s*(\d+)[.)]/.exec(mark?.textContent ?? "");
    return "   ".repeat(Number(level[1]) - 1) + (number ? `${number[1]}. ` : "- ") + line(node);
  };

  const blocks = (node, out) => {
    let loose = "";
    const close = () => {
      const text = loose.replace(/ +/g, " ").replace(/ *\n */g, "  \n").trim();
      if (text) out.push(text);
      loose = "";
    };
    for (const child of node.childNodes) {
      const name = child.nodeType === Node.ELEMENT_NODE ? child.localName : "";
      const heading = /^h([1-6])$/.exec(name);
      const item = name === "p" ? wordItem(child) : null;
      const isBlock = heading || item !== null || /^(p|div|section|article|main|header|footer|blockquote|ul|ol|table|body|pre|dl|dt|dd|center)$/.test(name);
      if (!isBlock) {
        // A wrapper of paragraphs, as some programs put around a whole text.
        if (name && child.querySelector("p, div, ul, ol, table, h1, h2, h3")) blocks(child, (close(), out));
        else loose += inline(child);
        continue;
      }
      close();
      if (heading) {
        const words = line(child);
        // The page's title is the only heading of the first level.
        if (words) out.push(`${"#".repeat(Math.min(4, Math.max(2, Number(heading[1]))))} ${words.replace(/\*\*/g, "")}`);
      } else if (item !== null) {
        const last = out.length - 1;
        if (/^ *(-|\d+\.) /.test(out[last] ?? "") && child.previousElementSibling?.getAttribute(STYLE)?.includes("mso-list")) out[last] += `\n${item}`;
        else out.push(item);
      } else if (/^[uo]l$/.test(name)) out.push(list(child, 0));
      else if (name === "table") out.push(table(child));
      else if (name === "blockquote") {
        const inner = [];
        blocks(child, inner);
        out.push(inner.join("\n\n").replace(/^/gm, "> "));
      } else blocks(child, out);
    }
    close();
  };

  const markdown = (html) => {
    const out = [];
    blocks(new DOMParser().parseFromString(disarmed(html), "text/html").body, out);
    return out.filter(Boolean).join("\n\n");
  };

  form.addEventListener("paste", (event) => {
    const field = event.target;
    const html = event.clipboardData?.getData("text/html");
    if (!html || field.id !== "_isi") return;
    const text = markdown(html);
    if (!text) return;
    event.preventDefault();
    // This way, and no other, what was pasted can be taken back.
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
})();
