// Keeps the library on this device when the reader asks for it, and forgets it again. Nothing is stored to remember that:
// it is kept while its worker and its files are here. Where that cannot be, no button shows.
{
  const root = new URL("..", document.currentScript.src).href, { serviceWorker: workers } = navigator;
  const part = document.querySelector("[data-keep]"), button = part.querySelector("button"), said = part.querySelector("[role=status]");
  const LOST = "It could not be saved. The connection may be lost, or a newer version is being put up. Nothing was kept. You can try again later.";
  const FAILED = {
    AbortError: "Stopped. Nothing was kept.",
    QuotaExceededError: "There is not enough room on this device. Nothing was kept.",
    SecurityError: "This browser does not allow it here, perhaps because of a private window or a setting. Nothing was kept.",
  };
  let press, saving, why, unwanted;

  function show(words, label, next) {
    said.textContent = words;
    button.textContent = label;
    press = next;
  }
  const showNone = (words) => show(words, "Keep this library on this device", keep);
  const showKept = () => show("Kept. This library opens on this device with no network.", "Forget it again", forget);

  const ours = async () => (await caches.keys()).filter((name) => name.startsWith(`psychoed ${root} `));
  async function registered() {
    const found = await workers.getRegistration(root);
    return found?.scope === root ? found : null;
  }

  async function keep() {
    unwanted = false;
    show("Saving.", "Stop", stop);
    try {
      // Another address, and one that tells nobody apart: by the old one, some browsers bring back a worker that was sent away, without its files.
      const { installing } = await workers.register(`${root}sw.js?${new Date().getSeconds()}`);
      follow(installing);
      if (unwanted) stop();
    } catch (error) { showNone(FAILED[error.name] ?? LOST); }
  }

  // From the first file to the last one, or to the first that fails.
  function follow(worker) {
    saving = worker;
    why = null;
    show("Saving.", "Stop", stop);
    worker.addEventListener("statechange", async () => {
      if (saving !== worker || !/activated|redundant/.test(worker.state)) return;
      saving = null;
      if (worker.state === "activated") return showKept();
      await clear();
      showNone(FAILED[why] ?? LOST);
    });
  }

  function stop() {
    unwanted = true;
    said.textContent = "Stopping.";
    saving?.postMessage("stop");
  }

  async function forget() {
    await clear();
    showNone("Forgotten. The copy that was kept here is gone.");
  }

  async function clear() {
    const found = await registered();
    found?.installing?.postMessage("stop");
    await found?.unregister();
    for (const name of await ours()) await caches.delete(name);
  }

  async function start() {
    const found = await registered(), coming = found?.installing ?? found?.waiting;
    if (found?.active && (await ours()).length) showKept();
    else if (coming) follow(coming);
    else {
      await clear();
      showNone("Not kept on this device.");
    }
    workers.addEventListener("message", ({ data }) => {
      if (data.failed) why = data.failed;
      else if (saving) said.textContent = `Saved ${data.saved} of ${data.all}.`;
    });
    workers.startMessages();
    button.addEventListener("click", (event) => { if (event.detail < 2) press(); }); // the second of a double press is not meant
    document.querySelector("#main > h2").before(part);
    part.hidden = false;
  }
  if (workers) start().catch(() => {});
}
