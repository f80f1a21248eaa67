// The panel for sending a page, or one of its parts. It comes at the first press, asks no other host and stores nothing.
(() => {
  const opener = document.querySelector("[data-send]"), base = opener.dataset.send, looks = new URL("share.css", document.currentScript.src);

  function make(tag, facts, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(facts)) if (name in made) made[name] = value; else made.setAttribute(name, value);
    made.append(...inside);
    return made;
  }

  // A button in a row of its own, and room beside it to say what came of it.
  function row(words, act, quiet = " quiet") {
    const pressed = make("button", { type: "button", className: `do${quiet}`, textContent: words }), said = make("span", { role: "status" });
    pressed.addEventListener("click", () => act(said));
    return make("p", { className: "by-script" }, pressed, said);
  }

  // A sheet over the whole page, with the handrail on it: help and the way out stay where they are. Escape closes it.
  function over(name, title, ...inside) {
    const head = make("h2", { id: `${name}-title`, tabIndex: -1, textContent: title });
    const rail = make("nav", { className: "handrail", "aria-label": "Help and way out" }, document.querySelector(".handrail p").cloneNode(true));
    const sheet = make("dialog", { className: `over ${name}`, "aria-labelledby": head.id }, rail, make("div", {}, head, ...inside));
    rail.querySelector("[data-leave]").addEventListener("click", go);
    sheet.addEventListener("close", settle);
    document.body.append(sheet);
    return sheet;
  }
  function open(sheet) {
    if (!sheet.open) sheet.showModal();
    sheet.querySelector("h2").focus();
    settle();
  }

  // What is said of three presses of Shift is said where it can be heard.
  function settle() { [...document.querySelectorAll("body > .handrail, [open] > .handrail")].at(-1).append(told); }

  // What can be sent: the page, or the part under one of its headings.
  const heads = [...document.querySelectorAll("#main :is(h2, h3)[id]")].filter(({ id }) => !/^(source|under)-|^(take|review|related|sources)$/.test(id));
  const part = make("select", { id: "send-part" }, new Option("The whole page", ""), ...heads.map((head) => new Option(head.textContent.trim(), head.id)));
  const link = () => (part.value ? `${opener.dataset.part || base}#${encodeURIComponent(part.value)}` : base);
  const spoken = () => link().replace(/^https:\/\/|\/$/g, "");
  const message = () => `Here is the page I told you about:\n${link()}\nIt is free, asks for no account and does not track who opens it.`;

  // The part at the top of the screen. At the head of the page it is the one that the address names, or the whole page.
  function inView() {
    const above = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3).at(-1);
    return (scrollY > innerHeight / 2 && above?.id) || heads.find(({ id }) => `#${id}` === location.hash)?.id || "";
  }

  const address = make("p", { className: "address" }), preview = make("p", { className: "say" });
  const note = make("p", { className: "small", textContent: "This link names the topic. Anyone who sees the message can read that. " },
    make("a", { href: new URL(`../packet/${location.protocol === "file:" ? "index.html" : ""}`, looks).href, textContent: "A packet" }), " names only a code.");
  const past = make("p", { className: "small", textContent: "This page has a note to read first. A link to a part goes past it." });
  const quiet = make("p", { className: "small", textContent: "It opens at the part only where scripts are on. Where they are off, it opens the whole page." });
  const field = make("textarea", { readOnly: true, hidden: true, rows: 4, "aria-label": "Words to copy" });

  async function copy(words, said) {
    field.hidden = true;
    try {
      await navigator.clipboard.writeText(words);
      said.textContent = "Copied.";
    } catch {
      said.parentNode.after(field);
      field.hidden = false;
      field.value = words;
      field.focus();
      field.select();
      said.textContent = "Could not copy. The words are selected below: copy them yourself.";
    }
  }

  function tell() {
    address.textContent = spoken();
    preview.textContent = message();
    note.hidden = /\/m\/\w+\/(#|$)/.test(link()) || !document.querySelector(".parts");
    past.hidden = !part.value || !document.getElementById("before-you-read-on");
    quiet.hidden = !/\/m\/\w+\/#/.test(link());
    field.hidden = true;
    for (const said of panel.querySelectorAll("span[role=status]")) said.textContent = "";
  }

  // The code over the whole screen, for the camera of somebody beside you.
  function show(said) {
    if (!globalThis.libraryQr) return bring("qr.js", () => { said.textContent = "The code did not load. Copy the link instead."; }).addEventListener("load", () => show(said));
    said.textContent = "";
    const drawn = globalThis.libraryQr(link());
    drawn.setAttribute("aria-label", `QR code. It leads to ${spoken()}`);
    code.querySelector(".qr")?.remove();
    code.querySelector("h2").after(drawn);
    code.querySelector(".address").textContent = spoken();
    open(code);
  }

  // A page that lists many sheets has none of its own.
  const sheets = [...document.querySelectorAll('#main a[href*="-one-sheet.pdf"]')];
  const sheet = sheets.every(({ href }) => href === sheets[0].href) ? sheets[0]?.cloneNode(true) : undefined;
  if (sheet) Object.assign(sheet, { className: "do quiet", download: "" });
  const ends = [...(sheet ? [make("p", {}, sheet)] : []), row("Close", () => panel.close())];
  const lost = "This copy of the library has no address on the web yet, so a link would lead nowhere.";
  const panel = base ? over("send", "Send this page",
    make("p", {}, make("label", { htmlFor: part.id, textContent: "What to send" }), part),
    address, note, past, quiet,
    row("Copy the link", (said) => copy(link(), said), ""),
    row("Show the code", show),
    preview,
    row("Copy the message", (said) => copy(message(), said)),
    ...(navigator.share ? [row("Send with this device", () => navigator.share({ text: message() }).catch(() => {}))] : []),
    ...ends,
  ) : over("send", "Send this page", make("p", { textContent: sheet ? `${lost} You can hand over the sheet.` : lost }), ...ends);
  const code = over("code", "Hold a camera up to this", make("p", { className: "address" }), row("Close", () => code.close(), ""));
  panel.addEventListener("close", () => opener.focus());
  part.addEventListener("change", tell);

  function start(event) {
    event?.preventDefault();
    part.value = inView();
    tell();
    open(panel);
  }
  opener.addEventListener("click", start);
  const dress = make("link", { rel: "stylesheet", href: looks });
  dress.onload = dress.onerror = () => start();
  document.head.append(dress);
})();
