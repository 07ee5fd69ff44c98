// Keeps what was typed into a form in this tab, so that the end of a session or an old page loses nothing. Nothing of it
// leaves the browser; passwords, files and votes are never kept, and what one person typed is never offered to another.
const person = document.body.dataset.person;
const form = document.querySelector("form[data-keeps-text]");
const PREFIX = "unsent:";
const INTERRUPTED = "interrupted";
const NEVER_KEPT = ["password", "file", "hidden", "submit", "button"];
const entry = `${PREFIX}${person}:${location.pathname}`;

const read = (key) => JSON.parse(sessionStorage.getItem(key) ?? "null");
const isTicked = (field) => ["checkbox", "radio"].includes(field.type);
const fields = () => [...form.elements].filter((field) => field.name && !NEVER_KEPT.includes(field.type));
const values = () => fields().map((field) => [field.name, isTicked(field) ? field.value : "", isTicked(field) ? field.checked : field.value]);

function fill(kept) {
  for (const [name, choice, value] of kept) {
    const field = fields().find((one) => one.name === name && (!isTicked(one) || one.value === choice));
    if (!field) continue;
    if (isTicked(field)) field.checked = value;
    else field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function offer(kept) {
  const at = new Date(kept.at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  const notice = document.createElement("div");
  const inner = document.createElement("div");
  const words = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  words.textContent = form.dataset.unsent.replace("{}", at);
  inner.append(words);
  const offered = (label, deed) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-secondary";
    button.textContent = label;
    button.addEventListener("click", () => { deed(); notice.remove(); });
    inner.append(button, " ");
  };
  offered(form.dataset.unsentFill, () => { fill(kept.values); fields()[0].focus(); });
  offered(form.dataset.unsentDrop, () => sessionStorage.removeItem(entry));
  notice.append(inner);
  form.before(notice);
}

// What was sent is forgotten on the next page, unless a log-in or the page for an old form came between.
function settle() {
  if ("interrupts" in document.body.dataset) {
    sessionStorage.setItem(INTERRUPTED, "yes");
    return;
  }
  const interrupted = sessionStorage.getItem(INTERRUPTED) !== null;
  sessionStorage.removeItem(INTERRUPTED);
  if (interrupted) return;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && read(key).sent) sessionStorage.removeItem(key);
  }
}

settle();
if (form && person) {
  const kept = read(entry);
  if (kept && JSON.stringify(kept.values) !== JSON.stringify(values())) offer(kept);
  const keep = (sent) => sessionStorage.setItem(entry, JSON.stringify({ at: Date.now(), sent, values: values() }));
  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", () => keep(true));
}
