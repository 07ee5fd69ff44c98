// Saves each field of a grid or a page of passages as it is left. Without this file the page's own button saves them all.
const grid = document.querySelector("[data-autosave]");
const PAUSE = 1500;
const RETRY = 4000;
const waiting = new Map();
const underway = new Set();
const unsaved = new Set();

const box = (key) => document.getElementById(`text-${key}`);
const state = (key) => document.getElementById(`state-${key}`);
const seen = (key) => state(key).querySelector("input[type=hidden]").value;

function say(key, words, tone) {
  const place = state(key);
  place.className = `cell-state ${tone}`;
  for (const old of place.querySelectorAll("p")) old.remove();
  const line = document.createElement("p");
  line.textContent = words;
  place.append(line);
}

function take(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  for (const piece of [...holder.content.children]) {
    const old = document.getElementById(piece.id);
    const focused = old.contains(document.activeElement) && document.activeElement.localName;
    old.replaceWith(piece);
    if (focused) piece.querySelector(focused)?.focus();
  }
}

// One after the other: an answer also tells how far the whole is, and an older one must not come last.
let last = Promise.resolve();

function post(fields) {
  const answered = last.then(() => send(fields));
  last = answered.catch(() => {});
  return answered;
}

// The cookie's token is of the latest log-in, in whichever tab; the page's own may be of an earlier one.
function token() {
  const kept = document.cookie.split("; ").find((one) => one.startsWith("csrftoken="));
  return kept ? kept.split("=")[1] : document.querySelector("#autosave [name=csrfmiddlewaretoken]").value;
}

async function send(fields) {
  const body = new URLSearchParams(fields);
  const response = await fetch(grid.dataset.save, {
    method: "POST",
    body,
    headers: { "HX-Request": "true", "X-CSRFToken": token() },
    redirect: "manual",
  });
  if (response.type === "opaqueredirect" || response.status === 403) throw new SessionEnded();
  if (response.status !== 200 && response.status !== 409) throw new Error(response.status);
  return { stands: response.status === 200, html: await response.text() };
}

class SessionEnded extends Error {}

// Others on the page follow: the cell whose state changed, and whether something is still on its way.
function tell(key) {
  grid.toggleAttribute("data-pending", waiting.size + underway.size > 0);
  grid.dispatchEvent(new CustomEvent("autosaved", { detail: key }));
}

async function save(key, since = seen(key)) {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  if (underway.has(key)) {
    later(key, PAUSE);
    return;
  }
  const text = box(key).value;
  if (text === since && !unsaved.has(key)) {
    tell(key);
    return;
  }
  underway.add(key);
  unsaved.add(key);
  say(key, grid.dataset.saving, "");
  tell(key);
  try {
    const answer = await post({ [`text-${key}`]: text, [`seen-${key}`]: since });
    take(answer.html);
    if (answer.stands) unsaved.delete(key);
    box(key).setAttribute("aria-invalid", String(!answer.stands || state(key).classList.contains("is-troubled")));
    if (answer.stands && box(key).value !== text) later(key, PAUSE);
  } catch (problem) {
    const ended = problem instanceof SessionEnded;
    say(key, ended ? grid.dataset.ended : grid.dataset.unsaved, "is-stuck");
    if (!ended) later(key, RETRY);
  } finally {
    underway.delete(key);
    tell(key);
  }
}

function later(key, pause) {
  clearTimeout(waiting.get(key));
  waiting.set(key, setTimeout(() => save(key), pause));
  grid.toggleAttribute("data-pending", true);
}

async function keep(key) {
  const answer = await post({ [`text-${key}`]: "", [`seen-${key}`]: "", keep: "1" });
  take(answer.html);
  unsaved.delete(key);
  box(key).focus();
  tell(key);
}

function insist(key, theirs) {
  box(key).focus();
  save(key, theirs);
}

function step(from, rows) {
  const part = from.dataset.cell.split("-")[1];
  const column = [...grid.querySelectorAll("[data-cell]")].filter((one) => one.dataset.cell.endsWith(`-${part}`));
  const next = column[column.indexOf(from) + rows];
  if (next) next.focus();
}

function across(from, cells) {
  if (!from.closest("tr")) return false;
  const row = [...from.closest("tr").querySelectorAll("input[data-cell]")];
  const next = row[row.indexOf(from) + cells];
  if (!next) return false;
  next.focus();
  const caret = cells < 0 ? next.value.length : 0;
  next.setSelectionRange(caret, caret);
  return true;
}

function leavesItsText(event) {
  const { selectionStart, selectionEnd, value } = event.target;
  const edge = { ArrowLeft: 0, ArrowRight: value.length }[event.key];
  const alone = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
  return alone && selectionStart === edge && selectionEnd === edge;
}

if (grid) {
  grid.addEventListener("change", (event) => {
    if (event.target.matches("[data-cell]")) save(event.target.dataset.cell);
  });
  grid.addEventListener("input", (event) => {
    if (event.target.matches("[data-cell]")) later(event.target.dataset.cell, PAUSE);
  });
  grid.addEventListener("keydown", (event) => {
    if (!event.target.matches("input[data-cell]")) return;
    const rows = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (rows) step(event.target, rows);
    if (rows || (leavesItsText(event) && across(event.target, event.key === "ArrowLeft" ? -1 : 1))) event.preventDefault();
  });
  grid.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.keep) keep(button.dataset.keep);
    if (button?.dataset.insist) insist(button.dataset.insist, button.dataset.theirs);
  });
  const tryAgain = () => { for (const key of unsaved) later(key, 0); };
  window.addEventListener("online", tryAgain);
  window.addEventListener("focus", tryAgain);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) tryAgain(); });
  // A button of the form itself sends every box along: nothing is left to be saved.
  document.getElementById("autosave")?.addEventListener("submit", () => {
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
    unsaved.clear();
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved.size || waiting.size) event.preventDefault();
  });
  // On a slow line people type before this file has come.
  for (const field of grid.querySelectorAll("input[data-cell], textarea[data-cell]")) {
    if (field.value !== field.defaultValue) later(field.dataset.cell, PAUSE);
  }
}
