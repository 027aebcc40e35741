// Shows the quiz one statement at a time, with the form's own radio buttons, and drafts each answer.
"use strict";
(() => {
  const form = document.querySelector("form.quiz");
  const parts = document.getElementById("quiz-steps");
  const phone = window.careerfit;
  if (!form || !parts || !phone) return;

  const fields = form.elements;
  const statements = [...form.querySelectorAll(".statement")];
  const total = statements.length;
  // The server's page of what is missing has links to the statements, so there all are shown.
  const listed = form.querySelector(".error-summary");
  const ui = parts.content.cloneNode(true);
  const find = (name) => form.querySelector(`[data-part=${name}]`);
  const radios = (n) => [...statements[n].querySelectorAll("input")];
  const chosen = (n) => radios(n).find((radio) => radio.checked);
  const answered = (n) => chosen(n) && chosen(n).value < 6; // "lewati" is no answer
  const name = phone.DRAFT + parts.dataset.slug;
  const said = parts.dataset;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, word) => values[word]);
  const say = (text) => (find("status").textContent = text);

  let at = 0;
  let last = null; // what the last step forward can undo
  let checking = false; // on a visit from the overview, to which the next step returns
  let busy = false;
  let kept = true;
  let byKey = false;
  let timer;
  let shown = 0;
  // Time spent, not a moment: the page may come from the cache, the phone's clock may be wrong,
  // and between two answers there may be a night.
  let spent = 0;
  let tick = performance.now();

  const mint = () =>
    btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .slice(0, 22);

  const save = (send) => {
    const answers = {};
    statements.forEach((_, n) => chosen(n) && (answers[chosen(n).name] = chosen(n).value));
    spent += Math.min(performance.now() - tick, 6e4);
    tick = performance.now();
    fields.seconds.value = Math.round(spent / 1e3);
    if (!send && !Object.keys(answers).length) return phone.drop(name);
    const entry = { answers, spent, key: fields.key.value, edition: fields.edition.value };
    entry.action = form.getAttribute("action");
    entry.at = at < total ? radios(at)[0].name : "";
    if (send) entry.body = String(new URLSearchParams(new FormData(form)));
    // A draft goes after a day; what was sent is a promise, and gets a week to find a network.
    kept = phone.write(name, entry, send ? 7 : 1);
    if (!send) unsent(false);
  };

  const unsent = (is) => {
    find("unsent").hidden = !is;
    find("unsent").firstElementChild.textContent = kept ? said.kept : said.open;
    form.querySelector("[type=submit]").textContent = is ? said.now : said.send;
  };

  const jump = (n) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const answer = chosen(n);
    button.type = "button";
    button.dataset.jump = n;
    button.textContent = statements[n].querySelector("legend").textContent;
    button.append(document.createElement("small"));
    button.lastChild.textContent = answer ? answer.parentNode.textContent : said.none;
    item.append(button);
    return item;
  };

  const overview = () => {
    const all = statements.map((_, n) => n);
    const open = all.filter((n) => !answered(n));
    find("count").textContent = fill(said.count, { n: total - open.length, total });
    find("open").hidden = !open.length;
    find("open").querySelector("ul").replaceChildren(...open.map(jump));
    find("all").replaceChildren(...all.map(jump));
    return find("count");
  };

  const show = (n, quietly) => {
    clearTimeout(timer);
    at = n;
    shown = Date.now();
    statements.forEach((statement, i) => statement.classList.toggle("now", i === n));
    form.classList.toggle("reviewing", n === total);
    form.classList.toggle("begun", n > 0);
    find("bar").value = Math.min(n + 1, total);
    const place = fill(said.place, { n: Math.min(n + 1, total), total });
    find("place").textContent = place;
    find("back").hidden = !n;
    find("undo").hidden = !last;
    const target = n < total ? statements[n].querySelector("legend") : overview();
    if (n === total) checking = false;
    if (quietly) return;
    target.tabIndex = -1;
    target.focus();
    say(n < total ? place : target.textContent);
    save();
  };
  const forward = () => show(checking ? total : Math.min(at + 1, total));

  // Called with the radio already checked; `given` is what each statement had before.
  const given = [];
  const record = () => {
    last = { at, before: given[at], checking };
    given[at] = chosen(at);
    save();
  };

  const restore = (entry) => {
    let lost = 0;
    for (const [field, value] of Object.entries(entry.answers)) {
      if (fields[field]) fields[field].value = value;
      else lost += 1;
    }
    fields.key.value = entry.key;
    spent = entry.spent;
    statements.forEach((_, n) => (given[n] = chosen(n)));
    return lost;
  };

  // Where to go on: at the statement that was open, or the first one without an answer after it.
  const place = (entry) => {
    let n = entry.at ? statements.findIndex((_, i) => radios(i)[0].name === entry.at) : total;
    if (n < 0) n = 0;
    while (n < total && chosen(n)) n += 1;
    return n;
  };

  const offer = (entry) => {
    restore(entry);
    at = place(entry);
    form.classList.add("asking");
    const head = find("ask");
    head.textContent = at < total ? fill(said.resume, { n: at + 1 }) : said.resumeEnd;
    find("changed").hidden = entry.edition === fields.edition.value;
    head.focus();
  };

  const begin = () => {
    form.reset();
    given.length = 0;
    last = null;
    spent = 0;
    tick = performance.now();
    // The page may come from the phone's cache, where its key has been used before.
    fields.key.value = mint();
  };

  // The server says best what is missing, on a page of its own.
  const sendNatively = (entry) => {
    const copy = document.createElement("form");
    copy.method = "post";
    copy.action = entry.action;
    for (const [field, value] of new URLSearchParams(entry.body)) {
      const input = document.createElement("input");
      [input.type, input.name, input.value] = ["hidden", field, value];
      copy.append(input);
    }
    document.body.append(copy);
    copy.submit();
  };

  const actions = {
    back: () => show(at - 1),
    next: forward,
    undo() {
      const { at: n, before } = last;
      radios(n).forEach((radio) => (radio.checked = radio === before));
      given[n] = before;
      checking = last.checking;
      last = null;
      show(n);
    },
    resume() {
      form.classList.remove("asking");
      tick = performance.now();
      show(at);
    },
    restart() {
      form.classList.remove("asking");
      begin();
      phone.drop(name);
      show(0);
    },
  };

  const onClick = (event) => {
    const button = event.target.closest("button");
    if (button && button.dataset.do) return actions[button.dataset.do]();
    if (button && button.dataset.jump) {
      checking = true;
      last = null;
      return show(+button.dataset.jump);
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
    if (at === total || form.classList.contains("asking")) return;
    const { key, target } = event;
    const inside = statements[at].contains(target);
    if (/^[1-5]$/.test(key)) {
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
    busy = detail.state === "sending";
    form.classList.toggle("busy", busy);
    if (busy) say(said.sending);
    if (detail.state === "kept") {
      unsent(true);
      say(find("unsent").textContent);
    }
    if (detail.state === "refused") sendNatively(detail.entry);
    if (detail.state === "sent") location.assign(detail.result);
  };

  statements[0].before(ui.firstElementChild);
  form.querySelector(".send").before(ui);
  said.send = form.querySelector("[type=submit]").textContent;
  // What is filled in comes from the draft, which can be cleared, not from the browser's memory.
  form.autocomplete = "off";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (busy) return;
    save(true);
    phone.flush();
  });
  document.addEventListener("careerfit", onNews);
  if (listed) {
    form.addEventListener("change", () => save());
    return;
  }
  form.classList.add("stepping");
  form.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("keyup", () => setTimeout(() => (byKey = false)));
  find("bar").max = total;
  const entry = phone.read(name);
  if (!entry) begin();
  else if (entry.body) restore(entry);
  show(entry && entry.body ? total : 0, true);
  if (entry && !entry.body) offer(entry);
})();
