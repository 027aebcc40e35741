// The result page: share, copy and print it. Without this script the page lacks only these conveniences.
"use strict";
(() => {
  const offer = (selector, act) => {
    for (const button of document.querySelectorAll(selector)) {
      button.hidden = false;
      button.addEventListener("click", () => act(button));
    }
  };

  const copy = async (field) => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // a school's own network has no HTTPS, so no clipboard
    }
  };

  const share = () => navigator.share({ title: document.title, url: location.href }).catch(() => {});

  const prepareKeeping = (field) => {
    offer("[data-copy]", async ({ dataset }) => {
      await copy(field);
      document.querySelector(".keep [role=status]").textContent = dataset.copy;
    });
    offer("[data-print]", () => print());
  };

  if (navigator.share) offer(".share button", share);
  prepareKeeping(document.querySelector("#alamat"));
})();
