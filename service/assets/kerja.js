"use strict";
(() => {
  // A form is sent once; the server would take it once, too.
  for (const form of document.querySelectorAll("form[method=post]"))
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "1";
    });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[method=post]")) delete form.dataset.sent;
  });

  // A sheet begins where its first wrong cell is seen.
  for (const grid of document.querySelectorAll(".grid")) {
    const wrong = grid.querySelector(".wrong");
    if (wrong && wrong.offsetLeft + wrong.offsetWidth > grid.clientWidth)
      grid.scrollLeft = wrong.offsetLeft + wrong.offsetWidth - grid.clientWidth + 20;
  }

  const drop = document.getElementById("drop");
  if (!drop) return;
  const input = document.getElementById("files");
  const said = document.getElementById("said");
  const chosen = document.getElementById("chosen");
  // The browser's own words about files would be in the language of the browser.
  drop.classList.add("own");
  const names = () => [...input.files].map((file) => file.name).join(", ");
  const show = () => (chosen.textContent = names() || chosen.dataset.none);
  show();
  const fits = () => {
    const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
    const large = size > Number(drop.dataset.most);
    said.textContent = large ? drop.dataset.large : "";
    input.setCustomValidity(large ? drop.dataset.large : "");
    return !large;
  };
  input.addEventListener("change", () => {
    show();
    fits();
  });
  drop.addEventListener("submit", () => {
    drop.classList.add("busy");
    said.textContent = drop.dataset.busy.replace("{name}", names);
  });
  window.addEventListener("pageshow", () => {
    drop.classList.remove("busy");
    show();
  });
  for (const name of ["dragenter", "dragover"])
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    show();
    if (fits()) drop.requestSubmit();
  });
  // A file that misses the frame must not replace the page.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
})();
