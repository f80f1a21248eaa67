// Shows only the statements with one mark, and the headings that still have some. Without this file all of them show.
const filter = document.querySelector("[data-filter]"), groups = [];
for (const part of document.querySelector("#main").children) {
  if (part.tagName === "H2") groups.push({ parts: [part], claims: [] });
  else if (part.matches(".claim") && groups.length) groups.at(-1).claims.push(part);
  else groups.at(-1)?.parts.push(part);
}
const held = groups.filter((group) => group.claims.length);
if (held.length) {
  held[0].parts[0].before(filter);
  filter.hidden = false;
}
filter.addEventListener("submit", (event) => event.preventDefault());
filter.addEventListener("change", () => {
  const wanted = filter.querySelector(":checked").value;
  let shown = 0, all = 0;
  for (const { parts, claims } of held) {
    for (const claim of claims) claim.hidden = Boolean(wanted) && claim.dataset.status !== wanted;
    const left = claims.filter((claim) => !claim.hidden).length;
    for (const part of parts) part.hidden = !left;
    shown += left;
    all += claims.length;
  }
  filter.querySelector("[role=status]").textContent = `${shown} of ${all} statements.`;
});
filter.reset();
