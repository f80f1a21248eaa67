// Finds pages by a reader's own words. Nothing typed leaves the device; the library's words come on first use.
const form = document.querySelector("[data-search]"), field = form.querySelector("input");
const root = new URL("..", document.currentScript.src), page = location.protocol === "file:" ? "index.html" : "";
const part = (name) => form.querySelector(`[data-${name}]`);
const SKIP = new Set("a about am an and are as at be been but by can cant could did didnt do does doesnt dont for from get had has have how i id if im in is isnt it its ive just me my of on or so some than that the their them then there they this to too u was we were what when where which who why will with would you your".split(" "));
const WEIGHTS = [[3, 8], [1, 6], [4, 4], [2, 3], [5, 1]]; // names, title, headings, summary, words
let index;

const words = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

// How many letters to add, drop, change or swap, up to `most`.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before, last, row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i += 1) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.length];
}

// 1 for the same word, less for one that starts the same or is near, else 0.
function likeness(typed, word) {
  if (typed === word) return 1;
  const short = Math.min(typed.length, word.length);
  if (typed.length > 2 && word.startsWith(typed)) return 0.8;
  if (short > 3 && typed.startsWith(word)) return 0.7;
  const most = typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
  const far = most ? distance(typed, word, most) : 1;
  return far <= most ? 0.75 - 0.2 * far : 0;
}

function prepare({ entries, danger }) {
  const known = new Map();
  const pages = entries.map((entry) => {
    const weights = new Map();
    for (const [place, weight] of WEIGHTS) {
      for (const word of words(entry[place])) weights.set(word, weights.has(word) ? weights.get(word) + weight / 8 : weight);
    }
    for (const word of weights.keys()) known.set(word, (known.get(word) ?? 0) + 1);
    return { entry, weights };
  });
  return { pages, known, danger: danger.map(words) };
}

function find(typed) {
  const meant = typed.filter((word) => !SKIP.has(word)), asked = [...new Set(meant.length ? meant : typed)];
  const scores = new Map(), hits = new Map();
  for (const ask of asked) {
    const near = [...index.known].map(([word, pages]) => [word, likeness(ask, word) * Math.log(1 + index.pages.length / pages)]).filter(([, value]) => value);
    for (const one of index.pages) {
      const best = near.reduce((most, [word, value]) => Math.max(most, value * (one.weights.get(word) ?? 0)), 0);
      if (best) { scores.set(one, (scores.get(one) ?? 0) + best); hits.set(one, (hits.get(one) ?? 0) + 1); }
    }
  }
  const value = (one) => scores.get(one) * hits.get(one) / (one.entry[0].endsWith("clinicians/") ? 2 : 1);
  return [...scores.keys()].sort((a, b) => value(b) - value(a)).slice(0, 8).map((one) => one.entry);
}

const inDanger = (typed) => index.danger.some((phrase) => typed.some((_, at) =>
  phrase.every((word, step) => typed[at + step] === word || (word.length > 3 && typed[at + step] && distance(typed[at + step], word, 1) < 2))));

function show() {
  if (!index) return;
  const typed = words(field.value), found = typed.length ? find(typed) : [];
  part("danger").hidden = !inDanger(typed);
  part("nothing").hidden = !typed.length || found.length > 0;
  part("found").hidden = !found.length;
  part("found").replaceChildren(...found.map(([address, title, summary]) => {
    const row = document.createElement("li"), link = document.createElement("a"), said = document.createElement("p");
    link.href = new URL(address + page, root);
    link.textContent = title;
    said.textContent = summary;
    row.append(link, said);
    return row;
  }));
  clearTimeout(show.later);
  show.later = setTimeout(() => {
    part("count").textContent = !typed.length ? "" : found.length ? `${found.length} page${found.length > 1 ? "s" : ""} found.` : "Nothing found.";
  }, 600);
}

field.addEventListener("focus", () => {
  const script = Object.assign(document.createElement("script"), { src: new URL("assets/search-data.js", root) });
  script.onload = () => { index = prepare(globalThis.libraryWords); show(); };
  document.head.append(script);
}, { once: true });
field.addEventListener("input", show);
form.addEventListener("submit", (event) => { event.preventDefault(); field.focus(); show(); });
