// The short address leads on at once and keeps the part behind "#". Without this file the page leads on too, but loses that part.
{
  const folder = location.protocol === "file:" ? "index.html" : "";
  location.replace(document.currentScript.dataset.to + folder + location.hash);
}
