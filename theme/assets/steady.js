// Everything on the page works without this file. It adds a faster way out, copy buttons and the breathing guide.
const leave = document.querySelector("[data-leave]"), assets = document.currentScript.src;
let presses = [], typed = false;

function go() {
  const cover = Object.assign(document.createElement("p"), { className: "cover", role: "alert" });
  document.body.append(cover);
  document.body.classList.add("leaving");
  cover.textContent = "Leaving.";
  try { sessionStorage.clear(); localStorage.clear(); } catch { /* a locked store must not stop anybody */ }
  location.replace(leave.href);
}

leave.addEventListener("click", (event) => { event.preventDefault(); go(); });

// Three lone presses of Shift within five seconds. A Shift that made a capital does not count.
addEventListener("keydown", (event) => {
  typed = event.key !== "Shift";
  if (typed) presses = [];
}, true);
addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || typed) return;
  presses = [...presses.filter((time) => event.timeStamp - time < 5000), event.timeStamp];
  if (presses.length === 3) go();
}, true);

addEventListener("pageshow", () => {
  presses = [];
  document.body.classList.remove("leaving");
  document.querySelector(".cover")?.remove();
});

for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;

// Opened from a folder, an address of ours is a folder: its page has to be named.
if (location.protocol === "file:") {
  for (const link of document.links) if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}

// Search, and the map of its index, come when somebody touches the field.
const box = document.querySelector("[data-search] input"), wait = () => box?.addEventListener("focus", seek, { once: true });
function seek() {
  for (const name of ["search/map.js", "search.js"]) document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, assets), async: false, onerror: wait }));
}
if (box && box === document.activeElement) seek(); else wait();

// A citation leads into the folded sources; browsers that do not open them by themselves get help.
function unfold() {
  const fold = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details:not([open])");
  if (fold) { fold.open = true; document.querySelector(location.hash).scrollIntoView(); }
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

// The guide: a dot goes up each hill in four seconds and down in six, and stops by itself. Still until it is started.
const hills = document.querySelector('[data-figure="hills"] svg');
if (hills?.animate) {
  const path = hills.querySelector(".f-thread"), length = path.getTotalLength();
  const y = (at) => path.getPointAtLength(at).y;
  const turns = [0];
  for (let at = 2; at < length - 2; at += 1) if ((y(at) - y(at - 1)) * (y(at + 1) - y(at)) < 0) turns.push(at);
  turns.push(length);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches, total = (turns.length - 1) * 5, frames = [];
  for (let turn = 0, time = 0; turn < turns.length - 1; turn += 1) {
    const takes = turn % 2 ? 6 : 4, steps = calm ? 1 : 20;
    for (let step = 0; step < steps; step += 1) {
      const share = (1 - Math.cos(Math.PI * step / steps)) / 2;
      const { x, y } = path.getPointAtLength(turns[turn] + share * (turns[turn + 1] - turns[turn]));
      frames.push({ transform: `translate(${x}px, ${y}px)`, offset: (time + takes * step / steps) / total, easing: calm ? "steps(1)" : "linear" });
    }
    time += takes;
  }
  const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  dot.setAttribute("class", "dot");
  dot.setAttribute("r", "8");
  dot.setAttribute("transform", `translate(${path.getPointAtLength(0).x} ${path.getPointAtLength(0).y})`);
  hills.append(dot);
  const [start] = button("Start the guide", hills.closest("figure"));
  let running;
  const stop = () => { running?.cancel(); running = null; start.textContent = "Start the guide"; };
  start.addEventListener("click", () => {
    if (running) return stop();
    running = dot.animate(frames, { duration: total * 1000 });
    running.onfinish = stop;
    start.textContent = "Stop the guide";
  });
}
