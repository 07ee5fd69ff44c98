// A line of the register opens beside the list; without this file, or on a narrow screen, it opens as a page of its own.
const list = document.querySelector("[data-register]");
const beside = document.getElementById("beside");
const wide = window.matchMedia("(min-width: 64rem)");
let opened = null;

function mark(link) {
  opened?.closest("tr").removeAttribute("aria-current");
  opened = link;
  opened?.closest("tr").setAttribute("aria-current", "true");
}

async function open(link) {
  mark(link);
  try {
    const answer = await fetch(link.href, { headers: { "HX-Request": "true" }, redirect: "manual" });
    if (!answer.ok) throw new Error(answer.status);
    const html = await answer.text();
    if (opened !== link) return;
    beside.innerHTML = html;
    beside.hidden = false;
  } catch {
    location.assign(link.href);
  }
}

function close() {
  const link = opened;
  beside.hidden = true;
  mark(null);
  link.focus();
}

list?.addEventListener("click", (event) => {
  const link = event.target.closest("[data-line]");
  if (event.target.closest("[data-close]")) close();
  if (!link || !wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link);
});
list?.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && opened) close();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.matches("[data-line]")) return;
  const lines = [...list.querySelectorAll("[data-line]")];
  const next = lines[lines.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (opened) open(next);
});
