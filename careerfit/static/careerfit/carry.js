// What was answered in other quizzes on this device is offered in this one, not asked again. quiz.js
// loads it where there is anything. Why it is like this: docs/decisions/0056-answers-that-travel.md
"use strict";
(() => {
  const KEPT = "careerfit:sent:answers:"; // by result.js, for each quiz
  const MINE = "careerfit:mine"; // the day on which somebody said whose they are: see earlier.js
  const MARK = 3; // characters of data-same for each statement
  const phone = window.careerfit;
  const form = document.querySelector("form.quiz");
  const template = document.getElementById("quiz-carry");
  const { draft, same } = document.getElementById("quiz-steps").dataset;
  const said = template.dataset;
  const fields = form.elements;
  const box = template.content.firstElementChild;
  const resume = form.querySelector(".guide .ask");
  const overview = form.querySelector("[data-part=all]");
  const NOTE = "careerfit:sent:carried:" + draft; // what this quiz took up, by the key of its form
  const { lang } = document.documentElement;
  const locale = lang === "en" ? "en-GB" : lang;
  const today = new Date().toDateString();

  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
  const press = (action) => form.querySelector(`[data-do=${action}]`).click();

  // Each statement that was answered: the button, when, and in which quiz. The newest answer counts.
  const findAnswers = () => {
    const found = new Map();
    const statements = [...form.querySelectorAll(".statement")];
    const others = phone.names(KEPT).filter((name) => name !== KEPT + draft);
    const kept = others.map(phone.read).filter(Boolean);
    for (const { answers, written, title } of kept.sort((a, b) => a.written - b.written))
      statements.forEach((statement, n) => {
        const radios = [...statement.querySelectorAll("input")];
        const [value, mark] = answers[radios[0].name] || [];
        const radio = mark === same.slice(MARK * n, MARK * (n + 1)) && radios.find((one) => one.value === value);
        if (radio) found.set(n, { radio, written, title });
      });
    return found;
  };
  const found = findAnswers();

  // Those that are as they were taken up: a changed answer is one of today.
  const taken = () => [...found].filter(([, { radio }]) => radio.checked && radio.dataset.from);
  const take = ({ radio, title }) => (radio.dataset.from = fill(said.from, { title }));
  const note = () => {
    const names = taken().map(([, { radio }]) => radio.name);
    phone.write(NOTE, { key: fields.key.value, names }, 8);
  };
  const showTaken = () => {
    for (const [n, { radio }] of taken()) {
      overview.children[n]?.querySelector("small").append(radio.dataset.from);
      overview.parentNode.open = true;
    }
  };

  const done = () => {
    if (!box.isConnected) return;
    box.remove();
    resume.hidden = false;
    form.classList.remove("asking");
  };

  const turnTo = (part) => {
    for (const one of box.children) one.hidden = one.dataset.ask !== part;
    const title = box.querySelector(`[data-ask=${part}] h2`);
    title.tabIndex = -1;
    title.focus();
  };

  const offer = () => {
    const all = [...found.values()].sort((a, b) => a.written - b.written);
    const dayOf = ({ written }) => new Date(written).toLocaleDateString(locale, { day: "numeric", month: "long" });
    const days = new Set([dayOf(all[0]), dayOf(all[all.length - 1])]);
    const values = { n: all.length, total: same.length / MARK, day: [...days].join(" – ") };
    box.querySelector("[data-found]").textContent = fill(said.on, values);
    box.querySelector("[data-titles]").textContent = [...new Set(all.map(({ title }) => title))].join(", ");
    turnTo("offer");
  };

  const remember = (value) => {
    try {
      if (value) localStorage[MINE] = value;
      return localStorage[MINE];
    } catch {}
  };

  const actions = {
    yes() {
      remember(today);
      offer();
    },
    no() {
      phone.names(KEPT).forEach(phone.drop);
      phone.drop("careerfit:results");
      done();
      press("resume");
    },
    take() {
      for (const one of found.values()) {
        one.radio.checked = true;
        take(one);
      }
      note();
      done();
      press("resume");
      if (found.has(0)) press("next");
    },
    // From another one's answers, maybe: whose the earlier ones are is asked anew.
    fresh() {
      done();
      press("restart");
    },
  };

  const ask = () => {
    resume.hidden = true;
    resume.before(box);
    form.classList.add("asking");
    if (remember() === today) offer();
    else turnTo("whose");
  };

  // For the server: which answers, and how old they are in seconds, since clocks are wrong.
  const tell = () => {
    const age = (written) => Math.max(0, Math.round((Date.now() - written) / 1e3));
    const told = taken().map(([, { radio, written }]) => `${radio.name.replace("answer-", "")}:${radio.value}:${age(written)}`);
    fields.carried.value = told.join(" ");
    if (told[0]) note();
  };

  box.addEventListener("click", ({ target }) => actions[target.dataset.carry]?.());
  form.addEventListener("click", ({ target }) => {
    if (target.dataset.do === "restart") for (const { radio } of found.values()) delete radio.dataset.from;
  });
  // Before the page itself sends it, or shows what was found on the disk.
  document.addEventListener("submit", tell, true);
  document.addEventListener("careerfit", ({ detail }) => detail.state === "recalled" && done(), true);
  new MutationObserver(showTaken).observe(overview, { childList: true });

  const before = phone.read(NOTE);
  if (before?.key === fields.key.value)
    for (const one of found.values()) if (before.names.includes(one.radio.name)) take(one);
  showTaken();
  if (found.size && !form.querySelector(":checked") && !form.matches(".asking, .reviewing")) ask();
})();
