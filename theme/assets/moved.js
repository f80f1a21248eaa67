// An address that has moved leads on: to where the part behind "#" is now, or to the page. Without this file a reader sees where each is.
{
  const main = document.getElementById("main"), part = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const to = part && main.contains(part) ? part.querySelector("a.on") : main.querySelector("a");
  if (to && !to.hash) to.hash = location.hash;
  if (to && location.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
  if (to) location.replace(to.href);
}
