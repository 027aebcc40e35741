// Shows the quiz one statement at a time, with the form's own controls, and drafts each answer.
"use strict";
(() => {
  const form = document.querySelector("form.quiz");
  const parts = document.getElementById("quiz-steps");
  const phone = window.careerfit;
  if (!form || !parts || !phone) return;

  const fields = form.elements;
  const button = form.querySelector("[type=submit]");
  const label = button.textContent;
  const statements = [...form.querySelectorAll(".statement")];
  const total = statements.length;
  // The server's page of what is missing has links to the statements, so there all are shown.
  const listed = form.querySelector(".error-summary");
  const ui = parts.content.cloneNode(true);
  const part = {};
  ui.querySelectorAll("[data-part]").forEach((one) => (part[one.dataset.part] = one));
  const classes = form.classList;
  const radios = (n) => [...statements[n].querySelectorAll("input")];
  const chosen = (n) => radios(n).find((radio) => radio.checked);
  const answered = (n) => chosen(n) && chosen(n).value >= 0; // "lewati" is no answer
  const names = statements.map((_, n) => radios(n)[0].name);
  const name = phone.DRAFT + parts.dataset.draft;
  const said = parts.dataset;
  const fill = (text, n) => text.replace("{n}", n).replace("{total}", total);
  const legend = (n) => statements[n].querySelector("legend");
  const say = (text) => (part.status.textContent = text);

  let at = 0;
  let before; // the answer that the statement had when it came up
  let last = null; // what the last step forward can undo
  let checking = false; // on a visit from the overview, to which the next step returns
  let waiting; // the answers that are on their way
  let byKey = false;
  let timer;
  let shown = 0;
  // Time spent, not a moment: pages come from the cache, clocks are wrong, drafts wait overnight.
  let spent = 1e3 * fields.seconds.value;
  let tick = performance.now();

  const mint = () =>
    btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .slice(0, 22);

  const collect = () => {
    const answers = {};
    statements.forEach((_, n) => chosen(n) && (answers[chosen(n).name] = chosen(n).value));
    return answers;
  };

  const save = (send) => {
    const answers = collect();
    const all = JSON.stringify(answers);
    // What was sent stays as it was until an answer changes: it may have arrived unheard.
    if (all === waiting && phone.read(name)?.body) return;
    waiting = send && all;
    spent += Math.min(performance.now() - tick, 6e4);
    tick = performance.now();
    fields.seconds.value = Math.round(spent / 1e3);
    if (!send && all === "{}") return phone.drop(name);
    const entry = {
      answers,
      spent,
      key: fields.key.value,
      edition: fields.edition.value,
      action: form.getAttribute("action"),
      at: names[at],
      body: send ? String(new URLSearchParams(new FormData(form))) : "",
    };
    // A draft goes after a day; what was sent is a promise, and has a week to find a network.
    phone.write(name, entry, send ? 7 : 1);
    if (!send) unsent("");
  };

  const unsent = (reason) => {
    part.unsent.hidden = !reason;
    part.reason.textContent = reason;
    button.textContent = reason ? said.now : label;
  };

  const jump = (n) => {
    const item = part.jump.content.firstElementChild.cloneNode(true);
    const [go] = item.children;
    go.dataset.jump = n;
    go.prepend(legend(n).textContent);
    go.lastChild.textContent = answered(n) ? chosen(n).parentNode.textContent : said.none;
    return item;
  };

  const overview = () => {
    const all = [...names.keys()];
    const open = all.filter((n) => !answered(n));
    part.count.textContent = fill(said.count, total - open.length);
    part.open.hidden = !open.length;
    part.list.replaceChildren(...open.map(jump));
    part.all.replaceChildren(...all.map(jump));
    return part.count;
  };

  const show = (n, quietly) => {
    clearTimeout(timer);
    at = n;
    before = n < total && chosen(n);
    shown = Date.now();
    statements.forEach((statement, i) => statement.classList.toggle("now", i === n));
    classes.toggle("reviewing", n === total);
    classes.toggle("begun", n > 0);
    part.bar.value = n + 1;
    part.place.textContent = fill(said.place, Math.min(n + 1, total));
    part.back.hidden = !n;
    part.undo.hidden = !last;
    checking = checking && n < total;
    const target = n < total ? legend(n) : overview();
    if (quietly) return;
    target.tabIndex = -1;
    target.focus();
    say((n < total ? part.place : target).textContent);
    save();
  };
  const forward = () => show(checking ? total : Math.min(at + 1, total));

  // Called when the radio is checked already.
  const record = () => {
    last = { at, before, checking };
    save();
  };

  const restore = ({ answers, key, spent: until, body }) => {
    form.reset();
    for (const field in answers) if (fields[field]) fields[field].value = answers[field];
    fields.key.value = key;
    spent = until;
    if (body) waiting = JSON.stringify(collect());
  };

  const offer = (entry) => {
    restore(entry);
    // At the statement that was open, or the next one without an answer.
    at = entry.at ? Math.max(0, names.indexOf(entry.at)) : total;
    while (at < total && chosen(at)) at += 1;
    classes.add("asking");
    part.ask.textContent = at < total ? fill(said.resume, at + 1) : said.resumeEnd;
    part.changed.hidden = entry.edition === fields.edition.value;
    part.ask.focus();
  };

  // What was answered before this script came stays.
  const begin = () => {
    last = null;
    waiting = "";
    spent = 0;
    tick = performance.now();
    // The page may come from the phone's cache, where its key has been used before.
    fields.key.value = mint();
  };

  const open = () => {
    const entry = phone.read(name);
    if (!entry) begin();
    else if (entry.body) restore(entry);
    const first = statements.findIndex((_, n) => !chosen(n));
    show(entry && entry.body ? total : Math.max(0, first), true);
    if (entry && !entry.body) offer(entry);
  };

  const actions = {
    back: () => show(at - 1),
    next: forward,
    undo() {
      const undone = last;
      radios(undone.at).forEach((radio) => (radio.checked = radio === undone.before));
      checking = undone.checking;
      last = null;
      show(undone.at);
    },
    resume() {
      classes.remove("asking");
      tick = performance.now();
      show(at);
    },
    restart() {
      classes.remove("asking");
      form.reset();
      begin();
      phone.park(phone.read(name));
      phone.drop(name);
      unsent("");
      show(0);
    },
  };

  const onClick = (event) => {
    const { do: action, jump: n } = (event.target.closest("button") || form).dataset;
    if (action) return actions[action]();
    if (n) {
      checking = true;
      last = null;
      return show(+n);
    }
    // The second half of a double tap is not meant for the statement that has just come up.
    if (event.detail > 1 && Date.now() - shown < 500) return event.preventDefault();
    if (event.target.type !== "radio") return;
    record();
    // Arrow keys walk through the answers; a tap chooses one, and is seen before the page moves.
    if (!byKey) timer = setTimeout(forward, 150, clearTimeout(timer));
  };

  const onKey = (event) => {
    byKey = true;
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const { key, target } = event;
    // Elsewhere on the page a key is nobody's answer.
    if (at === total || classes.contains("asking") || !target.contains(form) && !form.contains(target)) return;
    const inside = statements[at].contains(target);
    // The last button skips; the ones before it are the answers.
    if (key > 0 && key < radios(at).length) {
      radios(at)[key - 1].checked = true;
      record();
      forward();
    } else if (inside && key === "Enter") {
      forward();
    } else if (inside && key === "ArrowDown" && target.type !== "radio") {
      (chosen(at) || radios(at)[0]).focus();
    } else return;
    event.preventDefault();
  };

  const onNews = ({ detail }) => {
    if (detail.name !== name) return;
    const busy = detail.state === "sending";
    classes.toggle("busy", busy);
    if (busy) say(said.sending);
    if (detail.state === "recalled" && !listed) open();
    if (detail.state === "kept") {
      unsent(detail.value ? said.kept : said.open);
      say(part.reason.textContent);
    }
    // The server says best what is missing, on a page of its own.
    if (detail.state === "refused") form.submit();
    if (detail.state === "sent") {
      waiting = "";
      location.assign(detail.value);
    }
  };

  statements[0].before(ui.firstElementChild);
  form.querySelector(".send").before(ui);
  // What is filled in comes from the draft, which can be cleared, not from the browser's memory.
  form.autocomplete = "off";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(true);
    phone.flush();
  });
  document.addEventListener("careerfit", onNews);
  if (listed) {
    form.addEventListener("change", () => save());
    return;
  }
  classes.add("stepping");
  form.addEventListener("click", onClick);
  form.addEventListener("pointerdown", () => (byKey = false)); // a keyup may have gone to another window
  document.addEventListener("keydown", onKey);
  document.addEventListener("keyup", () => setTimeout(() => (byKey = false)));
  part.bar.max = total;
  open();
})();
