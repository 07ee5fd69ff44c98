// Sends chosen papers one after the other, so that only each by itself meets a bound, and says of each what became of it.
// Without this file the form sends them all at once.
const form = document.querySelector("form[data-file-by-file]");
const chosen = form?.querySelector("input[type=file]");
const told = form?.querySelector("[data-told]");
let last = Promise.resolve();
let going = 0;

function line(file) {
  const row = document.createElement("li");
  row.textContent = file.name;
  told.append(row);
  return row;
}

function say(row, words, isRefused) {
  row.className = isRefused ? "is-refused" : "";
  row.textContent = words;
}

function send(file, row) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.append(chosen.name, file);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("HX-Request", "true");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    say(row, `${file.name}: ${form.dataset.sending} ${Math.floor((loaded / total) * 100)}%`);
  });
  return new Promise((answered) => {
    request.addEventListener("loadend", () => {
      const lines = request.status === 200 && request.responseURL === form.action;
      if (lines) row.outerHTML = request.responseText;
      else if (request.status === 413) say(row, `${file.name}: ${form.dataset.tooLarge}`, true);
      else say(row, `${file.name}: ${request.status ? form.dataset.ended : form.dataset.unsent}`, true);
      answered();
    });
    request.send(body);
  });
}

// What else on the page depends on the papers comes anew; the form itself stays, with what it said.
async function follow() {
  const answer = await fetch(location.href);
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of form.dataset.follows.split(" ")) {
    const old = document.getElementById(id);
    const fresh = page.getElementById(id);
    if (!old || !fresh) continue;
    fresh.querySelector("form[data-file-by-file]")?.replaceWith(form);
    old.replaceWith(fresh);
  }
  const folded = form.closest("details");
  if (folded) folded.open = true;
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const files = [...chosen.files].map((file) => [file, line(file)]);
  chosen.value = "";
  form.querySelector("[data-chosen]").textContent = "";
  for (const [file, row] of files) {
    if (file.size > Number(form.dataset.most)) {
      say(row, `${file.name}: ${form.dataset.tooLarge}`, true);
      continue;
    }
    say(row, `${file.name}: ${form.dataset.waits}`);
    going += 1;
    last = last.then(() => send(file, row)).then(() => {
      going -= 1;
      return going ? undefined : follow();
    }).catch(() => {});
  }
});
window.addEventListener("beforeunload", (event) => {
  if (going) event.preventDefault();
});
