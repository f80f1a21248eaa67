// An address that has moved leads on: to where the part behind "#" is now, or to the page. Without this file a reader sees where each is.
{
  const meant = document.getElementById(location.hash.slice(1)), part = meant?.matches("p") && meant, to = part ? part.querySelector(".on") : document.querySelector("main a");
  if (to && !to.hash) to.hash = location.hash;
  if (to && location.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
  if (to) location.replace(to.href);
}
