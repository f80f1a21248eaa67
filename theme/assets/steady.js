// Everything on the page works without this file. It adds a faster way out, copy buttons and the breathing guide.
const ways = document.querySelectorAll("[data-leave]"), told = document.querySelector("[data-told]");
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
  const cover = Object.assign(document.createElement("p"), { className: "cover", role: "alert" });
  document.body.classList.add("leaving");
  document.body.append(cover);
  cover.textContent = "Loading.";
  for (const box of document.querySelectorAll("[type=search]")) box.value = "";
  try { sessionStorage.clear(); localStorage.clear(); } catch { /* a locked store must not stop anybody */ }
  location.replace(ways[0].href);
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
  document.body.classList.remove("leaving");
  document.querySelector(".cover")?.remove();
});

for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;

// Opened from a folder, an address of ours is a folder: its page has to be named.
if (location.protocol === "file:") {
  for (const link of document.links) if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}

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
