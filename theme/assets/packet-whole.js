// Binds pages into one document: fetched from our own host, without what only a screen needs, their sources and help once.
(() => {
const CUT = "nav, form, script, noscript, .search-field, .files, [hidden], .elsewhere";
const NOT_TOLD = ["take", "related", "print", "leaving", "review"]; // parts of a page that only lead on

globalThis.libraryWhole = async ({ pages, line, address, root, edition, made, drawn }) => {
  const help = new URL("help/", root).href, places = new Map(pages.map(({ href }, at) => [href, `p${at + 1}`])).set(help, "ph");
  // In the order of the alphabet: what is asked for says nothing of the order that somebody chose.
  const come = new Map(await Promise.all([...places.keys()].sort().map(async (href) => [href, await fetched(href)])));
  const sources = new Map(), parts = [...places].map(([href, name]) => bound(come.get(href), { href, name, places, sources, root }));
  const whole = made("div", "", { className: "whole" }), front = made("section"), contents = made("ol");
  for (const part of parts) {
    const row = made("li");
    row.append(made("a", part.querySelector("h1").textContent, { href: `#${part.id}` }));
    contents.append(row);
  }
  front.append(made("h1", "Pages for you"));
  if (line) {
    const sender = document.querySelector("[data-sender]").cloneNode(true);
    sender.hidden = false;
    sender.querySelector("blockquote").textContent = line;
    front.append(sender);
  }
  const [picture] = await drawn("Q"), code = made("figure", "", { className: "code" });
  code.append(picture, made("figcaption", `These pages on a screen: ${address.replace(/^https?:\/\//, "")}`)); // no word of the line
  front.append(contents, made("p", "If you might hurt yourself or someone else, or someone is hurting you, call your emergency number now."), code, made("p", edition, { className: "small" }));
  const last = parts.pop();
  whole.append(front, ...parts);
  if (sources.size) {
    const end = made("article"), entries = made("ul"), box = made("div", "", { className: "sources" });
    entries.append(...[...sources].sort().map(([, entry]) => entry));
    box.append(entries);
    end.append(made("h1", "Sources"), box);
    whole.append(end);
  }
  whole.append(last);
  for (const link of whole.querySelectorAll('a[href^="#"]')) if (!whole.querySelector(`[id="${link.hash.slice(1)}"]`)) link.setAttribute("href", link.hash.replace(/-.*/, ""));
  return whole;
};

async function fetched(href) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
}

// One page as a part: its anchors get a name before them, and its links lead to what is in the document, or to the site.
function bound(page, { href, name, places, sources, root }) {
  for (const files of page.querySelectorAll(".lit > p + .files")) files.parentNode.remove();
  for (const one of page.querySelectorAll(CUT)) one.remove();
  for (const anchor of NOT_TOLD) {
    for (let one = page.querySelector(`:is(h2, h3)#${anchor}`); one;) {
      const next = one.nextElementSibling;
      one.remove();
      one = next?.matches("h2, h3") ? null : next;
    }
  }
  for (const entry of page.querySelectorAll(".sources li")) sources.set(entry.id || entry.textContent, entry);
  for (const one of page.querySelectorAll(".sources, h2#sources")) one.remove();
  for (const one of page.querySelectorAll("section[aria-labelledby]")) one.removeAttribute("aria-labelledby"); // two pages can name a part alike
  for (const one of page.querySelectorAll("[id]")) one.id = `${name}-${one.id}`;
  for (const fact of ["aria-labelledby", "aria-describedby"]) for (const one of page.querySelectorAll(`[${fact}]`)) {
    one.setAttribute(fact, one.getAttribute(fact).split(" ").map((id) => `${name}-${id}`).join(" "));
  }
  for (const link of page.querySelectorAll("a[href]")) {
    const to = new URL(link.getAttribute("href"), href), [there, anchor] = to.href.split("#"), inside = places.get(there);
    if (to.href.startsWith(root.href)) link.dataset.own = ""; // on paper, its address says nothing to a reader
    link.setAttribute("href", inside && anchor?.startsWith("source-") ? `#${anchor}` : inside ? `#${inside}${anchor ? `-${anchor}` : ""}` : to.href);
  }
  const part = document.createElement("article");
  part.id = name;
  part.append(...page.childNodes);
  return part;
}

// The document as one file: its own styles, no script, nothing from elsewhere, and a way to help and out.
globalThis.librarySaved = async (whole) => {
  const page = document.implementation.createHTMLDocument(document.title), { head, body } = page;
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].map(async ({ href }) => (await fetch(href)).text());
  const style = (await Promise.all(sheets)).join("\n").replace(/@font-face\s*{[^}]*}/g, "");
  page.documentElement.lang = document.documentElement.lang;
  const facts = [
    { "http-equiv": "Content-Security-Policy", content: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" },
    ...["viewport", "color-scheme", "referrer", "format-detection"].map((name) => ({ name, content: document.querySelector(`meta[name=${name}]`).content })),
  ];
  for (const fact of [{ charset: "utf-8" }, ...facts].reverse()) {
    const meta = page.createElement("meta");
    for (const key in fact) meta.setAttribute(key, fact[key]);
    head.prepend(meta);
  }
  const rail = document.querySelector(".handrail").cloneNode(true), main = page.createElement("main"), said = page.createElement("p");
  for (const link of rail.querySelectorAll("a:not([data-leave])")) link.setAttribute("href", "#ph");
  main.id = "main";
  main.tabIndex = -1;
  said.className = "small";
  said.textContent = `Saved on ${new Date().toLocaleDateString(page.documentElement.lang, { dateStyle: "long" })}. Phone numbers can have changed since. Others who use this device can find this file.`;
  whole.querySelector("section").append(said);
  main.append(whole);
  body.append(rail, main);
  // As words: our own policy would refuse the element here, and say so.
  const words = page.documentElement.outerHTML.replace("</head>", () => `<style>${style}</style></head>`);
  return new Blob([`<!doctype html>\n${words}`], { type: "text/html" });
};
})();
