// The grid as an office knows it from Excel: what belongs to the row at hand beside it, a block pasted to be looked at
// first, Ctrl+D, handing in by way of the first gap; on a phone one indicator at a time.
const grid = document.querySelector(".figures-entry");
const rows = [...grid.querySelectorAll("tbody tr")];
const said = document.querySelector("[data-entry-said]");
const cellSaid = document.querySelector("[data-cell-said]");
const place = document.querySelector("[data-place]");
const paste = document.getElementById("paste");

const cells = () => [...grid.querySelectorAll("input[data-cell]")];
const partOf = (cell) => cell.dataset.cell.split("-")[1];
const state = (cell) => document.getElementById(`state-${cell.dataset.cell}`);
const here = () => rows.find((row) => row.classList.contains("is-here"));

function show(row) {
  here().classList.remove("is-here");
  document.querySelector(".pane.is-here").classList.remove("is-here");
  row.classList.add("is-here");
  document.getElementById(`about-${row.dataset.row}`).classList.add("is-here");
  place.textContent = `${rows.indexOf(row) + 1}/${rows.length}`;
}

function sayOf(cell) {
  const words = cell ? [...state(cell).querySelectorAll(":scope > p:not(.scripted-only)")].map((one) => one.textContent.trim()) : [];
  cellSaid.textContent = words.join(" ") || cellSaid.dataset.hint;
}

const focusedCell = () => (document.activeElement.matches("input[data-cell]") ? document.activeElement : null);

function changed(cell, text) {
  cell.value = text;
  cell.dispatchEvent(new Event("change", { bubbles: true }));
}

// Nothing of the grid is left behind when the page is left for the one that shows the block.
function whenSaved(deed) {
  if (!grid.hasAttribute("data-pending")) {
    deed();
    return;
  }
  grid.addEventListener("autosaved", () => whenSaved(deed), { once: true });
}

function sendBlock(cell, text) {
  paste.elements.first.value = cell.closest("tr").dataset.row;
  paste.elements.part.value = partOf(cell);
  paste.elements.block.value = text;
  changed(cell, cell.value);
  whenSaved(() => {
    for (const old of paste.querySelectorAll("[data-seen]")) old.remove();
    for (const one of grid.querySelectorAll("input[name^=seen-]")) {
      const copy = one.cloneNode();
      copy.removeAttribute("form");
      copy.dataset.seen = "";
      paste.append(copy);
    }
    paste.submit();
  });
}

grid.addEventListener("focusin", (event) => {
  show(event.target.closest("tr"));
  sayOf(focusedCell());
});
grid.addEventListener("autosaved", ({ detail: key }) => {
  const cell = document.getElementById(`text-${key}`);
  const first = state(cell).querySelector("p");
  if (first) said.textContent = `${cell.getAttribute("aria-label").split(": ").pop()}: ${first.textContent.trim()}`;
  said.className = `entry-said ${state(cell).className.replace("cell-state", "")}`;
  sayOf(focusedCell());
});
grid.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (!event.target.matches("input[data-cell]") || !/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  sendBlock(event.target, text);
});
grid.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey && event.key.toLowerCase() === "d" && event.target.matches("input[data-cell]"))) return;
  event.preventDefault();
  const column = cells().filter((one) => partOf(one) === partOf(event.target));
  const above = column[column.indexOf(event.target) - 1];
  if (above) changed(event.target, above.value);
});
for (const button of document.querySelectorAll("[data-go]")) {
  button.addEventListener("click", () => {
    const next = rows[rows.indexOf(here()) + Number(button.dataset.go)];
    if (next) show(next);
    here().scrollIntoView({ block: "nearest" });
  });
}
document.querySelector(".figures-foot").addEventListener("submit", (event) => {
  event.preventDefault();
  whenSaved(handIn);
});

function handIn() {
  const form = document.querySelector("#figures-progress form");
  if (!form.dataset.gap) {
    form.submit();
    return;
  }
  const cell = document.getElementById(`text-${form.dataset.gap}`);
  show(cell.closest("tr"));
  cell.focus();
  cell.scrollIntoView({ block: "center" });
  said.textContent = document.getElementById("not-yet").textContent;
  said.className = "entry-said is-troubled";
}
const asked = location.hash.startsWith("#text-") && document.getElementById(location.hash.slice(1));
if (asked) asked.focus();

// A box cuts a long text off, paper does not.
window.addEventListener("beforeprint", () => {
  for (const cell of cells()) cell.parentElement.querySelector(".on-paper").textContent = cell.value;
});
