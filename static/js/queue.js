// The list and the dossier beside it by keyboard, and an opinion kept as it is typed. No letter keys: Vietnamese typing
// takes them. Every page works without this file.
const queue = document.querySelector("[data-queue]");
const pane = document.getElementById("pane");
const rows = () => [...queue.querySelectorAll("[data-row]")];
const current = () => pane.querySelector("[data-pane]")?.dataset.pane;
const rowOf = (key) => queue.querySelector(`[data-review="${key}"] [data-row]`);

function mark() {
  for (const row of queue.querySelectorAll("[data-review]")) {
    if (row.dataset.review === current()) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
  queue.classList.toggle("has-pane", current() !== undefined);
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey || event.metaKey) return;
  const inList = event.target.closest?.("[data-row]");
  if (inList && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const listed = rows();
    const next = listed[listed.indexOf(inList) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
    return;
  }
  if (event.key === "Escape" && pane.contains(event.target)) {
    const row = rowOf(current());
    event.preventDefault();
    if (row?.offsetParent) row.focus();
    else pane.querySelector("[data-back]")?.click();
    return;
  }
  if (event.key === "Enter" && event.ctrlKey && pane.contains(event.target)) {
    const give = pane.querySelector("[data-give]");
    if (!give) return;
    event.preventDefault();
    give.form.requestSubmit(give);
  }
});

// As a box is left, and where the typing rests: a page that is loaded anew has it.
const REST = 1500;
let keeping = Promise.resolve();
let rest;
let unanswered = 0;
function stopWaiting() {
  clearTimeout(rest);
  rest = undefined;
}

function keepNow(form) {
  stopWaiting();
  unanswered += 1;
  form.querySelector("[data-kept]").textContent = form.dataset.saving;
  keeping = keeping.then(() => keep(form)).finally(() => { unanswered -= 1; });
}

async function keep(form, options = {}) {
  const told = form.querySelector("[data-kept]");
  const sent = new FormData(form);
  sent.set("tu-luu", "1");
  let said = form.dataset.unsaved;
  try {
    const answer = await fetch(form.action, { method: "POST", body: sent, ...options });
    if (answer.ok || answer.status === 422) said = await answer.text();
  } catch {
    // said as it stands
  }
  if (unanswered < 2) told.textContent = said;
}

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("[data-opinion]");
  if (form) keepNow(form);
  if (event.target.matches?.("[data-tick-all]")) {
    for (const box of queue.querySelectorAll("input[name=chon]")) box.checked = event.target.checked;
  }
  count();
});

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("[data-opinion]");
  if (!form) return;
  stopWaiting();
  rest = setTimeout(() => keepNow(form), REST);
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-opinion]")) stopWaiting();
});
window.addEventListener("pagehide", () => {
  const form = (rest || unanswered) && pane.querySelector("[data-opinion]");
  if (form) keep(form, { keepalive: true });
});

// What was typed is kept before another dossier takes its place.
document.addEventListener("htmx:confirm", (event) => {
  if (!event.target.matches("[data-row]") || !pane.querySelector("[data-opinion]")) return;
  event.preventDefault();
  if (rest) keepNow(pane.querySelector("[data-opinion]"));
  keeping.then(() => event.detail.issueRequest(true));
});

function count() {
  const told = document.querySelector("[data-count]");
  if (!told) return;
  const number = queue.querySelectorAll("input[name=chon]:checked").length;
  told.textContent = number ? told.dataset.words.replace("{}", number.toLocaleString(document.documentElement.lang)) : "";
}

// Once the request is over: until then the pane is hidden, and what is hidden takes no focus.
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.target !== pane || !event.detail.successful) return;
  mark();
  pane.querySelector("h2")?.focus();
});

for (const part of queue.querySelectorAll("[data-with-script]")) part.hidden = false;
mark();
count();
if (current() && location.search.includes("ho-so=")) pane.querySelector("h2")?.focus({ preventScroll: false });
else rows()[0]?.focus({ preventScroll: true });
