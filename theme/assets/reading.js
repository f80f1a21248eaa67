// Letters and space as a reader wants them: for this page, and kept only when asked. It waits for nothing, and nothing waits for it.
{
  const root = document.documentElement, name = "reading";
  const kept = () => { try { return localStorage.getItem(name)?.match(/^(large|largest|) (wide|)$/)?.[0] ?? ""; } catch { return ""; } };
  const offer = () => {
    const form = document.querySelector("[data-reading-form]"), { letters, space, keep } = form.elements;
    [letters.value, space.value] = [...root.dataset.reading.split(" "), ""];
    keep.checked = Boolean(kept());
    form.addEventListener("change", () => {
      root.dataset.reading = `${letters.value} ${space.value}`;
      try { keep.checked ? localStorage.setItem(name, root.dataset.reading) : localStorage.removeItem(name); } catch { keep.checked = false; }
    });
  };
  root.dataset.reading = kept();
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", offer); else offer();
}
