// Finds a topic by its short code: one that is typed, or one in an address that leads nowhere. Capitals, marks, letters
// that look alike and one slip are forgiven. What is typed stays on the device.
(() => {
  const script = document.currentScript.src, root = new URL("..", script), form = document.querySelector("[data-codes]");
  const field = form.querySelector("input"), said = form.querySelector("[role=status]");
  const alike = { 0: "o", 1: "l", i: "l", 5: "s" };
  const plain = (text) => text.toLowerCase().replace(/[01i5]/g, (sign) => alike[sign]).replace(/[^a-z]/g, "");
  const folder = (path) => path.slice(root.pathname.length).split("/")[0];

  // Every code, and every folder of a topic, by its letters. The list is fetched whole, and only when somebody needs it.
  let names, gone, coming;
  const load = () => coming ??= new Promise((done, failed) => document.head.append(Object.assign(document.createElement("script"), { src: new URL("codes.js", script), onload: done, onerror: failed }))).then(() => {
    const { codes, folders, gone: files } = globalThis.libraryCodes;
    names = [...codes.map(([code, title]) => [plain(code), way(`m/${code}/`, title, { code })]), ...folders.map(([at, title, back]) => [plain(at), way(at, title, { back })])];
    gone = files;
  }, (error) => { coming = undefined; throw error; });
  function way(at, title, more) {
    const to = new URL(at, root);
    if (to.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
    return { href: to.href, pathname: to.pathname, title, ...more };
  }

  // One letter more, less, changed, or two that changed places.
  function near(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const [a, b] = [one.slice(at), other.slice(at)];
    return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  }

  // What was meant: the one that it is, or some that it may be.
  function meant(text) {
    const parts = text.replace(/^\w+:\/\/[^/]*|[?#].*|index\.html?$/g, "").replace(/^.*\/(?=m\/)/i, "").split("/").map(plain).filter(Boolean);
    if (parts[0] === "m") parts.shift();
    const whole = parts.join(""), these = (fits) => names.filter(([name]) => fits(name)).map(([, one]) => one);
    const exact = whole ? these((name) => name === whole) : [];
    if (exact.length) return { one: exact.filter((one) => one.code).length < 2 && exact[0], some: exact };
    return { some: whole ? these((name) => name === parts[0] || near(name, whole)) : [] };
  }

  const linked = ({ href, title }) => Object.assign(document.createElement("a"), { href, textContent: title });
  const say = (place, before, ways, after) => place.replaceChildren(before, ...ways.flatMap((one, at) => at ? [" or ", linked(one)] : [linked(one)]), after);

  field.addEventListener("focus", () => load().catch(() => {}), { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try { await load(); } catch { return say(said, "The list of codes did not load. You can try again when the signal is better.", [], ""); }
    const { one, some } = meant(field.value);
    if (one) location.assign(one.href);
    else if (some.length) say(said, "Did you mean ", some, "?");
    else say(said, field.value.trim() ? "No topic here has that code. Look at it once more, or pick a topic from the list." : "Type the code first.", [], "");
  });

  // On the page for lost addresses, the address itself is looked at.
  if (form.dataset.codes) load().then(() => {
    let path = location.pathname.slice(root.pathname.length);
    try { path = decodeURIComponent(path); } catch { /* not an address that anybody wrote */ }
    const { one, some } = meant(path), told = Object.assign(document.createElement("p"), { className: "notice" });
    const same = some[0] && !some[0].code && folder(some[0].pathname) === folder(location.pathname), file = gone.find(([each]) => each === path);
    if (file) told.append("This file is gone. ", file[1], ...file[3] ? [" ", linked(way(file[2], file[3]))] : []);
    else if (one && one.pathname !== location.pathname) location.replace(one.href + location.hash);
    else if (some.length) say(told, same ? (some[0].back ? "What was here was taken back. You can read why: " : "The topic itself is here: ") : "Did you mean ", some, same ? "." : "?");
    else if (/^m\b/i.test(path)) say(told, "No topic has the code in that address. You can type the code again here, or pick a topic.", [], "");
    if (told.textContent) document.querySelector(".lead").after(told);
  }).catch(() => {});
})();
