// Serves the library from this device, once a reader asked to keep it. The network comes first, so that no number goes stale.
// The builder writes LIBRARY above: its version, its day of release, and the digest of each file by its address.
const { scope } = registration, mine = `psychoed ${scope} `, name = mine + LIBRARY.version, patience = 3000;
const files = new Map(Object.entries(LIBRARY.files));
const stop = new AbortController(), aside = new Set(); // aside: open pages that came from the copy
const key = (path) => `${scope}${path}?${files.get(path)}`;

addEventListener("install", (event) => { skipWaiting(); event.waitUntil(save()); });
addEventListener("message", ({ data }) => { if (data === "stop") stop.abort(); });

// All or nothing. A file that the last copy holds with this digest is not fetched again; one with another digest is refused.
async function save() {
  const cache = await caches.open(name), left = [...files.keys()], all = left.length;
  let saved = 0;
  const one = async (path) => {
    const held = await caches.match(key(path));
    const come = held ?? await fetch(scope + path, { integrity: files.get(path), cache: "no-store", signal: stop.signal });
    await cache.put(key(path), held ?? new Response(await come.blob())); // a new one: a page must not be answered with a redirected one
    saved += 1;
    if (saved % Math.ceil(all / 8) === 0 || saved === all) tell({ saved, all });
  };
  try {
    await Promise.all([1, 2, 3, 4].map(async () => { while (left.length) await one(left.shift()); }));
    stop.signal.throwIfAborted();
  } catch (error) {
    stop.abort();
    left.length = 0;
    await caches.delete(name);
    await tell({ failed: error.name });
    throw error;
  }
}

async function tell(words) {
  for (const page of await clients.matchAll({ includeUncontrolled: true })) if (page.url.startsWith(scope)) page.postMessage(words);
}

addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const old of await caches.keys()) if (old.startsWith(mine) && old !== name) await caches.delete(old);
  await clients.claim();
})()));

addEventListener("fetch", (event) => {
  const { url, method, mode } = event.request;
  if (method !== "GET" || !url.startsWith(scope)) return;
  const path = url.slice(scope.length).replace(/[?#].*/, "").replace(/(^|\/)index\.html$/, "$1");
  if (files.has(path)) event.respondWith(answer(event, () => kept(path, mode)));
  else if (mode === "navigate" && files.has(`${path}/`)) event.respondWith(answer(event, () => Response.redirect(`${scope}${path}/`)));
  else if (mode === "navigate") event.respondWith(answer(event, () => kept("404.html", mode)));
});

// What the network says in good time, else the copy. What belongs to a page from the copy comes from the copy too.
async function answer({ request, clientId, resultingClientId }, copy) {
  const navigates = request.mode === "navigate";
  const held = !navigates && aside.has(clientId) && await copy();
  if (held) return held;
  // The host is asked each time: a browser may think an old page fresh for days.
  const fresh = navigates ? fetch(request.url, { cache: "no-cache", redirect: "manual" }) : fetch(request);
  const late = new Promise((done) => { setTimeout(done, patience); });
  const first = await Promise.race([fresh.catch(() => null), late]);
  if (first && first.status < 500) return first;
  const saved = await copy();
  if (!saved) return fresh;
  aside.add(resultingClientId);
  return saved;
}

// A saved file; a page says that it is one.
async function kept(path, mode) {
  const held = await caches.match(key(path)), headers = held?.headers;
  if (mode !== "navigate" || !headers?.get("content-type")?.startsWith("text/html")) return held;
  const says = `$&<p class="small">You are reading a saved copy from ${LIBRARY.released}. Phone numbers can have changed since.</p>`;
  return new Response((await held.text()).replace(/<main[^>]*>/, says), { headers });
}
