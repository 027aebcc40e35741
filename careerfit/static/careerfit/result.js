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

  // What a link to WhatsApp would send, without an app that is decided for the student.
  const share = (link) => {
    const words = new URL(link.href).searchParams.get("text").split(" ");
    const url = words.pop();
    navigator.share({ title: "CareerFit", text: words.join(" "), url }).catch(() => {});
  };

  const prepareSharing = ([own, invitation]) => {
    if (!navigator.share) return;
    offer(".share button", () => share(own));
    invitation.addEventListener("click", (event) => {
      event.preventDefault();
      share(invitation);
    });
  };

  const prepareKeeping = (field) => {
    offer("[data-copy]", async ({ dataset }) => {
      await copy(field);
      document.querySelector(".keep [role=status]").textContent = dataset.copy;
    });
    offer("[data-print]", () => print());
  };

  prepareSharing(document.querySelectorAll(".share a"));
  prepareKeeping(document.querySelector("#alamat"));
})();
