// Enter in the last row of a line's page goes on to the next line, once what was typed is saved.
const grid = document.querySelector("[data-autosave][data-next]");
const boxes = () => [...document.querySelectorAll('[data-autosave] input[data-cell$="-points"]')];

function goOn(box) {
  const cell = box.closest("td");
  const kept = () => cell.querySelector("input[type=hidden]").value;
  if (box.value === kept()) {
    window.location.assign(grid.dataset.next);
    return;
  }
  const watch = new MutationObserver(() => {
    const state = cell.querySelector(".cell-state");
    if (state.classList.contains("is-stuck")) {
      watch.disconnect();
      box.focus();
    } else if (state.classList.contains("is-saved")) {
      watch.disconnect();
      window.location.assign(grid.dataset.next);
    }
  });
  watch.observe(cell, { childList: true, subtree: true, attributes: true });
  box.blur();
}

const first = boxes().find((box) => !box.value) ?? boxes()[0];
if (first && !document.querySelector("[autofocus]")) first.focus();
if (grid) {
  grid.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    const all = boxes();
    if (event.target === all[all.length - 1]) goOn(event.target);
  });
}
