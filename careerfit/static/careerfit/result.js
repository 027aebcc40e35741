// The result page: share, copy and print it, and note it for the list of earlier results. Without
// this script the page lacks only these conveniences.
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
    // On paper what is folded is open; older browsers do not know how to say that in a style.
    addEventListener("beforeprint", () => {
      for (const trait of document.querySelectorAll(".trait details")) trait.open = true;
    });
  };

  // The first result on a device has no others beside it, so what lists and compares them (earlier.js)
  // is loaded for later ones only.
  const note = ({ key, list, profession, title, edition, match, low, high, date }) => {
    const STORE = "careerfit:results";
    const result = { address: location.pathname, profession, title, edition, match: +match, low: +low, high: +high, date };
    try {
      const stored = localStorage[STORE];
      // The back button may bring back what was deleted since.
      addEventListener("pageshow", ({ persisted }) => {
        if (persisted && !localStorage[STORE]?.includes(key)) location.reload();
      });
      if (stored) {
        window.careerfit.result = result;
        document.head.append(Object.assign(document.createElement("script"), { src: list }));
      } else localStorage[STORE] = JSON.stringify([result]);
    } catch {
      // Blocked or full: the list is a convenience, so nobody needs to hear of it.
    }
  };

  const isMine = () => {
    try {
      return localStorage["careerfit:mine"] === new Date().toDateString();
    } catch {}
  };

  // What it was answered with goes from what was sent to what other quizzes may offer (carry.js). Whose
  // device this is, or whose answers were taken up, has theirs beside it; anybody else's go.
  const keepAnswers = ({ key, profession, title }) => {
    const { names, read, drop, write } = window.careerfit;
    const SENT = "careerfit:sent:";
    const KEPT = SENT + "answers:";
    const sent = names(SENT).map(read).find((one) => one?.same && one.result?.includes(key));
    if (!sent) return;
    const note = read(SENT + "carried:" + profession);
    const carried = note?.key === sent.key ? note.names : [];
    const answers = {};
    sent.names.forEach((name, n) => {
      const value = sent.answers[name]; // none where it is "lewati"
      if (value >= 0 && !carried.includes(name)) answers[name] = [value, sent.same.slice(3 * n, 3 * n + 3)];
    });
    if (!carried[0] && !isMine()) names(KEPT).forEach(drop);
    write(KEPT + profession, { key, title, answers }, 30);
  };

  const { dataset } = document.querySelector(".earlier");
  keepAnswers(dataset);
  note(dataset);
  if (navigator.share) offer(".share button", share);
  prepareKeeping(document.querySelector("#alamat"));
})();
