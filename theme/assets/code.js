// Finds a topic by its short code: one that is typed, or one in an address that leads nowhere. Capitals, marks, letters
// that look alike and one slip are forgiven. What is typed stays on the device.
(() => {
  const root = new URL("..", document.currentScript.src).pathname, form = document.querySelector("[data-codes]");
  const field = form.querySelector("input"), said = form.querySelector("[role=status]");
  const alike = { 0: "o", 1: "l", i: "l", 5: "s" };
  const plain = (text) => text.toLowerCase().replace(/[01i5]/g, (sign) => alike[sign]).replace(/[^a-z]/g, "");

  // Every code, and every folder of a topic, by its letters.
  const folder = (link) => link.pathname.slice(root.length).split("/")[0];
  const names = [...form.querySelectorAll("[data-code]")].map((link) => [plain(link.dataset.code), link]);
  names.push(...[...document.querySelectorAll(".topics a, [data-folder]")].map((link) => [plain(folder(link)), link]));

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
    const whole = parts.join(""), these = (fits) => names.filter(([name]) => fits(name)).map(([, link]) => link);
    const exact = whole ? these((name) => name === whole) : [];
    if (exact.length) return { one: exact.filter((link) => link.dataset.code).length < 2 && exact[0], some: exact };
    return { some: whole ? these((name) => name === parts[0] || near(name, whole)) : [] };
  }

  function say(place, before, links, after) {
    place.replaceChildren(before, ...links.flatMap((link, at) => {
      const made = Object.assign(document.createElement("a"), { href: link.href, textContent: link.textContent });
      return at ? [" or ", made] : [made];
    }), after);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { one, some } = meant(field.value);
    if (one) location.assign(one.href);
    else if (some.length) say(said, "Did you mean ", some, "?");
    else say(said, field.value.trim() ? "No topic here has that code. Look at it once more, or pick a topic from the list." : "Type the code first.", [], "");
  });

  // On the page for lost addresses, the address itself is looked at.
  if (form.dataset.codes) {
    let path = location.pathname.slice(root.length);
    try { path = decodeURIComponent(path); } catch { /* not an address that anybody wrote */ }
    const { one, some } = meant(path), told = Object.assign(document.createElement("p"), { className: "notice" });
    const gone = some[0] && !some[0].dataset.code && folder(some[0]) === folder(location), file = [...form.querySelectorAll("[data-gone]")].find((each) => each.dataset.gone === path);
    if (file) told.append("This file is gone. ", ...file.cloneNode(true).childNodes);
    else if (one && one.pathname !== location.pathname) location.replace(one.href + location.hash);
    else if (some.length) say(told, gone ? (some[0].dataset.folder ? "What was here was taken back. You can read why: " : "The topic itself is here: ") : "Did you mean ", some, gone ? "." : "?");
    else if (/^m\b/i.test(path)) say(told, "No topic has the code in that address. You can type the code again here, or pick a topic.", [], "");
    if (told.textContent) document.querySelector(".lead").after(told);
  }
})();
