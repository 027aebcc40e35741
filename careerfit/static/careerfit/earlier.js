// What there was on this device before: quizzes that were begun, and results that were opened, at
// home and on a result. Results are shown to who says that they are theirs: computers are shared.
"use strict";
(() => {
  const STORE = "careerfit:results";
  const MINE = "careerfit:mine"; // the day on which somebody said so
  const MOST = 20;
  const KEPT = 90 * 864e5;
  const phone = window.careerfit;

  const onThisSite = (address) => /^\/\w/.test(address);

  // What is stored may be full, blocked, or written by something else: then there is nothing.
  const load = () => {
    try {
      return JSON.parse(localStorage.getItem(STORE)).filter(
        ({ address, match, low, high, date }) =>
          onThisSite(address) && [match, low, high].every(Number.isFinite) && Date.now() - Date.parse(date) < KEPT
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
    // What other quizzes may offer (carry.js) goes along with the result that it was answered for.
    for (const name of phone.names("careerfit:sent:answers:"))
      if (!results.some(({ address }) => address.includes(phone.read(name)?.key))) phone.drop(name);
  };
  // By its key, which is in its address in every language.
  const forget = (key) => save(load().filter(({ address }) => !address.includes(key)));

  const today = () => new Date().toDateString(); // pages stay open past midnight
  const isMine = () => {
    try {
      return localStorage[MINE] === today();
    } catch {}
  };

  const copyOf = (template) => template.content.firstElementChild.cloneNode(true);

  // Until it is said whose they are, nothing shows: no name, no number, not even how many.
  const list = (section, find, itemOf) => {
    const results = find().sort((a, b) => Date.parse(b.date) - Date.parse(a.date));
    const mine = isMine();
    section.hidden = !results.length;
    section.querySelector("[data-ask]").hidden = mine;
    section.querySelector("[data-list]").hidden = !mine;
    section.querySelector("[data-list] ul").replaceChildren(...(mine ? results.slice(0, section.dataset.most || MOST).map(itemOf) : []));
  };
  const prepare = (section, find, itemOf, others) => {
    const draw = () => list(section, find, itemOf);
    const on = (selector, act) =>
      section.querySelector(selector).addEventListener("click", () => {
        act();
        draw();
        (section.querySelector("[data-list] a") || document.getElementById("isi")).focus();
      });
    on("[data-yes]", () => {
      try {
        localStorage[MINE] = today();
      } catch {} // blocked or full: it asks again
    });
    on("[data-no]", () => save(others));
    on("[data-forget-all]", () => save([]));
    draw();
    return draw;
  };

  const itemOf = (section, then) => {
    const item = copyOf(section.querySelector("template"));
    const [link, match] = item.querySelectorAll("a, strong");
    const { locale } = section.dataset;
    link.href = then.address;
    link.textContent = new Date(then.date).toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
    match.textContent = `${then.match} (${then.low}–${then.high})`;
    return item;
  };

  const compare = (words, now, then) => {
    if (then.edition !== now.edition) return words.otherQuiz;
    if (then.high >= now.low && then.low <= now.high) return words.overlap;
    return now.match > then.match ? words.nowHigher : words.nowLower;
  };

  const addThis = (section, now) => {
    const others = () => load().filter((one) => one.profession === now.profession && one.address !== now.address);
    const before = load().filter(({ address }) => !address.includes(section.dataset.key));
    save([now, ...before].slice(0, MOST));
    const compared = (then) => {
      const item = itemOf(section, then);
      const button = item.querySelector("button");
      item.querySelector(".comparison").textContent = compare(section.dataset, now, then);
      button.setAttribute("aria-label", `${button.textContent}: ${item.querySelector("a").textContent}`);
      button.addEventListener("click", () => {
        forget(then.address);
        draw();
      });
      return item;
    };
    const draw = prepare(section, others, compared, [now]);
  };

  const begun = (template, { title, action, answers, names, total }) => {
    const item = copyOf(template);
    const [link, place] = item.children;
    link.href = action;
    link.append(` ${title || ""}`);
    const given = Object.values(answers).filter((value) => value >= 0).length;
    const all = names?.length || total; // as earlier versions noted it
    if (all) place.textContent = template.dataset.place.replace("{n}", given).replace("{total}", all);
    return item;
  };

  const showAtHome = (section) => {
    const drafts = section.querySelector("[data-drafts]");
    const named = (then) => {
      const item = itemOf(section, then);
      if (then.title) item.querySelector("a").prepend(`${then.title}, `);
      return item;
    };
    save(load());
    const drawResults = prepare(section.querySelector("[data-results]"), load, named, []);
    const settle = () => {
      section.hidden = !section.querySelector("[data-drafts] li, [data-results]:not([hidden])");
    };
    const draw = () => {
      const open = phone.names(phone.DRAFT).map(phone.read);
      const items = open.filter((one) => one && !one.body && onThisSite(one.action));
      drafts.replaceChildren(...items.map((one) => begun(section.querySelector("[data-begun]"), one)));
      drawResults();
      settle();
    };
    draw();
    section.addEventListener("click", settle);
    addEventListener("pageshow", draw); // the back button may show it as it was before
    document.addEventListener("careerfit", draw);
  };

  const gone = document.querySelector("[data-gone]");
  const earlier = document.querySelector(".earlier");
  const home = document.querySelector(".at-home");
  if (gone) forget(gone.dataset.key);
  if (earlier) addThis(earlier, phone.result);
  if (home) showAtHome(home);
})();
