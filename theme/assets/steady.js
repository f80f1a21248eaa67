// Everything on the page works without this file. It adds a faster way out and copy buttons.
const ways = document.querySelectorAll("[data-leave]"), told = document.querySelector("[data-told]"), assets = document.currentScript.src;
const title = document.title;
let presses = 0, alone = false, soon;

function tell(words, then) {
  clearTimeout(soon);
  told.textContent = words;
  soon = then && setTimeout(then, 5000);
}

function begin() {
  presses = 0;
  tell("");
}

function expire() {
  begin();
  tell("The presses of Shift have expired. This page stays open.", begin);
}

// The cover comes first, and stays where the other page never comes.
function go(event) {
  event?.preventDefault();
  begin();
  for (const sheet of document.querySelectorAll("dialog[open]")) sheet.close();
  const cover = Object.assign(document.createElement("p"), { className: "cover", role: "alert" });
  document.body.classList.add("leaving");
  document.body.append(cover);
  document.title = cover.textContent = "Loading.";
  for (const box of document.querySelectorAll(".search input")) box.value = "";
  try { sessionStorage.clear(); localStorage.clear(); } catch { /* a locked store must not stop anybody */ }
  try { top.location.replace(ways[0].href); } catch { location.replace(ways[0].href); } // out of a frame too
}

for (const way of ways) way.addEventListener("click", go);

// Three lone presses of Shift, each within five seconds of the last. With another key or a click it is none.
for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, (event) => {
  alone = event.key === "Shift" && !(event.ctrlKey || event.altKey || event.metaKey);
  if (!alone) begin();
}, true);
addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || !alone || document.body.classList.contains("leaving")) return;
  presses += 1;
  if (presses === 3) go();
  else tell(`Press Shift ${presses === 1 ? "two more times" : "once more"} to leave this site.`, expire);
}, true);

// Back from the browser's memory: the page as it was.
addEventListener("pageshow", () => {
  begin();
  document.title = title;
  document.body.classList.remove("leaving");
  document.querySelector(".cover")?.remove();
});

for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;

// A choice in the menu that leads to a part of this page does not leave the menu over it.
const menu = document.querySelector(".menu");
menu.addEventListener("click", () => menu.hidePopover?.());

// Opened from a folder, an address of ours is a folder: its page has to be named.
if (location.protocol === "file:") {
  for (const link of document.links) if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}

// Search, and the map of its index, come when somebody touches the field; the panel for sending this page, when somebody presses.
const bring = (name, onerror) => document.head.appendChild(Object.assign(document.createElement("script"), { src: new URL(name, assets), async: false, onerror }));
const box = document.querySelector("[data-search] input"), wait = () => box?.addEventListener("focus", seek, { once: true });
function seek() {
  bring("search/map.js", wait);
  bring("search.js", wait);
}
const send = document.querySelector("[data-send]"), offer = () => send?.addEventListener("click", (event) => {
  event.preventDefault();
  bring("share.js", () => { offer(); location.assign(send.hash); });
}, { once: true });
offer();
if (box && box === document.activeElement) seek(); else wait();

// A citation leads into the folded sources; browsers that do not open them by themselves get help. A part that is elsewhere leads there.
function unfold() {
  const meant = document.getElementById(location.hash.slice(1)), fold = meant?.closest("details:not([open])"), on = meant?.querySelector(":scope > .on");
  if (on) location.replace(on.href);
  if (fold) { fold.open = true; meant.scrollIntoView(); }
}
addEventListener("hashchange", unfold);
unfold();

function button(words, after) {
  const row = document.createElement("p");
  const made = Object.assign(document.createElement("button"), { className: "do quiet", type: "button", textContent: words });
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  row.className = "by-script";
  row.append(made, said);
  after.after(row);
  return [made, said];
}

if (navigator.clipboard) for (const address of document.querySelectorAll(".address")) {
  const [copy, said] = button("Copy the link", address);
  copy.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(`https://${address.textContent.trim()}`); said.textContent = "Copied."; }
    catch { said.textContent = "Could not copy. Select the address and copy it yourself."; }
  });
}
