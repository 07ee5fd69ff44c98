// Comforts only: every page works without this file.
const narrow = window.matchMedia("(max-width: 48rem)");

function foldMenus() {
  for (const menu of document.querySelectorAll("[data-folds-on-phone]")) {
    menu.open = !narrow.matches;
  }
}
foldMenus();
narrow.addEventListener("change", foldMenus);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// A table that fits moves with the page and keeps its headings in sight; one that does not can be moved by the keyboard.
const regions = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    const region = target.closest(".table-region");
    if (!region) continue;
    const fits = region.scrollWidth <= region.clientWidth;
    region.classList.toggle("is-whole", fits);
    if (fits) region.removeAttribute("tabindex");
    else region.tabIndex = 0;
  }
});
function watchTables(within) {
  for (const region of within.querySelectorAll(".table-region")) {
    regions.observe(region);
    if (region.firstElementChild) regions.observe(region.firstElementChild);
  }
}
watchTables(document);
document.addEventListener("htmx:load", (event) => watchTables(event.target.parentElement ?? event.target));
document.addEventListener("last-answer", () => window.location.reload());

for (const zone of document.querySelectorAll("[data-drop-zone]")) {
  const input = zone.querySelector("input[type=file]");
  const chosen = zone.querySelector("[data-chosen]");
  const told = (file) => `${file.name} (${(file.size / 1024).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 0 })} KB)`;
  const tell = () => {
    chosen.textContent = [...input.files].map(told).join(", ");
    if (input.files.length) zone.closest("form[data-sends-at-once]")?.requestSubmit();
  };
  input.addEventListener("change", tell);
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("is-over"); });
  }
  for (const name of ["dragleave", "drop"]) {
    zone.addEventListener(name, () => zone.classList.remove("is-over"));
  }
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      tell();
    }
  });
}

// After a deed the page says what became of it: whoever goes on by keyboard goes on from there.
if (!location.hash) document.getElementById("messages")?.focus();
