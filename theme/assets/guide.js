// The guide: a dot goes up each hill in four seconds and down in six, and stops by itself. Still until it is started.
const hills = document.querySelector('[data-figure="hills"] svg'), path = hills.querySelector(".f-thread");
const place = ({ x, y }) => `translate(${x}px, ${y}px)`;

// Where the line turns, at each crest and each foot: [points along it, number of the point at each turn].
function walk() {
  const length = path.getTotalLength(), points = [], turns = [0];
  for (let at = 0; at < length; at += 4) points.push(path.getPointAtLength(at));
  points.push(path.getPointAtLength(length));
  for (let at = 1; at < points.length - 1; at += 1) {
    if ((points[at].y - points[at - 1].y) * (points[at + 1].y - points[at].y) < 0) turns.push(at);
  }
  return [points, [...turns, points.length - 1]];
}

// Slow at each turn and faster between, as a breath is. Where motion is unwelcome, the dot steps from crest to foot.
function frames() {
  const [points, turns] = walk(), calm = matchMedia("(prefers-reduced-motion: reduce)").matches, made = [];
  const total = (turns.length - 1) * 5;
  let time = 0;
  for (let turn = 0; turn < turns.length - 1; turn += 1) {
    const takes = turn % 2 ? 6 : 4, from = turns[turn], steps = turns[turn + 1] - from;
    for (let step = 0; step < steps; step += calm ? steps : 1) {
      const share = Math.acos(1 - 2 * step / steps) / Math.PI;
      made.push({ transform: place(points[from + step]), offset: (time + takes * share) / total, easing: calm ? "steps(1)" : "linear" });
    }
    time += takes;
  }
  return [[...made, { transform: place(points.at(-1)), offset: 1 }], total * 1000];
}

if (hills.animate) {
  const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  dot.setAttribute("class", "dot");
  dot.setAttribute("r", "8");
  const { x, y } = path.getPointAtLength(0);
  dot.setAttribute("transform", `translate(${x} ${y})`);
  hills.append(dot);
  const start = Object.assign(document.createElement("button"), { className: "do quiet", type: "button", textContent: "Start the guide" });
  const row = Object.assign(document.createElement("p"), { className: "by-script" });
  row.append(start, "No sound. It stops after five breaths, or when you press. Stop if you feel dizzy or worse.");
  hills.closest("figure").after(row);
  let running;
  const stop = () => { running?.cancel(); running = null; start.textContent = "Start the guide"; };
  start.addEventListener("click", () => {
    if (running) return stop();
    const [way, duration] = frames();
    running = dot.animate(way, { duration });
    running.onfinish = stop;
    start.textContent = "Stop the guide";
  });
}
