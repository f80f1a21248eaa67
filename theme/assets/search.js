// Finds pages by a reader's own words. It comes, with the map of the index, when somebody touches the field.
// Nothing typed leaves the device: what a search fetches are parts of the index, the same for everybody.
(() => {
const library = globalThis.librarySearch, form = document.querySelector("[data-search]"), field = form.querySelector("input");
const root = new URL("..", document.currentScript.src), page = location.protocol === "file:" ? "index.html" : "";
const part = (name) => form.querySelector(`[data-${name}]`);
const skip = new Set(library.skip.split(" ")), endings = library.stems.map(([pattern, put]) => [new RegExp(pattern, "u"), put]);
const fetching = {}, opened = {};
let turn = 0, lost = false;

// These two do what builder/site/words.py does, by the same rules.
const words = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
function stem(word) {
  for (const [pattern, put] of endings) {
    const found = word.match(pattern);
    if (found) word = found[1] + put;
  }
  return word;
}
Object.assign(library, { words, stem }); // a test holds them against the builder's

// One part of the index, fetched once. A part that does not come is asked for again by the next search.
const fetched = (name) => fetching[name] ??= new Promise((done) => {
  const script = document.createElement("script");
  script.src = new URL(`assets/search/${library.at}/${name}.js`, root);
  script.onload = () => done(library[name]);
  script.onerror = () => { lost = true; delete fetching[name]; done(); };
  document.head.append(script);
});
const within = (starts, word) => Math.max(0, starts.filter((start) => start <= word).length - 1);
const number = (text, at) => text.charCodeAt(at) - 35;

// The words of a part: each is written without what it shares with the one before.
const unfold = (pieces, before = "") => pieces.map((piece) => before = before.slice(0, number(piece, 0)) + piece.slice(1));

// The part in which a word would stand: its words, each with the code of its pages.
async function around(word) {
  const name = `w${within(library.index, word)}`, text = await fetched(name);
  if (!text) return new Map();
  const pieces = text.split(" "), codes = pieces.filter((_, at) => at % 2);
  return opened[name] ??= new Map(unfold(pieces.filter((_, at) => !(at % 2))).map((term, at) => [term, codes[at]]));
}

// The pages of a code, with what the word says for each.
function pages(code, share = 1, found = new Map()) {
  for (let at = 0; at < code.length;) {
    const head = number(code, at++), value = share * 1.2 ** (head & 31);
    for (let left = head >> 5, one = 0; left--;) {
      one += number(code, at++);
      found.set(one, Math.max(found.get(one) ?? 0, value));
    }
  }
  return found;
}

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
    if (Math.min(...row) > most) break;
  }
  return Math.min(row[b.length] ?? most + 1, most + 1);
}

const slips = (word) => word.length > 7 ? 2 : word.length > 2 ? 1 : 0;
const sound = (word) => word.replace(/ph/g, "f").replace(/c(?=[eiy])|z/g, "s").replace(/ck?|q/g, "k").replace(/x/g, "ks")
  .replace(/gh/g, "").replace(/(.)h/g, "$1").replace(/[aeiouyw]+/g, "a").replace(/(.)\1+/g, "$1");
const alikes = ["aeiou", "ckqs", "sz", "gj", "fpv"];

// What was meant by a word that the library does not know: words that are spelt or sound like it, or two run together.
async function guesses(word, letter) {
  const known = [], last = within(library.spell, `${letter}\uffff`);
  for (let at = within(library.spell, letter); at <= last; at += 1) known.push(...unfold((await fetched(`s${at}`) ?? "").split(" ")));
  let least = slips(word), found = [];
  for (const one of known) {
    if (one.length < 4) continue;
    let far = distance(word, one, least);
    if (far > 1 && word.length > 3 && sound(one) === sound(word)) far = 1;
    if (far < least) [least, found] = [far, []];
    if (far <= least) found.push([one]);
  }
  if (found.length) return found;
  const heads = known.filter((one) => one.length > 2 && word.length - one.length > 2 && word.startsWith(one));
  return heads.sort((a, b) => b.length - a.length).slice(0, 3).map((one) => [one, word.slice(one.length)]);
}

// What a typed word says for each page. One that is still being typed stands for all that start with it.
async function says(word, ended, sure) {
  const cut = stem(word), near = await around(cut), found = new Map();
  if (near.has(cut)) return pages(near.get(cut));
  if (!ended && word.length > 2) {
    const gather = (terms) => { for (const [term, code] of terms) if (term.startsWith(word) || term.startsWith(cut)) pages(code, 0.8, found); };
    gather(near);
    if (!found.size) gather(await around(`${word}\uffff`));
  }
  if (found.size || !sure) return found;
  for (const letter of new Set(word.slice(0, 2) + (alikes.find((group) => group.includes(word[0])) ?? ""))) {
    for (const guess of await guesses(word, letter)) {
      const [one, two] = await Promise.all(guess.map(stem).map(async (cut) => pages((await around(cut)).get(cut) ?? "", 0.8)));
      for (const [at, value] of one) if (!two || two.has(at)) found.set(at, Math.max(found.get(at) ?? 0, value, two?.get(at) ?? 0));
    }
    if (found.size) break;
  }
  return found;
}

async function find(typed, ended, sure) {
  const told = typed.filter((word) => word.length > 1 && !skip.has(word));
  const looked = await Promise.all([...new Set(told)].map((word) => says(word, ended || word !== typed.at(-1), sure)));
  const empty = [...new Set(told)].filter((_, at) => !looked[at].size);
  const joined = await Promise.all(typed.slice(1).map(async (word, at) => { // over whelmed, for overwhelmed
    const both = stem(typed[at] + word);
    return pages((empty.includes(word) || empty.includes(typed[at])) && (await around(both)).get(both) || "");
  }));
  // A page counts for what its words say, and for how much of all that was asked they cover.
  const scores = new Map(), covers = new Map();
  for (const found of [...looked, ...joined]) {
    const most = looked.includes(found) ? Math.max(0, ...found.values()) : 0;
    for (const [one, value] of found) {
      scores.set(one, (scores.get(one) ?? 0) + value);
      covers.set(one, (covers.get(one) ?? 0) + most);
    }
  }
  const worth = (one) => scores.get(one) * covers.get(one);
  const best = [...scores.keys()].sort((a, b) => worth(b) - worth(a) || a - b).slice(0, sure ? 8 : 4);
  const cards = await Promise.all(best.map(async (one) => (await fetched(`c${Math.floor(one / library.block)}`))?.[one % library.block]));
  return cards.filter(Boolean);
}

const dangers = library.danger.map(words), alike = (typed, word) => typed === word || (word.length > 3 && typed[0] === word[0] && distance(typed, word, 1) < 2);
const inDanger = (typed) => dangers.some((phrase, _, __, run = phrase.join("")) => typed.some((one, at) =>
  (run.length > 6 && alike(one, run)) || [1, 2, 3, 4].some((many) => typed.slice(at, at + many).join("") === run)
  || phrase.every((word, step) => typed[at + step] && alike(typed[at + step], word))));

function row([address, title, summary]) {
  const made = document.createElement("li"), link = document.createElement("a"), said = document.createElement("p");
  link.href = new URL(address + page, root);
  link.textContent = title;
  said.textContent = summary;
  made.append(link, said);
  return made;
}

// First what is sure while somebody types; after a pause, or Enter, what may have been meant too.
async function show(sure) {
  const mine = turn += 1, typed = words(field.value);
  part("danger").hidden = part("above").hidden = !inDanger(typed);
  part("found").setAttribute("aria-busy", "true");
  lost = false;
  const found = await find(typed, sure || /\W$/.test(field.value), sure);
  if (mine !== turn) return;
  if (found.length || sure || !typed.length) {
    part("nothing").hidden = !typed.length || found.length > 0;
    part("why").textContent = lost ? "The search did not load. Try again when the signal is better" : "Nothing found for that. Try fewer words";
    part("found").hidden = !found.length;
    part("found").replaceChildren(...found.map(row));
  }
  if (!sure) return;
  part("count").textContent = !typed.length ? "" : found.length ? `${found.length} page${found.length > 1 ? "s" : ""} found.` : lost ? "Not loaded." : "Nothing found.";
  part("found").removeAttribute("aria-busy");
}

function type() {
  clearTimeout(type.soon);
  clearTimeout(type.later);
  type.soon = setTimeout(show, Date.now() - type.last < 500 ? 150 : 0, false);
  type.later = setTimeout(show, 600, true);
  type.last = Date.now();
}
field.addEventListener("input", type);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(type.soon);
  clearTimeout(type.later);
  show(true);
  if (matchMedia("(pointer: coarse)").matches) { field.blur(); form.scrollIntoView(); } // a phone's keys cover what is found
});
if (field.value) type();
})();
