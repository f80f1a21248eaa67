// Puts pages together in one link, and shows what such a link holds. All of it stands behind the #, which no server is told.
(() => {
const { base, edition, topics, was, gone } = globalThis.libraryPages, MOST = 12, LONGEST = 280;
const assets = document.currentScript.src, root = new URL("..", assets), folder = location.protocol === "file:";
const main = document.querySelector("#main"), title = main.querySelector("h1"), usual = title.textContent;
const part = (name) => main.querySelector(`[data-${name}]`);
const made = (tag, words = "", facts = {}) => Object.assign(document.createElement(tag), { textContent: words, ...facts });
const own = main.querySelector("#own"), order = part("order"), code = part("code");

// Every page by each of its names: coreg, coreg.practice, co-regulation.practice. One that was taken back stands for its parts.
const PARTS = { "": "Read", practice: "Try", handout: "One sheet" }, FILES = { handout: "-one-sheet", clinicians: "-for-clinicians" };
const known = new Map();
for (const [short, id, pages, back] of topics) for (const [name, [called, says]] of Object.entries(pages)) {
  const end = name && `.${name}`, file = back ? "" : new URL(`${id}/${short}${FILES[name] ?? ""}.pdf`, root).href;
  const href = new URL(`${id}/${name && `${name}/`}${folder ? "index.html" : ""}`, root).href;
  const one = { name: short + end, topic: pages[""][0], called, says, back, href, file };
  for (const key of [short, id]) known.set(key + end, one);
}
for (const [name, address] of Object.entries(gone)) known.set(name, { name, topic: "", called: "A page that is gone", says: "It tells why.", back: true, href: new URL(address + (folder ? "index.html" : ""), root).href, file: "" });
for (const [old, now] of Object.entries(was)) if (!known.has(old) && known.has(now)) known.set(old, known.get(now));
const find = (name) => known.get(name) ?? [known.get(name.split(".")[0])].find((one) => one?.back);

// What is in a link. Whatever is wrong with it, the rest is shown.
function read(hash) {
  const [list, ...facts] = hash.slice(1).split("&"), troubles = [];
  const names = decoded(list)[0].toLowerCase().split(/[^a-z0-9.-]+/).map((name) => name.replace(/^[.-]+|[.-]+$/g, "")).filter(Boolean);
  const found = [...new Set(names.map(find))].filter(Boolean), lost = names.filter((name) => !find(name)).length;
  if (lost) troubles.push(`${lost > 1 ? `${lost} pages in this link are` : "One page in this link is"} not known here. The link may be from another version, or a letter of it was lost.`);
  if (found.length > MOST) troubles.push(`This link names ${found.length} pages. A packet holds twelve: here are the first twelve.`);
  const [said, broken] = decoded(facts.join("&").match(/(?:^|&)line=(.*)/s)?.[1] ?? ""), line = [...clean(said)];
  if (broken) troubles.push("A part of the line could not be read.");
  if (line.length > LONGEST) troubles.push("The line is longer than a packet holds. Here is its start.");
  return { pages: found.slice(0, MOST), line: line.slice(0, LONGEST).join(""), troubles };
}

function decoded(text) {
  try { return [decodeURIComponent(text), false]; } catch {
    const read = (run) => new TextDecoder().decode(new Uint8Array(run.slice(1).split("%").map((byte) => parseInt(byte, 16))));
    return [text.replace(/(%[0-9a-f]{2})+/gi, read), true];
  }
}

// Nothing that cannot be seen, that turns the words round, or that piles marks on a letter until they cover our own words.
const clean = (text) => text.normalize("NFC").replace(/[\ufe0f\u{e0000}-\u{e007f}]/gu, "").replace(/[\p{Cc}\p{Co}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\ufeff]/gu, " ")
  .replace(/(\p{M}{3})\p{M}+/gu, "$1").replace(/\s+/g, " ").trim();

// A program that looks for links in a message stops at some signs, so none of them is left as it is.
const coded = (text) => encodeURIComponent(text).replace(/[!'()*.~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const place = folder ? base && `${base}packet/` : new URL("packet/", root).href;
const linked = (pages, line) => `${place}#${pages.map(({ name }) => name).join("+")}${line && `&line=${coded(line)}`}`;

const views = {};
for (const name of ["make", "shown"]) {
  const box = part(name);
  views[name] = [...box.children];
  box.remove();
}
const fixed = [...main.children].filter((one) => one !== code && one !== title), start = fixed.find((one) => one.tagName === "H2");
for (const one of fixed) if (one.matches("p:not(.lead)") && one.nextElementSibling === start) one.remove(); // it asks for this script
start.before(...views.make);
main.append(...views.shown);

let chosen = [], current = { pages: [], line: "" }, listed;
function view(name) {
  if (name !== "whole") listed = name;
  for (const one of fixed) one.hidden = name !== "make";
  for (const each of ["make", "shown"]) for (const one of views[each]) one.hidden = each !== name;
  title.hidden = name === "whole";
  title.textContent = name === "make" ? usual : "Pages for you";
  document.querySelector("aside.help").hidden = name === "whole"; // all of it stands in the document
  main.querySelector(".whole")?.remove();
}

function show() {
  const name = location.hash.slice(1);
  if (!find(name) && document.getElementById(name)) return; // a place on this page
  if (!name) return view("make");
  current = read(location.hash);
  view("shown");
  const { pages, line, troubles } = current;
  part("sender").hidden = !line;
  part("sender").querySelector("blockquote").textContent = line;
  if (!pages.length) troubles.push("There is no page to show. You can look under Topics, in the menu.");
  part("troubles").hidden = !troubles.length;
  part("troubles").replaceChildren(...troubles.map((one) => made("li", one)));
  part("list").replaceChildren(...pages.map(({ href, called, says }) => {
    const row = made("li");
    row.append(made("a", called, { href }), made("p", says));
    return row;
  }));
  for (const one of views.shown.slice(2, -1)) one.hidden = !pages.length;
}

// Making one.
for (const [short, , pages, back] of topics) if (!back) {
  const set = made("fieldset");
  set.append(made("legend", pages[""][0]));
  for (const [name, words] of Object.entries(PARTS)) if (pages[name]) {
    const row = made("label"), box = made("input", "", { type: "checkbox", value: short + (name && `.${name}`) });
    row.append(box, words);
    set.append(row);
  }
  part("topics").append(set);
}
const boxes = [...part("topics").querySelectorAll("input")], say = (words) => { part("said").textContent = words; };
part("topics").addEventListener("change", ({ target }) => {
  const one = find(target.value);
  if (!target.checked) return takeOut(one);
  if (chosen.length === MOST) {
    target.checked = false;
    return say("A packet holds twelve pages. Take one out first.");
  }
  chosen.push(one);
  draw();
  say(`${one.called} is number ${chosen.length} of ${chosen.length}.`);
});

function takeOut(one) {
  chosen = chosen.filter((other) => other !== one);
  for (const box of boxes) if (box.value === one.name) box.checked = false;
  draw();
  say(chosen.length ? `${one.called} is out. ${chosen.length} left.` : "Nothing is chosen yet.");
}

function move(one, by) {
  const from = chosen.indexOf(one), to = from + by;
  if (!chosen[to]) return say(`${one.called} is ${by < 0 ? "first" : "last"} already.`);
  [chosen[from], chosen[to]] = [chosen[to], one];
  draw();
  order.children[to].querySelectorAll("button")[by < 0 ? 0 : 1].focus();
  say(`${one.called} is number ${to + 1} of ${chosen.length}.`);
}

function draw() {
  order.replaceChildren(...chosen.map((one, at) => {
    const row = made("li", one.called), presses = made("span", "", { className: "choices" });
    const deeds = { Up: () => move(one, -1), Down: () => move(one, 1), "Take out": () => {
      takeOut(one);
      ((order.children[at] ?? order.lastElementChild)?.querySelectorAll("button")[2] ?? boxes[0]).focus();
    } };
    const last = { Up: !at, Down: at === chosen.length - 1 };
    for (const [words, onclick] of Object.entries(deeds)) {
      const button = made("button", words, { className: "do quiet", type: "button", onclick });
      button.setAttribute("aria-label", `${words}: ${one.called}`);
      if (last[words]) button.setAttribute("aria-disabled", "true"); // it keeps the focus, and a press says why
      presses.append(button, " ");
    }
    row.append(presses);
    return row;
  }));
  current = { pages: chosen, line: [...clean(own.value)].slice(0, LONGEST).join("") };
  part("none").hidden = chosen.length > 0;
  part("ready").hidden = !chosen.length;
  part("restart").hidden = !chosen.length && !own.value;
  part("link").textContent = place ? linked(current.pages, current.line) : "This copy lies in a folder, and names no place on the web. So there is no link to send.";
  for (const done of main.querySelectorAll("[data-done]")) done.replaceChildren();
}
own.addEventListener("input", draw);
for (const form of main.querySelectorAll("form")) form.addEventListener("submit", (event) => event.preventDefault());

function empty(pages = []) {
  chosen = pages.filter(({ back }) => !back);
  own.value = "";
  part("restart").open = false;
  for (const box of boxes) box.checked = chosen.some(({ name }) => name === box.value);
  draw();
  say(chosen.length ? "These pages are chosen now." : "Nothing is chosen yet.");
}

// What is done with it.
const loads = {};
const load = (name) => loads[name] ??= new Promise((done, failed) => document.head.append(made("script", "", { src: new URL(name, assets), onload: done, onerror: failed }))).catch((error) => { delete loads[name]; throw error; });
async function copy(words, done) {
  try { await navigator.clipboard.writeText(words); done.textContent = "Copied."; }
  catch { done.textContent = "Could not copy. Select the link and copy it yourself."; }
}

// A code that holds much is too fine for a camera, so a long line stays out of it.
const FINE = 250;
async function drawn(level) {
  if (!globalThis.libraryQr) await load("qr.js");
  const all = linked(current.pages, current.line), held = all.length > FINE ? linked(current.pages, "") : all;
  return [globalThis.libraryQr(held, level), held !== all];
}

async function showCode() {
  const [picture, cut] = await drawn();
  if (!code.hidden || !current.pages.length) return; // pressed twice, or emptied meanwhile
  part("says").textContent = cut ? "A camera opens the pages by this code. Your line is too long for it: send it another way." : "A camera opens the packet by this code.";
  part("says").before(picture);
  cover(true);
  code.querySelector("button").focus();
}

// Over all of the page but the handrail.
function cover(on) {
  code.hidden = !on;
  for (const one of [document.querySelector("header"), document.querySelector("footer"), document.querySelector("aside.help"), ...[...main.children].filter((one) => one !== code)]) if (one) one.inert = on;
  if (on) return;
  for (const picture of code.querySelectorAll("svg")) picture.remove();
  part("ready").querySelector("[data-do=code]").focus();
}
addEventListener("keydown", ({ key }) => { if (key === "Escape" && !code.hidden) cover(false); });

let binding = false;
async function bind(done, then) {
  if (folder) return offerFiles(done);
  if (binding) return;
  binding = true;
  done.textContent = "Fetching the pages.";
  try {
    if (!globalThis.libraryWhole) await load("packet-whole.js");
    const whole = await globalThis.libraryWhole({ ...current, address: linked(current.pages, ""), root, edition, made, drawn });
    done.replaceChildren();
    await then(whole);
  } catch { done.textContent = "Some of it did not load, so nothing was made. You can try again when the signal is better."; } finally { binding = false; }
}

// From a folder, a browser lets no page read another.
function offerFiles(done) {
  const rows = made("ul");
  for (const file of new Set(current.pages.map((one) => one.file).filter(Boolean))) {
    const row = made("li"), one = current.pages.find((page) => page.file === file);
    row.append(made("a", `${file.includes("-one-sheet") ? one.called : one.topic} (PDF)`, { href: file }));
    rows.append(row);
  }
  done.replaceChildren(made("p", "This copy lies in a folder, where no page can fetch another. These files hold the same words:"), rows);
}

function onPaper(whole) {
  const back = made("p", "", { className: "by-script" }), before = listed;
  back.append(made("button", "Back to the list", { className: "do quiet", type: "button", onclick: () => { view(before); upwards(); } }));
  whole.prepend(back);
  view("whole");
  main.append(whole);
  upwards();
  print();
}

function upwards() {
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
}

async function save(whole) {
  const address = URL.createObjectURL(await globalThis.librarySaved(whole));
  made("a", "", { href: address, download: "packet.html" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const deeds = {
  copy: (done) => copy(linked(current.pages, current.line), done),
  message: (done) => copy(`Here are the pages I told you about:\n${linked(current.pages, current.line)}\nThey are free, ask for no account and do not track who opens them.`, done),
  code: (done) => showCode().catch(() => { done.textContent = "The code did not load. You can try again when the signal is better."; }),
  close: () => cover(false),
  print: (done) => bind(done, onPaper),
  save: (done) => bind(done, async (whole) => { await save(whole); done.textContent = "Saved as packet.html, where your browser keeps files."; }),
  again: () => { empty(); boxes[0]?.focus(); },
  change: () => { empty(current.pages); location.hash = ""; upwards(); },
};
main.addEventListener("click", ({ target }) => {
  const deed = target.closest("[data-do]");
  if (deed) deeds[deed.dataset.do](deed.closest(".hand-over")?.querySelector("[data-done]") ?? views.shown.find((one) => one.matches("[data-done]")));
});
if (!place) for (const name of ["copy", "message", "code"]) part("ready").querySelector(`[data-do=${name}]`).hidden = true;
if (!navigator.clipboard) for (const name of ["copy", "message"]) part("ready").querySelector(`[data-do=${name}]`).hidden = true;

// A link to a part of this page would take the place of the packet behind the #.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]'), there = link && document.getElementById(link.hash.slice(1));
  if (!there || location.hash.length < 2) return;
  event.preventDefault();
  there.focus({ preventScroll: true });
  there.scrollIntoView();
});

// Whoever leaves takes the choice along: nothing of it comes back with the back button. An open code never does.
addEventListener("pagehide", () => {
  if (!code.hidden) cover(false);
  if (document.body.classList.contains("leaving")) empty();
});
addEventListener("hashchange", show);
view("make");
show();
})();
