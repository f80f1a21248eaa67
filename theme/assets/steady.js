// Everything on the page works without this file. It adds a faster way out and copy buttons.
const leave = document.querySelector("[data-leave]");
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

// A choice in the menu that leads to a part of this page does not leave the menu over it.
const menu = document.querySelector(".menu");
menu.addEventListener("click", () => menu.matches(":popover-open") && menu.hidePopover());

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
