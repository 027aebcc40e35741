// The result page: share, copy and print it; remember on this phone which results there were, and
// forget those that are gone. Without this script the page lacks only these conveniences.
"use strict";
(() => {
  const STORE = "careerfit:results";
  const MOST = 20;

  const onThisSite = (address) => /^\/\w/.test(address);

  // What is stored may be full, blocked, or written by something else: then there is nothing.
  const load = () => {
    try {
      return JSON.parse(localStorage.getItem(STORE)).filter(
        (r) => onThisSite(r.address) && [r.match, r.low, r.high].every(Number.isFinite) && Date.parse(r.date)
      );
    } catch {
      return [];
    }
  };
  const save = (results) => {
    try {
      if (results.length) localStorage.setItem(STORE, JSON.stringify(results));
      else localStorage.removeItem(STORE);
    } catch {
      // Blocked or full: the list is a convenience, so nobody needs to hear of it.
    }
  };
  // By its key, which is in its address in every language.
  const forget = (key) => save(load().filter(({ address }) => !address.includes(key)));

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

  const compare = (words, now, then) => {
    if (then.edition !== now.edition) return words.otherQuiz;
    if (then.high >= now.low && then.low <= now.high) return words.overlap;
    return now.match > then.match ? words.nowHigher : words.nowLower;
  };

  const listItem = (section, now, then) => {
    const item = section.querySelector("template").content.firstElementChild.cloneNode(true);
    const [link, match, comparison, button] = item.querySelectorAll("a, strong, .comparison, button");
    link.href = then.address;
    link.textContent = new Date(then.date).toLocaleString(section.dataset.locale, {
      dateStyle: "long",
      timeStyle: "short",
    });
    match.textContent = `${then.match} (${then.low}–${then.high})`;
    comparison.textContent = compare(section.dataset, now, then);
    button.setAttribute("aria-label", `${button.textContent}: ${link.textContent}`);
    button.addEventListener("click", () => {
      forget(then.address);
      item.remove();
      section.hidden = !section.querySelector("li");
    });
    return item;
  };

  const showOthers = (section, now) => {
    const others = load().filter((r) => r.profession === now.profession && r.address !== now.address);
    others.sort((a, b) => Date.parse(b.date) - Date.parse(a.date));
    section.querySelector("ul").append(...others.map((then) => listItem(section, now, then)));
    section.hidden = !others.length;
    offer("[data-forget-all]", () => {
      save([]);
      section.hidden = true;
    });
  };

  const rememberThis = (section) => {
    const { key, profession, edition, match, low, high, date } = section.dataset;
    const now = { address: location.pathname, profession, edition, match: +match, low: +low, high: +high, date };
    forget(key);
    save([now, ...load()].slice(0, MOST));
    showOthers(section, now);
  };

  const gone = document.querySelector("[data-gone]");
  const section = document.querySelector(".earlier");
  if (gone) forget(gone.dataset.key);
  else if (section) {
    rememberThis(section);
    prepareSharing(document.querySelectorAll(".share a"));
    prepareKeeping(document.querySelector("#alamat"));
    // The back button may bring back what was deleted since.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted && !load().some(({ address }) => address.includes(section.dataset.key))) location.reload();
    });
  }
})();
