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
  const start = Object.assign(document.createElement("button"), { className: "do quiet", type: "button", textContent: "Start the guide" });
  const row = Object.assign(document.createElement("p"), { className: "by-script" });
  row.append(start);
  hills.closest("figure").after(row);
  let running;
  const stop = () => { running?.cancel(); running = null; start.textContent = "Start the guide"; };
  start.addEventListener("click", () => {
    if (running) return stop();
    running = dot.animate(frames, { duration: total * 1000 });
    running.onfinish = stop;
    start.textContent = "Stop the guide";
  });
}
