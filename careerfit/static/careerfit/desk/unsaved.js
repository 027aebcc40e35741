/* Ask before leaving a form whose changes are not saved. The browser words the question itself. */
(function () {
  "use strict";
  const form = document.querySelector("#content form[method=post]");
  if (!form) {
    return;
  }
  let unsaved = "unsaved" in document.currentScript.dataset;
  const changed = () => {
    unsaved = true;
  };
  for (const event of ["input", "change", "formset:added", "formset:removed"]) {
    form.addEventListener(event, changed);
  }
  form.addEventListener("submit", () => {
    unsaved = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
})();
